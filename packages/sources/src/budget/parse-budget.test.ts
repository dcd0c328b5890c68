import { breakdown, ranked, type Budget, type Reading } from '@ventana/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SourceError } from '../transport/source-error.js';
import type { Answer } from '../transport/transport.js';
import { parseColumnMapping, planKnown } from './column-plan.js';
import { parseBudget, readBudgetAnswer, type BudgetOptions } from './parse-budget.js';
import { planColumns } from './plan-columns.js';
import { detectBudget } from './rare-formats.js';

const HOST = 'https://datos.example.org';

function answer(body: string | Uint8Array, address = `${HOST}/gasto.csv`): Answer {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  return { address, bytes, contentType: '', retrievedAt: 0 };
}

const total = ({ model }: Reading<Budget>, measure: string): string | undefined =>
  breakdown(model, { measures: [measure] }).totals[0]?.value;

const sums = ({ model }: Reading<Budget>, by: string): Record<string, string | undefined> =>
  Object.fromEntries(
    ranked(breakdown(model, { by }).items).map((item) => [item.key, item.figures[0]?.value]),
  );

describe('tidy CSV', () => {
  it('recognises columns, passes over a title and blank rows and columns, and reads accountants’ zeros and negatives', () => {
    const csv = [
      'Presupuesto de egresos,,,,',
      'Ciclo,ID_RAMO,DESC_RAMO,MONTO_APROBADO,,',
      '2024,11,Educación," 1,200.50 ",,',
      '2024,12,Salud," -   ",,',
      '2024,50,IMSS,"-8,660,451,340 ",,',
      ',,,,,',
    ].join('\r\n');
    const reading = parseBudget(csv);
    expect([reading.received, reading.omitted]).toEqual([3, 0]);
    expect(sums(reading, 'ramo')).toEqual({ Educación: '1200.5', Salud: '0', IMSS: '-8660451340' });
    expect(reading.model.dimensions.map(({ key }) => key)).toEqual(['year', 'ramo']);
    expect(reading.model.currencies).toEqual(['MXN']);
  });

  it('keeps an amount that cannot be read as it is written, and counts its row', () => {
    const reading = parseBudget('ramo,aprobado\nSalud,100\nMarina,por definir\nTurismo,\n');
    expect([reading.received, reading.omitted]).toEqual([3, 1]);
    expect(reading.problems).toEqual([
      { code: 'bad-amount', where: 'row 3, column aprobado', found: 'por definir' },
    ]);
    const { items, totals } = breakdown(reading.model, { by: 'ramo' });
    expect(items.map(({ figures }) => figures[0])).toEqual([
      { value: '100', missing: 0, unreadable: 0 },
      { missing: 0, unreadable: 1, verbatim: 'por definir' },
      { missing: 1, unreadable: 0 },
    ]);
    expect(totals[0]).toEqual({ value: '100', missing: 1, unreadable: 1, verbatim: 'por definir' });
  });

  it('reads several measures of one row, and the year that a heading says', () => {
    const reading = parseBudget('dependencia;PEF_2023;Aprobado 2024\nSalud;10;20\nMarina;1;2');
    expect(
      breakdown(reading.model, { by: 'year' }).items.map((item) => [
        item.key,
        item.figures[0]?.value,
      ]),
    ).toEqual([
      ['2023', '11'],
      ['2024', '22'],
    ]);
  });

  it('takes EJERCICIO for the year or for what was spent, by its cells', () => {
    const year = parseBudget('Ejercicio,ramo,monto\n2023,Salud,5\n2024,Salud,6');
    expect(sums(year, 'year')).toEqual({ 2024: '6', 2023: '5' });
    const spent = parseBudget('ramo,aprobado,ejercicio\nSalud,5,4.5');
    expect(total(spent, 'ejercido')).toBe('4.5');
  });

  it('never adds currencies', () => {
    const { model } = parseBudget('ramo,moneda,monto\nA,MXN,1\nB,USD,2\nC,MXN,4');
    expect(model.currencies).toEqual(['MXN', 'USD']);
    expect(breakdown(model)).toMatchObject({
      currency: 'MXN',
      otherCurrencies: ['USD'],
      totals: [{ value: '5' }],
    });
    expect(breakdown(model, { currency: 'USD' }).totals[0]?.value).toBe('2');
  });

  it('reads a column of ambiguous marks by the cells that show which mark it is', () => {
    expect(total(parseBudget('ramo,monto\nA,1.234\nB,2.5'), 'amount')).toBe('3.734');
    expect(total(parseBudget('ramo;monto\nA;1.234\nB;2.345,5'), 'amount')).toBe('3579.5');
    const unknown = parseBudget('ramo;monto\nA;1.234\nB;2.345');
    expect([unknown.received, unknown.omitted]).toEqual([2, 2]);
  });

  it('counts a row of the wrong length, such as the cut last one', () => {
    const reading = parseBudget('ramo,programa,aprobado\nA,x,1\nB,y');
    expect([reading.received, reading.omitted, reading.problems[0]?.code]).toEqual([
      2,
      1,
      'bad-row',
    ]);
  });

  it('multiplies amounts that a heading says are thousands or millions', () => {
    expect(total(parseBudget('ramo,Monto (miles de pesos)\nA,"1,234.5"'), 'amount')).toBe(
      '1234500',
    );
    expect(total(parseBudget('ramo,Aprobado (millones de pesos)\nA,0.1'), 'aprobado')).toBe(
      '100000',
    );
  });
});

describe('columns that mislead', () => {
  const measures = (
    csv: string,
    options: BudgetOptions = {},
  ): Record<string, string | undefined> => {
    const reading = parseBudget(csv, options);
    return Object.fromEntries(reading.model.measures.map(({ key }) => [key, total(reading, key)]));
  };
  const values = (csv: string, options: BudgetOptions = {}): Record<string, string[]> =>
    Object.fromEntries(
      parseBudget(csv, options).model.dimensions.map(({ key, values: all }) => [
        key,
        all.map(({ code, label }) => (code === undefined ? label : `${code} ${label}`)),
      ]),
    );

  it('never takes a percentage for an amount', () => {
    expect(measures('Ramo,Aprobado,Ejercido,% Ejercido\nA,100,98,98.0\nB,200,210,105.0')).toEqual({
      aprobado: '300',
      ejercido: '308',
    });
    expect(measures('Ramo,Aprobado,Ejercido %\nA,100,98.0%\nB,200,9%')).toEqual({
      aprobado: '300',
    });
  });

  it('keeps apart two columns of one measure; a mapped one is the one', () => {
    expect(measures('Ramo,Aprobado,Aprobado\nA,100,1\nB,200,2')).toEqual({
      aprobado: '300',
      aprobado_2: '3',
    });
    expect(measures('Ramo,Original,Aprobado\nA,100,1\nB,200,2')).toEqual({
      aprobado: '3',
      original: '300',
    });
    const columns = { aprobado: 'Monto corregido' };
    expect(measures('Ramo,Monto corregido,Aprobado\nA,100,1\nB,200,2', { columns })).toEqual({
      aprobado: '300',
    });
  });

  it('leaves what two marks make doubtful as it is written', () => {
    const commas = parseBudget('Ramo,Aprobado\nA,"1,234,567"\nB,"950,000"\nC,"1234,5"');
    expect([total(commas, 'aprobado'), commas.problems.map(({ found }) => found)]).toEqual([
      '2184567',
      ['1234,5'],
    ]);
    const dots = parseBudget('Ramo,Aprobado\nA,1.234.567\nB,950.000\nC,12.5');
    expect(dots.problems.map(({ found }) => found)).toEqual(['950.000']);
  });

  it('takes the commas of a column for what most of its cells show', () => {
    const thousands = Array.from({ length: 30 }, (_, at) => `R${at};10,500`).join('\n');
    const one = parseBudget(`Ramo;Ejercido\n${thousands}\nZ;7,5`);
    expect([total(one, 'ejercido'), one.problems.map(({ found }) => found)]).toEqual([
      '315000',
      ['7,5'],
    ]);
    expect(measures('Ramo;Ejercido\nA;1500,5\nB;7,25\nC;10,500')).toEqual({ ejercido: '1518.25' });
  });

  it('leaves out the total of a table that has a column of years, and its name with it', () => {
    const reading = parseBudget('Año,Ramo,Aprobado\n2023,A,1\n2024,A,2\nTotal,,3');
    expect([total(reading, 'aprobado'), reading.model.omissions]).toEqual([
      '3',
      [{ reason: 'subtotal', rows: 1 }],
    ]);
    expect(Object.keys(sums(reading, 'year'))).toEqual(['2023', '2024']);
  });

  it('reads months beside years as a dimension of their own', () => {
    expect(values('Año,Periodo,Ramo,Aprobado\n2024,Enero,A,1\n2024,Marzo,A,5')).toEqual({
      year: ['2024'],
      periodo: ['Enero', 'Marzo'],
      ramo: ['A'],
    });
  });

  it('has one currency in a fact: an amount in another is left as it is written', () => {
    const reading = parseBudget('Ramo,Aprobado,Ejercido\nA,USD 100,MXN 2500');
    expect(reading.problems.map(({ found }) => found)).toEqual(['MXN 2500']);
    expect(measures('Ramo,Moneda,Aprobado\nA,MXN,USD 100\nB,MXN,6')).toEqual({ aprobado: '6' });
  });

  it.each(['Total de egresos', 'Total presupuesto', 'TOTAL DEL GASTO', 'Suma total', 'Totals'])(
    'knows %s for a total',
    (name) => {
      expect(measures(`Ramo,Aprobado\nA,10\nB,20\n${name},30`)).toEqual({ aprobado: '30' });
    },
  );

  it.each([
    ['"$1,234.00 M.N."', '1239'],
    ['"MXN 1,234"', '1239'],
    ['"€ 1.234,00"', '1239'],
    ['1234 pesos', '1239'],
    ['1.234E+03', '1239'],
    ['−1234', '-1229'],
  ])('reads a column of amounts such as %s', (cell, sum) => {
    const other = cell.replace(/[\d.,'E+−]+/, '5');
    expect(measures(`Ramo,Aprobado\nA,${cell}\nB,${other}`)).toEqual({ aprobado: sum });
  });

  it('does not take amounts for years', () => {
    expect(measures('Ramo,Aprobado,Ejercido\nA,2000,199\nB,1950,1951')).toEqual({
      aprobado: '3950',
      ejercido: '2150',
    });
    expect(measures('Ramo,Año,Ejercicio\nA,2023,2000\nB,2023,1950')).toEqual({ ejercido: '3950' });
  });

  it('does not take a row of data for the header', () => {
    expect(measures('Cosa,Monto,\nA,100,x\nB,200,y')).toEqual({ amount: '300' });
    expect(measures(',cosa,monto\n0,A,100\n1,B,200')).toEqual({ amount: '300' });
  });

  it('tells a code of letters from its label', () => {
    expect(
      values('MOD,MODALIDAD_DESCRIPCION,Aprobado\nS,Sujetos a reglas,5\nE,Servicios,6'),
    ).toEqual({
      modalidad: ['S Sujetos a reglas', 'E Servicios'],
    });
  });

  it('keeps every column of words: the second of a name is a dimension of its own', () => {
    expect(values('Ministry,Department,Agency,Approved\nA,B,C,1\nA,D,E,2')).toEqual({
      ramo: ['A'],
      department: ['B', 'D'],
      agency: ['C', 'E'],
    });
    const columns = { ramo: 'Nombre corto' };
    expect(values('Ramo,Nombre corto,Aprobado\nSalud pública,Salud,1', { columns })).toEqual({
      ramo: ['Salud'],
      ramo_2: ['Salud pública'],
    });
    expect(values('🏛️,🗺️,Aprobado\nSalud,Norte,10\nObras,Sur,5')).toEqual({
      '🏛️': ['Salud', 'Obras'],
      '🗺️': ['Norte', 'Sur'],
    });
  });

  it('calls a dimension by its name where the header is written for machines', () => {
    const names = (csv: string): unknown[] =>
      parseBudget(csv).model.dimensions.map(({ label }) => label);
    const header = 'ID_RAMO,DESC_RAMO,SUBFUNCIONL_DESCRIPCION,Dependencia ejecutora,Aprobado';
    const row = '11,Educación,Básica,SEP,1';
    expect(names(`${header}\n${row}`)).toEqual(['ramo', 'subfunción', 'Dependencia ejecutora']);
    expect(names('ID_RAMO,DESC_RAMO,Aprobado\n11,Educación,1')).toEqual(['ramo']);
    expect(names('Dependencia,Aprobado\nSEP,1')).toEqual(['Dependencia']);
  });

  it('reads a key that only a late row has', () => {
    const rows = Array.from({ length: 200 }, (_, at) => ({ ramo: `R${at}`, aprobado: 1 }));
    const reading = parseBudget([...rows, { ramo: 'X', aprobado: 2, ejercido: 5 }]);
    expect(total(reading, 'ejercido')).toBe('5');
  });

  it('keeps the parts of a year apart, though they be numbers', () => {
    expect(values('Año,Trimestre,Ramo,Aprobado\n2023,1,A,10\n2023,2,A,10')).toEqual({
      year: ['2023'],
      trimestre: ['1', '2'],
      ramo: ['A'],
    });
  });

  it('says nothing of the parts of a TOTAL, which are in it', () => {
    const { model, problems } = parseBudget('Ramo,Sueldos,Obra,TOTAL\nA,5,100,105\n');
    expect([model.measures.map(({ label }) => label), problems]).toEqual([['TOTAL'], []]);
  });

  it('lists the columns of figures that it leaves aside', () => {
    const { problems } = parseBudget('Ramo,Ampliaciones,Aprobado,Avance %,\nA,5,100,9,8\n');
    expect(problems).toEqual([
      { code: 'column-left-out', where: 'columns', found: 'Ampliaciones' },
      { code: 'column-left-out', where: 'columns', found: '#5' },
    ]);
  });

  it('names the rows by a column without a header, where no other does', () => {
    const csv = ',Aprobado\nSalud,1\nMarina,2\nTotal,3';
    expect([measures(csv), values(csv)]).toEqual([
      { aprobado: '3' },
      { columna_1: ['Salud', 'Marina'] },
    ]);
  });

  it('plans a table of known headers by itself as it does when it looks closer', () => {
    const header = ['CICLO', 'ID_RAMO', 'DESC_RAMO', 'MOD', 'MODALIDAD_DESCRIPCION', 'PEF_2016'];
    const rows = [
      ['2016', '1', 'Salud', 'S', 'Subsidios', ' 99,305,000 '],
      ['2016', '2', 'Marina', 'E', 'Servicios', ' -   '],
    ];
    const known = planKnown(header, rows);
    const close = planColumns(header, rows, {}, []);
    expect(known?.dimensions).toEqual(close.dimensions);
    expect(known?.measures).toMatchObject([{ key: 'aprobado', at: 5, year: '2016' }]);
    expect(close.measures).toMatchObject(known!.measures);
    expect(planKnown(['_id', 'Ramo', 'Aprobado', ''], [[1, 'A', '1']])?.measures).toHaveLength(1);
    expect(planKnown(['Ramo', 'Monto'], [['A', '1']])).toBeUndefined();
    expect(planKnown(['Ramo', 'Aprobado'], [['A', '1.234']])).toBeUndefined();
  });
});

describe('units', () => {
  const read = (csv: string, columns?: Record<string, string>): unknown => {
    const { model } = parseBudget(csv, columns ? { columns } : {});
    return model.currencies.flatMap((currency) =>
      breakdown(model, { currency }).totals.flatMap(({ value }) =>
        value === undefined ? [] : `${currency} ${value}`,
      ),
    );
  };

  it.each([
    ['Aprobado (miles)', 'MXN 1500'],
    ['Aprobado (en miles de $)', 'MXN 1500'],
    ['Aprobado (cifras en millones)', 'MXN 1500000'],
    ['Aprobado MDP', 'MXN 1500000'],
    ['Aprobado (miles de millones de pesos)', 'MXN 1500000000'],
    ['Aprobado (mmdp)', 'MXN 1500000000'],
    ['Aprobado (millares de pesos)', 'MXN 1500'],
    ['Aprobado (billones de pesos)', 'MXN 1500000000000'],
    ['Aprobado (USD)', 'USD 1.5'],
    ['Aprobado, miles de US$', 'USD 1500'],
    ['Aprobado (millones de dólares)', 'USD 1500000'],
    ['Aprobado (miles de €)', 'EUR 1500'],
    ['Aprobado (millones de pesos de 2018)', 'MXN 1500000'],
    ['2024 (mdp)', 'MXN 1500000'],
    ['Aprobado 2024 (miles)', 'MXN 1500'],
  ])('reads a column headed %s', (header, sum) => {
    expect(read(`Ramo;${header}\nSalud;1.5`)).toEqual([sum]);
  });

  it('reads the unit of a header that the page maps', () => {
    const csv = 'Quién,Autorizado (millones de pesos)\nSalud,1.5';
    expect(read(csv, { aprobado: 'Autorizado (millones de pesos)' })).toEqual(['MXN 1500000']);
  });

  it('does not take the year of prices for that of the amounts', () => {
    const { model } = parseBudget('Ramo,Aprobado (pesos de 2018)\nSalud,1');
    expect(model.dimensions.map(({ key }) => key)).toEqual(['ramo']);
  });

  it('never adds columns of two currencies', () => {
    expect(read('Ramo,Aprobado (pesos),Ejercido (USD)\nSalud,100,5')).toEqual(['MXN 100', 'USD 5']);
  });

  it.each([
    'Municipio de Villa Esperanza,,\n(Cifras en miles de pesos),,\n',
    'Presupuesto de 2024 (miles de pesos),,\n',
    '"Egresos, en miles de pesos",,\n',
  ])('multiplies by what a line above the header says: %s', (title) => {
    expect(read(`${title}Ramo,Aprobado,Ejercido (pesos)\nSalud,2,3`)).toEqual([
      'MXN 2000',
      'MXN 3',
    ]);
  });

  it('reads a row of units below the header, and takes no group of rows for one', () => {
    const csv = 'Ramo,Aprobado,Pagado\n,(miles de pesos),(miles de pesos)\nSalud,2,1';
    expect([read(csv), parseBudget(csv).received]).toEqual([['MXN 2000', 'MXN 1000'], 1]);
    expect(read('Deuda,Aprobado %,Aprobado\nDólares,,\nBonos,1,2\nPesos,,\nCetes,1,3')).toEqual([
      'MXN 5',
    ]);
  });

  it('reads the line below the table too, and no title that speaks of thousands of something', () => {
    expect(read('Ramo,Aprobado\nSalud,2\nCifras en miles de pesos,')).toEqual(['MXN 2000']);
    expect(read('Apoyo a miles de familias,\nRamo,Aprobado\nSalud,2')).toEqual(['MXN 2']);
  });

  it('says so where the unit is in doubt, and multiplies by nothing', () => {
    const header = 'Aprobado (cientos de miles de pesos)';
    const mapped = parseBudget(`Ramo,${header}\nSalud,2`, { columns: { aprobado: header } });
    expect([total(mapped, 'aprobado'), mapped.doubtful, mapped.problems]).toEqual([
      '2',
      1,
      [{ code: 'unknown-unit', where: `column ${header}`, found: header }],
    ]);
    const short = parseBudget('Ramo,Aprobado (mills. de pesos)\nSalud,2');
    expect([total(short, 'aprobado'), short.doubtful]).toEqual(['2', 1]);
    const two = parseBudget('(Miles de pesos),\n(Millones de pesos),\nRamo,Aprobado\nSalud,2');
    expect([total(two, 'aprobado'), two.problems[0]?.code]).toEqual(['2', 'unknown-unit']);
  });
});

describe('headers of two rows', () => {
  const years = (csv: string): Record<string, string | undefined> => sums(parseBudget(csv), 'year');

  it('takes the names that the lower row leaves blank from the upper', () => {
    const reading = parseBudget(
      'Municipio,,\nConcepto,Egresos,\n,Aprobado,Pagado\nSueldos,10,9\nObra,5,4\nTotal,15,13',
    );
    expect(sums(reading, 'concepto')).toEqual({ Sueldos: '10', Obra: '5' });
    expect([total(reading, 'aprobado'), total(reading, 'pagado')]).toEqual(['15', '13']);
  });

  it.each(['Ramo,Presupuesto 2023,,2024,', 'Ramo,2023,,2024,'])(
    'knows the years of %s',
    (groups) => {
      const csv = `${groups}\n,Aprobado,Pagado,Aprobado,Pagado\nSalud,1,2,4,8`;
      expect(years(csv)).toEqual({ 2023: '1', 2024: '4' });
    },
  );

  it('gives no year to some columns alone: what stands there is a title', () => {
    const csv = ',,Egresos 2024,\nRamo,Aprobado,Modificado,Pagado\nSalud,1,2,4';
    expect(Object.keys(years(csv))).toEqual([]);
    expect(total(parseBudget(csv), 'pagado')).toBe('4');
  });

  it.each([',1,2,3=(1-2)', '(1),(2),(3),(4)'])(
    'passes over a row that numbers the columns: %s',
    (numbers) => {
      const csv = `Concepto,Aprobado,Devengado,Pagado\n${numbers}\nSueldos,10,9,8\nObra,x,4,3`;
      const reading = parseBudget(csv);
      expect([reading.received, total(reading, 'aprobado'), total(reading, 'pagado')]).toEqual([
        2,
        '10',
        '11',
      ]);
      expect(reading.problems[0]?.where).toBe('row 4, column Aprobado');
    },
  );

  it('takes a first row of small amounts for data', () => {
    expect(total(parseBudget('Concepto,Aprobado,Pagado\n1,2,3\n2,4,6'), 'pagado')).toBe('9');
  });
});

describe('subtotals', () => {
  it('leaves out totals of rows that are there, and keeps a total that stands alone', () => {
    const reading = parseBudget(
      'ente,ramo,aprobado\nA,x,1\nA,y,2\nA,Total,3\nB,Total,10\n,Gran total,13\n',
    );
    expect(total(reading, 'aprobado')).toBe('13');
    expect(reading.model.omissions).toEqual([{ reason: 'subtotal', rows: 2 }]);
    expect([reading.received, reading.omitted]).toEqual([5, 2]);
  });

  it('counts a total without a readable figure once among what is left out', () => {
    const reading = parseBudget('ente,ramo,aprobado\nA,x,1\nA,y,2\nA,Total,#REF!\n');
    expect(reading.model.omissions).toEqual([{ reason: 'bad-amount', rows: 1 }]);
    expect([reading.received, reading.omitted]).toEqual([3, 1]);
  });

  it('says so when a total is not the sum of its parts', () => {
    const { problems, doubtful } = parseBudget('ramo,aprobado\nx,1\ny,2\nTotal,30\n');
    expect(doubtful).toBe(1);
    expect(problems).toEqual([
      { code: 'subtotal-differs', where: 'row 4', found: '30; its parts add up to 3' },
    ]);
  });

  it('takes a row without any name for a total only when it is the sum', () => {
    expect(total(parseBudget('ramo,aprobado\nx,1\ny,2\n,3\n'), 'aprobado')).toBe('3');
    expect(total(parseBudget('ramo,aprobado\nx,1\ny,2\n,7\n'), 'aprobado')).toBe('10');
  });

  const left = (csv: string): [string | undefined, string[]] => {
    const reading = parseBudget(csv);
    return [total(reading, 'ejercido'), reading.problems.map(({ code }) => code)];
  };

  it.each([
    [
      'named for their parts, as spreadsheets write them',
      'Ramo,Programa,Ejercido\nSalud,x,100\nSalud,y,200\nTotal Salud,,300\nObra,z,30\nTotal de la Obra,,30\nGran total,,330',
      '330',
    ],
    [
      'with the lower level blank',
      'Ramo,Programa,Ejercido\nSalud,,300\nSalud,x,100\nSalud,y,200\nObra,,30\nObra,z,30\nTOTAL,,330',
      '330',
    ],
    [
      'with two levels blank, one under the other',
      'Ramo,UR,Programa,Ejercido\nSalud,,,60\nSalud,a,,30\nSalud,a,x,10\nSalud,a,y,20\nSalud,b,,30\nSalud,b,z,30',
      '60',
    ],
    [
      'by their codes, in a column of their own',
      'Clave,Concepto,Ejercido\n1000,Personal,300\n1100,Base,200\n1110,Dietas,150\n1130,Sueldos,50\n1200,Eventual,100\n2000,Materiales,50\n2100,Papel,50',
      '350',
    ],
    [
      'by their codes, before their names',
      'Función,Ejercido\n1. Gobierno,30\n1.1 Legislación,10\n1.2 Justicia,20\n2. Desarrollo,5\n2.1 Salud,5',
      '35',
    ],
    [
      'of a name that nothing else has',
      'Ramo,Ejercido\nSalud,100\nObra,200\nTotal general de las secretarías,300',
      '300',
    ],
    ['of a year', 'Ramo,Ejercido\nSalud,100\nObra,200\nTotal 2024,300', '300'],
    ['lost in rounding', 'Ramo,Programa,Ejercido\nA,x,1000\nA,y,2001\nTotal A,,3000', '3001'],
  ])('leaves out totals %s', (_, csv, sum) => {
    expect(left(csv)[0]).toBe(sum);
  });

  it('keeps what does not add up, and says so where others do', () => {
    const blanks =
      'Ramo,Programa,Ejercido\nSalud,,300\nSalud,x,100\nSalud,y,200\nObra,,70\nObra,z,30';
    expect(left(blanks)).toEqual(['400', ['subtotal-differs']]);
    expect(left('Ramo,Programa,Ejercido\nSalud,x,1\nSalud,y,2\nTotal Salud,,30')).toEqual([
      '33',
      ['subtotal-differs'],
    ]);
    expect(left('Clave,Ejercido\n1000,5\n1100,2\n1200,1')).toEqual(['8', []]);
  });

  it('takes one part of the same amount for chance', () => {
    expect(left('Ramo,Programa,Ejercido\nSalud,,100\nSalud,x,100')[0]).toBe('200');
    expect(left('Clave,Ejercido\n1000,5\n1100,5')[0]).toBe('10');
  });

  it('takes no code for a total of the codes of another body', () => {
    const csv = 'Ramo,Partida,Ejercido\nSalud,1000,30\nObra,1100,10\nObra,1200,20\nSalud,1300,7';
    expect(left(csv)[0]).toBe('67');
  });

  it('does not take a name that begins with the word for a total', () => {
    expect(total(parseBudget('proveedor,monto\nTotal Gas S.A.,1\nOtro,2\n'), 'amount')).toBe('3');
  });
});

describe('columns mapping', () => {
  const csv = 'Quién,Cve,Cuánto,Cuándo\nSalud,12,5,2024\n';

  it.each([
    'ramo: Quién; ramo_id: Cve; ejercido: Cuánto; year: Cuándo',
    '{"ramo":"Quién","ramo_id":"Cve","ejercido":"Cuánto","year":"Cuándo"}',
    'Quién=ramo; Cve=ramo_id; Cuánto=ejercido; Cuándo=year',
  ])('reads %s', (text) => {
    const reading = parseBudget(csv, { columns: parseColumnMapping(text) });
    expect(total(reading, 'ejercido')).toBe('5');
    expect(reading.model.dimensions.map(({ key, values }) => [key, values[0]])).toEqual([
      ['ramo', { key: 'Salud', label: 'Salud', code: '12' }],
      ['year', { key: '2024', label: '2024' }],
    ]);
  });

  it.each(['{bad json', '{}', '{"ramo":1}', 'ramo'])('takes %s for the page’s mistake', (text) => {
    expect(() => parseColumnMapping(text)).toThrow(
      expect.objectContaining({
        reason: 'not-chosen',
        message: `columns="${text}" names no column.`,
      }),
    );
  });

  it('lists a column that is not there', () => {
    const reading = parseBudget('ramo,aprobado\nA,1', { columns: { pagado: 'Pagos' } });
    expect(reading.problems).toEqual([
      { code: 'missing-column', where: 'columns, pagado', found: 'Pagos' },
    ]);
  });

  it('does not take a role for a header, where the header is not there', () => {
    const reading = parseBudget('Unidad,Autorizado,Pagado\nA,100,90', {
      columns: { aprobado: 'Autorizado', pagado: 'Nope' },
    });
    expect(reading.problems).toEqual([
      { code: 'missing-column', where: 'columns, pagado', found: 'Nope' },
    ]);
    expect(reading.model.dimensions.map(({ key }) => key)).toEqual(['unidad']);
  });

  it('says what to do when no column can be an amount', () => {
    expect(() => parseBudget('a,b\nx,y')).toThrow(/columns=/);
  });
});

describe('tidy JSON', () => {
  it('reads rows of objects and of lists, with what is said beside them', () => {
    const about = { title: { es: 'Gasto', en: 'Spending' }, currency: 'usd', basis: 'net' };
    const objects = parseBudget({
      ...about,
      rows: [{ ramo: 'A', aprobado: 1 }, null, { ramo: 'B', aprobado: '2' }],
    });
    expect([objects.received, objects.omitted]).toEqual([3, 1]);
    const lists = parseBudget({
      ...about,
      columns: ['ramo', 'aprobado'],
      rows: [
        ['A', 1],
        ['B', 2],
      ],
    });
    for (const reading of [objects, lists]) {
      expect(total(reading, 'aprobado')).toBe('3');
      expect(reading.model).toMatchObject({
        title: about.title,
        basis: 'net',
        currencies: ['USD'],
      });
    }
  });

  it('keeps the digits of amounts beyond 2^53', async () => {
    const body =
      '{"rows":[{"ramo":"A","aprobado":9007199254740993.15},{"ramo":"B","aprobado":0.10}]}';
    const reading = await readBudgetAnswer(answer(body), {}, async () => undefined);
    expect(total(reading, 'aprobado')).toBe('9007199254740993.25');
  });

  it('is empty, not wrong, without rows', () => {
    expect(parseBudget([])).toMatchObject({ received: 0, omitted: 0, empty: true });
    expect(parseBudget('ramo,aprobado\n')).toMatchObject({ received: 0, empty: true });
  });
});

describe('Fiscal Data Package', () => {
  const descriptor = (extra: object, path = 'data/gasto.csv'): string =>
    JSON.stringify({ title: 'Gasto', resources: [{ path, schema: {} }], ...extra });
  const csv = 'cve;nombre;monto\n1;Salud;5\n2;Marina;7\n';

  it.each([
    [
      'mapping',
      {
        mapping: {
          measures: { m: { source: 'monto', currency: 'BRL', phase: 'approved', factor: 1000 } },
          dimensions: {
            org: {
              dimensionType: 'entity',
              primaryKey: 'id',
              attributes: { id: { source: 'cve' }, label: { source: 'nombre', labelfor: 'id' } },
            },
            when: { dimensionType: 'datetime', attributes: { year: { constant: '2015' } } },
          },
        },
      },
    ],
    [
      'model with lists',
      {
        model: {
          measures: [
            { name: 'm', source: 'monto', currency: 'BRL', phase: 'approved', factor: 1000 },
          ],
          dimensions: [
            {
              name: 'org',
              dimensionType: 'entity',
              primaryKey: ['id'],
              attributes: [
                { name: 'id', source: 'cve' },
                { name: 'label', source: 'nombre' },
              ],
            },
            {
              name: 'when',
              dimensionType: 'datetime',
              attributes: [{ name: 'year', constant: '2015' }],
            },
          ],
        },
      },
    ],
  ])('reads %s', async (_, extra) => {
    const asked: string[] = [];
    const reading = await readBudgetAnswer(
      answer(descriptor(extra), `${HOST}/a/datapackage.json`),
      {},
      async (at) => {
        asked.push(at);
        return answer(csv, at);
      },
    );
    expect(asked).toEqual([`${HOST}/a/data/gasto.csv`]);
    expect(reading.model.currencies).toEqual(['BRL']);
    expect(breakdown(reading.model, { by: 'org', where: { year: '2015' } })).toMatchObject({
      measures: ['aprobado'],
      items: [
        { key: 'Salud', code: '1' },
        { key: 'Marina', code: '2' },
      ],
      totals: [{ value: '12000' }],
    });
    expect(reading.model.dimensions[0]?.group).toBe('administrative');
  });

  it('reads columnType of version 1', async () => {
    const fields = [
      { name: 'cve', columnType: 'administrative-classification:generic:level1:code' },
      { name: 'nombre', columnType: 'administrative-classification:generic:level1:label' },
      { name: 'monto', columnType: 'value' },
    ];
    const body = descriptor({ resources: [{ path: 'x.csv', schema: { fields } }] });
    const reading = await readBudgetAnswer(answer(body), {}, async (at) => answer(csv, at));
    expect(reading.model.dimensions[0]).toMatchObject({
      group: 'administrative',
      headers: ['cve', 'nombre'],
    });
    expect(total(reading, 'amount')).toBe('12');
  });

  it('reads the resource that the mapping names, in all its pieces, with the mark that it declares', async () => {
    const body = descriptor({
      resources: [
        { name: 'codes', path: 'codes.csv' },
        {
          name: 'facts',
          path: ['a.csv', 'b.csv'],
          schema: { fields: [{ name: 'eu', decimalChar: ',' }] },
        },
      ],
      mapping: {
        measures: {
          eu: { source: 'eu', resource: 'facts' },
          own: { source: 'own', resource: 'facts' },
        },
        dimensions: { fund: { attributes: { name: { source: 'fund' } } } },
      },
    });
    const pieces: Record<string, string> = {
      [`${HOST}/a.csv`]: 'fund;eu;own\nERDF;12,345;7\n',
      [`${HOST}/b.csv`]: 'fund;eu;own\nESF;1.500;9\n',
    };
    const reading = await readBudgetAnswer(answer(body), {}, async (at) =>
      answer(pieces[at] ?? 'cve;name\n1;x\n', at),
    );
    expect(reading.received).toBe(2);
    expect([total(reading, 'amount'), total(reading, 'own')]).toEqual(['1512.345', '16']);
  });

  it.each(['https://evil.example/x.csv', 'javascript:alert(1)', '//evil.example/x.csv'])(
    'does not follow %s',
    async (path) => {
      const asked: string[] = [];
      const reading = readBudgetAnswer(answer(descriptor({}, path)), {}, async (at) => {
        asked.push(at);
        return undefined;
      });
      await expect(reading).rejects.toThrow(SourceError);
      expect(asked).toEqual([]);
    },
  );
});

describe('babbage aggregate', () => {
  it('reads drilldowns a|b, with codes and labels, and counts the cells that did not come', () => {
    const reading = parseBudget({
      total_cell_count: 5,
      status: 'ok',
      attributes: ['cofog1.name', 'cofog1.label', 'date.year'],
      aggregates: ['amount.sum', '_count'],
      summary: { 'amount.sum': 99 },
      cells: [
        {
          'cofog1.name': '01',
          'cofog1.label': 'Education',
          'date.year': 2015,
          'amount.sum': 10.5,
          _count: 3,
        },
        {
          'cofog1.name': '02',
          'cofog1.label': 'Health',
          'date.year': 2015,
          'amount.sum': 20,
          _count: 1,
        },
      ],
    });
    expect([reading.received, reading.omitted]).toEqual([5, 3]);
    expect(reading.model).toMatchObject({
      incomplete: true,
      omissions: [{ reason: 'not-received', rows: 3 }],
    });
    expect(sums(reading, 'functional')).toEqual({ Health: '20', Education: '10.5' });
    expect(reading.model.measures.map(({ key }) => key)).toEqual(['amount']);
  });

  it('counts no cell again where the server gives the same page for each', async () => {
    const cells = [{ 'ramo.label': 'A', 'amount.sum': 1 }];
    const body = JSON.stringify({ total_cell_count: 3, page: 1, cells });
    const reading = await readBudgetAnswer(answer(body, `${HOST}/agg`), {}, async (at) =>
      answer(body, at),
    );
    expect([total(reading, 'amount'), reading.received, reading.omitted]).toEqual(['1', 3, 2]);
    expect(reading.model.incomplete).toBe(true);
  });
});

describe('CKAN datastore_search', () => {
  const page = (records: object[], next: string, all = 4): string =>
    JSON.stringify({
      success: true,
      result: {
        fields: [{ id: '_id', type: 'int' }, { id: 'ramo' }, { id: 'monto_aprobado' }],
        records,
        total: all,
        _links: { next },
      },
    });
  const record = (_id: number, ramo: string, monto: unknown): object => ({
    _id,
    ramo,
    monto_aprobado: monto,
  });
  const read = (
    pages: Record<string, string>,
    options: BudgetOptions = {},
  ): Promise<Reading<Budget>> =>
    readBudgetAnswer(answer(pages['/0'] ?? '', `${HOST}/0`), options, async (at) => {
      const body = pages[new URL(at).pathname];
      if (body === undefined) throw new SourceError('not-found', at, 'gone');
      return answer(body, at);
    });

  it('reads all pages, and a record that came twice once', async () => {
    const reading = await read({
      '/0': page([record(1, 'A', '1'), record(2, 'B', '2')], '/1'),
      '/1': page([record(2, 'B', '2'), record(3, 'C', '3'), record(4, 'D', null)], '/2'),
    });
    expect(total(reading, 'aprobado')).toBe('6');
    expect([reading.received, reading.omitted]).toEqual([5, 1]);
    expect(reading.model.omissions).toEqual([{ reason: 'duplicate', rows: 1 }]);
  });

  it.each([
    ['circles', '/0'],
    ['ends in a page that is gone', '/9'],
    ['points to another host', 'https://evil.example/1'],
  ])('counts what is missing when paging %s', async (_, next) => {
    const reading = await read({ '/0': page([record(1, 'A', '1')], next) });
    expect([reading.received, reading.omitted, reading.model.incomplete]).toEqual([4, 3, true]);
  });

  it.each([
    ['with', (row: object) => row],
    ['without', ({ _id, ...row }: { _id?: number }) => row],
  ])('counts no row again that a server without offsets repeats, %s an id', async (_, row) => {
    const one = page([record(1, 'A', '1'), record(2, 'B', '2')].map(row), '');
    const reading = await readBudgetAnswer(answer(one, `${HOST}/0`), {}, async (at) =>
      answer(one, at),
    );
    expect([total(reading, 'aprobado'), reading.received, reading.omitted]).toEqual(['3', 4, 2]);
    expect(reading.model.omissions).toEqual([{ reason: 'not-received', rows: 2 }]);
    expect(reading.problems).toEqual([{ code: 'rows-repeat', where: 'page 2', found: '2' }]);
  });

  it('stops at the page cap', async () => {
    const pages = Object.fromEntries(
      Array.from({ length: 9 }, (_, at) => [
        `/${at}`,
        page([record(at, `R${at}`, 1)], `/${at + 1}`, 1000),
      ]),
    );
    const reading = await read(pages, { maxPages: 3 });
    expect([reading.received, reading.omitted]).toEqual([1000, 997]);
  });

  it('passes on what the portal says when it refuses', () => {
    const refusal = {
      success: false,
      error: { __type: 'Not Found Error', message: 'No encontrado' },
    };
    expect(() => parseBudget(refusal)).toThrow(expect.objectContaining({ kind: 'not-found' }));
  });
});

describe('charsets', () => {
  const dos = (text: string): Uint8Array =>
    Uint8Array.from(
      text,
      (letter) =>
        ({ á: 0xa0, é: 0x82, í: 0xa1, ó: 0xa2, ú: 0xa3, ñ: 0xa4, Ó: 0xe0 })[letter] ??
        letter.charCodeAt(0),
    );
  const csv = 'ramo,aprobado\nEducación Pública,1\nTecnología y niñez,2\nINVERSIÓN,3\n';
  const names = ['Educación Pública', 'Tecnología y niñez', 'INVERSIÓN'];
  const utf16 = (): Uint8Array => {
    const units = Uint16Array.from(`\ufeff${csv}`, (letter) => letter.charCodeAt(0));
    return new Uint8Array(units.buffer);
  };

  it.each([
    ['UTF-8', new TextEncoder().encode(csv)],
    ['UTF-8 with a mark', new TextEncoder().encode(`\ufeff${csv}`)],
    ['Latin-1', Uint8Array.from(csv, (letter) => letter.charCodeAt(0))],
    ['CP850', dos(csv)],
    ['UTF-16', utf16()],
  ])('reads %s', async (_, bytes) => {
    for (const contentType of ['', 'text/csv; charset=iso-8859-1', 'text/csv; charset=utf-8']) {
      const { model } = await readBudgetAnswer(
        { ...answer(bytes), contentType },
        {},
        async () => undefined,
      );
      expect(model.dimensions[0]?.values.map(({ label }) => label)).toEqual(names);
    }
  });
});

describe('hostile documents', () => {
  it('throws a SourceError or reads, never anything else', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.anything(), fc.string(), fc.array(fc.dictionary(fc.string(), fc.anything()))),
        (value) => {
          try {
            const { received, omitted } = parseBudget(value);
            expect(omitted).toBeLessThanOrEqual(received);
          } catch (error) {
            expect(error).toBeInstanceOf(SourceError);
          }
        },
      ),
    );
  });

  it('reads names of the prototype as data', () => {
    const rows = JSON.parse(
      '[{"ramo":"__proto__","aprobado":1},{"ramo":"constructor","aprobado":2,"__proto__":{"x":1}}]',
    ) as unknown;
    expect(total(parseBudget(rows), 'aprobado')).toBe('3');
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  it('tells the forms apart by what they hold', () => {
    expect(detectBudget('a,b')).toBe('csv');
    expect(detectBudget({ cells: [] })).toBe('aggregate');
    expect(detectBudget({ resources: [] })).toBe('fiscal-package');
    expect(detectBudget({ result: { records: [] } })).toBe('datastore');
    expect(detectBudget({ rows: [] })).toBe('tidy');
    expect(detectBudget({ commitments: [] })).toBeUndefined();
    expect(detectBudget(null)).toBeUndefined();
  });
});

describe('adding up', () => {
  it('whatever the rows, shown and omitted are received and the parts are the whole', () => {
    const row = fc.record({
      ramo: fc.constantFrom('A', 'B', 'C'),
      aprobado: fc.oneof(
        fc.integer(),
        fc.constantFrom('1,234.56', 'x', '', null, '-0.01', '99999999999999999.99'),
      ),
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1 }), (rows) => {
        const reading = parseBudget({ columns: { aprobado: 'aprobado', ramo: 'ramo' }, rows });
        const bad = rows.filter(({ aprobado }) => aprobado === 'x').length;
        const blank = rows.every(({ aprobado }) => aprobado === 'x') ? rows.length : bad;
        expect([reading.received, reading.omitted]).toEqual([rows.length, blank]);
        const { items, totals } = breakdown(reading.model, { by: 'ramo' });
        const cents = (text: string | undefined): bigint => {
          const [whole = '0', fraction = ''] = (text ?? '0').split('.');
          const digits = BigInt(whole.replace('-', '') + fraction.padEnd(2, '0'));
          return whole.startsWith('-') ? -digits : digits;
        };
        const sum = items.reduce((all, item) => all + cents(item.figures[0]?.value), 0n);
        expect(cents(totals[0]?.value)).toBe(sum);
      }),
    );
  });
});
