import { describe, expect, it } from 'vitest';
import type { Dataset } from './dataset.js';
import { judgeFreshness, lastUpdate } from './freshness.js';

const dataset = (modified?: string, verbatim?: string): Dataset => ({
  ...(modified ? { modified } : {}),
  ...(verbatim ? { frequency: { verbatim } } : {}),
  keywords: [],
  themes: [],
  languages: [],
  resources: [],
});

describe('judgeFreshness', () => {
  it('counts the days since a monthly update was due', () => {
    expect(judgeFreshness(dataset('2026-01-31', 'R/P1M'), '2026-04-12')).toEqual({
      status: 'late',
      frequency: { kind: 'period', months: 1, every: [1, 'month'] },
      modified: '2026-01-31',
      due: '2026-02-28',
      daysLate: 43,
      remedy: 'update-data',
    });
  });

  it('is current up to the day itself', () => {
    expect(judgeFreshness(dataset('2026-03-01', 'mensual'), '2026-04-01')).toMatchObject({
      status: 'current',
      due: '2026-04-01',
    });
    expect(judgeFreshness(dataset('2026-03-01', 'mensual'), '2026-04-02')).toMatchObject({
      status: 'late',
      daysLate: 1,
    });
  });

  it('reckons leap years by the calendar', () => {
    expect(judgeFreshness(dataset('2024-02-29', 'anual'), '2025-02-28').due).toBe('2025-02-28');
  });

  it.each([
    [undefined, 'undeclared', 'declare-frequency'],
    ['RP1Y', 'unreadable-frequency', 'readable-frequency'],
    ['eventual', 'irregular', undefined],
    ['nunca', 'irregular', undefined],
  ])('with frequency %s it is %s', (verbatim, status, remedy) => {
    const judged = judgeFreshness(dataset('2020-01-01', verbatim), '2026-01-01');
    expect([judged.status, judged.remedy]).toEqual([status, remedy]);
  });

  it('does not know whether a dataset without a date is late', () => {
    expect(judgeFreshness(dataset(undefined, 'diaria'), '2026-01-01')).toMatchObject({
      status: 'unknown-date',
      remedy: 'declare-date',
    });
  });

  it('lets a clock be one day ahead, and flags a later date', () => {
    expect(judgeFreshness(dataset('2026-01-02', 'diaria'), '2026-01-01').status).toBe('current');
    expect(judgeFreshness(dataset('2026-01-03', 'diaria'), '2026-01-01')).toMatchObject({
      status: 'future',
      remedy: 'correct-date',
    });
    expect(judgeFreshness(dataset('9999-12-31'), '2026-01-01').status).toBe('future');
  });

  it('goes by the newest resource where the dataset has no date', () => {
    const resources = [{ modified: '2025-01-01' }, {}, { modified: '2025-06-01' }];
    expect(
      judgeFreshness({ ...dataset(undefined, 'anual'), resources }, '2026-01-01'),
    ).toMatchObject({ status: 'current', modified: '2025-06-01', due: '2026-06-01' });
  });

  it.each([
    ['2024', 'late'],
    ['2026-01', 'late'],
    ['2026-03', 'imprecise-date'],
    ['2026', 'imprecise-date'],
    ['2026-04', 'current'],
    ['2027', 'future'],
    ['2026-13', 'unknown-date'],
  ])('by the month or year %s alone, a monthly promise is %s', (modifiedVerbatim, status) => {
    const judged = judgeFreshness(
      { ...dataset(undefined, 'R/P1M'), modifiedVerbatim },
      '2026-04-15',
    );
    expect(judged.status).toBe(status);
    expect(judged).not.toHaveProperty('modified');
  });

  it('counts the days of delay from the last day of a month', () => {
    const judged = judgeFreshness(
      { ...dataset(undefined, 'R/P1M'), modifiedVerbatim: '2026-01' },
      '2026-04-15',
    );
    expect(judged.daysLate).toBe(46);
  });

  it('goes by the resources before the portal’s own date, where each of them has one', () => {
    const touched = { ...dataset(undefined, 'anual'), metadataModified: '2026-01-01' };
    const dated = { modified: '2025-01-01' };
    expect(lastUpdate({ ...touched, resources: [dated] })).toBe('2025-01-01');
    expect(lastUpdate({ ...touched, resources: [dated, {}] })).toBe('2026-01-01');
    expect(lastUpdate(touched)).toBe('2026-01-01');
    expect(lastUpdate({ ...touched, modifiedVerbatim: 'ayer' })).toBeUndefined();
  });
});
