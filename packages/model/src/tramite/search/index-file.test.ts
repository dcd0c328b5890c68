import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generateTramites } from '../generate/generate-tramites.js';
import { readIndex, writeIndex } from './index-file.js';
import { searchIndex } from './search-index.js';
import { runSteps } from './steps.js';
import { indexTramites } from './term-index.js';

describe('an index file', () => {
  const tramites = generateTramites(300, 77);
  const built = runSteps(indexTramites(tramites));
  const file = runSteps(writeIndex(built));

  it('answers as the index it was written from', () => {
    const read = runSteps(readIndex(file, tramites));
    if (!read) throw new Error('not read');
    for (const text of ['licencia', 'acta nacimiento', 'permizo obra', '']) {
      const [now, before] = [read, built].map((index) => {
        const { facets, ...found } = searchIndex(index, { text });
        return { ...found, facets: facets() };
      });
      expect(now).toEqual(before);
    }
  });

  it('is refused for other trámites, other synonyms, or when it is damaged', () => {
    expect(runSteps(readIndex(file, tramites.slice(1)))).toBeUndefined();
    expect(
      runSteps(readIndex(file, tramites, { synonyms: [{ same: ['a', 'b'] }] })),
    ).toBeUndefined();
    expect(runSteps(readIndex(file.slice(0, -20), tramites))).toBeUndefined();
    expect(runSteps(readIndex('<html>', tramites))).toBeUndefined();
  });

  it('never throws, whatever is in it', () => {
    fc.assert(
      fc.property(fc.nat(file.length), fc.string(), (at, rubbish) => {
        runSteps(readIndex(file.slice(0, at) + rubbish, tramites));
      }),
      { numRuns: 30 },
    );
  });
});
