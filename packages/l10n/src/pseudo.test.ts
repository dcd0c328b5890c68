import { describe, expect, it } from 'vitest';
import {
  createTranslator,
  defineMessages,
  enablePseudoLocale,
  pseudo,
  PSEUDO_LOCALE,
} from './index.js';

describe('the pseudo-locale', () => {
  it('accents and lengthens, and keeps placeholders and figures', () => {
    expect(pseudo('{{count}} recursos en 3 años, Útil')).toBe(
      '[{{count}} réécúúrsóós één 3 ááñóós, ÚÚtííl]',
    );
    const sentence = 'El sitio que publica estos datos tardó demasiado en responder.';
    expect(pseudo(sentence).length / sentence.length).toBeGreaterThan(1.35);
    expect(pseudo(sentence).length / sentence.length).toBeLessThan(1.5);
  });

  it('says every widget, those already in use and those that come', () => {
    const before = defineMessages('test-pseudo-a', {
      es: { by: 'De {{who}}' },
      en: { by: 'By {{who}}' },
    });
    const after = defineMessages('test-pseudo-b', { es: { a: 'Datos' }, en: { a: 'Data' } });
    const t = createTranslator(before, PSEUDO_LOCALE);
    expect(t('by', { who: 'INE' })).toBe('De INE');
    enablePseudoLocale();
    expect(t('by', { who: 'INE 2024' })).toBe('[Déé INE 2024]');
    expect(createTranslator(after, PSEUDO_LOCALE).of('a')).toEqual({ text: '[Dáátóós]' });
    expect(createTranslator(after, 'es')('a')).toBe('Datos');
  });
});
