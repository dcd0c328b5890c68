/**
 * What a widget costs the page that embeds it alone: the autoloader and the widget's own file, Lit
 * and i18next included. Budgets are in budgets.json; a widget without an entry gets `otherwise`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import budgets from './budgets.json' with { type: 'json' };

const EMBED = new URL('../../packages/embed/', import.meta.url);

interface Built {
  readonly widgets: Readonly<Record<string, { files: string[]; lazy: string[] }>>;
  readonly files: Readonly<Record<string, { bytes: number; gzip: number; sha384: string }>>;
}

function readJson<T>(path: string): T {
  const file = new URL(path, EMBED);
  if (!existsSync(file)) {
    throw new Error(`${path} of packages/embed is missing: run \`pnpm build\` before this check.`);
  }
  return JSON.parse(readFileSync(file, 'utf8')) as T;
}

const built = readJson<Built>('dist/manifest.json');
const modules = readJson<Record<string, { module: string; gzip: number }[]>>('.cache/modules.json');

function gzipOf(files: readonly string[]): number {
  return files.reduce((sum, file) => sum + (built.files[file]?.gzip ?? Infinity), 0);
}

function heaviest(files: readonly string[]): string {
  return files
    .flatMap((file) => modules[file] ?? [])
    .sort((a, b) => b.gzip - a.gzip)
    .slice(0, 5)
    .map(({ module, gzip }) => `  ${String(gzip).padStart(6)}  ${module}`)
    .join('\n');
}

function lesson(what: string, files: readonly string[], budget: number): string {
  const found = gzipOf(files);
  return `${what} may cost a page ${budget} bytes of gzipped script and costs ${found} (${found - budget} too many): ${files.join(' + ')}.
The five heaviest modules in it, each gzipped by itself:
${heaviest(files)}
Look for a module that should not be there (an index that drags its neighbours in, a class where a function would shake off), for text said twice, and for what could wait for a lazy import. A budget is raised in test/sizes/budgets.json only with a page in docs/decisions that says what the reader gets for it.`;
}

describe('a page with one widget', () => {
  const names = Object.keys(built.widgets).map((tag) => tag.replace('ventana-', ''));
  it.each(names)('%s', (name) => {
    const budget = (budgets.pages as Record<string, number>)[name] ?? budgets.otherwise;
    const files = ['ventana.js', ...(built.widgets[`ventana-${name}`]?.files ?? [])];
    expect(gzipOf(files), lesson(`<ventana-${name}>`, files, budget)).toBeLessThanOrEqual(budget);
  });
});

it('the autoloader alone', () => {
  const budget = budgets['ventana.js'];
  const message = lesson('ventana.js', ['ventana.js'], budget);
  expect(gzipOf(['ventana.js']), message).toBeLessThanOrEqual(budget);
});

describe('what loads only when a view needs it', () => {
  it.each(Object.entries(budgets.lazy))('%s', (file, budget) => {
    expect(gzipOf([file]), lesson(file, [file], budget)).toBeLessThanOrEqual(budget);
  });
});
