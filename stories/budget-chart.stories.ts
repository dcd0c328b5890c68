import '@ventana/widgets/budget-chart/define.js';
import '@ventana/widgets/provider/define.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import {
  aggregate,
  datastore,
  hostileBudget,
  manyParts,
  municipalBudget,
  oddBudget,
  spreadsheet,
  twoCurrencies,
} from './answers/budget.js';
import { ARG_TYPES, farBelow, widgetRenderer } from './render-widget.js';
import type { StoryArgs } from './render-widget.js';

const render = widgetRenderer('ventana-budget-chart', 'https://rioclaro.example/egresos.json?', {
  href: 'https://rioclaro.example/egresos',
  text: 'Egresos de Río Claro',
});

const meta: Meta<StoryArgs> = {
  title: 'budget-chart',
  component: 'ventana-budget-chart',
  render,
  args: { answer: municipalBudget() },
  argTypes: ARG_TYPES,
};

export default meta;
type Story = StoryObj<StoryArgs>;

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
export const HostileTexts: Story = { args: { answer: hostileBudget() } };
export const HostileTable: Story = { args: { answer: hostileBudget(), view: 'table' } };
export const HostileBars: Story = { args: { answer: hostileBudget(), view: 'bars' } };
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
    'heading-level': 3,
    description: 'Gasto del municipio por dependencia',
  },
};

export const Idle: Story = {
  args: { loading: 'lazy' },
  render: (args) => farBelow(render(args)),
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
