import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { referencePages } from '../../packages/widgets/manifest/api-tables.mjs';

it('every reference in docs/widgets is what the elements declare', async () => {
  const pages = await referencePages();
  expect(pages.map(({ name }) => name)).toContain('dataset-badge.md');
  for (const { name, is, should } of pages) {
    expect(
      is,
      `docs/widgets/${name} is not current: run \`pnpm build\`, then \`node packages/widgets/manifest/api-tables.mjs\``,
    ).toBe(should);
  }
});

it('the badge’s page shows every sentence of a failure as the badge says it', () => {
  const read = (path: string): string =>
    readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
  const page = read('docs/widgets/dataset-badge.md').replace(/\s+/g, ' ');
  const spanish = read('packages/widgets/src/frame/frame.messages.ts').split('\n  en: {')[0] ?? '';
  const sentences = [...spanish.matchAll(/'?error-?[\w-]+'?:\s*'([^']+)'/g)].map(([, text = '']) =>
    text.replace('{{what}}', 'El conjunto de datos'),
  );
  expect(sentences.length).toBeGreaterThan(9);
  expect(sentences.filter((sentence) => !page.includes(sentence))).toEqual([]);
});
