import { html } from './html.mjs';

/**
 * A page of the observatory: one file of `pages/`, found by itself.
 *
 * @typedef {object} Page
 * @property {string} path address; one that ends in `*` takes the rest as `context.rest`
 * @property {(say: Say) => string} title
 * @property {number} [order] place in the navigation; a page without one is not in it
 * @property {(context: Context) => import('./html.mjs').Markup | undefined} render what goes into
 *   `<main>`, or nothing where there is no such page
 *
 * @typedef {(es: string, en: string) => string} Say the text in the page's language
 *
 * @typedef {object} Context
 * @property {'es' | 'en'} lang
 * @property {Say} say
 * @property {string} origin such as `http://localhost:4173`
 * @property {string} rest what the `*` of the path stands for
 * @property {(path: string) => string} link the address of another page, in the same language
 */

/**
 * @param {Page} page
 * @param {Context} context
 * @param {object} site
 * @param {Page[]} site.pages all of them, for the navigation
 * @param {string} site.path the address asked
 */
export function layout(page, context, { pages, path }) {
  const { lang, say, link } = context;
  const main = page.render(context);
  if (!main) return undefined;
  const title = page.title(say);
  return html`<!doctype html>
    <html lang="${lang === 'en' ? 'en' : 'es-MX'}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · Ventana</title>
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href="/ventana.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/site.css" />
        <script type="module" src="/embed/ventana.js"></script>
      </head>
      <body>
        <a class="skip" href="#contenido">${say('Ir al contenido', 'Skip to content')}</a>
        <header>
          <div class="width bar">
            <a class="brand" href="${link('/')}"
              ><img src="/ventana.svg" alt="" width="28" height="28" /> Ventana</a
            >
            <nav aria-label="${say('Principal', 'Main')}">
              <ul>
                ${pages
                  .filter(({ order }) => order !== undefined)
                  .map(
                    (other) =>
                      html`<li>
                        <a
                          href="${link(other.path)}"
                          ${other === page ? html` aria-current="page"` : ''}
                          >${other.title(say)}</a
                        >
                      </li>`,
                  )}
              </ul>
            </nav>
            ${
              lang === 'en'
                ? html`<a class="language" href="${path}" lang="es" hreflang="es">Español</a>`
                : html`<a class="language" href="${path}?lang=en" lang="en" hreflang="en"
                    >English</a
                  >`
            }
          </div>
          <p class="notice">
            <span class="width"
              ><strong>${say('Datos de ejemplo.', 'Example data.')}</strong> ${say(
                'Salvo el plan 2013-2015 y el gasto federal, las instituciones y las cifras de este sitio son inventadas; nada de lo que ves sale de esta computadora.',
                'But for the 2013-2015 plan and federal spending, the institutions and figures on this site are made up; nothing you see here leaves this computer.',
              )}</span
            >
          </p>
        </header>
        <main id="contenido" class="width" tabindex="-1">${main}</main>
        <footer>
          <p class="width">
            ${say(
              'Ventana es software libre (licencia MIT). Esta página usa los mismos archivos que usaría cualquier sitio: una etiqueta script.',
              'Ventana is free software (MIT licence). This page uses the same files as any site would: one script tag.',
            )}
          </p>
        </footer>
      </body>
    </html> `;
}
