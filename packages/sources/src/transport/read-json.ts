import { decodeText, type Charset } from './decode-text.js';
import { SourceError } from './source-error.js';
import type { Answer } from './transport.js';

/** Nesting of the data formats read here stays under 20; a cap keeps recursive code safe. */
export const MAX_DEPTH = 64;

export interface JsonOptions {
  /** Nesting allowed. Default {@link MAX_DEPTH}. */
  readonly maxDepth?: number;
  /** Changes valid JSON text before it is parsed: `exactNumbers` for sources with money. */
  readonly rewrite?: (text: string) => string;
}

const parsed = new WeakMap<Answer, { key: unknown[]; value: unknown }>();

/**
 * The JSON of an answer. Widgets that share an answer share the value: do not change it.
 *
 * Duplicate keys: the last wins. `__proto__` is an own property like any other: never deep-merge.
 *
 * @throws {SourceError} `no-content`, `html`, `truncated`, `malformed` or `too-deep`
 */
export function parseJson(
  answer: Answer,
  options: JsonOptions & { readonly charset?: Charset } = {},
): unknown {
  const key = [options.charset, options.maxDepth, options.rewrite];
  let known = parsed.get(answer);
  if (!known?.key.every((part, i) => part === key[i])) {
    const value = readJsonText(
      requireData(decodeText(answer, options.charset), answer),
      answer.address,
      options,
    );
    parsed.set(answer, (known = { key, value }));
  }
  return known!.value;
}

/**
 * `text`, unless it holds nothing or is a web page where data was expected. For every text format.
 *
 * @throws {SourceError} `no-content` or `html`
 */
export function requireData(
  text: string,
  { address, contentType = '' }: { address: string; contentType?: string },
): string {
  const start = text.slice(0, 2048).trimStart();
  if (!start && !text.trim()) {
    throw new SourceError('no-content', address, `${address} answered only blanks.`);
  }
  // A body labelled text/html that holds JSON is JSON: many a PHP server says so.
  if (start[0] === '<' && (/html/i.test(contentType + start) || !/^<\?xml/i.test(start))) {
    throw new SourceError(
      'html',
      address,
      `${address} answered a web page, not data: maintenance, a firewall, or not an API’s address.`,
    );
  }
  return text;
}

/**
 * JSON text as a value: nothing is repaired or evaluated, and depth is checked before parsing.
 *
 * @param address - named in errors
 * @throws {SourceError} `no-content`, `html`, `truncated`, `malformed` or `too-deep`
 */
export function readJsonText(
  text: string,
  address: string,
  { maxDepth = MAX_DEPTH, rewrite }: JsonOptions = {},
): unknown {
  // A byte order mark is no JSON white space.
  const json = requireData(text.replace(/^\ufeff/, ''), { address });
  const form = scan(json, maxDepth);
  if (form === 'too-deep') {
    throw new SourceError(form, address, `${address} nests deeper than ${maxDepth} levels.`);
  }
  try {
    const value: unknown = JSON.parse(json);
    return rewrite ? JSON.parse(rewrite(json)) : value;
  } catch (cause) {
    throw new SourceError(
      form,
      address,
      `${address} ${form === 'truncated' ? 'stops in the middle of its JSON' : 'is not valid JSON'}.`,
      { cause },
    );
  }
}

/**
 * One pass over the text, without recursion: does it nest too deep, or stop inside a structure?
 * Anything else wrong with it is for JSON.parse to find (`malformed`).
 */
function scan(text: string, maxDepth: number): 'too-deep' | 'truncated' | 'malformed' {
  const open: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x22) {
      i = endOfString(text, i);
      if (i < 0) return 'truncated';
    } else if (code === 0x7b || code === 0x5b) {
      if (open.length === maxDepth) return 'too-deep';
      open.push(code);
    } else if (code === 0x7d || code === 0x5d) {
      // `{` and `}`, `[` and `]` are two apart.
      if (open.pop() !== code - 2) return 'malformed';
    }
  }
  return open.length ? 'truncated' : 'malformed';
}

/** Position of the quote that closes the JSON string opened at `start`, or -1. */
export function endOfString(text: string, start: number): number {
  for (let end = start; ;) {
    end = text.indexOf('"', end + 1);
    if (end < 0) return end;
    let slashes = 0;
    while (text.charCodeAt(end - 1 - slashes) === 0x5c) slashes++;
    if (slashes % 2 === 0) return end;
  }
}
