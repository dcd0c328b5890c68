import { foldText } from '../fold-text.js';

/** Folded, with everything that is no letter or digit as one space: what tells two phrases apart. */
export function foldWords(text: string): string {
  return foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
