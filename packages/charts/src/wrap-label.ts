/** A label in at most `lines` lines of about `width` characters; what does not fit ends in "…". */
export function wrapLabel(text: string, width: number, lines: number): string[] {
  const result: string[] = [];
  // Enough for all lines: a name of a megabyte must not be cut word by word.
  let line = '';
  for (const word of text.slice(0, width * (lines + 1)).split(/\s+/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (longer.length <= width) {
      line = longer;
      continue;
    }
    if (line !== '') result.push(line);
    line = word.length > width ? `${word.slice(0, width - 1)}…` : word;
  }
  if (line !== '') result.push(line);
  const whole = result.join(' ').length >= text.trim().replace(/\s+/g, ' ').length;
  if (result.length <= lines && whole) return result;
  const kept = result.slice(0, lines);
  const last = kept.at(-1) ?? '';
  kept[kept.length - 1] = `${last.slice(0, width - 1)}…`;
  return kept;
}
