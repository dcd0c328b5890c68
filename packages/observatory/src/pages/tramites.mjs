import { html } from '../site/html.mjs';

export const path = '/tramites';
export const order = 4;

const ADDRESS = '/api/tramites.json';

/** @param {import('../site/layout.mjs').Say} say */
export const title = (say) => say('Gobierno en un solo punto', 'Government in one place');

/** @param {import('../site/layout.mjs').Context} context */
export function render({ say, origin }) {
  return html` <h1>${title(say)}</h1>
    <p class="lead">
      ${say(
        'Escribe lo que necesitas como lo dirías: el buscador encuentra el trámite y arma tu plan, con lo que hay que llevar, cuánto cuesta, cuánto tarda y dónde se hace. El catálogo es de ejemplo.',
        'Type what you need as you would say it, in Spanish: the finder finds the procedure and makes your plan, with what to bring, what it costs, how long it takes and where it is done. The catalogue is made up.',
      )}
    </p>
    <section aria-label="${say('Buscador de trámites', 'Procedure finder')}">
      <ventana-tramite-finder src="${ADDRESS}" loading="eager" permalink
        ><a href="${ADDRESS}">${say('Catálogo de trámites', 'Catalogue of procedures')}</a>
      </ventana-tramite-finder>
    </section>
    <section aria-labelledby="uno">
      <h2 id="uno">${say('Un solo trámite', 'One procedure alone')}</h2>
      <p>
        ${say(
          'En la página de una oficina basta el suyo.',
          'The page of one office needs only its own.',
        )}
      </p>
      <ventana-tramite-finder
        src="${ADDRESS}"
        tramite="INE-EJ-02"
        heading-level="3"
        loading="eager"
        theme="gobmx"
        ><a href="${ADDRESS}">${say('Reponer la credencial', 'Replace the card')}</a>
      </ventana-tramite-finder>
    </section>
    <section aria-labelledby="pegar">
      <h2 id="pegar">${say('Pégalo en tu sitio', 'Paste it into your site')}</h2>
      <pre
        tabindex="0"
        role="region"
        aria-label="${say('Código para pegar', 'Code to paste')}"
      ><code>${`<script type="module" src="${origin}/embed/ventana.js"></script>

<ventana-tramite-finder src="${origin}${ADDRESS}" permalink>
  <a href="${origin}${ADDRESS}">${say('Catálogo de trámites', 'Catalogue of procedures')}</a>
</ventana-tramite-finder>`}</code></pre>
    </section>`;
}
