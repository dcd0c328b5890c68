import { readFileSync } from 'node:fs';
import { minifySync, parseSync } from 'rolldown/utils';
import { CALLED, EXPORTED, GONE, KNOWN, VERSION } from './i18next-unreached.mjs';

/**
 * Takes out of i18next what the library's own instance never reaches; docs/decisions has the page.
 * i18next is one file of classes, so tree-shaking keeps all of it. What stays is its own code.
 *
 * @returns {import('rolldown').Plugin}
 */
export function trimI18next() {
  return {
    name: 'ventana-trim-i18next',
    transform: {
      filter: { id: /\/i18next\/dist\/esm\/i18next\.js$/ },
      handler(code, id) {
        const { version } = JSON.parse(
          readFileSync(id.replace(/dist\/esm\/i18next\.js$/, 'package.json'), 'utf8'),
        );
        try {
          return { code: trim(code, version), map: null };
        } catch (error) {
          this.error(error instanceof Error ? error.message : String(error));
        }
      },
    },
  };
}

const HOW =
  'Read what changed in i18next, adjust bundle/i18next-unreached.mjs (docs/decisions/006-trimmed-i18next.md says how), and run test/embed/trimmed-i18next.test.ts, which compares every text with the whole library.';

/**
 * @param {string} code of i18next
 * @param {string} version of i18next
 * @returns {string} the same library without what {@link GONE} names, folded by what {@link KNOWN} says
 * @throws {Error} when the lists do not fit this i18next
 */
export function trim(code, version) {
  if (version !== VERSION) {
    throw new Error(
      `i18next is ${version} and bundle/i18next-unreached.mjs was written for ${VERSION}. ${HOW}`,
    );
  }
  const unmet = new Set([
    ...Object.keys(GONE),
    ...KNOWN.flatMap(({ within, values }) =>
      Object.keys(values).map((text) => `${within}: ${text}`),
    ),
  ]);
  /** @type {Edit[]} */
  const edits = [];
  for (const statement of parseSync('i18next.js', code).program.body) {
    const node = /** @type {Node} */ (/** @type {unknown} */ (statement));
    if (node.type === 'ExportNamedDeclaration') {
      edits.push({ ...node, text: `export { ${EXPORTED.join(', ')} };` });
      continue;
    }
    cut(node, declared(node), code, unmet, edits);
  }
  if (unmet.size > 0) {
    throw new Error(
      `i18next ${version} no longer has these, which bundle/i18next-unreached.mjs takes out:\n${[...unmet].map((what) => `  ${what}`).join('\n')}\n${HOW}`,
    );
  }
  const trimmed = edits
    .sort((a, b) => b.start - a.start)
    .reduce((now, { start, end, text }) => now.slice(0, start) + text + now.slice(end), code);
  // Folds the branches that can no longer be taken, so that what only they name is shaken off.
  const folded = minifySync('i18next.js', trimmed, {
    module: true,
    compress: { treeshake: { propertyReadSideEffects: false } },
    mangle: false,
    codegen: { removeWhitespace: false },
  });
  refuseLostUses(folded.code);
  return minifySync('i18next.js', folded.code, {
    module: true,
    compress: false,
    mangle: false,
    mangleProps: { include: ownNames(folded.code) },
    codegen: { removeWhitespace: false },
  }).code;
}

/** Fields and methods that only i18next itself names, and never as text. @param {string} code */
function ownNames(code) {
  const names = [...code.matchAll(/\bthis\.(\w+)/g)].map(([, name = '']) => name);
  const spelt = new Set([...code.matchAll(/"(\w+)"/g)].map(([, name]) => name));
  const own = [...new Set(names)].filter((name) => !spelt.has(name) && !CALLED.includes(name));
  return new RegExp(`^(?:${own.join('|')})$`);
}

/**
 * @typedef {object} Node what is looked at of an ESTree node
 * @property {string} type
 * @property {number} start
 * @property {number} end
 * @property {string} [name]
 * @property {string} [operator]
 * @property {boolean} [computed]
 * @property {boolean} [shorthand]
 * @property {Node} [id]
 * @property {Node} [superClass]
 * @property {Node} [key]
 * @property {Node} [property]
 * @property {{ id: Node }[]} [declarations]
 *
 * @typedef {{ start: number, end: number, text: string }} Edit
 */

/** Name of a class, function or variable declared at the top. @param {Node} node */
function declared(node) {
  return (node.id ?? node.declarations?.[0]?.id)?.name ?? '';
}

/**
 * @param {Node} node
 * @param {string} place `Class`, `Class.method` or `function`
 * @param {string} code
 * @param {Set<string>} unmet
 * @param {Edit[]} edits
 */
function cut(node, place, code, unmet, edits) {
  if (Object.hasOwn(GONE, place)) {
    unmet.delete(place);
    edits.push({ ...node, text: '' });
    return;
  }
  const { id, superClass } = node;
  if (id && Object.hasOwn(GONE, superClass?.name ?? '')) {
    edits.push({ start: id.end, end: superClass?.end ?? id.end, text: '' });
  }
  const isValue = /Expression$|^Identifier$/.test(node.type);
  const value =
    isValue || node.type === 'VariableDeclaration' ? known(node, place, code, unmet) : undefined;
  if (value !== undefined) {
    edits.push({ ...node, text: isValue ? `(${value})` : `${value};` });
    return;
  }
  for (const [role, part] of Object.entries(node)) {
    if (isWritten(node, role)) continue;
    for (const child of Array.isArray(part) ? part : [part]) {
      if (!isNode(child) || child === superClass) continue;
      const method = child.type === 'MethodDefinition' ? `.${child.key?.name}` : '';
      cut(child, place + method, code, unmet, edits);
    }
  }
}

/** A place that is written to, or a name that is no value. @param {Node} node @param {string} role */
function isWritten(node, role) {
  return (
    (role === 'left' && node.type === 'AssignmentExpression') ||
    (role === 'id' && node.type === 'VariableDeclarator') ||
    (role === 'property' && !node.computed) ||
    (role === 'key' && !node.computed) ||
    (role === 'value' && node.shorthand === true) ||
    role === 'params' ||
    (role === 'argument' && (node.operator === 'delete' || node.type === 'UpdateExpression'))
  );
}

/** @param {unknown} value @returns {value is Node} */
function isNode(value) {
  return typeof value === 'object' && value !== null && 'type' in value;
}

/**
 * What an expression always is here; the closest place that says so wins.
 *
 * @param {Node} node
 * @param {string} place
 * @param {string} code
 * @param {Set<string>} unmet
 */
function known(node, place, code, unmet) {
  const expression = code.slice(node.start, node.end);
  for (const within of new Set([place, place.split('.', 1)[0], ''])) {
    const { values = {} } = KNOWN.find((entry) => entry.within === within) ?? {};
    const text = Object.keys(values).find((candidate) => {
      const [start = '', end] = candidate.split('…');
      return end === undefined
        ? expression === start
        : expression.startsWith(start) && expression.endsWith(end);
    });
    if (text !== undefined) {
      unmet.delete(`${within}: ${text}`);
      return values[text];
    }
  }
  return undefined;
}

/** A use of what was taken out would else only show on a reader's page. @param {string} code */
function refuseLostUses(code) {
  /** @type {Set<string>} */
  const names = new Set();
  /** @type {Set<string>} */
  const members = new Set();
  /** @type {Set<string>} */
  const methods = new Set();
  /** @param {Node} node */
  const look = (node) => {
    if (node.type === 'Identifier') names.add(String(node.name));
    if (node.type === 'MethodDefinition') methods.add(String(node.key?.name));
    if (node.type === 'MemberExpression') members.add(String(node.property?.name));
    for (const [role, part] of Object.entries(node)) {
      if ((role === 'property' || role === 'key') && !node.computed) continue;
      for (const child of Array.isArray(part) ? part : [part]) if (isNode(child)) look(child);
    }
  };
  look(/** @type {Node} */ (/** @type {unknown} */ (parseSync('i18next.js', code).program)));
  const lost = Object.keys(GONE).filter((place) => {
    const [name = '', method] = place.split('.');
    return method ? members.has(method) && !methods.has(method) : names.has(name);
  });
  if (lost.length > 0) {
    throw new Error(
      `What stays of i18next still names what bundle/i18next-unreached.mjs takes out: ${lost.join(', ')}. ${HOW}`,
    );
  }
}
