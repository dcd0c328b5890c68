/**
 * gzip finds what is alike within 32 kB, and a built file is three times that: modules of a kind
 * stand together, so that one style sheet or one page of texts helps the next. The bundler lays
 * modules in the order of their imports, so the entry first imports them, kind by kind; each still
 * comes after those it imports itself. It takes 1 % off a badge.
 */

const KINDS = {
  libraries: /\/node_modules\//,
  styles: /\.styles\.js$/,
  texts: /\.messages\.js$/,
  sources: /\/packages\/sources\//,
  model: /\/packages\/model\//,
  l10n: /\/packages\/l10n\//,
  widget: /\/packages\/widgets\/dist\/(?!frame\/)/,
  frame: /\/packages\/widgets\/dist\/frame\/(?!.*\.styles\.js$)/,
  notLit: /\/node_modules\/(?!.*\blit\b)/,
  search: /\/search\//,
  subjects: /\/packages\/model\/dist\/.*\//,
  readers: /\/packages\/sources\/dist\/(?!transport\/)/,
};

/**
 * Orders of kinds; what is of none comes last. Which one packs best depends on the widget: these were
 * the best of some hundred for one widget each, and a file takes the one that makes it smallest.
 *
 * @type {readonly (readonly (keyof typeof KINDS)[])[]}
 */
export const ORDERS = [
  ['styles', 'libraries', 'widget', 'sources', 'l10n', 'model', 'texts'],
  ['styles', 'l10n', 'sources', 'model', 'libraries', 'texts', 'widget'],
  ['styles', 'texts'],
  ['model', 'l10n', 'texts', 'styles'],
  // prettier-ignore
  ['search', 'texts', 'subjects', 'readers', 'sources', 'l10n', 'notLit', 'frame', 'libraries', 'widget', 'model', 'styles'],
];

/**
 * @param {readonly string[]} modules paths of all modules of a file
 * @param {readonly (keyof typeof KINDS)[]} kinds one of {@link ORDERS}
 * @param {ReadonlySet<string>} [first] modules that have to stand before all others; the last of them, last
 * @returns {import('rolldown').Plugin} for the module that `virtualEntry` serves
 */
export function likeWithLike(modules, kinds, first = new Set()) {
  /** @param {string} id */
  const kindOf = (id) => kinds.findIndex((kind) => KINDS[kind].test(id));
  const sorted = kinds.flatMap((_, at) => modules.filter((id) => kindOf(id) === at));
  const order = [...sorted.filter((id) => first.has(id)), ...first, ...sorted];
  return {
    name: 'ventana-like-with-like',
    transform: {
      filter: { id: /^virtual:entry$/ },
      handler: (code) => ({
        code: order.map((id) => `import ${JSON.stringify(id)};\n`).join('') + code,
        map: null,
      }),
    },
  };
}
