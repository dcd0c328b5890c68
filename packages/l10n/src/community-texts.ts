import type { Messages, Texts } from './messages.js';

/** Longest text taken: a label, not a document. */
const LONGEST = 2000;

/**
 * What a community's document has for a widget: `{ "<widget>": { key: text } }`, or flat,
 * `{ "<widget>.key": text }`.
 *
 * A text is taken when it is text, of at most 2,000 characters, of a key that the widget has, and
 * with the placeholders of the Spanish one: no figure is lost, and none is asked that nobody gives.
 * (A plural form other than `_other` may leave `{{count}}` out: "un recurso".) Markup is just text.
 *
 * @param json - of any form: nothing in it makes this throw
 */
export function communityTexts(json: unknown): (messages: Messages) => Texts {
  const texts = [...entriesOf(json)];
  return ({ namespace, es }) => {
    const accepted: Record<string, string> = {};
    for (const [widget, key, text] of texts) {
      if (widget !== namespace || !isFit(es, key, text)) continue;
      accepted[key] = text;
      // A language without plural rules in this browser is given those of the browser's own, and
      // may be asked for a form that it does not have: the bare key answers for any form.
      const bare = pluralBase(es, key);
      if (bare && key.endsWith('_other')) accepted[bare] = text;
    }
    return accepted;
  };
}

/** Own keys only, two levels at most: a hostile document has nothing else to reach. */
function* entriesOf(json: unknown): Generator<[widget: string, key: string, text: unknown]> {
  for (const [name, value] of Object.entries(json ?? {})) {
    if (typeof value === 'object') {
      for (const [key, text] of Object.entries(value ?? {})) yield [name, key, text];
    } else {
      const dot = name.indexOf('.');
      yield [name.slice(0, Math.max(dot, 0)), name.slice(dot + 1), value];
    }
  }
}

/** `rows` for any plural form of it (`rows_two`), even one that Spanish does not have. */
function pluralBase(es: Texts, key: string): string | undefined {
  const base = /^(.+)_(?:zero|one|two|few|many|other)$/s.exec(key)?.[1];
  return base !== undefined && Object.hasOwn(es, `${base}_other`) ? base : undefined;
}

function isFit(es: Texts, key: string, text: unknown): text is string {
  if (typeof text !== 'string' || text.trim() === '' || text.length > LONGEST) return false;
  const base = pluralBase(es, key);
  const like = base === undefined ? key : `${base}_other`;
  if (!Object.hasOwn(es, like)) return false;
  const wanted = placeholders(es[like]!);
  const given = placeholders(text);
  if (base !== undefined && wanted.has('count') && !key.endsWith('_other')) given.add('count');
  return wanted.size === given.size && [...wanted].every((name) => given.has(name));
}

function placeholders(text: string): Set<string> {
  return new Set([...text.matchAll(/\{\{(.+?)\}\}/g)].map(([, name = '']) => name.trim()));
}
