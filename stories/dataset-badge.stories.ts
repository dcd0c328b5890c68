import '@ventana/widgets/dataset-badge/define.js';
import '@ventana/widgets/provider/define.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import {
  ckanAnswer,
  dcatAnswer,
  hostileAnswer,
  manyResourcesAnswer,
  partialAnswer,
  poorAnswer,
} from './answers/dataset.js';
import { ARG_TYPES, farBelow, widgetRenderer } from './render-widget.js';
import type { StoryArgs } from './render-widget.js';

const render = widgetRenderer(
  'ventana-dataset-badge',
  'https://datos.rioclaro.example/api/3/action/package_show?id=',
  {
    href: 'https://datos.rioclaro.example/dataset/calidad-del-aire',
    text: 'Calidad del aire',
  },
);

const meta: Meta<StoryArgs> = {
  title: 'dataset-badge',
  component: 'ventana-dataset-badge',
  render,
  args: { answer: ckanAnswer() },
  argTypes: ARG_TYPES,
};

export default meta;
type Story = StoryObj<StoryArgs>;

export const Card: Story = {};
export const Badge: Story = { args: { size: 'badge' } };
export const Full: Story = { args: { size: 'full' } };
export const Gobmx: Story = { args: { size: 'full', theme: 'gobmx' } };

/** In a line of text, as an article would have it. */
export const BadgeInText: Story = {
  render: (args) =>
    html`<p>
      El municipio publica sus mediciones ${render({ ...args, size: 'badge' })} desde 2024, aunque
      no todas sus bases ${render({ ...args, answer: poorAnswer(), size: 'badge' })} están al día.
    </p>`,
};

export const LateAndClosed: Story = { args: { answer: poorAnswer(), size: 'full' } };
export const FortyFiveResources: Story = { args: { answer: manyResourcesAnswer(), size: 'full' } };
export const FromDcat: Story = {
  args: {
    answer: dcatAnswer(),
    dataset: 'obras',
    size: 'full',
    src: 'https://rioclaro.example/data.json',
  },
};
export const HostileTexts: Story = { args: { answer: hostileAnswer(), size: 'full' } };
export const OwnHeading: Story = {
  args: {
    heading: 'El aire que respiramos',
    'heading-level': 3,
    description: 'Datos del aire de Río Claro',
  },
};

export const CheckingLinks: Story = {
  args: {
    size: 'full',
    'check-links': true,
    others: { 'nota-metodologica': { status: 404 }, 'consulta-en-linea': 'unreachable' },
  },
};

export const Idle: Story = {
  args: { loading: 'lazy' },
  render: (args) => farBelow(render(args)),
};
export const Loading: Story = { args: { answer: 'never' } };
export const Partial_: Story = { name: 'Partial', args: { answer: partialAnswer(), size: 'full' } };
export const Empty: Story = {
  args: {
    dataset: 'presupuesto-2031',
    answer: { success: true, result: { count: 0, results: [] } },
    src: 'https://datos.rioclaro.example/api/3/action/package_search?q=presupuesto-2031',
  },
};
export const Stale: Story = {
  args: {
    answer: { status: 503 },
    others: { 'copia.json': ckanAnswer() },
    snapshot: 'https://datos.rioclaro.example/copia.json',
  },
};
/** `complains`: the embedder's mistake is told on the console. */
export const Config: Story = { args: { src: '' }, tags: ['complains'] };
export const NotFound: Story = {
  args: {
    answer: {
      status: 404,
      body: { success: false, error: { __type: 'Not Found Error', message: 'No encontrado' } },
    },
  },
};
export const Denied: Story = { args: { answer: { status: 403 } } };
export const ServerFault: Story = { args: { answer: { status: 500 } } };
export const Maintenance: Story = {
  args: {
    answer: { status: 200, body: '<!doctype html><h1>Mantenimiento</h1>', type: 'text/html' },
  },
};
export const CutAnswer: Story = {
  args: { answer: { status: 200, body: '{"success": true, "result": {' } },
};
export const Unreachable: Story = { args: { answer: 'unreachable' } };
export const ErrorAsBadge: Story = { args: { answer: { status: 500 }, size: 'badge' } };

export const LoadingAsBadge: Story = { args: { answer: 'never', size: 'badge' } };
export const PartialAsBadge: Story = { args: { answer: partialAnswer(), size: 'badge' } };
export const StaleAsBadge: Story = { args: { ...Stale.args, size: 'badge' } };
export const LongTitleAsBadge: Story = { args: { answer: hostileAnswer(), size: 'badge' } };

/** A catalogue of several datasets and none chosen: the page's mistake, in neutral words. */
export const NotChosen: Story = {
  args: { answer: dcatAnswer(), src: 'https://rioclaro.example/varios.json' },
  tags: ['complains'],
};
