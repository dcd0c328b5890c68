import { describe, expect, it } from 'vitest';
import { Fields, localizedOf, textOf } from './fields.js';

describe('Fields', () => {
  it('takes one field under any of its spellings, and the first record that has it', () => {
    const fields = new Fields(
      { 'dct:title': 'Uno', access_url: 'a', notes: ' ' },
      { title: 'Dos', Notes: 'texto' },
    );
    expect(fields.text('title')).toBe('Uno');
    expect(fields.text('accessurl')).toBe('a');
    expect(fields.text('notes')).toBe('texto');
  });

  it('knows only own fields', () => {
    const fields = new Fields(JSON.parse('{"__proto__": {"title": "no"}}'), 3, null, []);
    expect(fields.text('title', 'constructor', 'tostring')).toBeUndefined();
  });
});

describe('textOf', () => {
  it.each([
    ['Uno', 'Uno'],
    [5, '5'],
    [['', null, 'Dos'], 'Dos'],
    [{ '@value': 'Tres' }, 'Tres'],
    [{ name: 'Cuatro', url: 'x' }, 'Cuatro'],
    [{ es: 'Cinco' }, 'Cinco'],
    [null, undefined],
    [NaN, undefined],
    [true, undefined],
    [{ title: { title: { title: { title: { title: 'hondo' } } } } }, undefined],
  ])('of %o is %s', (value, text) => {
    expect(textOf(value)).toBe(text);
  });
});

describe('localizedOf', () => {
  it.each([
    [
      { es: 'Sí', en: 'Yes', fr: null },
      { es: 'Sí', en: 'Yes' },
    ],
    ['{"es": "Sí", "pt-BR": "Sim"}', { es: 'Sí', 'pt-BR': 'Sim' }],
    [{ name: { es: 'Sí' } }, { es: 'Sí' }],
    [{ title: '', name: 'slug' }, 'slug'],
    ['{"a": ', '{"a": '],
    ['[1] Uno', '[1] Uno'],
    ['{"largo": "x"}', '{"largo": "x"}'],
    [' ', undefined],
  ])('of %o is %o', (value, text) => {
    expect(localizedOf(value)).toEqual(text);
  });
});
