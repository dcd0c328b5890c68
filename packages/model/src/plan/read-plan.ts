import { isCivilDate, today, type CivilDate } from '../civil-date.js';
import type { License } from '../dataset/dataset.js';

import type { Reading } from '../reading.js';
import { foldText } from '../fold-text.js';
import { foldKey } from './fold.js';
import {
  AMBITIONS,
  ASSESSORS,
  COMPLETIONS,
  SECRETARIAT_ROLES,
  PLAN_STATUSES,
  type Assessment,
  type Axis,
  type Commitment,
  type PlanEvidence,
  type PlanLink,
  type Milestone,
  type Organization,
  type PlanPeriod,
  type Plan,
  type RelatedRecord,
  type PlanReview,
  type SecretariatMember,
  type StatusChange,
  type Theme,
} from './plan.js';
import { isAfter, isKnownPlanStatus } from './progress.js';
import {
  date,
  first,
  isRecord,
  link,
  list,
  oneOf,
  past,
  refused,
  safeLink,
  shaped,
  text,
  word,
  note,
  noteValue,
  type Findings,
  type Place,
  type Raw,
  type ReadPlanOptions,
  type Shape,
} from './shape.js';

// The other names of each field: docs/plan-format.md teaches them, plan.schema.json holds them.
const TITLE = 'titulo nombre';
const COMMITMENTS = 'compromisos statements';
const NONE: readonly never[] = [];

const address = { url: ['enlace liga', link], urlVerbatim: ['', refused] } as const;
const source = { url: ['enlace liga fuente source', link], urlVerbatim: ['', refused] } as const;
const noted = { date: ['fecha', past], note: ['nota', text], ...source } as const;
const status = ['estatus estado', oneOf(PLAN_STATUSES, 'unknown-status')] as const;

const linkShape: Shape<PlanLink> = {
  title: [TITLE, text],
  date: ['fecha', date],
  ...address,
};
const related = list(shaped<RelatedRecord>({ ...linkShape, id: ['clave', word] }), 'url');
const evidence = list(
  shaped<PlanEvidence>({
    ...linkShape,
    archiveUrl: ['archivo archive', safeLink],
    kind: ['tipo', word],
  }),
  'url',
);
const organizationShape: Shape<Organization> = {
  name: ['nombre title titulo', text],
  ...address,
};
const organizations = list(named(shaped<Organization>(organizationShape)), 'name');
const secretariat = list(
  named(
    shaped<SecretariatMember>({
      ...organizationShape,
      role: ['rol', oneOf(SECRETARIAT_ROLES, 'unknown-role')],
    }),
  ),
  'name',
);

const readPeriod = shaped<PlanPeriod>({
  label: ['etiqueta title', text],
  start: ['inicio', date],
  end: ['fin', date],
});
const readLicense = shaped<License>({
  title: [TITLE, word],
  id: ['clave', word],
  url: ['enlace liga', safeLink],
  claimedOpen: ['', () => undefined],
});
const readReview = shaped<Partial<PlanReview> & { step?: string }>({
  id: ['clave', word],
  step: ['avance stepnum', word],
  title: [TITLE, text],
  date: ['fecha ends', date],
});

type RawGroup = Partial<Theme>;
const groupShape: Shape<Axis> = {
  id: ['clave', word],
  title: [TITLE, text],
  summary: ['resumen descripcion', text],
};
const readAxis = shaped<Partial<Axis>>(groupShape);
const readTheme = shaped<RawGroup>({
  ...groupShape,
  csos: ['osc oscs organizaciones', organizations, NONE],
});

const readMilestone = shaped<Partial<Milestone>>({
  id: ['clave', word],
  title: [TITLE, text],
  step: ['avance', word],
  due: ['fecha vence fechalimite', date],
  done: ['cumplido fechacumplimiento', past],
  status,
  responsible: ['responsable responsables', organizations, NONE],
  evidence: ['evidencia evidencias', evidence, NONE],
  note: ['nota', text],
});

/** A commitment whose milestones are not read yet: whether they come too early depends on its start. */
interface RawCommitment extends Omit<Commitment, 'key' | 'milestones'> {
  readonly milestones?: (start: string | undefined) => readonly Milestone[];
}

const readOwn = shaped<RawCommitment>({
  number: ['numero num', word],
  id: ['clave', word],
  title: [`${TITLE} compromiso`, text],
  summary: ['resumen descripcion description', text],
  axis: ['eje chapter', word],
  theme: ['tema mesa', word],
  policyAreas: [
    'areas categories',
    list((raw, place) => text(raw['title'], place, 'title', {})),
    NONE,
  ],
  institutions: ['institucion instituciones responsable responsables', organizations, NONE],
  csos: ['osc oscs organizaciones', organizations, NONE],
  start: ['inicio', date],
  end: ['fin', date],
  status,
  history: ['historial', list(shaped<StatusChange>({ ...noted, status }), 'note'), NONE],
  milestones: ['hitos', (value, place, key) => (start) => milestones(value, place, key, start)],
  assessments: [
    'evaluaciones',
    list(
      shaped<Assessment>({
        ...noted,
        by: ['quien', oneOf(ASSESSORS, 'unknown-assessor')],
        completion: ['cumplimiento', oneOf(COMPLETIONS, 'unknown-completion')],
        ambition: ['ambicion', oneOf(AMBITIONS, 'unknown-ambition')],
      }),
      'note',
    ),
    NONE,
  ],
  evidence: ['evidencia evidencias reports', evidence, NONE],
  datasets: ['datos conjuntos', related, NONE],
  tramites: ['', related, NONE],
  budgets: ['presupuestos', related, NONE],
  ...address,
  updated: ['actualizado lastupdate', date],
});

interface RawPlan extends Omit<Plan, 'axes' | 'themes' | 'reviews' | 'commitments'> {
  readonly axes: readonly Group[];
  readonly themes: readonly Group[];
  readonly reviews: readonly PlanReview[];
  readonly commitments: readonly (readonly [Raw, Place])[];
}

/** A declared axis or theme, with where it was declared. */
type Group = readonly [RawGroup, Place];

const placeCommitments = list((raw, place) => [raw, place] as const, '');

const readRoot = shaped<RawPlan>({
  title: [`${TITLE} plan`, text],
  summary: ['resumen descripcion', text],
  example: ['ejemplo', (value) => value === true || value === 'true' || undefined],
  notice: ['aviso', text],
  period: ['periodo', first(readPeriod, 'label')],
  published: ['presentado', date],
  updated: ['actualizado lastupdate', date],
  homepage: ['sitio', safeLink],
  feed: ['canal', safeLink],
  license: ['licencia', first(readLicense)],
  sources: ['fuentes fuente', list(shaped<PlanLink>(linkShape)), NONE],
  secretariat: ['secretariado', secretariat, NONE],
  axes: ['ejes', list((raw, place) => [readAxis(raw, place), place] as const), NONE],
  themes: ['temas mesas', list((raw, place) => [readTheme(raw, place), place] as const), NONE],
  reviews: [
    'avances',
    list((raw, place, index) => {
      const { id, step, ...rest } = readReview(raw, place);
      return { id: id ?? step ?? `${index + 1}`, ...rest };
    }),
    NONE,
  ],
  commitments: [
    COMMITMENTS,
    // The same key as `commitmentsIn` counts: the first that holds a list.
    (value, ...at) => (Array.isArray(value) ? placeCommitments(value, ...at) : undefined),
    NONE,
  ],
});

/** Has this document a list of commitments, by any of its names? A bare list of objects is one. */
export function isPlanDocument(raw: unknown): boolean {
  if (Array.isArray(raw)) return raw.some(isRecord);
  return isRecord(raw) && commitmentsIn(raw) !== undefined;
}

function commitmentsIn(raw: Raw): readonly unknown[] | undefined {
  const names = ['commitments', ...COMMITMENTS.split(' ')];
  const key = Object.keys(raw).find((k) => names.includes(foldKey(k)) && Array.isArray(raw[k]));
  return key === undefined ? undefined : (raw[key] as readonly unknown[]);
}

/**
 * A plan document as people write it (docs/plan-format.md) becomes a {@link Plan}. It takes its own
 * output too: a plan that was read, read again, is the same plan.
 *
 * Never throws. What is no commitment at all is left out and counted; within a commitment, what
 * cannot be understood is listed as a problem, counted as doubtful, and the rest is shown.
 */
export function readPlan(raw: unknown, options: ReadPlanOptions): Reading<Plan> {
  const steps = readPlanInSteps(raw, options);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/**
 * The same, a commitment a step, for whoever reads a long plan between the turns of a page. Each
 * step hands out how to see what has been read so far; of that, `received` is of the whole.
 */
export function* readPlanInSteps(
  raw: unknown,
  options: ReadPlanOptions,
): Generator<() => Reading<Plan>, Reading<Plan>> {
  const problems = [...(options.problems ?? [])];
  const document: Raw = isRecord(raw) ? raw : { commitments: Array.isArray(raw) ? raw : [] };
  const findings: Findings = {
    options,
    problems,
    today: options.today ?? today(),
    doubtful: 0,
    days: new Map(),
  };
  const top: Place = {
    findings,
    raw: document,
    key: '',
    index: -1,
  };
  const root = readRoot(document, top);
  const axes = new Groups(root.axes, 'unknown-axis', (axis) => axis);
  const themes = new Groups(root.themes, 'unknown-theme', (axis, { csos = NONE }) => ({
    ...axis,
    csos,
  }));
  const taken = new Set<string>();
  const commitments: Commitment[] = [];
  const received = commitmentsIn(document)?.length ?? 0;
  const omitted = received - root.commitments.length;
  const reading = (): Reading<Plan> => ({
    model: { ...root, axes: [...axes.all], themes: [...themes.all], commitments: [...commitments] },
    received,
    omitted,
    // Of what is left out each is on the list too, and counted already.
    ...(findings.doubtful > omitted && { doubtful: findings.doubtful - omitted }),
    problems,
    ...(received === 0 && { empty: true }),
  });
  for (const [raw, place] of root.commitments) {
    const own = readOwn(raw, place);
    const { axis, theme, status, start, end, milestones, ...rest } = own;
    if (!own.title) note(place, 'missing-title');
    if (isBefore(end, start)) noteValue(place, 'end-before-start', end);
    const name = own.number ?? own.id;
    const now = status ?? latestStatus(own.history, findings.today);
    const clash = (): void => noteValue(place, 'duplicate-number', name);
    commitments.push({
      key: unique(name ?? `#${commitments.length + 1}`, taken, clash),
      ...rest,
      ...(start && { start }),
      ...(end && { end }),
      ...axes.of('axis', axis, place),
      ...themes.of('theme', theme, place),
      ...(now && { status: now }),
      milestones: milestones?.(start) ?? NONE,
    });
    yield reading;
  }
  return reading();
}

function milestones(
  value: unknown,
  place: Place,
  key: string,
  start: string | undefined,
): readonly Milestone[] {
  const taken = new Set<string>();
  return (
    list((raw, at, index): Milestone => {
      const milestone = readMilestone(raw, at);
      const { id, due, done, status: told } = milestone;
      if (!due) note(at, 'missing-date');
      if (isBefore(due, start)) noteValue(at, 'milestone-before-start', due);
      if (isKnownPlanStatus(told) && told !== 'complete' && isCivilDate(done))
        noteValue(at, 'done-but-status', done);
      return Object.assign(milestone as Milestone, {
        // One without an id gets its place for one: where that is taken nobody is to blame.
        id: unique(id ?? `${index + 1}`, taken, () => id && noteValue(at, 'duplicate-id', id)),
      });
    })(value, place, key, {}) ?? NONE
  );
}

function isBefore(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && a < b && isCivilDate(a) && isCivilDate(b);
}

/**
 * Of the entries with a status the latest by day up to `now`, the last written of two; undated ones
 * are oldest.
 */
function latestStatus(history: readonly StatusChange[], now: CivilDate): string | undefined {
  const day = ({ date: d }: StatusChange): string => (isCivilDate(d) ? d : '');
  const told = history.filter((entry) => entry.status && !isAfter(entry.date, now));
  return told.reduce<StatusChange>((a, b) => (day(b) >= day(a) ? b : a), {}).status;
}

/** `wanted`, or `wanted~2` and so on where that is taken. */
function unique(wanted: string, taken: Set<string>, clash: () => unknown): string {
  let key = wanted;
  for (let n = 2; taken.has(key); n++) key = `${wanted}~${n}`;
  if (key !== wanted) clash();
  taken.add(key);
  return key;
}

/** The axes or themes of a plan: those it declares, then those that only its commitments name. */
class Groups<T extends Axis> {
  readonly all: T[] = [];
  readonly #ids = new Map<string, string>();
  readonly #taken = new Set<string>();
  readonly #unknown: string;
  readonly #whole: (axis: Axis, group: RawGroup) => T;

  constructor(
    declared: readonly Group[],
    unknown: string,
    whole: (axis: Axis, group: RawGroup) => T,
  ) {
    this.#whole = whole;
    for (const [group, place] of declared) this.#add(group, place);
    this.#unknown = this.all.length > 0 ? unknown : '';
  }

  #add(group: RawGroup, place: Place): string | undefined {
    const title = group.title ?? group.id;
    if (title === undefined) {
      note(place, 'missing-title');
      return undefined;
    }
    const names = typeof title === 'string' ? [title] : Object.values(title);
    const id = unique(group.id ?? names[0] ?? '', this.#taken, () =>
      noteValue(place, 'duplicate-id', group.id),
    );
    this.all.push(this.#whole({ ...group, id, title }, group));
    for (const name of [id, ...names]) {
      const folded = foldText(name);
      if (!this.#ids.has(folded)) this.#ids.set(folded, id);
    }
    return id;
  }

  /** The group that a commitment names by id or title, as the field to hold it. */
  of<F extends string>(
    field: F,
    name: string | undefined,
    place: Place,
  ): Partial<Record<F, string>> {
    if (name === undefined) return {};
    let id = this.#ids.get(foldText(name));
    if (id === undefined) {
      if (this.#unknown) noteValue(place, this.#unknown, name);
      id = this.#add({ title: name }, place);
    }
    return { [field]: id } as Partial<Record<F, string>>;
  }
}

/** Only what has a name. */
function named<T extends Organization>(
  read: (raw: Raw, place: Place) => T,
): (raw: Raw, place: Place) => T | undefined {
  return (raw, place) => {
    const organization = read(raw, place);
    return organization.name ? organization : undefined;
  };
}
