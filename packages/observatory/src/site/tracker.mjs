import { html } from './html.mjs';

/** @param {string} name of a plan that ships with the library */
export function planAddress(name) {
  return `/api/planes/${name}.json`;
}

/**
 * A tracker as a webmaster writes it, with a link as its fallback.
 *
 * @param {string} name of a plan
 * @param {object} options
 * @param {string} options.fallback text of the link inside
 * @param {string} [options.permalink] names it in the page's hash
 * @param {string} [options.view]
 * @param {string} [options.feed]
 * @param {string} [options.since]
 * @param {number} [options.level] of its heading
 */
export function tracker(name, { fallback, permalink, view, feed, since, level = 2 }) {
  return html`<ventana-commitment-tracker
    src="${planAddress(name)}"
    heading-level="${level}"
    loading="eager"
    ${view ? html` view="${view}"` : ''}
    ${permalink ? html` permalink="${permalink}"` : ''}
    ${feed ? html` feed="${feed}"` : ''}
    ${since ? html` since="${since}"` : ''}
    ><a href="${planAddress(name)}">${fallback}</a></ventana-commitment-tracker
  >`;
}
