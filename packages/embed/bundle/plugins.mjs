/**
 * The bundler's plugins.
 *
 * @typedef {import('rolldown').Plugin} Plugin
 */

/**
 * A lazy `import('@ventana/charts/…')` stays an import of one sibling file, `./charts.js`, shared
 * by every widget on the page; lazy imports inside a package are folded into the widget's file.
 *
 * @param {Map<string, Set<string>>} wanted filled: package name to the specifiers asked of it
 * @returns {Plugin}
 */
export function lazyPackages(wanted) {
  return {
    name: 'ventana-lazy-packages',
    resolveDynamicImport(specifier) {
      if (typeof specifier !== 'string') return null;
      const name = /^@ventana\/([a-z0-9]+)(?:\/|$)/.exec(specifier)?.[1];
      if (!name) return null;
      wanted.set(name, (wanted.get(name) ?? new Set()).add(specifier));
      return { id: `./${name}.js`, external: true };
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
