import { existsSync, readdirSync } from 'node:fs';

/** Where the repository's packages live, as a URL ending in a slash. */
export const PACKAGES = new URL('../../', import.meta.url);

/**
 * A widget is a folder of packages/widgets/src that has a `define.ts`; its tag is `ventana-` and
 * the folder's name. There is no list to edit.
 *
 * @returns {string[]} sorted names
 */
export function widgetNames() {
  const source = new URL('widgets/src/', PACKAGES);
  return readdirSync(source, { withFileTypes: true })
    .filter(
      (entry) => entry.isDirectory() && existsSync(new URL(`${entry.name}/define.ts`, source)),
    )
    .map((entry) => entry.name)
    .sort();
}

/**
 * Files of all packages but the observatory (its data are examples) that pass `accepts`.
 *
 * @param {string} folder under each package, such as `src` or `datos`
 * @param {(path: string) => boolean} accepts
 * @returns {{ url: URL, path: string }[]} each file with its path under `folder`
 */
export function packageFiles(folder, accepts) {
  return readdirSync(PACKAGES)
    .filter((name) => name !== 'observatory' && name !== 'embed')
    .sort()
    .flatMap((name) => {
      const root = new URL(`${name}/${folder}/`, PACKAGES);
      if (!existsSync(root)) return [];
      return /** @type {string[]} */ (readdirSync(root, { recursive: true }))
        .map((path) => path.replaceAll('\\', '/'))
        .filter((path) => !/(^|\/)(node_modules|dist|\.cache)\//.test(path) && accepts(path))
        .sort()
        .map((path) => ({ url: new URL(path, root), path }));
    });
}
