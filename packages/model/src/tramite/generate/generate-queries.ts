import { foldText } from '../../fold-text.js';
import type { Tramite } from '../tramite.js';
import { isStopWord, wordsOf } from '../search/words.js';
import { SeededRandom } from './random.js';

export type QueryKind = 'plain' | 'accentless' | 'prefix' | 'misspelt';

/** What somebody types, and the trámite that has to come first. */
export interface GeneratedQuery {
  readonly kind: QueryKind;
  readonly text: string;
  /** `id` of the trámite. */
  readonly wanted: string;
}

/**
 * Queries with a known answer: words of a title, as many as no other title has together. `plain`
 * leaves out stop words and mostly one more word; `accentless` is in lower case without accents;
 * `prefix` ends within a word; `misspelt` has one or two typos of the kinds that people make.
 */
export function generateQueries(
  tramites: readonly Tramite[],
  kind: QueryKind,
  count: number,
  seed: number,
): GeneratedQuery[] {
  const random = new SeededRandom(seed);
  const titles = titleSearch(tramites);
  const queries: GeneratedQuery[] = [];
  for (let tries = 0; queries.length < count && tries < count * 20; tries++) {
    const { id, name } = random.pick(tramites);
    const words = name
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== '' && !isStopWord(foldText(word)));
    if (words.length < 2) continue;
    const fewer = words.filter((_, at) => at !== drop(words, random));
    let chosen = titles.isAlone(fewer) ? fewer : words;
    if (!titles.isAlone(chosen)) continue;
    let text = chosen.join(' ').toLowerCase();
    if (kind === 'accentless') text = foldText(text);
    if (kind === 'prefix') {
      const last = chosen.at(-1) ?? '';
      const cut = last.slice(0, Math.max(3, Math.ceil(last.length * (0.4 + random.next() * 0.4))));
      chosen = [...chosen.slice(0, -1), cut];
      if (!titles.isAlone(chosen)) continue;
      text = chosen.join(' ').toLowerCase();
    }
    if (kind === 'misspelt') {
      const bad = misspell(chosen, random);
      if (!bad) continue;
      text = bad.join(' ').toLowerCase();
      if (random.next() < 0.5) text = foldText(text);
    }
    queries.push({ kind, text, wanted: id });
  }
  return queries;
}

function drop(words: readonly string[], random: SeededRandom): number {
  return words.length > 3 ? random.below(words.length) : -1;
}

/** Tells whether exactly one title has all these words, the last one perhaps only begun. */
function titleSearch(tramites: readonly Tramite[]): { isAlone(words: readonly string[]): boolean } {
  const byWord = new Map<string, Set<number>>();
  tramites.forEach(({ name }, at) => {
    for (const word of wordsOf(name)) {
      const titles = byWord.get(word) ?? new Set();
      titles.add(at);
      byWord.set(word, titles);
    }
  });
  const beginning = (begin: string): Set<number> => {
    const all = new Set<number>();
    for (const [word, titles] of byWord) {
      if (word.startsWith(begin)) for (const title of titles) all.add(title);
    }
    return all;
  };
  return {
    isAlone(words) {
      const folded = words.map(foldText);
      const sets = folded.map((word, at) =>
        at === folded.length - 1 ? beginning(word) : (byWord.get(word) ?? new Set<number>()),
      );
      sets.sort((a, b) => a.size - b.size);
      const [smallest, ...others] = sets;
      let alone = 0;
      for (const title of smallest ?? []) {
        if (others.every((titles) => titles.has(title)) && ++alone > 1) return false;
      }
      return alone === 1;
    },
  };
}

/** Letters that are written for one another because they sound alike. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/c(?=[eiéí])/i, 's'],
  [/z/i, 's'],
  [/s(?=[ei])/i, 'c'],
  [/v/i, 'b'],
  [/b/i, 'v'],
  [/^h/i, ''],
  [/ll/i, 'y'],
  [/g(?=[ei])/i, 'j'],
  [/qu/i, 'k'],
];

/** One or two of the words misspelt; `undefined` when all are too short to be told apart then. */
function misspell(words: readonly string[], random: SeededRandom): string[] | undefined {
  const long = words.flatMap((word, at) => (word.length >= 5 && !/\d/.test(word) ? [at] : []));
  if (long.length === 0) return undefined;
  const at = new Set(random.some(long, random.next() < 0.7 ? 1 : 2));
  return words.map((word, index) => (at.has(index) ? typo(word, random) : word));
}

function typo(word: string, random: SeededRandom): string {
  const sounds = SOUNDS.filter(([pattern]) => pattern.test(word));
  if (sounds.length > 0 && random.next() < 0.4) {
    const [pattern, letters] = random.pick(sounds);
    return word.replace(pattern, letters);
  }
  const at = 1 + random.below(word.length - 2);
  const head = word.slice(0, at);
  const [one = '', two = ''] = [word[at], word[at + 1]];
  const tail = word.slice(at + 2);
  switch (random.below(4)) {
    case 0:
      return head + two + one + tail;
    case 1:
      return head + two + tail;
    case 2:
      return head + one + one + two + tail;
    default:
      return head + random.pick([...'aeionrst']) + two + tail;
  }
}
