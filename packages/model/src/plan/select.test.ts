import { describe, expect, it } from 'vitest';
import { read } from './plan.fixtures.js';
import { toCsvText } from '../csv-text.js';
import { planRows } from './rows.js';
import { findCommitment, nextDue, NO_VALUE, PlanIndex, sortCommitments } from './select.js';

const { model: plan } = read({
  axes: [
    { id: 'e1', title: 'Presupuesto abierto' },
    { id: 'e2', title: 'Medio ambiente' },
  ],
  themes: [{ id: 't1', title: 'Compras', csos: ['Transparencia Mexicana'] }],
  commitments: [
    {
      number: 10,
      title: 'Búsqueda de personas',
      axis: 'e1',
      theme: 't1',
      institutions: ['SEGOB'],
      status: 'delayed',
      milestones: [{ title: 'Publicar el índice', due: '2026-03-01', status: 'delayed' }],
    },
    {
      number: 2,
      title: 'Agua limpia',
      axis: 'e1',
      institutions: ['Segob', 'Conagua'],
      csos: ['Cultura Ecológica'],
      status: 'complete',
    },
    { number: 7, title: '=SUMA(1;2)', summary: 'Línea de acción' },
  ],
});
const index = new PlanIndex(plan);
const numbers = (list: readonly { number?: string }[]): (string | undefined)[] =>
  list.map((c) => c.number);

describe('PlanIndex', () => {
  it('finds words by their beginning, whatever the accents and case', () => {
    expect(numbers(index.filter({ query: 'BUSQ pers' }))).toEqual(['10']);
    expect(numbers(index.filter({ query: 'índice' }))).toEqual(['10']);
    expect(numbers(index.filter({ query: 'ine' }))).toEqual([]);
    expect(numbers(index.filter({ query: '  ' }))).toEqual(['10', '2', '7']);
  });

  it('finds a commitment by an organisation of its theme', () => {
    expect(numbers(index.filter({ query: 'transparencia' }))).toEqual(['10']);
    expect(numbers(index.filter({ cso: ['transparencia mexicana'] }))).toEqual(['10']);
  });

  it('takes any value within a facet, and all facets together', () => {
    expect(numbers(index.filter({ status: ['delayed', 'complete'] }))).toEqual(['10', '2']);
    expect(
      numbers(index.filter({ status: ['delayed', 'complete'], institution: ['conagua'] })),
    ).toEqual(['2']);
    expect(numbers(index.filter({ status: [NO_VALUE] }))).toEqual(['7']);
    expect(numbers(index.filter({ status: [] }))).toEqual(['10', '2', '7']);
  });

  it('leaves only what is overdue on a day', () => {
    expect(numbers(index.filter({ overdueOn: '2026-03-02' }))).toEqual(['10']);
    expect(numbers(index.filter({ overdueOn: '2026-03-01' }))).toEqual([]);
  });

  it('counts the values of a facet; one institution in two spellings is one', () => {
    expect(index.facet('institution')).toEqual([
      { value: 'segob', label: 'SEGOB', count: 2 },
      { value: 'conagua', label: 'Conagua', count: 1 },
      { value: NO_VALUE, count: 1 },
    ]);
    expect(index.facet('axis')).toEqual([
      { value: 'e1', label: 'Presupuesto abierto', count: 2 },
      { value: 'e2', label: 'Medio ambiente', count: 0 },
      { value: NO_VALUE, count: 1 },
    ]);
    expect(index.facet('status').map((f) => f.value)).toEqual(['delayed', 'complete', NO_VALUE]);
  });

  it('can be warmed ahead in slices', () => {
    const cold = new PlanIndex(plan);
    expect([cold.warm(2), cold.warm(2), cold.warm(2)]).toEqual([true, false, false]);
    expect(numbers(cold.filter({ query: 'agua' }))).toEqual(['2']);
  });
});

describe('sortCommitments', () => {
  it('sorts 2 before 10, titles as Spanish does, and what has no value last', () => {
    expect(numbers(sortCommitments(plan.commitments, 'number'))).toEqual(['2', '7', '10']);
    expect(numbers(sortCommitments(plan.commitments, 'title'))).toEqual(['7', '2', '10']);
    expect(numbers(sortCommitments(plan.commitments, 'status'))).toEqual(['10', '2', '7']);
    expect(numbers(sortCommitments(plan.commitments, 'due'))).toEqual(['10', '2', '7']);
  });
});

describe('nextDue', () => {
  it('counts the end of a commitment that is not closed as one more date', () => {
    const { commitments } = read({
      commitments: [
        { number: 1, title: 'a', end: '2026-05-11', milestones: [{ due: '2026-12-15' }] },
        { number: 2, title: 'b', end: '2026-05-10' },
        { number: 3, title: 'c', end: '2026-01-01', status: 'withdrawn' },
        { number: 4, title: 'd', end: 'pronto' },
      ],
    }).model;
    expect(commitments.map((each) => nextDue(each))).toEqual([
      '2026-05-11',
      '2026-05-10',
      undefined,
      undefined,
    ]);
    expect(numbers(sortCommitments(commitments, 'due'))).toEqual(['2', '1', '3', '4']);
  });

  it('awaits a milestone until the day that it is done', () => {
    const { commitments } = read({
      commitments: [{ title: 'a', milestones: [{ due: '2026-03-01', done: '2026-03-05' }] }],
    }).model;
    const next = (day: string): unknown => commitments.map((each) => nextDue(each, day));
    expect([next('2026-03-04'), next('2026-03-05')]).toEqual([['2026-03-01'], [undefined]]);
  });
});

describe('findCommitment', () => {
  it('takes the number, then the key', () => {
    expect(findCommitment(plan, ' 7 ')?.title).toBe('=SUMA(1;2)');
    expect(findCommitment(plan, '99')).toBeUndefined();
  });
});

describe('planRows', () => {
  it('writes a row per milestone or commitment, formulas disarmed by toCsvText', () => {
    const rows = planRows(index, plan.commitments);
    expect(rows.map((r) => [r[0], r[3], r[9], r[11], r[12]])).toEqual([
      ['numero', 'eje', 'estatus', 'hito', 'hito_fecha'],
      ['10', 'Presupuesto abierto', 'delayed', 'Publicar el índice', '2026-03-01'],
      ['2', 'Presupuesto abierto', 'complete', '', ''],
      ['7', '', '', '', ''],
    ]);
    expect(toCsvText(rows)).toContain(`"'=SUMA(1;2)"`);
  });
});

describe('2,000 commitments of 10 milestones', () => {
  it('filter in a few milliseconds once the index is warm', () => {
    const { model } = read({
      commitments: Array.from({ length: 2000 }, (_, i) => ({
        number: i + 1,
        title: `Compromiso de búsqueda ${i}`,
        milestones: Array.from({ length: 10 }, (_m, j) => ({
          title: `Hito ${j}`,
          due: '2026-01-01',
        })),
      })),
    });
    const large = new PlanIndex(model);
    while (large.warm());
    const start = performance.now();
    expect(large.filter({ query: 'busq 77' })).toHaveLength(13);
    // 2 ms here; generous, because the machine that runs this may be busy.
    expect(performance.now() - start).toBeLessThan(50);
  });
});
