import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

/**
 * Writes manifest.json: the version, the files that each widget needs (`lazy` ones only when a
 * view asks), and every file with its bytes, its gzip bytes (level 9) and its SHA-384 in the form
 * that an `integrity` attribute takes.
 *
 * @param {URL} folder
 * @param {{ version: string, widgets: Record<string, { files: string[], lazy: string[] }> }} facts
 */
export function writeManifest(folder, facts) {
  const paths = /** @type {string[]} */ (readdirSync(folder, { recursive: true }))
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path !== 'manifest.json' && statSync(new URL(path, folder)).isFile())
    .sort();
  const files = Object.fromEntries(
    paths.map((path) => {
      const content = readFileSync(new URL(path, folder));
      return [
        path,
        {
          bytes: content.length,
          gzip: gzipSync(content, { level: 9 }).length,
          sha384: `sha384-${createHash('sha384').update(content).digest('base64')}`,
        },
      ];
    }),
  );
  writeFileSync(
    new URL('manifest.json', folder),
    `${JSON.stringify({ ...facts, files }, null, 2)}\n`,
  );
}
