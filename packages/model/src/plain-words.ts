/**
 * Text as its words alone, to compare spellings: no case, no accents, no punctuation, one space
 * between words. `Frequência (mensal)` is `frequencia mensal`; `text/csv` is `text csv`.
 */
export function plainWords(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** Longest text worth comparing with a table of names; beyond it no name is meant. */
export const NAME_LENGTH = 300;
