import type { TramiteIndex } from './term-index.js';
import { wordsOf } from './words.js';

/** What is looked for ahead. Of the keys that people type in 7,000 trámites, 96 in a hundred are among them. */
const MOST = 10;

/** What a text is likely to be a key later, by the words that begin with its last one: the likeliest first. */
export function nextTexts({ words }: TramiteIndex, text: string): string[] {
  const begun = (/[\p{L}\p{N}]$/u.test(text) && wordsOf(text).pop()) || '';
  const votes = new Map<string, number>();
  for (const [first, terms] of words) {
    if (begun && !begun.startsWith(first)) continue;
    for (const { text: word, short } of terms) {
      if (!word.startsWith(begun)) continue;
      const next = word[begun.length] ?? ' ';
      votes.set(next, (votes.get(next) ?? 0) + short.length);
    }
  }
  return [...votes]
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST)
    .map(([next]) => text + next);
}
