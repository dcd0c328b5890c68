/** What of the finder a page loads, from where and when, and what a reader sees where it is not to be had. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../browser/pages.js';
import type { Site } from '../browser/pages.js';
import { builtFile, openTab, openWidgetSite, pageOf } from '../browser/widget-page.js';
import type { Tab } from '../browser/widget-page.js';
import { EXAMPLE, FINDER } from './finder-page.js';

const CSV = 'nombre,costo\nPermiso de leña,$10\nPermiso de agua,Gratuito\n';
const ROUTES = {
  '/catalogo.json': EXAMPLE,
  '/t.csv': { body: CSV, headers: { 'Content-Type': 'text/csv; charset=utf-8' } },
};

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

/** Scripts asked for so far, each once. */
const scripts = ({ asked }: Site): string[] =>
  [...new Set(asked)].flatMap((path) => /^\/embed\/(.+\.js)$/.exec(path)?.[1] ?? []).sort();

/** A route that breaks the connection until it is mended. */
function broken(body: string): { route: Route; mend(): void } {
  let isBroken = true;
  return {
    route: (_, response) => {
      if (isBroken) response.destroy();
      else response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(body);
    },
    mend: () => (isBroken = false),
  };
}
type Route = (request: IncomingMessage, response: ServerResponse) => void;

async function opened(site: Site): Promise<Tab> {
  const opened = await openTab(browser);
  await opened.page.goto(site.origin);
  await opened.settled(20_000);
  return opened;
}

describe('a page with a catalogue in our own JSON', () => {
  it('loads two files, one of which is the worker too, and the plan when the reader reaches for the list', async () => {
    const site = await openWidgetSite(FINDER, ROUTES);
    const { page, complaints } = await opened(site);
    await page.waitForTimeout(500);
    expect(scripts(site)).toEqual(['tramite-finder.js', 'ventana.js']);
    expect(page.workers().map((worker) => worker.url())).toEqual([
      `${site.origin}/embed/tramite-finder.js#/finder.worker.js`,
    ]);
    await page.locator('.opener').first().hover();
    await expect.poll(() => scripts(site)).toContain('tramite-plan.js');
    await page.locator('.opener').first().click();
    await page.locator('.plan-title').waitFor();
    expect(scripts(site)).toEqual(['tramite-finder.js', 'tramite-plan.js', 'ventana.js']);
    expect(complaints).toEqual([]);
    await page.close();
    await site.close();
  });

  it('loads no plan ahead for a reader who saves data, and opens one all the same', async () => {
    const site = await openWidgetSite(FINDER, ROUTES);
    const { page, settled } = await openTab(browser);
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
    });
    await page.goto(site.origin);
    await settled();
    await page.locator('#field').focus();
    await page.locator('.opener').first().hover();
    await page.waitForTimeout(300);
    expect(scripts(site)).not.toContain('tramite-plan.js');
    await page.locator('.opener').first().click();
    await page.locator('.plan-title').waitFor();
    await page.close();
    await site.close();
  });

  it('tells of a choice with all that can be read of the trámite', async () => {
    const site = await openWidgetSite(FINDER, ROUTES);
    const { page } = await opened(site);
    const tramite = await page.evaluate(async () => {
      const finder = document.querySelector('ventana-tramite-finder')!;
      const told = new Promise<Event>((resolve) =>
        finder.addEventListener('ventana-tramite-finder-select', resolve, { once: true }),
      );
      finder.shadowRoot!.querySelector<HTMLElement>('.opener')!.click();
      await finder.updateComplete;
      const drawn = finder.shadowRoot!.querySelector('.plan-title') !== null;
      const { tramite } = (await told) as Event & {
        tramite: { duration: { kind: string }; requirements: object[] };
      };
      return { drawn, kind: tramite.duration.kind, requirements: tramite.requirements };
    });
    expect(tramite.drawn).toBe(true);
    expect(tramite.kind).toBe('span');
    expect(tramite.requirements).toContainEqual(expect.objectContaining({ original: 1 }));
    await page.close();
    await site.close();
  });
});

it.each([
  ['/catalogo.json', 'perdi mi ine', ['tramite-finder.js', 'tramite-plan.js', 'ventana.js']],
  [
    '/t.csv',
    'permiso',
    ['foreign-catalogues.js', 'tramite-finder.js', 'tramite-plan.js', 'ventana.js'],
  ],
])('works in a worker from another host, whose file a blob imports: %s', async (src, text, all) => {
  const files = await openWidgetSite('');
  const site = await openWidgetSite('', {
    ...ROUTES,
    '/': pageOf(
      `<script type="module" src="${files.origin}/embed/ventana.js"></script>${FINDER.replace('/catalogo.json', src)}`,
    ),
  });
  const { page, complaints } = await opened(site);
  expect(page.workers().map((worker) => worker.url())).toEqual([expect.stringMatching(/^blob:/)]);
  await page.locator('#field').fill(text);
  await page.locator('.hits mark').first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.locator('.plan-title').waitFor();
  expect(scripts(site)).toEqual([]);
  expect(scripts(files)).toEqual(all);
  expect(complaints).toEqual([]);
  await page.close();
  await site.close();
  await files.close();
});

it('has the worker’s own file beside the classic script', async () => {
  const site = await openWidgetSite('', {
    ...ROUTES,
    '/': pageOf(`<script src="/embed/ventana.iife.js"></script>${FINDER}`),
  });
  const { page, complaints } = await opened(site);
  expect(page.workers().map((worker) => worker.url())).toEqual([
    `${site.origin}/embed/finder.worker.js`,
  ]);
  await page.locator('.opener').first().click();
  await page.locator('.plan-title').waitFor();
  expect(scripts(site)).toEqual(['finder.worker.js', 'ventana.iife.js']);
  expect(complaints).toEqual([]);
  await page.close();
  await site.close();
});

it('tries no worker on a page with a policy in a <meta>, and opens a CSV and a trámite there', async () => {
  const policy = `<meta http-equiv="content-security-policy" content="default-src 'none'; script-src 'nonce-n0nce' 'strict-dynamic'; connect-src 'self'; img-src data:; require-trusted-types-for 'script'; trusted-types ventana">`;
  const loader = '<script nonce="n0nce" type="module" src="/embed/ventana.js"></script>';
  const site = await openWidgetSite('', {
    ...ROUTES,
    '/': `<!doctype html><html lang="es-MX"><head>${policy}<title>Sitio</title><link rel="icon" href="data:,"></head><body>${loader}${FINDER.replace('/catalogo.json', '/t.csv')}</body></html>`,
  });
  const { page, complaints } = await opened(site);
  expect(page.workers()).toHaveLength(0);
  await page.locator('.opener', { hasText: 'agua' }).click();
  expect(await page.locator('.plan-title').innerText()).toContain('Permiso de agua');
  expect(complaints).toEqual([]);
  await page.close();
  await site.close();
});

describe('where a part does not arrive', () => {
  it('the list stays, a sentence says so with the official link, and another try opens the trámite', async () => {
    const { route, mend } = broken(builtFile('tramite-plan.js'));
    const site = await openWidgetSite(FINDER, { ...ROUTES, '/embed/tramite-plan.js': route });
    const { page } = await opened(site);
    await page.locator('#field').fill('pasaporte');
    await page.locator('.hits mark').first().waitFor();
    await page.keyboard.press('Escape');
    const opener = page.locator('.opener').first();
    const name = await opener.innerText();
    await opener.click();
    const notice = page.getByRole('alert');
    await notice.waitFor();
    expect(await notice.innerText()).toContain('No pudimos abrirlo');
    expect(await notice.getByRole('link').getAttribute('href')).toMatch(/^https:/);
    expect(await opener.innerText()).toBe(name);
    const focus = (): Promise<string | undefined> =>
      page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.textContent.trim());
    expect(await focus()).toBe('Reintentar');
    mend();
    await notice.getByRole('button', { name: 'Reintentar' }).click();
    await page.locator('.plan-title').waitFor();
    expect(await page.locator('.plan-title').innerText()).toBe(name);
    expect(await notice.count()).toBe(0);
    expect(await focus()).toBe(name);
    await page.close();
    await site.close();
  });

  it('a page of one trámite says so too, and shows it once there is a way', async () => {
    const { route, mend } = broken(builtFile('tramite-plan.js'));
    const only = FINDER.replace('<ventana-tramite-finder', '$& tramite="SRE-EJ-01"').replace(
      'SRE-EJ-01',
      (JSON.parse(EXAMPLE) as { tramites: { homoclave: string }[] }).tramites[0]!.homoclave,
    );
    const site = await openWidgetSite(only, { ...ROUTES, '/embed/tramite-plan.js': route });
    const { page } = await opened(site);
    await page.getByRole('alert').waitFor();
    expect(await page.locator('.hits').count()).toBe(0);
    mend();
    await page.getByRole('button', { name: 'Reintentar' }).click();
    await page.locator('.plan-title').waitFor();
    await page.close();
    await site.close();
  });

  it('a catalogue of another form is an error like a network’s, and another try reads it', async () => {
    const { route, mend } = broken(builtFile('foreign-catalogues.js'));
    const site = await openWidgetSite(FINDER.replace('/catalogo.json', '/t.csv'), {
      ...ROUTES,
      '/embed/foreign-catalogues.js': route,
    });
    const { page, seen } = await opened(site);
    const [finder] = await seen();
    expect(finder?.status).toBe('error');
    expect(finder?.text).toContain('No pudimos conectar');
    mend();
    await page.getByRole('button', { name: 'Reintentar' }).click();
    await page.locator('.opener', { hasText: 'leña' }).waitFor();
    await page.close();
    await site.close();
  });
});
