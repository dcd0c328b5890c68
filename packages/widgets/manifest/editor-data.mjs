/**
 * Writes, from custom-elements.json, what editors and frameworks read: `html-custom-data.json` for
 * VS Code and kin, and types of the tags for JSX (React, Preact, Solid), Vue and Svelte.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

/**
 * @typedef {object} Attribute
 * @property {string} name
 * @property {string} [fieldName]
 * @property {string} [description]
 * @property {{ text: string }} [type]
 * @property {string} [default]
 *
 * @typedef {object} Element
 * @property {string} name
 * @property {string} tagName
 * @property {string} [summary]
 * @property {string} [description]
 * @property {Attribute[]} [attributes]
 * @property {{ name: string }[]} [events]
 * @property {string} module
 */

const ROOT = new URL('../', import.meta.url);
const OUT = new URL('dist/editor/', ROOT);

/** @type {{ modules: { path: string, declarations?: Element[] }[] }} */
const manifest = JSON.parse(readFileSync(new URL('custom-elements.json', ROOT), 'utf8'));
const elements = manifest.modules
  .flatMap(({ path, declarations = [] }) =>
    declarations.map((declaration) => ({ ...declaration, module: path })),
  )
  .filter(({ tagName }) => tagName)
  .sort((a, b) => a.tagName.localeCompare(b.tagName));

/** Words that a type of string literals allows; none for any other type. @param {Attribute} attribute */
function choices({ type }) {
  const parts = (type?.text ?? '').split('|').map((part) => part.trim());
  const words = parts.filter((part) => part !== 'undefined' && part !== 'null' && part !== '');
  return words.every((word) => /^'[^']*'$/.test(word))
    ? words.map((word) => word.slice(1, -1))
    : [];
}

/** @param {Attribute} attribute */
function attributeType(attribute) {
  const words = choices(attribute);
  if (words.length > 0) return words.map((word) => `'${word}'`).join(' | ');
  const text = attribute.type?.text ?? '';
  if (/\bboolean\b/.test(text)) return "boolean | ''";
  return /\bnumber\b/.test(text) ? 'number | string' : 'string';
}

/** @param {Element} element @param {(attribute: Attribute) => string} line */
function attributeLines({ attributes = [] }, line) {
  return attributes
    .map((attribute) => {
      const note = (attribute.description ?? '').replaceAll('*/', '').split('\n')[0];
      return `${note ? `  /** ${note} */\n` : ''}  ${line(attribute)}\n`;
    })
    .join('');
}

const htmlData = {
  version: 1.1,
  tags: elements.map(({ tagName, summary, description, attributes = [] }) => ({
    name: tagName,
    description: [summary, description].filter(Boolean).join('\n\n'),
    attributes: attributes.map((attribute) => ({
      name: attribute.name,
      ...(attribute.description ? { description: attribute.description } : {}),
      ...(choices(attribute).length > 0
        ? {
            values: choices(attribute)
              .filter(Boolean)
              .map((name) => ({ name })),
          }
        : {}),
    })),
  })),
};

const attributeTypes = elements
  .map(
    (element) =>
      `export interface ${element.name}Attributes {\n${attributeLines(
        element,
        (attribute) => `'${attribute.name}'?: ${attributeType(attribute)};`,
      )}}\n`,
  )
  .join('\n');

const classImports = elements
  .map(({ name, module }) => `import type { ${name} } from '../${module}';\n`)
  .join('');

/** @param {(element: Element) => string} line */
const tags = (line) => elements.map((element) => `    ${line(element)}\n`).join('');

const jsx = `import type { DetailedHTMLProps, HTMLAttributes } from 'react';
${classImports}import type {${elements.map(({ name }) => ` ${name}Attributes`).join(',')} } from './attributes.js';

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
${tags(({ tagName, name }) => `  '${tagName}': DetailedHTMLProps<HTMLAttributes<${name}>, ${name}> & ${name}Attributes;`)}    }
  }
}
`;

const vue = `import type { DefineComponent } from 'vue';
import type {${elements.map(({ name }) => ` ${name}Attributes`).join(',')} } from './attributes.js';

declare module 'vue' {
  interface GlobalComponents {
${tags(({ tagName, name }) => `'${tagName}': DefineComponent<${name}Attributes>;`)}  }
}
`;

const svelte = `import type { HTMLAttributes } from 'svelte/elements';
${classImports}import type {${elements.map(({ name }) => ` ${name}Attributes`).join(',')} } from './attributes.js';

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
${tags(({ tagName, name }) => `'${tagName}': HTMLAttributes<${name}> & ${name}Attributes;`)}  }
}
`;

mkdirSync(OUT, { recursive: true });
/** @type {Record<string, string>} */
const written = {
  'html-custom-data.json': `${JSON.stringify(htmlData, null, 2)}\n`,
  'attributes.d.ts': attributeTypes || 'export {};\n',
  'react.d.ts': jsx,
  'vue.d.ts': vue,
  'svelte.d.ts': svelte,
};
for (const [file, text] of Object.entries(written)) writeFileSync(new URL(file, OUT), text);
process.stdout.write(`packages/widgets: manifest and editor data of ${elements.length} elements\n`);
