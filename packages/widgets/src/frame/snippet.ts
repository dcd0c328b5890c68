import { defineMessages } from '@ventana/l10n';
import { pageRegistry } from '@ventana/sources';
import { html, nothing } from 'lit';
import type { LitElement, TemplateResult } from 'lit';
import type { FrameController, FrameHost, FrameView } from './frame-controller.js';
import type { LocaleController } from './locale-controller.js';
import type { PageContext } from './page-context.js';
import type { SourceController } from './source-controller.js';

/** What it says beside `frameMessages`, under the same name. */
const snippetMessages = defineMessages('frame', {
  es: {
    embedHow: 'Copia este código en tu página:',
    embedNoData: 'El código no lleva los datos que esta página le dio al recuadro: no caben en él.',
    copy: 'Copiar',
  },
  en: {
    embedHow: 'Copy this code into your page:',
    embedNoData:
      'The code does not carry the data that this page gave to the widget: they do not fit in it.',
    copy: 'Copy',
  },
});

/** Characters of JSON that a snippet carries at most: more is no code to paste. */
const MOST_DATA = 100_000;

/** The widget that a snippet is of, and what its frame lends. */
export interface SnippetOptions {
  readonly host: FrameHost;
  readonly source: SourceController<unknown>;
  readonly locale: LocaleController;
  readonly context: PageContext;
  readonly view: FrameView;
  readonly frame: Pick<FrameController, 'say'>;
  copy(text: string): void;
}

/** Attributes that belong to one page, not to the widget as configured. */
const NOT_CARRIED = /^(?:id|class|style|slot|part|hidden|defer-hydration|on.*|data-.*|aria-.*)$/;

/** Attributes that hold an address. */
const ADDRESSES = /^(?:src|snapshot|deflator|population|gdp|messages|search-url|index|feed)$/;

/** What "Insertar" shows. Loaded when a reader asks for it. */
export function renderSnippet(options: SnippetOptions): TemplateResult {
  const { frame, copy, locale } = options;
  const { of } = locale.translator(snippetMessages);
  const given = givenData(options.host);
  const snippet = embedSnippet(options, given);
  return html`<div class="snippet" part="snippet">
    <label for="snippet">${frame.say(of('embedHow'))}</label>
    ${given === '' ? html`<p role="status">${frame.say(of('embedNoData'))}</p>` : nothing}
    <textarea
      id="snippet"
      readonly
      rows="5"
      spellcheck="false"
      dir="ltr"
      .value=${snippet}
    ></textarea>
    <button type="button" class="action" part="action action-copy" @click=${() => copy(snippet)}>
      ${frame.say(of('copy'))}
    </button>
  </div>`;
}

/**
 * HTML that reproduces this widget, as configured, on another page: addresses made absolute, what a
 * provider gives written as attributes, the fallback link inside. It is written by a document that
 * runs nothing, which escapes what has to be. It loads the autoloader where the page has one, and
 * is the element alone elsewhere.
 */
function embedSnippet(
  { host, source, locale, context, view }: SnippetOptions,
  given = host.querySelector(':scope > script[type="application/json"]')?.textContent ?? '',
): string {
  const page = document.implementation.createHTMLDocument('');
  const copy = page.createElement(host.localName);
  for (const { name, value } of Array.from(host.attributes)) {
    if (!NOT_CARRIED.test(name)) copy.setAttribute(name, value);
  }
  writeProperties(host, copy);
  const { theme, messages, lang } = context;
  const provided = { theme, messages, lang: lang && locale.lang };
  for (const [name, value] of Object.entries(provided)) {
    if (value && !copy.getAttribute(name)) copy.setAttribute(name, value);
  }
  for (const { name, value } of Array.from(copy.attributes)) {
    if (ADDRESSES.test(name)) copy.setAttribute(name, absolute(source, value));
    // Unlike the others, a worker's address is the page's own.
    if (name === 'worker' && value && value !== 'none')
      copy.setAttribute(name, new URL(value, document.baseURI).href);
  }
  if (given) {
    const document = page.createElement('script');
    document.type = 'application/json';
    // A script's text is written as it is, and must not end the script.
    document.append(given.replaceAll('<', '\\u003c'));
    copy.append(document);
  }
  const href = view.foot?.sourceUrl ?? source.address;
  if (href) {
    const link = page.createElement('a');
    link.href = href;
    link.textContent = view.title?.text ?? href;
    copy.append(link);
  }
  // Written as text: a page that requires trusted types lets nobody set a script's address, and an
  // address of ours has no quote in it.
  const script = pageRegistry()['scriptAddress'];
  const load =
    typeof script === 'string' ? `<script type="module" src="${script}"></script>\n` : '';
  return load + copy.outerHTML;
}

/** `.data` as JSON, empty where they are too many or no JSON would say them all; `undefined` for none. */
function givenData({ data }: FrameHost): string | undefined {
  if (data === undefined || data === null) return undefined;
  let isWhole = true;
  try {
    const json = JSON.stringify(data, (_, value: unknown) => {
      isWhole &&= !ArrayBuffer.isView(value) && !(value instanceof Map || value instanceof Set);
      return value;
    });
    return isWhole && json.length <= MOST_DATA ? json : '';
  } catch {
    // A big integer, or a part that holds itself.
    return '';
  }
}

/** Frameworks set properties, not attributes: what is not as in a widget just made is written too. */
function writeProperties(host: FrameHost, copy: HTMLElement): void {
  const made = document.createElement(host.localName);
  const { elementProperties } = host.constructor as typeof LitElement;
  for (const [property, { attribute }] of elementProperties) {
    if (attribute === false) continue;
    const name = typeof attribute === 'string' ? attribute : String(property).toLowerCase();
    const value: unknown = Reflect.get(host, property);
    if (copy.hasAttribute(name) || value == null || value === Reflect.get(made, property)) continue;
    const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
    copy.setAttribute(name, value === true ? '' : text);
  }
}

/** What cannot be one stays as it is; `{query}` in a template stays readable. */
function absolute(source: SourceController<unknown>, address: string): string {
  return (source.resolve(address) || address).replaceAll(/%7Bquery%7D/gi, '{query}');
}
