/** What `@ventana/widgets` tells editors and compilers of its elements, as a site that installs it reads it. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

interface Module {
  readonly path: string;
  readonly declarations?: readonly {
    readonly name: string;
    readonly tagName?: string;
    readonly events?: readonly { readonly name?: string }[];
  }[];
  readonly exports?: readonly {
    readonly kind: string;
    readonly name: string;
    readonly declaration: { readonly name: string; readonly module: string };
  }[];
}

const { modules } = JSON.parse(
  readFileSync(new URL('../packages/widgets/custom-elements.json', import.meta.url), 'utf8'),
) as { modules: readonly Module[] };
const elements = modules.flatMap(({ declarations = [] }) =>
  declarations.flatMap(({ name, tagName, events = [] }) =>
    tagName ? [{ name, folder: tagName.replace('ventana-', ''), tagName, events }] : [],
  ),
);
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
    const known = /^(?:load|error|input|change)$/;
    for (const { tagName, events } of elements) {
      const strange = events.filter(
        ({ name = '' }) => !known.test(name) && !name.startsWith(`${tagName}-`),
      );
      expect(strange, tagName).toEqual([]);
    }
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
