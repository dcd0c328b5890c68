import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { lazyPackages } from '../../packages/embed/bundle/plugins.mjs';

type Resolve = (asked: string, importer: string) => { id: string };

/** How each of two widgets' builds resolves a lazy import. */
function twoWidgets(): [Resolve, Resolve] {
  const files = new Map<string, string>();
  const [one, other] = [new Set<string>(), new Set<string>()].map(
    (wanted) => lazyPackages(wanted, files).resolveDynamicImport as Resolve,
  );
  return [one!, other!];
}

const importer = (widget: string): string =>
  fileURLToPath(new URL(`../../packages/widgets/dist/${widget}/${widget}.js`, import.meta.url));

it('two widgets that ask for one module share its file', () => {
  const [budget, tracker] = twoWidgets();
  const shared = { id: './snippet.js', external: true };
  expect(budget('../frame/snippet.js', importer('budget-chart'))).toEqual(shared);
  expect(tracker('../frame/snippet.js', importer('commitment-tracker'))).toEqual(shared);
});

it('two widgets may not ask for two modules of one name: one file would overwrite the other', () => {
  const [tracker, finder] = twoWidgets();
  tracker('./plan-page.js', importer('commitment-tracker'));
  expect(() => finder('./plan-page.js', importer('tramite-finder'))).toThrow(
    /tramite-finder\/plan-page\.js and .*commitment-tracker\/plan-page\.js would both be plan-page\.js: rename one/,
  );
});
