/**
 * The trámite finder on a page with the processor slowed 4 times, from generated catalogues of
 * 7,000 and 70,000 trámites, with a worker and without: tasks over 50 ms of the page's thread from
 * load to the full index, when results stand after the data's arrival, and from key press to
 * painted results. Run after `pnpm build`:
 *
 *     node test/bench/finder.mjs [folder of built files]
 */
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { generateQueries } from '../../packages/model/dist/tramite/generate/generate-queries.js';
import { generateTramites } from '../../packages/model/dist/tramite/generate/generate-tramites.js';
import { OWN_NAMES } from '../../packages/sources/dist/tramite/fields.js';
import { CHROMIUM_FLAGS, findChromium } from '../browser/chromium.mjs';

const [folder] = process.argv.slice(2);
const EMBED = folder
  ? pathToFileURL(`${folder.replace(/\/$/, '')}/`)
  : new URL('../../packages/embed/dist/', import.meta.url);
const SLOWER = 4;
const SEED = 4_117;
const QUERIES = 4;

/** Before anything else in the page: every long task, and each key's way to the screen. */
const WATCH = `
globalThis.tasks = [];
new PerformanceObserver((list) => tasks.push(...list.getEntries().map((e) => [Math.round(e.startTime), Math.round(e.duration)])))
  .observe({ type: 'longtask', buffered: true });
globalThis.keys = [];
let pressed;
addEventListener('keydown', () => { pressed = performance.now(); }, true);
addEventListener('ventana-tramite-finder-search', () => {
  const start = pressed;
  pressed = undefined;
  // The driver empties the field without a key.
  if (start) requestAnimationFrame(() => { const { port1, port2 } = new MessageChannel(); port2.onmessage = () => keys.push(performance.now() - start); port1.postMessage(0); });
}, true);
document.addEventListener('load', ({ target }) => {
  if (target.localName === 'ventana-tramite-finder') globalThis.ready = performance.now();
}, true);`;

/**
 * A trámite as a webmaster publishes it: our JSON, with the names and words of its schema.
 *
 * @param {import('../../packages/model/dist/index.js').Tramite} tramite
 */
function published({ cost, duration, requirements, places, legalBasis, other: _, ...rest }) {
  /** @param {readonly object[]} parts @param {Readonly<Record<string, string>>} names */
  const renamed = (parts, names) =>
    parts.map((part) =>
      Object.fromEntries(Object.entries(part).map(([key, value]) => [names[key] ?? key, value])),
    );
  const fields = {
    ...rest,
    cost: cost?.verbatim,
    duration: duration?.verbatim,
    requirements: renamed(requirements, { name: 'nombre', copies: 'copias', note: 'nota' }),
    places: renamed(places, {
      name: 'nombre',
      address: 'direccion',
      hours: 'horario',
      phone: 'telefono',
    }),
    legalBasis: renamed(legalBasis, { text: 'texto' }),
  };
  const [record] = renamed([fields], OWN_NAMES);
  return record;
}

/** @param {number} count */
function catalogue(count) {
  const tramites = generateTramites(count, SEED);
  const texts = generateQueries(tramites, 'prefix', QUERIES, SEED + 1).map(({ text }) =>
    // A keyboard here has no key for an accent.
    text.normalize('NFD').replace(/[^ -~]/g, ''),
  );
  return { json: JSON.stringify({ titulo: 'Prueba', tramites: tramites.map(published) }), texts };
}

/** @param {string} json @param {string} attributes */
async function open(json, attributes) {
  const server = createServer((request, response) => {
    const path = request.url?.split('?')[0] ?? '';
    const file = new URL(`.${path.replace('/embed', '')}`, EMBED);
    if (path === '/tramites.json') {
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(json);
    } else if (path.startsWith('/embed/') && existsSync(file)) {
      response
        .writeHead(200, { 'Content-Type': 'text/javascript', 'Cache-Control': 'max-age=600' })
        .end(readFileSync(file));
    } else {
      response
        .writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' })
        .end(
          `<!doctype html><html lang="es-MX"><title>x</title><script type="module" src="/embed/ventana.js"></script><ventana-tramite-finder loading="eager" src="/tramites.json" ${attributes}></ventana-tramite-finder>`,
        );
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return { origin: `http://127.0.0.1:${port}`, close: () => server.closeAllConnections() };
}

const browser = await chromium.launch({
  executablePath: await findChromium(),
  args: CHROMIUM_FLAGS,
});
for (const count of [7_000, 70_000]) {
  const { json, texts } = catalogue(count);
  for (const attributes of ['', 'worker="none"']) {
    if (count > 7_000 && attributes) continue;
    const site = await open(json, attributes);
    const page = await browser.newPage();
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    await page.addInitScript(WATCH);
    await page.goto(site.origin);
    // The driver's own script, which its first question brings, takes 30 ms to read: not while we load.
    const settles = count > 7_000 ? 15_000 : 4_000;
    await page.waitForTimeout(settles);
    await page.waitForFunction('globalThis.ready > 0', undefined, { timeout: 30_000 });
    const [ready, arrived] = /** @type {number[]} */ (
      await page.evaluate(
        `[ready, Math.max(...performance.getEntriesByType('resource').filter((e) => e.name.endsWith('.json')).map((e) => e.responseEnd), 0)]`,
      )
    );
    await page.waitForTimeout(1500);
    const field = page.locator('#field');
    await field.focus();
    const loading = /** @type {number[][]} */ (await page.evaluate('tasks.splice(0)')).filter(
      ([start = 0]) => start < settles - 200,
    );
    for (const text of texts) {
      await field.fill('');
      for (const key of text) {
        await page.keyboard.press(key === ' ' ? 'Space' : key);
        await page.waitForTimeout(120);
      }
    }
    await page.waitForTimeout(500);
    const [keys, typing] = /** @type {[number[], unknown]} */ (
      await page.evaluate('[keys, tasks]')
    );
    keys.sort((a, b) => a - b);
    const at = (/** @type {number} */ share) => keys[Math.floor(keys.length * share)]?.toFixed(0);
    process.stdout.write(
      `${count} ${attributes || 'worker'} (${(json.length / 1e6).toFixed(1)} MB): ready ${ready?.toFixed(0)} ms after navigation${arrived ? `, ${((ready ?? 0) - arrived).toFixed(0)} after the data` : ''}; ${keys.length} keys: p50 ${at(0.5)} p95 ${at(0.95)} max ${at(0.999)} ms; long tasks loading ${JSON.stringify(loading)}, typing ${JSON.stringify(typing)}\n`,
    );
    await page.close();
    site.close();
  }
}
await browser.close();
process.exit(0);
