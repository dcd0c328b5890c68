import { foldText } from '../../fold-text.js';

const ASCII = /^[\x20-\x7e]*$/;

/** The folded words of a text, in order. */
export function wordsOf(text: string): string[] {
  const folded = foldText(text);
  return folded.match(ASCII.test(folded) ? /[a-z0-9]+/g : /[\p{L}\p{N}]+/gu) ?? [];
}

/** A word and where it stands in the original text (UTF-16 offsets). */
export interface PlacedWord {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

export function placedWords(text: string): PlacedWord[] {
  return Array.from(text.matchAll(/[\p{L}\p{N}\p{M}]+/gu), (match) => ({
    word: foldText(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Words that say nothing of what is looked for. */
const STOP_WORDS: ReadonlySet<string> = new Set(
  'a al ante con contra cual cuales cuando de del desde e el ella en es esta este esto la las le les lo los me mi mis mas no nos o para pero por que se si sin sobre son soy su sus te tu tus u un una unas uno unos y ya yo the of for and to'.split(
    ' ',
  ),
);

/** What people wrap their question in. It counts a little where a title has it too. */
const ASKING_WORDS: ReadonlySet<string> = new Set(
  'como donde cuanto cuesta quiero necesito puedo debo tengo hay hago hacer sacar saco tramitar tramito tramite tramites obtener solicitar pedir conseguir requisito requisitos informacion ayuda favor ir'.split(
    ' ',
  ),
);

export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word);
}

export function isAskingWord(word: string): boolean {
  return ASKING_WORDS.has(word);
}
