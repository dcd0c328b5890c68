import { foldText } from '../fold-text.js';
import type { Requirement } from './tramite.js';

const COUNTS: Readonly<Record<string, number>> = { un: 1, una: 1, dos: 2, tres: 3, cuatro: 4 };
const N = '(?:(\\d{1,2}|una?|dos|tres|cuatro)(?: \\(\\w+\\))? )?';
const ORIGINAL_AND_COPIES = new RegExp(
  `(?:^|\\W)original(?:es)? (?:y|mas|con|e|/) ?${N}copias?(?= simples?\\W*$|\\W*$)`,
);
const COPIES_AT_END = new RegExp(`(?:,| y| con| en)? ${N}copias?(?: simples?)?\\W*$`);
const COPIES_AT_HEAD = new RegExp(
  `^${N}copias? (?:simples? |legibles? |fotostaticas? )*de(?:l| la| los| las)? `,
);
const ORIGINAL_AT_END = /(?:\W|^)(?:en )?original\W*$/;
/** "Sin copia", "original o copia": how many of each is not said. */
const NOT_SAID =
  /\b(?:sin|ni|no (?:se )?(?:requier|necesit|present|inclu|exhib|pid|llev|entreg|acept|es )\w*)(?: \w+){0,2} (?:copias?|original(?:es)?)\b|\boriginal(?:es)? [ou] |\bcopias? o (?:el |su )?original/;
/** "Solicitud de copia", "pago de la copia": it is no copy of the document. */
const OF_IT = /(?:^|\W)(?:de|del|la|las|el|los|por|para|cada|su|dicha)\W*$/;
const MAX_CHARS = 300;

/**
 * A requirement from its text, with how many originals and copies where the text says so in one
 * of the usual ways: `Acta de nacimiento original y copia`, `Cartilla y dos copias`,
 * `Copia de la tarjeta de circulación`, `CURP (original)`. The name keeps the whole text.
 */
export function parseRequirement(text: string): Requirement {
  const name = text.trim();
  if (name.length > MAX_CHARS) return { name };
  const plain = foldText(name).replace(/\s+/g, ' ');
  if (NOT_SAID.test(plain)) return { name };
  const atEnd = (pattern: RegExp): RegExpExecArray | null => {
    const match = pattern.exec(plain);
    return match && OF_IT.test(plain.slice(0, match.index)) ? null : match;
  };
  const both = ORIGINAL_AND_COPIES.exec(plain);
  const copies = countOf(both ?? COPIES_AT_HEAD.exec(plain) ?? atEnd(COPIES_AT_END));
  const original = both || atEnd(ORIGINAL_AT_END) ? 1 : undefined;
  return {
    name,
    ...(original === undefined ? {} : { original }),
    ...(copies === undefined ? {} : { copies }),
  };
}

/** "Copia" is one; "copias" alone does not say how many. */
function countOf(match: RegExpExecArray | null): number | undefined {
  if (!match) return undefined;
  const figure = match[1];
  if (figure === undefined) return match[0].includes('copias') ? undefined : 1;
  return COUNTS[figure] ?? Number(figure);
}
