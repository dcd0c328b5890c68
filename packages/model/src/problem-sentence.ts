import type { Problem } from './reading.js';
import { sentenceOf } from './validate/sentences.js';

/** Beside those of plans: what the readers of budgets, datasets, catalogues and tables find. */
const SENTENCES: Readonly<Record<string, readonly [es: string, en: string]>> = {
  'bad-amount': [
    'la cifra «{found}» no se puede leer sin duda: no entra en las sumas.',
    'the figure "{found}" cannot be read without doubt: it is in no sum.',
  ],
  'bad-record': [
    'esto no es un registro: se omite y se cuenta.',
    'this is no record: it is left out and counted.',
  ],
  'bad-row': [
    'el renglón no tiene las mismas celdas que el encabezado: se omite y se cuenta.',
    'the row has not the same cells as the header: it is left out and counted.',
  ],
  'bad-size': ['el tamaño «{found}» no se puede leer.', 'the size "{found}" cannot be read.'],
  'column-left-out': [
    'la columna «{found}» tiene cifras que no se muestran: no es un momento del gasto que se conozca.',
    'the column "{found}" has figures that are not shown: it is no stage of spending that is known.',
  ],
  'count-mismatch': [
    'la fuente dice que hay {found}, y entregó otra cantidad.',
    'the source says that there are {found}, and gave another number.',
  ],
  'duplicate-identifier': [
    'más de un conjunto se llama «{found}»: se muestra el primero.',
    'more than one dataset is called "{found}": the first is shown.',
  ],
  'missing-column': ['no hay una columna «{found}».', 'there is no column "{found}".'],
  'missing-name': ['falta el nombre.', 'the name is missing.'],
  'more-pages': [
    'la fuente tiene más páginas ({found}) de las que se leyeron.',
    'the source has more pages ({found}) than were read.',
  ],
  'not-a-record': [
    'esto no es un trámite: se omite y se cuenta.',
    'this is no procedure: it is left out and counted.',
  ],
  'not-text': [
    'aquí va un texto, y hay otra cosa.',
    'a text goes here, and there is another thing.',
  ],
  'nothing-to-name': [
    'no tiene nombre, ni clave, ni descripción: se omite y se cuenta.',
    'it has no name, no key and no description: it is left out and counted.',
  ],
  'page-differs': [
    'la fuente entregó otra página ({found}).',
    'the source gave another page ({found}).',
  ],
  'page-failed': ['esta página no llegó.', 'this page did not arrive.'],
  'row-differs': [
    'este renglón dice «{found}» y uno anterior del mismo compromiso dice otra cosa: vale el primero.',
    'this row says "{found}" and one before it of the same commitment says otherwise: the first counts.',
  ],
  'rows-repeat': [
    'registros que ya estaban en otra página: {found}. Se toman una vez.',
    'records that were on another page already: {found}. Each is taken once.',
  ],
  'subtotal-differs': [
    'este subtotal no es la suma de sus partes ({found}).',
    'this subtotal is not the sum of its parts ({found}).',
  ],
  'total-changed': [
    'el total que dice la fuente cambió mientras se leía ({found}).',
    'the total that the source says changed while it was read ({found}).',
  ],
  'total-differs': [
    'la fuente dice que hay {found}, y entregó otra cantidad.',
    'the source says that there are {found}, and gave another number.',
  ],
  'unknown-level': [
    'el orden de gobierno «{found}» no es de los conocidos: se muestra así.',
    'the level of government "{found}" is none of the known ones: it is shown so.',
  ],
  'unknown-measure': [
    'no se entiende de qué momento del gasto es («{found}»): se omite y se cuenta.',
    'it is not clear of which stage of spending it is ("{found}"): it is left out and counted.',
  ],
  'unknown-unit': [
    'no se entiende en qué unidad están las cifras («{found}»): van como están escritas.',
    'it is not clear in which unit the figures are ("{found}"): they are shown as written.',
  ],
  'unreadable-record': [
    'este registro no se pudo leer: se omite y se cuenta.',
    'this record could not be read: it is left out and counted.',
  ],
  'unreadable-resource': [
    'este recurso no se pudo leer: se omite y se cuenta.',
    'this resource could not be read: it is left out and counted.',
  ],
};

/**
 * What was found, as a sentence for whoever reads the page. A code without one is named as it is.
 *
 * @param isolate - what to do with the source's own text within the sentence
 */
export function problemSentence(
  { code, found = '' }: Problem,
  language: 'es' | 'en',
  isolate: (text: string) => string,
): string {
  const own = SENTENCES[code];
  if (own) return own[language === 'es' ? 0 : 1].replace('{found}', () => isolate(found));
  const { problem } = sentenceOf(code, isolate(found), '')[language];
  return problem.charAt(0).toLowerCase() + problem.slice(1);
}

/** The place of a problem in that language: `row 17, column TOTAL` is `renglón 17, columna TOTAL`. */
export function problemPlace({ where }: Problem, language: 'es' | 'en'): string {
  if (language === 'en') return where;
  return where
    .replace(/^row (\d+), column /, 'renglón $1, columna ')
    .replace(/^row (?=\d)/, 'renglón ')
    .replace(/^page (?=\d)/, 'página ')
    .replace(/^column(?=s?\b)/, 'columna');
}
