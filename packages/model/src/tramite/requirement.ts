import { foldText } from '../fold-text.js';
import type { Requirement } from './tramite.js';

const COUNTS: Readonly<Record<string, number>> = { un: 1, una: 1, dos: 2, tres: 3, cuatro: 4 };
const N = '(?:(\\d{1,2}|una?|dos|tres|cuatro)(?: \\(\\w+\\))? )?';
const ORIGINALS = new RegExp(`${N}(original(?:es)?)`);
const COPIES = new RegExp(`${N}(copias?)`);
const AND = '(?:y|mas|con|e|/) ?';
const ORIGINAL_AND_COPIES = new RegExp(
  `(?:^|\\W)${ORIGINALS.source} ${AND}${COPIES.source}(?= simples?\\W*$|\\W*$)`,
);
const COPIES_AT_END = new RegExp(`(?:,| y| con| en)? ${COPIES.source}(?: simples?)?\\W*$`);
/** "Copia de la", "original y 2 copias de". */
const COPIES_AT_HEAD = new RegExp(
  `^(?:${ORIGINALS.source} ${AND})?${COPIES.source} (?:simples? |legibles? |fotostaticas? )*de(?:l| la| los| las)? `,
);
/** "Copia de 2 identificaciones", "una copia de … y una copia de …": of each, or of all? */
const OF_SEVERAL =
  /^(?:cada|ambos|ambas)\b|(?:^|\bde(?: los| las)? )(?:[2-9]|\d{2}|dos|tres|cuatro|cinco|seis) (?!mes|dia|ano|semana)|\bcopias?\b|\boriginal(?:es)? del?\b/;
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
  const head = COPIES_AT_HEAD.exec(plain);
  if (head && OF_SEVERAL.test(plain.slice(head[0].length))) return { name };
  const both = ORIGINAL_AND_COPIES.exec(plain);
  const copies = countOf(both ?? head ?? atEnd(COPIES_AT_END), COPIES);
  const original = countOf(both ?? head, ORIGINALS) ?? countOf(atEnd(ORIGINAL_AT_END), ORIGINALS);
  return {
    name,
    ...(original === undefined ? {} : { original }),
    ...(copies === undefined ? {} : { copies }),
  };
}

/** "Copia" is one; "copias" alone does not say how many. */
function countOf(match: RegExpExecArray | null, kind: RegExp): number | undefined {
  const [, figure, word] = kind.exec(match?.[0] ?? '') ?? [];
  if (word === undefined) return undefined;
  // "Formato 3 original": the figure is the form's.
  if (figure === undefined || word === 'original') return word.endsWith('s') ? undefined : 1;
  return COUNTS[figure] ?? Number(figure);
}
