import { inSlices, type SliceOptions } from './slices.js';

export interface CsvOptions {
  /** One character. Default: detected among `,` `;` tab and `|`. */
  readonly delimiter?: string;
  /** Lines with nothing on them are rows too, of one blank cell. Default: they are no rows. */
  readonly blank?: boolean;
}

const CANDIDATES = [',', ';', '\t', '|'];
const SAMPLE_CHARS = 65_536;
const SAMPLE_ROWS = 30;
const QUOTE = 34;
const LF = 10;
const CR = 13;

/**
 * All rows of a CSV text (RFC 4180, read leniently). A BOM and Excel's `sep=;` line are dropped;
 * lines end in CRLF, CR or LF; a cell that starts with `"` is quoted, `""` in it is one quote, and
 * what follows its closing quote is kept. A line with nothing on it is no row; blank cells at the
 * end of a row are kept for the caller to judge. No line is taken for a header and no cell trimmed.
 * A quote that is never closed is read as a plain character, and so is every quote after it: rows
 * then have the wrong number of cells, which the caller counts, instead of the rest of the file
 * vanishing into one cell. Never throws.
 */
export function parseCsvRows(text: string, options: CsvOptions = {}): string[][] {
  const next = csvReader(text, options);
  const rows: string[][] = [];
  for (let row = next(); row; row = next()) rows.push(row);
  return rows;
}

/**
 * The same rows, handed one by one to `onRow` in slices of some milliseconds, so that a file of
 * tens of megabytes never holds up the page. `onRow` returning `false` stops the reading.
 *
 * @throws the reason of `options.signal` when it aborts; whatever `onRow` throws
 */
export async function eachCsvRow(
  text: string,
  onRow: (row: string[]) => boolean | void,
  options: CsvOptions & SliceOptions = {},
): Promise<void> {
  const next = csvReader(text, options);
  await inSlices(() => {
    const row = next();
    return row !== undefined && onRow(row) !== false;
  }, options);
}

/** A function that returns the next row at each call, `undefined` after the last. */
export function csvReader(
  source: string | (() => string | undefined),
  options: CsvOptions = {},
): () => string[] | undefined {
  // Text may come in pieces: a file of 50 MB need not stand in memory as one string.
  const more = typeof source === 'string' ? () => undefined : source;
  const text = (typeof source === 'string' ? source : more()) ?? '';
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const declared = /^sep=([^\r\n])(?:\r\n?|\n)/i.exec(text.slice(at, at + 8));
  if (declared) at += declared[0].length;
  const delimiter = options.delimiter ?? declared?.[1] ?? detectDelimiter(text.slice(at));
  return rowsFrom(text, at, delimiter.charCodeAt(0), more, options.blank);
}

function rowsFrom(
  first: string,
  start: number,
  delimiter: number,
  more: () => string | undefined,
  blank = false,
): () => string[] | undefined {
  let text = first;
  let at = start;
  let quotes = true;

  /** Moves to the end of an unquoted stretch: the next delimiter, line end or end of text. */
  function skipPlain(): void {
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === delimiter || code === LF || code === CR) return;
    }
  }

  /** The cell at `at`, or `undefined` when its closing quote is not in the text so far. */
  function cell(): string | undefined {
    const from = at;
    if (quotes && text.charCodeAt(at) === QUOTE) {
      let close = text.indexOf('"', at + 1);
      let doubled = false;
      while (close !== -1 && text.charCodeAt(close + 1) === QUOTE) {
        doubled = true;
        close = text.indexOf('"', close + 2);
      }
      if (close === -1) return undefined;
      const inner = text.slice(from + 1, close);
      at = close + 1;
      skipPlain();
      const rest = text.slice(close + 1, at);
      return (doubled ? inner.replaceAll('""', '"') : inner) + rest;
    }
    skipPlain();
    return text.slice(from, at);
  }

  return () => {
    for (;;) {
      const from = at;
      const row: string[] = [];
      let value = at < text.length ? cell() : undefined;
      while (value !== undefined) {
        row.push(value);
        if (at >= text.length || text.charCodeAt(at) !== delimiter) break;
        at++;
        value = cell();
      }
      // One character past the row must be known: CR may be half of CRLF, a quote half of two.
      if (value === undefined || at + 1 >= text.length) {
        const piece = more();
        if (piece !== undefined) {
          text = text.slice(from) + piece;
          at = 0;
          continue;
        }
        if (value === undefined) {
          at = from;
          if (at >= text.length) return undefined;
          quotes = false;
          continue;
        }
      }
      if (at < text.length)
        at += text.charCodeAt(at) === CR && text.charCodeAt(at + 1) === LF ? 2 : 1;
      if (blank || row.length > 1 || row[0] !== '') return row;
    }
  };
}

/**
 * The delimiter that cuts most of the first lines into the same number of cells, more than one;
 * of equals the one with more cells; a comma when none does.
 */
export function detectDelimiter(text: string): string {
  let best = ',';
  let bestScore = 0;
  for (const candidate of CANDIDATES) {
    const sample = text.slice(0, SAMPLE_CHARS);
    const next = rowsFrom(sample, 0, candidate.charCodeAt(0), () => undefined);
    const counts = new Map<number, number>();
    let rows = 0;
    for (let row = next(); row && rows < SAMPLE_ROWS; row = next(), rows++) {
      counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
    }
    for (const [cells, times] of counts) {
      const score = cells > 1 ? times / rows + cells / 1e6 : 0;
      if (score > bestScore) [best, bestScore] = [candidate, score];
    }
  }
  return best;
}
