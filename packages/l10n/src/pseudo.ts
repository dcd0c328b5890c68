import { addForEveryWidget, addTexts, localesChanged } from './instance.js';
import type { Messages, Texts } from './messages.js';

/** The language of stories that look for texts left out of the translation and for tight boxes. */
export const PSEUDO_LOCALE = 'es-x-pseudo';

const PLAIN = 'aeiouAEIOU';
const ACCENTED = 'áéíóúÁÉÍÓÚ';

/**
 * A text that still reads, about 40 % longer, every vowel accented and the ends marked:
 * `{{count}} recursos` is `[{{count}} réécúúrsóós]`. Placeholders, figures and the rest stay.
 */
export function pseudo(text: string): string {
  const parts = text
    .split(/(\{\{.+?\}\})/)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part.replace(/[aeiouáéíóúü]/gi, (vowel) =>
            (ACCENTED[PLAIN.indexOf(vowel)] ?? vowel).repeat(2),
          ),
    );
  return `[${parts.join('')}]`;
}

/** Makes `lang="es-x-pseudo"` say every text through {@link pseudo}. For stories and tests. */
export function enablePseudoLocale(): void {
  addForEveryWidget(addPseudo);
  localesChanged();
}

function addPseudo({ namespace, es }: Messages): void {
  const texts = Object.entries(es).map(([key, text]) => [key, pseudo(text)]);
  addTexts(PSEUDO_LOCALE, namespace, Object.fromEntries(texts) as Texts);
}
