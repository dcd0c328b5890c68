import type { Tramite } from '@ventana/model';

/** What a column or key may hold. `hours`, `address` and `phone` go into a place. */
export type Field =
  | Exclude<keyof Tramite, 'other' | 'urlVerbatim' | 'updatedVerbatim'>
  | 'hours'
  | 'address'
  | 'phone';

/** Each field's name in our own JSON, in Spanish; in English it is the field's own. */
export const OWN_NAMES: Readonly<Record<Field, string>> = {
  id: 'id',
  homoclave: 'homoclave',
  name: 'nombre',
  description: 'descripcion',
  institution: 'dependencia',
  unit: 'unidad',
  responsible: 'responsable',
  level: 'nivel',
  state: 'estado',
  municipality: 'municipio',
  modality: 'modalidad',
  channels: 'canales',
  cost: 'costo',
  duration: 'plazo',
  requirements: 'requisitos',
  copiesNote: 'copias',
  steps: 'pasos',
  places: 'donde',
  hours: 'horario',
  address: 'direccion',
  phone: 'telefono',
  legalBasis: 'fundamento',
  validity: 'vigencia',
  result: 'resultado',
  resolution: 'resolucion',
  who: 'quien',
  when: 'cuando',
  lifeEvents: 'eventosDeVida',
  audience: 'audiencia',
  keywords: 'palabrasClave',
  visits: 'visitas',
  uses: 'usos',
  url: 'liga',
  updated: 'actualizado',
};

const OWN = new Map<string, Field>(
  (Object.keys(OWN_NAMES) as Field[]).flatMap((field) => [
    [field, field],
    [OWN_NAMES[field], field],
  ]),
);

/** The field of a key of our own JSON, spelt as the schema spells it. */
export function ownField(key: string): Field | undefined {
  return OWN.get(key);
}

/** A raw record under the names of our fields, and what no field knows under its own name. */
export interface Draft {
  readonly fields: Map<Field, unknown>;
  readonly other: [name: string, value: unknown][];
}

/**
 * Sorts keys into fields. Where two keys mean one field the first is it; a second institution is
 * the unit within it (`secretaria`, then `dependencia`); any other second stays under its name.
 */
export function draftOf(
  entries: Iterable<readonly [key: string, value: unknown]>,
  find: (key: string) => Field | undefined,
): Draft {
  const draft: Draft = { fields: new Map(), other: [] };
  for (const [key, value] of entries) {
    if (value === null || value === undefined || value === '') continue;
    const field = find(key);
    const { fields } = draft;
    if (field && !fields.has(field)) fields.set(field, value);
    else if (field === 'institution' && !fields.has('unit')) fields.set('unit', value);
    else draft.other.push([key, value]);
  }
  return draft;
}
