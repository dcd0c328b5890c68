/**
 * Writes packages/embed/dist: what a site without npm uses. Reads the packages' own dist (run
 * `pnpm build` at the root), writes the same bytes for the same input, and lists every file with
 * its size and hash in manifest.json.
 */
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { writeLicences } from './licences.mjs';
import { writeManifest } from './manifest.mjs';
import { lazyPackages, onlyWhereTrusted, sharedTrustedTypes, virtualEntry } from './plugins.mjs';
import { PACKAGES, packageFiles, widgetNames } from './widget-folders.mjs';

const SOURCE = new URL('../src/', import.meta.url);
const DIST = new URL('../dist/', import.meta.url);
const CACHE = new URL('../.cache/', import.meta.url);
const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

/** @type {Map<string, Set<string>>} lazily imported packages and what is asked of each */
const lazy = new Map();
/** @type {Record<string, { module: string, bytes: number }[]>} what each file is made of */
const modules = {};

/**
 * @param {string} file name in dist; none: the code is only returned
 * @param {object} options
 * @param {string} options.input
 * @param {import('rolldown').Plugin[]} [options.plugins]
 * @param {'es' | 'iife'} [options.format]
 * @param {string} [options.name] global of an iife
 * @param {Record<string, string>} [options.define]
 */
async function bundle(file, { input, plugins = [], format = 'es', name, define = {} }) {
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
    plugins,
    onLog(level, log) {
      throw new Error(`${file}: ${level}: ${log.message}`);
    },
  });
  const { output } = await build.generate({
    format,
    ...(name ? { name } : {}),
    codeSplitting: false,
    minify: true,
    comments: false,
  });
  await build.close();
  const [chunk, ...more] = output;
  if (more.length > 0) throw new Error(`${file}: the bundle fell into ${output.length} files.`);
  if (file) {
    modules[file] = Object.entries(chunk.modules)
      .map(([module, { renderedLength }]) => ({
        module: moduleName(module),
        bytes: renderedLength,
      }))
      .filter(({ bytes }) => bytes > 0)
      .sort((a, b) => b.bytes - a.bytes || a.module.localeCompare(b.module));
    writeFileSync(
      new URL(file, DIST),
      `/*! Ventana ${version}, MIT; parts: licencias.txt */\n${chunk.code}`,
    );
  }
  return chunk.code;
}

/** @param {string} id */
function moduleName(id) {
  const inside = id.split('/node_modules/').at(-1) ?? id;
  return inside.replace(fileURLToPath(PACKAGES), '').replace(/^\0/, '');
}

/** @param {string} path under packages/ */
function importOf(path) {
  return `import ${JSON.stringify(fileURLToPath(new URL(path, PACKAGES)))};\n`;
}

rmSync(DIST, { recursive: true, force: true });
mkdirSync(new URL('datos/', DIST), { recursive: true });
mkdirSync(CACHE, { recursive: true });

const widgets = widgetNames();
const trust = await bundle('', {
  input: fileURLToPath(new URL('trust.ts', SOURCE)),
  format: 'iife',
  name: 'ventanaPage',
});

await bundle('ventana.js', {
  input: fileURLToPath(new URL('ventana.ts', SOURCE)),
  define: { VENTANA_WIDGETS: JSON.stringify(widgets) },
  plugins: [onlyWhereTrusted(trust)],
});

/** @type {Record<string, { files: string[], lazy: string[] }>} */
const filesOf = {};
for (const widget of widgets) {
  /** @type {typeof lazy} */
  const own = new Map();
  await bundle(`${widget}.js`, {
    input: 'virtual:entry',
    plugins: [
      virtualEntry(importOf(`widgets/dist/${widget}/define.js`)),
      lazyPackages(own),
      sharedTrustedTypes(),
      onlyWhereTrusted(trust),
    ],
  });
  for (const [name, specifiers] of own) {
    lazy.set(name, new Set([...(lazy.get(name) ?? []), ...specifiers]));
  }
  filesOf[`ventana-${widget}`] = {
    files: [`${widget}.js`],
    lazy: [...own.keys()].sort().map((name) => `${name}.js`),
  };
}

for (const [name, specifiers] of [...lazy].sort(([a], [b]) => a.localeCompare(b))) {
  const exports = [...specifiers].sort().map((specifier) => {
    const path = specifier.slice(`@ventana/${name}/`.length) || 'index.js';
    return `export * from ${JSON.stringify(fileURLToPath(new URL(`${name}/dist/${path}`, PACKAGES)))};\n`;
  });
  await bundle(`${name}.js`, {
    input: 'virtual:entry',
    plugins: [virtualEntry(exports.join('')), sharedTrustedTypes()],
  });
}

await bundle('ventana.iife.js', {
  input: 'virtual:entry',
  format: 'iife',
  plugins: [
    virtualEntry(widgets.map((widget) => importOf(`widgets/dist/${widget}/define.js`)).join('')),
    sharedTrustedTypes(),
    onlyWhereTrusted(trust),
  ],
});

/* A worker stands beside the widget that starts it with new URL('./x.worker.js', import.meta.url). */
for (const { path, url } of packageFiles('dist', (path) => path.endsWith('.worker.js'))) {
  await bundle(basename(path), { input: fileURLToPath(url) });
}

const shipped = [
  ...packageFiles('datos', () => true),
  ...packageFiles('.', (path) => path.endsWith('.schema.json')),
].filter(({ path }) => /\.[a-z]+$/.test(path));
for (const { path, url } of shipped) {
  const target = new URL(`datos/${path.endsWith('.schema.json') ? basename(path) : path}`, DIST);
  mkdirSync(new URL('.', target), { recursive: true });
  copyFileSync(url, target);
}

writeLicences(DIST, [
  ...new Set(
    Object.values(modules)
      .flat()
      .map(({ module }) => module),
  ),
]);
writeManifest(DIST, { version, widgets: filesOf });
writeFileSync(new URL('modules.json', CACHE), `${JSON.stringify(modules, null, 1)}\n`);
process.stdout.write(`packages/embed/dist: ${widgets.length} widgets (${widgets.join(', ')})\n`);
