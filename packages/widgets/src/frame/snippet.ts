/** Attributes that belong to one page, not to the widget as configured. */
const NOT_CARRIED = /^(?:id|class|style|slot|part|hidden|defer-hydration|on.*|data-.*|aria-.*)$/;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}

/**
 * HTML that reproduces this widget, as configured, on another page: addresses made absolute, the
 * fallback link inside.
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
  const tag = element.localName;
  const attributes = Array.from(element.attributes)
    .filter(({ name }) => !NOT_CARRIED.test(name))
    .map(({ name, value }) => {
      const address = name === 'src' || name === 'snapshot' ? absolute(value) : value;
      return value === '' ? ` ${name}` : ` ${name}="${escapeHtml(address)}"`;
    })
    .join('');
  const inline = element.querySelector(':scope > script[type="application/json"]');
  const inside = [
    inline
      ? `<script type="application/json">${(inline.textContent ?? '').replace(/<\//g, '<\\/')}</script>`
      : '',
    fallback ? `<a href="${escapeHtml(fallback.href)}">${escapeHtml(fallback.text)}</a>` : '',
  ].join('');
  const load = script ? `<script type="module" src="${escapeHtml(script)}"></script>\n` : '';
  return `${load}<${tag}${attributes}>${inside}</${tag}>`;
}
