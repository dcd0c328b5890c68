import { plainWords, type DimensionGroup } from '@ventana/model';

/** What a header says its column holds. */
export interface ColumnRole {
  readonly kind:
    | 'dimension'
    | 'measure'
    /** The name of the measure (`PRESUPUESTO`: Aprobado, Modificado …). */
    | 'measure-name'
    /** An amount, of a measure that another column names, or of none. */
    | 'amount'
    | 'currency';
  /** Of a dimension or a measure. */
  readonly key: string;
  /** Of a dimension. */
  readonly group: DimensionGroup;
  readonly part: 'code' | 'label' | 'either';
  /** Of a measure. */
  readonly year?: string | undefined;
}

/**
 * Names of columns, by what they hold. Dimensions of the Mexican federal budget as its open files
 * head them (PEF, Cuenta Pública: `ID_RAMO`, `DESC_GPO_FUNCIONAL`, `TG`, `ENTIDAD_FED_DESCRIPCION` …),
 * and the plain words of people and other countries, without accents, articles, or the words that
 * tell a code from a label. The two-letter ones are how the PEF heads its codes.
 */
const NAMES: Readonly<Record<DimensionGroup | 'measure', string>> = {
  time: 'year=ciclo,ano,anio,ejercicio fiscal,ciclo fiscal,fiscal year,ano fiscal,periodo',
  administrative:
    'ente=poder,grupo ramo,ente publico;ramo=dependencia,secretaria,ministerio,ministry,department,department agency,agency;subramo;unidad=ur,unidad responsable,unidad ejecutora,unidad administrativa',
  functional:
    'finalidad=gf,gpo funcional,grupo funcional,grupo fun,gpo fun;funcion=fn,funcionl,function;subfuncion=sf,subfuncionl',
  programme:
    'reasignacion=ra;actividad=actividad institucional,actividad inst,ai;modalidad=mod;programa=pp,programa presupuestario,programa pres,progr pres,prog pres,program,programme;cartera',
  economic:
    'capitulo;concepto=concepto gasto;partida_generica;partida=partida especifica,objeto gasto;tipo_gasto=tipogasto,tg',
  geographic: 'entidad=entidad federativa,entidad fed,ef,estado,state;municipio',
  other: 'fuente=fuente financiamiento,fuente finan,ff',
  measure:
    'proyecto=ppef,proposed;aprobado=original,pef,autorizado,approved,asignado;modificado=vigente,modified,adjusted,revised;comprometido=committed;devengado=accrued;ejercido=ejercicio,gastado,executed,actual,spent;pagado=paid',
};

const known = new Map<string, { key: string; group: DimensionGroup | 'measure' }>();
for (const group of Object.keys(NAMES) as (keyof typeof NAMES)[]) {
  for (const entry of NAMES[group].split(';')) {
    const [key = '', names = ''] = entry.split('=');
    for (const name of [key.replace('_', ' '), ...names.split(',')])
      if (name) known.set(name, { key, group });
  }
}

const CODE = /^(?:id|clave|cve|codigo|code|cod)$/;
const LABEL = /^(?:desc|descr|descripcion|nombre|name|label|denominacion)$/;
const ARTICLE = /^(?:del?|las?|el|los|of|the|y|en)$/;
const AMOUNT = /^(?:monto|importe|amount|total|valor|value|cantidad|presupuesto|gasto|budget|sum)$/;
/** Of units and what stands around them; see heading-units.ts for what they mean. */
const UNIT =
  /^(?:pesos|corrientes|miles|mm?d[pd]|mxn?|mn|usd?|cifras|in|eur(?:os?)?|(?:[mb]ill|thous|doll?ar|expres)\w+)$/;

const wordsOf = (text: string): string[] =>
  plainWords(text)
    .split(' ')
    .filter((word) => !ARTICLE.test(word));

/** A header that says what its amounts are in, beside what they are. */
export const saysUnit = (header: string): boolean =>
  wordsOf(header).some((word) => UNIT.test(word));

/** What the source worked out from other columns: no amount. */
export const DERIVED = /%|porcentaje|percent/i;

/** The measure that a cell or header names (`Aprobado`, `MONTO_EJERCICIO`), else `undefined`. */
export function measureNamed(text: string): string | undefined {
  if (DERIVED.test(text)) return undefined;
  const words = wordsOf(text).filter((word) => !AMOUNT.test(word) && !UNIT.test(word));
  const found = words.length === 1 ? known.get(words[0] ?? '') : undefined;
  return found?.group === 'measure' ? found.key : undefined;
}

/** The header without the words that tell a code from a label: what two columns of one dimension share. */
export function baseName(header: string): { base: string; part: 'code' | 'label' | 'either' } {
  const words = wordsOf(header);
  const base = words.filter((word) => !CODE.test(word) && !LABEL.test(word));
  return {
    base: (base.length > 0 ? base : words).join(' '),
    part: words.some((word) => LABEL.test(word))
      ? 'label'
      : words.some((word) => CODE.test(word))
        ? 'code'
        : 'either',
  };
}

const WRITTEN: Readonly<Record<string, string>> = {
  subfuncion: 'subfunción',
  partida_generica: 'partida genérica',
};

/** What a known dimension is called: its header, where that is written for readers (`DESC_RAMO` is not). */
export const dimensionName = (header: string, { key, part }: ColumnRole): string =>
  part === 'either' ? header.trim() : (WRITTEN[key] ?? key);

/** A dimension under the header's own name. */
export function ownDimension(header: string): ColumnRole {
  const { base, part } = baseName(header);
  return {
    kind: 'dimension',
    key: base.replaceAll(' ', '_') || header.trim(),
    group: 'other',
    part,
  };
}

/** `undefined` for a header that is none we know. */
export function columnRole(header: string): ColumnRole | undefined {
  if (DERIVED.test(header)) return undefined;
  const { base } = baseName(header);
  const own = ownDimension(header);
  const found = known.get(base);
  if (found && found.group !== 'measure') {
    return { ...own, key: found.key, group: found.group };
  }
  if (/^(?:moneda|divisa|currency)$/.test(base)) return { ...own, kind: 'currency' };
  const plain = plainWords(header);
  const year = yearIn(plain);
  const key = measureNamed(plain.replace(year ?? '', ''));
  if (key) return { ...own, kind: 'measure', key, year };
  const words = wordsOf(plain).filter((word) => !UNIT.test(word));
  if (words.length > 0 && words.every((word) => AMOUNT.test(word))) {
    return { ...own, kind: 'amount' };
  }
  return /^(?:momento|momento contable|measure|medida|fase|phase|etapa)$/.test(base)
    ? { ...own, kind: 'measure-name' }
    : undefined;
}

/** A year somewhere in a heading: `PEF_2016`, `Aprobado 2024`. */
export function yearIn(header: string): string | undefined {
  return /(?:^|\D)((?:19|20)\d\d)(?:\D|$)/.exec(header)?.[1];
}

/** A year, or a fiscal year such as `2014-15`, as a whole heading. */
export function yearHeading(header: string): string | undefined {
  return /^\s*((?:19|20)\d\d(?:\s*[-/–]\s*\d{2,4})?)\s*$/.exec(header)?.[1];
}
