import '@ventana/widgets/budget-chart/define.js';
import '@ventana/widgets/provider/define.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { VentanaBudgetChart } from '@ventana/widgets/budget-chart/budget-chart.js';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import {
  aggregate,
  datastore,
  manyParts,
  municipalBudget,
  oddBudget,
  spreadsheet,
  twoCurrencies,
} from './answers/budget.js';
import { fakeFetch } from './answers/fake-fetch.js';
import type { FakeAnswer } from './answers/fake-fetch.js';

type Args = Partial<
  Pick<
    VentanaBudgetChart,
    | 'view'
    | 'by'
    | 'measure'
    | 'year'
    | 'compare'
    | 'adjust'
    | 'unit'
    | 'filter'
    | 'columns'
    | 'heading'
    | 'headingLevel'
    | 'description'
    | 'snapshot'
    | 'theme'
    | 'deflator'
  >
> & { answer: FakeAnswer; others?: Record<string, FakeAnswer>; src?: string };

let story = 0;

function render(args: Args): TemplateResult {
  // An address of its own: stories share one page-wide transport.
  const src = args.src ?? `https://rioclaro.example/egresos-${++story}.json`;
  return html`<ventana-provider .fetch=${fakeFetch(args.answer, args.others)}>
    <ventana-budget-chart
      src=${src || nothing}
      loading="eager"
      view=${args.view ?? nothing}
      by=${args.by ?? nothing}
      measure=${args.measure ?? nothing}
      year=${args.year ?? nothing}
      compare=${args.compare ?? nothing}
      adjust=${args.adjust ?? nothing}
      unit=${args.unit || nothing}
      filter=${args.filter ?? nothing}
      columns=${args.columns ?? nothing}
      deflator=${args.deflator ?? nothing}
      heading=${args.heading ?? nothing}
      heading-level=${args.headingLevel ?? nothing}
      description=${args.description ?? nothing}
      snapshot=${args.snapshot ?? nothing}
      theme=${args.theme || nothing}
    >
      <a href="https://rioclaro.example/egresos">Egresos de Río Claro</a>
    </ventana-budget-chart>
  </ventana-provider>`;
}

const meta: Meta<Args> = {
  title: 'budget-chart',
  component: 'ventana-budget-chart',
  render,
  args: { answer: municipalBudget() },
  argTypes: {
    answer: { table: { disable: true } },
    others: { table: { disable: true } },
    view: {
      control: 'inline-radio',
      options: ['treemap', 'bars', 'series', 'execution', 'table'],
    },
    adjust: { control: 'inline-radio', options: ['nominal', 'real', 'per-capita', 'gdp-share'] },
    unit: { control: 'inline-radio', options: ['', 'pesos', 'mdp'] },
    theme: { control: 'inline-radio', options: ['', 'neutral', 'gobmx'] },
  },
};

export default meta;
type Story = StoryObj<Args>;

export const Treemap: Story = {};
export const Gobmx: Story = { args: { theme: 'gobmx' } };
export const Bars: Story = { args: { view: 'bars' } };
export const BarsAgainstApproved: Story = { args: { view: 'bars', compare: 'aprobado' } };
export const Series: Story = { args: { view: 'series', compare: 'aprobado' } };
export const Execution: Story = { args: { view: 'execution', theme: 'gobmx' } };
export const Table: Story = { args: { view: 'table', compare: '2024' } };
export const ByChapter: Story = { args: { by: 'capitulo', year: '2024' } };
export const OnePart: Story = { args: { by: 'capitulo', filter: 'dependencia=Obra pública' } };
export const Millions: Story = { args: { unit: 'mdp', view: 'table' } };

export const RealTerms: Story = {
  args: {
    view: 'series',
    adjust: 'real',
    deflator: 'https://rioclaro.example/precios.json',
    others: {
      precios: {
        title: 'Índice de precios de ejemplo',
        source: 'Instituto de ejemplo',
        unit: '2023 = 100',
        values: { 2023: '100', 2024: '104.5', 2025: '108.8' },
      },
    },
  },
};
export const PerCapita: Story = { args: { adjust: 'per-capita', year: '2023' } };
export const ShareOfGdp: Story = { args: { adjust: 'gdp-share', year: '2023', view: 'table' } };

export const ManyParts: Story = { args: { answer: manyParts() } };
export const OddAmounts: Story = { args: { answer: oddBudget() } };
export const TwoCurrencies: Story = { args: { answer: twoCurrencies() } };
export const Gross: Story = { args: { answer: municipalBudget({ basis: 'gross' }) } };
export const Spreadsheet: Story = {
  args: {
    answer: { status: 200, body: spreadsheet, type: 'text/csv' },
    columns: 'dependencia: Dependencia; aprobado: Monto autorizado; pagado: Monto pagado',
    view: 'table',
  },
};
export const OpenSpending: Story = { args: { answer: aggregate } };
export const Datastore: Story = { args: { answer: datastore } };
export const NotInTheData: Story = { args: { measure: 'pagado', by: 'partida', year: '1999' } };

export const OwnHeading: Story = {
  args: {
    heading: 'A dónde va el dinero del agua',
    headingLevel: 3,
    description: 'Gasto del municipio por dependencia',
  },
};

export const Loading: Story = { args: { answer: 'never' } };
export const Empty: Story = { args: { answer: { ...municipalBudget(), rows: [] } } };
export const Stale: Story = {
  args: {
    answer: { status: 503 },
    others: { 'copia.json': municipalBudget() },
    snapshot: 'https://rioclaro.example/copia.json',
  },
};
export const Config: Story = { args: { src: '' }, tags: ['complains'] };
export const NotFound: Story = { args: { answer: { status: 404 } } };
export const ServerFault: Story = { args: { answer: { status: 500 } } };
export const Maintenance: Story = {
  args: {
    answer: { status: 200, body: '<!doctype html><h1>Mantenimiento</h1>', type: 'text/html' },
  },
};
export const Unreadable: Story = { args: { answer: { hola: 'mundo' } } };
