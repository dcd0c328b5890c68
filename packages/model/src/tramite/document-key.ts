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
/** "Original y 2 copias de la": how many, before what. */
const COUNTS_AT_HEAD =
  /^(?:(?:\d{1,2}|una?|dos|tres) )?original(?:es)?(?: (?:y|mas|con|e) (?:(?:\d{1,2}|una?|dos|tres) )?copias?)?(?: simples?)? de(?:l| la| los| las)? /;
const COUNTS =
  /^(?:\d{1,2}|una?|dos|tres) (?=copias?\b)|\b(?:y|mas|con|en|e) (?:\d{1,2} |una? |dos |tres )?copias?\b|^copias?(?: simples?)? de(?:l| la| los| las)? |\bcopias?$/g;

/** In brackets, what says how many or how recent. */
const REMARK = /\d+ (?:copias?|originales|juegos?|tantos?|mes(?:es)?|dias?|anos?)/g;
/** In brackets, whose it is. */
const WHOSE =
  /\d|\b(?:contrayentes?|padres?|madres?|papa|mama|hij[oa]s?|menor(?:es)?|espos[oa]s?|conyuges?|novi[oa]s?|testigos?|titular|solicitante|interesad[oa]|propietari[oa]|duen[oa]|vendedora?|compradora?|arrendadora?|arrendatari[oa]|representante|apoderad[oa]|tutora?|finad[oa]|fallecid[oa]|difunt[oa]|abuel[oa]s?|beneficiari[oa]|trabajadora?|patron|alumn[oa]|aval|fiadora?|deudora?|acreedora?|adoptantes?|registrad[oa])\b/;

/**
 * What tells one document from another across trámites: `INE vigente (original y copia)` and
 * `Credencial para votar` are one. A remark in brackets, how many copies, and "vigente" or "del
 * solicitante" do not count; `CURP del menor`, `CURP (padre)` and `CURP` are three people's.
 */
export function documentKey(name: string): string {
  const words = foldWords(
    name.replace(/\([^)]*\)/g, (remark) =>
      WHOSE.test(foldWords(remark).replace(REMARK, ' ')) ? remark : ' ',
    ),
  )
    .replace(COUNTS_AT_HEAD, '')
    .replace(NOT_IDENTIFYING, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(COUNTS, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const known = SAME_DOCUMENT.find(([, pattern]) => pattern.test(words));
  return known?.[0] ?? (words || foldWords(name) || name.trim());
}
