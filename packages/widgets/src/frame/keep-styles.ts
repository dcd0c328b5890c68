import type { CSSResultOrNative, LitElement, ReactiveElement } from 'lit';

/**
 * Gives a shadow root its styles again after the element moved to another document, which empties
 * `adoptedStyleSheets`: a constructed sheet belongs to the document that made it.
 */
export function keepStyles(host: HTMLElement): void {
  const root = host.shadowRoot;
  const view = host.ownerDocument.defaultView;
  if (!root || !view || root.adoptedStyleSheets.length > 0) return;
  const { elementStyles } = host.constructor as typeof LitElement as typeof ReactiveElement;
  root.adoptedStyleSheets = elementStyles.map((style: CSSResultOrNative) => {
    const sheet = new (view as Window & typeof globalThis).CSSStyleSheet();
    sheet.replaceSync('cssText' in style ? style.cssText : sheetText(style));
    return sheet;
  });
}

function sheetText(sheet: CSSStyleSheet): string {
  return Array.from(sheet.cssRules, (rule) => rule.cssText).join('\n');
}
