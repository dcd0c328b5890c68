/** The built files on pages with the strictest policies that a government site sends. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXAMPLES } from '../browser/examples.js';
import { openBrowser } from '../browser/pages.js';
import { BADGE, badgesFresh, openHost, openPage } from './hosts.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

const STRICT = "default-src 'none'; script-src 'nonce-n0nce'; connect-src 'self'; img-src data:";
const LOADER = '<script nonce="n0nce" type="module" src="/embed/ventana.js"></script>';
const FILE = '<script nonce="n0nce" type="module" src="/embed/dataset-badge.js"></script>';
const CLASSIC = '<script nonce="n0nce" src="/embed/ventana.iife.js"></script>';

describe.each([
  ['the autoloader', LOADER],
  ['the single file', FILE],
  ['the classic script', CLASSIC],
])('%s under a nonce and required trusted types', (_, script) => {
  it.each([
    ['no list of policies', "require-trusted-types-for 'script'"],
    ['our policy listed', "require-trusted-types-for 'script'; trusted-types ventana"],
  ])('paints, styled, without a violation: %s', async (_, types) => {
    const site = await openHost(`${script}${BADGE}`, { policy: `${STRICT}; ${types}` });
    const { page, complaints, violations } = await openPage(browser, site);
    await badgesFresh(page);
    const badge = page.locator('ventana-dataset-badge');
    expect(await badge.getByRole('heading').innerText()).toContain('Parques');
    const { border, sheets } = await badge.evaluate((element) => {
      const frame = element.shadowRoot?.querySelector('.frame') ?? element;
      return {
        border: getComputedStyle(frame).borderTopStyle,
        sheets: element.shadowRoot?.adoptedStyleSheets.length,
      };
    });
    expect(sheets).toBeGreaterThan(0);
    expect(border).toBe('solid');
    expect(await violations()).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
    await site.close();
  });

  it('paints where only the name of Lit is listed', async () => {
    const policy = `${STRICT}; require-trusted-types-for 'script'; trusted-types lit-html`;
    const site = await openHost(`${script}${BADGE}`, { policy });
    const { page } = await openPage(browser, site);
    await badgesFresh(page);
    await page.close();
    await site.close();
  });

  it('leaves the fallback in place, with one line that says why, where none is granted', async () => {
    const policy = `${STRICT}; require-trusted-types-for 'script'; trusted-types 'none'`;
    const site = await openHost(`${script}${BADGE}`, { policy });
    const { page, complaints } = await openPage(browser, site);
    await page.waitForLoadState('networkidle');
    expect(await page.locator('ventana-dataset-badge:not(:defined) a').isVisible()).toBe(true);
    expect(complaints.filter((line) => line.startsWith('console: Ventana'))).toHaveLength(1);
    expect(complaints.filter((line) => line.startsWith('uncaught'))).toEqual([]);
    await page.close();
    await site.close();
  });
});

it('paints where policies are refused but none is required', async () => {
  const site = await openHost(`${LOADER}${BADGE}`, { policy: `${STRICT}; trusted-types 'none'` });
  const { page } = await openPage(browser, site);
  await badgesFresh(page);
  await page.close();
  await site.close();
});

it('lives beside a copy of Lit that the page brought itself', async () => {
  const other = `<script nonce="n0nce">trustedTypes.createPolicy('lit-html', { createHTML: (s) => s })</script>`;
  const policy = `${STRICT}; require-trusted-types-for 'script'; trusted-types lit-html ventana`;
  const site = await openHost(`${other}${LOADER}${BADGE}`, { policy });
  const { page, complaints, violations } = await openPage(browser, site);
  await badgesFresh(page);
  expect(await violations()).toEqual([]);
  expect(complaints).toEqual([]);
  await page.close();
  await site.close();
});

describe.each(EXAMPLES)('$name under the strictest policy', ({ html, tags }) => {
  const policy = `${STRICT}; require-trusted-types-for 'script'`;
  const files = tags.map((tag) => FILE.replace('dataset-badge', tag.replace('ventana-', '')));

  it.each([
    ['the autoloader', LOADER],
    ['its own file', files.join('')],
    ['the classic script', CLASSIC],
  ])('paints without a violation, by %s', async (_, script) => {
    const site = await openHost(script + html, { policy: `${policy}; trusted-types ventana` });
    const { page, complaints, violations, settled, seen } = await openPage(browser, site);
    await settled();
    expect((await seen()).map(({ status }) => status)).toEqual(['fresh']);
    expect((await seen())[0]?.text).toContain('Parques');
    expect(await violations()).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
    await site.close();
  });

  it('leaves the fallback in place where it may not paint', async () => {
    const site = await openHost(LOADER + html, { policy: `${policy}; trusted-types 'none'` });
    const { page, complaints } = await openPage(browser, site);
    await page.waitForLoadState('networkidle');
    expect(await page.getByRole('link', { name: 'Parques' }).isVisible()).toBe(true);
    expect(complaints.filter((line) => line.startsWith('uncaught'))).toEqual([]);
    await page.context().close();
    await site.close();
  });
});
