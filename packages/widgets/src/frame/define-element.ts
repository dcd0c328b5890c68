import { VERSION } from '@ventana/sources';

/** Static mark that tells one version's class from another's. */
const MARK = Symbol.for('ventana-version');

/**
 * Registers a widget, unless the tag is taken: silent when the same version has it, one
 * `console.warn` when another has. Never throws: a page may load a bundle twice.
 */
export function defineElement(tag: string, widget: CustomElementConstructor): void {
  const taken = customElements.get(tag) as
    (CustomElementConstructor & { [MARK]?: string }) | undefined;
  if (!taken) {
    Object.defineProperty(widget, MARK, { value: VERSION });
    customElements.define(tag, widget);
  } else if (taken[MARK] !== VERSION) {
    console.warn(
      `<${tag}> is already defined (Ventana ${taken[MARK]}): ${VERSION} leaves it alone.`,
    );
  }
}
