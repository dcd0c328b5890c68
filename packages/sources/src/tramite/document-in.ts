import type { FetchOptions } from '../fetch-reading.js';
import { decodeText } from '../transport/decode-text.js';
import { parseJson, requireData } from '../transport/read-json.js';
import type { Answer } from '../transport/transport.js';
import type { TramiteColumns } from './csv-tramites.js';

export interface TramiteOptions extends FetchOptions {
  /** For CSV whose headers say nothing: field (as in our JSON) to column. */
  readonly columns?: TramiteColumns;
}

/** Does this text hold JSON? What is none is CSV. */
export function looksLikeJson(text: string): boolean {
  return /^\s*[[{]/.test(text);
}

/**
 * What an answer holds: parsed JSON, or the text of a CSV.
 *
 * @throws {SourceError} for an answer that holds nothing, a web page, or broken JSON
 */
export function documentIn(answer: Answer, options: TramiteOptions): unknown {
  // Enough of the text to tell JSON from CSV without decoding it all twice.
  const { bytes, contentType } = answer;
  const start = decodeText({ bytes: bytes.subarray(0, 4096), contentType });
  return looksLikeJson(requireData(start, answer))
    ? parseJson(answer, options)
    : decodeText(answer, options.charset);
}
