/**
 * Builds gasto-federal-2013-2023.json and the series in src/budget/series (inpc.ts, pib.ts) from the
 * open files they come from.
 *
 *   VENTANA_REAL_DATA=<folder with budget/mx-*.csv> node packages/model/scripts/build-gasto-federal.mjs
 *
 * Nothing is estimated: spending is copied, rounded to centavos (the source carries binary noise
 * such as 3812653928.4799995); the yearly index is the mean of its twelve months, and a year with
 * fewer is left out.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const source = process.env['VENTANA_REAL_DATA'] ?? '../shared/data';
const read = (name) => readFileSync(`${source}/budget/${name}`, 'utf8').replace(/^\ufeff/, '');
const lines = (text) => text.split(/\r?\n/).filter((line) => line !== '');
const here = (name) => new URL(name, import.meta.url);

/** One CSV line as cells; these files double no quotes and break no lines inside them. */
function cells(line) {
  return [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map((match) => match[1] ?? match[2]);
}

/** Decimal text to `decimals` places, half away from zero, by digits alone. */
function rounded(text, decimals) {
  const [, sign, whole, fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  const kept = BigInt(whole + fraction.slice(0, decimals).padEnd(decimals, '0'));
  const up = Number(fraction[decimals] ?? 0) >= 5 ? 1n : 0n;
  const digits = String(kept + up).padStart(decimals + 1, '0');
  const tail = digits.slice(-decimals).replace(/0+$/, '');
  return `${sign}${digits.slice(0, -decimals)}${tail === '' ? '' : `.${tail}`}`;
}

function spending() {
  const [head, ...rows] = lines(read('mx-cuenta-publica-totales-2013-2023.csv')).map(cells);
  const at = Object.fromEntries(head.map((name, index) => [name, index]));
  const facts = new Map();
  const MEASURES = ['Aprobado', 'Modificado', 'Devengado', 'Ejercicio'];
  for (const row of rows) {
    const [year, ente, ramo] = [row[at.CICLO], row[at.ENTE], row[at.RAMO].trim()];
    const key = JSON.stringify([year, ente, ramo]);
    const group = facts.get(key) ?? [];
    facts.set(key, group);
    // A name may stand for two bodies of one year: each gets a row of its own.
    const measure = MEASURES.indexOf(row[at.PRESUPUESTO]);
    let fact = group.find((candidate) => candidate[3 + measure] === undefined);
    if (!fact) group.push((fact = [Number(year), ente, ramo]));
    fact[3 + measure] = rounded(row[at.TOTAL], 2);
  }
  return [...facts.values()].flat();
}

/** One row a line, so that a changed figure is a changed line. */
function writeRows(name, about, rows) {
  const body = rows.map((row) => `    ${JSON.stringify(row)}`).join(',\n');
  const head = JSON.stringify(about, undefined, 2).replace(/\n}$/, '');
  writeFileSync(here(`../datos/${name}`), `${head},\n  "rows": [\n${body}\n  ]\n}\n`);
}

writeRows(
  'gasto-federal-2013-2023.json',
  {
    title: {
      es: 'Gasto público federal de México por ramo, 2013–2023',
      en: 'Federal public spending of Mexico by branch (ramo), 2013–2023',
    },
    publisher: 'Secretaría de Hacienda y Crédito Público',
    source: 'Cuenta de la Hacienda Pública Federal, 2013 a 2023: totales por ramo',
    landingPage: 'https://www.cuentapublica.hacienda.gob.mx/',
    currency: 'MXN',
    note: {
      es: 'Poderes, órganos autónomos, ramos administrativos y ramos generales. No incluye IMSS, ISSSTE, Pemex ni CFE. Cifras redondeadas a centavos.',
      en: 'Branches of government, autonomous bodies, administrative and general ramos. Without IMSS, ISSSTE, Pemex and CFE. Rounded to centavos.',
    },
    columns: ['year', 'ente', 'ramo', 'aprobado', 'modificado', 'devengado', 'ejercido'],
  },
  spending(),
);

/** The year of the new peso, and of the first GDP. */
const FIRST_YEAR = '1993';

const months = new Map();
for (const line of lines(read('mx-inpc.csv')).slice(1)) {
  const [date, index] = line.split(',');
  const year = date.slice(0, 4);
  months.set(year, [...(months.get(year) ?? []), index]);
}

/** Decimals of a mean: with six, trillions of real pesos were millions off. */
const DECIMALS = 15;

/** Mean of decimal texts, half up, by digits alone. */
function mean(values) {
  const sum = values
    .map((text) => {
      const [whole, fraction = ''] = text.split('.');
      return BigInt(whole + fraction.padEnd(DECIMALS, '0'));
    })
    .reduce((total, value) => total + value, 0n);
  const count = BigInt(values.length);
  const digits = String((sum * 2n + count) / (2n * count)).padStart(DECIMALS + 1, '0');
  return `${digits.slice(0, -DECIMALS)}.${digits.slice(-DECIMALS)}`.replace(/\.?0+$/, '');
}

function writeSeries(file, name, doc, about, values) {
  const fields = Object.entries(about).map(
    ([key, value]) => `  ${key}: ${typeof value === 'string' ? `'${value}'` : value},`,
  );
  const years = values.map(([year, value]) => `    ${year}: '${value}',`);
  const text = [
    "import type { YearSeries } from '../adjustment.js';",
    '',
    `/** ${doc} */`,
    `export const ${name}: YearSeries = {`,
    ...fields,
    '  values: {',
    ...years,
    '  },',
    '};',
    '',
  ].join('\n');
  writeFileSync(here(`../src/budget/series/${file}.ts`), text);
}

writeSeries(
  'inpc',
  'INPC',
  'Consumer prices in Mexico, yearly mean of the monthly index. Written by scripts/build-gasto-federal.mjs.',
  {
    id: 'inpc',
    title: 'Índice Nacional de Precios al Consumidor, promedio anual',
    source: 'INEGI, Índice Nacional de Precios al Consumidor',
    unit: 'Segunda quincena de julio de 2018 = 100',
    currency: 'MXN',
  },
  [...months]
    .filter(([year, values]) => year >= FIRST_YEAR && values.length === 12)
    .map(([year, values]) => [year, mean(values)]),
);

writeSeries(
  'pib',
  'PIB',
  'GDP of Mexico at current prices. Written by scripts/build-gasto-federal.mjs.',
  {
    id: 'pib',
    title: 'Producto interno bruto a precios corrientes',
    source: 'INEGI, Sistema de Cuentas Nacionales de México',
    unit: 'Millones de pesos',
    factor: 1000000,
    currency: 'MXN',
  },
  lines(read('mx-pib.csv'))
    .slice(1)
    .map((line) => line.split(',')),
);
