/**
 * Writes packages/embed/dist: what a site without npm uses. Reads the packages' own dist (run
 * `pnpm build` at the root), writes the same bytes for the same input, and lists every file with
 * its size and hash in manifest.json.
 */
import { copyFileSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { rolldown } from 'rolldown';
import { minifySync } from 'rolldown/utils';
import { writeLicences } from './licences.mjs';
import { likeWithLike, ORDERS } from './like-with-like.mjs';
import { litManners } from './lit-manners.mjs';
import { DIRECTIVE, REFLECTS } from './lit-unreached.mjs';
import { writeManifest } from './manifest.mjs';
import { plainProperties } from './plain-properties.mjs';
import {
  lazyPackages,
  onlyWhereTrusted,
  registersApart,
  siblingWidgets,
  templatesOnly,
  virtualEntry,
  workerInside,
} from './plugins.mjs';
import { tightMessages } from './tight-messages.mjs';
import { tightTemplates } from './tight-templates.mjs';
import { trimI18next } from './trim-i18next.mjs';
import { PACKAGES, packageFiles, widgetNames } from './widget-folders.mjs';

const SOURCE = new URL('../src/', import.meta.url);
const DIST = new URL('../dist/', import.meta.url);
const CACHE = new URL('../.cache/', import.meta.url);
/** Written here first, so that a build that fails leaves the one before it whole. */
const NEXT = new URL(`next-${process.pid}/`, CACHE);
const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

/**
 * Has V8 compile each function as it reads the file, and not one by one when it is first called.
 * With it a budget of 30 parts was painted after 465 ms and not 538, one of 1,000 after 681 and not
 * 753 (medians, processor slowed four times).
 *
 * @see https://v8.dev/blog/explicit-compile-hints
 */
const ALL_CALLED = '//# allFunctionsCalledOnLoad\n';

/** @type {Map<string, string>} files that widgets import lazily, and the module each holds */
const lazy = new Map();
/** @type {Record<string, { module: string, gzip: number }[]>} what each file is made of */
const modules = {};

/**
 * @typedef {object} BundleOptions
 * @property {string} input
 * @property {import('rolldown').Plugin[]} [plugins]
 * @property {'es' | 'iife'} [format]
 * @property {string} [name] global of an iife
 * @property {Record<string, string>} [define]
 * @property {boolean} [isAllCalled] most of its functions run before the first paint
 * @property {Set<string>} [first] modules that have to stand first, once the plugins have found them
 * @property {Parameters<typeof litManners>[0]} [lit] what is used of Lit; default all, where that is not known yet
 *
 * @param {string} file name in dist; none: the code is only returned
 * @param {BundleOptions} options
 */
async function bundle(file, options) {
  let output = await generate(file, options);
  if (options.input === 'virtual:entry') {
    const { code, moduleIds } = output[0];
    const lit = {
      hasDirectives: moduleIds.some((id) => DIRECTIVE.test(id)),
      reflects: REFLECTS.test(code),
    };
    const tries = ORDERS.map((kinds) => {
      const plugins = [likeWithLike(moduleIds, kinds, options.first), ...(options.plugins ?? [])];
      return generate(file, { ...options, plugins, lit });
    });
    const packed = (await Promise.all(tries)).map((one) => ({
      one,
      gzip: packedSize(one[0].code),
    }));
    output = packed.reduce((best, next) => (next.gzip < best.gzip ? next : best)).one;
  }
  const [chunk, ...more] = output;
  if (more.length > 0) throw new Error(`${file}: the bundle fell into ${output.length} files.`);
  if (file) {
    modules[file] = Object.entries(chunk.modules)
      .map(([id, { code }]) => ({ module: moduleName(id), gzip: weigh(code) }))
      .filter(({ gzip }) => gzip > 0)
      .sort((a, b) => b.gzip - a.gzip || a.module.localeCompare(b.module));
    writeFileSync(
      new URL(file, NEXT),
      `${options.isAllCalled ? ALL_CALLED : ''}/*! Ventana ${version}, MIT; parts: licencias.txt */\n${chunk.code}`,
    );
  }
  return chunk.code;
}

const WHOLE_LIT = { hasDirectives: true, reflects: true };

/** @param {string} file @param {BundleOptions} options */
async function generate(
  file,
  { input, plugins = [], format = 'es', name, define = {}, lit = WHOLE_LIT },
) {
  const build = await rolldown({
    input,
    cwd: fileURLToPath(PACKAGES),
    platform: 'browser',
    tsconfig: false,
    resolve: { conditionNames: ['browser', 'import', 'default'] },
    transform: {
      target: 'es2022',
      define: { 'process.env.NODE_ENV': '"production"', ...define },
    },
    plugins: [
      ...plugins,
      litManners(lit),
      trimI18next(),
      plainProperties(),
      tightMessages(),
      tightTemplates(),
    ],
    // Says that a busy machine is slow; every other word of the bundler's is a failure.
    checks: { bundlerTimings: false },
    onLog(level, log) {
      throw new Error(`${file}: ${level}: ${log.message}`);
    },
  });
  const { output } = await build.generate({
    format,
    ...(name ? { name } : {}),
    codeSplitting: false,
    generatedCode: { symbols: false },
    minify: true,
    comments: false,
  });
  await build.close();
  return output;
}

/** @param {string} code */
function packedSize(code) {
  return gzipSync(code, { level: 9 }).length;
}

/** Bytes of a module by itself, minified and gzipped: more than its share of the whole, but in order.
 * @param {string | null} code */
function weigh(code) {
  if (!code) return 0;
  return packedSize(minifySync('module.js', code, { module: false }).code) - 20;
}

/** @param {string} id */
function moduleName(id) {
  const inside = id.split('/node_modules/').at(-1) ?? id;
  return inside.replace(fileURLToPath(PACKAGES), '').replace(/^\0/, '');
}

/** @param {string} path under packages/ */
function importOf(path) {
  return `import ${quoted(path)};\n`;
}

/** @param {string} path under packages/ */
function quoted(path) {
  return JSON.stringify(fileURLToPath(new URL(path, PACKAGES)));
}

/**
 * Entry of a file of widgets: registers them and, where the autoloader has not, notes the address
 * that the "Insertar" snippet names.
 *
 * @param {string[]} names
 * @param {string} ownAddress expression for the address of this script
 */
function widgetEntry(names, ownAddress) {
  return `${names.map((name) => importOf(`widgets/dist/${name}/define.js`)).join('')}
import { pageRegistry } from ${quoted('sources/dist/transport/page-registry.js')};
pageRegistry().scriptAddress ??= new URL('./ventana.js', ${ownAddress}).href;
`;
}

process.on('exit', () => rmSync(NEXT, { recursive: true, force: true }));
mkdirSync(new URL('datos/', NEXT), { recursive: true });

const widgets = widgetNames();
const trust = await bundle('', {
  input: fileURLToPath(new URL('trust.ts', SOURCE)),
  format: 'iife',
  name: 'ventanaPage',
});

await bundle('ventana.js', {
  input: fileURLToPath(new URL('ventana.ts', SOURCE)),
  // Draws nothing, so it needs no trust: the files that it brings ask for themselves.
  define: { VENTANA_WIDGETS: JSON.stringify(widgets) },
});

/** @type {Record<string, { files: string[], lazy: string[] }>} */
const filesOf = {};
for (const widget of widgets) {
  /** @type {Set<string>} */
  const own = new Set();
  /** @type {Set<string>} */
  const siblings = new Set();
  /** @type {Set<string>} */
  const first = new Set();
  const code = await bundle(`${widget}.js`, {
    input: 'virtual:entry',
    plugins: [
      virtualEntry(widgetEntry([widget], 'import.meta.url')),
      workerInside(
        first,
        fileURLToPath(new URL('sources/dist/transport/page-registry.js', PACKAGES)),
      ),
      lazyPackages(own, lazy),
      siblingWidgets(siblings),
      registersApart(),
      onlyWhereTrusted(trust, true),
    ],
    first,
    isAllCalled: true,
  });
  filesOf[`ventana-${widget}`] = {
    files: [`${widget}.js`],
    // What was asked for and shaken off again is not in the code.
    lazy: [...own, ...siblings]
      .sort()
      .map((name) => `${name}.js`)
      .filter((file) => code.includes(`./${file}`)),
  };
}

for (const [name, specifier] of [...lazy].sort(([a], [b]) => a.localeCompare(b))) {
  const [, home = '', path = 'index.js'] = /^@ventana\/([^/]+)(?:\/(.+))?$/.exec(specifier) ?? [];
  const input = home ? fileURLToPath(new URL(`${home}/dist/${path}`, PACKAGES)) : specifier;
  await bundle(`${name}.js`, { input, plugins: [templatesOnly()] });
}

await bundle('ventana.iife.js', {
  input: 'virtual:entry',
  format: 'iife',
  plugins: [
    virtualEntry(widgetEntry(widgets, 'document.currentScript?.src || document.baseURI')),
    onlyWhereTrusted(trust, false),
  ],
});

/* Beside ventana.iife.js, which cannot be a worker's script, and for pages that name it. */
for (const { path, url } of packageFiles('dist', (path) => path.endsWith('.worker.js'))) {
  await bundle(basename(path), { input: fileURLToPath(url) });
}

const shipped = [
  ...packageFiles('datos', () => true),
  ...packageFiles('.', (path) => path.endsWith('.schema.json')),
].filter(({ path }) => /\.[a-z]+$/.test(path));
for (const { path, url } of shipped) {
  const target = new URL(`datos/${path.endsWith('.schema.json') ? basename(path) : path}`, NEXT);
  mkdirSync(new URL('.', target), { recursive: true });
  copyFileSync(url, target);
}

writeLicences(NEXT, [
  ...new Set(
    Object.values(modules)
      .flat()
      .map(({ module }) => module),
  ),
]);
writeManifest(NEXT, { version, widgets: filesOf });
writeFileSync(new URL('modules.json', CACHE), `${JSON.stringify(modules, null, 1)}\n`);
rmSync(DIST, { recursive: true, force: true });
renameSync(NEXT, DIST);
process.stdout.write(`packages/embed/dist: ${widgets.length} widgets (${widgets.join(', ')})\n`);
