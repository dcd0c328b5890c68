/** What stands in packages/embed/dist, read as files. */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { EMBED } from '../browser/widget-page.js';

interface Manifest {
  readonly version: string;
  readonly widgets: Record<string, { files: string[]; lazy: string[] }>;
  readonly files: Record<string, { bytes: number; gzip: number; sha384: string }>;
}

const manifest = JSON.parse(readFileSync(new URL('manifest.json', EMBED), 'utf8')) as Manifest;
const present = (readdirSync(EMBED, { recursive: true }) as string[]).filter((path) =>
  statSync(new URL(path, EMBED)).isFile(),
);

function text(file: string): string {
  return readFileSync(new URL(file, EMBED), 'utf8');
}

it('the manifest lists every file with its bytes, gzip bytes and hash', () => {
  expect(Object.keys(manifest.files).sort()).toEqual(
    present.filter((path) => path !== 'manifest.json').sort(),
  );
  for (const [path, { bytes, gzip, sha384 }] of Object.entries(manifest.files)) {
    const content = readFileSync(new URL(path, EMBED));
    expect({ path, bytes, gzip, sha384 }).toEqual({
      path,
      bytes: content.length,
      gzip: gzipSync(content, { level: 9 }).length,
      sha384: `sha384-${createHash('sha384').update(content).digest('base64')}`,
    });
  }
});

it('every widget folder has its file, with no list to edit', () => {
  const source = new URL('../../packages/widgets/src/', import.meta.url);
  const folders = readdirSync(source).filter((name) =>
    (readdirSync(source, { recursive: true }) as string[]).includes(`${name}/define.ts`),
  );
  expect(Object.keys(manifest.widgets).sort()).toEqual(
    folders.map((name) => `ventana-${name}`).sort(),
  );
  expect(present).toEqual(expect.arrayContaining(folders.map((name) => `${name}.js`)));
});

describe.each(present.filter((path) => path.endsWith('.js')))('%s', (file) => {
  const code = text(file);
  const widget = Object.values(manifest.widgets).find(({ files: [own] }) => own === file);
  const mayImport = widget ? [...widget.lazy, ...widget.files.slice(1)].sort() : [];

  it('stands alone: it imports only what the manifest says', () => {
    const imported = [...code.matchAll(/\bimport\s*\(\s*[`'"]\.\/([^`'"]+)[`'"]\s*\)/g)].map(
      ([, path]) => path,
    );
    expect([...new Set(imported)].sort()).toEqual(mayImport);
    expect(code).not.toMatch(/(?:^|[;}\n])\s*(?:import|export)\s*(?:[\w*{][^;]*?\bfrom\s*)?["'`]/);
  });

  it('asks for no eval, no policy of its own, and no development build', () => {
    expect(code).not.toMatch(/\beval\(|new Function\(|[^\w.]Function\(["'`]/);
    expect(code).not.toContain('createPolicy("lit-html"');
    expect(code).not.toContain('process.env');
    expect(code).not.toContain('Lit is in dev mode');
  });
});
