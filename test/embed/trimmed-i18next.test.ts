/**
 * The embed build leaves out what the library's own i18next never reaches. Here every text of every
 * widget is said by the whole library and by the trimmed one, and has to come out the same.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rolldown, type Plugin } from 'rolldown';
import { beforeAll, describe, expect, it } from 'vitest';
import { VERSION } from '../../packages/embed/bundle/i18next-unreached.mjs';
import { virtualEntry } from '../../packages/embed/bundle/plugins.mjs';
import { trim, trimI18next } from '../../packages/embed/bundle/trim-i18next.mjs';
import type * as L10n from '../../packages/l10n/src/index.js';

const path = (from: string): string =>
  fileURLToPath(new URL(`../../packages/${from}`, import.meta.url));

const messageFiles = readdirSync(path('widgets/src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.messages.ts'))
  .map((file) => path(`widgets/src/${file}`));

/** The packages' sources with either i18next: the formats, the texts and who says them. */
interface Build {
  readonly bytes: number;
  readonly l10n: typeof L10n;
  readonly messages: readonly L10n.Messages[];
}

async function build(plugins: Plugin[]): Promise<Build> {
  const entry = [
    `export * as l10n from ${JSON.stringify(path('l10n/src/index.ts'))};`,
    ...messageFiles.map((file, at) => `export * as file${at} from ${JSON.stringify(file)};`),
  ].join('\n');
  const bundle = await rolldown({
    input: 'virtual:entry',
    platform: 'node',
    tsconfig: false,
    resolve: { conditionNames: ['ventana-source', 'import', 'default'] },
    plugins: [virtualEntry(entry), ...plugins],
  });
  const { output } = await bundle.generate({ format: 'es', codeSplitting: false, minify: true });
  await bundle.close();
  const { code } = output[0];
  const address = `data:text/javascript;base64,${Buffer.from(code).toString('base64')}`;
  const exported = (await import(/* @vite-ignore */ address)) as Record<string, object>;
  return {
    bytes: Buffer.byteLength(code),
    l10n: exported['l10n'] as typeof L10n,
    messages: Object.entries(exported)
      .filter(([name]) => name !== 'l10n')
      .flatMap(([, file]) => Object.values(file) as unknown[])
      .filter(
        (value): value is L10n.Messages =>
          typeof value === 'object' && value !== null && 'namespace' in value && 'es' in value,
      ),
  };
}

const LANGUAGES = ['es-MX', 'en', 'nhe', 'yua-MX', 'ar', 'es-x-pseudo'];
const COUNTS = [undefined, 0, 1, 2, 5, 11, 1e6];
const VALUES = ['{{count}} $t(x) {{who}} $& $1 <b>{{- a}}</b> ###', '', 1234.5];

/** A community's words, with the forms that Spanish does not have and texts that get refused. */
function community(messages: readonly L10n.Messages[]): object {
  return Object.fromEntries(
    messages.map(({ namespace, es }) => [
      namespace,
      Object.fromEntries(
        Object.entries(es).flatMap(([key, text], at) => {
          const own = [key, `«${text}» $t(${key}) {x}`] as const;
          if (at % 3 === 0) return [];
          return key.endsWith('_other')
            ? [own, [key.replace(/_other$/, '_zero'), `0 ${text}`], [`${key}x`, text]]
            : [own];
        }),
      ),
    ]),
  );
}

/** Every text, in every language, for every count and value. */
function everything({ l10n, messages }: Build): string[] {
  const said: string[] = [];
  const sayAll = (): void => {
    for (const lang of LANGUAGES) {
      for (const one of messages) {
        const t = l10n.createTranslator(one, lang) as L10n.Translator;
        const names = [
          ...new Set(Object.values(one.es).flatMap((text) => text.match(/(?<=\{\{)\w+/g) ?? [])),
        ].filter((name) => name !== 'count');
        const keys = Object.keys(one.es).map((key) => key.replace(/_(one|many|other)$/, ''));
        for (const key of [...new Set(keys), 'no such text', 'a.b:c', '__proto__', '']) {
          for (const count of COUNTS) {
            for (const value of VALUES) {
              const params = {
                ...Object.fromEntries(names.map((name) => [name, value])),
                ...(count === undefined ? {} : { count }),
              };
              said.push(`${lang} ${one.namespace} ${key}: ${JSON.stringify(t.of(key, params))}`);
            }
          }
          said.push(`${lang} ${one.namespace} ${key}: ${JSON.stringify(t.of(key))}`);
        }
      }
    }
  };
  sayAll();
  l10n.enablePseudoLocale();
  for (const lang of ['nhe', 'ar', 'es-MX']) {
    l10n.addCommunityLocale(lang, community(messages));
  }
  sayAll();
  return said;
}

describe('i18next as the built files carry it', () => {
  let whole: Build;
  let trimmed: Build;
  beforeAll(async () => {
    [whole, trimmed] = await Promise.all([build([]), build([trimI18next()])]);
  });

  it('says every text as the whole library does', () => {
    expect(whole.messages.length).toBeGreaterThan(0);
    const expected = everything(whole);
    const found = everything(trimmed);
    const different = expected.flatMap((text, at) =>
      text === found[at] ? [] : [{ expected: text, found: found[at] }],
    );
    expect(
      different.slice(0, 5),
      `${different.length} of ${expected.length} texts come out otherwise. An option of packages/l10n/src/instance.ts or translator.ts changed, or the lists in packages/embed/bundle/i18next-unreached.mjs say what is not so.`,
    ).toEqual([]);
    expect(found.length).toBe(expected.length);
  });

  it('is a small part of the library', () => {
    expect(whole.bytes - trimmed.bytes).toBeGreaterThan(35_000);
  });
});

describe('the lists of what is taken out', () => {
  const code = readFileSync(path('l10n/node_modules/i18next/dist/esm/i18next.js'), 'utf8');

  it('are for one release of i18next', () => {
    expect(() => trim(code, '26.99.0')).toThrow(
      /i18next is 26\.99\.0 and .*i18next-unreached\.mjs was written for/,
    );
  });

  it('name what is there', () => {
    const renamed = code.replaceAll('hasDefaultValue(', 'hasDefault(');
    expect(() => trim(renamed, VERSION)).toThrow(
      /no longer has these.*\n {2}Translator\.hasDefaultValue\n.*Translator\.hasDefaultValue\(opt\)\n/,
    );
  });

  it('name nothing that what stays calls', () => {
    const calls = code.replace('const extracted =', 'this.exists(k); const extracted =');
    expect(() => trim(calls, VERSION)).toThrow(/still names what .* takes out: Translator\.exists/);
  });
});
