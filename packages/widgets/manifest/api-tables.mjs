/**
 * Writes the reference of an element, from custom-elements.json, into each page of docs/widgets
 * that asks for it between `<!-- api ventana-<name> -->` and `<!-- /api -->`.
 *
 *     node packages/widgets/manifest/api-tables.mjs
 *
 * test/docs.test.ts fails while a page is not current, or an element has none.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';

/**
 * @typedef {{ name: string, description?: string, type?: { text: string }, default?: string, fieldName?: string, attribute?: string, kind?: string, readonly?: boolean, return?: { type: { text: string } } }} Item
 * @typedef {{ tagName?: string, attributes?: Item[], members?: Item[], events?: Item[], slots?: Item[], cssParts?: Item[], cssProperties?: Item[], cssStates?: Item[] }} Element
 */

const ROOT = new URL('../../../', import.meta.url);
const PAGES = new URL('docs/widgets/', ROOT);
const MARKED = /(<!-- api (ventana-[a-z-]+) -->\n)[\s\S]*?(<!-- \/api -->)/g;

/** @param {string} tag @returns {Element} */
function elementOf(tag) {
  /** @type {{ modules: { declarations?: Element[] }[] }} */
  const manifest = JSON.parse(
    readFileSync(new URL('packages/widgets/custom-elements.json', ROOT), 'utf8'),
  );
  const found = manifest.modules
    .flatMap(({ declarations = [] }) => declarations)
    .find(({ tagName }) => tagName === tag);
  if (!found)
    throw new Error(`custom-elements.json has no <${tag}>: run pnpm build, or mend the page.`);
  return found;
}

/** @param {string} text */
const cell = (text) => text.replace(/\s+/g, ' ').replaceAll('|', '\\|').trim();

/** @param {string} text */
const code = (text) => (text ? `\`${cell(text)}\`` : '');

/** @param {string} title @param {string[]} head @param {string[][]} rows */
function table(title, head, rows) {
  if (rows.length === 0) return '';
  const lines = [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`);
  return `### ${title}\n\n${lines.join('\n')}\n\n`;
}

/** @param {Element} element */
function tables({
  attributes = [],
  members = [],
  events = [],
  slots = [],
  cssParts = [],
  cssProperties = [],
  cssStates = [],
}) {
  const ofAttribute = new Set(attributes.map(({ fieldName }) => fieldName));
  /** @param {Item} item */
  const described = ({ description = '' }) => cell(description);
  return [
    table(
      'Attributes',
      ['attribute', 'property', 'type', 'default', 'what it does'],
      attributes.map((item) => [
        code(item.name),
        code(item.fieldName ?? ''),
        code(item.type?.text ?? 'string'),
        code(item.default ?? ''),
        described(item),
      ]),
    ),
    table(
      'Other properties and methods',
      ['name', 'type', 'what it is'],
      members
        .filter(({ name, attribute }) => !attribute && !ofAttribute.has(name))
        .map((item) => [
          code(item.kind === 'method' ? `${item.name}()` : item.name),
          code(item.return?.type.text ?? item.type?.text ?? 'unknown'),
          described(item),
        ]),
    ),
    table(
      'Events',
      ['event', 'type', 'when'],
      events.map((item) => [code(item.name), code(item.type?.text ?? 'Event'), described(item)]),
    ),
    table(
      'States',
      ['state', 'meaning'],
      cssStates.map((item) => [code(`:state(${item.name})`), described(item)]),
    ),
    table(
      'Slots',
      ['slot', 'what goes there'],
      slots.map((item) => [item.name ? code(item.name) : '(default)', described(item)]),
    ),
    table(
      'Parts',
      ['part', 'what it is'],
      cssParts.map((item) => [code(`::part(${item.name})`), described(item)]),
    ),
    table(
      'Custom properties',
      ['property', 'what it sets'],
      cssProperties.map((item) => [code(item.name), described(item)]),
    ),
  ].join('');
}

/**
 * The pages that ask for a reference, as they are and as they should be.
 *
 * @returns {Promise<{ name: string, url: URL, is: string, should: string }[]>}
 */
export async function referencePages() {
  const found = [];
  for (const name of readdirSync(PAGES).filter((file) => file.endsWith('.md'))) {
    const url = new URL(name, PAGES);
    const is = readFileSync(url, 'utf8');
    if (!is.includes('<!-- api ')) continue;
    const text = is.replace(
      MARKED,
      (_, open, tag, close) => `${open}\n${tables(elementOf(tag))}${close}`,
    );
    const config = await resolveConfig(fileURLToPath(url));
    found.push({ name, url, is, should: await format(text, { ...config, parser: 'markdown' }) });
  }
  return found;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const { url, should } of await referencePages()) writeFileSync(url, should);
}
