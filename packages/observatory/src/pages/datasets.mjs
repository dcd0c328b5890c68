import { EXAMPLES } from '../examples/datasets.mjs';
import { badge } from '../site/badge.mjs';
import { html } from '../site/html.mjs';

export const path = '/conjuntos';
export const order = 1;

/** @param {import('../site/layout.mjs').Say} say */
export const title = (say) => say('Conjuntos de datos', 'Datasets');

/** @param {import('../site/layout.mjs').Context} context */
export function render({ say, lang }) {
  const readable = EXAMPLES.filter(({ isPrivate }) => !isPrivate);
  return html` <h1>${title(say)}</h1>
    <p class="lead">
      ${say(
        `${readable.length} conjuntos de datos de ejemplo, de calidad diversa, leídos del catálogo data.json con una sola petición.`,
        `${readable.length} example datasets of varied quality, read from the data.json catalogue with one request.`,
      )}
    </p>
    <section aria-label="${title(say)}">
      <div class="grid">
        ${readable.map(({ name }) => badge(name, { size: 'card', level: 2, api: 'dcat', lang }))}
      </div>
    </section>`;
}
