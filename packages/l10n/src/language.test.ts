import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { direction, resolveLanguage } from './index.js';

describe('resolveLanguage', () => {
  it('takes the first candidate that is a language', () => {
    expect(resolveLanguage('', null, undefined, 'x-default', 'español', 'und', 'en', 'es')).toBe(
      'en',
    );
    expect(resolveLanguage()).toBe('es-MX');
    expect(resolveLanguage('spanish', 42, {}, '{{lang}}')).toBe('es-MX');
  });

  it('normalises what people write', () => {
    expect(
      ['es_MX', 'es-mx ', 'ES', 'nhe', 'yua_MX', 'zh-hant-tw'].map((tag) => resolveLanguage(tag)),
    ).toEqual(['es-MX', 'es-MX', 'es', 'nhe', 'yua-MX', 'zh-Hant-TW']);
  });

  it('accepts the tags of Mexican languages', () => {
    for (const tag of ['nhe', 'yua', 'tzh', 'tzo', 'mix', 'zap', 'nah', 'oto', 'maz', 'tsz-MX']) {
      expect(resolveLanguage(tag)).toBe(tag);
    }
  });

  it('never throws and always gives a tag that Intl takes', () => {
    fc.assert(
      fc.property(fc.anything(), fc.string(), (one, two) => {
        expect(Intl.getCanonicalLocales(resolveLanguage(one, two))).toHaveLength(1);
      }),
    );
  });
});

describe('direction', () => {
  it('goes by the script', () => {
    expect(['ar', 'he', 'fa-IR', 'ur', 'az-Arab', 'yi', 'pa-PK'].map(direction)).toEqual(
      Array(7).fill('rtl'),
    );
    expect(['es', 'en', 'ar-Latn', 'nhe', 'nonsense!', ''].map(direction)).toEqual(
      Array(6).fill('ltr'),
    );
  });
});
