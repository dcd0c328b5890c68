import type { Tramite } from '../tramite.js';
import type { Steps } from './steps.js';
import { fingerprint, FORMAT, readLines } from './index-lines.js';
import {
  emptyIndex,
  noteKeys,
  termOf,
  type IndexOptions,
  type TramiteIndex,
} from './term-index.js';

/** An index file, to be published beside its catalogue. */
export function* writeIndex(index: TramiteIndex): Steps<string> {
  const lines = [
    [FORMAT, index.stage, fingerprint(index.tramites), index.phrases.version].join('\t'),
    Array.from(index.titleWords, (count) => count.toString(36)).join(','),
  ];
  for (const { text, short, long } of index.terms.values()) {
    lines.push(`${text}\t${differences(short)}\t${differences(long)}`);
    yield;
  }
  return `${lines.join('\n')}\n`;
}

/**
 * The index in a file, or `undefined` when it is not of these trámites, these synonyms and this
 * version: then index anew. Each step is one line.
 */
export function* readIndex(
  text: string,
  tramites: readonly Tramite[],
  options: IndexOptions = {},
): Steps<TramiteIndex | undefined> {
  const index = emptyIndex(tramites, options);
  if (!(yield* readLines(text, index, termOf))) return undefined;
  yield* noteKeys(index);
  return index;
}

function differences(numbers: readonly number[]): string {
  let last = 0;
  return numbers
    .map((number) => {
      const difference = (number - last).toString(36);
      last = number;
      return difference;
    })
    .join(',');
}
