/**
 * Reads 75,000 generated rows in the shape of the federal budget of 2016 (27 columns, CP850) in
 * Chromium, and prints the longest task of the main thread and the heap it took. With `--cpu 4`
 * the processor is slowed as many times.
 *
 *   node test/bench/budget-parse.mjs [--rows 75000] [--cpu 1]
 */
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { CHROMIUM_FLAGS, findChromium } from '../browser/chromium.mjs';

/** @type {(name: string, fallback: number) => number} */
const option = (name, fallback) => {
  const at = process.argv.indexOf(`--${name}`);
  return at === -1 ? fallback : Number(process.argv[at + 1]);
};
const rows = option('rows', 75_000);
const cpu = option('cpu', 1);

const HEADER =
  'Ciclo,Ramo,RAMO_DESCRIPCION,UNIDAD,UNIDAD_DESCRIPCION,GF,GRUPO_FUN_DESCRIPCION,FN,FUNCIONL_DESCRIPCION,SF,SUBFUNCIONL_DESCRIPCION,AI,ACTIVIDAD_INST_DESCRIPCION,MOD,MODALIDAD_DESCRIPCION,PP,PROGR_PRES_DESCRIPCION,CONCEPTO,CONCEPTO_DESCRIPCION,TG,TIPO_GASTO_DESCRIPCION,FF,FUENTE_FINAN_DESCRIPCION,EF,ENTIDAD_FED_DESCRIPCION,CLAVE_CARTERA,PEF_2016';
/** @type {Record<string, number>} */
const LETTERS = { á: 0xa0, é: 0x82, í: 0xa1, ó: 0xa2, ú: 0xa3, ñ: 0xa4 };

/** Bytes of the file, and the sum that a reader of it must find. */
function generate() {
  let seed = 7;
  /** @type {(below: number) => number} */
  const random = (below) => (seed = (seed * 48271) % 2147483647) % below;
  /** @type {(kind: string, at: number) => string} */
  const name = (kind, at) => `${kind} de atención, promoción y evaluación número ${at}`;
  const lines = [HEADER];
  let total = 0n;
  for (let row = 0; row < rows; row++) {
    /** @type {(kind: string, below: number) => string} */
    const pair = (kind, below) => {
      const at = random(below);
      return `${at},"${name(kind, at)}"`;
    };
    const amount = random(900_000_000) - 9_000_000;
    total += BigInt(amount);
    lines.push(
      [
        2016,
        pair('Ramo', 45),
        pair('Unidad', 1200),
        pair('Grupo', 4),
        pair('Función', 28),
        pair('Subfunción', 110),
        pair('Actividad', 400),
        pair('Modalidad', 25),
        pair('Programa', 1000),
        pair('Concepto', 60),
        pair('Tipo', 7),
        pair('Fuente', 4),
        pair('Entidad', 34),
        random(3) ? 0 : 15092100000 + random(2000),
        `" ${amount === 0 ? '-  ' : amount.toLocaleString('en-US')} "`,
      ].join(','),
    );
  }
  const text = lines.join('\r\n');
  const bytes = Buffer.from(text, 'latin1');
  for (let at = 0; at < bytes.length; at++) {
    const letter = String.fromCharCode(bytes[at] ?? 0);
    bytes[at] = LETTERS[letter] ?? bytes[at] ?? 0;
  }
  return { bytes, total };
}

const ENTRY = '\0bench';
const output = /** @type {import('vite').Rolldown.RolldownOutput} */ (
  await build({
    configFile: false,
    logLevel: 'error',
    root: fileURLToPath(new URL('../../packages/widgets', import.meta.url)),
    resolve: { conditions: ['ventana-source', 'browser', 'module', 'import', 'default'] },
    plugins: [
      {
        name: 'bench-entry',
        resolveId: (id) => (id === 'bench' ? ENTRY : undefined),
        load: (id) =>
          id === ENTRY
            ? `import { breakdown, ranked, treemapLayout } from '@ventana/model';
             import { fetchBudget } from '@ventana/sources';
             globalThis.read = async (address) => {
               const loaded = await fetchBudget(address, { maxBytes: 2 ** 28 });
               const { model } = loaded.reading;
               const { items, totals } = breakdown(model, { by: 'ramo' });
               const values = ranked(items).map((item) => Number(item.figures[0].value));
               treemapLayout(values, { width: 800, height: 450 });
               globalThis.kept = model;
               return { total: totals[0].value, received: loaded.reading.received, omitted: loaded.reading.omitted };
             };`
            : undefined,
      },
    ],
    build: { write: false, target: 'es2022', rollupOptions: { input: 'bench' } },
  })
);
/** What is loaded apart too: the file is in CP850. */
const files = new Map(output.output.map((file) => [`/${file.fileName}`, file]));
const [entry] = output.output;
const { bytes, total } = generate();
const server = createServer((request, response) => {
  if (request.url === '/data.csv') {
    response.setHeader('content-type', 'text/csv; charset=iso-8859-1');
    response.end(bytes);
  } else if (files.has(request.url ?? '')) {
    const file = files.get(request.url ?? '');
    response.setHeader('content-type', 'text/javascript');
    response.end(file?.type === 'chunk' ? file.code : '');
  } else {
    response.setHeader('content-type', 'text/html');
    response.end(
      `<!doctype html><title>bench</title><script type="module" src="/${entry.fileName}"></script>`,
    );
  }
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
const browser = await chromium.launch({
  executablePath: await findChromium(),
  args: CHROMIUM_FLAGS,
});
try {
  const page = await browser.newPage();
  const session = await page.context().newCDPSession(page);
  await page.goto(`http://127.0.0.1:${port}/`);
  await page.waitForFunction(() => 'read' in globalThis);
  const heap = async () => (await session.send('Runtime.getHeapUsage')).usedSize;
  await session.send('HeapProfiler.collectGarbage');
  const before = await heap();
  if (cpu > 1) await session.send('Emulation.setCPUThrottlingRate', { rate: cpu });
  let peak = before;
  let done = false;
  const watch = (async () => {
    while (!done) {
      peak = Math.max(peak, await heap());
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  })();
  const found = await page.evaluate(async () => {
    /** @type {string[]} */
    const tasks = [];
    const start = performance.now();
    const observer = new PerformanceObserver((list) => {
      for (const { duration, startTime } of list.getEntries()) {
        tasks.push(`${Math.round(duration)} (at ${Math.round(startTime - start)} ms)`);
      }
    });
    observer.observe({ type: 'longtask' });
    const answer = await /** @type {any} */ (globalThis).read('/data.csv');
    await new Promise((resolve) => setTimeout(resolve, 200));
    return { ...answer, tasks, ms: Math.round(performance.now() - start - 200) };
  });
  done = true;
  await watch;
  await session.send('HeapProfiler.collectGarbage');
  const after = await heap();
  /** @type {(size: number) => string} */
  const mb = (size) => `${(size / 2 ** 20).toFixed(1)} MB`;
  console.log(`${rows} rows, ${mb(bytes.length)}, processor slowed ${cpu} times`);
  console.log(
    `read and laid out in ${found.ms} ms; received ${found.received}, omitted ${found.omitted}`,
  );
  console.log(`tasks over 50 ms: ${found.tasks.join(', ') || 'none'}`);
  console.log(
    `heap: peak ${mb(peak - before)} above the start, ${mb(after - before)} kept with the model`,
  );
  if (found.total !== String(total)) {
    throw new Error(`The sum must be ${total}, and is ${found.total}: a row was lost or misread.`);
  }
} finally {
  await browser.close();
  server.close();
}
