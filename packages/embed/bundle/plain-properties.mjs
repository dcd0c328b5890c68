import { parseSync } from 'rolldown/utils';

/**
 * TypeScript's `__decorate([property(options)], Widget.prototype, 'src', void 0)` becomes what Lit's
 * decorator would do with it, `Widget.createProperty('src', options)`: the compiler's helper and
 * Lit's decorators then stay out of the built file. Other decorators stay as they are.
 *
 * @returns {import('rolldown').Plugin}
 */
export function plainProperties() {
  return {
    name: 'ventana-plain-properties',
    transform: {
      filter: { id: /\/packages\/widgets\/dist\/.*\.js$/, code: /__decorate\(/ },
      handler(code, id) {
        /** @type {{ start: number, end: number, text: string }[]} */
        const edits = [];
        /** @type {Node | undefined} */
        let helper;
        let isNeeded = false;
        for (const node of /** @type {Node[]} */ (
          /** @type {unknown} */ (parseSync(id, code).program.body)
        )) {
          if (node.declarations?.[0]?.id?.name === '__decorate') helper = node;
          const call = node.expression;
          if (call?.callee?.name !== '__decorate') continue;
          if (
            /^__decorate\(\[\s*property\(\{[^}]*\btype: (?:Object|Array)\b/.test(
              code.slice(call.start, call.end),
            )
          ) {
            this.error(
              `${id} has a property of type Object or Array, which Lit reads as JSON: give it a converter of its own. Lit’s part for it is left out (lit-unreached.mjs).`,
            );
          }
          const text = createProperty(call, code);
          if (text) edits.push({ ...node, text });
          else isNeeded = true;
        }
        if (helper && !isNeeded) edits.push({ ...helper, text: '' });
        const changed = edits
          .sort((a, b) => b.start - a.start)
          .reduce((now, { start, end, text }) => now.slice(0, start) + text + now.slice(end), code);
        return { code: changed, map: null };
      },
    },
  };
}

/**
 * @typedef {object} Node what is looked at of an ESTree node
 * @property {number} start
 * @property {number} end
 * @property {string} [name]
 * @property {string} [raw]
 * @property {Node} [id]
 * @property {Node} [object]
 * @property {Node} [property]
 * @property {Node} [callee]
 * @property {Node} [expression]
 * @property {Node[]} [arguments]
 * @property {Node[]} [elements]
 * @property {Node[]} [declarations]
 *
 * @param {Node} call of __decorate
 * @param {string} code
 */
function createProperty({ arguments: [decorators, prototype, name] = [] }, code) {
  const [decorator, ...more] = decorators?.elements ?? [];
  const kind = decorator?.callee?.name;
  const widget = prototype?.object?.name;
  const [options] = decorator?.arguments ?? [];
  if (more.length > 0 || !widget || prototype.property?.name !== 'prototype' || !name?.raw) return;
  const given = options ? code.slice(options.start, options.end) : undefined;
  if (kind === 'property') {
    return `${widget}.createProperty(${[name.raw, ...(given ? [given] : [])].join(', ')});`;
  }
  if (kind === 'state') {
    return `${widget}.createProperty(${name.raw}, { ${given ? `...${given}, ` : ''}state: true, attribute: false });`;
  }
}
