import { describe, expect, it } from 'vitest';
import { milestonesToIcs } from './ics.js';
import { planOf } from './plan.fixtures.js';

const now = new Date('2026-03-01T12:34:56.789Z');
const icsOf = (...commitments: object[]): string => {
  const plan = planOf(...commitments);
  return milestonesToIcs(plan, plan.commitments, { now });
};
const unfold = (ics: string): string[] => ics.replaceAll('\r\n ', '').split('\r\n');

describe('milestonesToIcs', () => {
  const ics = icsOf({
    number: 7,
    title: 'Compras; abiertas, y \\ más',
    milestones: [
      { id: '1', title: 'Publicar\nel padrón', due: '2026-02-28' },
      { id: '2', title: 'Sin día', due: 'marzo' },
    ],
  });

  it('writes an all-day event for each milestone with a readable day', () => {
    const lines = unfold(ics);
    expect(lines.filter((l) => l === 'BEGIN:VEVENT')).toHaveLength(1);
    expect(lines).toContain('DTSTART;VALUE=DATE:20260228');
    expect(lines).toContain('DTSTAMP:20260301T123456Z');
  });

  it('escapes what RFC 5545 reserves', () => {
    const lines = unfold(ics);
    expect(lines).toContain('SUMMARY:Publicar\\nel padrón');
    expect(lines).toContain('DESCRIPTION:7. Compras\\; abiertas\\, y \\\\ más');
  });

  it('folds at 75 octets, never inside a character, and ends every line with CRLF', () => {
    const long = icsOf({
      title: 'x',
      milestones: [{ title: `${'ñ'.repeat(200)}${'🏛️'.repeat(60)}`, due: '2026-01-01' }],
    });
    for (const line of long.split('\r\n')) {
      expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
      expect(line).not.toMatch(/\p{Cs}/u);
    }
    expect(long.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(long.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(unfold(long)).toContain(`SUMMARY:${'ñ'.repeat(200)}${'🏛️'.repeat(60)}`);
  });

  it('keeps the UID of a milestone from export to export, and no two alike', () => {
    const raw = {
      title: 'x',
      milestones: [
        { title: 'a', due: '2026-01-01' },
        { title: 'b', due: '2026-01-01' },
      ],
    };
    const uids = (text: string): string[] => unfold(text).filter((l) => l.startsWith('UID:'));
    expect(uids(icsOf(raw))).toEqual(uids(icsOf(raw)));
    expect(new Set(uids(icsOf(raw))).size).toBe(2);
  });

  it('lets no text break out of its line', () => {
    const hostile = icsOf({
      title: 'x',
      milestones: [{ title: 'a\r\nEND:VEVENT\u2028X:1\u0000', due: '2026-01-01' }],
    });
    expect(unfold(hostile).filter((l) => l === 'END:VEVENT')).toHaveLength(1);
    // eslint-disable-next-line no-control-regex -- the characters in question
    expect(hostile).not.toMatch(/[\u0000\u2028]/);
  });
});
