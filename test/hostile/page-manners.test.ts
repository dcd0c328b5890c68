/**
 * The badge as a guest: pages with hostile scripts, without storage, printed, frozen in
 * the back/forward cache, hidden; elements moved, cloned, adopted and thrown away. From the built
 * files, as a webmaster uses them.
 */
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jsonRoute, LOADER, openTab, openWidgetSite, pageOf } from '../browser/widget-page.js';
import { CHROMIUM_FLAGS, findChromium } from '../browser/chromium.mjs';
import { openBrowser } from '../browser/pages.js';
import type { Route, Site } from '../browser/pages.js';

const DOCUMENT = {
  success: true,
  result: {
    id: 'mercados',
    name: 'mercados',
    title: 'Mercados públicos',
    organization: { title: 'Dirección de Mercados de prueba' },
    license_title: 'Libre Uso MX',
    metadata_modified: '2026-02-03T10:00:00',
    extras: [{ key: 'frequency', value: 'eventual' }],
    resources: Array.from({ length: 14 }, (_, i) => ({
      name: `Padrón ${i + 1}`,
      format: i % 2 ? 'CSV' : 'PDF',
      url: `https://mercados.example/${i + 1}`,
      size: 1000 * (i + 1),
    })),
  },
};

const BADGE =
  '<ventana-dataset-badge loading="eager" size="full" src="/api/mercados"><a href="/mercados">Mercados</a></ventana-dataset-badge>';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

const closing: (() => Promise<unknown>)[] = [];
async function siteOf(body: string, routes: Record<string, Route> = {}): Promise<Site> {
  const site = await openWidgetSite(body, { '/api/mercados': jsonRoute(DOCUMENT), ...routes });
  closing.push(() => site.close());
  return site;
}
afterAll(() => Promise.all(closing.map((close) => close())));

const isFresh = (page: Page): Promise<unknown> =>
  page.waitForSelector('ventana-dataset-badge:state(fresh)', { timeout: 10_000 });

describe('hostile scripts', () => {
  it('patched prototypes and globals change nothing of what is read, kept or counted', async () => {
    const patch = `<script>
      Array.prototype.toJSON = function () { return 'roto'; };
      String.prototype.toJSON = function () { return 'roto'; };
      Object.prototype.extra = 'extra';
      Object.prototype.lang = 'de';
      Object.prototype.text = 'ajeno';
      Array.prototype.flatten = function () {};
      window.fetchJson = window.VERSION = window.i18next = {};
    </script>`;
    const site = await siteOf('', { '/': pageOf(patch + LOADER + BADGE) });
    const { page, complaints, seen } = await openTab(browser);
    for (let visit = 0; visit < 2; visit++) {
      await page.goto(site.origin);
      await isFresh(page);
      const [badge] = await seen();
      expect(badge?.text).toContain('Mercados públicos');
      expect(badge?.text).toContain('Recursos: 14');
      expect(badge?.text).not.toMatch(/roto|extra|ajeno/);
    }
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('a getter that throws in a model is one badge’s trouble, not its neighbour’s nor the page’s', async () => {
    const site = await siteOf(`${BADGE}<ventana-dataset-badge id="malo"></ventana-dataset-badge>`);
    const { page, complaints } = await openTab(browser);
    await page.goto(site.origin);
    await isFresh(page);
    await page.evaluate(() => {
      const bad = document.querySelector('#malo') as Element & { data: unknown };
      bad.data = {
        get title() {
          throw new Error('malo');
        },
        resources: [],
        keywords: [],
        themes: [],
        languages: [],
      };
    });
    await page.waitForFunction(() => {
      const { status } = document.querySelector('#malo') as Element & { status?: string };
      return status === 'error' || status === 'config';
    });
    expect(await page.locator('ventana-dataset-badge:state(fresh)').count()).toBe(1);
    expect(complaints.filter((line) => line.startsWith('uncaught'))).toEqual([]);
    await page.context().close();
  });
});

describe('privacy', () => {
  it('sets nothing but its own database, asks only the host that src names, and tells it nothing', async () => {
    const headers: Record<string, string | string[] | undefined>[] = [];
    const api = await siteOf('', {
      '/api/mercados': (request, response) => {
        headers.push(request.headers);
        response
          .writeHead(200, { 'Content-Type': 'application/json', 'Set-Cookie': 'seguir=1' })
          .end(JSON.stringify(DOCUMENT));
      },
    });
    const site = await siteOf(BADGE.replace('/api/mercados', `${api.origin}/api/mercados`));
    const { page } = await openTab(browser);
    const strangers: string[] = [];
    page.on('request', (request) => {
      const url = request.url();
      if (![site.origin, api.origin].some((origin) => url.startsWith(`${origin}/`))) {
        if (!url.startsWith('data:')) strangers.push(url);
      }
    });
    await page.goto(`${site.origin}/?secreto=1`);
    await isFresh(page);
    await page.waitForTimeout(300);
    const kept = await page.evaluate(async () => ({
      local: localStorage.length,
      session: sessionStorage.length,
      cookies: document.cookie,
      databases: (await indexedDB.databases()).map(({ name }) => name),
      caches: await caches.keys().catch(() => []),
    }));
    expect(kept).toEqual({ local: 0, session: 0, cookies: '', databases: ['ventana'], caches: [] });
    expect(await page.context().cookies()).toEqual([]);
    expect(strangers).toEqual([]);
    expect(headers).toHaveLength(1);
    expect(headers[0]).not.toHaveProperty('cookie');
    expect(String(headers[0]?.['referer'] ?? '')).not.toContain('secreto');
    await page.context().close();
  });

  it('a sandboxed frame, where storage throws, reads all the same', async () => {
    const site = await siteOf('', {
      '/marco': pageOf(`<script type="module" src="/embed/ventana.js"></script>${BADGE}`),
      '/': pageOf(
        '<iframe sandbox="allow-scripts" src="/marco" width="600" height="600"></iframe>',
      ),
    });
    const { page, complaints } = await openTab(browser);
    await page.goto(site.origin);
    const frame = page.frameLocator('iframe');
    await frame.getByRole('heading', { name: 'Mercados públicos' }).waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('writes no inline style and no event attribute anywhere in its shadow', async () => {
    const site = await siteOf(BADGE);
    const { page } = await openTab(browser);
    await page.goto(site.origin);
    await isFresh(page);
    const inline = await page.evaluate(() => {
      const root = document.querySelector('ventana-dataset-badge')!.shadowRoot!;
      return [...root.querySelectorAll('*')].flatMap((element) =>
        [...element.attributes]
          .map(({ name }) => name)
          .filter((name) => /^(style|on.*)$/.test(name)),
      );
    });
    expect(inline).toEqual([]);
    await page.context().close();
  });
});

describe('without script', () => {
  it('the fallback is there when JavaScript is off', async () => {
    const site = await siteOf(BADGE);
    const { page } = await openTab(browser, { javaScriptEnabled: false });
    await page.goto(site.origin);
    expect(await page.getByRole('link', { name: 'Mercados' }).isVisible()).toBe(true);
    await page.context().close();
  });

  it('the fallback is there when the script is a 404', async () => {
    const site = await siteOf('', {
      '/': pageOf(`<script type="module" src="/embed/no-esta.js"></script>${BADGE}`),
    });
    const { page } = await openTab(browser);
    await page.goto(site.origin);
    expect(await page.getByRole('link', { name: 'Mercados' }).isVisible()).toBe(true);
    await page.context().close();
  });
});

describe('two versions', () => {
  it('the first wins, the second says so once, and both go on', async () => {
    const first = await siteOf(BADGE);
    const code = await (await fetch(`${first.origin}/embed/dataset-badge.js`)).text();
    const version = /Ventana (\d+\.\d+\.\d+)/.exec(code)?.[1] ?? '';
    const site = await siteOf('', {
      '/embed/otra.js': code.replaceAll(version, '9.9.9'),
      '/': pageOf(
        `<script type="module" src="/embed/dataset-badge.js"></script><script type="module" src="/embed/otra.js"></script><script type="module" src="/embed/dataset-badge.js?2"></script>${BADGE}`,
      ),
    });
    const { page, complaints } = await openTab(browser);
    const warnings: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'warning') warnings.push(message.text());
    });
    await page.goto(site.origin);
    await isFresh(page);
    expect(complaints).toEqual([]);
    expect(warnings).toEqual([
      `<ventana-dataset-badge> is already defined (Ventana ${version}): 9.9.9 leaves it alone.`,
    ]);
    await page.context().close();
  });
});

describe('coming, going and waiting', () => {
  it('a hidden tab asks for nothing until it is looked at', async () => {
    const site = await siteOf('', {
      '/': pageOf(
        `<script>
          let hidden = true;
          Object.defineProperty(document, 'hidden', { get: () => hidden });
          Object.assign(globalThis, { look() { hidden = false; document.dispatchEvent(new Event('visibilitychange')); } });
        </script>${LOADER}${BADGE}`,
      ),
    });
    const { page } = await openTab(browser);
    await page.goto(site.origin);
    await page.waitForFunction(() => customElements.get('ventana-dataset-badge'));
    await page.waitForTimeout(300);
    expect(site.asked.filter((path) => path.startsWith('/api'))).toEqual([]);
    await page.evaluate(() => (globalThis as unknown as { look(): void }).look());
    await isFresh(page);
    await page.context().close();
  });

  it('moved, moved by moveBefore and sorted in one task, it asks once; a clone lives by its attributes', async () => {
    const site = await siteOf(`<main>${BADGE}</main><aside></aside>`);
    const { page, complaints } = await openTab(browser);
    await page.goto(site.origin);
    await isFresh(page);
    await page.evaluate(() => {
      const badge = document.querySelector('ventana-dataset-badge')!;
      const [main, aside] = [document.querySelector('main')!, document.querySelector('aside')!];
      aside.append(badge);
      main.append(badge);
      (aside as unknown as { moveBefore(node: Node, before: null): void }).moveBefore(badge, null);
      main.append(badge.cloneNode(true));
    });
    await page.waitForFunction(
      () => document.querySelectorAll('ventana-dataset-badge:state(fresh)').length === 2,
    );
    expect(site.asked.filter((path) => path.startsWith('/api'))).toEqual(['/api/mercados']);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('adopted into a frame and back, it keeps its looks and its words', async () => {
    const site = await siteOf(`${BADGE}<iframe></iframe>`);
    const { page, complaints } = await openTab(browser);
    await page.goto(site.origin);
    await isFresh(page);
    const looks = await page.evaluate(async () => {
      const badge = document.querySelector('ventana-dataset-badge')!;
      const view = document.querySelector('iframe')!.contentWindow!;
      const look = (): unknown[] => {
        const frame = badge.shadowRoot!.querySelector('.frame')!;
        const style = badge.ownerDocument.defaultView!.getComputedStyle(frame);
        return [
          style.borderBlockStartWidth,
          style.paddingInlineStart,
          frame.textContent.includes('Padrón 1'),
        ];
      };
      const all = [look()];
      const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 100));
      view.document.body.append(badge);
      await pause();
      all.push(look());
      document.body.append(badge);
      await pause();
      all.push(look());
      return all;
    });
    expect(looks[0]).toEqual(['4px', '16px', true]);
    expect(looks[1]).toEqual(looks[0]);
    expect(looks[2]).toEqual(looks[0]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('a page that comes back from the back/forward cache was in it, and is not read again at once', async () => {
    const own = await chromium.launch({
      executablePath: await findChromium(),
      args: CHROMIUM_FLAGS,
      ignoreDefaultArgs: ['--disable-back-forward-cache'],
    });
    const site = await siteOf(BADGE, { '/otra': pageOf('otra') });
    const { page } = await openTab(own);
    await page.goto(site.origin);
    await isFresh(page);
    await page.evaluate(() => {
      addEventListener('pageshow', ({ persisted }) => Object.assign(globalThis, { persisted }));
    });
    await page.goto(`${site.origin}/otra`);
    await page.evaluate(() => history.back());
    await page.waitForFunction(() => (globalThis as { persisted?: boolean }).persisted === true);
    await isFresh(page);
    expect(site.asked.filter((path) => path.startsWith('/api'))).toHaveLength(1);
    await own.close();
  });

  it('made and removed 300 times, it leaves nothing behind', async () => {
    const site = await siteOf('<main></main>');
    const { page } = await openTab(browser);
    await page.goto(site.origin);
    const session = await page.context().newCDPSession(page);
    const cycle = (times: number): Promise<void> =>
      page.evaluate(async (rounds) => {
        const main = document.querySelector('main')!;
        for (let i = 0; i < rounds; i++) {
          const badge = document.createElement('ventana-dataset-badge');
          badge.setAttribute('loading', 'eager');
          badge.setAttribute('src', '/api/mercados');
          main.append(badge);
          await new Promise((resolve) => setTimeout(resolve));
          if (i % 3 === 0)
            await (badge as Element & { updateComplete?: Promise<unknown> }).updateComplete;
          badge.remove();
        }
        await new Promise((resolve) => setTimeout(resolve, 300));
      }, times);
    const measure = async (): Promise<{ nodes: number; listeners: number; heap: number }> => {
      await session.send('HeapProfiler.collectGarbage');
      await session.send('HeapProfiler.collectGarbage');
      const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
      const { usedSize } = await session.send('Runtime.getHeapUsage');
      return { nodes, listeners: jsEventListeners, heap: usedSize };
    };
    await page.waitForTimeout(200);
    await cycle(300);
    const before = await measure();
    await cycle(300);
    const after = await measure();
    expect(after.nodes - before.nodes).toBeLessThan(60);
    expect(after.listeners - before.listeners).toBeLessThan(30);
    expect(after.heap - before.heap).toBeLessThan(400_000);
    await page.context().close();
  });
});

describe('paper', () => {
  it('has every resource, the dates and the source’s address as text, and no buttons', async () => {
    const site = await siteOf(
      `<div style="height: 4000px"></div>${BADGE.replace(' loading="eager"', '')}`,
    );
    const { page } = await openTab(browser);
    await page.goto(site.origin);
    await page.waitForFunction(() => customElements.get('ventana-dataset-badge'));
    expect(site.asked.filter((path) => path.startsWith('/api'))).toEqual([]);
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await isFresh(page);
    await page.emulateMedia({ media: 'print' });
    const { text, buttons } = await page.evaluate(() => {
      const root = document.querySelector('ventana-dataset-badge')!.shadowRoot!;
      return {
        text: root.querySelector<HTMLElement>('.frame')!.innerText.replace(/\s+/g, ' '),
        buttons: [...root.querySelectorAll('button')].filter((button) => button.checkVisibility())
          .length,
      };
    });
    for (let i = 1; i <= 14; i++) expect(text).toContain(`Padrón ${i} `);
    expect(text).toContain('3 de febrero de 2026');
    expect(text).toContain('Consultado el');
    expect(text).toContain(`${site.origin}/api/mercados`);
    expect(buttons).toBe(0);
    await page.context().close();
  });
});

describe('a screen reader and a keyboard', () => {
  it('meet names, roles and order that make sense', async () => {
    const site = await siteOf(`<main>${BADGE}</main>`);
    const { page } = await openTab(browser);
    await page.goto(site.origin);
    await isFresh(page);
    const snapshot = await page.locator('ventana-dataset-badge').ariaSnapshot();
    const order = [
      'article "Mercados públicos"',
      'heading "Mercados públicos" [level=2]',
      'term: Publica',
      'definition: Dirección de Mercados de prueba',
      'term: Última actualización',
      'table "Recursos: 14"',
      'columnheader "Recurso"',
      'rowheader "Padrón 1"',
      'button "Ver los 14 recursos"',
      'button "Descargar CSV"',
      'button "Copiar enlace"',
      'button "Insertar"',
    ].map((line) => [line, snapshot.indexOf(line)] as const);
    expect(
      order.filter(([, at]) => at < 0),
      snapshot,
    ).toEqual([]);
    expect(order.map(([, at]) => at)).toEqual(order.map(([, at]) => at).sort((a, b) => a - b));
  });

  it('every action works with Tab, Enter and Space alone', async () => {
    const site = await siteOf(`<main>${BADGE}</main>`);
    const { page } = await openTab(browser);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(site.origin);
    await isFresh(page);
    const focused = (): Promise<string> =>
      page.evaluate(() => {
        const element = document.activeElement?.shadowRoot?.activeElement as HTMLElement | null;
        return (element?.innerText ?? '').replace(/\s+/g, ' ').trim();
      });
    const tabTo = async (name: RegExp): Promise<void> => {
      for (let i = 0; i < 60; i++) {
        await page.keyboard.press('Tab');
        if (name.test(await focused())) return;
      }
      throw new Error(`Tab never reached ${name}`);
    };
    await tabTo(/^Ver los 14 recursos/);
    await page.keyboard.press('Space');
    await page.getByRole('link', { name: 'Descargar Padrón 14' }).waitFor();
    await tabTo(/^Descargar CSV/);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.keyboard.press('Enter'),
    ]);
    expect(download.suggestedFilename()).toBe('ventana-mercados.csv');
    await tabTo(/^Copiar enlace/);
    await page.keyboard.press('Enter');
    await page.getByText('Copiado').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${site.origin}/`);
    await tabTo(/^Insertar/);
    await page.keyboard.press('Enter');
    const snippet = await page.locator('#snippet').inputValue();
    expect(snippet).toContain(
      `<script type="module" src="${site.origin}/embed/ventana.js"></script>`,
    );
    expect(snippet).toContain(`src="${site.origin}/api/mercados"`);
    await page.setContent(pageOf(snippet));
    await page.context().close();
  });
});
