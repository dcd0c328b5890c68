import { foldKey } from './fold.js';

/** What we call each value, and what else it is called: Spanish words first, then other trackers' codes. */
const VALUES = `
not-started noiniciado siniciar sininiciar pendiente sinavance notimplemented
in-progress enproceso proceso enprogreso enmarcha iniciado parcial partiallyimplemented
delayed atrasado retrasado conretraso
complete completo completado completada cumplido cumplida terminado concluido finalizado completed implemented
not-fulfilled incumplido incumplida nocumplido broken
withdrawn retirado cancelado cancelada
limited limitado
substantial sustancial
none ninguno ninguna nula
minor menor baja
moderate moderado moderada media
transformative transformador transformadora
government gobierno
society sociedad sociedadcivil osc
irm mri
guarantor garante
civil-society sociedadcivil osc`;

/** Said by a source of what it does not know: the same as saying nothing. */
const UNKNOWN = new Set(['sindato', 'sindatos', 'nd', 'sd', 'na', 'desconocido', 'unknown']);

const terms = new Map<string, string[]>();
for (const line of VALUES.trim().split('\n')) {
  const [ours = '', ...others] = line.split(' ');
  for (const word of [foldKey(ours), ...others])
    terms.set(word, [...(terms.get(word) ?? []), ours]);
}

/**
 * The one of `known` that `written` stands for, whatever its language, case and accents; the text
 * itself where it is none of them; `undefined` for "sin dato", "n/d", "-" and the like.
 */
export function valueTerm(written: string, known: readonly string[]): string | undefined {
  if (known.includes(written)) return written;
  const key = foldKey(written);
  if (UNKNOWN.has(key) || /^[\s.–—-]*$/.test(written)) return undefined;
  return terms.get(key)?.find((term) => known.includes(term)) ?? written;
}
