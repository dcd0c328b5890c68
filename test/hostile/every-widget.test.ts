/** Each widget, with its document inside it, as a guest of pages that mean it no good. */
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXAMPLES } from '../browser/examples.js';
import { openBrowser } from '../browser/pages.js';
import { LOADER, openTab, openWidgetSite, pageOf } from '../browser/widget-page.js';
import type { Tab } from '../browser/widget-page.js';

const STYLES: Record<string, string> = {
  'all: unset': '* { all: unset !important } *, * * { all: unset !important }',
  'a reset that hides and colours':
    '*, *::before, *::after { color: red !important; background: lime !important; border: 9px solid blue !important; font: 40px cursive !important; padding: 30px !important; float: right !important; position: static !important; text-transform: uppercase !important; text-indent: 99px !important }',
  'the tags by name':
    'TAGS { display: none !important; opacity: 0 !important; transform: rotate(90deg) !important; filter: blur(9px) !important; direction: rtl !important; writing-mode: vertical-rl !important; columns: 3 !important; zoom: 3 !important; visibility: hidden !important }',
  'frameworks that style bare elements':
    'table, td, th, ul, ol, li, p, button, a, dl, dt, dd, span, div, article, footer, input, label { display: inline !important; margin: 77px !important; color: pink !important }',
};

const PATCHES = `<script>
  Array.prototype.toJSON = function () { return 'roto'; };
  String.prototype.toJSON = function () { return 'roto'; };
  Object.prototype.extra = 'extra';
  Object.prototype.lang = 'de';
  Object.prototype.text = 'ajeno';
  Array.prototype.flatten = function () {};
  window.fetchJson = window.VERSION = window.i18next = {};
</script>`;

const ROOM =
  'all: initial !important; display: block !important; position: absolute !important; inset: 0 auto auto 0 !important; background: white !important; width: 700px !important; height: 1500px !important; font: 16px/1.5 sans-serif !important; color-scheme: light !important';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

/** What `use` finds on a site whose `/` is `html`. */
async function onPage<T>(
  html: string,
  use: (tab: Tab, origin: string) => Promise<T>,
  options: BrowserContextOptions = {},
): Promise<T> {
  const site = await openWidgetSite('', { '/': html });
  const tab = await openTab(browser, options);
  await tab.page.goto(site.origin);
  const found = await use(tab, site.origin);
  await tab.page.context().close();
  await site.close();
  return found;
}

describe.each(EXAMPLES)('$name', ({ html, tags }) => {
  // What only wraps others draws nothing, and they take its text size as of any element around them.
  it.skipIf(tags.length > 1)(
    'paints the same pixels under hostile styles as on a clean page',
    async () => {
      const shoot = (css: string): Promise<Buffer> =>
        onPage(
          pageOf(
            `${LOADER}<div id="room" style="${ROOM}">${html}</div>`,
            `<style>html, body { margin: 0 !important; display: block !important } ${css}</style>`,
          ),
          async ({ page, settled }) => {
            await settled();
            return page.screenshot({ clip: { x: 0, y: 0, width: 700, height: 1500 } });
          },
          { viewport: { width: 700, height: 1500 } },
        );
      const clean = await shoot('');
      for (const [name, css] of Object.entries(STYLES)) {
        const picture = await shoot(css.replace('TAGS', tags.join(', ')));
        expect(picture.equals(clean), name).toBe(true);
      }
    },
  );

  it('reads the same where prototypes and globals are patched', async () => {
    const read = (scripts: string): Promise<string[]> =>
      onPage(pageOf(scripts + LOADER + html), async ({ settled, seen, complaints }) => {
        await settled();
        return [...(await seen()).map(({ text }) => text), ...complaints];
      });
    const clean = await read('');
    expect(clean.join()).toContain('Parques');
    expect(await read(PATCHES)).toEqual(clean);
  });

  it('asks no other host and keeps nothing', async () => {
    await onPage(pageOf(LOADER + html), async ({ page, settled }, origin) => {
      const strangers: string[] = [];
      page.on('request', (request) => {
        const url = request.url();
        if (!url.startsWith(`${origin}/`) && !/^(?:data|blob):/.test(url)) strangers.push(url);
      });
      await page.reload();
      await settled();
      await page.waitForTimeout(300);
      const kept = await page.evaluate(() => [
        localStorage.length,
        sessionStorage.length,
        document.cookie,
      ]);
      expect(kept).toEqual([0, 0, '']);
      expect(strangers).toEqual([]);
    });
  });

  it('leaves its link where JavaScript is off', async () => {
    const isThere = await onPage(
      pageOf(LOADER + html),
      ({ page }) => page.getByRole('link', { name: 'Parques' }).isVisible(),
      { javaScriptEnabled: false },
    );
    expect(isThere).toBe(true);
  });
});
