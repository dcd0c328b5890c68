/** The built files say a widget's properties without decorators: Lit has to hear the same of each. */
import { fileURLToPath } from 'node:url';
import { rolldown, type Plugin } from 'rolldown';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { plainProperties } from '../../packages/embed/bundle/plain-properties.mjs';

const FILE = '/packages/widgets/dist/badge/badge.js';

function compiled(members: string): string {
  const source = `
    import { property, query, state } from 'lit/decorators.js';
    export const heard = [];
    class Base { static createProperty(...given) { heard.push(given); } }
    export class Badge extends Base { ${members} }`;
  return ts.transpileModule(source, {
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      experimentalDecorators: true,
      useDefineForClassFields: false,
    },
  }).outputText;
}

async function built(code: string, plugins: Plugin[]): Promise<{ code: string; heard: unknown[] }> {
  const file: Plugin = {
    name: 'file',
    resolveId(id, importer) {
      if (id === FILE) return id;
      return importer === FILE ? this.resolve(id, fileURLToPath(import.meta.url)) : null;
    },
    load: (id) => (id === FILE ? code : null),
  };
  // Lit for Node brings the elements that Node does not have.
  const bundle = await rolldown({ input: FILE, platform: 'node', plugins: [file, ...plugins] });
  const { output } = await bundle.generate({ format: 'es' });
  await bundle.close();
  const address = `data:text/javascript;base64,${Buffer.from(output[0].code).toString('base64')}`;
  const { heard } = (await import(/* @vite-ignore */ address)) as { heard: unknown[] };
  return { code: output[0].code, heard };
}

const PROPERTIES = `
  @property() src = '';
  @property({ type: Number, attribute: 'max-bytes' }) maxBytes = 0;
  @property({ attribute: false }) get data() { return 1; }
  set data(value) {}
  @state() private all = false;
  @state({ hasChanged: () => false }) private none = false;`;

it('tells Lit the same of each property, and carries no helper', async () => {
  const code = compiled(PROPERTIES);
  const [decorated, plain] = await Promise.all([built(code, []), built(code, [plainProperties()])]);
  expect(decorated.heard).toHaveLength(5);
  expect(JSON.stringify(plain.heard.map(asText))).toBe(JSON.stringify(decorated.heard.map(asText)));
  expect(decorated.code).toContain('__decorate');
  expect(plain.code).not.toContain('__decorate');
});

it('leaves other decorators as they are', async () => {
  const { code, heard } = await built(compiled(`${PROPERTIES} @query('a') link;`), [
    plainProperties(),
  ]);
  expect(code).toContain('__decorate');
  expect(heard).toHaveLength(5);
});

/** Options without those that say nothing, functions as text. */
function asText(given: unknown): unknown {
  const [name, options = {}] = given as [string, object?];
  return [name, Object.entries(options).map(([key, value]) => `${key}: ${String(value)}`)];
}
