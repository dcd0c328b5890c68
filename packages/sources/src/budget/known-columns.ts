import { plainName, type DimensionGroup } from '@ventana/model';

/** What a header says its column holds. */
export type ColumnRole =
  | {
      readonly kind: 'dimension';
      readonly key: string;
      readonly group: DimensionGroup;
      readonly part: 'code' | 'label' | 'either';
    }
  | {
      readonly kind: 'measure';
      readonly key: string;
      readonly year?: string;
      readonly factor: number;
    }
  /** Holds the name of the measure (`PRESUPUESTO`: Aprobado, Modificado …). */
  | { readonly kind: 'measure-name' }
  /** Holds an amount, of a measure that another column names, or of none. */
  | { readonly kind: 'amount'; readonly factor: number }
  | { readonly kind: 'currency' };

/**
 * Dimensions of the Mexican federal budget by the column names of its open files (PEF, Cuenta
 * Pública: `ID_RAMO`, `DESC_GPO_FUNCIONAL`, `TG`, `ENTIDAD_FED_DESCRIPCION` …) and the plain words
 * people and other countries use. `key|group|names`; names without accents, articles, or the
 * words that tell a code from a label. The two-letter ones are how the PEF heads its codes.
 */
const DIMENSIONS = `
year|time|ciclo,ano,anio,year,ejercicio fiscal,ciclo fiscal,fiscal year,ano fiscal,periodo,date fiscal year
ente|administrative|ente,poder,grupo ramo,ente publico
ramo|administrative|ramo,dependencia,secretaria,ministerio,ministry,department,department agency,agency,administrative
subramo|administrative|subramo
unidad|administrative|unidad,ur,unidad responsable,unidad ejecutora,unidad administrativa
finalidad|functional|finalidad,gf,gpo funcional,grupo funcional,grupo fun,gpo fun,functional
funcion|functional|funcion,fn,funcionl,function
subfuncion|functional|subfuncion,sf,subfuncionl
reasignacion|programme|reasignacion,ra
actividad|programme|actividad institucional,actividad inst,ai
modalidad|programme|modalidad,mod
programa|programme|programa,pp,programa presupuestario,programa pres,progr pres,prog pres,program,programme
capitulo|economic|capitulo,economic
concepto|economic|concepto,concepto gasto
partida_generica|economic|partida generica
partida|economic|partida,partida especifica,objeto gasto
tipo_gasto|economic|tipo gasto,tipogasto,tg
fuente|other|fuente financiamiento,fuente finan,ff
entidad|geographic|entidad federativa,entidad fed,entidad,ef,estado,state,geographic
municipio|geographic|municipio
cartera|programme|cartera`;

const MEASURES = `
proyecto|proyecto,ppef,proposed
aprobado|aprobado,original,pef,autorizado,approved,asignado
modificado|modificado,vigente,modified,adjusted,revised
comprometido|comprometido,committed
devengado|devengado,accrued
ejercido|ejercido,ejercicio,gastado,executed,actual,spent
pagado|pagado,paid`;

const CODE_WORDS = new Set(['id', 'clave', 'cve', 'codigo', 'code', 'cod']);
const LABEL_WORDS = new Set([
  'desc',
  'descr',
  'descripcion',
  'nombre',
  'name',
  'label',
  'denominacion',
]);
const ARTICLES = new Set(['de', 'del', 'la', 'el', 'los', 'las', 'of', 'the', 'y']);
const AMOUNT_WORDS = new Set([
  'monto',
  'importe',
  'amount',
  'total',
  'valor',
  'value',
  'cantidad',
  'presupuesto',
  'gasto',
  'budget',
  'sum',
]);
const UNIT_WORDS = new Set(['pesos', 'miles', 'millones', 'mdp', 'mxn', 'corrientes', 'en']);
const MEASURE_NAMES = new Set([
  'presupuesto',
  'momento',
  'momento contable',
  'measure',
  'medida',
  'fase',
  'phase',
  'etapa',
  'tipo presupuesto',
]);

const dimensionNames = new Map<string, { key: string; group: DimensionGroup }>();
for (const line of DIMENSIONS.trim().split('\n')) {
  const [key = '', group = '', names = ''] = line.split('|');
  for (const name of [key.replace('_', ' '), ...names.split(',')]) {
    dimensionNames.set(name, { key, group: group as DimensionGroup });
  }
}
const measureNames = new Map<string, string>();
for (const line of MEASURES.trim().split('\n')) {
  const [key = '', names = ''] = line.split('|');
  for (const name of names.split(',')) measureNames.set(name, key);
}

/** The measure that a cell or header names (`Aprobado`, `MONTO_EJERCICIO`), else `undefined`. */
export function measureNamed(text: string): string | undefined {
  const words = plainName(text)
    .split(' ')
    .filter((word) => !AMOUNT_WORDS.has(word) && !UNIT_WORDS.has(word) && !ARTICLES.has(word));
  return words.length === 1 ? measureNames.get(words[0] ?? '') : undefined;
}

/** The header without the words that tell a code from a label: what two columns of one dimension share. */
export function baseName(header: string): { base: string; part: 'code' | 'label' | 'either' } {
  const words = plainName(header).split(' ');
  const isCode = words.some((word) => CODE_WORDS.has(word));
  const isLabel = words.some((word) => LABEL_WORDS.has(word));
  const base = words.filter(
    (word) => !CODE_WORDS.has(word) && !LABEL_WORDS.has(word) && !ARTICLES.has(word),
  );
  return {
    base: base.join(' ') || words.join(' '),
    part: isLabel ? 'label' : isCode ? 'code' : 'either',
  };
}

/** `undefined` for a header that is none we know. */
export function columnRole(header: string): ColumnRole | undefined {
  const { base, part } = baseName(header);
  const dimension = dimensionNames.get(base);
  if (dimension) return { kind: 'dimension', ...dimension, part };
  if (/^(moneda|divisa|currency)$/.test(base)) return { kind: 'currency' };
  const plain = plainName(header);
  const factor = /\bmiles\b/.test(plain) ? 1e3 : /\b(millones|mdp)\b/.test(plain) ? 1e6 : 1;
  const year = /(?:^| )((?:19|20)\d\d)(?= |$)/.exec(plain);
  const key = measureNamed(year ? plain.replace(year[0], '') : plain);
  if (key !== undefined) {
    return { kind: 'measure', key, factor, ...(year?.[1] ? { year: year[1] } : {}) };
  }
  const words = plain.split(' ').filter((word) => !UNIT_WORDS.has(word) && !ARTICLES.has(word));
  if (words.length > 0 && words.every((word) => AMOUNT_WORDS.has(word))) {
    return { kind: 'amount', factor };
  }
  return MEASURE_NAMES.has(base) ? { kind: 'measure-name' } : undefined;
}

/** May a column of this header name the measure of each row? (Its cells decide.) */
export function mayNameMeasures(header: string): boolean {
  return MEASURE_NAMES.has(baseName(header).base);
}

/** A year, or a fiscal year such as `2014-15`, as a column heading. */
export function yearHeading(header: string): string | undefined {
  return /^\s*((?:19|20)\d\d(?:\s*[-/–]\s*\d{2,4})?)\s*$/.exec(header)?.[1];
}
