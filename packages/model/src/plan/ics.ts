import { isCivilDate } from '../civil-date.js';
import { pickText, type LocalizedText } from '../localized-text.js';
import type { Commitment, Plan } from './plan.js';

export interface IcsOptions {
  /** The instant to stamp the events with (`DTSTAMP`). */
  readonly now: Date;
  /** Language to prefer where texts come in several. Default `es-MX`. */
  readonly lang?: string;
}

/**
 * The milestones of `commitments` as an iCalendar file (RFC 5545), one all-day event for each day
 * due (it has no `DTEND`, so it lasts
 * that one day); those without a readable day are left out. UIDs stay the same from export to export, so a
 * calendar updates its events when the file is imported again.
 */
export function milestonesToIcs(
  plan: Plan,
  commitments: readonly Commitment[],
  { now, lang = 'es-MX' }: IcsOptions,
): string {
  const say = (text: LocalizedText | undefined): string => pickText(text, lang)?.text ?? '';
  const stamp = now.toISOString().replace(/[-:]|\.\d+/g, '');
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Ventana//Plan//ES'];
  const name = say(plan.title);
  if (name) lines.push(`X-WR-CALNAME:${escapeText(name)}`);
  for (const commitment of commitments) {
    const about = [commitment.number, say(commitment.title)].filter(Boolean).join('. ');
    for (const { id, title, due, note, evidence } of commitment.milestones) {
      if (!isCivilDate(due)) continue;
      const url = evidence[0]?.url ?? commitment.url;
      lines.push(
        'BEGIN:VEVENT',
        `UID:${uid(name, commitment.key, id)}@ventana`,
        `DTSTAMP:${stamp}`,
        `DTSTART;VALUE=DATE:${due.replaceAll('-', '')}`,
        `SUMMARY:${escapeText(say(title) || about)}`,
        `DESCRIPTION:${escapeText([about, say(note)].filter(Boolean).join('\n'))}`,
        ...(url ? [`URL:${url.replace(CONTROL, '')}`] : []),
        'TRANSP:TRANSPARENT',
        'END:VEVENT',
      );
    }
  }
  lines.push('END:VCALENDAR');
  return lines.map((line) => fold(line) + '\r\n').join('');
}

// eslint-disable-next-line no-control-regex -- what RFC 5545 keeps out of a value
const CONTROL = /[\u0000-\u0008\u000a-\u001f\u007f]+/g;

/** TEXT of RFC 5545, 3.3.11. */
function escapeText(text: string): string {
  return text
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\n/g, '\\n')
    .replace(CONTROL, '');
}

/** At most 75 octets a line (RFC 5545, 3.1), never inside a character. */
function fold(line: string): string {
  let folded = '';
  let octets = 0;
  for (const character of line) {
    const code = character.codePointAt(0) ?? 0;
    const size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (octets + size > 75) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}

/** The same for the same milestone every time; letters, digits and hyphens, as a UID should be. */
function uid(...parts: string[]): string {
  return parts
    .map((part) =>
      part.replace(/[^a-z0-9]/gi, (sign) =>
        sign === ' ' ? '-' : `-${sign.charCodeAt(0).toString(36)}-`,
      ),
    )
    .join('.');
}
