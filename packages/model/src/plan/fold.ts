import { foldText } from '../fold-text.js';

/** Letters and digits only: `Fecha límite`, `fecha_limite` and `fechaLimite` are one name. */
export function foldKey(text: string): string {
  return foldText(text.slice(0, 200)).replace(/[^a-z0-9]+/g, '');
}
