/** The finder on whole pages: strict policies, real data, narrow screens, paper, no style at all. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../browser/pages.js';
import { jsonRoute, LOADER, openTab, openWidgetSite, pageUnder } from '../browser/widget-page.js';
import { EXAMPLE, FINDER } from './finder-page.js';

const REAL_DATA =
  process.env['VENTANA_REAL_DATA'] ??
  fileURLToPath(new URL('../../../shared/data', import.meta.url));
const JUAREZ = `${REAL_DATA}/tramites/juarez-nl-tramites.csv`;
const ROUTES = { '/catalogo.json': EXAMPLE };

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

describe.each([
  ['the autoloader', '<script nonce="n0nce" type="module" src="/embed/ventana.js"></script>'],
  ['the classic script', '<script nonce="n0nce" src="/embed/ventana.iife.js"></script>'],
])('%s under a nonce and required trusted types', (_, script) => {
  it('paints and searches without a worker and without a violation', async () => {
    const policy =
      "default-src 'none'; script-src 'nonce-n0nce'; connect-src 'self'; img-src data:; require-trusted-types-for 'script'";
    const site = await openWidgetSite('', { ...ROUTES, '/': pageUnder(policy, script + FINDER) });
    const { page, settled, complaints } = await openTab(browser);
    await page.goto(site.origin);
    await settled();
    await page.locator('#field').fill('perdi mi ine');
    await page.locator('.hits mark').first().waitFor();
    expect(await page.locator('.opener').first().innerText()).toContain('robo o extravío');
    expect(page.workers()).toHaveLength(0);
    expect(complaints).toEqual([]);
    await page.close();
    await site.close();
  });
});

it('has its worker where a policy of the site’s own files and our trusted types allow one', async () => {
  const policy =
    "default-src 'none'; script-src 'self'; connect-src 'self'; img-src data:; require-trusted-types-for 'script'; trusted-types ventana";
  const site = await openWidgetSite('', { ...ROUTES, '/': pageUnder(policy, LOADER + FINDER) });
  const { page, settled, complaints } = await openTab(browser);
  await page.goto(site.origin);
  await settled();
  expect(page.workers()).toHaveLength(1);
  expect(complaints).toEqual([]);
  await page.close();
  await site.close();
});

it('is fresh once its first list is there whole', async () => {
  const site = await openWidgetSite(FINDER, ROUTES);
  const { page, settled } = await openTab(browser);
  await page.addInitScript(() => {
    const lists = new Map<string, number>();
    Object.assign(globalThis, { lists });
    setInterval(() => {
      const finder = document.querySelector('ventana-tramite-finder');
      const drawn = finder?.shadowRoot?.querySelectorAll('.opener').length ?? 0;
      const { status = '' } = (finder as { status?: string } | null) ?? {};
      if (!lists.has(status)) lists.set(status, drawn);
    });
  });
  await page.goto(site.origin);
  await settled();
  const atFirst = await page.evaluate(() =>
    (globalThis as never as { lists: Map<string, number> }).lists.get('fresh'),
  );
  expect(atFirst).toBe(10);
  await page.close();
  await site.close();
});

it('keeps the field, and what is typed into it, while the rest of the first list is drawn', async () => {
  const site = await openWidgetSite(FINDER, ROUTES);
  const { page, settled } = await openTab(browser);
  await page.addInitScript(() => {
    const look = (): void => {
      const root = document.querySelector('ventana-tramite-finder')?.shadowRoot;
      const field = root?.querySelector<HTMLInputElement>('#field');
      if (!field) return void requestAnimationFrame(look);
      field.focus();
      field.value = 'registro';
      field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      Object.assign(globalThis, { field });
    };
    look();
  });
  await page.goto(site.origin);
  await settled();
  await page.locator('.hits mark').first().waitFor();
  const isKept = await page.evaluate(() => {
    const root = document.querySelector('ventana-tramite-finder')?.shadowRoot;
    return root?.activeElement === (globalThis as never as { field: Element }).field;
  });
  expect(isKept).toBe(true);
  expect(await page.locator('#field').inputValue()).toBe('registro');
  await page.close();
  await site.close();
});

it('shows no trámite of one catalogue under the title of another', async () => {
  const catalogue = (of: string): unknown => ({
    titulo: of,
    tramites: Array.from({ length: 30 }, (_, at) => ({ nombre: `${of} ${at}` })),
  });
  const site = await openWidgetSite(FINDER, {
    '/catalogo.json': jsonRoute(catalogue('Antes')),
    '/otro.json': jsonRoute(catalogue('Ahora')),
  });
  const { page, settled } = await openTab(browser);
  await page.goto(site.origin);
  await settled();
  const mixed = await page.evaluate(async () => {
    const finder = document.querySelector('ventana-tramite-finder') as HTMLElement & {
      status: string;
    };
    const mixed: string[] = [];
    finder.setAttribute('src', '/otro.json');
    for (let title = ''; title !== 'Ahora' || finder.status !== 'fresh';) {
      await new Promise((resolve) => setTimeout(resolve));
      title = finder.shadowRoot?.querySelector<HTMLElement>('.heading')?.innerText ?? '';
      const names = [...(finder.shadowRoot?.querySelectorAll<HTMLElement>('.opener') ?? [])];
      mixed.push(...names.map((name) => name.innerText).filter((name) => !name.startsWith(title)));
    }
    return mixed;
  });
  expect(mixed).toEqual([]);
  await page.close();
  await site.close();
});

it('has the answer to a likely key before it is pressed, and draws the two together', async () => {
  const site = await openWidgetSite(FINDER, ROUTES);
  const { page, settled } = await openTab(browser);
  await page.addInitScript(() => {
    const asked: string[] = [];
    const post = Worker.prototype.postMessage as (...given: unknown[]) => void;
    Worker.prototype.postMessage = function (...given: unknown[]): void {
      const [message] = given as [{ do: string; query?: { text: string } }];
      if (message.do === 'search') asked.push(message.query?.text ?? '');
      post.apply(this, given);
    };
    Object.assign(globalThis, { asked });
  });
  await page.goto(site.origin);
  await settled();
  await page.locator('#field').pressSequentially('pasaport');
  await page.waitForFunction(() =>
    (globalThis as never as { asked: string[] }).asked.includes('pasaporte'),
  );
  await page.waitForTimeout(300);
  const { before, drawn, after } = await page.evaluate(async () => {
    const { asked } = globalThis as never as { asked: string[] };
    const finder = document.querySelector('ventana-tramite-finder');
    const field = finder?.shadowRoot?.querySelector<HTMLInputElement>('#field');
    if (!field) throw new Error('There is no field.');
    const before = asked.length;
    field.value = 'pasaporte';
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    // In the frame of the key itself: no message of a worker has come by then.
    await new Promise(requestAnimationFrame);
    const drawn = finder?.shadowRoot?.querySelector('.count')?.textContent ?? '';
    return { before, drawn, after: asked.slice(before) };
  });
  expect(before).toBeGreaterThan(0);
  expect(drawn).toContain('«pasaporte»');
  expect(after).not.toContain('pasaporte');
  await page.close();
  await site.close();
});

it('says so when the browser has ended the worker without a word, and starts another when asked', async () => {
  const site = await openWidgetSite(FINDER, ROUTES);
  const { page, settled } = await openTab(browser);
  await page.addInitScript(() => {
    globalThis.Worker = class extends Worker {
      constructor(...given: ConstructorParameters<typeof Worker>) {
        super(...given);
        addEventListener('end-workers', () => this.terminate(), { once: true });
      }
    };
  });
  await page.goto(site.origin);
  await settled();
  await page.evaluate(() => dispatchEvent(new Event('end-workers')));
  const before = await page.locator('.opener').allInnerTexts();
  await page.locator('#field').fill('perdi mi ine');
  await page.getByText('No pudimos hacer la búsqueda').waitFor({ timeout: 20_000 });
  expect(await page.locator('.opener').allInnerTexts()).toEqual(before);
  await page.getByRole('button', { name: 'Reintentar' }).click();
  await page.locator('.hits mark').first().waitFor();
  expect(await page.locator('.opener').first().innerText()).toContain('robo o extravío');
  expect(await page.getByText('No pudimos hacer la búsqueda').count()).toBe(0);
  await page.close();
  await site.close();
});

it('keeps nothing in the browser of what a reader asks a server', async () => {
  const found = [{ homoclave: 'A-1', nombre: 'Orden de protección', requisitos: ['INE'] }];
  const site = await openWidgetSite(
    '<ventana-tramite-finder loading="eager" src="/catalogo.json" search-url="/busca?q={query}"></ventana-tramite-finder>',
    { ...ROUTES, '/busca': jsonRoute(found) },
  );
  const { page, settled } = await openTab(browser);
  await page.goto(site.origin);
  await settled();
  await page.locator('#field').fill('violencia');
  await page.getByText('Orden de protección').first().waitFor();
  await page.waitForTimeout(300);
  const kept = await page.evaluate(async () => {
    const keys: string[] = [];
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve) => {
        const opening = indexedDB.open(name);
        opening.onsuccess = () => resolve(opening.result);
      });
      for (const store of database.objectStoreNames) {
        keys.push(
          ...(await new Promise<string[]>((resolve) => {
            const asking = database.transaction(store).objectStore(store).getAllKeys();
            asking.onsuccess = () => resolve(asking.result.map(String));
          })),
        );
      }
    }
    return [...keys, ...Object.keys(localStorage), ...Object.values(localStorage)].join('\n');
  });
  expect(kept).toContain('/catalogo.json');
  expect(kept).not.toContain('violencia');
  await page.close();
  await site.close();
});

describe.skipIf(!existsSync(JUAREZ))(
  'the 62 real trámites (skipped where the recorded answers are not at hand)',
  () => {
    it('shows every cell of every one, with no sign of the file’s conventions', async () => {
      const text = readFileSync(JUAREZ, 'utf8').replace(/^\ufeff/, '');
      const [head = '', ...lines] = text.split(/\r?\n/).filter(Boolean);
      const columns = head.split(',');
      const site = await openWidgetSite(
        '<ventana-tramite-finder loading="eager" src="/j.csv"></ventana-tramite-finder>',
        { '/j.csv': { body: text, headers: { 'Content-Type': 'text/csv; charset=utf-8' } } },
      );
      const { page, settled, complaints } = await openTab(browser);
      await page.goto(site.origin);
      await settled();
      const openers = page.locator('.opener');
      for (let shown = await openers.count(); shown < 62; shown = await openers.count()) {
        await page.locator('[part~=action-more]').click();
        await openers.nth(shown).waitFor();
      }
      expect(await openers.count()).toBe(62);
      const shown = await page.evaluate(async () => {
        const finder = document.querySelector('ventana-tramite-finder')!;
        const root = finder.shadowRoot!;
        const texts: string[] = [];
        for (let at = 0; at < 62; at++) {
          root.querySelectorAll<HTMLButtonElement>('.opener')[at]!.click();
          await finder.updateComplete;
          for (const fold of root.querySelectorAll('details')) fold.open = true;
          texts.push(root.querySelector('.body')!.textContent);
          root.querySelector<HTMLButtonElement>('[part~=action-back]')!.click();
          await finder.updateComplete;
        }
        return texts;
      });
      const squash = (cell: string): string => cell.replace(/[\s.,~|"]+/g, '').toLowerCase();
      expect(shown.join('')).not.toMatch(/~~|\|\|/);
      const squashed = shown.map(squash);
      lines.forEach((line, row) => {
        const cells = line.split(',').flatMap((cell) => cell.split('||').map(squash));
        const fits = (each: string): number => cells.filter((cell) => each.includes(cell)).length;
        const best = Math.max(...squashed.map(fits));
        const own = squashed.find((each) => fits(each) === best) ?? '';
        const missing = cells.filter((cell) => !own.includes(cell));
        expect(missing, `row ${row + 2} of ${columns.length} columns`).toEqual([]);
      });
      expect(complaints).toEqual([]);
      await page.close();
      await site.close();
    }, 60_000);
  },
);

it('scrolls sideways nowhere at 320 px: results, a list open, filters, a trámite', async () => {
  const site = await openWidgetSite(FINDER, ROUTES);
  const { page, settled } = await openTab(browser, {
    viewport: { width: 320, height: 700 },
  });
  const overflow = (): Promise<number> =>
    page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  await page.goto(site.origin);
  await settled();
  expect(await overflow()).toBeLessThanOrEqual(0);
  await page.locator('.filters summary').click();
  expect(await overflow()).toBeLessThanOrEqual(0);
  await page.locator('#field').fill('licencia');
  expect(await overflow()).toBeLessThanOrEqual(0);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.locator('.plan-title').waitFor();
  expect(await overflow()).toBeLessThanOrEqual(0);
  await page.close();
  await site.close();
});

it('prints a trámite with its papers and its source, without what can only be pressed', async () => {
  const site = await openWidgetSite(FINDER, ROUTES);
  const { page, settled } = await openTab(browser);
  await page.goto(site.origin);
  await settled();
  await page.locator('.opener').first().click();
  await page.locator('.bring').waitFor();
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('#field').isVisible()).toBe(false);
  expect(await page.locator('.actions').isVisible()).toBe(false);
  expect(await page.locator('.bring').isVisible()).toBe(true);
  expect(await page.locator('footer').innerText()).toContain('/catalogo.json');
  await page.close();
  await site.close();
});

it('reaches every result without style sheets and pictures', async () => {
  const site = await openWidgetSite(FINDER, ROUTES);
  const { page, settled } = await openTab(browser);
  await page.goto(site.origin);
  await settled();
  await page.evaluate(() => {
    document.querySelector('ventana-tramite-finder')!.shadowRoot!.adoptedStyleSheets = [];
  });
  await page.locator('#field').fill('pasaporte');
  await page.locator('.hits mark').first().waitFor();
  await page.keyboard.press('Tab');
  await page.locator('.opener').first().click();
  expect(await page.locator('.plan-title').innerText()).toMatch(/pasaporte/i);
  await page.close();
  await site.close();
});

it('lets go of a catalogue that no finder shows any more', async () => {
  const site = await openWidgetSite(FINDER, { ...ROUTES, '/otro.json': EXAMPLE });
  const { page, settled } = await openTab(browser);
  await page.goto(site.origin);
  await settled();
  for (const src of ['/otro.json', '/catalogo.json', '/otro.json']) {
    await page.evaluate((address) => {
      document.querySelector('ventana-tramite-finder')!.src = address;
    }, src);
    await settled();
    await page.locator('#field').fill('acta');
    await page.locator('.hits mark').first().waitFor();
    await page.locator('#field').fill('');
  }
  expect(page.workers()).toHaveLength(1);
  await page.close();
  await site.close();
});
