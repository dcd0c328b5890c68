import '@ventana/widgets/tramite-finder/define.js';
import '@ventana/widgets/provider/define.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import {
  catalogueOf,
  exampleCatalogue,
  hostileCatalogue,
  largeCatalogue,
  partialCatalogue,
  roughCatalogue,
} from './answers/tramites.js';
import { ARG_TYPES, farBelow, widgetRenderer } from './render-widget.js';
import type { StoryArgs } from './render-widget.js';

const render = widgetRenderer(
  'ventana-tramite-finder',
  'https://tramites.rioclaro.example/catalogo.json?',
  {
    href: 'https://tramites.rioclaro.example/',
    text: 'Trámites de Río Claro',
  },
);

const meta: Meta<StoryArgs> = {
  title: 'tramite-finder',
  component: 'ventana-tramite-finder',
  render,
  args: { answer: exampleCatalogue() },
  argTypes: ARG_TYPES,
};

export default meta;
type Story = StoryObj<StoryArgs>;

export const EmptySearch: Story = {};
export const Search: Story = { args: { query: 'perdi mi ine' } };
export const Misspelt: Story = { args: { query: 'beca transprote' } };
export const NothingFound: Story = { args: { query: 'zzzzqqq' } };
export const OneOpen: Story = { args: { value: 'INE-EJ-02' } };
export const OneAlone: Story = { args: { tramite: 'INE-EJ-01' } };
export const NotThere: Story = { args: { value: 'NO-EXISTE-1' } };
export const Gobmx: Story = { args: { theme: 'gobmx', query: 'licencia' } };
export const SharedComputer: Story = { args: { value: 'INE-EJ-01', remember: 'never' } };
export const CostsInWords: Story = { args: { answer: roughCatalogue() } };
export const SevenThousand: Story = { args: { answer: largeCatalogue(7000), query: 'licencia' } };
export const SearchOnAServer: Story = {
  args: { src: '', 'search-url': 'https://tramites.rioclaro.example/buscar?q={query}' },
};
export const HostileTexts: Story = { args: { answer: hostileCatalogue(), value: '' } };
export const OwnHeading: Story = { args: { heading: '¿Qué necesitas hacer?', 'heading-level': 3 } };

/** As a field of somebody's form. */
export const InAForm: Story = {
  render: (args) =>
    html`<form @submit=${(event: Event) => event.preventDefault()}>
      <ventana-tramite-finder
        name="tramite"
        required
        .data=${args.answer as object}
      ></ventana-tramite-finder>
      <button>Enviar</button>
    </form>`,
};

export const Idle: Story = {
  args: { loading: 'lazy' },
  render: (args) => farBelow(render(args)),
};
export const Loading: Story = { args: { answer: 'never' } };
export const Partial_: Story = { name: 'Partial', args: { answer: partialCatalogue() } };
export const Empty: Story = { args: { answer: catalogueOf() } };
export const Stale: Story = {
  args: {
    answer: 'unreachable',
    snapshot: 'https://copia.example/tramites.json',
    others: { 'copia.example': exampleCatalogue() },
  },
};
export const Failed: Story = { args: { answer: { status: 404 } } };
export const NotSetUp: Story = { tags: ['complains'], args: { src: '' } };
