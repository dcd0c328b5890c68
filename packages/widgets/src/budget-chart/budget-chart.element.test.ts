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
  attributes: Partial<Pick<VentanaBudgetChart, 'view' | 'compare' | 'adjust' | 'measure'>> = {},
): Promise<VentanaBudgetChart> {
  const { view, compare, adjust, measure } = attributes;
  const chart = await fixture<VentanaBudgetChart>(
    html`<ventana-budget-chart
      lang="es-MX"
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
  });

  describe('what it says', () => {
    it('states year, amount and what was approved, and prints period, filter, total and unit', async () => {
      const text = textOf(await given(ROWS));
      expect(text).to.contain('En 2023 se ejercieron $5,000.50 de $6,000 aprobados (83.3%).');
      for (const part of ['Periodo: 2023', 'Filtro: ninguno', 'Total: $5,000.50', 'corrientes']) {
        expect(text).to.contain(part);
      }
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

    it('shows parts of zero as a list, and no drawing of nothing', async () => {
      const chart = await given([
        { ramo: 'A', ejercido: '0' },
        { ramo: 'B', ejercido: '0' },
      ]);
      expect(root(chart).querySelector('.treemap')).to.equal(null);
      expect(textOf(chart)).to.contain('2 partes están en cero o sin dato');
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

  it('registers nothing twice', () => {
    expect(customElements.get('ventana-budget-chart')).to.equal(VentanaBudgetChart);
  });
});
