/**
 * Every story of the built Storybook, in Chromium: axe finds nothing, the console stays clean, and
 * at 320 px nothing scrolls sideways. A story that shows a mistake of the embedder's carries the tag
 * `complains`: there the library's own lines on the console are what it should do.
 */
import { existsSync, readFileSync } from 'node:fs';
import Axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { complaintsOf, openBrowser, openSite } from './browser/pages.js';
import type { Site } from './browser/pages.js';

const OUT = new URL('../.storybook/out/', import.meta.url);
const AXE = Axe.source;
const TABS = 4;

interface Story {
  readonly id: string;
  readonly title: string;
  readonly name: string;
  readonly type: string;
  readonly tags?: readonly string[];
}

function builtStories(): Story[] {
  const index = new URL('index.json', OUT);
  if (!existsSync(index)) {
    throw new Error('There is no built Storybook: run `pnpm storybook:build` before this check.');
  }
  const { entries } = JSON.parse(readFileSync(index, 'utf8')) as { entries: Record<string, Story> };
  return Object.values(entries).filter(({ type }) => type === 'story');
}

interface Visit {
  readonly violations: string[];
  readonly complaints: string[];
  readonly overflow: number;
}

/** Rules of whole pages, which a story is not. */
const PAGE_RULES = [
  'region',
  'landmark-one-main',
  'page-has-heading-one',
  'bypass',
  'heading-order',
];

async function visit(page: Page, origin: string, story: Story): Promise<Visit> {
  const complaints = complaintsOf(page);
  await page.setViewportSize({ width: 1000, height: 800 });
  // The addon's own run of axe would only take the processor from ours.
  await page.goto(`${origin}/iframe.html?id=${story.id}&viewMode=story&globals=a11y.manual:!true`);
  await page.waitForFunction(
    () =>
      document.body.classList.contains('sb-show-main') &&
      document.querySelector('#storybook-root')?.hasChildNodes(),
  );
  await settled(page);
  const violations = await page.evaluate(async (pageRules) => {
    const { ownAxe } = window as unknown as { ownAxe: typeof Axe };
    const { violations } = await ownAxe.run('#storybook-root', {
      resultTypes: ['violations'],
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      rules: Object.fromEntries(pageRules.map((rule) => [rule, { enabled: false }])),
    });
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(
        ({ target, failureSummary }) =>
          `${id} (${help}) at ${target.join(' ')}: ${failureSummary ?? ''}`,
      ),
    );
  }, PAGE_RULES);
  await page.setViewportSize({ width: 320, height: 800 });
  const overflow = await page.evaluate(async () => {
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    return document.documentElement.scrollWidth - document.documentElement.clientWidth;
  });
  const expected = story.tags?.includes('complains') ? /^console: (?:Ventana|<ventana-)/ : /$^/;
  return {
    violations,
    complaints: complaints.filter((complaint) => !expected.test(complaint)),
    overflow,
  };
}

/** Waits until no widget of the story is loading, or a moment: a story may show just that. */
async function settled(page: Page): Promise<void> {
  await page
    .waitForFunction(
      () =>
        [...document.querySelectorAll('#storybook-root *')]
          .filter(({ localName }) => localName.startsWith('ventana-'))
          .every((element) => (element as Element & { status?: string }).status !== 'loading'),
      undefined,
      { timeout: 1500 },
    )
    .catch(() => undefined);
}

const stories = builtStories();
const visits = new Map<string, Visit | Error>();
let browser: Browser;
let site: Site;

beforeAll(async () => {
  browser = await openBrowser();
  site = await openSite({ '/favicon.ico': { body: '' } }, { '/': OUT });
  const waiting = [...stories];
  await Promise.all(
    Array.from({ length: Math.min(TABS, stories.length) }, async () => {
      for (let story = waiting.shift(); story; story = waiting.shift()) {
        // A context each: one story's last good answers must not turn up in another.
        const context = await browser.newContext();
        const page = await context.newPage();
        await page.addInitScript(`${AXE};window.ownAxe = window.axe;`);
        visits.set(story.id, await visit(page, site.origin, story).catch((error: Error) => error));
        await context.close();
      }
    }),
  );
}, 600_000);

afterAll(async () => {
  await browser?.close();
  await site?.close();
});

describe.each(stories)('$title: $name', ({ id }) => {
  it('is accessible, quiet, and fits 320 px', () => {
    const visited = visits.get(id);
    if (!visited || visited instanceof Error)
      throw visited ?? new Error('The story was not visited.');
    expect(visited.violations, 'what axe found').toEqual([]);
    expect(visited.complaints, 'what the console said').toEqual([]);
    expect(visited.overflow, 'pixels of sideways scroll at 320 px').toBeLessThanOrEqual(0);
  });
});

interface Declaration {
  readonly tagName?: string;
  readonly attributes?: readonly { readonly name: string; readonly type?: { text: string } }[];
}

const manifest = JSON.parse(
  readFileSync(new URL('../packages/widgets/custom-elements.json', import.meta.url), 'utf8'),
) as { modules: { declarations?: Declaration[] }[] };
const declared = manifest.modules.flatMap(({ declarations = [] }) => declarations);

/** The first story of each widget. */
const firsts = [...new Map(stories.toReversed().map((one) => [one.title, one])).values()];

it.each(firsts)('every control of $title sets its attribute', async ({ id, title }) => {
  const tag = `ventana-${title}`;
  const { attributes = [] } = declared.find(({ tagName }) => tagName === tag) ?? {};
  const args = Object.fromEntries(
    attributes.map(({ name, type }) => [
      name,
      type?.text === 'boolean' ? true : type?.text === 'number' ? 3 : 'otro',
    ]),
  );
  expect(attributes.length).toBeGreaterThan(10);
  const page = await browser.newPage();
  await page.goto(`${site.origin}/iframe.html?id=${id}&viewMode=story&globals=a11y.manual:!true`);
  await page.waitForSelector(tag);
  await page.evaluate(
    ({ storyId, updatedArgs }) => {
      const { __STORYBOOK_ADDONS_CHANNEL__: channel } = globalThis as unknown as {
        __STORYBOOK_ADDONS_CHANNEL__: { emit(type: string, told: unknown): void };
      };
      channel.emit('updateStoryArgs', { storyId, updatedArgs });
    },
    { storyId: id, updatedArgs: args },
  );
  await page.waitForSelector(`${tag}[src="otro"]`);
  const set = await page.evaluate(
    (name) => document.querySelector(name)?.getAttributeNames() ?? [],
    tag,
  );
  expect(Object.keys(args).filter((name) => !set.includes(name))).toEqual([]);
  await page.close();
});
