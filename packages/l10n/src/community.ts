import { communityTexts } from './community-texts.js';
import { addForEveryWidget, addTexts, localesChanged } from './instance.js';
import { languageTag } from './language.js';
import type { Messages, Texts } from './messages.js';

/**
 * Adds a community's texts in its language, as {@link communityTexts} takes them from a document.
 * They serve the widgets on the page and those that come later; what is missing falls back to
 * Spanish text by text.
 *
 * @param lang - BCP 47; texts in anything else are not taken
 * @param json - of any form: nothing in it makes this throw
 */
export function addCommunityLocale(lang: string, json: unknown): void {
  addLocale(lang, communityTexts(json));
}

/** The same, where what takes texts from a document is loaded with the document. */
export function addLocale(lang: string, textsFor: (messages: Messages) => Texts): void {
  const tag = languageTag(lang);
  if (!tag) return;
  addForEveryWidget((messages) => {
    const texts = textsFor(messages);
    if (Object.keys(texts).length > 0) addTexts(tag, messages.namespace, texts);
  });
  localesChanged();
}
