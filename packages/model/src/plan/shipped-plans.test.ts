import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assessmentsDiffer } from './assessments.js';
import { comparePlans } from './compare.js';
import { changesSince } from './history.js';
import { overdueOn } from './overdue.js';
import type { Plan } from './plan.js';
import { progressOf } from './progress.js';
import { readPlan } from './read-plan.js';

function shipped(name: string): { plan: Plan; codes: string[] } {
  const file = new URL(`../../datos/${name}.json`, import.meta.url);
  const { model, problems, omitted, doubtful } = readPlan(JSON.parse(readFileSync(file, 'utf8')), {
    guard: (a) => new URL(a, 'https://datos.example/').href,
  });
  expect([omitted, doubtful]).toEqual([0, undefined]);
  return { plan: model, codes: problems.map((p) => p.code) };
}

describe('the plan 2013-2015', () => {
  const { plan, codes } = shipped('plan-2013-2015');

  it('holds 26 commitments under 5 axes, each with its number, title and summaries of ours', () => {
    expect(codes).toEqual([]);
    expect(plan.axes).toHaveLength(5);
    expect(plan.commitments.map((c) => c.number)).toEqual(
      Array.from({ length: 26 }, (_, i) => `${i + 1}`),
    );
    for (const c of plan.commitments) {
      expect(c.title).toBeTruthy();
      expect(c.summary).toMatchObject({ es: expect.any(String), en: expect.any(String) });
      expect(plan.axes.map((a) => a.id)).toContain(c.axis);
    }
  });

  it('has the three commitments on justice and security in the first axis', () => {
    for (const number of ['4', '5', '6']) {
      const c = plan.commitments.find((one) => one.number === number);
      expect([c?.axis, c?.theme]).toEqual([plan.axes[0]?.id, 'justicia']);
    }
  });

  it('names the organisation of each of the nine themes, and the three parties of the secretariat', () => {
    expect(plan.themes.map((t) => t.csos.length)).toEqual(Array(9).fill(1));
    expect(plan.secretariat.map((m) => m.role)).toEqual([
      'government',
      'guarantor',
      'civil-society',
    ]);
  });

  it('claims nobody’s progress', () => {
    expect(progressOf(plan.commitments)).toMatchObject({ total: 26, unknown: 26, known: 0 });
    expect(overdueOn(plan.commitments, '2030-01-01')).toEqual([]);
  });
});

describe('the example plan', () => {
  const { plan, codes } = shipped('plan-ejemplo');
  const { plan: before } = shipped('plan-ejemplo-anterior');

  it('says that it is an example, in data and in words', () => {
    expect([plan.example, before.example]).toEqual([true, true]);
    expect(plan.notice).toMatchObject({ es: expect.stringContaining('Datos de ejemplo') });
  });

  it('shows every known status and some without any, with nothing wrong in it', () => {
    const { byStatus, unknown } = progressOf(plan.commitments);
    expect([byStatus.size, unknown]).toEqual([6, 2]);
    expect(codes).toEqual([]);
  });

  it('has something overdue, said and unsaid, and assessments that differ', () => {
    const late = overdueOn(plan.commitments, '2026-11-22');
    expect(new Set(late.map((o) => o.reported))).toEqual(new Set([true, false]));
    expect(plan.commitments.filter(assessmentsDiffer).length).toBeGreaterThan(2);
  });

  it('has an earlier version to compare with', () => {
    const kinds = new Set(comparePlans(before, plan).map((c) => c.kind));
    expect(kinds).toEqual(new Set(['added', 'removed', 'changed']));
    expect(changesSince(plan, '2026-08-15').length).toBeGreaterThan(3);
  });
});
