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
  const both = ORIGINAL_AND_COPIES.exec(plain);
  const copies = countOf(both ?? COPIES_AT_HEAD.exec(plain) ?? COPIES_AT_END.exec(plain));
  const original = both || ORIGINAL_AT_END.test(plain) ? 1 : undefined;
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
