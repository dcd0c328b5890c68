import { EXAMPLES, inWords } from '../examples/datasets.mjs';
import { html } from './html.mjs';

/** @param {string} name of an example dataset */
export function showAddress(name) {
  return `/api/3/action/package_show?id=${encodeURIComponent(name)}`;
}

/**
 * A badge as a webmaster writes it, with a link as its fallback. Eager, as a page whose subject
 * are the badges would have them.
 *
 * @param {string} name of an example dataset
 * @param {object} options
 * @param {'badge' | 'card' | 'full'} options.size
 * @param {'es' | 'en'} options.lang of the fallback
 * @param {string} [options.theme]
 * @param {number} [options.level] of its heading
 * @param {'ckan' | 'dcat'} [options.api] which of the two APIs it reads
 */
export function badge(name, { size, lang, theme, level = 3, api = 'ckan' }) {
  const source =
    api === 'dcat' ? html`src="/data.json" dataset="${name}"` : html`src="${showAddress(name)}"`;
  const example = EXAMPLES.find((one) => one.name === name);
  return html`<ventana-dataset-badge
    ${source}
    size="${size}"
    heading-level="${level}"
    loading="eager"
    ${theme ? html` theme="${theme}"` : ''}
    ><a href="/dataset/${name}"
      >${example ? inWords(example.title, lang) : name}</a
    ></ventana-dataset-badge
  >`;
}
