import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  daysBetween,
  isCivilDate,
  parseCivilDate,
  today,
} from './civil-date.js';

describe('a civil date', () => {
  it.each(['2024-02-29', '0000-01-01', '0099-12-31', '9999-12-31'])('%s is one', (day) => {
    expect(isCivilDate(day)).toBe(true);
    expect(addDays(day, 0)).toBe(day);
  });

  it.each(['2023-02-29', '2024-13-01', '2024-00-10', '2024-01-00', '24-01-01', '2024-1-1', '', 5])(
    '%s is none',
    (value) => expect(isCivilDate(value)).toBe(false),
  );

  it('is the day that was written, whatever the zone beside it', () => {
    expect(parseCivilDate('2016-04-19T23:48:05.433-03:00')).toBe('2016-04-19');
    expect(parseCivilDate('01/03/2026')).toBeUndefined();
  });

  it('counts days across leap years and the turn of a century', () => {
    expect(daysBetween('2023-12-31', '2024-12-31')).toBe(366);
    expect(addDays('1999-12-31', 1)).toBe('2000-01-01');
    expect(addDays('2024-03-01', -1)).toBe('2024-02-29');
  });

  it('adds months to the last day that there is', () => {
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2023-12-31', 2)).toBe('2024-02-29');
    expect(addMonths('2024-03-31', -1)).toBe('2024-02-29');
    expect(addMonths('0004-12-15', 1)).toBe('0005-01-15');
  });

  it('is today by the clock of the reader', () => {
    expect(today(new Date(2026, 2, 1, 23, 59))).toBe('2026-03-01');
    expect(today(new Date(2026, 11, 31, 0, 0))).toBe('2026-12-31');
  });
});
