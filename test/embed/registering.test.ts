/** When a widget's tag is registered: before anybody who waited for its file goes on. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser } from '../browser/pages.js';
import { openTab, openWidgetSite, pageOf } from '../browser/widget-page.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

it.each([
  ['imports it', `await import('/embed/dataset-badge.js')`],
  ['has its script', `await load('module', '/embed/dataset-badge.js')`],
  ['has the classic script', `await load('', '/embed/ventana.iife.js')`],
])('finds the tag registered whoever %s', async (_, wait) => {
  const site = await openWidgetSite('', { '/': pageOf('') });
  const { page, complaints } = await openTab(browser);
  await page.goto(site.origin);
  const isThere = await page.evaluate(`(async () => {
    const load = (type, src) => new Promise((resolve, reject) => {
      const script = Object.assign(document.createElement('script'), { type, src });
      script.onload = resolve;
      script.onerror = reject;
      document.head.append(script);
    });
    ${wait};
    return customElements.get('ventana-dataset-badge') !== undefined;
  })()`);
  expect(isThere).toBe(true);
  expect(complaints).toEqual([]);
  await page.close();
  await site.close();
});

it('registers what the autoloader brought in another task than the one that runs the file', async () => {
  const site = await openWidgetSite('<ventana-dataset-badge></ventana-dataset-badge>');
  const { page } = await openTab(browser);
  await page.addInitScript(() => {
    let isRunning = false;
    // Every file of ours begins with a look at what the page's files share.
    const shared = new Proxy<Record<string, unknown>>(
      {},
      {
        get(target, key) {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => (isRunning = false);
          port2.postMessage(0);
          isRunning = true;
          return target[String(key)];
        },
      },
    );
    Object.defineProperty(globalThis, Symbol.for('ventana'), { value: shared });
    const define = customElements.define.bind(customElements);
    customElements.define = (...given) => {
      Object.assign(globalThis, { isSameTask: isRunning });
      define(...given);
    };
  });
  await page.goto(site.origin);
  await page.waitForFunction(() => customElements.get('ventana-dataset-badge'));
  expect(await page.evaluate('isSameTask')).toBe(false);
  await page.close();
  await site.close();
});
