import { html } from '../site/html.mjs';
import { planAddress, tracker } from '../site/tracker.mjs';

export const path = '/compromisos';
export const order = 2;

/** @param {import('../site/layout.mjs').Say} say */
export const title = (say) => say('Compromisos', 'Commitments');

/** @param {import('../site/layout.mjs').Context} context */
export function render({ say, origin }) {
  return html` <h1>${title(say)}</h1>
    <p class="lead">
      ${say(
        'Los 26 compromisos del Plan de Acción 2013-2015, tal como se acordaron. Nadie publica en datos en qué quedaron, así que dicen «Sin dato».',
        'The 26 commitments of the 2013-2015 Action Plan, as they were agreed. Nobody publishes as data what became of them, so they say “No data”.',
      )}
    </p>
    <section aria-label="${say('Plan 2013-2015', '2013-2015 plan')}">
      ${tracker('plan-2013-2015', {
        view: 'list',
        permalink: 'plan',
        fallback: say('Plan de Acción 2013-2015', '2013-2015 Action Plan'),
      })}
    </section>
    <section aria-labelledby="con-avances">
      <h2 id="con-avances">${say('Un plan con avances', 'A plan with progress')}</h2>
      <p>
        ${say(
          'Un municipio inventado que sí publica hitos, evidencias y dos evaluaciones.',
          'A made-up municipality that does publish milestones, evidence and two assessments.',
        )}
      </p>
      ${tracker('plan-ejemplo', {
        level: 3,
        permalink: 'ejemplo',
        since: '2026-08-01',
        feed: '/api/planes/plan-ejemplo.atom',
        fallback: say('Plan de ejemplo', 'Example plan'),
      })}
    </section>
    <section aria-labelledby="escribir">
      <h2 id="escribir">${say('Escribe el de tu municipio', 'Write your own')}</h2>
      <p>
        ${say(
          'Un plan es un archivo de texto o una hoja de cálculo, y también cabe en la página. Este, de dos compromisos, ya se ve:',
          'A plan is a text file or a spreadsheet, and may also stand in the page. This one, of two commitments, already shows:',
        )}
      </p>
      <pre
        tabindex="0"
        role="region"
        aria-label="${say('Código para pegar', 'Code to paste')}"
      ><code>${`<script type="module" src="${origin}/embed/ventana.js"></script>

<ventana-commitment-tracker>
  <script type="application/json">
    {
      "titulo": "Plan de gobierno abierto de mi municipio",
      "compromisos": [
        { "numero": 1, "titulo": "Agua limpia en todas las colonias" },
        {
          "numero": 2,
          "titulo": "Presupuesto en datos abiertos",
          "estatus": "en proceso",
          "hitos": [{ "titulo": "Publicar los egresos", "fecha": "2027-03-31" }]
        }
      ]
    }
  </script>
  <a href="/plan">Plan de gobierno abierto</a>
</ventana-commitment-tracker>`}</code></pre>
      <p>
        ${say('Para seguir:', 'To go on:')}
        <a href="${planAddress('plan-ejemplo')}"
          >${say('un plan con todos sus campos', 'a plan with all its fields')}</a
        >, <a href="/embed/datos/plan.schema.json">${say('su formato', 'its format')}</a>.
      </p>
    </section>`;
}
