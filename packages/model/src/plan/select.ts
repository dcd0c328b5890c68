import { isCivilDate, today, type CivilDate } from '../civil-date.js';
import { pickText, type LocalizedText } from '../localized-text.js';
import { foldText } from '../fold-text.js';
import { overdueOn } from './overdue.js';
import { isMilestoneDone } from './progress.js';
import { PLAN_STATUSES, type Commitment, type Organization, type Plan } from './plan.js';

/** The lists a reader can filter by. */
export const PLAN_FACETS = ['axis', 'theme', 'institution', 'cso', 'status'] as const;
export type PlanFacet = (typeof PLAN_FACETS)[number];

/** The value of a facet for commitments that say nothing there ("sin dato", "sin eje"). */
export const NO_VALUE = '';

/** What to leave in. Absent, or an empty list, leaves everything; within one list any value will do. */
export interface PlanFilter extends Partial<Readonly<Record<PlanFacet, readonly string[]>>> {
  /** Words that must all begin some word of the commitment, accents and case ignored. */
  readonly query?: string;
  /** Only what has something overdue on this day. */
  readonly overdueOn?: CivilDate;
}

export interface PlanFacetValue {
  /** What a {@link PlanFilter} takes: an id, a folded name, a status; {@link NO_VALUE} for none. */
  readonly value: string;
  /** The text to show; absent for {@link NO_VALUE} and for statuses, whose words are the widget's. */
  readonly label?: LocalizedText;
  readonly count: number;
}

/**
 * A plan made ready for filtering: facet values are worked out once, and its words when
 * it is first searched: they repeat, so that a search looks through a few thousand of them and not
 * through every text. 2,000 commitments then filter in a few milliseconds.
 */
export class PlanIndex {
  readonly plan: Plan;
  readonly #facets = new Map<Commitment, Readonly<Record<PlanFacet, readonly string[]>>>();
  readonly #labels = new Map<string, LocalizedText>();
  /** Each word of the plan's, folded, and the commitments that have it. */
  readonly #words = new Map<string, Commitment[]>();
  #warmed = 0;
  readonly #keys = new Map<string, string>();
  readonly #themeCsos = new Map<string, readonly Organization[]>();

  constructor(plan: Plan) {
    this.plan = plan;
    for (const { id, csos } of plan.themes) this.#themeCsos.set(id, csos);
    for (const { id, title } of plan.axes) this.#labels.set(`axis ${id}`, title);
    for (const { id, title } of plan.themes) this.#labels.set(`theme ${id}`, title);
    for (const c of plan.commitments) {
      this.#facets.set(c, {
        axis: oneOrNone(c.axis),
        theme: oneOrNone(c.theme),
        institution: this.#names('institution', c.institutions),
        cso: this.#names('cso', this.csosOf(c)),
        status: oneOrNone(c.status),
      });
    }
  }

  /** The organisations of a commitment: its own, then those of its theme. */
  csosOf({ csos, theme }: Commitment): readonly Organization[] {
    const ofTheme = theme === undefined ? undefined : this.#themeCsos.get(theme);
    if (!ofTheme?.length) return csos;
    const own = new Set(csos.map(nameKey));
    return [...csos, ...ofTheme.filter((cso) => !own.has(nameKey(cso)))];
  }

  /** The facet values of one commitment; `[NO_VALUE]` where it has none. */
  valuesOf(commitment: Commitment, facet: PlanFacet): readonly string[] {
    return this.#facets.get(commitment)?.[facet] ?? [NO_VALUE];
  }

  /**
   * The values of a facet among `commitments`, with how many have each: axes, themes and statuses
   * in their own order (axes and themes also with a count of 0), names by how many.
   */
  facet(
    facet: PlanFacet,
    commitments: readonly Commitment[] = this.plan.commitments,
  ): PlanFacetValue[] {
    const counts = new Map<string, number>();
    if (facet === 'axis') for (const { id } of this.plan.axes) counts.set(id, 0);
    if (facet === 'theme') for (const { id } of this.plan.themes) counts.set(id, 0);
    for (const c of commitments)
      for (const value of this.valuesOf(c, facet)) counts.set(value, (counts.get(value) ?? 0) + 1);
    const found = [...counts].map(([value, count]): PlanFacetValue => {
      const label = this.#labels.get(`${facet} ${value}`);
      return { value, count, ...(label !== undefined && { label }) };
    });
    const byCount = facet === 'institution' || facet === 'cso';
    const place = ({ value, count }: PlanFacetValue): number =>
      value === NO_VALUE ? 1e9 : facet === 'status' ? statusPlace(value) : byCount ? -count : 0;
    return found.sort((a, b) => place(a) - place(b));
  }

  /** The commitments that `filter` leaves, in the order of the plan. */
  filter(filter: PlanFilter): readonly Commitment[] {
    let left = this.plan.commitments;
    for (const facet of PLAN_FACETS) {
      const wanted = filter[facet];
      if (wanted?.length)
        left = left.filter((c) => this.valuesOf(c, facet).some((value) => wanted.includes(value)));
    }
    if (filter.overdueOn !== undefined) {
      const late = new Set(overdueOn(left, filter.overdueOn).map(({ commitment }) => commitment));
      left = left.filter((c) => late.has(c));
    }
    for (const begun of foldText(filter.query ?? '').match(WORDS) ?? []) {
      this.warm(Infinity);
      const found = new Set<Commitment>();
      for (const [word, having] of this.#words)
        if (word.startsWith(begun)) for (const c of having) found.add(c);
      left = left.filter((c) => found.has(c));
    }
    return left;
  }

  /** Take in the words of `count` commitments ahead of the first search; `false` when none are left. */
  warm(count = 100): boolean {
    const { commitments } = this.plan;
    const end = Math.min(this.#warmed + count, commitments.length);
    while (this.#warmed < end) this.#takeIn(commitments[this.#warmed++]!);
    return end < commitments.length;
  }

  #takeIn(c: Commitment): void {
    const parts: (LocalizedText | undefined)[] = [c.number, c.id, c.title, c.summary];
    for (const facet of ['axis', 'theme'] as const)
      parts.push(this.#labels.get(`${facet} ${c[facet] ?? ''}`));
    for (const { name } of [...c.institutions, ...this.csosOf(c)]) parts.push(name);
    for (const { title } of c.milestones) parts.push(title);
    parts.push(...c.policyAreas);
    const whole = parts
      .map((part) => (typeof part === 'object' ? Object.values(part).join(' ') : (part ?? '')))
      .join(' ');
    for (const word of new Set(foldText(whole).split(BETWEEN_WORDS))) {
      const having = this.#words.get(word);
      if (having) having.push(c);
      else this.#words.set(word, [c]);
    }
  }

  #names(facet: PlanFacet, organizations: readonly Organization[]): readonly string[] {
    if (organizations.length === 0) return [NO_VALUE];
    return organizations.map(({ name }) => {
      // A plan repeats its names: 2,000 commitments have a few dozen.
      const known = typeof name === 'string' ? this.#keys.get(name) : undefined;
      const key = known ?? nameKey({ name });
      if (known === undefined && typeof name === 'string') this.#keys.set(name, key);
      const label = `${facet} ${key}`;
      if (!this.#labels.has(label)) this.#labels.set(label, name);
      return key;
    });
  }
}

const WORDS = /[\p{L}\p{N}]+/gu;
/** Everything in ASCII and Spanish that is no letter or digit: asking `\p{L}` of 2 MB costs five times as much. */
const BETWEEN_WORDS = /[\s!-/:-@[-`{-~¡-¿‐-⁞]+/g;

/** Known statuses in their order, then the source's own words. */
function statusPlace(status: string): number {
  const place = (PLAN_STATUSES as readonly string[]).indexOf(status);
  return place < 0 ? PLAN_STATUSES.length : place;
}

function oneOrNone(value: string | undefined): readonly string[] {
  return [value ?? NO_VALUE];
}

function nameKey({ name }: Organization): string {
  return foldText(pickText(name, 'es')?.text ?? '').trim();
}

/** A commitment by its number, else by its key, else by its id; `undefined` when there is none. */
export function findCommitment(plan: Plan, wanted: string): Commitment | undefined {
  const name = wanted.trim();
  return (
    plan.commitments.find((c) => c.number === name) ??
    plan.commitments.find((c) => c.key === name) ??
    plan.commitments.find((c) => c.id === name)
  );
}

export const PLAN_ORDERS = ['number', 'title', 'status', 'due'] as const;
export type PlanOrder = (typeof PLAN_ORDERS)[number];

/**
 * A sorted copy: by number (2 before 10), by title as `lang` sorts, by status (what is not started
 * first), or by the next day due: that of `nextDue`. What has no such value comes last.
 */
export function sortCommitments(
  commitments: readonly Commitment[],
  order: PlanOrder,
  lang = 'es-MX',
  day: CivilDate = today(),
): Commitment[] {
  // Days sort as the texts they are, a tenth of what a collator takes.
  const compare = order === 'due' ? compareCodes : collatorOf(lang).compare;
  const keyed: { readonly key: string; readonly of: Commitment }[] = [];
  const last: Commitment[] = [];
  for (const c of commitments) {
    const key = order === 'due' ? nextDue(c, day) : sortKey(c, order, lang);
    if (key === undefined) last.push(c);
    else keyed.push({ key, of: c });
  }
  keyed.sort((a, b) => compare(a.key, b.key));
  return [...keyed.map(({ of }) => of), ...last];
}

const collators = new Map<string, Intl.Collator>();

/** The first of a page takes longer to make than a long plan to sort. */
function collatorOf(lang: string): Intl.Collator {
  let collator = collators.get(lang);
  if (!collator) {
    collator = new Intl.Collator([lang, 'es-MX'], { numeric: true });
    collators.set(lang, collator);
  }
  return collator;
}

function compareCodes(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function sortKey(
  c: Commitment,
  order: Exclude<PlanOrder, 'due'>,
  lang: string,
): string | undefined {
  if (order === 'number') return c.number;
  if (order === 'title') return pickText(c.title, lang)?.text;
  return c.status && `${statusPlace(c.status)} ${c.status}`;
}

/**
 * The first day due of a commitment: of its milestones that are neither done by `day` nor withdrawn,
 * and its own end where it is neither complete nor withdrawn.
 */
export function nextDue(
  { end, milestones, status }: Commitment,
  day: CivilDate = today(),
): CivilDate | undefined {
  const isClosed = status === 'complete' || status === 'withdrawn';
  let first = !isClosed && isCivilDate(end) ? end : undefined;
  for (const milestone of milestones) {
    const { due } = milestone;
    if (due === undefined || (first !== undefined && due >= first)) continue;
    if (milestone.status !== 'withdrawn' && !isMilestoneDone(milestone, day) && isCivilDate(due))
      first = due;
  }
  return first;
}
