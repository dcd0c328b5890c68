import { phraseKey, soundStem } from './sound-stem.js';
import type { PhraseBook } from './synonyms.js';
import { isStopWord, placedWords } from './words.js';

/** Start and end of each stretch, ascending, not overlapping; UTF-16 offsets into the original. */
export type Ranges = readonly (readonly [start: number, end: number])[];

/** The terms of an index that a query matched. */
export interface WordMatcher {
  readonly terms: ReadonlySet<string>;
  readonly phrases: PhraseBook;
}

/** Longer texts are marked only at their beginning. */
const MOST_CHARS = 4000;

/** Where a text matches: whole words, also other forms and the synonyms of what was typed. */
export function markText(text: string, { terms, phrases }: WordMatcher): Ranges {
  if (terms.size === 0) return [];
  const words = placedWords(text.slice(0, MOST_CHARS)).filter(({ word }) => !isStopWord(word));
  const isMarked = words.map(({ word }) => terms.has(word) || terms.has(`=${soundStem(word)}`));
  const keys = words.map(({ word }) => phraseKey(word));
  phrases.find(keys, false, (mark, from, length) => {
    if (terms.has(mark)) isMarked.fill(true, from, from + length);
  });
  const ranges: [number, number][] = [];
  words.forEach(({ start, end }, at) => {
    if (!isMarked[at]) return;
    const last = ranges.at(-1);
    // One stretch for neighbours with only a space between them.
    if (last && isMarked[at - 1] && text.slice(last[1], start) === ' ') last[1] = end;
    else ranges.push([start, end]);
  });
  return ranges;
}
