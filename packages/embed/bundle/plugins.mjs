import { basename } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/**
 * The bundler's plugins.
 *
 * @typedef {import('rolldown').Plugin} Plugin
 */

/**
 * A lazy import of another package, or of a module of it, stays an import of one sibling file, shared
 * by every widget on the page: `@ventana/charts` of `./charts.js`, `@ventana/charts/budget-picture.js` of
 * `./budget-picture.js`; and so does one of a file beside the importing one or in the frame. Two
 * modules that would be one file are refused, also where two widgets ask for them.
 *
 * @param {Set<string>} wanted filled: names of this widget's files
 * @param {Map<string, string>} files of all widgets, filled: name of the file to the specifier or path it holds
 * @returns {Plugin}
 */
export function lazyPackages(wanted, files) {
  return {
    name: 'ventana-lazy-packages',
    resolveDynamicImport(asked, importer) {
      if (typeof asked !== 'string') return null;
      const name = /^(?:@ventana\/(?:.*\/)?|\.\/|\.\.\/frame\/)([a-z0-9-]+)(?:\.js)?$/.exec(
        asked,
      )?.[1];
      if (!name) return null;
      const specifier = asked.startsWith('.')
        ? fileURLToPath(new URL(asked, pathToFileURL(importer ?? '.')))
        : asked;
      const held = files.get(name) ?? specifier;
      if (held !== specifier) {
        throw new Error(`${specifier} and ${held} would both be ${name}.js: rename one.`);
      }
      files.set(name, specifier);
      wanted.add(name);
      return { id: `./${name}.js`, external: true };
    },
  };
}

/**
 * A lazy import of another widget's registration (`../dataset-badge/define.js`) stays an import of
 * that widget's own file, which stands beside this one.
 *
 * @param {Set<string>} wanted filled: names of those widgets
 * @returns {Plugin}
 */
export function siblingWidgets(wanted) {
  return {
    name: 'ventana-sibling-widgets',
    resolveDynamicImport(specifier) {
      if (typeof specifier !== 'string') return null;
      const name = /^\.\.\/([a-z0-9-]+)\/define\.js$/.exec(specifier)?.[1];
      if (!name) return null;
      wanted.add(name);
      return { id: `./${name}.js`, external: true };
    },
  };
}

/** Stands, in a file that is a worker's script too, where what only a page runs begins. */
const PAGE_ONLY = 'virtual:page-only';
/** Its statement, which no minifier takes away; nothing of it is in a built file. */
const MARK = 'ventanaPageOnly()';

/**
 * A widget that works in a worker imports the worker's script lazily, for the pages that may have no
 * worker. Its built file is that script as well: what the worker runs stands first, and in a worker
 * the file ends there (see {@link onlyWhereTrusted}). So what both need is loaded once. The page's
 * registry tells the address under the script's name; its fragment names the script, which is what
 * the policy of src/trusted-types.ts lets through.
 *
 * @param {Set<string>} first filled, for {@link likeWithLike}: modules that the worker's script needs
 * @param {string} registry path of the module that exports `pageRegistry`
 * @returns {Plugin}
 */
export function workerInside(first, registry) {
  /** @type {Set<string>} */
  const scripts = new Set();
  return {
    name: 'ventana-worker-inside',
    resolveId: (id) => (id === PAGE_ONLY ? id : null),
    load(id) {
      if (id !== PAGE_ONLY) return null;
      const notes = [...scripts].map((script) => {
        const name = basename(script);
        return `pageRegistry()['${name}'] ??= import.meta.url + '#/${name}';`;
      });
      const lines = [`import { pageRegistry } from ${JSON.stringify(registry)};`, `${MARK};`];
      return { code: [...lines, ...notes].join('\n'), moduleSideEffects: true };
    },
    transform: {
      filter: { id: /\/packages\/.*\.js$/ },
      async handler(code, id) {
        // Its package has no side effects; answering messages is one.
        if (id.endsWith('.worker.js')) return { code, map: null, moduleSideEffects: true };
        const lazy = /\bawait import\((['"][^'"]+\.worker\.js['"])\)/;
        const [whole = '', script = ''] = lazy.exec(code) ?? [];
        if (!script) return null;
        scripts.add((await this.resolve(script.slice(1, -1), id))?.id ?? script);
        return {
          code: `import * as workerScript from ${script};\n${code.replace(whole, 'workerScript')}`,
          map: null,
        };
      },
    },
    buildEnd() {
      const open = [...scripts];
      for (let id = open.pop(); id !== undefined; id = open.pop()) {
        if (first.has(id)) continue;
        first.add(id);
        open.push(...(this.getModuleInfo(id)?.importedIds ?? []));
      }
      if (first.size > 0) first.add(PAGE_ONLY);
    },
  };
}

const TEMPLATES = 'virtual:templates';

/**
 * A part that is loaded apart leaves drawing to the Lit of the file that asked for it: of Lit it
 * needs what a template is, its texts and its values, and the sign for nothing. Lit promises these
 * to its own other versions on a page. Styles are handed over as text.
 *
 * @returns {Plugin}
 */
export function templatesOnly() {
  return {
    name: 'ventana-templates-only',
    resolveId: (id) => (id === 'lit' || id === TEMPLATES ? TEMPLATES : null),
    load: (id) =>
      id === TEMPLATES
        ? `export const html = (strings, ...values) => ({ _$litType$: 1, strings, values });
           export const nothing = Symbol.for('lit-nothing');
           export const css = ([text]) => text;`
        : null,
  };
}

/**
 * Serves `code` as the module `virtual:entry`.
 *
 * @param {string} code
 * @returns {Plugin}
 */
export function virtualEntry(code) {
  return {
    name: 'ventana-entry',
    resolveId: (id) => (id === 'virtual:entry' ? id : null),
    load: (id) => (id === 'virtual:entry' ? { code, moduleSideEffects: true } : null),
  };
}

/**
 * A widget's file that the autoloader brought registers the tag in a task of its own: to run the
 * file and to make the elements that wait for it is more than a slow phone does at once. The
 * autoloader waits for both. A `<script>` of the file itself registers before its `load` event.
 *
 * @returns {Plugin}
 */
export function registersApart() {
  return {
    name: 'ventana-registers-apart',
    transform: {
      filter: { id: /\/define\.js$/ },
      handler(code) {
        const isBrought = `if (pageRegistry()['scriptAddress']) await nextTurn();\n`;
        const lines = [
          `import { nextTurn } from '@ventana/sources';`,
          `import { pageRegistry } from '@ventana/sources/transport/page-registry.js';`,
          code.replace(/^(?=defineElement\()/m, isBrought),
        ];
        return { code: lines.join('\n'), map: null };
      },
    },
  };
}

/**
 * Runs a built file only where the page lets a template become markup, with `ventanaPage` (the
 * build of src/trust.ts) before it. A file that has no exports can stand in a function, which also
 * keeps its names off the page where it is a classic script. In a file that is a worker's script
 * too, what the worker runs stands before.
 *
 * @param {string} trust code that declares `ventanaPage`
 * @param {boolean} waits the file may wait in its midst, and who imports it waits with it
 * @returns {Plugin}
 */
export function onlyWhereTrusted(trust, waits) {
  const start = waits ? 'await (async () => {' : '(() => {';
  return {
    name: 'ventana-only-where-trusted',
    renderChunk(code) {
      const [before = '', after] = code.split(`${MARK};`);
      const page = `${trust}\nif (!ventanaPage.trust.mayPaint) return;\n`;
      return after === undefined
        ? `${start}\n${page}${code}\n})();`
        : `${start}\n${before}\nif (!globalThis.document) return;\n${page}${after}\n})();`;
    },
  };
}
