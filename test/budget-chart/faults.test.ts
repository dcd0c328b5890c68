/**
 * Faults of the catalogue that a chart meets on a page, from a server that really fails: state, sentence
 * and event. All stand on one page, each from an origin of its own, so that the slow ones wait together.
 */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../browser/pages.js';
import type { Site } from '../browser/pages.js';
import { startFaultServer } from '../faults/fault-server.mjs';
import type { FaultServer } from '../faults/fault-server.mjs';
import { openTab, openWidgetSite } from '../browser/widget-page.js';
import type { Seen } from '../browser/widget-page.js';

const GOOD = {
  title: 'Egresos con año y ñ',
  rows: [
    { year: 2025, ramo: 'Educación', ejercido: '1500000.25' },
    { year: 2025, ramo: 'Niñez', ejercido: '500000' },
  ],
};

const FAILING: readonly (readonly [fault: string, kind: string, sentence: string])[] = [
  ['N02', 'offline', 'No pudimos conectar con el sitio'],
  ['N04', 'denied', 'no permite mostrarlos aquí'],
  ['N06', 'server', 'No pudimos conectar'],
  ['N08', 'offline', 'No pudimos conectar con el sitio'],
  ['N12', 'timeout', 'tardó demasiado en responder'],
  ['N14', 'timeout', 'tardó demasiado en responder'],
  ['N15', 'malformed', 'Llegó una respuesta incompleta.'],
  ['N17', 'malformed', 'Llegó una respuesta incompleta.'],
  ['H01', 'denied', 'pide permiso para verlos'],
  ['H02', 'not-found', 'El presupuesto ya no existe en esta dirección.'],
  ['H03', 'server', 'está saturado'],
  ['H04', 'server', 'tiene una falla'],
  ['H05', 'malformed', 'parece estar en mantenimiento'],
  ['H06-empty', 'malformed', 'envió una respuesta vacía'],
  ['H07', 'server', 'tiene una falla'],
  ['B01', 'too-large', 'demasiado grandes para mostrarlos aquí'],
  ['B03', 'malformed', 'un formato que no se puede leer'],
  ['B07-0', 'malformed', 'un formato que no se puede leer'],
  ['B12-null', 'malformed', 'un formato que no se puede leer'],
];

const READABLE = ['ok', 'H08', 'B04', 'B04-unlabelled', 'B05', 'B06'];

let faults: FaultServer;
let browser: Browser;
let site: Site;
let seen: Map<string, Seen>;
let uncaught: string[];

beforeAll(async () => {
  const names = [...FAILING.map(([name]) => name), ...READABLE];
  faults = await startFaultServer({
    origins: names.length + 2,
    bodies: { egresos: { type: 'application/json', body: JSON.stringify(GOOD) } },
  });
  browser = await openBrowser();
  const tags = names.map((name, at) => {
    const origin = faults.origins[2 + at];
    const src = faults.url(name, 'egresos', origin ? { origin } : {}).replaceAll('&', '&amp;');
    // A lower cap says the same sooner: all these charts share the machine's two cores.
    const cap = name === 'B01' ? 'max-bytes="500000"' : '';
    return `<ventana-budget-chart id="${name}" loading="eager" ${cap} src="${src}"><a href="/">Egresos</a></ventana-budget-chart>`;
  });
  site = await openWidgetSite(tags.join(''));
  const tab = await openTab(browser);
  await tab.page.goto(site.origin);
  await tab.settled(40_000);
  await tab.page.waitForTimeout(100);
  seen = new Map((await tab.seen()).map((one) => [one.id, one]));
  uncaught = tab.complaints.filter((line) => line.startsWith('uncaught'));
}, 90_000);
afterAll(async () => {
  await browser?.close();
  await site?.close();
  await faults?.close();
});

describe('a chart whose source fails', () => {
  it.each(FAILING)('%s: kind %s, «%s»', (fault, kind, sentence) => {
    const { status, text, kinds } = seen.get(fault) ?? {};
    expect(text).toContain(sentence);
    expect(status).toBe(fault === 'N04' ? 'config' : 'error');
    expect(kinds?.at(-1)).toBe(kind);
    expect(text).not.toMatch(/undefined|NaN|\[object/);
  });

  it.each(READABLE)('%s is read', (fault) => {
    const { status, text } = seen.get(fault) ?? {};
    expect([fault, status]).toEqual([fault, 'fresh']);
    expect(text).toContain('En 2025 se ejercieron 2 millones de pesos');
    expect(text).toContain('Educación');
    expect(text).toContain('Niñez');
  });

  it('throws nothing at the page', () => {
    expect(uncaught).toEqual([]);
  });
});
