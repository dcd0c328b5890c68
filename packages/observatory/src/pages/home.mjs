import { html } from '../site/html.mjs';
import { badge, showAddress } from '../site/badge.mjs';
import { planAddress, tracker } from '../site/tracker.mjs';

export const path = '/';
export const order = 0;

/** @param {import('../site/layout.mjs').Say} say */
export const title = (say) => say('Observatorio', 'Observatory');

/** @param {import('../site/layout.mjs').Context} context */
export function render({ say, lang, origin, link }) {
  return html` <h1>${say('Los datos públicos, a la vista', 'Public data, in plain sight')}</h1>
    <p class="lead">
      ${say(
        'Cada recuadro de esta página es una etiqueta HTML que lee una API de datos abiertos y dice, con pruebas, qué tan al día, abiertos y útiles son esos datos.',
        'Each box on this page is an HTML tag that reads an open-data API and says, with evidence, how current, open and useful the data are.',
      )}
    </p>

    <section aria-labelledby="compromisos">
      <h2 id="compromisos">
        ${say('Qué se comprometió, y en qué quedó', 'What was promised, and what became of it')}
      </h2>
      <p>
        ${say(
          'Los 26 compromisos del Plan de Acción 2013-2015. Donde nadie dice cómo van, se lee «Sin dato».',
          'The 26 commitments of the 2013-2015 Action Plan. Where nobody says how they stand, it reads “No data”.',
        )}
        <a href="${link('/compromisos')}"
          >${say('Ver también uno con avances', 'See one with progress too')}</a
        >
      </p>
      ${tracker('plan-2013-2015', {
        level: 3,
        permalink: 'plan',
        fallback: say('Plan de Acción 2013-2015', '2013-2015 Action Plan'),
      })}
    </section>

    <section aria-labelledby="tamanos">
      <h2 id="tamanos">${say('Una ficha, tres tamaños', 'One badge, three sizes')}</h2>
      <p>
        ${say(
          'En una línea de texto, como tarjeta o como ficha completa con sus archivos y sus dos evaluaciones.',
          'Within a line of text, as a card, or as a full sheet with its files and its two assessments.',
        )}
      </p>
      <figure class="sample">
        <figcaption><code>size="badge"</code></figcaption>
        <p>
          ${say('El informe usa estos datos:', 'The report uses these data:')}
          ${badge('calidad-del-aire', { size: 'badge', lang })}
        </p>
      </figure>
      <figure class="sample">
        <figcaption><code>size="card"</code></figcaption>
        ${badge('rutas-de-transporte', { size: 'card', lang })}
      </figure>
      <figure class="sample">
        <figcaption><code>size="full"</code></figcaption>
        ${badge('presupuesto-de-egresos', { size: 'full', lang })}
      </figure>
    </section>

    <section aria-labelledby="temas">
      <h2 id="temas">${say('Con el aspecto de tu sitio', 'With the looks of your site')}</h2>
      <p>
        ${say(
          'Un tema neutral para organizaciones y uno con los colores de gob.mx; los dos, también en oscuro.',
          'A neutral theme for organisations and one in the colours of gob.mx; both in dark as well.',
        )}
      </p>
      <div class="grid pairs">
        ${['light', 'dark'].flatMap((scheme) =>
          ['neutral', 'gobmx'].map(
            (theme) =>
              html` <figure class="sample ${scheme}">
                <figcaption>
                  <code>theme="${theme}"</code>,
                  ${scheme === 'dark' ? say('oscuro', 'dark') : say('claro', 'light')}
                </figcaption>
                ${badge('contrataciones', { size: 'card', theme, lang })}
              </figure>`,
          ),
        )}
      </div>
    </section>

    <section aria-labelledby="calidad">
      <h2 id="calidad">${say('Lo que falta también se ve', 'What is missing shows too')}</h2>
      <p>
        ${say(
          'Un conjunto atrasado, uno sin licencia y uno que solo está en PDF.',
          'A late dataset, one without a licence, and one that is only in PDF.',
        )} <a href="${link('/conjuntos')}">${say('Ver todos los conjuntos', 'See all datasets')}</a>
      </p>
      <div class="grid">
        ${['incidencia-delictiva', 'padron-de-comercios', 'actas-de-cabildo'].map((name) => badge(name, { size: 'card', lang }))}
      </div>
    </section>

    <section aria-labelledby="insertar">
      <h2 id="insertar">${say('Pégalo en tu sitio', 'Paste it into your site')}</h2>
      <p>
        ${say(
          'Una etiqueta script para toda la página y una etiqueta por ficha. El enlace de adentro se ve si algo falla.',
          'One script tag for the whole page and one tag per badge. The link inside shows if anything fails.',
        )}
      </p>
      <pre
        tabindex="0"
        role="region"
        aria-label="${say('Código para pegar', 'Code to paste')}"
      ><code>${`<script type="module" src="${origin}/embed/ventana.js"></script>

<ventana-dataset-badge size="card"
  src="${origin}${showAddress('calidad-del-aire')}">
  <a href="${origin}/dataset/calidad-del-aire">${say('Calidad del aire', 'Air quality')}</a>
</ventana-dataset-badge>`}</code></pre>
    </section>

    <section aria-labelledby="api">
      <h2 id="api">${say('De dónde salen', 'Where they come from')}</h2>
      <p>
        ${say(
          'Este sitio trae una API de ejemplo que responde como un portal de verdad:',
          'This site brings an example API that answers as a real portal does:',
        )}
      </p>
      <ul class="list">
        ${[
          ['CKAN package_list', '/api/3/action/package_list'],
          ['CKAN package_show', showAddress('calidad-del-aire')],
          ['CKAN package_search', '/api/3/action/package_search?q=transporte'],
          ['DCAT (data.json)', '/data.json'],
          [say('Plan de acción', 'Action plan'), planAddress('plan-2013-2015')],
        ].map(([name, address]) => html`<li>${name}: <a href="${address}">${address}</a></li>`)}
      </ul>
    </section>`;
}
