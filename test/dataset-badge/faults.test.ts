/**
 * Every network, HTTP and body fault of FAULTS' catalogue that a page can meet, from a server that
 * really fails: the state, the sentence and the event that a reader and a page get, in time. All of
 * them stand on two pages side by side, each from an origin of its own, so that the slow ones wait
 * together and none waits for another's turn.
 */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../browser/pages.js';
import type { Site } from '../browser/pages.js';
import { startFaultServer } from '../faults/fault-server.mjs';
import type { FaultServer } from '../faults/fault-server.mjs';
import { openTab, openWidgetSite } from '../browser/widget-page.js';
import type { Tab, Seen } from '../browser/widget-page.js';

const GOOD = {
  success: true,
  result: {
    id: 'pozos',
    name: 'pozos',
    title: 'Pozos de agua y su año de perforación',
    organization: { title: 'Comisión del Agua de prueba' },
    license_title: 'Libre Uso MX',
    metadata_modified: '2026-02-03T10:00:00',
    resources: [
      { name: 'Pozos', format: 'CSV', url: 'https://agua.example/pozos.csv', size: 1200 },
    ],
  },
};

const SENTENCES = {
  unreachable: 'No pudimos conectar con el sitio que publica estos datos.',
  cors: 'no permite mostrarlos aquí',
  redirect: 'No pudimos conectar',
  timeout: 'tardó demasiado en responder',
  denied: 'pide permiso para verlos',
  'not-found': 'El conjunto de datos ya no existe en esta dirección.',
  busy: 'está saturado',
  server: 'tiene una falla',
  html: 'parece estar en mantenimiento',
  'no-content': 'envió una respuesta vacía',
  truncated: 'Llegó una respuesta incompleta.',
  malformed: 'un formato que no se puede leer',
  'too-large': 'demasiado grandes para mostrarlos aquí',
} as const;

type Sentence = keyof typeof SENTENCES;

/** Fault, `kind` of the event, and the sentence; 15 s is the most that any may take. */
const FAILING: readonly (readonly [fault: string, kind: string, sentence: Sentence])[] = [
  ['N01', 'offline', 'unreachable'],
  ['N02', 'offline', 'unreachable'],
  ['N03', 'offline', 'unreachable'],
  ['N03-cert', 'offline', 'unreachable'],
  ['N04', 'denied', 'cors'],
  ['N05', 'denied', 'cors'],
  ['N06', 'server', 'redirect'],
  ['N07', 'server', 'redirect'],
  ['N08', 'offline', 'unreachable'],
  ['N09', 'offline', 'unreachable'],
  ['N12', 'timeout', 'timeout'],
  ['N13', 'timeout', 'timeout'],
  ['N14', 'timeout', 'timeout'],
  ['N15', 'malformed', 'truncated'],
  ['N16', 'malformed', 'truncated'],
  ['N17', 'malformed', 'truncated'],
  ['N18', 'malformed', 'truncated'],
  ['H01', 'denied', 'denied'],
  ['H01-401', 'denied', 'denied'],
  ['H02', 'not-found', 'not-found'],
  ['H03', 'server', 'busy'],
  ['H04', 'server', 'server'],
  ['H04-502', 'server', 'server'],
  ['H04-503', 'server', 'server'],
  ['H05', 'malformed', 'html'],
  ['H05-json', 'malformed', 'html'],
  ['H06', 'malformed', 'no-content'],
  ['H06-empty', 'malformed', 'no-content'],
  ['H07', 'server', 'server'],
  ['B01', 'too-large', 'too-large'],
  ['B02', 'too-large', 'too-large'],
  ['B03', 'malformed', 'malformed'],
  ['B03-objects', 'malformed', 'malformed'],
  ['B07-0', 'malformed', 'malformed'],
  ['B07-3', 'malformed', 'malformed'],
  ['B07-21', 'malformed', 'malformed'],
  ['B12', 'malformed', 'malformed'],
  ['B12-null', 'malformed', 'malformed'],
  ['B12-text', 'malformed', 'malformed'],
];

/** Answers that look odd and are well: the badge reads them. */
const READABLE = [
  'ok',
  'H08',
  'H09',
  'B04',
  'B04-unlabelled',
  'B04-lie',
  'B05',
  'B05-be',
  'B05-nobom',
  'B06',
];

/** Any of these may end well or not, but not in a crash and not in words of a machine. */
const ODD = [
  'B12-array',
  'B08-0',
  'B08-3',
  'B08-6',
  'B08-10',
  'B08-12',
  'B09',
  'B10',
  'B11',
  'B12-lists',
  'B12-rows',
];

const badge = (id: string, src: string, rest = ''): string =>
  `<ventana-dataset-badge loading="eager" id="${id}" src="${src.replaceAll('&', '&amp;')}" ${rest}><a href="https://agua.example/">Pozos</a></ventana-dataset-badge>`;

let faults: FaultServer;
let browser: Browser;
let site: Site;
let opened: Tab;
let tookMs = 0;
let seen: Map<string, Seen>;
/** Status of the badges with an older copy, 2 s in, 5.5 s in and at the end. */
const histories = new Map<string, string[]>();
const ended = new Map<string, Seen>();

/** Faults that a badge meets on a second visit, with yesterday's copy kept. */
const LATER = ['N08', 'N12', 'N13', 'N17', 'H01', 'H04-503', 'H05', 'B07-0', 'N04'];

/** The fault at an origin of its own; the first two are for redirects to end at. */
function addressOf(fault: string): string {
  const all = [...FAILING.map(([name]) => name), ...READABLE, ...ODD];
  const origin = faults.origins[2 + all.indexOf(fault)];
  return faults.url(fault, 'pozos', origin ? { origin } : {});
}

/** An address whose fault `faults.set` switches on. */
function liveAddress(fault: string): string {
  const origin = faults.origins.at(-1 - LATER.indexOf(fault));
  return `${origin}/live/${fault}?body=pozos`;
}

async function visitAll(): Promise<void> {
  const routes = {
    '/faults': page(
      [...FAILING.map(([fault]) => fault), ...READABLE, ...ODD]
        .map((fault) => badge(fault, addressOf(fault)))
        .join('\n'),
    ),
  };
  site = await openWidgetSite('', routes);
  opened = await openTab(browser);
  const began = Date.now();
  await opened.page.goto(`${site.origin}/faults`);
  await opened.settled(40_000);
  tookMs = Date.now() - began;
  seen = new Map((await opened.seen()).map((each) => [each.id, each]));
}

async function visitTwice(): Promise<void> {
  const all = LATER.map((fault) => badge(fault, liveAddress(fault)));
  const shop = await openWidgetSite(all.join('\n'));
  const { page: tab, settled, seen: look } = await openTab(browser);
  await tab.goto(shop.origin);
  await settled();
  const first = await look();
  if (!first.every(({ status }) => status === 'fresh')) throw new Error(JSON.stringify(first));
  await tab.waitForTimeout(500);
  for (const fault of LATER) faults.set(fault, fault);
  await tab.goto(shop.origin);
  const note = async (): Promise<void> => {
    for (const { id, status } of await look()) {
      histories.set(id, [...(histories.get(id) ?? []), status]);
    }
  };
  await tab.waitForTimeout(5500);
  await note();
  await tab.waitForTimeout(11_500);
  await note();
  for (const each of await look()) ended.set(each.id, each);
  await tab.close();
  await shop.close();
}

function page(body: string): string {
  return `<!doctype html><html lang="es-MX"><meta charset="utf-8"><title>Sitio</title><link rel="icon" href="data:,"><script type="module" src="/embed/ventana.js"></script>${body}</html>`;
}

beforeAll(async () => {
  const body = { type: 'application/json; charset=utf-8', body: JSON.stringify(GOOD) };
  faults = await startFaultServer({ bodies: { pozos: body }, origins: 80, tls: true });
  browser = await openBrowser();
  await Promise.all([visitAll(), visitTwice()]);
}, 90_000);

afterAll(async () => {
  await browser?.close();
  await site?.close();
  await faults?.close();
});

describe('a fault on a first visit', () => {
  it.each(FAILING)(
    '%s ends in an error event "%s" and the sentence for %s',
    (fault, kind, said) => {
      const { status, text, kinds } = seen.get(fault)!;
      expect(status).toBe(said === 'cors' ? 'config' : 'error');
      expect(text).toContain(SENTENCES[said]);
      expect(kinds).toEqual([kind]);
      expect(text).toContain('Ver en la fuente');
      if (said !== 'cors') expect(text).toContain('Reintentar');
    },
  );

  it('ends, the slowest included, in sight of the deadline of 15 s', () => {
    expect(tookMs).toBeLessThan(30_000);
  });

  it.each(READABLE)('%s is read as if nothing were odd', (fault) => {
    const { status, text } = seen.get(fault)!;
    expect(status).toBe('fresh');
    expect(text).toContain('Pozos de agua y su año de perforación');
    expect(text).toContain('Comisión del Agua de prueba');
  });

  it.each(ODD)('%s is shown or refused, in words for people', (fault) => {
    const { status, text } = seen.get(fault)!;
    expect(['fresh', 'partial', 'empty', 'error']).toContain(status);
    expect(text).not.toMatch(/\bundefined\b|\bnull\b|NaN|Infinity|\[object |Invalid Date/);
  });

  it('pollutes no prototype', async () => {
    expect(await opened.page.evaluate(() => 'polluted' in {})).toBe(false);
  });

  it('leaves no uncaught error, and one line on the console per badge', () => {
    expect(opened.complaints.filter((line) => line.startsWith('uncaught'))).toEqual([]);
    for (const [fault] of FAILING) {
      const address = addressOf(fault);
      const own = opened.lines.filter((line) =>
        line.startsWith(`<ventana-dataset-badge> ${address}: `),
      );
      expect(own, fault).toHaveLength(1);
    }
  });

  it('keeps the fallback link beside the sentence', async () => {
    expect(await opened.page.locator('[id="H04"] > a').isVisible()).toBe(true);
  });
});

describe('a fault on a later visit', () => {
  it.each(LATER)('%s shows the copy that is kept, with its date', (fault) => {
    expect(histories.get(fault)?.[1]).toBe('stale');
    const { text } = ended.get(fault)!;
    expect(text).toContain('Pozos de agua y su año de perforación');
    expect(text).toMatch(/Copia guardada del \d+ de [a-z]+ de 20\d\d/);
    expect(text).toContain('Reintentar');
  });

  it('shows it at 4 s, long before the source is given up', () => {
    expect(histories.get('N12')?.[0]).toBe('stale');
    expect(ended.get('N12')?.text).toContain(SENTENCES.timeout);
  });
});

describe('getting well', () => {
  it('a press on Reintentar reads again', async () => {
    faults.set('reintento', 'H01');
    const here = await openWidgetSite(badge('b', faults.live('reintento', 'pozos'), 'size="full"'));
    const { page: tab, settled, seen: look } = await openTab(browser);
    await tab.goto(here.origin);
    await settled();
    expect((await look())[0]?.status).toBe('error');
    faults.set('reintento', 'ok');
    await tab.getByRole('button', { name: 'Reintentar' }).press('Enter');
    await tab.waitForSelector('ventana-dataset-badge:state(fresh)');
    await tab.close();
    await here.close();
  });

  it('offline says so, and the network’s return reads again by itself', async () => {
    const here = await openWidgetSite(badge('b', faults.url('ok', 'pozos', { id: 77 })));
    const { page: tab, settled, seen: look } = await openTab(browser);
    await tab.goto(`${here.origin}/embed/ventana.js`);
    await tab.route(`${faults.origin}/**`, (route) => route.abort('internetdisconnected'));
    await tab.addInitScript(() => {
      Object.defineProperty(navigator, 'onLine', { get: () => !('isCut' in globalThis) });
      Object.assign(globalThis, { isCut: true });
    });
    await tab.goto(here.origin);
    await settled();
    const [before] = await look();
    expect(before).toMatchObject({ status: 'error', kinds: ['offline'] });
    expect(before?.text).toContain('No hay conexión a internet.');
    await tab.unroute(`${faults.origin}/**`);
    await tab.evaluate(() => {
      delete (globalThis as { isCut?: true }).isCut;
      dispatchEvent(new Event('online'));
    });
    await tab.waitForSelector('ventana-dataset-badge:state(fresh)');
    await tab.close();
    await here.close();
  });

  it('a request that the browser blocks is one that could not connect', async () => {
    const here = await openWidgetSite(badge('b', faults.url('ok', 'pozos', { id: 78 })));
    const { page: tab, settled, seen: look } = await openTab(browser);
    await tab.route(`${faults.origin}/**`, (route) => route.abort('blockedbyclient'));
    await tab.goto(here.origin);
    await settled(15_000);
    const [blocked] = await look();
    expect(blocked).toMatchObject({ status: 'error', kinds: ['offline'] });
    expect(blocked?.text).toContain(SENTENCES.unreachable);
    await tab.close();
    await here.close();
  });

  it('a snapshot stands in for a source that fails, dated by its own day and not by today', async () => {
    const here = await openWidgetSite(
      badge(
        'b',
        faults.url('H02', 'pozos', { id: 79 }),
        `snapshot="${faults.url('ok', 'pozos', { id: 80 })}"`,
      ),
    );
    const { page: tab, settled, seen: look } = await openTab(browser);
    await tab.goto(here.origin);
    await settled();
    const [shown] = await look();
    expect(shown?.status).toBe('stale');
    expect(shown?.text).toContain('Copia guardada del 3 de febrero de 2026');
    expect(shown?.text).not.toContain('Consultado el');
    await tab.close();
    await here.close();
  });
});

describe('sharing', () => {
  it('300 badges over 10 addresses make 10 requests, at most four at once', async () => {
    faults.reset();
    const all = Array.from({ length: 300 }, (_, i) =>
      badge(`b${i}`, faults.url('ok', 'pozos', { id: 100 + (i % 10), delay: 40 }), 'size="badge"'),
    );
    const here = await openWidgetSite(all.join(''));
    const { page: tab, settled, seen: look, complaints } = await openTab(browser);
    await tab.goto(here.origin);
    await settled(20_000);
    expect((await look()).every(({ status }) => status === 'fresh')).toBe(true);
    const asked = faults.requests.filter(({ url }) => /[?&]id=10\d/.test(url));
    expect(asked).toHaveLength(10);
    expect(faults.maxInFlight()).toBeLessThanOrEqual(4);
    expect(complaints).toEqual([]);
    await tab.close();
    await here.close();
  });
});
