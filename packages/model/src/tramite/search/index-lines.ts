import type { Tramite } from '../tramite.js';
import type { Steps } from './steps.js';
import type { Term, TramiteIndex } from './term-index.js';

/**
 * The first line of an index file. The file is text, one term a line after it
 * (`term TAB short TAB long`, numbers as differences in base 36), so that reading it can be cut
 * into slices, which one `JSON.parse` cannot.
 */
export const FORMAT = 'ventana-tramite-index/1';

/**
 * Fills an empty index from a file, all but facets and homoclaves. False when the file is not of
 * these trámites, these synonyms and this version: what is in the index is then of no use.
 *
 * @param termOf - that of the index, which whoever asks has at hand
 */
export function* readLines(
  text: string,
  index: TramiteIndex,
  termOf: (index: TramiteIndex, text: string) => Term,
): Steps<boolean> {
  const { tramites } = index;
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
    return false;
  }
  yield;
  const counts = titles.split(',');
  if (counts.length !== Math.max(1, tramites.length)) return false;
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
    if (!fits) return false;
  }
  if (at !== text.length) return false;
  index.stage = stage;
  return true;
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
export function fingerprint(tramites: readonly Tramite[]): string {
  let hash = 7;
  for (const { id, name } of tramites) {
    for (let at = 0; at < id.length; at++) hash = (Math.imul(hash, 31) + id.charCodeAt(at)) | 0;
    hash = (Math.imul(hash, 31) + name.length) | 0;
  }
  return `${tramites.length}.${(hash >>> 0).toString(36)}`;
}
