import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { packageFiles, widgetNames } from '../packages/embed/bundle/widget-folders.mjs';
import { referencePages } from '../packages/widgets/manifest/api-tables.mjs';

function read(path: string): string {
  return readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
}

it.each(widgetNames())(
  '%s has a page whose reference is what the element declares',
  async (name) => {
    const page = (await referencePages()).find((one) => one.name === `${name}.md`);
    expect(page?.is, `docs/widgets/${name}.md has to hold this line`).toContain(
      `<!-- api ventana-${name} -->`,
    );
    expect(
      page?.is,
      `docs/widgets/${name}.md is not current: run \`pnpm build\`, then \`node packages/widgets/manifest/api-tables.mjs\``,
    ).toBe(page?.should);
  },
);

it('docs/theming.md lists the tokens that a page can set, and no other', () => {
  const tokens = (text: string): string[] =>
    [...text.matchAll(/var\((--ventana-[\w-]+)/g)].map(([, token = '']) => token);
  const used = packageFiles('src', (path) => path.endsWith('.styles.ts')).flatMap(({ url }) =>
    tokens(readFileSync(url, 'utf8')),
  );
  const listed = [...read('docs/theming.md').matchAll(/^\| `(--ventana-[\w-]+)`/gm)];
  expect(listed.map(([, token]) => token).sort()).toEqual([...new Set(used)].sort());
});

it('the badge’s page shows every sentence of a failure as the badge says it', () => {
  const page = read('docs/widgets/dataset-badge.md').replace(/\s+/g, ' ');
  const spanish = read('packages/widgets/src/frame/frame.messages.ts').split('\n  en: {')[0] ?? '';
  const sentences = [...spanish.matchAll(/'?error-?[\w-]+'?:\s*'([^']+)'/g)].map(([, text = '']) =>
    text.replace('{{what}}', 'El conjunto de datos'),
  );
  expect(sentences.length).toBeGreaterThan(9);
  expect(sentences.filter((sentence) => !page.includes(sentence))).toEqual([]);
});
