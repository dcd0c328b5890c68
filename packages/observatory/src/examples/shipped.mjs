import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

/** The built files, as this package depends on them: what a webmaster has. */
export const EMBED = new URL(
  '.',
  pathToFileURL(createRequire(import.meta.url).resolve('@ventana/embed/manifest.json')),
);

/** Text of an example file that is shipped with them. @param {string} name */
export function shippedText(name) {
  return readFileSync(new URL(`datos/${name}`, EMBED), 'utf8');
}
