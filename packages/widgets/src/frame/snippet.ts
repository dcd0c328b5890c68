/** Attributes that belong to one page, not to the widget as configured. */
const NOT_CARRIED = /^(?:id|class|style|slot|part|hidden|defer-hydration|on.*|data-.*|aria-.*)$/;

/**
 * HTML that reproduces this widget, as configured, on another page: addresses made absolute, the
 * fallback link inside. It is written by a document that runs nothing, which escapes what has to be.
 *
 * @param script - address of the autoloader; without it the snippet is the element alone
 * @param fallback - link for readers without JavaScript
 */
export function embedSnippet(
  element: Element,
  absolute: (address: string) => string,
  script: string | undefined,
  fallback: { readonly text: string; readonly href: string } | undefined,
): string {
  const page = document.implementation.createHTMLDocument('');
  const copy = page.createElement(element.localName);
  for (const { name, value } of Array.from(element.attributes)) {
    if (NOT_CARRIED.test(name)) continue;
    copy.setAttribute(name, /^(?:src|snapshot)$/.test(name) ? absolute(value) : value);
  }
  const inline = element.querySelector(':scope > script[type="application/json"]');
  if (inline) {
    const document = page.importNode(inline, false);
    // A script's text is written as it is, and must not end the script.
    document.append((inline.textContent ?? '').replaceAll('</', '<\\/'));
    copy.append(document);
  }
  if (fallback) {
    const link = page.createElement('a');
    link.href = fallback.href;
    link.textContent = fallback.text;
    copy.append(link);
  }
  // Written as text: a page that requires trusted types lets nobody set a script's address, and an
  // address of ours has no quote in it.
  const load = script ? `<script type="module" src="${script}"></script>\n` : '';
  return load + copy.outerHTML;
}
