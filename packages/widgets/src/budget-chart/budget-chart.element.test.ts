import { aTimeout, expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { nothing } from 'lit';
import type { BudgetChangeEvent, BudgetDrillEvent } from './budget-events.js';
import { VentanaBudgetChart } from './budget-chart.js';
import './define.js';

const ROWS = [
  { year: '2022', ramo: 'Agua', capitulo: 'Sueldos', aprobado: '1000', ejercido: '900' },
  { year: '2023', ramo: 'Agua', capitulo: 'Sueldos', aprobado: '3000', ejercido: '2400' },
  { year: '2023', ramo: 'Agua', capitulo: 'Obra', aprobado: '1000', ejercido: '1600' },
  { year: '2023', ramo: 'Parques', capitulo: 'Obra', aprobado: '2000', ejercido: '1000.50' },
];

async function given(
  data: unknown,
  attributes: Partial<
    Pick<
      VentanaBudgetChart,
      | 'view'
      | 'by'
      | 'year'
      | 'compare'
      | 'adjust'
      | 'measure'
      | 'filter'
      | 'currency'
      | 'columns'
      | 'lang'
    >
  > = {},
): Promise<VentanaBudgetChart> {
  const { view, compare, adjust, measure, lang = 'es-MX' } = attributes;
  const { by, year, filter, currency, columns } = attributes;
  const chart = await fixture<VentanaBudgetChart>(
    html`<ventana-budget-chart
      lang=${lang}
      by=${by ?? nothing}
      year=${year ?? nothing}
      filter=${filter ?? nothing}
      currency=${currency ?? nothing}
      columns=${columns ?? nothing}
      view=${view ?? nothing}
      compare=${compare ?? nothing}
      adjust=${adjust ?? nothing}
      measure=${measure ?? nothing}
      .data=${data}
    ></ventana-budget-chart>`,
  );
  await waitUntil(() => !['idle', 'loading'].includes(chart.status), 'settles');
  await chart.updateComplete;
  return chart;
}

const root = (chart: VentanaBudgetChart): ShadowRoot => chart.shadowRoot as ShadowRoot;

const textOf = (chart: VentanaBudgetChart): string =>
  (root(chart).querySelector<HTMLElement>('.frame')?.innerText ?? '').replace(/\s+/g, ' ');

const table = (chart: VentanaBudgetChart): string[][] =>
  [...root(chart).querySelectorAll('tbody tr, tfoot tr')].map((row) =>
    [...row.children].map((cell) => (cell.textContent ?? '').replace(/\s+/g, ' ').trim()),
  );

describe('<ventana-budget-chart>', () => {
  describe('accessibility', () => {
    for (const view of ['treemap', 'table'] as const) {
      it(`${view} has nothing that axe finds`, async () => {
        const chart = await given(ROWS, { view });
        await expect(chart).to.be.accessible();
      });
    }

    it('names each cell with its words, amount and share', async () => {
      const chart = await given(ROWS);
      const names = [...root(chart).querySelectorAll('.cell')].map((cell) =>
        cell.getAttribute('aria-label'),
      );
      expect(names).to.deep.equal(['Agua $4,000, 80%', 'Parques $1,000.50, 20%']);
    });

    it('says the amount of a cell that only has room for its share', async () => {
      const rows = Array.from({ length: 30 }, (_, at) => ({
        partida: `Partida número ${at + 1}`,
        ejercido: `${123_456_789_000 - at * 1_000_000_000}`,
      }));
      const chart = await given(rows, { by: 'partida' });
      const narrow = [...root(chart).querySelectorAll('.cell')].filter((cell) =>
        cell.querySelector('.cell-amount')?.textContent?.endsWith('%'),
      );
      expect(narrow).not.to.be.empty;
      for (const cell of narrow) {
        expect(cell.getAttribute('aria-label')).to.match(/número \d+ [\d.]+%, .*(pesos|mdp)$/);
      }
    });
  });

  describe('what it says', () => {
    it('states year, amount and what was approved, and prints period, filter, total and unit', async () => {
      const text = textOf(await given(ROWS));
      expect(text).to.contain('En 2023 se ejercieron $5,000.50 de $6,000 aprobados (83.3%).');
      for (const part of ['Periodo: 2023', 'Filtro: ninguno', 'Total: $5,000.50', 'corrientes']) {
        expect(text).to.contain(part);
      }
    });

    it('shows the last year, whatever else stands in the column of years', async () => {
      const chart = await given({
        rows: [
          { year: '2023', ramo: 'Salud', ejercido: '800' },
          { year: '2024', ramo: 'Salud', ejercido: '1000' },
          { year: 'Nota', ramo: 'Cifras preliminares', ejercido: '3' },
        ],
      });
      expect(textOf(chart)).to.contain('En 2024 se ejercieron $1,000');
    });

    it('compares with another year, share and change beside', async () => {
      const chart = await given(ROWS, { view: 'table', compare: '2022' });
      expect(table(chart)).to.deep.equal([
        ['Agua', '$4,000', '$900', '80%', '$3,100', '+344.4%'],
        ['Parques', '$1,000.50', 'Sin dato', '20%', 'Sin dato', 'n/d'],
        ['Total', '$5,000.50', '$900', '100%', '$4,100.50', '+455.6%'],
      ]);
    });

    it('never adds two currencies', async () => {
      const chart = await given(
        [
          { ramo: 'A', monto: '5', currency: 'MXN' },
          { ramo: 'A', monto: '7', currency: 'MXN' },
          { ramo: 'B', monto: '9', currency: 'USD' },
        ],
        { view: 'table' },
      );
      expect(table(chart).at(-1)?.[1]).to.equal('$12');
      expect(textOf(chart)).to.contain('También hay cifras en USD');
      chart.currency = 'USD';
      await chart.updateComplete;
      expect(table(chart).at(-1)?.[1]).to.equal('USD 9');
    });

    it('shows what can’t be read as it is written, and counts it', async () => {
      const chart = await given(
        [
          { ramo: 'A', aprobado: '10', ejercido: 'por definir' },
          { ramo: 'B', aprobado: '20', ejercido: '5' },
        ],
        { view: 'table' },
      );
      expect(table(chart)).to.deep.include(['A', 'por definir 1 cifra no se pudo leer', 'n/d']);
      expect(chart.toCSV()).to.contain('por definir');
    });

    it('says what was not understood also where no record is left out', async () => {
      const chart = await given(ROWS, { columns: 'devengado: Nope' });
      const notice = root(chart).querySelector('.notice')!;
      expect(notice.textContent).to.contain('hay algo que no se entiende, o que falta.');
      expect(notice.querySelector('.problems')?.textContent).to.contain('Nope');
    });

    it('says of subtotals that they are left out, not that they could not be read', async () => {
      const chart = await given('ramo,ejercido\nA,2\nB,3\nTotal,5\n');
      const text = textOf(chart);
      expect(text).to.contain(
        '1 de 3 registros omitidos: no se pudieron leer o no se suman con los demás.',
      );
      expect(text).to.contain('Subtotales, para no contar dos veces: 1');
    });

    it('totals what can’t be read as no figure, not as the first of it', async () => {
      const chart = await given(
        // Thousands or decimals?
        [
          { ramo: 'A', ejercido: '1.234' },
          { ramo: 'B', ejercido: '5.678' },
        ],
        { view: 'table' },
      );
      expect(table(chart).at(-1)).to.deep.equal(['Total', 'Sin dato 2 cifras no se pudieron leer']);
    });

    it('says what the page asks for and the data do not have', async () => {
      const text = textOf(await given(ROWS, { measure: 'pagado' }));
      expect(text).to.contain('La página pide «pagado», que no está en estos datos.');
    });

    it('adjusts with the series that it names', async () => {
      const chart = await given(ROWS, { adjust: 'per-capita' });
      const text = textOf(chart);
      expect(text).to.contain('por habitante');
      expect(text).to.contain('CONAPO');
    });

    it('writes shares of GDP into the CSV as the percentages that its head says', async () => {
      const chart = await given([{ year: '2023', ramo: 'Agua', ejercido: '31855570000' }], {
        adjust: 'gdp-share',
        view: 'table',
      });
      const [head = '', row = ''] = chart.toCSV().split('\r\n');
      expect(head).to.contain('Ejercido (porcentaje del PIB)');
      const [, , value = ''] = row.split(',');
      expect(value).to.match(/^0\.\d{8,}$/);
      const shown = Number.parseFloat(table(chart)[0]?.[1] ?? '');
      expect(Number(value)).to.be.closeTo(shown, 0.01);
    });

    for (const view of ['bars', 'treemap', 'table'] as const) {
      it(`adds no heads of several years in ${view}: no total, no shares, and the sentence is of the last`, async () => {
        const chart = await given(ROWS, { adjust: 'per-capita', by: 'year', view });
        expect(textOf(chart)).to.contain('Total: Sin dato');
        expect(textOf(chart)).to.match(/En 2023 se ejercieron [^.]*\.?\d* por habitante/);
        const heads = [...root(chart).querySelectorAll('thead th')].map((th) => th.textContent);
        expect(heads).to.deep.equal(['Año', 'Ejercido']);
        expect(root(chart).querySelector('tfoot')).to.equal(null);
      });
    }

    it('says of which year shares of GDP are when all years are asked for', async () => {
      const chart = await given(ROWS, { adjust: 'gdp-share' });
      const select = root(chart).querySelector<HTMLSelectElement>('select[name=year]')!;
      select.value = 'all';
      select.dispatchEvent(new Event('change'));
      await chart.updateComplete;
      expect(select.value).to.equal('2023');
      expect(textOf(chart)).to.contain('no se suman entre años: aquí son de 2023.');
    });

    it('sums real terms over the years that the index has, and says which it lacks', async () => {
      const chart = await given([...ROWS, { year: '2099', ramo: 'Agua', ejercido: '7' }], {
        adjust: 'real',
        year: 'all',
      });
      const text = textOf(chart);
      expect(text).to.contain('En 2022–2023 se ejercieron');
      expect(text).to.contain('Periodo: 2022–2023');
      expect(text).to.contain('no tiene 2099: quedan fuera (registros: 1).');
      expect(chart.toCSV()).to.contain('Agua,2022–2023,');
    });

    it('shows the last year that has a population when heads of all years are asked for', async () => {
      const chart = await given([...ROWS, { year: '2099', ramo: 'Agua', ejercido: '7' }], {
        adjust: 'per-capita',
        year: 'all',
      });
      expect(textOf(chart)).to.contain('En 2023 se ejercieron');
      expect(textOf(chart)).to.contain('no se suman entre años: aquí son de 2023.');
    });

    it('says that the index lacks the base year', async () => {
      const chart = await given(ROWS, { adjust: 'real' });
      chart.baseYear = 2099;
      await waitUntil(() => textOf(chart).includes('no tiene 2099'), 'says it');
      expect(textOf(chart)).not.to.contain('No se pudo leer');
      expect(textOf(chart)).to.contain('Total: $5,000.50');
    });

    it('offers the year that is shown, also one that the data lack', async () => {
      const chart = await given(ROWS, { year: '2040' });
      expect(textOf(chart)).to.contain('Periodo: 2040');
      const select = root(chart).querySelector<HTMLSelectElement>('select[name=year]');
      expect(select?.value).to.equal('2040');
    });

    it('lets no name turn the amounts beside it around', async () => {
      const name = '\u202eoirasulas 000,999$';
      const chart = await given([
        { year: '2023', ramo: name, ejercido: '15' },
        { year: '2023', ramo: 'Agua', ejercido: '5' },
      ]);
      const isolated = '\u2068oirasulas 000,999$\u2069';
      const cell = root(chart).querySelector<HTMLElement>('.cell')!;
      cell.dispatchEvent(new Event('pointerover', { bubbles: true }));
      const readout = root(chart).querySelector('.readout')?.textContent;
      expect([readout, cell.title]).to.deep.equal(Array(2).fill(`${isolated}: $15, 75%`));
      chart.filter = `ramo=${name}`;
      await chart.updateComplete;
      expect(root(chart).querySelector('.sentence')?.textContent).to.contain(`, en ${isolated}.`);
    });

    it('explains the mdp of its cells', async () => {
      const chart = await given([{ ramo: 'Agua', ejercido: '1234500000' }]);
      expect(root(chart).querySelector('.scope abbr')?.textContent).to.equal('mdp');
      chart.view = 'table';
      await chart.updateComplete;
      expect(root(chart).querySelector('.scope abbr')).to.equal(null);
    });

    it('marks Spanish texts as Spanish where the page is in a language without texts', async () => {
      const chart = await given(ROWS, { lang: 'yua' });
      for (const part of ['.sentence', 'select', 'caption', 'th', 'td', '.scope']) {
        const found = root(chart).querySelector(part)?.closest('[lang]');
        expect([part, found?.getAttribute('lang')]).to.deep.equal([part, 'es']);
      }
      chart.lang = 'en';
      await waitUntil(() => textOf(chart).includes('was spent'), 'speaks English');
      expect(root(chart).querySelector('.sentence')?.closest('[lang]')).to.equal(
        root(chart).querySelector('.frame'),
      );
    });

    it('offers the rows that the table beside a drawing leaves out', async () => {
      const rows = Array.from({ length: 1500 }, (_, at) => ({ ramo: `R${at}`, ejercido: at + 1 }));
      const chart = await given(rows);
      await waitUntil(() => table(chart).length === 1001, 'writes a thousand', { timeout: 8000 });
      const button = root(chart).querySelector<HTMLElement>('.table .action')!;
      expect(button.textContent?.trim()).to.equal('Ver los 1,500 renglones');
      button.click();
      await chart.updateComplete;
      expect(table(chart).length).to.equal(1501);
    });

    it('shows the whole where a framework sets no path', async () => {
      const chart = await given(ROWS);
      Object.assign(chart, { path: null });
      await chart.updateComplete;
      expect(chart.status).to.equal('fresh');
      expect(textOf(chart)).to.contain('Total: $5,000.50');
    });

    it('breaks down by a name that holds a slash, also inside a part', async () => {
      const rows = ['A', 'B'].flatMap((ramo) =>
        ['Cost', 'Benefit'].map((one) => ({ ramo, 'Cost/Benefit': one, ejercido: '1' })),
      );
      const chart = await given(rows, { by: 'Cost/Benefit' });
      expect(table(chart).map(([name]) => name)).to.deep.equal(['Cost', 'Benefit', 'Total']);
      chart.by = 'ramo';
      await chart.updateComplete;
      root(chart).querySelector<HTMLElement>('.cell')?.click();
      await chart.updateComplete;
      expect(table(chart).map(([name]) => name)).to.deep.equal(['Cost', 'Benefit', 'Total']);
      expect(textOf(chart)).not.to.contain('La página pide');
    });

    it('takes the year of data that do not say theirs, also later', async () => {
      const chart = await given([{ ramo: 'A', ejercido: '5' }], { year: '2023' });
      expect(textOf(chart)).to.contain('Periodo: 2023');
      chart.year = '2024';
      await waitUntil(() => textOf(chart).includes('Periodo: 2024'), 'says the new year');
      expect(textOf(chart)).not.to.contain('La página pide');
      chart.year = '';
      await waitUntil(() => textOf(chart).includes('no lo dice la fuente'), 'says no year');
    });

    it('shows the years that a filter leaves', async () => {
      const chart = await given(ROWS, { view: 'series', filter: 'year=2022' });
      expect(table(chart)).to.deep.equal([['2022', '$900']]);
      expect(textOf(chart)).to.contain('Filtro: Año: 2022');
      expect(textOf(chart)).to.contain('Periodo: 2022');
    });

    for (const [asked, value, why] of [
      [{ year: 'all', compare: '2022' }, '2022', 'aquí no se aplica'],
      [{ year: '2023', filter: 'year=2022' }, '2023', 'aquí no se aplica'],
      [{ view: 'execution', compare: '2022' }, '2022', 'aquí no se aplica'],
      [{ currency: 'EUR' }, 'EUR', 'no está en estos datos'],
    ] as const) {
      it(`says that ${JSON.stringify(asked)} is not shown`, async () => {
        const rows = ROWS.map((row) => ({ ...row, moneda: 'MXN' }));
        const text = textOf(await given(rows, asked));
        expect(text).to.contain(`La página pide «${value}», que ${why}.`);
      });
    }

    it('shows nominal figures, and says why, for a currency that no series is for', async () => {
      const chart = await given({ currency: 'EUR', rows: ROWS }, { adjust: 'real' });
      expect(textOf(chart)).to.contain('falta una serie para esta moneda');
      expect(textOf(chart)).to.contain('Total: EUR 5,000.50');
    });

    it('keeps amounts longer than a double exact, inline', async () => {
      const chart = await fixture<VentanaBudgetChart>(
        html`<ventana-budget-chart view="table"
          ><script type="application/json">
            {
              "rows": [
                { "ramo": "A", "monto": 9007199254740993.15 },
                { "ramo": "B", "monto": 1 }
              ]
            }
          </script></ventana-budget-chart
        >`,
      );
      await waitUntil(() => chart.status === 'fresh');
      await chart.updateComplete;
      expect(table(chart)[0]?.[1]).to.equal('$9,007,199,254,740,993.15');
    });
  });

  describe('going into a part', () => {
    it('by click, with an event, and back by the breadcrumb', async () => {
      const chart = await given(ROWS);
      const drilled = oneEvent(chart, 'ventana-budget-chart-drill');
      root(chart).querySelector<HTMLElement>('.cell')?.click();
      const { path, by } = (await drilled) as unknown as BudgetDrillEvent;
      expect(path).to.deep.equal([{ by: 'ramo', value: 'Agua' }]);
      expect(by).to.equal('capitulo');
      await chart.updateComplete;
      expect(table(chart).map(([name, amount]) => [name, amount])).to.deep.equal([
        ['Sueldos', '$2,400'],
        ['Obra', '$1,600'],
        ['Total', '$4,000'],
      ]);
      root(chart).querySelector<HTMLElement>('.path button')?.click();
      await chart.updateComplete;
      expect(chart.path).to.deep.equal([]);
      expect(root(chart).activeElement?.getAttribute('aria-label')).to.match(/^Agua/);
    });

    it('stays within the filter: a step out of it is not gone, and that is said', async () => {
      const chart = await given(ROWS, { filter: 'ramo=Agua', by: 'ramo/capitulo' });
      chart.path = [{ by: 'ramo', value: 'Parques' }];
      await chart.updateComplete;
      expect(textOf(chart)).to.contain('Total: $4,000');
      expect(textOf(chart)).to.contain('La página pide «ramo=Parques», que aquí no se aplica.');
      expect(root(chart).querySelector('.path')).to.equal(null);
      chart.path = [{ by: 'ramo', value: 'Agua' }];
      await chart.updateComplete;
      expect(table(chart).map(([name]) => name)).to.deep.equal(['Sueldos', 'Obra', 'Total']);
    });

    it('leaves a part of what is no longer broken down by', async () => {
      const chart = await given(ROWS, { by: 'ramo/capitulo' });
      root(chart).querySelector<HTMLElement>('.cell')?.click();
      await chart.updateComplete;
      chart.by = 'capitulo';
      await chart.updateComplete;
      expect(table(chart)).to.deep.equal([
        ['Obra', '$2,600.50', '52%'],
        ['Sueldos', '$2,400', '48%'],
        ['Total', '$5,000.50', '100%'],
      ]);
      expect(root(chart).querySelector('.path')).to.equal(null);
    });

    it('stops where nothing tells several facts apart', async () => {
      const park = { ramo: 'Parques', capitulo: 'Obra', ejercido: '2' };
      const chart = await given([
        { ramo: 'Agua', capitulo: 'Sueldos', ejercido: '9' },
        { ramo: 'Agua', capitulo: 'Obra', ejercido: '9' },
        park,
        park,
      ]);
      const cells = [...root(chart).querySelectorAll<HTMLElement>('.cell')];
      expect(cells.map((cell) => cell.classList.contains('opens'))).to.deep.equal([true, false]);
      cells[1]?.click();
      await chart.updateComplete;
      expect(chart.path).to.deep.equal([]);
    });

    it('stops where one fact is left', async () => {
      const chart = await given(ROWS);
      root(chart).querySelectorAll<HTMLElement>('.cell')[1]?.click();
      await chart.updateComplete;
      expect(chart.path).to.deep.equal([]);
    });
  });

  describe('properties', () => {
    it('tells of a choice, and the snippet follows it', async () => {
      const chart = await given(ROWS);
      const select = root(chart).querySelector<HTMLSelectElement>('select[name=year]');
      const changed = oneEvent(chart, 'ventana-budget-chart-change');
      if (select) select.value = '2022';
      select?.dispatchEvent(new Event('change'));
      const { name, value } = (await changed) as unknown as BudgetChangeEvent;
      expect([name, value]).to.deep.equal(['year', '2022']);
      await chart.updateComplete;
      expect(chart.getAttribute('year')).to.equal('2022');
      expect(textOf(chart)).to.contain('En 2022 se ejercieron $900');
    });

    it('takes numbers and removed attributes', async () => {
      const chart = await given(ROWS);
      Object.assign(chart, { year: 2022, by: null, filter: null });
      await chart.updateComplete;
      expect(textOf(chart)).to.contain('En 2022');
    });

    it('says what is in doubt though nothing is left out', async () => {
      const unit = 'Autorizado (cientos de miles)';
      const chart = await fixture<VentanaBudgetChart>(
        html`<ventana-budget-chart
          columns="aprobado: ${unit}"
          .data=${[{ ramo: 'Agua', [unit]: '3' }]}
        ></ventana-budget-chart>`,
      );
      await waitUntil(() => chart.status === 'partial');
      await chart.updateComplete;
      root(chart).querySelector<HTMLElement>('.notice summary')?.click();
      await waitUntil(() => textOf(chart).includes('no se entiende en qué unidad están'));
      expect(textOf(chart)).to.contain(unit);
    });

    it('says that its page has a mistake where `columns` can not be read', async () => {
      const { error } = console;
      const said: string[] = [];
      console.error = (line: string) => said.push(line);
      try {
        const chart = await fixture<VentanaBudgetChart>(
          html`<ventana-budget-chart columns="{bad json" .data=${ROWS}></ventana-budget-chart>`,
        );
        await waitUntil(() => chart.status === 'config');
      } finally {
        console.error = error;
      }
      expect(said).to.deep.equal([
        '<ventana-budget-chart> (no src): columns="{bad json" names no column.',
      ]);
    });

    it('writes every row of the CSV exactly, formulas disarmed', async () => {
      const chart = await given([
        { ramo: '=1+1', ejercido: '12345678901234567.89' },
        { ramo: 'B', ejercido: '-1' },
      ]);
      expect(chart.toCSV().replace('\ufeff', '').split('\r\n')).to.deep.equal([
        'Ramo,Periodo,Ejercido (pesos (MXN) corrientes),Parte del total',
        "'=1+1,,12345678901234567.89,1",
        'B,,-1,',
        '',
      ]);
    });
  });

  describe('drawing', () => {
    it('draws bars on a canvas, and a picture of them', async () => {
      const chart = await given(ROWS, { view: 'bars' });
      await waitUntil(() => (root(chart).querySelector('canvas')?.width ?? 0) > 100, 'draws', {
        timeout: 8000,
      });
      const picture = await chart.toPNG();
      expect(picture.type).to.equal('image/png');
    });

    for (const [unit, figure] of [
      ['', '1,234.6 mdp'],
      ['pesos', '$1,234,567,890.12'],
    ] as const) {
      it(`writes figures beside wide bars as unit="${unit}" says`, async () => {
        const written: string[] = [];
        const { prototype } = CanvasRenderingContext2D;
        const own = prototype.fillText;
        prototype.fillText = (text) => void written.push(text);
        try {
          const chart = await given([{ ramo: 'Agua', ejercido: '1234567890.12' }]);
          chart.style.inlineSize = '700px';
          Object.assign(chart, { unit, view: 'bars' });
          await waitUntil(() => written.includes(figure), 'writes it', { timeout: 8000 });
        } finally {
          prototype.fillText = own;
        }
      });
    }

    it('shows parts of zero as a list, and no drawing of nothing', async () => {
      const chart = await given([
        { ramo: 'A', ejercido: '0' },
        { ramo: 'B', ejercido: '0' },
      ]);
      expect(root(chart).querySelector('.treemap')).to.equal(null);
      expect(textOf(chart)).to.contain('Partes en cero o sin dato: 2');
    });

    it('draws parts that are all too small as one, and lists them', async () => {
      const chart = await given(
        Array.from({ length: 5000 }, (_, at) => ({ programa: `P${at}`, ejercido: '10' })),
      );
      const cells = [...root(chart).querySelectorAll('.cell')];
      expect(cells.map((cell) => cell.textContent)).to.deep.equal(['Otros (5,000) $50,000']);
      expect(textOf(chart)).to.contain('Partes demasiado pequeñas para dibujarse: 5,000');
    });

    it('lays out again when its width changes', async () => {
      const chart = await given(ROWS);
      chart.style.setProperty('--ventana-max-inline-size', '240px');
      await aTimeout(200);
      const width = root(chart).querySelector('.treemap')?.clientWidth ?? 0;
      expect(width).to.be.lessThan(240);
      expect(root(chart).querySelectorAll('.cell').length).to.equal(2);
    });
  });

  it('registers nothing twice', async () => {
    // Another address: the module runs once more, as a second copy of it on the page would.
    const again = './define.ts?again';
    await import(again);
    expect(customElements.get('ventana-budget-chart')).to.equal(VentanaBudgetChart);
  });
});
