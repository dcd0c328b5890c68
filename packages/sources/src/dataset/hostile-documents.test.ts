import { judgeCharacteristics, judgeStars, type Dataset, type Reading } from '@ventana/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packageSearch, packageShow } from '../ckan/ckan.fixtures.js';
import { adela, graph } from '../dcat/dcat.fixtures.js';
import { SourceError } from '../transport/source-error.js';
import { parseDatasetDocument } from './detect-dataset.js';

const address = 'https://datos.ejemplo.gob.mx/api/3/action/package_show?id=x';

function read(raw: unknown, dataset?: string): Reading<Dataset> | undefined {
  try {
    return parseDatasetDocument(raw, { address, dataset });
  } catch (error) {
    if (error instanceof SourceError) return undefined;
    throw error;
  }
}

function expectHonest(raw: unknown, dataset?: string): void {
  const reading = read(raw, dataset);
  if (!reading) return;
  const { model, received, omitted, problems } = reading;
  expect(model.resources).toHaveLength(received - omitted);
  expect(problems.length).toBeLessThanOrEqual(100);
  for (const { url } of model.resources) if (url) expect(url).toMatch(/^(https?|mailto|tel):/);
  expect(JSON.stringify(model)).not.toMatch(/\[object Object\]|"undefined"/);
  expect(judgeCharacteristics(model, { today: '2026-11-22' })).toHaveLength(5);
  expect(judgeStars(model).total).toBeGreaterThanOrEqual(0);
}

const HOSTILE: readonly unknown[] = [
  null,
  '',
  [],
  {},
  [null],
  0,
  -1,
  1e308,
  true,
  'javascript:alert(1)',
  '<img src=x onerror=alert(1)>',
  '\u202Eoculto\u0000',
  '{"a":',
  JSON.parse('{"__proto__": {"x": 1}, "constructor": 1}'),
  '['.repeat(5000),
  { '@id': { '@id': {} } },
  { title: [[[['x']]]] },
];

/** The document with the value at one of its leaves or branches replaced. */
function mutate(value: unknown, steps: readonly number[], replacement: unknown): unknown {
  const [step, ...rest] = steps;
  if (step === undefined || typeof value !== 'object' || value === null) return replacement;
  const keys = Object.keys(value);
  const key = keys[step % Math.max(keys.length, 1)];
  if (key === undefined) return replacement;
  const inner = mutate((value as Record<string, unknown>)[key], rest, replacement);
  if (Array.isArray(value)) return value.with(Number(key), inner);
  return { ...value, [key]: inner };
}

describe('hostile documents', () => {
  it('arbitrary JSON is read honestly or refused with a SourceError', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (raw) => expectHonest(raw)),
      { numRuns: 500 },
    );
  });

  it('documents with any part replaced are read honestly or refused with a SourceError', () => {
    const model = parseDatasetDocument(packageShow, { address }).model;
    const documents = fc.constantFrom<readonly [unknown, string?]>(
      [packageShow],
      [packageSearch(packageShow.result)],
      [adela, 'rutas'],
      [adela, 'paradas'],
      [graph],
      [model],
    );
    const path = fc.array(fc.nat(30), { minLength: 1, maxLength: 6 });
    const replacement = fc.oneof(fc.constantFrom(...HOSTILE), fc.jsonValue());
    fc.assert(
      fc.property(documents, path, replacement, ([raw, dataset], steps, value) => {
        expectHonest(mutate(raw, steps, value), dataset);
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps counts exact where the list of problems ends', () => {
    const resources = Array.from({ length: 5000 }, () => null);
    const reading = read({ ...packageShow.result, resources });
    expect(reading).toMatchObject({ received: 5000, omitted: 5000 });
    expect(reading?.problems).toHaveLength(100);
  });

  it('leaves no mark on prototypes and is not misled by patched ones', () => {
    const patched = Object.prototype as { extra?: string; title?: string };
    patched.extra = 'ajeno';
    patched.title = 'ajeno';
    try {
      const raw = JSON.parse(
        '{"id": "x", "resources": [], "__proto__": {"polluted": true}}',
      ) as unknown;
      const reading = read(raw);
      expect(Object.hasOwn(reading?.model ?? {}, 'title')).toBe(false);
      expect(reading?.problems).toContainEqual({ code: 'missing-title', where: '/title' });
    } finally {
      delete patched.extra;
      delete patched.title;
    }
    expect('polluted' in {}).toBe(false);
  });

  it('reads a title of a megabyte and 10,000 resources in little time', () => {
    const row = packageShow.result.resources[0];
    const raw = {
      ...packageShow.result,
      title_translated: 'a'.repeat(1_000_000),
      [`dct:${':'.repeat(100_000)}`]: 'x',
      resources: Array.from({ length: 10_000 }, () => row),
    };
    const start = performance.now();
    expectHonest(raw);
    expect(performance.now() - start).toBeLessThan(3000);
  });
});
