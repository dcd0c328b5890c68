/**
 * Whatever a plan says, the tracker shows it: plans made from plan.schema.json, with values of the
 * wrong kind strewn in. And whatever it reckons is what a plain count over the raw document gives.
 */
import { expect, fixture, html } from '@open-wc/testing';
import planSchema from '@ventana/model/plan.schema.json';
import fc from 'fast-check';
import type { VentanaCommitmentTracker } from './commitment-tracker.js';
import './define.js';

const RUNS = 1000;
const VIEWS = ['summary', 'list', 'board', 'timeline', 'table'] as const;

interface Schema {
  readonly $ref?: string;
  readonly anyOf?: readonly Schema[];
  readonly enum?: readonly string[];
  readonly type?: string | readonly string[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly $defs?: Readonly<Record<string, Schema>>;
}

const words = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom(
    '',
    'Agua',
    '2026-03-01',
    '31/12/2026',
    '2026-02-30',
    'https://ejemplo.mx/a b',
    'javascript:alert(1)',
    '<img src=x onerror=alert(1)>',
    '{{count}} $t(retry)',
    '\u202Eoıɔɐpɐqɐɹʇ',
    'ñ'.repeat(900),
    '__proto__',
    '7',
  ),
);
/** What a hand or a program puts where it does not belong. */
const wrong = fc.oneof(
  words,
  fc.constantFrom<unknown>(null, true, -1, 1e21, [], {}, [null], [[]]),
  fc.dictionary(words, words, { maxKeys: 2 }),
);

/** Values of a schema; one in ten is of another kind. */
function valuesOf(schema: Schema, root: Schema, depth = 0): fc.Arbitrary<unknown> {
  return fc.oneof({ arbitrary: rightValuesOf(schema, root, depth), weight: 9 }, wrong);
}

function rightValuesOf(schema: Schema, root: Schema, depth: number): fc.Arbitrary<unknown> {
  const { $ref, anyOf, items, properties, type } = schema;
  if (depth > 7) return words;
  if ($ref) return rightValuesOf(resolve($ref, root), root, depth);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (properties) {
    const fields = Object.entries(properties).filter(([name]) => !name.startsWith('$'));
    return fc
      .subarray(fields, { maxLength: 6 })
      .chain((some) =>
        fc.record(
          Object.fromEntries(some.map(([name, of]) => [name, valuesOf(of, root, depth + 1)])),
        ),
      );
  }
  if (anyOf) return fc.oneof(...anyOf.map((one) => rightValuesOf(one, root, depth + 1)));
  if (items) return fc.array(valuesOf(items, root, depth + 1), { maxLength: 3 });
  const types = typeof type === 'string' ? [type] : (type ?? ['string']);
  return fc.oneof(...types.map(ofType));
}

function ofType(type: string): fc.Arbitrary<unknown> {
  if (type === 'number' || type === 'integer') return fc.integer();
  if (type === 'boolean') return fc.boolean();
  if (type === 'null') return fc.constant(null);
  return type === 'object' ? fc.dictionary(fc.constantFrom('es', 'en', 'nah'), words) : words;
}

function resolve(ref: string, root: Schema): Schema {
  const found = ref
    .slice(2)
    .split('/')
    .reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], root);
  return found as Schema;
}

async function show(tracker: VentanaCommitmentTracker, data: unknown): Promise<void> {
  const settled = new Promise<void>((resolve) => {
    const done = (): void => resolve();
    tracker.addEventListener('load', done, { once: true });
    tracker.addEventListener('error', done, { once: true });
  });
  tracker.data = data;
  await settled;
}

const textIn = (tracker: VentanaCommitmentTracker, selector: string): string =>
  tracker.shadowRoot?.querySelector(selector)?.textContent?.replace(/\s+/g, ' ').trim() ?? '';

describe('any plan', function () {
  this.timeout(300_000);
  let warn: typeof console.warn;
  let error: typeof console.error;
  before(() => {
    // A line of ours for each faulty plan would drown the run.
    ({ warn, error } = console);
    console.warn = console.error = (): void => undefined;
  });
  after(() => Object.assign(console, { warn, error }));

  it(`made from the schema is shown whole: ${RUNS} of them`, async () => {
    const root = planSchema as unknown as Schema;
    const commitments = fc.array(valuesOf({ $ref: '#/$defs/commitment' }, root), { maxLength: 4 });
    const documents = fc.tuple(
      rightValuesOf({ ...root, anyOf: [] }, root, 0),
      fc.constantFrom('commitments', 'compromisos', 'statements'),
      commitments,
      fc.constantFrom(...VIEWS),
      fc.boolean(),
    );
    const tracker = await fixture<VentanaCommitmentTracker>(
      html`<ventana-commitment-tracker></ventana-commitment-tracker>`,
    );
    let thrown = 0;
    const count = (): void => void thrown++;
    addEventListener('error', count);
    addEventListener('unhandledrejection', count);
    await fc.assert(
      fc.asyncProperty(documents, async ([rest, key, list, view, opensFirst]) => {
        const document = { ...(rest as object) };
        for (const name of ['commitments', 'compromisos', 'statements'])
          Reflect.deleteProperty(document, name);
        tracker.view = view;
        tracker.commitment = '';
        await show(tracker, { ...document, [key]: list });
        const markup = tracker.shadowRoot?.innerHTML ?? '';
        expect(markup).not.to.match(/undefined|NaN|Invalid Date|\[object /);
        expect(tracker.status).to.match(/^(?:fresh|partial|empty)$/);
        if (tracker.status !== 'empty') {
          const shown = Number(/de (\d+)/.exec(textIn(tracker, '.found'))?.[1] ?? 0);
          const omitted = Number(/(\d+) de \d+ reg/.exec(textIn(tracker, '.notice'))?.[1] ?? 0);
          expect(shown + omitted).to.equal(list.length);
        }
        const first = tracker.shadowRoot?.querySelector<HTMLButtonElement>('.opener');
        if (opensFirst && first) {
          tracker.commitment = first.value;
          await tracker.updateComplete;
          expect(tracker.shadowRoot?.innerHTML).not.to.match(/undefined|NaN|Invalid|\[object /);
        }
      }),
      { numRuns: RUNS },
    );
    removeEventListener('error', count);
    removeEventListener('unhandledrejection', count);
    expect(thrown).to.equal(0);
  });

  it(`is reckoned as its raw JSON says: ${RUNS} of them`, async () => {
    const status = fc.constantFrom(
      'no iniciado',
      'en proceso',
      'atrasado',
      'cumplido',
      'complete',
      'incumplido',
      'retirado',
      'ni idea',
      undefined,
      null,
    );
    const milestone = fc.record({
      titulo: fc.constant('Hito'),
      estatus: status,
      cumplido: fc.constantFrom('2026-01-31', 'pronto', undefined),
    });
    const commitment = fc.record({
      titulo: fc.constant('Compromiso'),
      eje: fc.constantFrom('a', 'b'),
      estatus: status,
      hitos: fc.array(milestone, { maxLength: 3 }),
    });
    const tracker = await fixture<VentanaCommitmentTracker>(
      html`<ventana-commitment-tracker view="list"></ventana-commitment-tracker>`,
    );
    const isKnown = (told: unknown): boolean => told != null && told !== 'ni idea';
    const isComplete = (told: unknown): boolean => told === 'cumplido' || told === 'complete';
    /** What a bar has to say of these statuses. */
    const expected = (told: readonly unknown[]): string => {
      const known = told.filter(isKnown).length;
      const done = told.filter(isComplete).length;
      const share = `${Math.round((done / known) * 1000) / 10}%`;
      const none = told.filter((each) => each == null).length;
      const own = told.length - known - none;
      return [
        known > 0
          ? `${done} de ${known} cumplido${known === 1 ? '' : 's'} (${share})`
          : 'Sin dato de avance',
        ...(none ? [`${none} sin dato`] : []),
        ...(own ? [`${own} con un estatus propio de la fuente`] : []),
      ].join(' · ');
    };
    await fc.assert(
      fc.asyncProperty(
        fc.array(commitment, { minLength: 1, maxLength: 6 }),
        async (compromisos) => {
          const ejes = [
            { clave: 'a', titulo: 'A' },
            { clave: 'b', titulo: 'B' },
          ];
          await show(tracker, { ejes, compromisos });
          const bars = [...(tracker.shadowRoot?.querySelectorAll('.axis > .bar') ?? [])].map(
            (bar) => bar.textContent?.replace(/\s+/g, ' ').trim(),
          );
          const of = (axis: string): unknown[] =>
            compromisos.filter(({ eje }) => eje === axis).map(({ estatus }) => estatus);
          const axes = ['a', 'b'].filter((axis) => of(axis).length > 0);
          expect(bars).to.deep.equal(axes.map((axis) => expected(of(axis))));
          expect(textIn(tracker, '[part="progress"] .bar')).to.equal(
            expected(compromisos.map(({ estatus }) => estatus)),
          );
          const cards = [...(tracker.shadowRoot?.querySelectorAll('.card') ?? [])];
          const inOrder = axes.flatMap((axis) => compromisos.filter(({ eje }) => eje === axis));
          inOrder.forEach(({ hitos }, index) => {
            const isDone = ({ estatus, cumplido }: (typeof hitos)[number]): boolean | undefined =>
              isKnown(estatus) ? isComplete(estatus) : cumplido === '2026-01-31' ? true : undefined;
            const known = hitos.map(isDone).filter((done) => done !== undefined);
            const bar = cards[index]?.querySelector('progress');
            expect(bar?.getAttribute('aria-valuetext') ?? undefined).to.equal(
              known.length > 0
                ? `${known.filter(Boolean).length} de ${known.length} ${known.length === 1 ? 'hito cumplido' : 'hitos cumplidos'}`
                : undefined,
            );
          });
        },
      ),
      { numRuns: RUNS },
    );
  });
});
