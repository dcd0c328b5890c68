/** Nothing is guessed: what the published description does not show is `cant-tell`. */
export type Verdict = 'yes' | 'no' | 'cant-tell';

/** A value that a judgement rests on, as data: the widget puts it into words. */
export interface Evidence {
  readonly field:
    | 'private'
    | 'state'
    | 'license'
    | 'addresses'
    | 'broken-links'
    | 'unanswered-links'
    | 'formats'
    | 'publisher'
    | 'modified'
    | 'frequency'
    | 'due';
  /** As found; for `addresses` and links how many of {@link of}. */
  readonly value: string | number | boolean | readonly string[];
  readonly of?: number;
}

/** What its publisher can do about it. Stable: the widget has a sentence for each. */
export type Remedy =
  | 'make-public'
  | 'add-resources'
  | 'add-addresses'
  | 'fix-links'
  | 'declare-format'
  | 'structured-format'
  | 'open-format'
  | 'linked-format'
  | 'link-to-others'
  | 'declare-license'
  | 'known-license'
  | 'open-license'
  | 'name-publisher'
  | 'declare-date'
  | 'correct-date'
  | 'declare-frequency'
  | 'readable-frequency'
  | 'update-data';

/** One item of a rule, judged: the answer, what it rests on, and how to improve it. */
export interface Judgement<Id extends string> {
  readonly id: Id;
  readonly verdict: Verdict;
  readonly evidence: readonly Evidence[];
  /** Absent where the answer is yes, and where nothing can be done by writing a better description. */
  readonly remedy?: Remedy;
}
