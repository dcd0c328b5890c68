import { foldWords } from './fold.js';

/**
 * The same paper under its everyday names. Only names that mean exactly one document: an
 * "identificación oficial" may be several, so it stays itself.
 */
const SAME_DOCUMENT: readonly (readonly [string, RegExp])[] = [
  [
    'credencial para votar',
    /^(?:(?:copia|identificacion oficial)? ?(?:de la )?)(?:ine|ife|ine ife|credencial (?:para votar|de elector|del ine|ine|para votar ine|de elector ine))$/,
  ],
  ['curp', /^(?:curp|clave unica de registro de poblacion(?: curp)?)$/],
  ['rfc', /^(?:rfc|registro federal de contribuyentes(?: rfc)?)$/],
  [
    'constancia de situacion fiscal',
    /^(?:constancia|cedula) de (?:situacion|identificacion) fiscal$/,
  ],
  ['comprobante de domicilio', /^comprobante (?:de|del) domicilio(?: (?:particular|actual))?$/],
];

/** Words that say in what state or of whom, when that is the applicant: they do not make another document. */
const NOT_IDENTIFYING =
  /\b(?:en )?(?:original(?:es)?|vigentes?|legibles?|actualizad[oa]s?|recientes?|certificad[oa]s?|simples?)\b|\b(?:del|de la) (?:interesad[oa]|solicitante|titular|promovente)\b|\b(?:no mayor (?:a|de)|con antiguedad (?:maxima|no mayor) (?:a|de)|maximo) (?:\d+|un|dos|tres|seis) (?:mes|meses)(?: de (?:antiguedad|expedicion))?\b/g;
const COUNTS =
  /^(?:\d{1,2}|una?|dos|tres) (?=copias?\b)|\b(?:y|mas|con|en|e) (?:\d{1,2} |una? |dos |tres )?copias?\b|^copias?(?: simples?)? de(?:l| la| los| las)? |\bcopias?$/g;

/**
 * What tells one document from another across trámites: `INE vigente (original y copia)` and
 * `Credencial para votar` are one. What is in brackets, how many copies, and "vigente" or "del
 * solicitante" do not count; `CURP del menor` and `CURP` are two people's.
 */
export function documentKey(name: string): string {
  const words = foldWords(name.replace(/\([^)]*\)/g, ' '))
    .replace(NOT_IDENTIFYING, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(COUNTS, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const known = SAME_DOCUMENT.find(([, pattern]) => pattern.test(words));
  return known?.[0] ?? (words === '' ? foldWords(name) : words);
}
