/** The built files hold a widget's texts as lists: the tables that come out have to be the same. */
import { rolldown } from 'rolldown';
import { expect, it } from 'vitest';
import { tightMessages } from '../../packages/embed/bundle/tight-messages.mjs';

const FILE = '/badge.messages.js';

async function built(code: string): Promise<{ texts: unknown; code: string }> {
  const bundle = await rolldown({
    input: FILE,
    plugins: [
      {
        name: 'file',
        resolveId: (id) => (id === FILE ? id : null),
        load: (id) => (id === FILE ? code : null),
      },
      tightMessages(),
    ],
  });
  const { output } = await bundle.generate({ format: 'es' });
  await bundle.close();
  const address = `data:text/javascript;base64,${Buffer.from(output[0].code).toString('base64')}`;
  const { texts } = (await import(/* @vite-ignore */ address)) as { texts: unknown };
  return { texts, code: output[0].code };
}

const define = (texts: string): string =>
  `const defineMessages = (name, texts) => texts;\nexport const texts = defineMessages('badge', ${texts});`;

it('gives the same tables, a Spanish form that English lacks included', async () => {
  const { texts, code } = await built(
    define(`{
      es: { title: 'Título "así"', 'link-ok': 'sí', rows_one: '{{count}} fila', rows_many: '{{count}} de filas', rows_other: '{{count}} filas' },
      en: { title: "Title's", 'link-ok': 'yes', rows_one: '{{count}} row', rows_other: '{{count}} rows' },
    }`),
  );
  expect(texts).toEqual({
    es: {
      title: 'Título "así"',
      'link-ok': 'sí',
      rows_one: '{{count}} fila',
      rows_many: '{{count}} de filas',
      rows_other: '{{count}} filas',
    },
    en: {
      title: "Title's",
      'link-ok': 'yes',
      rows_one: '{{count}} row',
      rows_other: '{{count}} rows',
    },
  });
  expect(code).toContain('title link-ok rows_one rows_many rows_other');
});

it.each([
  ['a text with a line break', "{ es: { a: 'x\\ny' }, en: { a: 'z' } }"],
  ['a key with a space', "{ es: { 'a b': 'x' }, en: { 'a b': 'z' } }"],
  ['an empty text', "{ es: { a: '' }, en: { a: 'z' } }"],
  ['a computed text', "{ es: { a: 'x'.repeat(2) }, en: { a: 'z' } }"],
  ['texts of another table', "{ es: { ...{ a: 'x' } }, en: { a: 'z' } }"],
])('leaves %s as it is written', async (_, texts) => {
  const { code } = await built(define(texts));
  expect(code).not.toContain('textsOf');
});
