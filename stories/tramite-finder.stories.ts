import '@ventana/widgets/tramite-finder/define.js';
import '@ventana/widgets/provider/define.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { VentanaTramiteFinder } from '@ventana/widgets/tramite-finder/tramite-finder.js';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { fakeFetch } from './answers/fake-fetch.js';
import type { FakeAnswer } from './answers/fake-fetch.js';
import {
  catalogueOf,
  exampleCatalogue,
  hostileCatalogue,
  largeCatalogue,
  partialCatalogue,
  roughCatalogue,
} from './answers/tramites.js';

type Args = Partial<
  Pick<
    VentanaTramiteFinder,
    'query' | 'value' | 'tramite' | 'heading' | 'headingLevel' | 'snapshot' | 'remember' | 'theme'
  >
> & { answer: FakeAnswer; others?: Record<string, FakeAnswer>; src?: string; search?: boolean };

let story = 0;

function render(args: Args): TemplateResult {
  // An address of its own: stories share one page-wide transport.
  const src = args.src ?? `https://tramites.rioclaro.example/catalogo.json?${++story}`;
  return html`<ventana-provider .fetch=${fakeFetch(args.answer, args.others)}>
    <ventana-tramite-finder
      src=${args.search ? nothing : src || nothing}
      search-url=${args.search ? `${src}&q={query}` : nothing}
      loading="eager"
      query=${args.query ?? nothing}
      value=${args.value ?? nothing}
      tramite=${args.tramite ?? nothing}
      heading=${args.heading ?? nothing}
      heading-level=${args.headingLevel ?? nothing}
      snapshot=${args.snapshot ?? nothing}
      remember=${args.remember ?? nothing}
      theme=${args.theme || nothing}
    >
      <a href="https://tramites.rioclaro.example/">Trámites de Río Claro</a>
    </ventana-tramite-finder>
  </ventana-provider>`;
}

const meta: Meta<Args> = {
  title: 'tramite-finder',
  component: 'ventana-tramite-finder',
  render,
  args: { answer: exampleCatalogue() },
  argTypes: {
    answer: { table: { disable: true } },
    others: { table: { disable: true } },
    remember: { control: 'inline-radio', options: ['ask', 'never'] },
    theme: { control: 'inline-radio', options: ['', 'neutral', 'gobmx'] },
  },
};

export default meta;
type Story = StoryObj<Args>;

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
export const SearchOnAServer: Story = { args: { search: true } };
export const HostileTexts: Story = { args: { answer: hostileCatalogue(), value: '' } };
export const OwnHeading: Story = { args: { heading: '¿Qué necesitas hacer?', headingLevel: 3 } };

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
