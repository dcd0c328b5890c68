import { addForEveryWidget, addTexts, localesChanged, registeredMessages } from './instance.js';
import { languageTag } from './language.js';
import type { Messages, Texts } from './messages.js';

/** What became of the texts of a community locale. */
export interface CommunityReport {
  /** In use. */
  accepted: number;
  /** Of a key that the widget does not have, or empty (not translated yet). */
  ignored: number;
  /** Not a text, or one whose placeholders are not those of the Spanish. */
  refused: number;
  /** Of a widget that is not on the page; judged when it comes. */
  waiting: number;
}

/** Longest text taken: a label, not a document. */
const LONGEST = 2000;

type ByKey = Map<string, string>;

/** Texts of widgets not on the page yet: widget -> language -> key -> text. */
const waiting = new Map<string, Map<string, ByKey>>();

/**
 * Adds a community's translation: `{ "<widget>": { "<key>": "<text>" } }` or
 * `{ "<widget>.<key>": "<text>" }`, as a file or a translation platform writes it. For any
 * BCP 47 tag: `nhe`, `yua`, `tzh`, `tzo`, `mix`, `zap`, `nah`, `oto`… and `es-MX` too, to say
 * something in one's own words. What it does not have is said in Spanish, text by text.
 *
 * Texts are only ever text: markup is shown, not run. Bad input never throws; the report counts it.
 *
 * @param lang - BCP 47; with no valid tag everything is refused
 * @param json - the parsed document
 */
export function addCommunityLocale(lang: string, json: unknown): CommunityReport {
  const report: CommunityReport = { accepted: 0, ignored: 0, refused: 0, waiting: 0 };
  const tag = languageTag(lang);
  const arrived = new Map<string, ByKey>();
  for (const [namespace, key, text] of entriesOf(json)) {
    if (!tag || typeof text !== 'string' || text.length > LONGEST) report.refused++;
    else if (text.trim() === '') report.ignored++;
    else child(arrived, namespace).set(key, text);
  }
  if (!tag) return report;

  addForEveryWidget(judgeWaiting);
  for (const [namespace, texts] of arrived) {
    const messages = registeredMessages(namespace);
    if (messages) judge(messages, tag, texts, report);
    else {
      report.waiting += texts.size;
      const kept = child(child(waiting, namespace), tag);
      for (const [key, text] of texts) kept.set(key, text);
    }
  }
  if (report.accepted > 0) localesChanged();
  return report;
}

function child<V>(parent: Map<string, Map<string, V>>, name: string): Map<string, V> {
  let found = parent.get(name);
  if (!found) parent.set(name, (found = new Map()));
  return found;
}

/** Own keys only, two levels at most: a hostile document has nothing else to reach. */
function* entriesOf(json: unknown): Generator<[namespace: string, key: string, text: unknown]> {
  if (!isObject(json)) return;
  for (const [name, value] of Object.entries(json)) {
    if (isObject(value)) {
      for (const [key, text] of Object.entries(value)) yield [name, key, text];
    } else {
      const dot = name.indexOf('.');
      yield [name.slice(0, Math.max(dot, 0)), name.slice(dot + 1), value];
    }
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function judgeWaiting(messages: Messages): void {
  const byLanguage = waiting.get(messages.namespace);
  waiting.delete(messages.namespace);
  for (const [tag, texts] of byLanguage ?? []) judge(messages, tag, texts);
}

function judge(messages: Messages, tag: string, texts: ByKey, report?: CommunityReport): void {
  const accepted: Record<string, string> = {};
  for (const [key, text] of texts) {
    const verdict = verdictOn(messages.es, key, text);
    if (report) report[verdict]++;
    if (verdict !== 'accepted') continue;
    accepted[key] = text;
    // A language without plural rules in this browser is given those of the browser's own, and
    // may be asked for a form that it does not have: the bare key answers for any form.
    const bare = pluralBase(messages.es, key);
    if (bare && key.endsWith('_other')) accepted[bare] = text;
  }
  addTexts(tag, messages.namespace, accepted);
}

/** `rows` for any plural form of it (`rows_two`), even one that Spanish does not have. */
function pluralBase(es: Texts, key: string): string | undefined {
  const base = /^(.+)_(?:zero|one|two|few|many|other)$/s.exec(key)?.[1];
  return base !== undefined && Object.hasOwn(es, `${base}_other`) ? base : undefined;
}

function verdictOn(es: Texts, key: string, text: string): 'accepted' | 'ignored' | 'refused' {
  const base = pluralBase(es, key);
  const like = base === undefined ? key : `${base}_other`;
  if (!Object.hasOwn(es, like)) return 'ignored';
  const wanted = placeholders(es[like]!);
  const given = placeholders(text);
  // "Un recurso" needs no {{count}}.
  if (base !== undefined && wanted.has('count') && !key.endsWith('_other')) given.add('count');
  return wanted.size === given.size && [...wanted].every((name) => given.has(name))
    ? 'accepted'
    : 'refused';
}

function placeholders(text: string): Set<string> {
  return new Set([...text.matchAll(/\{\{(.+?)\}\}/g)].map(([, name = '']) => name.trim()));
}
