/** A place in a text as editors count: lines and columns from 1, columns in UTF-16 units. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

/** Why a text is no JSON; each has its own sentence and remedy (`sentences.ts`). */
export type JsonFault =
  | 'empty'
  | 'trailing-comma'
  | 'smart-quotes'
  | 'single-quotes'
  | 'unquoted-key'
  | 'missing-comma'
  | 'missing-colon'
  | 'comment'
  | 'line-break-in-text'
  | 'unclosed-text'
  | 'unclosed'
  | 'bad-escape'
  | 'bad-value'
  | 'extra-text'
  | 'too-deep';

export interface JsonText {
  readonly value?: unknown;
  /** JSON Pointer -> where that value begins. */
  readonly places: ReadonlyMap<string, TextPlace>;
  readonly duplicateKeys: readonly { readonly pointer: string; readonly at: TextPlace }[];
  readonly fault?: { readonly code: JsonFault; readonly at: TextPlace; readonly found: string };
}

const MAX_DEPTH = 64;
const SMART = /[“”„‟«»‘’]/;
const SCALAR = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.])/y;

class Fault {
  constructor(
    readonly code: JsonFault,
    readonly offset: number,
  ) {}
}

/**
 * Parses JSON and remembers where each value stands, to say "line 12, column 5" of what is wrong in
 * it. It accepts exactly what `JSON.parse` does, up to 64 levels deep, a byte order mark aside.
 */
export function readJsonPlaces(source: string): JsonText {
  const text = source.replace(/^\uFEFF/, ' ');
  const lines = lineStarts(text);
  const placeOf = (offset: number): TextPlace => {
    let low = 0;
    let high = lines.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((lines[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (lines[low] ?? 0) + 1 };
  };
  const places = new Map<string, TextPlace>();
  const duplicateKeys: { pointer: string; at: TextPlace }[] = [];
  let at = 0;

  const skipBlanks = (): void => {
    while (/[ \t\r\n]/.test(text.charAt(at))) at++;
  };

  function unexpected(inObjectKey: boolean): never {
    const rest = text.slice(at, at + 2);
    if (at >= text.length) throw new Fault('unclosed', text.trimEnd().length);
    if (rest === '//' || rest === '/*' || rest.startsWith('#')) throw new Fault('comment', at);
    if (SMART.test(rest.charAt(0))) throw new Fault('smart-quotes', at);
    if (rest.startsWith("'")) throw new Fault('single-quotes', at);
    throw new Fault(inObjectKey ? 'unquoted-key' : 'bad-value', at);
  }

  function readString(): string {
    const start = at;
    for (at++; text[at] !== '"'; at++) {
      if (at >= text.length) throw new Fault('unclosed-text', start);
      if (text.charCodeAt(at) < 0x20) throw new Fault('line-break-in-text', at);
      if (text[at] === '\\') {
        if (!/^\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/.test(text.slice(at, at + 6)))
          throw new Fault('bad-escape', at);
        at++;
      }
    }
    at++;
    return JSON.parse(text.slice(start, at)) as string;
  }

  /** After a member: a comma that does not end the structure, or its end. */
  function more(close: string): boolean {
    skipBlanks();
    const sign = text.charAt(at);
    if (sign === close) {
      at++;
      return false;
    }
    if (sign !== ',') {
      if (at >= text.length) throw new Fault('unclosed', text.trimEnd().length);
      if (/["{[\w-]/.test(sign)) throw new Fault('missing-comma', endOfLast());
      unexpected(false);
    }
    const comma = at++;
    skipBlanks();
    if (text.charAt(at) === close) throw new Fault('trailing-comma', comma);
    return true;
  }

  /** The missing comma belongs right after the value before it, which is where to look for it. */
  const endOfLast = (): number => text.slice(0, at).trimEnd().length;

  function readValue(pointer: string, depth: number): unknown {
    skipBlanks();
    places.set(pointer, placeOf(at));
    const sign = text.charAt(at);
    if (sign === '"') return readString();
    if (sign === '{' || sign === '[') {
      if (depth >= MAX_DEPTH) throw new Fault('too-deep', at);
      at++;
      return sign === '{' ? readObject(pointer, depth + 1) : readArray(pointer, depth + 1);
    }
    SCALAR.lastIndex = at;
    const scalar = SCALAR.exec(text)?.[0];
    if (scalar === undefined) unexpected(false);
    at += scalar.length;
    return JSON.parse(scalar);
  }

  function readArray(pointer: string, depth: number): unknown[] {
    const list: unknown[] = [];
    skipBlanks();
    if (text.charAt(at) === ']') {
      at++;
      return list;
    }
    do list.push(readValue(`${pointer}/${list.length}`, depth));
    while (more(']'));
    return list;
  }

  function readObject(pointer: string, depth: number): Record<string, unknown> {
    const entries: [string, unknown][] = [];
    const seen = new Set<string>();
    skipBlanks();
    if (text.charAt(at) === '}') {
      at++;
      return {};
    }
    do {
      skipBlanks();
      if (text.charAt(at) !== '"') unexpected(true);
      const start = at;
      const key = readString();
      const place = `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      if (seen.has(key)) duplicateKeys.push({ pointer: place, at: placeOf(start) });
      seen.add(key);
      skipBlanks();
      if (text.charAt(at) !== ':') throw new Fault('missing-colon', at);
      at++;
      entries.push([key, readValue(place, depth)]);
    } while (more('}'));
    // Defines `__proto__` as a property like any other.
    return Object.fromEntries(entries);
  }

  try {
    skipBlanks();
    if (at >= text.length) throw new Fault('empty', 0);
    const value = readValue('', 0);
    skipBlanks();
    if (at < text.length) throw new Fault('extra-text', at);
    return { value, places, duplicateKeys };
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
    const { code, offset } = fault;
    const found = text.slice(offset, offset + 20).split(/[\r\n]/, 1)[0] ?? '';
    return { places, duplicateKeys, fault: { code, at: placeOf(offset), found } };
  }
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\r|\n/g)) starts.push(match.index + match[0].length);
  return starts;
}
