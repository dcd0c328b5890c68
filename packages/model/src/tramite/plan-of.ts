import { sumDecimals, type Decimal } from '../decimal.js';
import type { Cost } from './cost.js';
import { documentKey } from './document-key.js';
import type { Duration, DurationUnit } from './duration.js';
import { foldWords } from './fold.js';
import type { Channel, Requirement, Tramite } from './tramite.js';

/** What one or several trámites take together: what to bring, what to pay, how often to go, how long. */
export interface TramitePlan {
  readonly tramites: readonly Tramite[];
  readonly requirements: readonly PlanRequirement[];
  readonly cost: PlanCost;
  readonly visits: PlanVisits;
  readonly time: PlanTime;
}

/** A document, once, however many of the trámites ask for it. */
export interface PlanRequirement {
  /** The same document has the same key in every plan: what a checklist remembers. */
  readonly key: string;
  /** As the first trámite that asks for it writes it. */
  readonly name: string;
  /** The most originals that one trámite asks for: the same original is shown at each counter. */
  readonly original?: number;
  /** All copies together: each counter keeps its own. Absent where one does not say how many. */
  readonly copies?: number;
  /** Every trámite that asks for it, with its own wording. */
  readonly askedBy: readonly { readonly tramite: Tramite; readonly requirement: Requirement }[];
}

export interface PlanCost {
  /** One sum per currency, never added together. `max` is absent where an end is open ("desde"). */
  readonly totals: readonly {
    readonly currency: string;
    readonly min: Decimal;
    readonly max?: Decimal;
  }[];
  /** Units of UMA, where costs are given so. */
  readonly uma?: { readonly min: Decimal; readonly max: Decimal };
  readonly free: readonly Tramite[];
  /** Costs in words, and trámites that say nothing of their cost: not in any sum. */
  readonly notSummed: readonly { readonly tramite: Tramite; readonly cost?: Cost }[];
}

export interface PlanVisits {
  /** Known visits, counting one for each trámite that can only be done in person. */
  readonly atLeast: number;
  /** True where every trámite says how many, or can be done without going. */
  readonly exact: boolean;
  /** Trámites that do not say whether one has to go. */
  readonly unknown: readonly Tramite[];
}

export interface PlanTime {
  /** The trámite that takes longest: the time when all are asked for at once. */
  readonly longest?: { readonly tramite: Tramite; readonly duration: Duration };
  /** The time one after another, a sum for each unit: business days and months do not add up. */
  readonly sums: readonly {
    readonly unit: DurationUnit;
    readonly min?: number;
    readonly max: number;
  }[];
  readonly immediate: readonly Tramite[];
  /** Times in words, and trámites that say nothing of their time. */
  readonly notSummed: readonly { readonly tramite: Tramite; readonly duration?: Duration }[];
}

/** The plan of one or several trámites; a trámite given twice counts once. */
export function planOf(tramites: readonly Tramite[]): TramitePlan {
  const distinct = [...new Map(tramites.map((tramite) => [tramite.id, tramite])).values()];
  return {
    tramites: distinct,
    requirements: mergeRequirements(distinct),
    cost: costOf(distinct),
    visits: visitsOf(distinct),
    time: timeOf(distinct),
  };
}

function mergeRequirements(tramites: readonly Tramite[]): PlanRequirement[] {
  const merged = new Map<string, { tramite: Tramite; requirement: Requirement }[]>();
  for (const tramite of tramites) {
    /** Two texts of one trámite are two documents, however alike. */
    const texts = new Map<string, string>();
    for (const requirement of tramite.requirements) {
      const text = foldWords(requirement.name) || requirement.name.trim();
      let key = documentKey(requirement.name);
      if ((texts.get(key) ?? text) !== text) key = `${key}: ${text}`;
      texts.set(key, text);
      const askedBy = merged.get(key);
      if (askedBy) askedBy.push({ tramite, requirement });
      else merged.set(key, [{ tramite, requirement }]);
    }
  }
  return [...merged].map(([key, askedBy]) => {
    const known = (field: 'original' | 'copies'): number[] =>
      askedBy.flatMap(({ requirement }) => requirement[field] ?? []);
    const originals = known('original');
    const copies = known('copies');
    return {
      key,
      name: askedBy[0]?.requirement.name ?? key,
      ...(originals.length > 0 && { original: Math.max(...originals) }),
      ...(copies.length === askedBy.length && {
        copies: copies.reduce((sum, count) => sum + count, 0),
      }),
      askedBy,
    };
  });
}

function costOf(tramites: readonly Tramite[]): PlanCost {
  const byCurrency = new Map<string, { min: Decimal[]; max: Decimal[]; open: boolean }>();
  const uma: { min: Decimal[]; max: Decimal[] } = { min: [], max: [] };
  const free: Tramite[] = [];
  const notSummed: { tramite: Tramite; cost?: Cost }[] = [];
  for (const tramite of tramites) {
    const { cost } = tramite;
    if (cost?.kind === 'free') free.push(tramite);
    else if (cost?.kind === 'uma') {
      uma.min.push(cost.min);
      uma.max.push(cost.max ?? cost.min);
    } else if (cost?.kind === 'amount' || cost?.kind === 'range') {
      const { min = '0', max } =
        cost.kind === 'amount' ? { min: cost.value, max: cost.value } : cost;
      const sum = byCurrency.get(cost.currency) ?? { min: [], max: [], open: false };
      sum.min.push(min);
      if (max === undefined) sum.open = true;
      else sum.max.push(max);
      byCurrency.set(cost.currency, sum);
    } else notSummed.push({ tramite, ...(cost && { cost }) });
  }
  return {
    totals: [...byCurrency].map(([currency, { min, max, open }]) => ({
      currency,
      min: sumDecimals(min),
      ...(open ? {} : { max: sumDecimals(max) }),
    })),
    ...(uma.min.length > 0 && { uma: { min: sumDecimals(uma.min), max: sumDecimals(uma.max) } }),
    free,
    notSummed,
  };
}

/**
 * Can it be done without going anywhere? Undefined where the channels do not tell: "Presencial con
 * cita en línea" names two and needs both, and a call may only be for asking.
 */
function isRemote({ channels }: Tramite): boolean | undefined {
  const isGoing = (channel: Channel): boolean => channel === 'in-person' || channel === 'kiosk';
  if (channels.some(isGoing)) return channels.every(isGoing) ? false : undefined;
  return channels.includes('online') || channels.includes('app') || undefined;
}

function visitsOf(tramites: readonly Tramite[]): PlanVisits {
  let atLeast = 0;
  let exact = true;
  const unknown: Tramite[] = [];
  for (const tramite of tramites) {
    const remote = isRemote(tramite);
    if (tramite.visits !== undefined) atLeast += tramite.visits;
    else if (remote === undefined) unknown.push(tramite);
    else if (!remote) {
      atLeast += 1;
      exact = false;
    }
  }
  return { atLeast, exact: exact && unknown.length === 0, unknown };
}

/** Rough length in days: only to tell which trámite takes longest, never shown. */
const DAYS: Readonly<Record<DurationUnit, number>> = {
  minute: 1 / 1440,
  hour: 1 / 24,
  day: 1,
  'business-day': 7 / 5,
  week: 7,
  month: 30.4,
  year: 365,
};

function timeOf(tramites: readonly Tramite[]): PlanTime {
  let longest: { tramite: Tramite; duration: Duration } | undefined;
  let longestDays = -1;
  const sums = new Map<DurationUnit, { min: number; max: number; open: boolean }>();
  const immediate: Tramite[] = [];
  const notSummed: { tramite: Tramite; duration?: Duration }[] = [];
  for (const tramite of tramites) {
    const { duration } = tramite;
    if (!duration || duration.kind === 'words') {
      notSummed.push({ tramite, ...(duration && { duration }) });
      continue;
    }
    const days = duration.kind === 'immediate' ? 0 : duration.max * DAYS[duration.unit];
    if (days > longestDays) [longest, longestDays] = [{ tramite, duration }, days];
    if (duration.kind === 'immediate') {
      immediate.push(tramite);
      continue;
    }
    const sum = sums.get(duration.unit) ?? { min: 0, max: 0, open: false };
    sum.min += duration.min ?? 0;
    sum.max += duration.max;
    sum.open ||= duration.min === undefined;
    sums.set(duration.unit, sum);
  }
  const units = Object.keys(DAYS) as DurationUnit[];
  return {
    ...(longest && { longest }),
    sums: units.flatMap((unit) => {
      const sum = sums.get(unit);
      return sum ? [{ unit, max: sum.max, ...(sum.open ? {} : { min: sum.min }) }] : [];
    }),
    immediate,
    notSummed,
  };
}
