import { formatMoney } from '@ventana/l10n';
import type { Messages, Translated, Translator } from '@ventana/l10n';
import type { Channel, Cost, Decimal, GovernmentLevel, Tramite } from '@ventana/model';
import type { tramiteFinderMessages } from './tramite-finder.messages.js';

export type FinderTranslator =
  typeof tramiteFinderMessages extends Messages<infer K, infer P> ? Translator<K, P> : never;

export type FinderKey = Parameters<FinderTranslator>[0];

/** What is sent with a form: the official key, or the catalogue's own where there is none. */
export function keyOf({ homoclave, id }: Tramite): string {
  return homoclave ?? id;
}

/** An amount, or from one to another: an end that is open is left out. */
export function moneyWords(
  t: FinderTranslator,
  { min, max, currency }: { min?: Decimal; max?: Decimal; currency: string },
): Translated {
  const money = (value: Decimal): string => formatMoney(value, t.lang, { currency });
  if (min !== undefined && max !== undefined) {
    return min === max ? { text: money(min) } : t.of('range', { min: money(min), max: money(max) });
  }
  return min !== undefined
    ? t.of('from', { min: money(min) })
    : t.of('upTo', { max: money(max ?? '0') });
}

/** A cost in the reader's language; `undefined` where only the source's own words will do. */
export function costWords(t: FinderTranslator, cost: Cost): Translated | undefined {
  switch (cost.kind) {
    case 'free':
      return t.of('free');
    case 'amount':
      return moneyWords(t, { ...cost, min: cost.value, max: cost.value });
    case 'range':
      return moneyWords(t, cost);
    case 'uma':
      return t.of('uma', {
        value: cost.max === undefined ? cost.min : `${cost.min}–${cost.max}`,
      });
    default:
      return undefined;
  }
}

export function levelKey(level: GovernmentLevel): FinderKey {
  return level === 'state' ? 'level-state' : level;
}

/** The key of a facet value's name; `undefined` where it is the source's own word. */
export function facetKey(facet: string, value: string): FinderKey | undefined {
  if (value === 'unknown') return 'noData';
  if (facet === 'level') return levelKey(value as GovernmentLevel);
  return /^(?:channel|cost)$/.test(facet)
    ? (value as Channel | 'free' | 'paid' | 'words')
    : undefined;
}
