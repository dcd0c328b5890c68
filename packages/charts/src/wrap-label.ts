import { cutText } from '@ventana/model';

/** A label in at most `lines` lines of about `width` characters; what does not fit ends in "…". */
export function wrapLabel(text: string, width: number, lines: number): string[] {
  const result: string[] = [];
  // Enough for all lines: a name of a megabyte must not be cut word by word.
  let line = '';
  for (const word of cutText(text, width * (lines + 1)).split(/\s+/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (longer.length <= width) {
      line = longer;
      continue;
    }
    if (line !== '') result.push(line);
    line = word.length > width ? `${cutText(word, width - 1)}…` : word;
  }
  if (line !== '') result.push(line);
  const whole = result.join(' ').length >= text.trim().replace(/\s+/g, ' ').length;
  if (result.length <= lines && whole) return result;
  const kept = result.slice(0, lines);
  const last = kept.at(-1) ?? '';
  kept[kept.length - 1] = `${cutText(last, width - 1).replace(/…$/, '')}…`;
  return kept;
}

/** Marks heaped upon one letter paint over the lines around it: three stay, as many as a language needs. */
export function fewMarks(text: string): string {
  return text.replace(/(\p{M}{3})\p{M}+/gu, '$1');
}
