import { html } from 'lit';
import type { TemplateResult } from 'lit';
import manifest from '../packages/widgets/custom-elements.json';
import { fakeFetch } from './answers/fake-fetch.js';
import type { FakeAnswer } from './answers/fake-fetch.js';

/** What the network answers, and attributes by their names. */
export interface StoryArgs {
  readonly [attribute: string]: unknown;
  readonly answer: FakeAnswer;
  /** Answers of addresses that have the key in them. */
  readonly others?: Record<string, FakeAnswer>;
}

/** What of a story is no control. */
export const ARG_TYPES = {
  answer: { table: { disable: true } },
  others: { table: { disable: true } },
  theme: { control: 'inline-radio', options: ['', 'neutral', 'gobmx'] },
} as const;

let story = 0;

/**
 * A story's `render`: the element with every attribute that the args name, so that no control is
 * dead. An empty text, `false` and what is not given set nothing.
 *
 * @param address - where the data are; each story has its own, as all share one page-wide transport
 * @param fallback - the link inside
 */
export function widgetRenderer(
  tag: string,
  address: string,
  fallback: { readonly href: string; readonly text: string },
): (args: StoryArgs) => TemplateResult {
  const known = attributesOf(tag);
  return ({ answer, others, ...given }) => {
    const element = document.createElement(tag);
    const attributes: Record<string, unknown> = {
      src: `${address}${++story}`,
      loading: 'eager',
      ...given,
    };
    for (const [name, value] of Object.entries(attributes)) {
      // What Storybook adds, to tell of events.
      if (typeof value === 'function') continue;
      if (!known.has(name)) throw new Error(`<${tag}> has no attribute ${name}.`);
      if (value === undefined || value === '' || value === false) continue;
      element.setAttribute(name, textOf(value));
    }
    const link = Object.assign(document.createElement('a'), { href: fallback.href });
    link.textContent = fallback.text;
    element.append(link);
    return html`<ventana-provider .fetch=${fakeFetch(answer, others)}
      >${element}</ventana-provider
    >`;
  };
}

/** Far below: nothing is asked until a reader scrolls to it. */
export function farBelow(widget: TemplateResult): TemplateResult {
  return html`<p>Baja para ver los datos.</p>
    <div style="height: 3000px"></div>
    ${widget}`;
}

function textOf(value: unknown): string {
  if (value === true) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function attributesOf(tag: string): ReadonlySet<string> {
  const { modules } = manifest as unknown as {
    modules: { declarations?: { tagName?: string; attributes?: { name: string }[] }[] }[];
  };
  const found = modules
    .flatMap(({ declarations = [] }) => declarations)
    .find(({ tagName }) => tagName === tag);
  return new Set(found?.attributes?.map(({ name }) => name));
}
