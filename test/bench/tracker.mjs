/**
 * How the commitment tracker stands up to a long plan, in Chromium with the processor slowed 4
 * times: a plan of 26 commitments against one of 2,000 with 10 milestones each. Measures the first
 * screen from navigation (the first commitment painted), the plan read whole, and the longest task
 * of a search, a filter and each view. Tasks are told in processor time of the page's thread, which
 * what else runs on the machine does not lengthen. Run after `pnpm build`:
 *
 *     node test/bench/tracker.mjs [rounds] [folder of built files]
 */
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { chromium } from 'playwright-core';
import { CHROMIUM_FLAGS, findChromium } from '../browser/chromium.mjs';

const [rounds = '5', folder = '../../packages/embed/dist/'] = process.argv.slice(2);
const EMBED = new URL(folder.replace(/\/*$/, '/'), import.meta.url);
const SLOWER = 4;

const WORDS =
  'transparencia presupuesto público salud agua educación vivienda obra contratos ciudadanía datos abiertos municipio seguridad justicia ambiente movilidad trámites género'.split(
    ' ',
  );
const STATUSES = ['no iniciado', 'en proceso', 'atrasado', 'cumplido', 'incumplido', 'retirado'];

/** A made-up plan; the same numbers give the same plan. @param {number} commitments @param {number} milestones */
export function makePlan(commitments, milestones) {
  let seed = 7;
  const random = () => (seed = (seed * 1103515245 + 12345) & 0x7fffffff) / 0x7fffffff;
  const words = (/** @type {number} */ count) =>
    Array.from({ length: count }, () => WORDS[Math.floor(random() * WORDS.length)]).join(' ');
  const pad = (/** @type {number} */ number) => String(Math.floor(number)).padStart(2, '0');
  const day = () =>
    `${2025 + Math.floor(random() * 3)}-${pad(1 + random() * 12)}-${pad(1 + random() * 28)}`;
  const list = (/** @type {number} */ length, /** @type {(i: number) => object} */ make) =>
    Array.from({ length }, (_, i) => make(i));
  return {
    titulo: 'Plan de prueba',
    ejemplo: true,
    ejes: list(8, (i) => ({ clave: `e${i}`, titulo: `Eje ${words(2)} ${i}` })),
    temas: list(20, (i) => ({ clave: `t${i}`, titulo: `Mesa ${i}`, osc: [`Organización ${i}`] })),
    compromisos: list(commitments, (i) => ({
      numero: i + 1,
      titulo: `${words(6)} ${i}`,
      resumen: words(14),
      eje: `e${i % 8}`,
      tema: `t${i % 20}`,
      instituciones: [`Institución ${i % 40}`],
      osc: [`Organización ${i % 25}`],
      inicio: '2025-01-01',
      fin: day(),
      estatus: STATUSES[i % 6],
      hitos: list(milestones, (j) => ({
        clave: `${i + 1}.${j + 1}`,
        titulo: words(5),
        fecha: day(),
        ...(random() < 0.5 ? { estatus: 'cumplido', cumplido: day() } : { estatus: 'en proceso' }),
      })),
    })),
  };
}

/** Before anything else in the page: when the first commitment was painted. */
const WATCH = `
globalThis.painted = new Promise((resolve) => {
  const look = () => {
    const root = document.querySelector('ventana-commitment-tracker')?.shadowRoot;
    if (root?.querySelector('.opener')) requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
    else requestAnimationFrame(look);
  };
  look();
});`;

const plans = {
  26: JSON.stringify(makePlan(26, 10)),
  2000: JSON.stringify(makePlan(2000, 10)),
};

const server = createServer((request, response) => {
  const path = (request.url ?? '/').split('?')[0] ?? '/';
  const plan = /** @type {Record<string, string>} */ (plans)[path.slice('/plan/'.length)];
  const file = new URL(`.${path.slice('/embed'.length)}`, EMBED);
  if (plan) response.writeHead(200, { 'Content-Type': 'application/json' }).end(plan);
  else if (path.startsWith('/embed/') && existsSync(file)) {
    response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(readFileSync(file));
  } else if (path.startsWith('/of/')) {
    response
      .writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' })
      .end(
        `<!doctype html><html lang="es-MX"><link rel="icon" href="data:,"><title>Plan</title><body><ventana-commitment-tracker view="list" loading="eager" src="/plan/${path.slice(4)}"></ventana-commitment-tracker><script type="module" src="/embed/ventana.js"></script>`,
      );
  } else response.writeHead(404).end();
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
const browser = await chromium.launch({
  executablePath: await findChromium(),
  args: CHROMIUM_FLAGS,
});

/**
 * Milliseconds of processor that each task of the page's thread took while `act` ran.
 *
 * @param {import('playwright-core').Page} page
 * @param {() => Promise<unknown>} act
 */
async function tasksOf(page, act) {
  await browser.startTracing(page, {
    categories: ['toplevel'],
  });
  await act();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  const mains = new Set(
    traceEvents
      .filter(
        (/** @type {any} */ e) => e.name === 'thread_name' && e.args.name === 'CrRendererMain',
      )
      .map((/** @type {any} */ e) => `${e.pid} ${e.tid}`),
  );
  return traceEvents
    .filter(
      (/** @type {any} */ e) => /RunTask$/.test(e.name) && e.tdur && mains.has(`${e.pid} ${e.tid}`),
    )
    .map((/** @type {any} */ e) => /** @type {number} */ (e.tdur / 1000));
}

/** @param {string} size */
async function measure(size) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await page.addInitScript(WATCH);
  let first = 0;
  const reading = await tasksOf(page, async () => {
    await page.goto(`http://127.0.0.1:${port}/of/${size}`);
    first = /** @type {number} */ (await page.evaluate('painted'));
  });
  const work = reading.reduce((/** @type {number} */ sum, /** @type {number} */ ms) => sum + ms, 0);
  const rest = await tasksOf(page, async () => {
    await page.waitForFunction(
      `/fresh|partial/.test(document.querySelector('ventana-commitment-tracker').status)`,
    );
    await page.waitForTimeout(2000);
  });
  const acts = {};
  const control = (/** @type {string} */ name) => page.locator(`[name="${name}"]`);
  await page.getByText('Filtros y orden').click();
  for (const [name, act] of Object.entries({
    search: () => control('q').pressSequentially('agua sal', { delay: 100 }),
    clear: () => control('q').fill(''),
    axis: () => control('axis').selectOption('=e3'),
    status: () => control('status').selectOption('=delayed'),
    overdue: () => control('overdue').check(),
    none: () => page.getByRole('button', { name: 'Quitar filtros' }).click(),
    order: () => control('order').selectOption('=title'),
    board: () => page.getByRole('button', { name: 'Tablero' }).click(),
    timeline: () => page.getByRole('button', { name: 'Línea de tiempo' }).click(),
    table: () => page.getByRole('button', { name: 'Tabla', exact: true }).click(),
  })) {
    const tasks = await tasksOf(page, async () => {
      await act();
      await page.waitForTimeout(400);
    });
    Object.assign(acts, { [name]: Math.max(...tasks) });
  }
  await context.close();
  return { first, 'its processor time': work, rest: Math.max(...rest), ...acts };
}

/** @type {Record<string, Record<string, number[]>>} */
const found = {};
for (let round = 0; round < Number(rounds); round++) {
  for (const size of ['26', '2000']) {
    for (const [name, ms] of Object.entries(await measure(size))) {
      ((found[size] ??= {})[name] ??= []).push(ms);
    }
  }
}
await browser.close();
server.close();

const median = (/** @type {number[]} */ all) =>
  Math.round([...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0);
process.stdout.write(
  `ms, medians of ${rounds} rounds, processor slowed ${SLOWER} times; after the first two, the longest task\n`,
);
for (const [size, figures] of Object.entries(found)) {
  const line = Object.entries(figures).map(([name, all]) => `${name} ${median(all)}`);
  process.stdout.write(`${size.padStart(5)} commitments: ${line.join(', ')}\n`);
}
