/** The tracker's built files on whole pages: policies, paper, small screens, frames, links. */
import AxeSource from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../browser/pages.js';
import { openTrackerSite, trackerOf, visit } from './tracker-page.js';

const VIEWS = ['summary', 'list', 'board', 'timeline', 'table'] as const;
const STRICT =
  "default-src 'none'; script-src 'nonce-n0nce' 'strict-dynamic'; connect-src 'self'; img-src data:; require-trusted-types-for 'script'; trusted-types ventana";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

const textOf = (page: Page): Promise<string> =>
  page
    .locator('ventana-commitment-tracker')
    .first()
    .evaluate((tracker) =>
      (tracker.shadowRoot?.querySelector<HTMLElement>('.frame')?.innerText ?? '').replace(
        /\s+/g,
        ' ',
      ),
    );

const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

async function barriersOf(page: Page): Promise<string[]> {
  await page.evaluate(AxeSource.source);
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof AxeSource };
    const { violations } = await axe.run(document, { resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target }) => `${id}: ${target.join(' ')}`),
    );
  });
}

describe('the plan 2013-2015', () => {
  it.each(VIEWS)(
    'is whole in %s: 26 commitments, 5 axes, 9 organisations, no status',
    async (view) => {
      const site = await openTrackerSite(trackerOf(`src="/real.json" view="${view}"`));
      const { page, complaints } = await visit(browser, site.origin);
      const text = await textOf(page);
      expect(text).toContain('Compromisos: 26 de 26');
      expect(await page.locator('.opener').count()).toBe(26);
      for (const axis of [
        'Gobierno centrado en la ciudadanía',
        'Presupuesto abierto y participativo',
        'Datos abiertos para el desarrollo',
        'Empoderamiento y participación ciudadana',
        'Gobernanza de recursos naturales',
      ])
        expect(text).toContain(axis);
      for (const cso of ['Social TIC', 'IMCO', 'Transparencia Mexicana', 'CIDAC', 'Fundar'])
        expect(text).toContain(cso);
      for (const cso of ['Gestión Social y Cooperación', 'Cultura Ecológica', 'Artículo 19'])
        expect(text).toContain(cso);
      expect(text).not.toMatch(/En proceso|Cumplido|Atrasado|Incumplido|No iniciado|atraso/);
      expect(complaints).toEqual([]);
      await page.context().close();
      await site.close();
    },
  );
});

describe.each(VIEWS)('the view %s', (view) => {
  it('has no barrier, and nothing to scroll sideways at 320 px', async () => {
    const site = await openTrackerSite(trackerOf(`src="/ejemplo.json" view="${view}"`));
    const { page } = await visit(browser, site.origin, { viewport: { width: 1200, height: 900 } });
    expect(await barriersOf(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 800 });
    expect(await overflowOf(page)).toBeLessThanOrEqual(0);
    expect(await barriersOf(page)).toEqual([]);
    await page.context().close();
    await site.close();
  });
});

describe('a page', () => {
  it('with the strictest policy gets it painted, and a dataset’s badge in a detail, with no violation', async () => {
    const site = await openTrackerSite(trackerOf('src="/ejemplo.json" commitment="3"'), {}, STRICT);
    const { page, complaints, violations } = await visit(browser, site.origin);
    expect(await textOf(page)).toContain('Presupuesto en datos abiertos');
    await page.waitForFunction(() => customElements.get('ventana-dataset-badge') !== undefined);
    expect(await violations()).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
    await site.close();
  });

  it('keeps the link to a dataset where the badge’s file is not to be had', async () => {
    const site = await openTrackerSite(trackerOf('src="/ejemplo.json" commitment="3"'), {
      '/embed/dataset-badge.js': { body: '', status: 404 },
    });
    const { page } = await visit(browser, site.origin);
    expect(await page.locator('ventana-dataset-badge a').first().isVisible()).toBe(true);
    await page.context().close();
    await site.close();
  });

  it('prints every commitment whole, as a report', async () => {
    const site = await openTrackerSite(trackerOf('src="/ejemplo.json" view="board"'));
    const { page } = await visit(browser, site.origin);
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await page.emulateMedia({ media: 'print' });
    await page.locator('.detail').nth(13).waitFor();
    const text = await textOf(page);
    for (const part of [
      'Escuelas con agua y luz',
      'Diez trámites en línea',
      'Historial',
      'Evaluaciones',
    ])
      expect(text).toContain(part);
    expect(await page.locator('.detail').count()).toBe(14);
    expect(await page.locator('.views, .filters').count()).toBe(0);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await page.waitForFunction(
      () =>
        !document.querySelector('ventana-commitment-tracker')?.shadowRoot?.querySelector('.detail'),
    );
    await page.context().close();
    await site.close();
  });

  it('links two trackers’ states in one hash, and follows the back button', async () => {
    const site = await openTrackerSite(
      trackerOf('src="/ejemplo.json" permalink="a"') + trackerOf('src="/real.json" permalink="b"'),
    );
    const { page } = await visit(browser, `${site.origin}/#b=view:table`);
    const [a, b] = [
      page.locator('ventana-commitment-tracker').nth(0),
      page.locator('ventana-commitment-tracker').nth(1),
    ];
    expect(await b.getAttribute('view')).toBe('table');
    await page.waitForTimeout(1100);
    await a.getByRole('button', { name: 'Tablero' }).click();
    await expect.poll(() => new URL(page.url()).hash).toBe('#b=view:table&a=view:board');
    await page.goBack();
    await expect.poll(() => a.getAttribute('view')).toBe('summary');
    await page.context().close();
    await site.close();
  });

  it('may shut it in a sandboxed frame, where nothing can be kept', async () => {
    const inner = `<script type="module" src="/embed/ventana.js"></script>${trackerOf('src="/ejemplo.json" permalink remember')}`;
    const site = await openTrackerSite('<iframe sandbox="allow-scripts" src="/inner"></iframe>', {
      '/inner': inner,
    });
    const page = await browser.newPage();
    const uncaught: string[] = [];
    page.on('pageerror', ({ message }) => uncaught.push(message));
    await page.goto(site.origin);
    const frame = page.frameLocator('iframe');
    await frame.getByText('Compromisos: 14 de 14').waitFor();
    await frame.getByRole('button', { name: 'Tabla', exact: true }).click();
    await frame.locator('table').waitFor();
    expect(uncaught).toEqual([]);
    await page.close();
    await site.close();
  });

  it('is worked by keyboard alone: search, filter, view, detail and back', async () => {
    const site = await openTrackerSite(trackerOf('src="/ejemplo.json"'));
    const { page } = await visit(browser, site.origin);
    const focused = (): Promise<string> =>
      page.evaluate(() => {
        const root = document.querySelector('ventana-commitment-tracker')?.shadowRoot;
        const active = root?.activeElement as HTMLElement | null | undefined;
        return `${active?.getAttribute('name') ?? ''} ${active?.innerText ?? ''}`;
      });
    const tabTo = async (wanted: string): Promise<void> => {
      for (let steps = 0; steps < 80; steps++) {
        await page.keyboard.press('Tab');
        if ((await focused()).includes(wanted)) return;
      }
      throw new Error(`Tab never came to ${wanted}.`);
    };
    await tabTo('Lista');
    await page.keyboard.press('Enter');
    await tabTo('q ');
    await page.keyboard.type('agua');
    await page.locator('.found', { hasText: 'de 14' }).waitFor();
    await tabTo('Filtros y orden');
    await page.keyboard.press('Enter');
    await tabTo('axis');
    await page.keyboard.press('ArrowDown');
    await tabTo('Quitar filtros');
    await page.keyboard.press('Enter');
    await expect.poll(() => textOf(page)).toContain('Compromisos: 14 de 14');
    await tabTo('Mapa del agua');
    await page.keyboard.press('Enter');
    await page.locator('.detail').waitFor();
    expect(await focused()).toContain('Mapa del agua');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await page.locator('.detail').waitFor({ state: 'detached' });
    expect(await focused()).toContain('Mapa del agua');
    await page.context().close();
    await site.close();
  });

  it('gets the milestones as a calendar file', async () => {
    const site = await openTrackerSite(trackerOf('src="/ejemplo.json" commitment="1"'));
    const { page } = await visit(browser, site.origin);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Hitos al calendario' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.ics$/);
    await page.context().close();
    await site.close();
  });

  it('has every control inside the frame on a narrow screen with large text', async () => {
    const site = await openTrackerSite(
      `<div style="font-size: 20px">${trackerOf('src="/ejemplo.json"')}</div>`,
    );
    const { page } = await visit(browser, site.origin, { viewport: { width: 320, height: 900 } });
    const outside = await page.locator('ventana-commitment-tracker').evaluate(({ shadowRoot }) => {
      const end = shadowRoot?.querySelector('.frame')?.getBoundingClientRect().right ?? 0;
      return [...(shadowRoot?.querySelectorAll('input, select, button') ?? [])]
        .filter((control) => control.getBoundingClientRect().right > end)
        .map(({ localName, className }) => `${localName} ${className}`);
    });
    expect(outside).toEqual([]);
    await page.context().close();
    await site.close();
  });

  it('is told when what makes the calendar, or the code to insert, does not arrive', async () => {
    const gone = { status: 503, body: '' };
    const site = await openTrackerSite(trackerOf('src="/ejemplo.json" commitment="1"'), {
      '/embed/ics.js': gone,
      '/embed/snippet.js': gone,
    });
    const { page, complaints } = await visit(browser, site.origin);
    for (const name of ['Hitos al calendario', 'Insertar']) {
      await page.getByRole('button', { name }).click();
      await expect.poll(() => page.locator('.said').textContent()).toMatch(/^No se pudo\./);
    }
    expect(complaints.filter((complaint) => complaint.startsWith('uncaught'))).toEqual([]);
    await page.context().close();
    await site.close();
  });
});
