/**
 * Answers that real portals gave, served from this machine, each in a badge: the page says what the
 * document says. What is expected is reckoned here from the raw JSON, by this file's own means.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../browser/pages.js';
import type { Site } from '../browser/pages.js';
import { escaped, openTab, openWidgetSite } from '../browser/widget-page.js';
import type { Tab, Seen } from '../browser/widget-page.js';

const FOLDER =
  process.env['VENTANA_REAL_DATA'] ??
  fileURLToPath(new URL('../../../shared/data', import.meta.url));

type Raw = Record<string, unknown>;

function filesOf(folder: string): string[] {
  try {
    return readdirSync(`${FOLDER}/${folder}`)
      .filter((name) => name.endsWith('.json'))
      .map((name) => `${folder}/${name}`);
  } catch {
    return [];
  }
}

const files = [...filesOf('ckan'), ...filesOf('dcat')].map((name) => ({
  name,
  text: readFileSync(`${FOLDER}/${name}`, 'utf8'),
}));

function datasetsOf(raw: Raw): Raw[] {
  const result = raw['result'] as Raw | undefined;
  const list = raw['dataset'] ?? result?.['results'];
  if (Array.isArray(list)) return list as Raw[];
  return Array.isArray(result?.['resources']) ? [result] : [];
}

interface Expected {
  readonly id: string;
  readonly file: string;
  readonly dataset: string;
  readonly size: 'card' | 'full';
  readonly raw: Raw;
}

const expected: Expected[] = files.flatMap(({ name, text }) =>
  datasetsOf(JSON.parse(text) as Raw).flatMap((raw, index) =>
    (['card', 'full'] as const).map((size) => ({
      id: `${name}#${index}-${size}`,
      file: name,
      dataset: String(raw['identifier'] ?? raw['id']),
      size,
      raw,
    })),
  ),
);
const others = files.filter(({ text }) => datasetsOf(JSON.parse(text) as Raw).length === 0);

const MONTHS =
  'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(
    ' ',
  );

/** "19 de abril de 2016" of "2016-04-19T19:48…", by hand. */
function inWords(date: string): string {
  const [year, month, day] = date.slice(0, 10).split('-').map(Number);
  return `${day} de ${MONTHS[(month ?? 1) - 1]} de ${year}`;
}

const oneSpace = (text: unknown): string => String(text).replace(/\s+/g, ' ').trim();

/** `ZIP+CSV` tells CSV, `.xls` XLS. */
const formatOf = (written: string): string =>
  written
    .toUpperCase()
    .replace(/^.*\+/, '')
    .replace(/[^A-Z0-9]/g, '');

let browser: Browser;
let site: Site;
let opened: Tab;
const seen = new Map<string, Seen>();

beforeAll(async () => {
  if (files.length === 0) return;
  const badges = [
    ...expected.map(
      ({ id, file, dataset, size }) =>
        `<ventana-dataset-badge loading="eager" id="${id}" size="${size}" src="/real/${file}" dataset="${escaped(dataset)}"></ventana-dataset-badge>`,
    ),
    ...others.map(
      ({ name }) =>
        `<ventana-dataset-badge loading="eager" id="${name}" src="/real/${name}"></ventana-dataset-badge>`,
    ),
  ];
  site = await openWidgetSite(
    badges.join('\n'),
    Object.fromEntries(files.map(({ name, text }) => [`/real/${name}`, text])),
  );
  browser = await openBrowser();
  opened = await openTab(browser);
  await opened.page.goto(site.origin);
  await opened.settled(30_000);
  for (const each of await opened.seen()) seen.set(each.id, each);
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
});

describe.skipIf(files.length === 0)(
  'real answers (skipped where VENTANA_REAL_DATA and ../shared/data are missing)',
  () => {
    it.each(expected)('$id says what its document says', ({ id, raw }) => {
      const { status, text } = seen.get(id)!;
      expect(status).toBe('fresh');
      expect(text).not.toMatch(/\bundefined\b|\bnull\b|NaN|\[object |Invalid Date/);

      if (raw['title']) expect(text).toContain(oneSpace(raw['title']));
      else expect(text).toContain('El conjunto de datos');

      const publisher =
        (raw['organization'] as Raw | null)?.['title'] ?? (raw['publisher'] as Raw)?.['name'];
      expect(text).toContain(publisher ? oneSpace(publisher) : 'Sin dato');

      const extras = (raw['extras'] ?? []) as { key: string; value: string }[];
      const date = String(
        raw['modified'] ??
          extras.find(({ key }) => key === 'modified')?.value ??
          raw['metadata_modified'] ??
          '',
      );
      if (/^\d{4}-\d\d-\d\d/.test(date)) expect(text).toContain(inWords(date));
      else expect(text).toContain(date ? `Fecha no válida: ${date}` : 'Sin dato');

      const license = raw['license_title'] ?? raw['license'];
      if (license) expect(text).toContain(oneSpace(license));

      const rows = (raw['resources'] ?? raw['distribution'] ?? []) as Raw[];
      for (const { format } of rows) {
        if (format) expect(text).toContain(formatOf(String(format)));
      }
      expect(text).toContain(`Recursos: ${rows.length}`);
    });

    it.each(others)('$name, which is no dataset, says so in plain Spanish', ({ name, text }) => {
      const raw = JSON.parse(text) as Raw;
      const { status, text: shown, kinds } = seen.get(name)!;
      expect(shown).not.toMatch(/undefined|null|NaN|\[object /);
      const result = raw['result'] as Raw | undefined;
      if (result && result['count'] === 0) {
        expect(status).toBe('empty');
        expect(shown).toContain('La fuente respondió bien, pero no tiene nada que mostrar.');
        return;
      }
      const type = String((raw['error'] as Raw | undefined)?.['__type'] ?? '');
      const [kind, sentence] = type.includes('Not Found')
        ? ['not-found', 'El conjunto de datos ya no existe en esta dirección.']
        : type.includes('Authorization')
          ? ['denied', 'pide permiso para verlos']
          : ['malformed', 'Los datos llegaron en un formato que no se puede leer.'];
      expect(status).toBe('error');
      expect(kinds).toEqual([kind]);
      expect(shown).toContain(sentence);
      expect(shown).toContain('Reintentar');
    });

    it('makes no badge throw, and asks each file once', () => {
      expect(opened.complaints).toEqual([]);
      const asked = site.asked.filter((path) => path.startsWith('/real/'));
      expect(asked.length).toBe(new Set(asked).size);
    });
  },
);
