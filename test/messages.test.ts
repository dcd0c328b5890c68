import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const WIDGETS = fileURLToPath(new URL('../packages/widgets/src/', import.meta.url));

interface Texts {
  readonly [key: string]: string;
}

/** What `defineMessages` gives. */
interface Messages {
  readonly namespace: string;
  readonly es: Texts;
  readonly en: Texts;
}

const files = readdirSync(WIDGETS, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /(?<!\.test|\.fixtures)\.ts$/.test(file),
);
const messageFiles = files.filter((file) => file.endsWith('.messages.ts'));

const sources = files
  .filter((file) => !messageFiles.includes(file))
  .map((file) => ({ folder: dirname(file), text: readFileSync(join(WIDGETS, file), 'utf8') }));

/** The model's own names (`t(finding.id)`) are said without being spelt in the widget. */
const MODEL = fileURLToPath(new URL('../packages/model/src/', import.meta.url));
const modelNames = readdirSync(MODEL, { recursive: true, encoding: 'utf8' })
  .filter((file) => /(?<!\.test|\.fixtures)\.ts$/.test(file))
  .flatMap((file) => readFileSync(join(MODEL, file), 'utf8').match(/'[\w.-]+'/g) ?? [])
  .join('\n');

const isMessages = (value: unknown): value is Messages =>
  typeof value === 'object' && value !== null && 'namespace' in value && 'es' in value;

const placeholders = (text = ''): string[] =>
  [...new Set([...text.matchAll(/\{\{(.+?)\}\}/g)].map(([, name = '']) => name))].sort();

const keyOf = (name: string): string => name.replace(/_(one|many|other)$/, '');

async function load(file: string): Promise<Messages[]> {
  const module = (await import(/* @vite-ignore */ join(WIDGETS, file))) as Record<string, unknown>;
  return Object.values(module).filter(isMessages);
}

/** Is the key said in the code, as a literal or as a template that can make it (`link-${state}`)? */
function isUsed(key: string, code: string): boolean {
  if ([`'${key}'`, `"${key}"`, `\`${key}\``].some((literal) => code.includes(literal))) return true;
  return [...code.matchAll(/`([\w.-]*(?:\$\{[^`{}]+\}[\w.-]*)+)`/g)].some(([, template = '']) => {
    const parts = template.split(/\$\{[^{}]*\}/).map((part) => part.replaceAll('.', '\\.'));
    return parts.join('') !== '' && new RegExp(`^${parts.join('.+')}$`).test(key);
  });
}

describe.each(messageFiles)('%s', (file) => {
  it('exports the messages of a widget', async () => {
    expect(await load(file), 'export the result of defineMessages(…) from this file').not.toEqual(
      [],
    );
  });

  it('has the same keys in English as in Spanish, and the Spanish `many` beside each `other`', async () => {
    for (const { es, en } of await load(file)) {
      const others = Object.keys(es)
        .filter((key) => key.endsWith('_other'))
        .map(keyOf);
      expect(
        others.flatMap((key) => [`${key}_one`, `${key}_many`]).filter((key) => !(key in es)),
        'add these to es: "1,000,000 de recursos" needs _many, "1 recurso" needs _one',
      ).toEqual([]);
      const wanted = Object.keys(es).filter(
        (key) => !others.includes(key.replace(/_many$/, '')) || !key.endsWith('_many'),
      );
      expect(Object.keys(en).sort(), 'en has every key of es but the _many forms').toEqual(
        wanted.sort(),
      );
    }
  });

  it('has the same placeholders in both languages', async () => {
    for (const { es, en } of await load(file)) {
      for (const key of Object.keys(en)) {
        expect([key, placeholders(en[key])]).toEqual([key, placeholders(es[key])]);
      }
      for (const key of Object.keys(es).filter((name) => name.endsWith('_other'))) {
        const many = key.replace(/_other$/, '_many');
        expect([many, placeholders(es[many])]).toEqual([many, placeholders(es[key])]);
      }
      const names = [...Object.values(es), ...Object.values(en)].flatMap(placeholders);
      expect(
        names.filter((name) => !/^\w+$/.test(name)),
        'write {{name}}, no spaces',
      ).toEqual([]);
    }
  });

  it('has no empty text, no stray space and no reference that i18next would follow', async () => {
    for (const { es, en } of await load(file)) {
      for (const [key, text] of [...Object.entries(es), ...Object.entries(en)]) {
        expect([key, text]).toEqual([key, text.trim()]);
        expect(text, key).not.toBe('');
        expect(text, key).not.toMatch(/\$t\(| {2}/);
      }
    }
  });

  it('says nothing that the widget no longer says', async () => {
    const importName = basename(file).replace(/\.ts$/, '.js');
    const code = sources
      .filter((source) => source.folder === dirname(file) || source.text.includes(importName))
      .map((source) => source.text)
      .concat(modelNames)
      .join('\n');
    for (const { es } of await load(file)) {
      const unused = [...new Set(Object.keys(es).map(keyOf))].filter((key) => !isUsed(key, code));
      expect(unused, 'remove these keys, or use them').toEqual([]);
    }
  });
});

it('no two widgets share a namespace, and the parts of one no key', async () => {
  const owners = new Map<string, string>();
  for (const file of messageFiles) {
    for (const { namespace, es } of await load(file)) {
      const folder = owners.get(namespace) ?? dirname(file);
      expect(folder, namespace).toBe(dirname(file));
      owners.set(namespace, folder);
      for (const key of Object.keys(es)) {
        const name = `${namespace}.${key}`;
        expect(owners.get(name), name).toBe(undefined);
        owners.set(name, file);
      }
    }
  }
});
