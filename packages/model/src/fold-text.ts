// eslint-disable-next-line no-control-regex -- all of ASCII, control characters too
const ASCII = /^[\x00-\x7f]*$/;

/**
 * Lower case without accents, for matching what people type: `Política` and `politica` are one, and
 * ñ is n, because on many keyboards people write "ano" and "Nunez". Fold both sides. The result may
 * differ in length, so its positions are not those of the text.
 */
export function foldText(text: string): string {
  const lower = text.toLowerCase();
  return ASCII.test(lower) ? lower : lower.normalize('NFD').replace(/[\u0300-\u036f]+/g, '');
}
