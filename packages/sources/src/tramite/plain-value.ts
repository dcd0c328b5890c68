import { pickText } from '@ventana/model';

/** An object that is no array: a record. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Own value of a key; `undefined` where the value is no record. */
export function at(value: unknown, key: string): unknown {
  return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** Text as a source gives it: a string, a number, or one per language (Spanish is picked). */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return /[^\s\p{Cf}]/u.test(value) ? value.trim() : undefined;
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  if (typeof value === 'boolean') return value ? 'Sí' : 'No';
  if (!isRecord(value)) return undefined;
  // JSON-LD writes a text in a language as {"@value": "…", "@language": "es"}.
  if (typeof value['@value'] === 'string') return textOf(value['@value']);
  const keys = Object.keys(value);
  const isByLanguage = (key: string): boolean =>
    /^[a-z]{2,3}(?:[-_]\w+)?$/.test(key) && typeof value[key] === 'string';
  // {"url": "…", "id": "…"} also looks like languages: one must be Spanish or English.
  if (!keys.every(isByLanguage) || !keys.some((key) => /^e[sn]\b/.test(key))) return undefined;
  const texts = value as Record<string, string>;
  return pickText(texts, 'es')?.text.trim();
}

/** One or many, as a list without what is nothing. */
export function listOf(value: unknown): unknown[] {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  return list.filter((item) => item !== null && item !== undefined && item !== '');
}

/** The texts of one or many; what has no text is left out. */
export function textsOf(value: unknown): string[] {
  const texts: string[] = [];
  for (const item of Array.isArray(value) ? (value as unknown[]) : [value]) {
    const text = textOf(item);
    if (text !== undefined) texts.push(text);
  }
  return texts;
}

/** Any value as one text, for what has no field: `clave: valor` lines, two levels deep. */
export function flatText(value: unknown, depth = 0): string | undefined {
  const plain = textOf(value);
  if (plain !== undefined || depth > 2) return plain;
  const lines = Array.isArray(value)
    ? value.slice(0, 50).map((item) => flatText(item, depth + 1))
    : isRecord(value)
      ? Object.keys(value)
          .slice(0, 50)
          .map((key) => {
            const inner = flatText(value[key], depth + 1);
            return inner && `${key}: ${inner}`;
          })
      : [];
  return lines.filter(Boolean).join('\n') || undefined;
}

/** Without the keys that have no value. */
export function dropUndefined(record: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const key of Object.keys(record)) {
    if (record[key] !== undefined) kept[key] = record[key];
  }
  return kept;
}
