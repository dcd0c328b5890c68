/**
 * Tells when a `lang` attribute changes anywhere above an element, shadow roots included.
 *
 * One MutationObserver serves every widget on the page: each root is observed once, and a change
 * costs one cheap re-resolution per widget.
 */
const watchers = new Set<() => void>();
let observer: MutationObserver | undefined;

/** The shadow roots around `element`, innermost first, and the document last. */
function* rootsAround(element: Element): Generator<Node> {
  for (let node: Element | null = element; node;) {
    const root: Node = node.getRootNode();
    yield root;
    node = root instanceof ShadowRoot ? root.host : null;
  }
}

/** The nearest non-empty `lang`, the element's own first, crossing shadow roots. */
export function inheritedLanguage(element: Element): string | undefined {
  for (let node: Element | null = element; node;) {
    const tag = node.closest('[lang]:not([lang=""])')?.getAttribute('lang');
    if (tag) return tag;
    const root: Node = node.getRootNode();
    node = root instanceof ShadowRoot ? root.host : null;
  }
  return undefined;
}

/** Calls `changed` after any `lang` around `element` changed, until the returned function is called. */
export function watchLanguage(element: Element, changed: () => void): () => void {
  observer ??= new MutationObserver(() => {
    for (const watcher of watchers) watcher();
  });
  for (const root of rootsAround(element)) {
    observer.observe(root, { attributes: true, attributeFilter: ['lang'], subtree: true });
  }
  watchers.add(changed);
  return () => {
    watchers.delete(changed);
    if (watchers.size === 0) {
      observer?.disconnect();
      observer = undefined;
    }
  };
}
