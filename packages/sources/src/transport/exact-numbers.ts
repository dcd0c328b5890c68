import { endOfString } from './read-json.js';

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?=\s*(?:[,\]}]|$))/y;

/**
 * Valid JSON text in which numbers that a double cannot hold exactly have become strings of the same
 * spelling, so that an amount of 9007199254740993.15 pesos stays one: `Decimal` reads the text.
 *
 * A double keeps any 15 significant digits; longer numbers, and those beyond its range, are quoted.
 * Works where `JSON.parse` has no source text access (Safari, Firefox before 135, Node before 21).
 *
 * @example
 * parseJson(answer, { rewrite: exactNumbers })
 */
export function exactNumbers(json: string): string {
  let out = '';
  let copied = 0;
  for (let i = 0; i < json.length; i++) {
    const code = json.charCodeAt(i);
    if (code === 0x22) {
      i = endOfString(json, i);
      if (i < 0) break;
    } else if (code === 0x2d || (code >= 0x30 && code <= 0x39)) {
      NUMBER.lastIndex = i;
      const number = NUMBER.exec(json)?.[0] ?? '';
      if (!isExact(number)) {
        out += `${json.slice(copied, i)}"${number}"`;
        copied = i + number.length;
      }
      i += Math.max(number.length - 1, 0);
    }
  }
  return out + json.slice(copied);
}

function isExact(number: string): boolean {
  const digits = number.replace(/e.*$/i, '').replace(/\D/g, '').replace(/^0+/, '');
  return digits.length <= 15 && Number.isFinite(Number(number));
}
