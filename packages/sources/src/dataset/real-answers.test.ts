import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { pickText, recognizeFormat, type Dataset } from '@ventana/model';
import { describe, expect, it } from 'vitest';
import { SourceError } from '../transport/source-error.js';
import { detectDataset } from './detect-dataset.js';

const folder =
  process.env['VENTANA_REAL_DATA'] ??
  fileURLToPath(new URL('../../../../../shared/data', import.meta.url));

function files(name: string): readonly string[] {
  try {
    return readdirSync(`${folder}/${name}`)
      .filter((file) => file.endsWith('.json'))
      .map((file) => `${name}/${file}`);
  } catch {
    return [];
  }
}

const names = [...files('ckan'), ...files('dcat')];
const read = (name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as Record<string, unknown>;

interface RawResource {
  format?: string;
  downloadURL?: unknown;
}
type Raw = Record<string, unknown> & {
  title?: string;
  organization?: { title: string };
  publisher?: { name?: string };
  license?: string;
  license_title?: string;
  modified?: string;
  metadata_modified?: string;
  resources?: RawResource[];
  distribution?: RawResource[];
};

/** Every dataset in an answer, with what to ask for it by. */
function datasetsOf(raw: Record<string, unknown>): readonly (readonly [string, Raw])[] {
  const result = raw['result'] as Raw | undefined;
  const list = (raw['dataset'] ?? result?.['results'] ?? []) as Raw[];
  const one = result?.resources && !result['package_id'] ? [result] : [];
  return [...list, ...one].map((dataset) => [
    String(dataset['identifier'] ?? dataset['id']),
    dataset,
  ]);
}

function expectSurvived(model: Dataset, raw: Raw): void {
  const text = (value: Dataset['title']) => pickText(value, 'es')?.text;
  expect(text(model.title)).toBe(raw.title);
  const publisher = raw.organization?.title ?? raw.publisher?.name;
  if (publisher) expect(text(model.publisher)).toBe(publisher);
  const license = raw.license_title ?? raw.license;
  if (license) expect(model.license?.title).toBe(license);
  const dates = [raw.modified, raw.metadata_modified].flatMap((date) => date?.slice(0, 10) ?? []);
  for (const date of dates) expect([model.modified, model.metadataModified]).toContain(date);
  const rows = raw.resources ?? raw.distribution ?? [];
  expect(model.resources.map(({ format }) => format ?? '')).toEqual(
    rows.map(({ format }) => format ?? ''),
  );
  expect(model.resources.filter((row) => row.format && !recognizeFormat(row)?.isKnown)).toEqual([]);
}

describe.skipIf(names.length === 0)(
  'real answers (skipped where VENTANA_REAL_DATA and ../shared/data are missing)',
  () => {
    const withDatasets = names.filter((name) => datasetsOf(read(name)).length > 0);

    it.each(withDatasets)('%s: every dataset survives', (name) => {
      const raw = read(name);
      for (const [dataset, expected] of datasetsOf(raw)) {
        const address = 'https://copia.example.org/datos';
        const reading = detectDataset(raw, { address, dataset });
        expectSurvived(reading.model, expected);
        expect(reading.model.resources).toHaveLength(reading.received - reading.omitted);
      }
    });

    it('reads most of them', () => {
      expect(withDatasets.length).toBeGreaterThan(10);
    });

    it.each(names.filter((name) => !withDatasets.includes(name)))(
      '%s: no dataset, told apart as empty or as an error of its kind',
      (name) => {
        const raw = read(name);
        const address = 'https://copia.example.org/datos';
        const type = JSON.stringify(raw['error'] ?? '');
        const kind = type.includes('Not Found')
          ? 'not-found'
          : type.includes('Authorization')
            ? 'denied'
            : 'malformed';
        try {
          expect(detectDataset(raw, { address }).empty).toBe(true);
          expect((raw['result'] as { count: number }).count).toBe(0);
        } catch (error) {
          if (!(error instanceof SourceError)) throw error;
          expect(error.kind).toBe(kind);
        }
      },
    );
  },
);
