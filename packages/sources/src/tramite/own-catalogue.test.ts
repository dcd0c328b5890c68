import fc from 'fast-check';
import { runSteps } from '@ventana/model/tramite/search/steps.js';
import { expect, it } from 'vitest';
import { OWN_NAMES } from './fields.js';
import { openForeign } from './foreign-catalogues.js';
import { readOwn } from './own-catalogue.js';
import { readRecords } from './read-records.js';

const read = (root: unknown): unknown => runSteps(readOwn(root, readRecords));

const KEYS = [...Object.keys(OWN_NAMES), ...Object.values(OWN_NAMES), '$comment'];
/** Names of parts, and one of nobody's. */
const PARTS = 'nombre original copias nota direccion horario telefono url texto monto moneda x';
const part = fc.dictionary(
  fc.constantFrom(...PARTS.split(' ')),
  fc.oneof(
    fc.constantFrom('', 'a', '10', '$5.00', '100 pesos', '5 UMA', null),
    fc.nat(3),
    fc.boolean(),
    fc.jsonValue(),
  ),
);
const value = fc.oneof(fc.jsonValue(), part, fc.array(part));
const NAMED = fc.record({ nombre: fc.string({ minLength: 1 }) });

it('reads our own JSON as the readers of every form do', () => {
  const record = fc
    .tuple(fc.dictionary(fc.constantFrom(...KEYS), value), NAMED)
    .map(([rest, named]) => ({ ...rest, ...named }));
  const records = fc.array(fc.oneof(record, fc.constant(null), fc.string()));
  const head = fc.dictionary(fc.constantFrom('titulo', 'liga', 'actualizado'), fc.jsonValue());
  const root = fc.oneof(
    records,
    fc.tuple(head, records).map(([rest, tramites]) => ({ ...rest, tramites })),
  );
  fc.assert(
    fc.property(root, (given) => {
      const own = read(given);
      if (own) expect(own).toEqual(runSteps(openForeign(given, 'here', readRecords).read));
    }),
  );
});

it('takes a catalogue of ours, and an empty one', () => {
  expect(read({ titulo: 'T', tramites: [{ nombre: 'Uno', $id: 1 }, null] })).toMatchObject({
    model: { title: 'T', tramites: [{ name: 'Uno' }] },
    omitted: 1,
  });
  expect(read([])).toMatchObject({ empty: true });
});

it.each([
  ['a key that others use', { tramites: [{ 'Nombre del trámite': 'Uno' }] }],
  ['a key of nobody’s', { tramites: [{ nombre: 'Uno', folioInterno: 7 }] }],
  ['a head that says more', { success: true, tramites: [{ nombre: 'Uno' }] }],
  ['JSON-LD', { '@context': 'https://schema.org', tramites: [] }],
  ['several costs', [{ nombre: 'Uno', costo: ['$10.00', '$10.00'] }]],
  ['an amount in words', [{ nombre: 'Uno', costo: { monto: '5 UMA' } }]],
  ['no record', { tramites: [1, 2] }],
  ['a CSV', 'nombre\nUno\n'],
  ['nothing', undefined],
])('leaves %s to the readers of other forms', (_, root) => {
  expect(read(root)).toBe(undefined);
});
