// eslint-disable-next-line no-control-regex -- all of ASCII, control characters too
const ASCII = /^[\x00-\x7f]*$/;

/** Lower case without accents, for comparing what people type: `Política` and `politica` are one. */
export function foldText(text: string): string {
  const lower = text.toLowerCase();
  return ASCII.test(lower) ? lower : lower.normalize('NFD').replace(/[\u0300-\u036f]+/g, '');
}

/** Letters and digits only: `Fecha límite`, `fecha_limite` and `fechaLimite` are one name. */
export function foldKey(text: string): string {
  return foldText(text.slice(0, 200)).replace(/[^a-z0-9]+/g, '');
}
