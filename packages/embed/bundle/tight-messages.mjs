import { parseSync } from 'rolldown/utils';

const TEXTS = 'virtual:texts';

/**
 * Writes a widget's texts as three lists (keys, Spanish, English) that become tables when the file
 * loads: the keys stand once, and each list packs better than keys and texts by turns. A
 * `defineMessages` that is not two tables of plain texts stays as it is.
 *
 * @returns {import('rolldown').Plugin}
 */
export function tightMessages() {
  return {
    name: 'ventana-tight-messages',
    resolveId: (id) => (id === TEXTS ? id : null),
    load: (id) =>
      id === TEXTS ? { code: `export ${textsOf.toString()}`, moduleSideEffects: false } : null,
    transform: {
      filter: { id: /\.messages\.js$/ },
      handler(code, id) {
        const edits = definitions(parseSync(id, code).program)
          .sort((a, b) => b.start - a.start)
          .map(({ start, end, es, en }) => ({ start, end, lists: asLists(es, en) }));
        let text = code;
        for (const { start, end, lists } of edits) {
          if (!lists) continue;
          text = `${text.slice(0, start)}textsOf(${lists.map((list) => JSON.stringify(list)).join()})${text.slice(end)}`;
        }
        if (text === code) return null;
        return { code: `import { textsOf } from '${TEXTS}';\n${text}`, map: null };
      },
    },
  };
}

/**
 * Goes into the built files: the tables again. A key without a text is not in that language.
 *
 * @param {string} keys
 * @param {string[]} languages
 */
export function textsOf(keys, ...languages) {
  const [es, en] = languages.map((texts) => {
    const lines = texts.split('\n');
    const entries = keys.split(' ').map((key, at) => [key, lines[at]]);
    return Object.fromEntries(entries.filter(([, text]) => text));
  });
  return { es, en };
}

/** @param {Map<string, string>} es @param {Map<string, string>} en */
function asLists(es, en) {
  const keys = [...new Set([...es.keys(), ...en.keys()])];
  const lists = [es, en].map((texts) => keys.map((key) => texts.get(key) ?? ''));
  const fits =
    keys.every((key) => /^[^\s]+$/.test(key)) &&
    [...es.values(), ...en.values()].every((text) => text !== '' && !text.includes('\n'));
  return fits && [keys.join(' '), ...lists.map((texts) => texts.join('\n'))];
}

/**
 * @typedef {object} Node what is looked at of an ESTree node
 * @property {string} type
 * @property {number} start
 * @property {number} end
 * @property {string} [name]
 * @property {unknown} [value]
 * @property {boolean} [computed]
 * @property {Node} [key]
 * @property {Node} [callee]
 * @property {Node[]} [arguments]
 * @property {Node[]} [properties]
 *
 * @param {unknown} program
 */
function definitions(program) {
  /** @type {{ start: number, end: number, es: Map<string, string>, en: Map<string, string> }[]} */
  const found = [];
  const open = [program];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (!node || typeof node !== 'object') continue;
    const { type, callee, arguments: [, texts] = [] } = /** @type {Node} */ (node);
    if (type === 'CallExpression' && callee?.name === 'defineMessages' && texts) {
      const [es, en] = ['es', 'en'].map((lang) => table(valueOf(texts, lang)));
      if (es && en) found.push({ start: texts.start, end: texts.end, es, en });
    }
    open.push(...Object.values(node));
  }
  return found;
}

/** @param {Node} object @param {string} name */
function valueOf({ properties = [] }, name) {
  const property = properties.find(({ key }) => key?.name === name);
  return /** @type {Node | undefined} */ (property?.value);
}

/** An object literal of plain texts. @param {Node | undefined} object */
function table(object) {
  if (object?.type !== 'ObjectExpression') return undefined;
  /** @type {Map<string, string>} */
  const texts = new Map();
  for (const { key, computed, value } of object.properties ?? []) {
    const name = key?.name ?? key?.value;
    const text = /** @type {Node | undefined} */ (value)?.value;
    if (computed || typeof name !== 'string' || typeof text !== 'string') return undefined;
    texts.set(name, text);
  }
  return texts;
}
