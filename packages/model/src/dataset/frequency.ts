import { NAME_LENGTH, plainWords } from '../plain-words.js';

/** A promise of updates in terms that can be reckoned with. */
export interface ParsedFrequency {
  /**
   * - `period`: every `months` and `days`
   * - `continuous`: in real time, which a civil calendar reckons as daily
   * - `irregular`: no fixed period (eventual, as needed)
   * - `never`: no further update is planned
   * - `undeclared`: absent, or the source says it is not known
   * - `unreadable`: something is written that means nothing to us
   */
  readonly kind: 'period' | 'continuous' | 'irregular' | 'never' | 'undeclared' | 'unreadable';
  readonly months?: number;
  /** Whole days; the parts of a day, a week and a month are rounded up. */
  readonly days?: number;
  /** The period as promised, where one unit says it: 1 hour, 3.5 days, half a month. */
  readonly every?: readonly [count: number, unit: string];
}

/** As `Intl` calls them, in the order of ISO 8601. */
const UNITS = ['year', 'month', 'week', 'day', 'hour', 'minute'];

/** Longest period taken seriously, in months: a century. */
const CENTURY = 1200;

const ISO =
  /^(?:R\d*\/(?:\d[^/]*\/)?)?P(?=T?\d)(?:([\d.,]+)Y)?(?:([\d.,]+)M)?(?:([\d.,]+)W)?(?:([\d.,]+)D)?(?:T(?=\d)(?:([\d.,]+)H)?(?:([\d.,]+)M)?([\d.,]+S)?)?$/i;

function parseIso(text: string): ParsedFrequency | undefined {
  const match = ISO.exec(text);
  if (!match) return undefined;
  const counts = UNITS.map((_, at) => Number((match[at + 1] ?? '0').replace(',', '.')));
  const [y = 0, m = 0, w = 0, d = 0, hours = 0, minutes = 0] = counts;
  const seconds = match[7] ? 1 : 0;
  const allMonths = y * 12 + m;
  const months = Math.floor(allMonths);
  // What is left of a month, a week or a day is rounded up, in the publisher's favour.
  const days =
    Math.ceil((allMonths - months) * 30) +
    Math.ceil(w * 7 + d + hours / 24 + (minutes + seconds) / 1440);
  if (!(months + days > 0 && months <= CENTURY && days <= CENTURY * 30)) {
    return { kind: 'unreadable' };
  }
  const said = UNITS.flatMap((unit, at) => (counts[at] ? [[counts[at], unit] as const] : []));
  if (said.length === 0) return { kind: 'continuous', days };
  const every =
    said.length + seconds === 1 ? said[0] : days ? undefined : ([months, 'month'] as const);
  return {
    kind: 'period',
    ...(months && { months }),
    ...(days && { days }),
    ...(every && { every }),
  };
}

/**
 * What the words mean, the particular before the general: ISO duration or kind, then how they
 * begin. Spanish, Portuguese and English; the codes of the EU frequency table (`ANNUAL_2` is twice
 * a year) and of Dublin Core (`bimonthly` is every two months).
 */
const WORDS = `never never|not ?plan|no planif|unica|una (sola )?vez$|nunca|no se act|est?atic|one ?(time|off)
undeclared unkn|descon|(no|nao|not|sin) (se )?(espec|spec|inf|decl|def)|unspec
continuous cont|update cont|real ?time|(tiempo|tempo) real|permanen
irregular irreg|event|espor|spor|ocas|occas|ad ?hoc|as ?needed|((bajo|sob|a|on) )?demand|variab|variav|cuando|conforme
P0.5W semi ?weekly|weekly 2
P0.33W three ?times ?a ?week|weekly 3
P2W bi ?weekly|fortn|catorcenal
P15D quincen|quinzen
P0.5M semi ?month|monthly 2|twice ?a ?month|bimens
P0.33M three ?times ?a ?month|monthly 3
P2M bi ?month|bimest
P6M semest|semi ?ann|biannual|annual 2|twice ?a ?year|(2|dos|duas) ve[cz]es (al|por|ao) ano
P4M cuatrim|quadrim|three ?times ?a ?year|annual 3
P3M trimest|quarter
P2Y bienn?ial|bianual|bienal
P3Y trienn?
P4Y (quadr|cuatr|cuadr)ienn?
P5Y quinquen
P6Y sexen
P10Y decen
PT1H hour|horar?i?[ao]
PT2H bihour
PT3H trihour
P2D tercer dia|every other day
P1D dail|diari|every ?day
P1W weekly|^week|semanal|^semana
P1M monthly|^month|mensual|mensal|^mes
P1Y annual|anual|yearly|^year|^ano`;

/** `cada 3 meses`, `every two years`, `todos los días`, `una vez al mes`. */
const EVERY =
  /\b(?:cada|every|each|tod[oa]s l?[oa]s|u[nm]a vez (?:al?|por|ao)|once (?:a|per)) (?:la )?(?:(\w+) )?(d[ia]|seman|week|mes|month|ano|year|ho|min)/;

const NUMBERS = 'un dos tres cuatro cinco seis one two three four five six'.split(' ');

/** The promise is over, denied, or one of two: `mensual hasta 2019`, `ya no mensual`, `anual o mensual`. */
const UNSURE =
  /\b(hasta|ate|until|dejo|deixou|antes|before|former|era|was|not?|nao|nunca|ou?|or|y|and)\b/;

/**
 * How often a publisher promises to update, from the field's text: an ISO 8601 period as DCAT-US
 * (Project Open Data, "ISO 8601 Guidance"), Argentina and Mexico's ADELA write it (`R/P1M`,
 * `R/P0.33W`, `P1Y`, `R/PT1S`), or words as CKAN, the EU's frequency table, Dublin Core's
 * frequency vocabulary and portals in Spanish, Portuguese and English use (`mensual`, `Diária`,
 * `QUARTERLY`, `cada 3 meses`). Malformed periods (`RP1Y`) are `unreadable`, not mended; so are
 * words that promise a period and take it back.
 */
export function parseFrequency(verbatim: string | undefined): ParsedFrequency {
  const text = (verbatim ?? '').trim();
  if (text === '') return { kind: 'undeclared' };
  if (text.length > NAME_LENGTH) return { kind: 'unreadable' };
  const iso = parseIso(text);
  if (iso) return iso;
  // An address stands for its last step: …/authority/frequency/MONTHLY, …/freq/semiannual.
  const name = /^https?:/i.test(text) ? text.replace(/[/#]+$/, '').replace(/^.*[/#]/, '') : text;
  const words = plainWords(name.replaceAll('/', ' o '));
  const [, number = '1', unit] = EVERY.exec(words) ?? [];
  const count = Number(number) || (NUMBERS.indexOf(number) % 6) + 1;
  const meaning =
    unit && count
      ? [
          `P${/^(ho|mi)/.test(unit) ? 'T' : ''}${count}${{ d: 'D', s: 'W', w: 'W', m: 'M', h: 'H' }[unit[0] ?? ''] ?? 'Y'}`,
        ]
      : WORDS.split('\n')
          .map((line) => line.split(/ (.*)/))
          .find(([, spelling]) => new RegExp(`\\b(?:${spelling})`).test(words));
  const [kind = 'unreadable'] = meaning ?? [];
  if (/^[cP]/.test(kind) && UNSURE.test(words)) return { kind: 'unreadable' };
  if (kind === 'continuous') return { kind, days: 1 };
  return parseIso(kind) ?? { kind: kind as ParsedFrequency['kind'] };
}
