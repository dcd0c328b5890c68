/**
 * What a budget's treemap costs a reader with a slow telephone, in one run against: a page with the
 * same script and figures that draws nothing; Chart.js's treemap of the same figures; and the floor,
 * the elements that the widget ends with as plain HTML, drawn by no script. And what 75,000 rows of
 * CSV cost on a desk.
 * Time is from navigation to paint, the median of some rounds, processor slowed 4 times. Run after
 * `pnpm build`:
 *
 *     node test/bench/budget.mjs [rounds] [folder of built files]
 */
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { rolldown } from 'rolldown';
import { CHROMIUM_FLAGS, findChromium } from '../browser/chromium.mjs';

const [rounds = '9', folder = '../../packages/embed/dist/'] = process.argv.slice(2);
const EMBED = new URL(folder.replace(/\/*$/, '/'), import.meta.url);
const SLOWER = 4;
const LONG_MS = 50;
/** All is painted by then, in ms. */
const SETTLES_MS = 2500;

/** @param {number} count */
function makeRows(count) {
  return Array.from({ length: count }, (_, at) => ({
    ramo: `Ramo de prueba número ${at + 1}`,
    aprobado: String(Math.round(9e11 / (at + 2) ** 0.7)),
  }));
}

/** Rows as those of PEF 2016: 27 columns, amounts between blanks. @param {number} count */
function makeCsv(count) {
  const header =
    'Ciclo,Ramo,RAMO_DESCRIPCION,UNIDAD,UNIDAD_DESCRIPCION,GF,GRUPO_FUN_DESCRIPCION,FN,FUNCIONL_DESCRIPCION,SF,SUBFUNCIONL_DESCRIPCION,RA,REASIGNACION_DESCRIPCION,AI,ACTIVIDAD_INST_DESCRIPCION,MOD,MODALIDAD_DESCRIPCION,PP,PROGR_PRES_DESCRIPCION,CONCEPTO,CONCEPTO_DESCRIPCION,TG,TIPO_GASTO_DESCRIPCION,FF,FUENTE_FINAN_DESCRIPCION,EF,ENTIDAD_FED_DESCRIPCION,CLAVE_CARTERA,PEF_2016'.split(
      ',',
    );
  const lines = [header.join(',')];
  for (let at = 0; at < count; at++) {
    const cells = header.map((name, column) =>
      column % 2 === 1
        ? String((at * (column + 3)) % 40)
        : `${name} número ${(at * (column + 1)) % 37}`,
    );
    cells[0] = '2016';
    cells[header.length - 1] = `" ${(1000 + ((at * 7919) % 900000)).toLocaleString('en')} "`;
    lines.push(cells.join(','));
  }
  return `${lines.join('\r\n')}\r\n`;
}

/** Chart.js with its treemap, only the parts that it needs, as a page of its own would bundle it. */
async function chartJs() {
  const build = await rolldown({
    input: 'virtual:entry',
    cwd: fileURLToPath(new URL('../../', import.meta.url)),
    platform: 'browser',
    transform: { target: 'es2022', define: { 'process.env.NODE_ENV': '"production"' } },
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === 'virtual:entry' ? id : null),
        load: (id) =>
          id === 'virtual:entry'
            ? `import { Chart, LinearScale, Tooltip } from 'chart.js';
import { TreemapController, TreemapElement } from 'chartjs-chart-treemap';
Chart.register(TreemapController, TreemapElement, LinearScale, Tooltip);
const tree = JSON.parse(document.querySelector('#data').textContent).rows.map((row) => ({ ...row, aprobado: Number(row.aprobado) }));
new Chart(document.querySelector('canvas'), {
  type: 'treemap',
  data: { datasets: [{ tree, key: 'aprobado', groups: ['ramo'], labels: { display: true, formatter: (ctx) => [ctx.raw.g, String(ctx.raw.v)] } }] },
  options: { animation: false, maintainAspectRatio: false },
});
document.body.dataset.done = '1';`
            : null,
      },
    ],
  });
  const { output } = await build.generate({ format: 'es', minify: true, codeSplitting: false });
  await build.close();
  return output[0].code;
}

/** Notes the first frame after the page's work was done, and every long task. */
const WATCH = `<script>
const noted = (globalThis.noted = { paint: 0, long: [] });
new PerformanceObserver((list) => { for (const { duration } of list.getEntries()) noted.long.push(Math.round(duration)); }).observe({ type: 'longtask', buffered: true });
const look = () => {
  const chart = document.querySelector('ventana-budget-chart');
  const done = document.readyState !== 'loading' && (document.body.dataset.done || document.body.dataset.empty && document.readyState === 'complete' || chart?.shadowRoot?.querySelector('.cell'));
  if (!done) return requestAnimationFrame(look);
  const { port1, port2 } = new MessageChannel();
  port2.onmessage = () => { noted.paint = performance.now(); };
  port1.postMessage(0);
};
requestAnimationFrame(look);
</script>`;

const page = (/** @type {string} */ body) =>
  `<!doctype html><html lang="es-MX"><head><meta charset="utf-8"><title>Banco</title><link rel="icon" href="data:,">${WATCH}</head>${body}</html>`;

const data = (/** @type {number} */ count) =>
  JSON.stringify({ title: 'Prueba', rows: makeRows(count) });
const ours = (/** @type {number} */ count) =>
  page(
    `<body><script type="module" src="/embed/budget-chart.js"></script><ventana-budget-chart loading="eager" by="ramo"><script type="application/json">${data(count)}</script></ventana-budget-chart></body>`,
  );
/** The same page, script and figures, with nothing to draw. @param {number} count */
const nothing = (count) =>
  ours(count).replaceAll('ventana-budget-chart', 'p').replace('<body', '<body data-empty="1"');
const theirs = (/** @type {number} */ count) =>
  page(
    `<body><script type="application/json" id="data">${data(count)}</script><div style="height:560px"><canvas></canvas></div><script type="module" src="/chartjs.js"></script></body>`,
  );

const reference = await chartJs();
const csv = makeCsv(75_000);
/** @type {Record<string, [type: string, body: string]>} */
const pages = {
  '/empty': ['text/html', nothing(30)],
  '/ours-30': ['text/html', ours(30)],
  '/theirs-30': ['text/html', theirs(30)],
  '/ours-1000': ['text/html', ours(1000)],
  '/theirs-1000': ['text/html', theirs(1000)],
  '/large': [
    'text/html',
    page(
      '<body><script type="module" src="/embed/budget-chart.js"></script><ventana-budget-chart loading="eager" max-bytes="60000000" src="/large.csv"></ventana-budget-chart></body>',
    ),
  ],
  '/large.csv': ['text/csv', csv],
  '/chartjs.js': ['text/javascript', reference],
};

const server = createServer((request, response) => {
  const path = request.url ?? '/';
  const known = pages[path];
  if (known)
    response.writeHead(200, { 'Content-Type': `${known[0]}; charset=utf-8` }).end(known[1]);
  else if (path.startsWith('/embed/')) {
    const body = readFileSync(new URL(path.slice(7), EMBED));
    response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(body);
  } else response.writeHead(404).end();
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());

const browser = await chromium.launch({
  executablePath: await findChromium(),
  args: [...CHROMIUM_FLAGS, '--enable-precise-memory-info', '--js-flags=--expose-gc'],
});

/** @param {string} path @param {number} slower */
async function visit(path, slower) {
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 } });
  const tab = await context.newPage();
  const session = await context.newCDPSession(tab);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
  await tab.goto(`http://127.0.0.1:${port}${path}`);
  // The driver's own script, which its first question brings, takes 30 ms to read: not before the paint.
  await tab.waitForTimeout(SETTLES_MS);
  await tab.waitForFunction('noted.paint > 0', undefined, { timeout: 60_000 });
  await tab.waitForTimeout(300);
  /** @type {{ paint: number, long: number[] }} */
  const noted = await tab.evaluate('noted');
  const heap = await tab.evaluate('gc(), performance.memory.usedJSHeapSize / 1e6');
  await context.close();
  return { ...noted, heap: Number(heap) };
}

/** The floor: a page with the same script, figures and elements, these as HTML. @param {string} path */
async function asHtml(path) {
  const tab = await browser.newPage({ viewport: { width: 1200, height: 900 } });
  await tab.goto(`http://127.0.0.1:${port}${path}`);
  await tab.waitForFunction('noted.paint > 0');
  const shadow = await tab.evaluate(() => {
    const root = document.querySelector('ventana-budget-chart')?.shadowRoot;
    const sheets = (root?.adoptedStyleSheets ?? []).map(({ cssRules }) =>
      Array.from(cssRules, ({ cssText }) => cssText).join('\n'),
    );
    return `<style>${sheets.join('\n')}</style>${root?.innerHTML}`;
  });
  await tab.close();
  return nothing(30).replace(
    '<p loading',
    `<div><template shadowrootmode="open">${shadow}</template></div><p loading`,
  );
}

const median = (/** @type {number[]} */ values) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

pages['/floor-30'] = ['text/html', await asHtml('/ours-30')];
const slow = ['/empty', '/floor-30', '/ours-30', '/theirs-30', '/ours-1000', '/theirs-1000'];
/** @type {Record<string, number[]>} */
const paints = Object.fromEntries(slow.map((path) => [path, []]));
/** @type {Record<string, number[]>} */
const longest = Object.fromEntries(slow.map((path) => [path, []]));
await visit('/ours-30', 1);
for (let round = 0; round < Number(rounds); round++) {
  for (const path of slow) {
    const { paint, long } = await visit(path, SLOWER);
    paints[path]?.push(paint);
    longest[path]?.push(Math.max(0, ...long));
  }
}
const at = Object.fromEntries(slow.map((path) => [path, median(paints[path] ?? [])]));
const task = Object.fromEntries(slow.map((path) => [path, median(longest[path] ?? [])]));
for (const path of slow) {
  process.stdout.write(
    `${path.padEnd(14)} ${Math.round(at[path] ?? 0)} ms to paint, longest task ${task[path]} ms\n`,
  );
}
const large = await visit('/large', 1);
const results = [
  ['30 parts against an empty page', (at['/ours-30'] ?? 0) / (at['/empty'] ?? 1), 1.3],
  ['30 parts against the floor', (at['/ours-30'] ?? 0) / (at['/floor-30'] ?? 1), undefined],
  ['30 parts against Chart.js', (at['/ours-30'] ?? 0) / (at['/theirs-30'] ?? 1), 0.6],
  ['1,000 parts against Chart.js', (at['/ours-1000'] ?? 0) / (at['/theirs-1000'] ?? 1), 0.45],
  [
    'longest task of 30 parts, ms, beyond Chart.js’s',
    (task['/ours-30'] ?? 0) - (task['/theirs-30'] ?? 0),
    LONG_MS,
  ],
  ['75,000 rows: longest task, ms, not slowed', Math.max(0, ...large.long), 100],
  ['75,000 rows: heap, MB', large.heap, 150],
];
for (const [what, found, limit] of results) {
  const isOver = Number(found) > Number(limit);
  process.stdout.write(
    `${isOver ? 'OVER' : 'ok  '} ${what}: ${Number(found).toFixed(2)}${limit === undefined ? '' : ` (limit ${limit})`}\n`,
  );
  if (isOver) process.exitCode = 1;
}
process.stdout.write(
  `75,000 rows (${(csv.length / 1e6).toFixed(1)} MB): painted at ${Math.round(large.paint)} ms\n`,
);
await browser.close();
server.close();
