import '@ventana/widgets/dataset-badge/define.js';
import '@ventana/widgets/provider/define.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { VentanaDatasetBadge } from '@ventana/widgets/dataset-badge/dataset-badge.js';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import {
  ckanAnswer,
  dcatAnswer,
  hostileAnswer,
  manyResourcesAnswer,
  partialAnswer,
  poorAnswer,
} from './answers/dataset.js';
import { fakeFetch } from './answers/fake-fetch.js';
import type { FakeAnswer } from './answers/fake-fetch.js';

type Args = Partial<
  Pick<
    VentanaDatasetBadge,
    | 'size'
    | 'heading'
    | 'headingLevel'
    | 'description'
    | 'datasetId'
    | 'snapshot'
    | 'checkLinks'
    | 'theme'
  >
> & { answer: FakeAnswer; others?: Record<string, FakeAnswer>; src?: string };

let story = 0;

function render(args: Args): TemplateResult {
  // An address of its own: stories share one page-wide transport.
  const src = args.src ?? `https://datos.rioclaro.example/api/3/action/package_show?id=${++story}`;
  return html`<ventana-provider .fetch=${fakeFetch(args.answer, args.others)}>
    <ventana-dataset-badge
      src=${src || nothing}
      loading="eager"
      dataset=${args.datasetId ?? nothing}
      size=${args.size ?? 'card'}
      heading=${args.heading ?? nothing}
      heading-level=${args.headingLevel ?? nothing}
      description=${args.description ?? nothing}
      snapshot=${args.snapshot ?? nothing}
      theme=${args.theme || nothing}
      ?check-links=${args.checkLinks}
    >
      <a href="https://datos.rioclaro.example/dataset/calidad-del-aire">Calidad del aire</a>
    </ventana-dataset-badge>
  </ventana-provider>`;
}

const meta: Meta<Args> = {
  title: 'dataset-badge',
  component: 'ventana-dataset-badge',
  render,
  args: { answer: ckanAnswer() },
  argTypes: {
    answer: { table: { disable: true } },
    others: { table: { disable: true } },
    size: { control: 'inline-radio', options: ['badge', 'card', 'full'] },
    theme: { control: 'inline-radio', options: ['', 'neutral', 'gobmx'] },
  },
};

export default meta;
type Story = StoryObj<Args>;

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
    datasetId: 'obras',
    size: 'full',
    src: 'https://rioclaro.example/data.json',
  },
};
export const HostileTexts: Story = { args: { answer: hostileAnswer(), size: 'full' } };
export const OwnHeading: Story = {
  args: {
    heading: 'El aire que respiramos',
    headingLevel: 3,
    description: 'Datos del aire de Río Claro',
  },
};

export const CheckingLinks: Story = {
  args: {
    size: 'full',
    checkLinks: true,
    others: { 'nota-metodologica': { status: 404 }, 'consulta-en-linea': 'unreachable' },
  },
};

export const Loading: Story = { args: { answer: 'never' } };
export const Partial_: Story = { name: 'Partial', args: { answer: partialAnswer(), size: 'full' } };
export const Empty: Story = {
  args: {
    datasetId: 'presupuesto-2031',
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
