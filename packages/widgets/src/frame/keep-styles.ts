import type { LitElement } from 'lit';

/**
 * Gives a shadow root those of its styles that it lacks: all, after the element moved to another
 * document, which empties `adoptedStyleSheets`, as a constructed sheet belongs to the document that
 * made it; or the last ones, of a part that was loaded later.
 */
export function keepStyles(host: HTMLElement): void {
  const root = host.shadowRoot;
  const view = host.ownerDocument.defaultView;
  if (!root || !view) return;
  const { elementStyles } = host.constructor as typeof LitElement;
  for (const style of elementStyles.slice(root.adoptedStyleSheets.length)) {
    const sheet = new (view as Window & typeof globalThis).CSSStyleSheet();
    // Ours are made by `css`, whose text this is.
    sheet.replaceSync(String(style));
    root.adoptedStyleSheets.push(sheet);
  }
}
