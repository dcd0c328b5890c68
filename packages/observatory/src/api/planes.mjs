import { existsSync } from 'node:fs';
import { EXAMPLE_PLAN } from '../examples/plan.mjs';
import { EMBED, shippedText } from '../examples/shipped.mjs';

/**
 * Plans as an organisation would publish them: one JSON file each, those that ship with the library
 * (`/api/planes/plan-2013-2015.json`, `/api/planes/plan-ejemplo.json`), and an Atom feed of what
 * changed in the example.
 *
 * @see https://www.rfc-editor.org/rfc/rfc4287
 */
export const prefix = '/api/planes/';

/** @param {string} text */
const xml = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The status changes of the example, latest first. @param {string} home */
function feed(home) {
  const entries = EXAMPLE_PLAN.compromisos
    .flatMap(({ numero, titulo, historial = [] }) =>
      historial.map((change) => ({ ...change, numero, titulo })),
    )
    .sort((a, b) => b.fecha.localeCompare(a.fecha));
  const at = (/** @type {string} */ day) => `<updated>${day}T12:00:00Z</updated>`;
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="es">
<id>${xml(home)}compromisos</id><title>${xml(EXAMPLE_PLAN.titulo)} (datos de ejemplo)</title>
${at(entries[0]?.fecha ?? EXAMPLE_PLAN.presentado)}
<author><name>Observatorio</name></author><link href="${xml(home)}compromisos"/>
${entries
  .map(
    ({ fecha, estatus, nota, numero, titulo }) =>
      `<entry><id>${xml(home)}compromisos#${numero}-${fecha}</id><title>${xml(`${numero}. ${titulo}: ${estatus}`)}</title>${at(fecha)}<summary>${xml(nota ?? '')}</summary></entry>`,
  )
  .join('\n')}
</feed>
`;
}

/** @param {Request} request @returns {Response} */
export function answer(request) {
  const url = new URL(request.url);
  const name = url.pathname.slice(prefix.length);
  if (name === 'plan-ejemplo.atom') {
    return new Response(feed(`${url.origin}/`), {
      headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' },
    });
  }
  if (!/^[a-z0-9-]+\.json$/.test(name) || !existsSync(new URL(`datos/${name}`, EMBED))) {
    return new Response('Not Found', { status: 404, headers: { 'Content-Type': 'text/plain' } });
  }
  return new Response(shippedText(name), { headers: { 'Content-Type': 'application/json' } });
}
