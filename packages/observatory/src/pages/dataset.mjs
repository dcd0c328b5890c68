import { EXAMPLES, inWords } from '../examples/datasets.mjs';
import { badge } from '../site/badge.mjs';
import { html } from '../site/html.mjs';

/** The page of one dataset, where CKAN has it. */
export const path = '/dataset/*';

/** @param {import('../site/layout.mjs').Say} say */
export const title = (say) => say('Conjunto de datos', 'Dataset');

/** @param {import('../site/layout.mjs').Context} context */
export function render({ say, lang, rest, link }) {
  const example = EXAMPLES.find(({ name, isPrivate }) => name === rest && !isPrivate);
  return (
    example &&
    html` <h1>${inWords(example.title, lang)}</h1>
      <p class="lead">
        <a href="${link('/conjuntos')}">${say('Todos los conjuntos', 'All datasets')}</a>
      </p>
      <section aria-label="${say('Ficha', 'Sheet')}">
        ${badge(example.name, { size: 'full', level: 2, lang })}
      </section>`
  );
}
