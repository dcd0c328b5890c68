/**
 * The faults of FAULTS' catalogue that reach the finder another way than other widgets: its worker
 * fetches and reads by itself. With a worker and without, from a server that really fails.
 */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../browser/pages.js';
import type { Site } from '../browser/pages.js';
import { startFaultServer } from '../faults/fault-server.mjs';
import type { FaultServer } from '../faults/fault-server.mjs';
import { LOADER, openTab, openWidgetSite, pageOf } from '../browser/widget-page.js';
import type { Seen } from '../browser/widget-page.js';

const GOOD = {
  titulo: 'Trámites de la montaña',
  tramites: [{ homoclave: 'A/1', nombre: 'Permiso de leña y de año nuevo', costo: '$10' }],
};

/** What the sentence says, by fault; 15 s is the most that any may take. */
const FAILING: readonly (readonly [fault: string, said: string])[] = [
  ['N01', 'No pudimos conectar'],
  ['N02', 'No pudimos conectar'],
  ['N04', 'Puedes consultarlos en la fuente'],
  ['N06', 'No pudimos conectar'],
  ['N08', 'No pudimos conectar'],
  ['N12', 'tardó demasiado'],
  ['N13', 'tardó demasiado'],
  ['N15', 'incompleta'],
  ['N17', 'incompleta'],
  ['N18', 'incompleta'],
  ['H01', 'pide permiso'],
  ['H02', 'El catálogo de trámites ya no existe'],
  ['H03', 'saturado'],
  ['H04', 'tiene una falla'],
  ['H05', 'en mantenimiento'],
  ['H06', 'respuesta vacía'],
  ['H07', 'tiene una falla'],
  ['B03', 'formato que no se puede leer'],
  ['B07-0', 'formato que no se puede leer'],
  ['B12-null', 'formato que no se puede leer'],
];
const READABLE = ['ok', 'H08', 'B04', 'B05', 'B06'];
const ODD = ['B08-3', 'B09', 'B10', 'B11', 'B12-array', 'B12-lists', 'B12-rows'];
const ALL = [...FAILING.map(([fault]) => fault), ...READABLE, ...ODD];
/** Met on a second visit, with yesterday's copy kept. */
const LATER = ['N08', 'N12', 'H04-503', 'B07-0'];

const finder = (id: string, src: string, worker: string): string =>
  `<ventana-tramite-finder loading="eager" id="${id}" src="${src.replaceAll('&', '&amp;')}" ${worker}><a href="https://sierra.example/">Trámites</a></ventana-tramite-finder>`;

describe.each([
  ['a worker', ''],
  ['no worker', 'worker="none"'],
])('with %s', (_, worker) => {
  let faults: FaultServer;
  let browser: Browser;
  let site: Site;
  let seen: Map<string, Seen>;
  let uncaught: string[];
  let mode: number;

  beforeAll(async () => {
    const body = { type: 'application/json; charset=utf-8', body: JSON.stringify(GOOD) };
    faults = await startFaultServer({ bodies: { monte: body }, origins: 60 });
    browser = await openBrowser();
    site = await openWidgetSite('', {
      '/faults': pageOf(
        LOADER +
          ALL.map((fault, at) =>
            finder(
              fault,
              faults.url(fault, 'monte', { origin: faults.origins[at + 2] as string }),
              worker,
            ),
          ).join(''),
      ),
    });
    const opened = await openTab(browser);
    await opened.page.goto(`${site.origin}/faults`);
    await opened.settled(30_000);
    seen = new Map((await opened.seen()).map((each) => [each.id, each]));
    uncaught = opened.complaints.filter((line) => line.startsWith('uncaught'));
    mode = opened.page.workers().length;
    expect(await opened.page.evaluate(() => 'polluted' in {})).toBe(false);
    await opened.page.context().close();
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await site?.close();
    await faults?.close();
  });

  it('reads where it was told to', () => {
    expect(mode).toBe(worker ? 0 : 1);
  });

  it.each(FAILING)('%s says “%s”', (fault, said) => {
    const { status, text } = seen.get(fault)!;
    expect(text).toContain(said);
    expect(status).toBe(fault === 'N04' ? 'config' : 'error');
    expect(text).toContain('Ver en la fuente');
  });

  it.each(READABLE)('%s is read as if nothing were odd', (fault) => {
    const { status, text } = seen.get(fault)!;
    expect(status, text).toBe('fresh');
    expect(text).toContain('Permiso de leña y de año nuevo');
  });

  it.each(ODD)('%s is shown or refused, in words for people', (fault) => {
    const { status, text } = seen.get(fault)!;
    expect(['fresh', 'partial', 'empty', 'error']).toContain(status);
    expect(text).not.toMatch(/\bundefined\b|\bnull\b|NaN|Infinity|\[object |Invalid Date/);
  });

  it('leaves no uncaught error', () => {
    expect(uncaught).toEqual([]);
  });

  it('shows the copy it kept where a later visit fails, at 4 s, and it can be searched', async () => {
    const shop = await openWidgetSite(
      LATER.map((fault, at) =>
        finder(fault, `${faults.origins.at(-1 - at)}/live/${fault}?body=monte`, worker),
      ).join(''),
    );
    const { page, settled, seen: look } = await openTab(browser);
    for (const fault of LATER) faults.set(fault, 'ok');
    await page.goto(shop.origin);
    await settled();
    expect((await look()).map(({ status }) => status)).toEqual(LATER.map(() => 'fresh'));
    await page.waitForTimeout(500);
    for (const fault of LATER) faults.set(fault, fault);
    await page.goto(shop.origin);
    await page.waitForFunction(
      () =>
        [...document.querySelectorAll('ventana-tramite-finder')].every((each) =>
          each.matches(':state(stale)'),
        ),
      undefined,
      { timeout: 20_000 },
    );
    const [first] = await look();
    expect(first?.text).toMatch(/Copia guardada del \d+ de [a-z]+ de 20\d\d/);
    await page.locator('ventana-tramite-finder').first().locator('#field').fill('lena');
    await page.locator('ventana-tramite-finder').first().locator('mark').first().waitFor();
    await page.close();
    await shop.close();
  });
});
