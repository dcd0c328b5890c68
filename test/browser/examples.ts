import { readFileSync } from 'node:fs';
import { widgetNames } from '../../packages/embed/bundle/widget-folders.mjs';

export interface Example {
  readonly name: string;
  /** The element, its document inside it, with the word «Parques» in its content and its link. */
  readonly html: string;
  /** Tags that it is made of. */
  readonly tags: readonly string[];
}

/** Each widget as in `examples/<name>.html`, which a new widget has to bring. */
export const EXAMPLES: readonly Example[] = widgetNames().map((name) => {
  const html = readFileSync(new URL(`examples/${name}.html`, import.meta.url), 'utf8');
  const tags = [...html.matchAll(/<(ventana-[\w-]+)/g)].map(([, tag = '']) => tag);
  return { name, html, tags: [...new Set(tags)] };
});
