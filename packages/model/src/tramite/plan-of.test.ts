import { describe, expect, it } from 'vitest';
import { parseCost } from './cost.js';
import { parseDuration } from './duration.js';
import { planOf } from './plan-of.js';
import { parseRequirement } from './requirement.js';
import type { Channel, Tramite } from './tramite.js';

function tramite(
  id: string,
  {
    cost,
    time,
    needs = [],
    channels = [],
    visits,
  }: {
    cost?: string;
    time?: string;
    needs?: string[];
    channels?: Channel[];
    visits?: number;
  } = {},
): Tramite {
  const [read, duration] = [parseCost(cost), parseDuration(time)];
  return {
    id,
    name: id,
    channels,
    ...(read && { cost: read }),
    ...(duration && { duration }),
    ...(visits === undefined ? {} : { visits }),
    requirements: needs.map(parseRequirement),
    steps: [],
    places: [],
    legalBasis: [],
    lifeEvents: [],
    audience: [],
    keywords: [],
    other: [],
  };
}

describe('planOf', () => {
  it('asks for a document once, with all copies and everybody’s wording', () => {
    const { requirements } = planOf([
      tramite('a', { needs: ['INE, original y copia', 'CURP'] }),
      tramite('b', { needs: ['Credencial para votar (original y 2 copias)', 'CURP del menor'] }),
    ]);
    expect(requirements.map(({ name, original, copies }) => [name, original, copies])).toEqual([
      ['INE, original y copia', 1, 3],
      ['CURP', undefined, undefined],
      ['CURP del menor', undefined, undefined],
    ]);
    expect(requirements[0]?.askedBy.map(({ tramite: { id } }) => id)).toEqual(['a', 'b']);
  });

  it('sums no copies where one trámite does not say how many it keeps', () => {
    const { requirements } = planOf([
      tramite('a', { needs: ['INE, original y 2 copias'] }),
      tramite('b', { needs: ['INE'] }),
    ]);
    expect(requirements.map(({ original, copies }) => [original, copies])).toEqual([
      [1, undefined],
    ]);
  });

  it('takes two texts of one trámite for two documents, however alike', () => {
    const needs = ['INE del titular', 'INE del solicitante', 'INE del titular', '✔', '★'];
    const { requirements } = planOf([tramite('a', { needs })]);
    expect(requirements.map(({ name, askedBy }) => [name, askedBy.length])).toEqual([
      ['INE del titular', 2],
      ['INE del solicitante', 1],
      ['✔', 1],
      ['★', 1],
    ]);
    expect(new Set(requirements.map(({ key }) => key)).size).toBe(4);
  });

  it('adds up what is an amount, currency by currency, and lists what is not', () => {
    const { cost } = planOf([
      tramite('fixed', { cost: '$100.10' }),
      tramite('range', { cost: 'De $50 a $80.20' }),
      tramite('dollars', { cost: 'USD 20' }),
      tramite('free', { cost: 'Gratuito' }),
      tramite('uma', { cost: '3.5 UMA' }),
      tramite('words', { cost: 'Bajo costo' }),
      tramite('silent'),
    ]);
    expect(cost.totals).toEqual([
      { currency: 'MXN', min: '150.1', max: '180.3' },
      { currency: 'USD', min: '20', max: '20' },
    ]);
    expect(cost.uma).toEqual({ min: '3.5', max: '3.5' });
    expect(cost.free.map(({ id }) => id)).toEqual(['free']);
    expect(cost.notSummed.map(({ tramite: { id } }) => id)).toEqual(['words', 'silent']);
  });

  it('promises no upper end where one cost has none', () => {
    const { totals } = planOf([
      tramite('a', { cost: 'Desde $300' }),
      tramite('b', { cost: '$5' }),
    ]).cost;
    expect(totals).toEqual([{ currency: 'MXN', min: '305' }]);
  });

  it('counts visits that are said, and one at least where there is no other way', () => {
    const { visits } = planOf([
      tramite('said', { visits: 2 }),
      tramite('counter', { channels: ['in-person'] }),
      tramite('web', { channels: ['online', 'phone'] }),
      tramite('silent'),
    ]);
    expect([visits.atLeast, visits.exact, visits.unknown.map(({ id }) => id)]).toEqual([
      3,
      false,
      ['silent'],
    ]);
  });

  it('promises that nobody has to go only where all of it is online', () => {
    const visitsOf = (...channels: Channel[]): unknown => {
      const { atLeast, exact } = planOf([tramite('a', { channels })]).visits;
      return [atLeast, exact];
    };
    expect(visitsOf('online', 'app')).toEqual([0, true]);
    expect(visitsOf('online', 'in-person')).toEqual([0, false]);
    expect(visitsOf('in-person', 'phone')).toEqual([0, false]);
    expect(visitsOf('app', 'kiosk')).toEqual([0, false]);
    expect(visitsOf('phone')).toEqual([0, false]);
    expect(visitsOf('in-person', 'kiosk')).toEqual([1, false]);
  });

  it('tells the longest time, and sums only what has one unit', () => {
    const { time } = planOf([
      tramite('a', { time: '1-3 días hábiles' }),
      tramite('b', { time: '5 días hábiles' }),
      tramite('c', { time: '1 mes' }),
      tramite('d', { time: 'Inmediato' }),
      tramite('e', { time: 'Según la agenda' }),
    ]);
    expect(time.longest?.tramite.id).toBe('c');
    expect(time.sums).toEqual([
      { unit: 'business-day', min: 6, max: 8 },
      { unit: 'month', min: 1, max: 1 },
    ]);
    expect(time.immediate.map(({ id }) => id)).toEqual(['d']);
    expect(time.notSummed.map(({ tramite: { id } }) => id)).toEqual(['e']);
  });

  it('is the plan of nothing for nothing, and counts a trámite given twice once', () => {
    const one = tramite('a', { cost: '$5' });
    expect(planOf([]).cost.totals).toEqual([]);
    expect(planOf([one, one]).cost.totals).toEqual([{ currency: 'MXN', min: '5', max: '5' }]);
  });
});
