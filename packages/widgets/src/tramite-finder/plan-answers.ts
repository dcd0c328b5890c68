import type { ReactiveControllerHost } from 'lit';
import { keepAnswers, recallAnswers } from './kept-answers.js';

/** What the answers ask of their widget. */
export interface AnswersHost extends ReactiveControllerHost {
  readonly remember: 'ask' | 'never';
}

/** Where answers are kept, and what of the widget's own belongs to them. */
export interface AnswersNow {
  readonly name: string;
  /** Ids of the trámites in the plan. */
  readonly planned: readonly string[];
}

/** The documents that a reader has ticked off: kept in this browser only when the reader asks. */
export class PlanAnswers {
  ticked: ReadonlySet<string> = new Set();
  /** The reader has switched the keeping on. */
  isKept = false;
  /** The browser refused. */
  hasFailed = false;
  readonly #host: AnswersHost;
  readonly #now: () => AnswersNow;

  constructor(host: AnswersHost, now: () => AnswersNow) {
    this.#host = host;
    this.#now = now;
  }

  /** May the reader have them kept at all? Not on shared computers. */
  get mayKeep(): boolean {
    return this.#host.remember !== 'never';
  }

  tick(document: string, isReady: boolean): void {
    const ticked = new Set(this.ticked);
    if (isReady) ticked.add(document);
    else ticked.delete(document);
    this.ticked = ticked;
    this.keep();
    this.#host.requestUpdate();
  }

  /** Takes up what was kept. @returns ids of the trámites that were in the plan */
  recall(): readonly string[] {
    const kept = this.isKept ? undefined : recallAnswers(this.#now().name);
    if (!kept) return [];
    this.isKept = true;
    this.ticked = new Set([...kept.ticked, ...this.ticked]);
    this.#host.requestUpdate();
    return kept.planned;
  }

  /** After each change of the answers or the plan. */
  keep(): void {
    if (!this.isKept) return;
    const { name, planned } = this.#now();
    this.hasFailed = !keepAnswers(name, { ticked: this.ticked, planned });
  }

  /** The reader has turned the switch. */
  setKept(isKept: boolean): void {
    this.isKept = isKept;
    this.hasFailed = false;
    if (isKept) this.keep();
    else keepAnswers(this.#now().name, undefined);
    if (this.hasFailed) this.isKept = false;
    this.#host.requestUpdate();
  }
}
