import type { Translated } from '@ventana/l10n';
import { cutText } from '@ventana/model';
import type { Tramite } from '@ventana/model';
import { html } from 'lit';
import type { FrameController } from '../frame/frame-controller.js';
import { costWords, levelKey } from './tramite-words.js';
import type { FinderKey, FinderTranslator } from './tramite-words.js';

/** The translator's `of`, whose keys are worked out at run time. */
export type FinderSays = (
  key: FinderKey,
  params?: Readonly<Record<string, string | number>>,
) => Translated;

/** What every piece of the finder needs to draw itself; made once per render. */
export interface FinderPage {
  readonly frame: FrameController;
  readonly t: FinderTranslator;
  /** Level of the headings inside. */
  readonly level: number;
  /** A text of the library's own. */
  readonly say: (...said: Parameters<FinderSays>) => unknown;
  /** The same as plain text. */
  readonly word: (key: FinderKey) => string;
  isPlanned(tramite: Tramite): boolean;
  /** Puts it in the plan, or takes it out. */
  plan(tramite: Tramite): void;
  open(tramite: Tramite): void;
}

/** A cost in a list, in the reader's words where it is plain. */
export function briefCost({ t, word }: FinderPage, { cost }: Tramite): string {
  return brief((cost && costWords(t, cost)?.text) ?? cost?.verbatim ?? word('noData'));
}

/** Texts in lists are cut here; the detail has the whole. */
const BRIEF_MOST = 300;

/** A text for a list, where there is no room for a fold. */
export function brief(text: string): string {
  return text.length > BRIEF_MOST ? `${cutText(text, BRIEF_MOST)}…` : text;
}

/** All but Latin and Greek letters and plain punctuation. */
const MAY_TURN = /[^\0-\u058f\u2010-\u2027]/;

/**
 * A text from the data, set apart where it could turn the words around it: `<bdi>` around every
 * one makes a result a third longer to lay out.
 *
 * @param content - the text as drawn, where it is not drawn as it is
 */
export function setApart(text: string, content: unknown = text): unknown {
  return MAY_TURN.test(text) ? html`<bdi>${content}</bdi>` : content;
}

/** Institution, level and place in one line: one text, as lists have many of them. */
export function renderOffice({ word }: FinderPage, tramite: Tramite): unknown {
  const { institution = '', level, municipality = '', state = '' } = tramite;
  const parts = [institution, level ? word(levelKey(level)) : '', municipality, state];
  return setApart(parts.filter(Boolean).map(brief).join(' · '));
}

export function channelList({ word }: FinderPage, { channels }: Tramite): string {
  return channels.map(word).join(' · ');
}
