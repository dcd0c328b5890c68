import type { Tramite } from '../tramite.js';
import { editDistance, editsAllowed } from './edit-distance.js';
import { FACETS, type FacetFilters, type FacetName, type Facets } from './facets.js';
import { markText, type Ranges, type WordMatcher } from './highlight.js';
import { phraseKey, soundStem } from './sound-stem.js';
import { lettersOf, RANK, squashKey, type Term, type TramiteIndex } from './term-index.js';
import { isAskingWord, isStopWord, placedWords, wordsOf } from './words.js';

/** What is asked of a {@link TramiteIndex}. */
export interface TramiteQuery {
  /** As people type it; empty: everything, most used first. */
  readonly text: string;
  readonly filters?: FacetFilters;
  /** Hits wanted. Default 20. */
  readonly limit?: number;
  /** Hits to leave out at the head. Default 0. */
  readonly offset?: number;
  /** The last word may be unfinished. Default true. */
  readonly typing?: boolean;
}

export interface TramiteHit {
  readonly tramite: Tramite;
  /** Higher is better; only the order within one answer means anything. */
  readonly score: number;
  /** Parts of `tramite.name` that match, as UTF-16 offsets. */
  readonly nameRanges: Ranges;
  /** The piece of the description where words match, when there is one. */
  readonly snippet?: { readonly text: string; readonly ranges: Ranges };
}

export interface TramiteResults {
  /** As asked. */
  readonly text: string;
  /** All results, of which `hits` are some. */
  readonly total: number;
  readonly hits: readonly TramiteHit[];
  /**
   * Counts over all results, of the 200 most frequent values of each facet and those filtered by;
   * those of one facet disregard its own filter, so it can be widened. Not counted before somebody
   * asks: a list is painted first.
   */
  readonly facets: () => Facets;
  /** "Quizá quisiste decir": the query in words that the best hit has. */
  readonly suggestion?: string;
  /** False while long texts are still being indexed: asking again later may find more. */
  readonly complete: boolean;
}

/** How much a match says, by where it is: in a place name, a keyword, the title. */
const WORTH_OF_RANK = [0.5, 0.7, 1];
const WORTH_OF_LONG_TEXT = 0.22;
const WORTH = { exact: 1, mark: 0.9, stem: 0.85, shortStem: 0.5, fuzzy: 0.65, fuzzyBegin: 0.4 };
/** A hit below this share of the best hit's score is no result. */
const WEAKEST = 0.3;
/** How much an asking word ("sacar", "cómo") counts beside one that names the thing. */
const WEIGHT_OF_ASKING = 0.15;
/** Values of a facet that are counted out, the most frequent: nobody reads more, and each costs time. */
const MOST_VALUES = 200;
/** Longer queries are cut: nobody types them, and each word costs time. */
const MOST_WORDS = 12;
const LONGEST_QUERY = 200;

interface QueryWord {
  readonly word: string;
  readonly weight: number;
  /** May be the beginning of a word. */
  readonly isOpen: boolean;
  /** Terms that match, and how well. */
  readonly matches: Map<Term, number>;
}

interface Scratch {
  readonly score: Float32Array;
  readonly covered: Float32Array;
  readonly best: Float32Array;
  readonly titleHits: Uint8Array;
  readonly titleSeen: Uint8Array;
}

const scratches = new WeakMap<TramiteIndex, Scratch>();

/** The best trámites for a query, counted and with what matched. Never throws. */
export function searchIndex(index: TramiteIndex, query: TramiteQuery): TramiteResults {
  const text = query.text.slice(0, LONGEST_QUERY);
  const words = queryWords(index, text, query.typing ?? true);
  const complete = index.stage === 'full';
  if (!text.trim()) {
    return answer(index, query, everything(index), [], undefined, complete);
  }
  let ranked = rank(index, words);
  let suggestion: string | undefined;
  if (ranked.coverage < 0.99) {
    const before = words.map(({ matches }) => matches.size);
    addFuzzy(index, words);
    const wider = rank(index, words);
    if (wider.coverage > ranked.coverage || ranked.docs.length === 0) {
      suggestion = suggest(index, text, words, before, wider);
    }
    ranked = wider;
  }
  return answer(index, query, withKey(index, text, ranked), words, suggestion, complete);
}

/**
 * A remote search's results in the same shape, in the order in which the server ranked them: with
 * highlights and facet counts, and its filters applied. All that is indexed is taken for results.
 */
export function presentResults(index: TramiteIndex, query: TramiteQuery): TramiteResults {
  const { tramites } = index;
  const words = queryWords(index, query.text.slice(0, LONGEST_QUERY), query.typing ?? true);
  addFuzzy(index, words);
  const docs = tramites.map((_, doc) => doc);
  const scores = docs.map((doc) => 1 + (tramites.length - doc) / tramites.length);
  return answer(index, query, { docs, scores, coverage: 1 }, words, undefined, true);
}

function queryWords(index: TramiteIndex, text: string, typing: boolean): QueryWord[] {
  const all = wordsOf(text).slice(0, MOST_WORDS);
  const last = all.length - 1;
  const isTyping = typing && /[\p{L}\p{N}]$/u.test(text);
  let kept = all.filter(
    (word, at) => !isStopWord(word) && (word.length > 1 || at < last || last === 0),
  );
  if (kept.length === 0) kept = all.slice(-1);
  const onlyAsking = kept.every(isAskingWord);
  const words = kept.map((word, at): QueryWord => {
    const isLast = isTyping && at === kept.length - 1 && word === all[last];
    return {
      word,
      weight: !onlyAsking && isAskingWord(word) ? WEIGHT_OF_ASKING : 1,
      isOpen: isLast || word.length > 2,
      matches: directMatches(index, word, isLast || word.length > 2),
    };
  });
  index.phrases.find(kept.map(phraseKey), true, (mark, from, length) => {
    const term = index.terms.get(mark);
    if (!term) return;
    for (const { matches } of words.slice(from, from + length)) matches.set(term, WORTH.mark);
  });
  return words;
}

function directMatches(index: TramiteIndex, word: string, isOpen: boolean): Map<Term, number> {
  const matches = new Map<Term, number>();
  const sounded = soundStem(word);
  const stem = index.terms.get(`=${sounded}`);
  // Three letters of a longer word are common to unrelated ones: "casar", "casa".
  if (stem) matches.set(stem, sounded.length > 3 ? WORTH.stem : WORTH.shortStem);
  const exact = index.terms.get(word);
  if (exact) matches.set(exact, WORTH.exact);
  if (isOpen) {
    for (const term of index.words.get(word[0] ?? '') ?? []) {
      if (term !== exact && term.text.startsWith(word)) {
        matches.set(term, 0.5 + (0.35 * word.length) / term.text.length);
      }
    }
  }
  return matches;
}

/** Adds the words of the vocabulary that are a typo or two away from each query word. */
function addFuzzy(index: TramiteIndex, words: readonly QueryWord[]): void {
  for (const { word, matches, isOpen } of words) {
    const most = editsAllowed(word.length);
    if (most === 0 || /\d/.test(word)) continue;
    const letters = lettersOf(word);
    for (const terms of index.words.values()) {
      for (const term of terms) {
        const longer = term.text.length - word.length;
        if (longer < -most || matches.has(term)) continue;
        const missing = bitCount(letters & ~term.letters);
        if (missing > most) continue;
        if (longer <= most) {
          if (bitCount(term.letters & ~letters) > most) continue;
          const edits = editDistance(word, term.text, most);
          if (edits <= most) matches.set(term, WORTH.fuzzy - 0.15 * (edits - 1));
        } else if (isOpen && word.length > 4 && term.text[0] === word[0]) {
          // The beginning of a longer word, with a typo in it.
          if (editDistance(word, term.text.slice(0, word.length), 1) <= 1) {
            matches.set(term, WORTH.fuzzyBegin);
          }
        }
      }
    }
  }
}

function bitCount(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count++;
  return count;
}

interface Ranked {
  /** Documents and their scores, in no order. */
  readonly docs: readonly number[];
  readonly scores: ArrayLike<number>;
  /** Share of the query that the best document has. */
  readonly coverage: number;
}

function rank(index: TramiteIndex, words: readonly QueryWord[]): Ranked {
  const count = index.tramites.length;
  let scratch = scratches.get(index);
  if (!scratch) {
    const floats = (): Float32Array => new Float32Array(count);
    const bytes = (): Uint8Array => new Uint8Array(count);
    scratch = {
      score: floats(),
      covered: floats(),
      best: floats(),
      titleHits: bytes(),
      titleSeen: bytes(),
    };
    scratches.set(index, scratch);
  }
  const { score, covered, best, titleHits, titleSeen } = scratch;
  score.fill(0);
  covered.fill(0);
  titleHits.fill(0);
  titleSeen.fill(0);
  const docs: number[] = [];
  let total = 0;
  words.forEach(({ word, matches, weight }, at) => {
    const touched: number[] = [];
    const note = (doc: number, worth: number): void => {
      const had = best[doc] as number;
      if (had === 0) touched.push(doc);
      if (worth > had) best[doc] = worth;
    };
    for (const [term, quality] of matches) {
      for (const posting of term.short) {
        const doc = posting >> 2;
        const place = posting & 3;
        note(doc, quality * (WORTH_OF_RANK[place] as number));
        if (place === RANK.title && titleSeen[doc] !== at + 1) {
          titleSeen[doc] = at + 1;
          titleHits[doc] = (titleHits[doc] as number) + 1;
        }
      }
      // Every long text has some word that begins with a letter: that says nothing, and takes the longest.
      if (word.length > 1) for (const doc of term.long) note(doc, quality * WORTH_OF_LONG_TEXT);
    }
    // A word that few documents have says more (the inverse document frequency of BM25).
    const rarity = weight * Math.log(1 + count / (touched.length + 1));
    total += touched.length === 0 ? weight * Math.log(1 + count) : rarity;
    for (const doc of touched) {
      if (covered[doc] === 0) docs.push(doc);
      score[doc] = (score[doc] as number) + rarity * (best[doc] as number);
      covered[doc] = (covered[doc] as number) + rarity;
      best[doc] = 0;
    }
  });
  let coverage = 0;
  for (const doc of docs) {
    const share = total === 0 ? 0 : (covered[doc] as number) / total;
    if (share > coverage) coverage = share;
    const title = index.titleWords[doc] as number;
    const filled = title === 0 ? 0 : Math.min(1, (titleHits[doc] as number) / title);
    score[doc] = (score[doc] as number) * share * share * (0.7 + 0.3 * filled);
  }
  return { docs, scores: score, coverage };
}

function everything({ tramites }: TramiteIndex): Ranked {
  return {
    docs: tramites.map((_, doc) => doc),
    scores: tramites.map(({ uses = 0 }) => 1 + uses),
    coverage: 1,
  };
}

/** Somebody typed or pasted a homoclave: exact ones first, then those that begin so. */
function withKey(index: TramiteIndex, text: string, ranked: Ranked): Ranked {
  const key = squashKey(text);
  if (key.length < 3 || !/\d|\S[-/]\S/.test(text)) return ranked;
  const scores = Float32Array.from(ranked.scores);
  const docs = new Set(ranked.docs);
  const best = ranked.docs.reduce((most, doc) => Math.max(most, scores[doc] as number), 1);
  index.keys.forEach((other, doc) => {
    if (!other.startsWith(key)) return;
    docs.add(doc);
    scores[doc] = best * (other === key ? 4 : 2);
  });
  return { ...ranked, docs: [...docs], scores };
}

/** The query with each word that nothing matched replaced by what the best hit has in its place. */
function suggest(
  index: TramiteIndex,
  text: string,
  words: readonly QueryWord[],
  before: readonly number[],
  { docs, scores }: Ranked,
): string | undefined {
  let top: number | undefined;
  for (const doc of docs) {
    if (top === undefined || (scores[doc] as number) > (scores[top] as number)) top = doc;
  }
  const tramite = top === undefined ? undefined : index.tramites[top];
  if (!tramite) return undefined;
  const { name, keywords, institution = '', municipality = '', state = '' } = tramite;
  const source = [name, ...keywords, institution, municipality, state].join(' ');
  const seen = placedWords(source);
  const corrected = new Map<string, string>();
  words.forEach(({ word, matches }, at) => {
    if (seen.some((placed) => placed.word === word)) return;
    let found: string | undefined;
    let quality = 0;
    for (const placed of seen) {
      const term = index.terms.get(placed.word);
      const worth = (term && matches.get(term)) ?? 0;
      const isOwn = before[at] === 0 || editDistance(word, placed.word, 2) <= 2;
      if (worth > quality && isOwn && !placed.word.startsWith(word)) {
        [found, quality] = [source.slice(placed.start, placed.end).toLowerCase(), worth];
      }
    }
    if (found !== undefined) corrected.set(word, found);
  });
  if (corrected.size === 0) return undefined;
  let out = '';
  let at = 0;
  for (const { word, start, end } of placedWords(text)) {
    out += text.slice(at, start) + (corrected.get(word) ?? text.slice(start, end));
    at = end;
  }
  return (out + text.slice(at)).trim();
}

function answer(
  index: TramiteIndex,
  query: TramiteQuery,
  { docs, scores }: Ranked,
  words: readonly QueryWord[],
  suggestion: string | undefined,
  complete: boolean,
): TramiteResults {
  const { filters = {}, limit = 20, offset = 0 } = query;
  const chosen = FACETS.flatMap((facet) => {
    const wanted = filters[facet];
    if (!wanted || wanted.length === 0) return [];
    const { values, of } = index.facets[facet];
    return [{ facet, of, numbers: new Set(wanted.map((value) => values.indexOf(value))) }];
  });
  let best = 0;
  for (const doc of docs) best = Math.max(best, scores[doc] as number);
  const weakest = words.length === 0 ? 0 : best * WEAKEST;
  const kept: number[] = [];
  /** Documents that only this facet's own filter leaves out: they count for its other values. */
  const besides = new Map<FacetName, number[]>(chosen.map(({ facet }) => [facet, []]));
  for (const doc of docs) {
    if ((scores[doc] as number) < weakest) continue;
    let failed: FacetName | undefined;
    let fails = 0;
    for (const { facet, of, numbers } of chosen) {
      if (of[doc]?.some((number) => numbers.has(number))) continue;
      failed = facet;
      fails++;
    }
    if (!failed) kept.push(doc);
    else if (fails === 1) besides.get(failed)?.push(doc);
  }
  const order = (a: number, b: number): number =>
    (scores[b] as number) - (scores[a] as number) || a - b;
  const first = bestOf(kept, offset + limit, order).slice(offset);
  const matcher = matcherOf(index, words);
  return {
    text: query.text,
    total: kept.length,
    hits: first.flatMap((doc) => {
      const tramite = index.tramites[doc];
      return tramite ? [hitOf(tramite, scores[doc] as number, matcher)] : [];
    }),
    facets: () => countFacets(index, filters, kept, besides),
    ...(suggestion === undefined ? {} : { suggestion }),
    complete,
  };
}

/** The first `count` in order: of many results few are shown, and ordering them all takes its time. */
function bestOf(
  all: readonly number[],
  count: number,
  order: (a: number, b: number) => number,
): number[] {
  if (count === 0 || count * 8 > all.length) return [...all].sort(order).slice(0, count);
  const best = all.slice(0, count).sort(order);
  for (let at = count; at < all.length; at++) {
    const next = all[at] as number;
    if (order(next, best[count - 1] as number) > 0) continue;
    best.pop();
    let place = best.length;
    while (place > 0 && order(next, best[place - 1] as number) < 0) place--;
    best.splice(place, 0, next);
  }
  return best;
}

function countFacets(
  index: TramiteIndex,
  filters: FacetFilters,
  kept: readonly number[],
  besides: ReadonlyMap<FacetName, readonly number[]>,
): Facets {
  return Object.fromEntries(
    FACETS.map((facet) => {
      const { values, of } = index.facets[facet];
      const tally = new Uint32Array(values.length);
      countValues(kept, of, tally);
      countValues(besides.get(facet) ?? [], of, tally);
      const isChosen = (value: string): boolean | undefined => filters[facet]?.includes(value);
      const counts = values
        .map((value, number) => ({ value, count: tally[number] as number }))
        .filter(({ value, count }) => count > 0 || isChosen(value))
        .sort((a, b) => b.count - a.count)
        .filter(({ value }, at) => at < MOST_VALUES || isChosen(value));
      return [facet, counts];
    }),
  ) as Facets;
}

/** A tight loop of its own: it runs over all results at each key, on a phone before it is compiled. */
function countValues(
  docs: readonly number[],
  of: readonly (readonly number[])[],
  tally: Uint32Array,
): void {
  for (let at = 0; at < docs.length; at++) {
    const numbers = of[docs[at] as number] as readonly number[];
    for (let next = 0; next < numbers.length; next++) {
      const number = numbers[next] as number;
      tally[number] = (tally[number] as number) + 1;
    }
  }
}

function matcherOf(index: TramiteIndex, words: readonly QueryWord[]): WordMatcher {
  const terms = new Set<string>();
  for (const { matches } of words) for (const { text } of matches.keys()) terms.add(text);
  return { terms, phrases: index.phrases };
}

const SNIPPET_CHARS = 160;

function hitOf(tramite: Tramite, score: number, matcher: WordMatcher): TramiteHit {
  const nameRanges = markText(tramite.name, matcher);
  const { description } = tramite;
  const ranges = description === undefined ? [] : markText(description, matcher);
  const [first] = ranges;
  if (description === undefined || !first) return { tramite, score, nameRanges };
  const space = description.lastIndexOf(' ', Math.max(0, first[0] - 40));
  const from = first[0] < 60 ? 0 : space + 1;
  const to = Math.min(description.length, from + SNIPPET_CHARS);
  return {
    tramite,
    score,
    nameRanges,
    snippet: {
      text: description.slice(from, to),
      ranges: ranges
        .filter(([start, end]) => start >= from && end <= to)
        .map(([start, end]) => [start - from, end - from] as const),
    },
  };
}
