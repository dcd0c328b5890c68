import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assessmentsDiffer, latestAssessments } from './assessments.js';
import { comparePlans, planDigest } from './compare.js';
import { changesSince, statusAt } from './history.js';
import { overdueOn } from './overdue.js';
import { commitmentOf, planOf, read } from './plan.fixtures.js';
import { groupCommitments, progressOf } from './progress.js';

describe('progressOf', () => {
  it('counts what nobody says apart, never as not done', () => {
    const plan = planOf(...Array.from({ length: 26 }, (_, i) => ({ number: i + 1, title: 't' })));
    expect(progressOf(plan.commitments)).toEqual({
      total: 26,
      byStatus: new Map(),
      known: 0,
      unknown: 26,
      unrecognized: 0,
      complete: 0,
      milestones: { total: 0, known: 0, done: 0 },
    });
  });

  it('takes shares of what is known, and leaves words of the source out of them', () => {
    const plan = planOf(
      { title: 'a', status: 'complete' },
      { title: 'b', status: 'delayed' },
      { title: 'c', status: 'En veremos' },
      { title: 'd' },
    );
    expect(progressOf(plan.commitments)).toMatchObject({
      total: 4,
      known: 2,
      unrecognized: 1,
      unknown: 1,
      complete: 1,
      share: 0.5,
    });
  });

  it('counts a milestone as done by its status, else by its day, else not at all', () => {
    const plan = planOf({
      title: 'a',
      milestones: [
        { title: '1', status: 'complete' },
        { title: '2', done: '2026-01-01' },
        { title: '3', done: '2026-01-01', status: 'not-started' },
        { title: '4', done: 'pronto' },
        { title: '5' },
      ],
    });
    expect(progressOf(plan.commitments).milestones).toEqual({
      total: 5,
      known: 3,
      done: 2,
      share: 2 / 3,
    });
  });

  it('counts no milestone as done before the day that it is to be done on', () => {
    const { commitments } = planOf({
      title: 'a',
      milestones: [
        { title: '1', done: '2026-03-05' },
        { title: '2', done: '2026-03-05', status: 'complete' },
      ],
    });
    const doneOn = (day: string): number => progressOf(commitments, undefined, day).milestones.done;
    expect([doneOn('2026-03-04'), doneOn('2026-03-05')]).toEqual([0, 2]);
  });

  it('equals an independent reckoning from the raw JSON, whatever the plan', () => {
    const status = fc.option(fc.constantFrom('complete', 'in-progress', 'withdrawn', 'raro'), {
      nil: null,
    });
    const commitment = fc.record({
      title: fc.constant('t'),
      axis: fc.constantFrom('A', 'B', null),
      status,
      milestones: fc.array(fc.record({ title: fc.constant('m'), status }), { maxLength: 4 }),
    });
    fc.assert(
      fc.property(fc.array(commitment), (raw) => {
        const groups = groupCommitments(planOf(...raw).commitments, (c) =>
          c.axis ? [c.axis] : [],
        );
        for (const axis of ['A', 'B', null]) {
          const mine = raw.filter((c) => c.axis === axis);
          const found = progressOf(groups.get(axis ?? undefined) ?? []);
          const steps = mine.flatMap((c) => c.milestones);
          expect(found.total).toBe(mine.length);
          expect(found.complete).toBe(mine.filter((c) => c.status === 'complete').length);
          expect(found.unknown).toBe(mine.filter((c) => c.status === null).length);
          expect(found.unrecognized).toBe(mine.filter((c) => c.status === 'raro').length);
          expect(found.milestones.total).toBe(steps.length);
          expect(found.milestones.done).toBe(steps.filter((m) => m.status === 'complete').length);
        }
      }),
    );
  });
});

describe('overdueOn', () => {
  const late = (raw: object, day = '2026-03-11'): unknown[] =>
    overdueOn(planOf(raw).commitments, day).map((o) => [o.milestone?.id, o.days, o.reported]);

  it('counts whole days from the day after, the latest first', () => {
    const raw = {
      title: 'a',
      milestones: [
        { id: 'hoy', due: '2026-03-11', status: 'in-progress' },
        { id: 'ayer', due: '2026-03-10', status: 'in-progress' },
        { id: 'antes', due: '2026-02-28', status: 'not-started' },
      ],
    };
    expect(late(raw)).toEqual([
      ['antes', 11, true],
      ['ayer', 1, true],
    ]);
  });

  it('counts what is to be done on a later day', () => {
    const milestone = { id: 'm', due: '2026-03-01', done: '2027-03-05' };
    expect(late({ title: 'a', milestones: [milestone] })).toEqual([['m', 10, true]]);
  });

  it('tells what is said to be late from what nobody speaks of', () => {
    expect(late({ title: 'a', milestones: [{ id: 'm', due: '2026-03-01' }] })).toEqual([
      ['m', 10, false],
    ]);
  });

  it('leaves out what is done, withdrawn, without a day, or of a finished commitment', () => {
    expect(
      late({
        title: 'a',
        milestones: [
          { due: '2026-01-01', done: '2026-02-01' },
          { due: '2026-01-01', status: 'complete' },
          { due: '2026-01-01', status: 'withdrawn' },
          { due: '01/01/2026', status: 'delayed' },
          { title: 'sin fecha' },
        ],
      }),
    ).toEqual([]);
    expect(late({ title: 'a', status: 'complete', milestones: [{ due: '2026-01-01' }] })).toEqual(
      [],
    );
  });

  it('counts the end of a commitment that is known not to be done', () => {
    expect(late({ title: 'a', status: 'delayed', end: '2026-03-01' })).toEqual([
      [undefined, 10, true],
    ]);
    expect(late({ title: 'a', end: '2026-03-01' })).toEqual([]);
  });
});

describe('a past day', () => {
  const commitment = commitmentOf({
    title: 'a',
    status: 'complete',
    history: [
      { date: '2026-01-10', status: 'not-started' },
      { date: '2026-06-01', status: 'delayed' },
      { date: '2026-03-01', status: 'in-progress' },
      { date: 'ayer', status: 'complete' },
    ],
  });

  it.each([
    ['2026-01-09', undefined],
    ['2026-01-10', 'not-started'],
    ['2026-05-31', 'in-progress'],
    ['2026-12-31', 'delayed'],
  ])('%s had the status %s', (day, status) => {
    expect(statusAt(commitment, day)).toBe(status);
  });

  it('is the present status from the day the plan was last changed', () => {
    expect(statusAt(commitment, '2026-07-01', '2026-07-01')).toBe('complete');
    expect(statusAt(commitment, '2026-06-30', '2026-07-01')).toBe('delayed');
  });
});

describe('changesSince', () => {
  it('lists what the plan dates after a day, latest first', () => {
    const plan = planOf({
      title: 'a',
      history: [{ date: '2026-03-01', status: 'in-progress' }],
      milestones: [
        {
          title: 'm',
          done: '2026-04-01',
          evidence: [{ url: 'https://x.mx/', date: '2026-02-01' }],
        },
      ],
    });
    const dates = (since: string, until?: string): string[] =>
      changesSince(plan, since, until).map((c) => c.date);
    expect(dates('2026-01-31')).toEqual(['2026-04-01', '2026-03-01', '2026-02-01']);
    expect(dates('2026-03-01')).toEqual(['2026-04-01']);
    expect(dates('2026-01-31', '2026-03-01')).toEqual(['2026-03-01', '2026-02-01']);
  });
});

describe('changesSince, of assessments and of the day a commitment was changed', () => {
  it('tells both, the day only where nothing else is told of it', () => {
    const plan = planOf(
      { title: 'a', updated: '2026-03-01', assessments: [{ by: 'irm', date: '2026-02-01' }] },
      { title: 'b', updated: '2026-02-01', evidence: [{ title: 'e', date: '2026-02-01' }] },
    );
    expect(
      changesSince(plan, '2026-01-01').map((c) => [c.date, c.assessment?.by, c.evidence?.title]),
    ).toEqual([
      ['2026-03-01', undefined, undefined],
      ['2026-02-01', 'irm', undefined],
      ['2026-02-01', undefined, 'e'],
    ]);
  });
});

describe('comparePlans', () => {
  const before = planOf(
    {
      number: 1,
      title: 'Uno',
      status: 'in-progress',
      milestones: [{ id: 'a', title: 'A', due: '2026-03-01' }],
    },
    { number: 2, title: 'Dos' },
    { number: 3, title: 'Tres' },
  );
  const after = planOf(
    {
      number: 1,
      title: 'Uno',
      status: 'complete',
      milestones: [
        { id: 'a', title: 'A', due: '2026-04-01' },
        { id: 'b', title: 'B', due: '2026-05-01' },
      ],
    },
    { number: 3, title: 'Tres' },
    { number: 4, title: 'Cuatro' },
  );

  it('tells what was added, removed and changed, down to milestones', () => {
    const told = comparePlans(before, after).map((c) => [
      c.kind,
      (c.after ?? c.before)?.key,
      c.fields,
      c.milestones.map((m) => [m.kind, (m.after ?? m.before)?.id, m.fields]),
    ]);
    expect(told).toEqual([
      [
        'changed',
        '1',
        [{ field: 'status', before: 'in-progress', after: 'complete' }],
        [
          ['changed', 'a', [{ field: 'due', before: '2026-03-01', after: '2026-04-01' }]],
          ['added', 'b', []],
        ],
      ],
      ['added', '4', [], []],
      ['removed', '2', [], []],
    ]);
  });

  it('finds nothing between a plan and its own digest, read back', () => {
    const digest: unknown = JSON.parse(JSON.stringify(planDigest(after)));
    expect(comparePlans(read(digest).model, after)).toEqual([]);
    expect(comparePlans(read(planDigest(before)).model, after)).toHaveLength(3);
  });
});

describe('latestAssessments', () => {
  it('keeps what several of one side say on their latest day, or without any', () => {
    const society = (completion: string, date?: string): object => ({
      by: 'society',
      completion,
      date,
    });
    const latest = (...assessments: object[]): unknown[] =>
      latestAssessments(commitmentOf({ title: 'a', assessments })).map((a) => a.completion);
    expect(latest(society('limited'), society('complete'))).toEqual(['limited', 'complete']);
    expect(
      latest(
        society('not-started', '2026-01-01'),
        society('limited', '2026-05-01'),
        society('substantial'),
        society('complete', '2026-05-01'),
      ),
    ).toEqual(['limited', 'complete']);
    const two = [society('limited', '2026-05-01'), society('complete', '2026-05-01')];
    expect(assessmentsDiffer(commitmentOf({ title: 'a', assessments: two }))).toBe(true);
  });
});

describe('assessmentsDiffer', () => {
  it('compares the latest word of each', () => {
    const gov = { by: 'government', completion: 'complete', date: '2026-05-01' };
    expect(
      assessmentsDiffer(
        commitmentOf({ title: 'a', assessments: [gov, { by: 'society', completion: 'limited' }] }),
      ),
    ).toBe(true);
    expect(
      assessmentsDiffer(
        commitmentOf({
          title: 'a',
          assessments: [gov, { by: 'government', completion: 'limited', date: '2026-01-01' }],
        }),
      ),
    ).toBe(false);
  });
});
