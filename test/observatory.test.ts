/** The observatory as `pnpm start` serves it: its pages, its manners, and its example API. */
import AxeSource from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve } from '../packages/observatory/src/server.mjs';
import { complaintsOf, openBrowser, openSite } from './browser/pages.js';
import { pageOf } from './browser/widget-page.js';

let browser: Browser;

/** Found by following the links of the front page, so that a new page is tested without a list. */
const site = await serve({ port: 0 });
const paths = await pagesLinkedFrom('/');

async function pagesLinkedFrom(path: string): Promise<string[]> {
  const home = await (await fetch(new URL(path, site.address))).text();
  const links = [...home.matchAll(/<a\b[^>]*\bhref="(\/[^"#]*)/g)].map(([, href = '']) =>
    href.replaceAll('&amp;', '&'),
  );
  const answers = await Promise.all(
    [...new Set([path, ...links])].map(async (link) => {
      const { headers } = await fetch(new URL(link, site.address));
      return headers.get('content-type')?.startsWith('text/html') ? [link] : [];
    }),
  );
  return answers.flat();
}

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
});

declare function widgetStates(): (string | undefined)[];

/** In the page: the status of each widget that shows data. */
const STATES = `globalThis.widgetStates = () => [...document.querySelectorAll('*')]
  .filter(({ localName }) => localName.startsWith('ventana-') && localName !== 'ventana-provider')
  .map(({ status }) => status);`;

describe.each([...paths, '/conjuntos?lang=en', '/dataset/indicadores-de-salud'])(
  'the page %s',
  (path) => {
    it('reaches fresh for every widget, quietly, and asks nothing of another machine', async () => {
      const context = await browser.newContext();
      await context.addInitScript(STATES);
      const page = await context.newPage();
      const complaints = complaintsOf(page);
      const strangers: string[] = [];
      page.on('request', (request) => {
        if (!request.url().startsWith(site.address)) strangers.push(request.url());
      });
      await page.goto(new URL(path, site.address).href);
      await page
        .waitForFunction(() => widgetStates().every((state) => state === 'fresh'), undefined, {
          timeout: 20_000,
        })
        .catch(() => undefined);
      const states = await page.evaluate(() => widgetStates());
      expect(states.length).toBeGreaterThan(0);
      expect(states).toEqual(states.map(() => 'fresh'));
      expect(complaints).toEqual([]);
      expect(strangers).toEqual([]);
      await context.close();
    });
  },
);

describe('a webmaster', () => {
  it.each(paths)('pastes the code of %s into a page of their own, and it shows', async (path) => {
    const page = await browser.newPage();
    await page.goto(new URL(path, site.address).href);
    const pasted = await page.locator('pre').allInnerTexts();
    for (const code of pasted) {
      const own = await openSite({ '/': pageOf(code) });
      await page.addInitScript(STATES);
      await page.goto(own.origin);
      await page.waitForFunction(() => widgetStates().every((state) => state === 'fresh'));
      expect(await page.evaluate(() => widgetStates().length)).toBeGreaterThan(0);
      await own.close();
    }
    await page.close();
  });
});

describe('a reader', () => {
  it.each([320, 1200])('finds no barrier and no sideways scroll at %i px', async (width) => {
    const context = await browser.newContext({ viewport: { width, height: 900 }, bypassCSP: true });
    await context.addInitScript(STATES);
    await context.addInitScript(AxeSource.source);
    const page = await context.newPage();
    await page.goto(site.address);
    await page.waitForFunction(() => widgetStates().every((state) => state === 'fresh'));
    const { overflow, violations } = await page.evaluate(async () => {
      const { axe } = window as unknown as { axe: typeof AxeSource };
      const { violations } = await axe.run(document, { resultTypes: ['violations'] });
      return {
        overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        violations: violations.flatMap(({ id, nodes }) =>
          nodes.map((node) => `${id}: ${node.target.join(' ')}`),
        ),
      };
    });
    expect(violations).toEqual([]);
    expect(overflow).toBeLessThanOrEqual(0);
    await context.close();
  });

  it('without JavaScript follows a link to each dataset', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(site.address);
    const link = page.getByRole('link', { name: 'Calidad del aire por estación, cada hora' });
    expect(await link.first().isVisible()).toBe(true);
    await context.close();
  });

  it('switches to English and stays in it', async () => {
    const page = await browser.newPage();
    await page.goto(site.address);
    await page.getByRole('link', { name: 'English' }).click();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.getByRole('link', { name: 'Datasets', exact: true }).click();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.close();
  });
});

describe('the example CKAN', () => {
  async function ask(path: string, init?: RequestInit) {
    const response = await fetch(new URL(`/api/3/action/${path}`, site.address), init);
    return { response, body: (await response.json()) as Record<string, unknown> };
  }

  it('lists, shows and finds datasets, readable from any page', async () => {
    const list = await ask('package_list');
    const names = list.body['result'] as string[];
    expect(names.length).toBeGreaterThanOrEqual(8);
    for (const name of names) {
      const { response, body } = await ask(`package_show?id=${name}`);
      expect(response.status).toBe(200);
      expect(response.headers.get('access-control-allow-origin')).toBe('*');
      expect(response.headers.get('last-modified')).toMatch(/GMT$/);
      expect(body).toMatchObject({ success: true, result: { name, private: false } });
    }
    const { body } = await ask('package_search?q=transporte&rows=1');
    expect(body).toMatchObject({
      success: true,
      result: { count: 1, results: [{ name: 'rutas-de-transporte' }] },
    });
  });

  it('finds a dataset by its id, too', async () => {
    const { body } = await ask('package_show?id=ciclovias');
    const { id } = body['result'] as { id: string };
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
    expect((await ask(`package_show?id=${id}`)).body).toMatchObject({
      result: { name: 'ciclovias' },
    });
  });

  it.each([
    ['package_show?id=no-hay', 404, { success: false, error: { __type: 'Not Found Error' } }],
    [
      'package_show',
      409,
      { success: false, error: { __type: 'Validation Error', id: ['Missing value'] } },
    ],
    [
      'package_show?id=videovigilancia',
      403,
      { success: false, error: { __type: 'Authorization Error' } },
    ],
    ['package_search?rows=muchas', 409, { success: false, error: { __type: 'Validation Error' } }],
  ])('answers %s with %i as CKAN does', async (path, status, expected) => {
    const { response, body } = await ask(path);
    expect(response.status).toBe(status);
    expect(body).toMatchObject(expected);
  });

  it('takes a POST as CKAN does', async () => {
    const { body } = await ask('package_show', { method: 'POST', body: '{"id":"ciclovias"}' });
    expect(body).toMatchObject({ success: true, result: { name: 'ciclovias' } });
    expect((await ask('package_show', { method: 'POST', body: '{' })).response.status).toBe(400);
  });
});

describe('the example catalogue', () => {
  it('holds the same datasets as DCAT, with the fields of DCAT-US and ADELA', async () => {
    const response = await fetch(new URL('/data.json', site.address));
    const { dataset } = (await response.json()) as { dataset: Record<string, unknown>[] };
    expect(dataset.length).toBeGreaterThanOrEqual(8);
    expect(dataset[0]).toMatchObject({
      identifier: 'calidad-del-aire',
      accrualPeriodicity: 'R/P1W',
      openessRating: '4',
      temporal: '2021-01-01/2026-06-30',
    });
  });
});

describe('the server', () => {
  it('keeps to its folders', async () => {
    for (const path of ['/embed/..%2f..%2fpackage.json', '/server.mjs', '/%E0%A4%A', '/no-hay']) {
      expect((await fetch(new URL(path, site.address))).status).toBe(404);
    }
  });

  it('takes the next free port', async () => {
    const port = Number(new URL(site.address).port);
    const other = await serve({ port });
    expect(Number(new URL(other.address).port)).toBeGreaterThan(port);
    await other.close();
  });
});
