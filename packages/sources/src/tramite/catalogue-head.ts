import { parseCivilDate } from '@ventana/model';
import { guardAddress } from '../address.js';
import { at, dropUndefined, textOf } from './plain-value.js';
import type { CatalogueHead } from './read-records.js';

/** What a catalogue says of itself, under the names of our own JSON and those of other people's. */
export function headOf(root: unknown): CatalogueHead {
  const text = (...keys: string[]): string | undefined =>
    keys.map((key) => textOf(at(root, key))).find((found) => found !== undefined);
  const title = text('titulo', 'title', 'nombre', 'name');
  const publisher =
    text('editor', 'publisher', 'publicador') ?? textOf(at(at(root, 'publisher'), 'name'));
  const license = text('licencia', 'license');
  const url = guardAddress(text('liga', 'url', 'pagina'));
  const updated = parseCivilDate(text('actualizado', 'updated', 'modified'));
  const isExample = [at(root, 'example'), at(root, 'ejemplo')].includes(true);
  const head = { title, publisher, license, url, updated, example: isExample || undefined };
  return dropUndefined(head) as CatalogueHead;
}
