import { fileURLToPath, pathToFileURL } from 'node:url';

/**
 * The bundler's plugins.
 *
 * @typedef {import('rolldown').Plugin} Plugin
 */

/**
 * A lazy import of another package, or of a module of it, stays an import of one sibling file, shared
 * by every widget on the page: `@ventana/charts` of `./charts.js`, `@ventana/charts/budget-picture.js` of
 * `./budget-picture.js`; and so does one of a file beside the importing one.
 *
 * @param {Map<string, string>} wanted filled: name of the file to the specifier or path it holds
 * @returns {Plugin}
 */
export function lazyPackages(wanted) {
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
      if ((wanted.get(name) ?? specifier) !== specifier) {
        throw new Error(
          `${specifier} and ${wanted.get(name)} would both be ${name}.js: rename one.`,
        );
      }
      wanted.set(name, specifier);
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

/**
 * A lazy import of a worker's script stays an import of that script's own file, which stands beside
 * this one: what it carries is loaded once, by the worker or, where a page may have none, by the
 * page.
 *
 * @param {Set<string>} wanted filled: names of those files
 * @returns {Plugin}
 */
export function siblingWorkers(wanted) {
  return {
    name: 'ventana-sibling-workers',
    resolveDynamicImport(specifier) {
      if (typeof specifier !== 'string') return null;
      const name = /\/([a-z0-9-]+\.worker\.js)$/.exec(specifier)?.[1];
      if (!name) return null;
      wanted.add(name);
      return { id: `./${name}`, external: true };
    },
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
 * Runs a built file only where the page lets a template become markup, with `ventanaPage` (the
 * build of src/trust.ts) before it. A file that has no exports can stand in a function, which also
 * keeps its names off the page where it is a classic script.
 *
 * @param {string} trust code that declares `ventanaPage`
 * @returns {Plugin}
 */
export function onlyWhereTrusted(trust) {
  return {
    name: 'ventana-only-where-trusted',
    renderChunk: (code) =>
      `(() => {\n${trust}\nif (!ventanaPage.trust.mayPaint) return;\n${code}\n})();`,
  };
}
