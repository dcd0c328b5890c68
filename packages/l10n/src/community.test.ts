import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addCommunityLocale, createTranslator, defineMessages, onLocalesChanged } from './index.js';

let widgets = 0;

/** A widget of its own for each test: community locales are the page's. */
function fixture() {
  const namespace = `test-community-${++widgets}`;
  const messages = defineMessages(namespace, {
    es: {
      title: 'Conjunto de datos',
      by: 'Publica {{who}}',
      rows_one: '{{count}} fila',
      rows_many: '{{count}} de filas',
      rows_other: '{{count}} filas',
    },
    en: {
      title: 'Dataset',
      by: 'By {{who}}',
      rows_one: '{{count}} row',
      rows_other: '{{count}} rows',
    },
  });
  return { namespace, messages };
}

describe('addCommunityLocale', () => {
  it('is said where it has the text, and Spanish where it has not', () => {
    const { namespace, messages } = fixture();
    const t = createTranslator(messages, 'nhe');
    expect(t.of('title')).toEqual({ text: 'Conjunto de datos', lang: 'es' });
    addCommunityLocale('nhe', { [namespace]: { title: 'Tlamachtilistli' } });
    expect(t.of('title')).toEqual({ text: 'Tlamachtilistli' });
    expect(t.of('by', { who: 'INE' })).toEqual({ text: 'Publica INE', lang: 'es' });
    expect(t.lang).toBe('nhe');
  });

  it('reads the flat form too', () => {
    const { namespace, messages } = fixture();
    addCommunityLocale('tzo', { [`${namespace}.title`]: 'Vun', nowhere: 'x' });
    expect(createTranslator(messages, 'tzo')('title')).toBe('Vun');
  });

  it('waits for a part of a widget that is loaded apart, and keeps the texts of the others', () => {
    const { namespace, messages } = fixture();
    const t = createTranslator(messages, 'pua');
    expect(t('title')).toBe('Conjunto de datos');
    addCommunityLocale('pua', { [namespace]: { title: 'Uandakua', chart: 'Karakata' } });
    const part = defineMessages(namespace, { es: { chart: 'gráfica' }, en: { chart: 'chart' } });
    expect(createTranslator(part, 'pua')('chart')).toBe('Karakata');
    expect(createTranslator(part, 'en')('chart')).toBe('chart');
    expect([t('title'), t('rows', { count: 2 })]).toEqual(['Uandakua', '2 filas']);
  });

  it('waits for a widget that comes later', () => {
    const { namespace, messages } = fixture();
    addCommunityLocale('yua', { [namespace]: { title: 'Meyaj', nope: 'x' } });
    expect(createTranslator(messages, 'yua').of('title')).toEqual({ text: 'Meyaj' });
  });

  it('answers a plural in a language whose forms the browser does not know', () => {
    const { namespace, messages } = fixture();
    addCommunityLocale('tzh', { [namespace]: { rows_other: '{{count}} tsʼib' } });
    const t = createTranslator(messages, 'tzh');
    expect([1, 2, 1_000_000].map((count) => t.of('rows', { count }))).toEqual([
      { text: '1 tsʼib' },
      { text: '2 tsʼib' },
      { text: '1,000,000 tsʼib' },
    ]);
  });

  it('lends a region its base language and a base language its region', () => {
    const { namespace, messages } = fixture();
    addCommunityLocale('maz-MX', { [namespace]: { title: 'Jiasú' } });
    addCommunityLocale('zap', { [namespace]: { title: 'Guiʼchi' } });
    expect(createTranslator(messages, 'maz').of('title')).toEqual({ text: 'Jiasú' });
    expect(createTranslator(messages, 'zap-MX').of('title')).toEqual({ text: 'Guiʼchi' });
  });

  it('lets a portal say it in its own words', () => {
    const { namespace, messages } = fixture();
    addCommunityLocale('es-MX', { [namespace]: { title: 'Base de datos' } });
    expect(createTranslator(messages, 'es-MX').of('title')).toEqual({ text: 'Base de datos' });
  });

  it('refuses what is no text or loses a figure, and ignores unknown keys', () => {
    const { namespace, messages } = fixture();
    createTranslator(messages, 'mix');
    const json = JSON.parse(`{ "${namespace}": {
      "title": 7, "by": "sin quién", "rows_other": "{{cuantos}}", "rows_one": "una fila", "rows_two": "ntsi uu",
      "extra": "x", "constructor": "x", "__proto__": "x", "toString": "x", "rows_many": ""
    }, "__proto__": { "polluted": "yes" }, "lista": [1], "nulo": null }`) as unknown;
    addCommunityLocale('mix', json);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    const t = createTranslator(messages, 'mix');
    expect(t('title')).toBe('Conjunto de datos');
    expect(t('by', { who: 'INE' })).toBe('Publica INE');
    expect(t.of('rows', { count: 7 })).toEqual({ text: '7 filas', lang: 'es' });
  });

  it('refuses a placeholder that nobody fills', () => {
    const { namespace, messages } = fixture();
    createTranslator(messages, 'tar');
    const json = {
      [namespace]: {
        title: 'A {{who}}',
        by: '{{who}} {{secret}}',
        rows_other: '{{count, number}}',
      },
    };
    addCommunityLocale('tar', json);
    const t = createTranslator(messages, 'tar');
    expect(t('title')).toBe('Conjunto de datos');
    expect(t('by', { who: 'INE' })).toBe('Publica INE');
    expect(t('rows', { count: 2 })).toBe('2 filas');
  });

  it('shows markup and references as text', () => {
    const { namespace, messages } = fixture();
    addCommunityLocale('oto', {
      [namespace]: { title: '<img src=x onerror=alert(1)> $t(title)', by: '$t(by) {{who}}' },
    });
    const t = createTranslator(messages, 'oto');
    expect(t('title')).toBe('<img src=x onerror=alert(1)> $t(title)');
    expect(t('by', { who: 'A' })).toBe('$t(by) A');
  });

  it('tells who listens, only while they listen', () => {
    const { namespace, messages } = fixture();
    createTranslator(messages, 'nah');
    let told = 0;
    const stop = onLocalesChanged(() => told++);
    addCommunityLocale('nah', { [namespace]: { title: 'Amatl' } });
    expect(told).toBe(1);
    stop();
    addCommunityLocale('nah', { [namespace]: { title: 'Amoxtli' } });
    expect(told).toBe(1);
  });

  it('takes anything without throwing', () => {
    const { namespace, messages } = fixture();
    createTranslator(messages, 'ote');
    addCommunityLocale('no tag', { [namespace]: { title: 'x' } });
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (one, two) => {
        addCommunityLocale('ote', one);
        addCommunityLocale('ote', { [namespace]: two });
      }),
    );
    expect(createTranslator(messages, 'ote')('title')).not.toBe('title');
  });
});
