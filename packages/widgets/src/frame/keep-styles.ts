import type { LitElement } from 'lit';

/**
 * Gives a shadow root its styles again after the element moved to another document, which empties
 * `adoptedStyleSheets`: a constructed sheet belongs to the document that made it.
 */
export function keepStyles(host: HTMLElement): void {
  const root = host.shadowRoot;
  const view = host.ownerDocument.defaultView;
  if (!root || !view || root.adoptedStyleSheets.length > 0) return;
  const { elementStyles } = host.constructor as typeof LitElement;
  root.adoptedStyleSheets = elementStyles.map((style) => {
    const sheet = new (view as Window & typeof globalThis).CSSStyleSheet();
    // Ours are made by `css`, whose text this is.
    sheet.replaceSync(String(style));
    return sheet;
  });
}
