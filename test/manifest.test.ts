/** What `@ventana/widgets` tells editors and compilers of its elements, as a site that installs it reads it. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

interface Attribute {
  readonly name: string;
  readonly type?: { readonly text: string };
}

interface Module {
  readonly path: string;
  readonly declarations?: readonly {
    readonly name: string;
    readonly tagName?: string;
    readonly attributes?: readonly Attribute[];
    readonly events?: readonly { readonly name: string }[];
  }[];
  readonly exports?: readonly {
    readonly kind: string;
    readonly name: string;
    readonly declaration: { readonly name: string; readonly module: string };
  }[];
}

const WIDGETS = new URL('../packages/widgets/', import.meta.url);

const { modules } = JSON.parse(readFileSync(new URL('custom-elements.json', WIDGETS), 'utf8')) as {
  modules: readonly Module[];
};
const elements = modules.flatMap(({ declarations = [] }) =>
  declarations.flatMap(({ name, tagName, attributes = [], events = [] }) =>
    tagName ? [{ name, folder: tagName.replace('ventana-', ''), tagName, attributes, events }] : [],
  ),
);

/** A union of words in the order of the alphabet: its own is the compiler's. */
function words(union: string): string {
  return union.split(' | ').sort().join(' | ');
}

/** Names that the event classes in an element's folder fire under. */
function ownEvents(folder: string): string[] {
  const home = new URL(`src/${folder}/`, WIDGETS);
  return readdirSync(home)
    .filter((file) => file.endsWith('-events.ts'))
    .flatMap((file) => [
      ...readFileSync(new URL(file, home), 'utf8').matchAll(/super\(\s*'(ventana-[\w-]+)'/g),
    ])
    .map(([, name = '']) => name);
}

describe('custom-elements.json', () => {
  it('names, for each tag, the module that defines it', () => {
    const definitions = modules.flatMap(({ path, exports = [] }) =>
      exports
        .filter(({ kind }) => kind === 'custom-element-definition')
        .map(({ name, declaration }) => [name, path, declaration.module, declaration.name]),
    );
    expect(definitions.sort()).toEqual(
      elements
        .map(({ tagName, folder, name }) => [
          tagName,
          `${folder}/define.js`,
          `${folder}/${folder}.js`,
          name,
        ])
        .sort(),
    );
  });

  it('lists the events that an element fires, and no other', () => {
    for (const { tagName, folder, attributes, events } of elements) {
      const reads = attributes.some(({ name }) => name === 'src') ? ['load', 'error'] : [];
      const isField = attributes.some(({ name }) => name === 'required');
      expect(events.map(({ name }) => name).sort(), tagName).toEqual(
        [...ownEvents(folder), ...reads, ...(isField ? ['input', 'change'] : [])].sort(),
      );
    }
  });

  it('writes out the words that an attribute takes, so that editors and compilers offer them', () => {
    const choices = elements.flatMap(({ folder, attributes }) =>
      attributes.flatMap(({ name, type }) =>
        type?.text.includes("'") ? [[`${folder} ${name}`, words(type.text)]] : [],
      ),
    );
    expect(Object.fromEntries(choices)).toEqual({
      'budget-chart adjust': "'gdp-share' | 'nominal' | 'per-capita' | 'real'",
      'budget-chart loading': "'eager' | 'lazy'",
      'budget-chart unit': "'' | 'mdp' | 'pesos'",
      'budget-chart view': "'bars' | 'execution' | 'series' | 'table' | 'treemap'",
      'commitment-tracker loading': "'eager' | 'lazy'",
      'commitment-tracker view': "'board' | 'list' | 'summary' | 'table' | 'timeline'",
      'dataset-badge loading': "'eager' | 'lazy'",
      'dataset-badge size': "'badge' | 'card' | 'full'",
      'tramite-finder loading': "'eager' | 'lazy'",
      'tramite-finder remember': "'ask' | 'never'",
    });
  });
});

/** As docs/widgets have a site write it. */
const SITE = `
import '@ventana/widgets/budget-chart/define.js';
import '@ventana/widgets/commitment-tracker/define.js';
import '@ventana/widgets/tramite-finder/define.js';

const [budget, tracker, finder] = [
  document.createElement('ventana-budget-chart'),
  document.createElement('ventana-commitment-tracker'),
  document.createElement('ventana-tramite-finder'),
];
budget.addEventListener('ventana-budget-chart-drill', (event) => void event.path);
budget.addEventListener('ventana-budget-chart-change', (event) => void event.value);
tracker.addEventListener('ventana-commitment-tracker-filter', (event) => void event.shown);
tracker.addEventListener('ventana-commitment-tracker-open', (event) => void event.commitment);
finder.addEventListener('ventana-tramite-finder-select', (event) => void event.homoclave);
finder.addEventListener('ventana-tramite-finder-search', (event) => void event.query);
`;

it('every event has its type in a site that imports the elements', () => {
  const script = fileURLToPath(new URL('site.ts', import.meta.url));
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ['lib.es2024.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (path) => path === script || fileExists(path);
  host.getSourceFile = (path, ...rest) =>
    path === script
      ? ts.createSourceFile(path, SITE, ts.ScriptTarget.ES2022)
      : getSourceFile(path, ...rest);
  const program = ts.createProgram([script], options, host);
  const said = ts
    .getPreEmitDiagnostics(program, program.getSourceFile(script))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
  expect(said).toEqual([]);
});
