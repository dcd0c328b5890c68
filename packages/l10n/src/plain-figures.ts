import { cached } from './intl-locale.js';

/**
 * Does this language write `1,234.5`, as Spanish in Mexico and English do? Then no `Intl` is asked: the
 * first NumberFormat of a page takes 17 ms (Chromium 156), 70 on a slow telephone, more than to draw.
 */
export function writesPlainly(lang: string): boolean {
  return cached('plain', lang, ([first]) => first === 'es-MX' || first === 'en-US');
}

/** Plain decimal text with commas: `-1234567.5` is `-1,234,567.5`. */
export function grouped(text: string): string {
  const [whole = '', fraction] = text.split('.');
  const commas = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return fraction === undefined ? commas : `${commas}.${fraction}`;
}
