import { html } from '../site/html.mjs';

export const path = '/gasto';
export const order = 3;

/** @param {import('../site/layout.mjs').Say} say */
export const title = (say) => say('Gasto abierto', 'Open spending');

const SOURCE = 'https://www.cuentapublica.hacienda.gob.mx/';
const JSON_FILE = '/embed/datos/gasto-federal-2013-2023.json';
const CSV_FILE = '/gasto/federal.csv';

/** @param {import('../site/layout.mjs').Context} context */
export function render({ say, lang }) {
  const tag = lang === 'en' ? 'en' : 'es-MX';
  const fallback = html`<a href="${SOURCE}">${say('Cuenta Pública', 'Public Account')}</a>`;
  return html` <h1>${title(say)}</h1>
    <p class="lead">
      ${say(
        'Lo que aprobó el Congreso y lo que ejerció el gobierno federal, por ramo, de 2013 a 2023.',
        'What Congress approved and what the federal government spent, by branch, 2013 to 2023.',
      )}
    </p>
    <p>
      <strong>${say('Estas cifras sí son reales.', 'These figures are real.')}</strong>
      ${say(
        'Fuente: Cuenta de la Hacienda Pública Federal, Secretaría de Hacienda y Crédito Público. No incluyen IMSS, ISSSTE, Pemex ni CFE.',
        'Source: Federal Public Account, Ministry of Finance. Without IMSS, ISSSTE, Pemex and CFE.',
      )}
    </p>
    <section aria-label="${say('En qué se gastó', 'What it was spent on')}">
      <ventana-budget-chart
        id="gasto"
        permalink
        lang="${tag}"
        src="${JSON_FILE}"
        heading="${say('En qué se gastó', 'What it was spent on')}"
        by="ramo"
        measure="ejercido"
        >${fallback}</ventana-budget-chart
      >
    </section>
    <section aria-label="${say('Aprobado y ejercido', 'Approved and spent')}">
      <ventana-budget-chart
        lang="${tag}"
        src="${CSV_FILE}"
        heading="${say('Lo aprobado contra lo ejercido', 'What was approved against what was spent')}"
        view="execution"
        by="ramo"
        >${fallback}</ventana-budget-chart
      >
    </section>
    <section aria-label="${say('Año con año', 'Year by year')}">
      <ventana-budget-chart
        lang="${tag}"
        src="${CSV_FILE}"
        heading="${say('Año con año, sin la inflación', 'Year by year, inflation removed')}"
        view="series"
        compare="aprobado"
        adjust="real"
        >${fallback}</ventana-budget-chart
      >
    </section>`;
}
