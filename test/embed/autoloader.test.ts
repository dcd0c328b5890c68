/** The autoloader on pages that a webmaster writes. */
import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser } from '../browser/pages.js';
import { EMBED, LOADER } from '../browser/widget-page.js';
import { BADGE, badgesFresh, openHost, openPage } from './hosts.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

it('loads only itself and what the page uses', async () => {
  const site = await openHost(`${LOADER}${BADGE}${BADGE}`);
  const { page, complaints } = await openPage(browser, site);
  await badgesFresh(page);
  expect(site.asked.filter((path) => path.startsWith('/embed/'))).toEqual([
    '/embed/ventana.js',
    '/embed/dataset-badge.js',
  ]);
  expect(complaints).toEqual([]);
  await page.close();
  await site.close();
});

it('loads nothing on a page without widgets', async () => {
  const site = await openHost(LOADER);
  const { page } = await openPage(browser, site);
  await page.waitForLoadState('networkidle');
  expect(site.asked).toEqual(['/', '/embed/ventana.js']);
  await page.close();
  await site.close();
});

it('finds a widget that a script adds later, alone or deep inside a fragment', async () => {
  const site = await openHost(LOADER);
  const { page } = await openPage(browser, site);
  await page.evaluate((badge) => {
    const box = document.createElement('section');
    box.innerHTML = `<div><p>Antes</p>${badge}</div>`;
    document.body.append(box);
  }, BADGE);
  await badgesFresh(page);
  await page.close();
  await site.close();
});

it('finds widgets inside open shadow roots, there now or after another element is defined', async () => {
  const site = await openHost(
    `<div><template shadowrootmode="open">${BADGE}</template></div><otro-elemento></otro-elemento>${LOADER}`,
  );
  const { page } = await openPage(browser, site);
  await page.evaluate((badge) => {
    customElements.define(
      'otro-elemento',
      class extends HTMLElement {
        constructor() {
          super();
          this.attachShadow({ mode: 'open' }).innerHTML = badge;
        }
      },
    );
  }, BADGE);
  const badges = page.locator('ventana-dataset-badge:defined');
  await expect.poll(() => badges.count()).toBe(2);
  await page.close();
  await site.close();
});

it('warns once of a tag that this build does not have, and leaves its content', async () => {
  const unknown = '<ventana-nadie><p>Respaldo</p></ventana-nadie>';
  const site = await openHost(`${LOADER}${unknown}${unknown}`);
  const { page, warnings, complaints } = await openPage(browser, site);
  await expect.poll(() => warnings.length).toBe(1);
  await page.evaluate((html) => document.body.insertAdjacentHTML('beforeend', html), unknown);
  await page.waitForTimeout(100);
  expect(warnings).toHaveLength(1);
  expect(warnings[0]).toContain('<ventana-nadie>');
  expect(complaints).toEqual([]);
  expect(await page.locator('ventana-nadie p').first().isVisible()).toBe(true);
  await page.close();
  await site.close();
});

it('leaves the fallback, with one line, when a file does not arrive', async () => {
  const site = await openHost(`${LOADER}${BADGE}${BADGE}`, {
    routes: { '/embed/dataset-badge.js': { body: 'Not Found', status: 404 } },
  });
  const { page, complaints } = await openPage(browser, site);
  await expect
    .poll(() => complaints.some((line) => line.startsWith('console: Ventana')))
    .toBe(true);
  expect(complaints.filter((line) => line.startsWith('console: Ventana'))).toHaveLength(1);
  expect(complaints.filter((line) => line.startsWith('uncaught'))).toEqual([]);
  expect(await page.locator('ventana-dataset-badge a').first().isVisible()).toBe(true);
  await page.close();
  await site.close();
});

it('takes every script on the same page, and the same one twice: the first wins, nothing throws', async () => {
  const twice = `${LOADER}<script type="module" src="/embed/ventana.js?otra"></script>
    <script type="module" src="/embed/dataset-badge.js?otra"></script><script src="/embed/ventana.iife.js"></script>`;
  const site = await openHost(`${twice}${BADGE}`);
  const { page, complaints, warnings } = await openPage(browser, site);
  await badgesFresh(page);
  await page.waitForLoadState('networkidle');
  expect(complaints).toEqual([]);
  expect(warnings).toEqual([]);
  await page.close();
  await site.close();
});

it('leaves no global but one hidden symbol', async () => {
  const site = await openHost(BADGE);
  const { page } = await openPage(browser, site);
  const names = () =>
    page.evaluate(() =>
      Reflect.ownKeys(globalThis).concat(Reflect.ownKeys(Symbol)).map(String).sort(),
    );
  const before = await names();
  await page.addScriptTag({ url: '/embed/ventana.js', type: 'module' });
  await badgesFresh(page);
  await page.addScriptTag({ url: '/embed/ventana.iife.js' });
  expect((await names()).filter((name) => !before.includes(name))).toEqual(['Symbol(ventana)']);
  expect(
    await page.evaluate(() => Object.keys(globalThis).filter((key) => /ventana/i.test(key))),
  ).toEqual([]);
  await page.close();
  await site.close();
});

it('serves a page on another host, whose integrity attribute the file fits', async () => {
  const { files } = JSON.parse(readFileSync(new URL('manifest.json', EMBED), 'utf8')) as {
    files: Record<string, { sha384: string }>;
  };
  const library = await openHost('');
  const site = await openHost(
    `<script type="module" crossorigin integrity="${files['dataset-badge.js']?.sha384}" src="${library.origin}/embed/dataset-badge.js"></script>${BADGE}`,
  );
  const { page, complaints } = await openPage(browser, site);
  await badgesFresh(page);
  expect(complaints).toEqual([]);
  await page.close();
  await site.close();
  await library.close();
});
