/** What is wrong, and how to mend it. */
export interface Sentence {
  readonly problem: string;
  readonly remedy: string;
}

type Texts = readonly [es: string, esRemedy: string, en: string, enRemedy: string];

/** `{found}` is the text as written, `{expected}` what would do. */
const SENTENCES: Readonly<Record<string, Texts>> = {
  empty: [
    'El archivo está vacío.',
    'Empieza con {"compromisos": [{"titulo": "…"}]}.',
    'The file is empty.',
    'Start with {"commitments": [{"title": "…"}]}.',
  ],
  'trailing-comma': [
    'Sobra una coma antes del cierre.',
    'Quita la coma: después del último elemento no va ninguna.',
    'There is a comma too many before the closing sign.',
    'Delete the comma: none goes after the last item.',
  ],
  'smart-quotes': [
    'Hay comillas tipográficas ({found}).',
    'Usa comillas rectas: ". Suelen cambiarse solas al escribir en un procesador de textos.',
    'There are curly quotes ({found}).',
    'Use straight quotes: ". Word processors tend to change them by themselves.',
  ],
  'single-quotes': [
    'Hay comillas sencillas.',
    'Usa comillas dobles: "así".',
    'There are single quotes.',
    'Use double quotes: "like this".',
  ],
  'unquoted-key': [
    'El nombre de un campo va entre comillas.',
    'Escribe "titulo": en vez de titulo:.',
    'The name of a field goes between quotes.',
    'Write "title": instead of title:.',
  ],
  'missing-comma': [
    'Falta una coma.',
    'Pon una coma entre un elemento y el siguiente.',
    'A comma is missing.',
    'Put a comma between one item and the next.',
  ],
  'missing-colon': [
    'Faltan los dos puntos después del nombre del campo.',
    'Escribe "titulo": "…".',
    'The colon after the name of the field is missing.',
    'Write "title": "…".',
  ],
  comment: [
    'JSON no admite comentarios.',
    'Quítalo, o guárdalo en un campo "$comment".',
    'JSON has no comments.',
    'Delete it, or keep it in a field "$comment".',
  ],
  'line-break-in-text': [
    'Un texto no puede tener saltos de línea ni tabuladores.',
    'Escribe \\n donde quieras el salto, o deja el texto en una sola línea. Revisa también que cierre sus comillas.',
    'A text cannot hold line breaks or tabs.',
    'Write \\n where you want the break, or keep the text on one line. See also that its quotes are closed.',
  ],
  'unclosed-text': [
    'Un texto empieza aquí y no cierra sus comillas.',
    'Pon " al final del texto.',
    'A text starts here and does not close its quotes.',
    'Put " at the end of the text.',
  ],
  unclosed: [
    'El archivo termina antes de cerrar lo que abrió.',
    'Cuenta las llaves { } y los corchetes [ ]: cada uno que abre debe cerrar.',
    'The file ends before closing what it opened.',
    'Count the braces { } and brackets [ ]: each that opens must close.',
  ],
  'bad-escape': [
    'Después de una diagonal invertida (\\) solo valen ciertas letras.',
    'Para escribir una diagonal invertida pon dos: \\\\.',
    'Only some letters may follow a backslash (\\).',
    'To write a backslash put two: \\\\.',
  ],
  'bad-value': [
    'Aquí va un valor, y «{found}» no lo es.',
    'Los textos van entre comillas; los números sin comas ni signos; o true, false, null.',
    'A value goes here, and "{found}" is none.',
    'Texts go between quotes; numbers without commas or signs; or true, false, null.',
  ],
  'extra-text': [
    'Hay algo después del final: «{found}».',
    'Un archivo JSON tiene un solo valor. Quita lo que sobra, o revisa si una llave cierra antes de tiempo.',
    'There is something after the end: "{found}".',
    'A JSON file holds one value. Delete the rest, or see whether a brace closes too soon.',
  ],
  'too-deep': [
    'Hay demasiados niveles, unos dentro de otros.',
    'Un plan no necesita más de diez.',
    'There are too many levels inside one another.',
    'A plan needs no more than ten.',
  ],
  'duplicate-key': [
    'El campo «{found}» está dos veces en el mismo lugar: solo vale el último.',
    'Deja uno.',
    'The field "{found}" is there twice in one place: only the last counts.',
    'Keep one.',
  ],
  'not-a-plan': [
    'No hay una lista de compromisos.',
    'Agrega "compromisos": [ … ] con al menos {"titulo": "…"}.',
    'There is no list of commitments.',
    'Add "commitments": [ … ] with at least {"title": "…"}.',
  ],
  'bad-record': [
    'Aquí va un elemento entre llaves, y hay «{found}»: se omite y se cuenta.',
    'Escribe { "titulo": "…" } o quítalo.',
    'An item between braces goes here, and there is "{found}": it is left out and counted.',
    'Write { "title": "…" } or delete it.',
  ],
  'bad-text': [
    'Aquí va un texto, y hay «{found}».',
    'Escríbelo entre comillas, o por idioma: {"es": "…", "en": "…"}.',
    'A text goes here, and there is "{found}".',
    'Write it between quotes, or by language: {"es": "…", "en": "…"}.',
  ],
  'bad-date': [
    '«{found}» no es una fecha que se pueda leer sin duda.',
    'Escribe año-mes-día con guiones, por ejemplo 2026-03-01.',
    '"{found}" is no date that can be read without doubt.',
    'Write year-month-day with hyphens, for example 2026-03-01.',
  ],
  'bad-address': [
    '«{found}» no es una dirección que se pueda enlazar.',
    'Usa una que empiece con https:// y no tenga espacios.',
    '"{found}" is no address that can be linked.',
    'Use one that starts with https:// and has no blanks.',
  ],
  'missing-title': [
    'Falta el título.',
    'Agrega "titulo": "…".',
    'The title is missing.',
    'Add "title": "…".',
  ],
  'missing-date': [
    'El hito no tiene fecha: no se sabrá si está atrasado.',
    'Agrega "fecha": "2026-03-01", el día para el que se prometió.',
    'The milestone has no date: nobody will know whether it is late.',
    'Add "due": "2026-03-01", the day it is promised for.',
  ],
  'duplicate-number': [
    'El compromiso «{found}» está repetido: se muestran los dos.',
    'Dale a cada uno su propio número.',
    'Commitment "{found}" is there twice: both are shown.',
    'Give each its own number.',
  ],
  'duplicate-id': [
    'La clave «{found}» está repetida.',
    'Dale a cada uno su propia clave.',
    'The identifier "{found}" is there twice.',
    'Give each its own identifier.',
  ],
  'end-before-start': [
    'El fin ({found}) es anterior al inicio.',
    'Revisa las dos fechas.',
    'The end ({found}) is before the start.',
    'Check both dates.',
  ],
  'milestone-before-start': [
    'El hito ({found}) es anterior al inicio de su compromiso.',
    'Revisa la fecha del hito o la de inicio.',
    'The milestone ({found}) is before the start of its commitment.',
    'Check the day of the milestone or that of the start.',
  ],
  'future-date': [
    'La fecha «{found}» todavía no llega: lo que dice no cuenta como hecho.',
    'Revisa el año. Lo que se espera va en la fecha prometida, no aquí.',
    'The day "{found}" has not come yet: what it tells does not count as done.',
    'Check the year. What is expected goes in the day it is due, not here.',
  ],
  'done-but-status': [
    'El hito dice que se cumplió el {found}, y su estatus dice otra cosa: cuenta el estatus.',
    'Pon el estatus cumplido, o quita el día.',
    'The milestone says that it was done on {found}, and its status says otherwise: the status counts.',
    'Make the status complete, or delete the day.',
  ],
  'unknown-axis': [
    'El eje «{found}» no está en la lista de ejes.',
    'Usa la clave o el título de un eje de la lista, o agrégalo a ella.',
    'Axis "{found}" is not in the list of axes.',
    'Use the identifier or title of an axis of the list, or add it there.',
  ],
  'unknown-theme': [
    'El tema «{found}» no está en la lista de temas.',
    'Usa la clave o el título de un tema de la lista, o agrégalo a ella.',
    'Theme "{found}" is not in the list of themes.',
    'Use the identifier or title of a theme of the list, or add it there.',
  ],
  'unknown-status': [
    'El estatus «{found}» no es de los conocidos: se muestra así, y no cuenta para el avance.',
    'Usa: no iniciado, en proceso, atrasado, cumplido, incumplido o retirado. Si no se sabe, quítalo.',
    'Status "{found}" is none of the known ones: it is shown so, and does not count for progress.',
    'Use: not-started, in-progress, delayed, complete, not-fulfilled or withdrawn. If it is not known, delete it.',
  ],
  'unknown-completion': [
    'El cumplimiento «{found}» no es de los conocidos: se muestra así.',
    'Usa: no iniciado, limitado, sustancial o completo.',
    'Completion "{found}" is none of the known ones: it is shown so.',
    'Use: not-started, limited, substantial or complete.',
  ],
  'unknown-ambition': [
    'La ambición «{found}» no es de las conocidas: se muestra así.',
    'Usa: ninguna, menor, moderada o transformadora.',
    'Ambition "{found}" is none of the known ones: it is shown so.',
    'Use: none, minor, moderate or transformative.',
  ],
  'unknown-assessor': [
    'Quien evalúa, «{found}», no es de los conocidos: se muestra así.',
    'Usa: gobierno, sociedad o irm.',
    'Who assesses, "{found}", is none of the known ones: it is shown so.',
    'Use: government, society or irm.',
  ],
  'unknown-role': [
    'El papel «{found}» no es de los conocidos: se muestra así.',
    'Usa: gobierno, garante o sociedad civil.',
    'Role "{found}" is none of the known ones: it is shown so.',
    'Use: government, guarantor or civil-society.',
  ],
  'unknown-field': [
    'No hay un campo «{found}»: no se muestra.',
    '{expected}',
    'There is no field "{found}": it is not shown.',
    '{expected}',
  ],
  'missing-field': [
    'Falta el campo «{expected}».',
    'Agrégalo.',
    'The field "{expected}" is missing.',
    'Add it.',
  ],
  'wrong-type': [
    'Esto no es del tipo que va aquí ({found}).',
    'Aquí va: {expected}.',
    'This is not of the kind that goes here ({found}).',
    'Here goes: {expected}.',
  ],
  'bad-pattern': [
    '«{found}» no tiene la forma que va aquí.',
    'Mira el ejemplo de este campo en docs/plan-format.md.',
    '"{found}" has not the form that goes here.',
    'See the example of this field in docs/plan-format.md.',
  ],
};

const TYPES: Readonly<Record<string, string>> = {
  string: 'texto',
  number: 'número',
  boolean: 'true o false',
  array: 'lista',
  object: 'elemento entre llaves',
  null: 'nada (null)',
};

/** The sentences of a finding. A code without one of its own is named as it is, never thrown. */
export function sentenceOf(
  code: string,
  found: string,
  expected: string,
): { readonly es: Sentence; readonly en: Sentence } {
  const [es, esRemedy, en, enRemedy] = SENTENCES[code] ?? [code, '', code, ''];
  const fill = (text: string, kinds: (names: string) => string, meant: string): string =>
    text
      .replaceAll('{expected}', () => (code === 'unknown-field' ? meant : kinds(expected)))
      .replaceAll('{found}', () => (code === 'wrong-type' ? kinds(found) : found));
  const inSpanish = (names: string): string =>
    names
      .split(', ')
      .map((name) => TYPES[name] ?? name)
      .join(', ');
  const same = (names: string): string => names;
  const meantEs = expected
    ? `¿Quisiste decir «${expected}»?`
    : 'Quítalo, o mira los nombres en docs/plan-format.md.';
  const meantEn = expected
    ? `Did you mean "${expected}"?`
    : 'Delete it, or see the names in docs/plan-format.md.';
  return {
    es: { problem: fill(es, inSpanish, meantEs), remedy: fill(esRemedy, inSpanish, meantEs) },
    en: { problem: fill(en, same, meantEn), remedy: fill(enRemedy, same, meantEn) },
  };
}
