/**
 * The faults of FAULTS' catalogue that a plan can meet, from a server that really fails: the state,
 * the sentence and the event. All stand on one page, each from an origin of its own, so that the
 * slow ones wait together.
 */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../browser/pages.js';
import type { Site } from '../browser/pages.js';
import { startFaultServer } from '../faults/fault-server.mjs';
import type { FaultServer } from '../faults/fault-server.mjs';
import type { Seen } from '../browser/widget-page.js';
import { openTrackerSite, shippedPlan, trackerOf, visit } from './tracker-page.js';

/** Fault, `kind` of the event, and part of the sentence. */
const FAILING: readonly (readonly [fault: string, kind: string, sentence: string])[] = [
  ['N01', 'offline', 'No pudimos conectar'],
  ['N02', 'offline', 'No pudimos conectar'],
  ['N04', 'denied', 'no permite mostrarlos aquí'],
  ['N06', 'server', 'No pudimos conectar'],
  ['N08', 'offline', 'No pudimos conectar'],
  ['N12', 'timeout', 'tardó demasiado'],
  ['N13', 'timeout', 'tardó demasiado'],
  ['N15', 'malformed', 'Llegó una respuesta incompleta'],
  ['N17', 'malformed', 'Llegó una respuesta incompleta'],
  ['N18', 'malformed', 'Llegó una respuesta incompleta'],
  ['H01', 'denied', 'pide permiso'],
  ['H02', 'not-found', 'El plan ya no existe en esta dirección'],
  ['H03', 'server', 'está saturado'],
  ['H04-503', 'server', 'tiene una falla'],
  ['H05', 'malformed', 'en mantenimiento'],
  ['H06', 'malformed', 'una respuesta vacía'],
  ['H06-empty', 'malformed', 'una respuesta vacía'],
  ['B01', 'too-large', 'demasiado grandes'],
  ['B03', 'malformed', 'un formato que no se puede leer'],
  ['B07-0', 'malformed', ''],
  ['B12-null', 'malformed', 'un formato que no se puede leer'],
  ['B12-text', 'malformed', 'un formato que no se puede leer'],
];

/** Answers that look odd and are well. */
const READABLE = ['ok', 'H08', 'H09', 'B04', 'B04-lie', 'B05', 'B05-be', 'B05-nobom', 'B06'];

/** Any of these may end well or not, but not in words of a machine. */
const ODD = ['B08-0', 'B08-3', 'B09', 'B10', 'B11', 'B12-array', 'B12-lists', 'B12-rows'];

let faults: FaultServer;
let browser: Browser;
let site: Site;
let seen: Record<string, Seen>;
let uncaught: string[];

beforeAll(async () => {
  const all = [...FAILING.map(([fault]) => fault), ...READABLE, ...ODD];
  const body = { type: 'application/json; charset=utf-8', body: shippedPlan('plan-ejemplo') };
  faults = await startFaultServer({ bodies: { plan: body }, origins: all.length + 2, tls: true });
  const trackers = all.map((fault, at) => {
    const origin = faults.origins[at + 2];
    const address = faults.url(fault, 'plan', origin ? { origin } : {});
    // A lower cap says the same sooner: forty trackers share this machine's two cores.
    const cap = fault === 'B01' ? 'max-bytes="500000"' : '';
    return trackerOf(`id="${fault}" view="table" ${cap} src="${address.replaceAll('&', '&amp;')}"`);
  });
  site = await openTrackerSite(trackers.join('\n'));
  browser = await openBrowser();
  const tab = await visit(browser, site.origin);
  await tab.page.waitForTimeout(200);
  seen = Object.fromEntries((await tab.seen()).map((one) => [one.id, one]));
  uncaught = tab.complaints.filter((line) => line.startsWith('uncaught'));
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await site?.close();
  await faults?.close();
});

describe('a tracker', () => {
  it.each(FAILING)('%s: says so, kindly (%s)', (fault, kind, sentence) => {
    const { status, text, kinds } = seen[fault] as Seen;
    expect(status).toBe(fault === 'N04' ? 'config' : 'error');
    expect(kinds.at(-1)).toBe(kind);
    expect(text).toContain(sentence);
  });

  it.each(READABLE)('%s: reads the plan whole', (fault) => {
    const { status, text } = seen[fault] as Seen;
    expect(status).toBe('fresh');
    expect(text).toContain('Compromisos: 14 de 14');
    expect(text).toContain('Ventanilla de trámites en línea');
  });

  it.each([...FAILING.map(([fault]) => fault), ...ODD])('%s: in no words of a machine', (fault) => {
    const { status, text } = seen[fault] as Seen;
    expect(text.trim()).not.toBe('');
    expect(text).not.toMatch(/undefined|NaN|\[object|Invalid|Error:/);
    expect(status).not.toBe('loading');
  });

  it('throws nothing at the page', () => {
    expect(uncaught).toEqual([]);
  });
});
