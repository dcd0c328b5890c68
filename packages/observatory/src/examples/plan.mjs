import { shippedText } from './shipped.mjs';

/**
 * The fictional plan that ships with the library.
 *
 * @type {{
 *   titulo: string,
 *   presentado: string,
 *   compromisos: {
 *     numero: number,
 *     titulo: string,
 *     historial?: { fecha: string, estatus: string, nota?: string }[],
 *   }[],
 * }}
 */
export const EXAMPLE_PLAN = JSON.parse(shippedText('plan-ejemplo.json'));
