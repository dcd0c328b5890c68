import { describe, expect, it } from 'vitest';
import { generateQueries } from '../generate/generate-queries.js';
import { generateTramites } from '../generate/generate-tramites.js';
import { nextTexts } from './next-texts.js';
import { runSteps } from './steps.js';
import { emptyIndex, indexTramites } from './term-index.js';

const index = runSteps(indexTramites(generateTramites(700, 4_117)));

describe('what a text is likely to be a key later', () => {
  it('is told by the words that begin with its last one, whatever its accents and case', () => {
    expect(nextTexts(index, 'lice')).toEqual(['licen']);
    expect(nextTexts(index, 'Rénovació')).toEqual(['Rénovación']);
  });

  it('is the text and a space where its last word is whole', () => {
    expect(nextTexts(index, 'licencia')[0]).toBe('licencia ');
  });

  it('is any frequent first letter where a word is about to begin', () => {
    const begun = nextTexts(index, 'licencia ');
    expect(begun).toEqual(nextTexts(index, '').map((letter) => `licencia ${letter}`));
    expect(begun).toContain('licencia c');
    expect(begun.every((text) => /^licencia [a-z\d]$/.test(text))).toBe(true);
  });

  it('is nothing where no word begins so, or nothing is indexed', () => {
    expect(nextTexts(index, 'xyzzy')).toEqual([]);
    expect(nextTexts(emptyIndex([]), 'licencia')).toEqual([]);
  });

  it('has nine in ten of the keys that people type', () => {
    const keys = generateQueries(index.tramites, 'prefix', 40, 4_118).flatMap(({ text }) => {
      const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
      return Array.from(plain, (_, at) => [plain.slice(0, at), plain.slice(0, at + 1)] as const);
    });
    const foreseen = keys.filter(([before, after]) => nextTexts(index, before).includes(after));
    expect(foreseen.length / keys.length).toBeGreaterThan(0.9);
  });
});
