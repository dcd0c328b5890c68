/**
 * The B rows of the fault catalogue: what each does to a good body. Rows that need none make their own.
 *
 * @typedef {{ type: string, body: string | Buffer }} Body
 * @typedef {{ type: string, body: Buffer, encoding?: string }} Faulty
 */
import { createGzip } from 'node:zlib';

/** Invalid by RFC 8259, each in another way; a parser that repairs any of them is wrong. */
export const INVALID_JSON = [
  '{"a": NaN}',
  '{"a": Infinity}',
  '[1, 2, ]',
  '{"a": 1,}',
  "{'a': 1}",
  '{a: 1}',
  '[1 2]',
  '{"a" 1}',
  '[01]',
  '[1.]',
  '[.5]',
  '[+1]',
  '[0x1F]',
  '["\t"]',
  '["\\x41"]',
  '[tru]',
  '{"a": 1} // fin',
  '/* inicio */ {"a": 1}',
  '{"a": 1}{"b": 2}',
  '[1]]',
  '{"a": [1}',
  'callback({"a": 1})',
  ')]}\',\n{"a": 1}',
  '{"a": undefined}',
];

/** Valid, but each reader of JSON makes something else of it; it must not crash. */
export const ODD_JSON = [
  '[1e400]',
  '[-1e400]',
  '[1e-400]',
  '["\\uD800"]',
  '["\\uDFAA\\uD800"]',
  '[123456789012345678901234567890]',
  '{"": 0}',
  '[-0]',
  '"solo un texto"',
  '42',
  'null',
  'true',
  '[]',
  '{}',
  '["\\u0000"]',
];

/** @param {Body} good */
const textOf = (good) => (typeof good.body === 'string' ? good.body : good.body.toString('utf8'));

/**
 * Replaces what stands outside strings in JSON text.
 * @param {string} json @param {RegExp} pattern @param {string} by
 */
const outsideStrings = (json, pattern, by) =>
  json
    .split(/("(?:[^"\\]|\\.)*")/)
    .map((part, i) => (i % 2 ? part : part.replace(pattern, by)))
    .join('');

/** @param {unknown} value @param {(list: unknown[]) => unknown} change @returns {unknown} */
function eachList(value, change) {
  if (Array.isArray(value)) return change(value.map((item) => eachList(item, change)));
  if (!value || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, eachList(item, change)]),
  );
}

/** @param {string} text @param {'latin1' | 'utf16le'} encoding */
const encoded = (text, encoding) => Buffer.from(text, encoding);

/** @param {string} text */
const json = (text, type = 'application/json') => ({ type, body: Buffer.from(text) });

/** @type {Promise<Buffer> | undefined} */
let bomb;

/** About 210 kB of gzip that unpack to 220 MB of valid JSON. */
const gzipBomb = () =>
  (bomb ??= new Promise((resolve, reject) => {
    const gzip = createGzip({ level: 9 });
    /** @type {Buffer[]} */
    const chunks = [];
    gzip.on('data', (chunk) => chunks.push(chunk));
    gzip.on('end', () => resolve(Buffer.concat(chunks)));
    gzip.on('error', reject);
    const blank = Buffer.alloc(1024 * 1024, 0x20);
    let left = 220;
    const write = () => {
      while (left-- > 0) if (!gzip.write(blank)) return void gzip.once('drain', write);
      gzip.end('1]');
    };
    gzip.write('[');
    write();
  }));

/** A CKAN page of 800 datasets, about 12.9 MB: nothing wrong but its size. */
function largePage() {
  const notes = 'Registro mensual de solicitudes atendidas por unidad administrativa. '.repeat(225);
  const results = Array.from({ length: 800 }, (_, i) => ({
    id: `conjunto-${i}`,
    title: `Conjunto de ejemplo ${i}`,
    notes,
    resources: [{ id: `recurso-${i}`, format: 'CSV', url: `https://datos.example/${i}.csv` }],
  }));
  return JSON.stringify({ success: true, result: { count: 800, results } });
}

/**
 * @type {Readonly<Record<string, (good: Body, variant: string) => Faulty | Promise<Faulty>>>}
 */
export const BODY_FAULTS = {
  B01: async () => ({ type: 'application/json', body: await gzipBomb(), encoding: 'gzip' }),
  B02: () => json(largePage()),
  B03: (_good, variant) =>
    json(
      variant === 'objects'
        ? '{"a":'.repeat(1e5) + '1' + '}'.repeat(1e5)
        : '['.repeat(1e5) + ']'.repeat(1e5),
    ),
  B04: (good, variant) => {
    const plain = good.type.replace(/\s*;.*/s, '');
    const label = { unlabelled: '', lie: '; charset=utf-8' }[variant] ?? '; charset=iso-8859-1';
    return { type: plain + label, body: encoded(textOf(good), 'latin1') };
  },
  B05: (good, variant) => {
    const body = encoded((variant === 'nobom' ? '' : '\ufeff') + textOf(good), 'utf16le');
    return { type: good.type, body: variant === 'be' ? body.swap16() : body };
  },
  B06: (good) => ({ type: good.type, body: Buffer.from('\ufeff' + textOf(good)) }),
  B07: (_good, variant) => json(INVALID_JSON[Number(variant) % INVALID_JSON.length] ?? '[NaN]'),
  B08: (_good, variant) => json(ODD_JSON[Number(variant) % ODD_JSON.length] ?? '[1e400]'),
  B09: (good) => {
    const text = textOf(good);
    const root = JSON.parse(text);
    if (!root || typeof root !== 'object' || Array.isArray(root)) return json(text);
    const twice = Object.keys(root).map((key) => `${JSON.stringify(key)}:"repetida"`);
    return json(text.replace('{', `{${twice.join(',')},`));
  },
  B10: (good) => {
    const poison =
      '"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"toString":1,"hasOwnProperty":null';
    return json(
      outsideStrings(outsideStrings(textOf(good), /\{/g, `{${poison},`), /,(?=\s*\})/g, ''),
    );
  },
  B11: (good) =>
    json(outsideStrings(textOf(good), /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g, '9007199254740993.15')),
  B12: (good, variant) => {
    const root = JSON.parse(textOf(good));
    const odd = [null, 7, 'texto', [], true];
    switch (variant) {
      case 'array':
        return json(JSON.stringify([root]));
      case 'null':
        return json('null');
      case 'text':
        return json('"texto"');
      case 'lists':
        return json(JSON.stringify(eachList(root, (list) => ({ ...list }))));
      case 'rows':
        return json(JSON.stringify(eachList(root, (list) => [...odd, ...list])));
      default:
        return json('[1, 2, 3]');
    }
  },
};
