import type { Tramite } from '../tramite.js';
import type { Steps } from './steps.js';
import {
  emptyIndex,
  noteKeys,
  termOf,
  type IndexOptions,
  type TramiteIndex,
} from './term-index.js';

/**
 * The first line of an index file. The file is text, one term a line after it
 * (`term TAB short TAB long`, numbers as differences in base 36), so that reading it can be cut
 * into slices, which one `JSON.parse` cannot.
 */
const FORMAT = 'ventana-tramite-index/1';

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
  const [head = '', titles = ''] = text
    .slice(0, text.indexOf('\n', text.indexOf('\n') + 1))
    .split('\n');
  const [format, stage, print, synonyms] = head.split('\t');
  if (
    format !== FORMAT ||
    (stage !== 'short' && stage !== 'full') ||
    print !== fingerprint(tramites) ||
    synonyms !== index.phrases.version
  ) {
    return undefined;
  }
  yield;
  const counts = titles.split(',');
  if (counts.length !== Math.max(1, tramites.length)) return undefined;
  counts.forEach((count, doc) => (index.titleWords[doc] = parseInt(count, 36)));
  let at = head.length + titles.length + 2;
  for (let end = text.indexOf('\n', at); end >= 0; at = end + 1, end = text.indexOf('\n', at)) {
    yield;
    const [term = '', short = '', long = ''] = text.slice(at, end).split('\t');
    if (term === '') continue;
    const { short: shorts, long: longs } = termOf(index, term);
    const fits =
      addDifferences(short, shorts, tramites.length * 4) &&
      addDifferences(long, longs, tramites.length);
    if (!fits) return undefined;
  }
  if (at !== text.length) return undefined;
  yield* noteKeys(index);
  index.stage = stage;
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

/** False when a number is none or lies outside: the file is damaged. */
function addDifferences(text: string, into: number[], limit: number): boolean {
  if (text === '') return true;
  let last = 0;
  for (const difference of text.split(',')) {
    last += parseInt(difference, 36);
    if (!(last >= 0 && last < limit)) return false;
    into.push(last);
  }
  return true;
}

/** Changes when the trámites, their order or the lengths of their titles do. */
function fingerprint(tramites: readonly Tramite[]): string {
  let hash = 7;
  for (const { id, name } of tramites) {
    for (let at = 0; at < id.length; at++) hash = (Math.imul(hash, 31) + id.charCodeAt(at)) | 0;
    hash = (Math.imul(hash, 31) + name.length) | 0;
  }
  return `${tramites.length}.${(hash >>> 0).toString(36)}`;
}
