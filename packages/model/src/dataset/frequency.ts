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
  /** Whole days; the parts of a day and of a week are rounded up. */
  readonly days?: number;
}

/** Longest period taken seriously, in months: a century. */
const CENTURY = 1200;

const ISO =
  /^(?:R\d*\/(?:\d[^/]*\/)?)?P(?=T?\d)(?:([\d.,]+)Y)?(?:([\d.,]+)M)?(?:([\d.,]+)W)?(?:([\d.,]+)D)?(T(?:[\d.,]+[HMS])+)?$/i;

function parseIso(text: string): ParsedFrequency | undefined {
  const match = ISO.exec(text);
  if (!match) return undefined;
  const [y = 0, m = 0, w = 0, d = 0] = match
    .slice(1, 5)
    .map((count) => Number((count ?? '0').replace(',', '.')));
  const time = match[5];
  const allMonths = y * 12 + m;
  const months = Math.floor(allMonths);
  // What is left of a month, a week or a day is rounded up, in the publisher's favour.
  const days = Math.ceil((allMonths - months) * 30) + Math.ceil(w * 7 + d) + (time ? 1 : 0);
  if (!(months + days > 0 && months <= CENTURY && days <= CENTURY * 30)) {
    return { kind: 'unreadable' };
  }
  if (time && months + days === 1 && !/H/i.test(time)) return { kind: 'continuous', days };
  return { kind: 'period', ...(months && { months }), ...(days && { days }) };
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
P4D semi ?weekly|weekly 2
P3D three ?times ?a ?week|weekly 3
P2W bi ?weekly|fortn|catorcenal
P15D semi ?month|monthly 2|quincen|quinzen|twice ?a ?month|bimens
P10D three ?times ?a ?month|monthly 3
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
P1D (bi|tri)?hour|horar?i?[ao]|dail|diari|every ?day|todos |\\d+ ?min
P1W weekly|^week|semanal|^semana
P1M monthly|^month|mensual|mensal|^mes
P1Y annual|anual|yearly|^year|^ano`;

/** `cada 3 meses`, `every year`, `una vez al mes`. */
const EVERY =
  /\b(?:cada|every|each|u[nm]a vez (?:al?|por|ao)|once (?:a|per)) (?:la )?(?:(\d+) )?(d[ia]|seman|week|mes|month|ano|year)/;

/**
 * How often a publisher promises to update, from the field's text: an ISO 8601 period as DCAT-US
 * (Project Open Data, "ISO 8601 Guidance"), Argentina and Mexico's ADELA write it (`R/P1M`,
 * `R/P0.33W`, `P1Y`, `R/PT1S`), or words as CKAN, the EU's frequency table, Dublin Core's
 * frequency vocabulary and portals in Spanish, Portuguese and English use (`mensual`, `Diária`,
 * `QUARTERLY`, `cada 3 meses`). Malformed periods (`RP1Y`) are `unreadable`, not mended.
 */
export function parseFrequency(verbatim: string | undefined): ParsedFrequency {
  const text = (verbatim ?? '').trim();
  if (text === '') return { kind: 'undeclared' };
  if (text.length > NAME_LENGTH) return { kind: 'unreadable' };
  const iso = parseIso(text);
  if (iso) return iso;
  // An address stands for its last step: …/authority/frequency/MONTHLY, …/freq/semiannual.
  const name = /^https?:/i.test(text) ? text.replace(/[/#]+$/, '').replace(/^.*[/#]/, '') : text;
  const words = plainWords(name);
  const [, count = '1', unit] = EVERY.exec(words) ?? [];
  const meaning = unit
    ? [`P${count}${{ d: 'D', s: 'W', w: 'W', m: 'M' }[unit[0] ?? ''] ?? 'Y'}`]
    : WORDS.split('\n')
        .map((line) => line.split(/ (.*)/))
        .find(([, spelling]) => new RegExp(`\\b(?:${spelling})`).test(words));
  const [kind = 'unreadable'] = meaning ?? [];
  if (kind === 'continuous') return { kind, days: 1 };
  return parseIso(kind) ?? { kind: kind as ParsedFrequency['kind'] };
}
