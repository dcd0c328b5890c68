import { isRecord, listOf, textOf } from './plain-value.js';

/** Gives the node that a reference means, or the value itself. */
export type Follow = (value: unknown) => unknown;

const itself: Follow = (value) => value;

/** Everything at a path, through arrays and references: `offers.price`; `a|b.c` is a, then b.c. */
export function valuesAt(node: unknown, paths: string, follow: Follow = itself): unknown[] {
  return paths.split('|').flatMap((path) =>
    path.split('.').reduce<unknown[]>(
      (nodes, key) =>
        nodes.flatMap((value) => {
          const record = follow(value);
          return isRecord(record) && Object.hasOwn(record, key)
            ? listOf(record[key]).map(follow)
            : [];
        }),
      [node],
    ),
  );
}

/** The texts among them. */
export function textsAt(node: unknown, paths: string, follow?: Follow): string[] {
  return valuesAt(node, paths, follow).flatMap((value) => textOf(value) ?? []);
}

const DAYS = ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado', 'domingo'];

/** Opening hours as one line: HSDS `schedule` (`MO,FR`), schema.org `OpeningHoursSpecification` (`Monday`). */
export function hoursOf(value: unknown): string[] {
  const said = textOf(value) ?? textsAt(value, 'description')[0];
  if (said !== undefined) return [said];
  const days = textsAt(value, 'byday|dayOfWeek')
    .flatMap((day) => day.split(','))
    .map(
      (day) =>
        DAYS[
          'MOTUWETHFRSASU'.indexOf(day.replace(/^.*\//, '').trim().slice(0, 2).toUpperCase()) / 2
        ],
    )
    .filter(Boolean);
  const [from] = textsAt(value, 'opens_at|opens');
  const [to] = textsAt(value, 'closes_at|closes');
  const line = [...days, ...(from && to ? [`${from} a ${to}`] : [])].join(', ');
  return line ? [line] : [];
}

/** A place under the names of our own JSON. */
export function placeOf(
  place: unknown,
  addressPaths: string,
  follow?: Follow,
): Record<string, unknown> {
  return {
    nombre: textOf(place) ?? textsAt(place, 'name', follow)[0],
    direccion: textsAt(place, addressPaths, follow).join(', ') || undefined,
    horario: valuesAt(place, 'schedules|openingHours|openingHoursSpecification', follow).flatMap(
      hoursOf,
    ),
    telefono: textsAt(place, 'telephone|phones.number', follow),
    url: textsAt(place, 'url', follow)[0],
  };
}
