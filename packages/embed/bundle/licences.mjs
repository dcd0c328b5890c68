import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { PACKAGES } from './widget-folders.mjs';

/**
 * Writes licencias.txt: the licence of Ventana and of each package that the built files contain.
 * Their notices are left out of the files themselves, which pay for every byte.
 *
 * @param {URL} folder
 * @param {string[]} modules names as `lit-html/lit-html.js` or `@lit/task/task.js`
 */
export function writeLicences(folder, modules) {
  const ours = readFileSync(new URL('../LICENSE', PACKAGES), 'utf8').trim();
  const names = modules
    .map((module) => /^(@[^/]+\/[^/]+|[^@/][^/]*)\//.exec(module)?.[1])
    .filter((name) => name !== undefined);
  const texts = [...new Set(names)].sort().flatMap((name) => {
    const home = packageHome(name);
    if (!home) return [];
    const { version, license } = JSON.parse(readFileSync(new URL('package.json', home), 'utf8'));
    const file = readdirSync(home).find((entry) => /^licen[cs]e/i.test(entry));
    const text = file ? readFileSync(new URL(file, home), 'utf8').trim() : '';
    return [`${name} ${version} (${license})\n\n${text}`.trim()];
  });
  writeFileSync(
    new URL('licencias.txt', folder),
    `${[`Ventana\n\n${ours}`, ...texts].join(`\n\n${'-'.repeat(72)}\n\n`)}\n`,
  );
}

/** @param {string} name @returns {URL | undefined} */
function packageHome(name) {
  const store = new URL('../node_modules/.pnpm/node_modules/', PACKAGES);
  const direct = [new URL(`${name}/`, store)];
  for (const member of readdirSync(PACKAGES)) {
    direct.push(new URL(`${member}/node_modules/${name}/`, PACKAGES));
  }
  return direct.find((home) => existsSync(new URL('package.json', home)));
}
