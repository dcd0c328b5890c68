/** Intl's no-break spaces as plain ones, so that expected texts can be typed. */
export function plain(text: string | undefined): string | undefined {
  return text?.replace(/[\u00a0\u202f]/g, ' ');
}
