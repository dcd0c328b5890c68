/**
 * Text that a source gives once, or once per language (`{ "es": "Presupuesto", "en": "Budget" }`,
 * as CKAN's fluent extension and our own JSON write it). Keys are BCP 47 tags.
 */
export type LocalizedText = string | Readonly<Record<string, string>>;

/** A text with the language it is in; `lang` is absent where the source does not say. */
export interface PickedText {
  readonly text: string;
  readonly lang?: string;
}

/**
 * The best text for a reader of `lang`: exact tag, then the same base language, then Spanish,
 * then English, then whatever comes first. `undefined` when there is no text at all.
 */
export function pickText(source: LocalizedText | undefined, lang: string): PickedText | undefined {
  if (source === undefined) return undefined;
  if (typeof source === 'string') return source.trim() === '' ? undefined : { text: source };
  const entries = Object.entries(source).filter(([, text]) => text.trim() !== '');
  const base = (tag: string): string => tag.toLowerCase().split(/[-_]/)[0] ?? '';
  const wanted = lang.toLowerCase();
  const found =
    entries.find(([tag]) => tag.toLowerCase() === wanted) ??
    entries.find(([tag]) => base(tag) === base(wanted)) ??
    entries.find(([tag]) => base(tag) === 'es') ??
    entries.find(([tag]) => base(tag) === 'en') ??
    entries[0];
  return found && { lang: found[0], text: found[1] };
}
