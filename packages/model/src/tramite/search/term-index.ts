import type { Tramite } from '../tramite.js';
import { emptyFacets, facetWriter, type FacetIndex } from './facets.js';
import { phraseKey, soundStem } from './sound-stem.js';
import type { Steps } from './steps.js';
import { phraseBook, type PhraseBook, type SynonymGroup } from './synonyms.js';
import { isStopWord, wordsOf } from './words.js';

/**
 * One term: a folded word, `=` and its sound stem, or the `@` mark of a group of synonyms. The
 * vocabulary of a catalogue is small next to its text, so it is searched as a plain list.
 */
export interface Term {
  readonly text: string;
  /** Which letters occur, one bit each: two words with more different bits cannot be near. */
  readonly letters: number;
  /** `document * 4 + rank` ({@link RANK}), ascending: where it stands in the short fields. */
  readonly short: number[];
  /** Documents that have it in their long texts, ascending. */
  readonly long: number[];
}

/** Where in the short fields a term stands; the highest counts. */
export const RANK = { place: 0, keyword: 1, title: 2 } as const;

/** A searchable catalogue. Made by {@link indexTramites} or read from an index file. */
export interface TramiteIndex {
  readonly tramites: readonly Tramite[];
  readonly terms: Map<string, Term>;
  /** The words among the terms, by first character. */
  readonly words: Map<string, Term[]>;
  /** Words in each title, stop words left out. */
  readonly titleWords: Uint8Array;
  /** Homoclaves without separators. */
  readonly keys: string[];
  readonly phrases: PhraseBook;
  readonly facets: FacetIndex;
  /** `short`: titles, keywords and places can be searched; `full`: all texts. */
  stage: 'empty' | 'short' | 'full';
}

export interface IndexOptions {
  /** In place of {@link SYNONYMS}; add to them with `[...SYNONYMS, …]`. */
  readonly synonyms?: readonly SynonymGroup[];
}

/** An index with nothing in it yet but its documents. */
export function emptyIndex(tramites: readonly Tramite[], options: IndexOptions = {}): TramiteIndex {
  return {
    tramites,
    terms: new Map(),
    words: new Map(),
    titleWords: new Uint8Array(tramites.length),
    keys: [],
    phrases: phraseBook(options.synonyms),
    facets: emptyFacets(),
    stage: 'empty',
  };
}

/**
 * Fills `index`, short fields of all documents first, so that it answers early. Each step is one
 * document. The stage goes to `short`, then to `full`.
 */
export function* fillIndex(index: TramiteIndex): Steps<TramiteIndex> {
  const { tramites } = index;
  const known: KnownWords = new Map();
  yield* noteKeys(index);
  if (index.stage === 'empty') {
    for (let doc = 0; doc < tramites.length; doc++) {
      addShort(index, known, doc, tramites[doc] as Tramite);
      yield;
    }
    index.stage = 'short';
    yield;
  }
  if (index.stage === 'full') return index;
  for (let doc = 0; doc < tramites.length; doc++) {
    addLong(index, known, doc, tramites[doc] as Tramite);
    yield;
  }
  index.stage = 'full';
  return index;
}

/** Facets and homoclaves, which an index file does not hold. */
export function* noteKeys(index: TramiteIndex): Steps<void> {
  const writeFacets = facetWriter(index.facets);
  for (const tramite of index.tramites) {
    writeFacets(tramite);
    index.keys.push(squashKey(tramite.homoclave ?? tramite.id));
    yield;
  }
}

/** The index of these trámites: see {@link fillIndex} for searching before it is done. */
export function indexTramites(
  tramites: readonly Tramite[],
  options: IndexOptions = {},
): Steps<TramiteIndex> {
  return fillIndex(emptyIndex(tramites, options));
}

type KnownWords = Map<string, readonly [word: Term, stem: Term, phraseKey: string] | null>;

/** Long texts are cut here: what comes after says little of what the trámite is. */
const LONGEST_TEXT = 2000;

function addShort(index: TramiteIndex, known: KnownWords, doc: number, tramite: Tramite): void {
  // A document is last in a term's list once it is in it.
  const add =
    (rank: number) =>
    ({ short }: Term): void => {
      if ((short[short.length - 1] ?? -1) >> 2 !== doc) short.push(doc * 4 + rank);
    };
  const title = addText(index, known, tramite.name, add(RANK.title));
  index.titleWords[doc] = Math.min(title, 255);
  const keywords = [...tramite.keywords, ...tramite.lifeEvents, ...tramite.audience].join(' . ');
  addText(index, known, keywords, add(RANK.keyword));
  const { institution = '', unit = '', municipality = '', state = '', modality = '' } = tramite;
  const place = `${institution} . ${unit} . ${municipality} . ${state} . ${modality}`;
  addText(index, known, place, add(RANK.place));
}

/** What only the full search knows. Also what a highlight may be found in. */
export function longText(tramite: Tramite): string {
  const { description = '', result = '', who = '', when = '', requirements } = tramite;
  return `${description} . ${result} . ${who} . ${when} . ${requirements.map(({ name }) => name).join(' . ')}`;
}

function addLong(index: TramiteIndex, known: KnownWords, doc: number, tramite: Tramite): void {
  addText(index, known, longText(tramite), ({ long }) => {
    if (long[long.length - 1] !== doc) long.push(doc);
  });
}

/** Hands on each term of the text; returns how many words it has, stop words left out. */
function addText(
  index: TramiteIndex,
  known: KnownWords,
  text: string,
  add: (term: Term) => void,
): number {
  const keys: string[] = [];
  for (const word of wordsOf(text.length > LONGEST_TEXT ? text.slice(0, LONGEST_TEXT) : text)) {
    let terms = known.get(word);
    if (terms === undefined) {
      terms = isStopWord(word)
        ? null
        : [termOf(index, word), termOf(index, `=${soundStem(word)}`), phraseKey(word)];
      known.set(word, terms);
    }
    if (!terms) continue;
    add(terms[0]);
    add(terms[1]);
    keys.push(terms[2]);
  }
  index.phrases.find(keys, false, (mark) => add(termOf(index, mark)));
  return keys.length;
}

/** The term of this text, made when there is none. */
export function termOf(index: TramiteIndex, text: string): Term {
  let term = index.terms.get(text);
  if (!term) {
    term = { text, letters: lettersOf(text), short: [], long: [] };
    index.terms.set(text, term);
    const first = text[0] ?? '';
    if (first !== '=' && first !== '@') {
      const words = index.words.get(first);
      if (words) words.push(term);
      else index.words.set(first, [term]);
    }
  }
  return term;
}

/** One bit for each letter a–z that occurs, and one for each of a few groups of other characters. */
export function lettersOf(text: string): number {
  let bits = 0;
  for (let at = 0; at < text.length; at++) bits |= 1 << (text.charCodeAt(at) & 31);
  return bits;
}

/** A homoclave as people may type it: `samj01` for `SAMJ/01`. */
export function squashKey(key: string): string {
  return wordsOf(key).join('');
}
