import { describe, expect, it } from 'vitest';
import type { Dataset } from './dataset.js';
import { judgeStars } from './stars.js';

const dataset = (format: string | undefined, license = 'CC-BY-4.0'): Dataset => ({
  keywords: [],
  themes: [],
  languages: [],
  license: { id: license },
  resources: [{ url: 'https://datos.example.org/archivo', ...(format ? { format } : {}) }],
});

const verdicts = (of: Dataset) => judgeStars(of).stars.map(({ verdict }) => verdict);

describe('judgeStars', () => {
  it.each([
    ['PDF', 1],
    ['XLSX', 2],
    ['CSV', 3],
    ['RDF', 4],
  ])('gives %s under an open licence %i stars', (format, total) => {
    expect(judgeStars(dataset(format)).total).toBe(total);
  });

  it('gives none without an open licence, however good the format, and says what is good', () => {
    const judged = judgeStars(dataset('CSV', 'cc-by-nc'));
    expect(judged.total).toBe(0);
    expect(judged.stars[0]).toEqual({
      id: 'online-open-license',
      verdict: 'no',
      evidence: [
        { field: 'addresses', value: 1, of: 1 },
        { field: 'license', value: 'CC BY-NC' },
      ],
      remedy: 'open-license',
    });
    expect(judged.stars[2]?.verdict).toBe('yes');
  });

  it('cannot tell of a licence or a format that it does not know', () => {
    expect(verdicts(dataset(undefined, 'Propia'))).toEqual([
      'cant-tell',
      'cant-tell',
      'cant-tell',
      'cant-tell',
      'cant-tell',
    ]);
  });

  it('cannot see from a description whether linked data links to others', () => {
    expect(verdicts(dataset('Turtle'))).toEqual(['yes', 'yes', 'yes', 'yes', 'cant-tell']);
    expect(verdicts(dataset('CSV'))).toEqual(['yes', 'yes', 'yes', 'no', 'no']);
  });

  it('scores by the best resource', () => {
    const { resources } = dataset('CSV');
    const mixed = { ...dataset('XLS'), resources: [...dataset('XLS').resources, ...resources] };
    expect(judgeStars(mixed).total).toBe(3);
  });

  it('gives no star for a link that nobody answers, nor denies it', () => {
    const links = new Map([[dataset('CSV').resources[0]!.url!, 'unreachable']] as const);
    expect(judgeStars(dataset('CSV'), links)).toMatchObject({
      total: 0,
      stars: [{ verdict: 'cant-tell' }, {}, {}, {}, {}],
    });
  });

  it('shows the publisher claim apart', () => {
    expect(judgeStars({ ...dataset('PDF'), claimedStars: 5 })).toMatchObject({
      total: 1,
      claimed: 5,
    });
    expect(judgeStars(dataset('PDF'))).not.toHaveProperty('claimed');
  });
});
