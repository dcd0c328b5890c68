/** Entry of `ventana.js`: one module script on a page, and its `ventana-*` tags come alive. */
import { pageRegistry } from '@ventana/sources/transport/page-registry.js';
import { Autoloader } from './autoloader.js';

/** Names of the widget folders, put in by the build. */
declare const VENTANA_WIDGETS: readonly string[];

// The "Insertar" snippet names the script that the page itself uses.
pageRegistry()['scriptAddress'] = import.meta.url;

const autoloader = new Autoloader({
  widgets: VENTANA_WIDGETS,
  // A task later: asking for a file takes its time, and this task is the page's first layout too.
  load: (name) =>
    new Promise((resolve) => setTimeout(resolve)).then(
      () => import(new URL(`./${name}.js`, import.meta.url).href),
    ),
});

autoloader.discover(document);
