/** Lit as the built files carry it draws what the whole of Lit draws, update after update. */
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { rolldown, type Plugin } from 'rolldown';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { MANNERS } from '../../packages/embed/bundle/lit-manners.mjs';
import { DIRECTIVES, REFLECTION, UNREACHED } from '../../packages/embed/bundle/lit-unreached.mjs';
import { openBrowser, openSite } from '../browser/pages.js';

/** Every kind of expression that a widget may write, in an element that is updated, moved and removed. */
const FIXTURE = `
import { css, html, LitElement, nothing } from 'lit';
class Specimen extends LitElement {
  static styles = [css\`p { color: red; }\`, css\`b { \${css\`margin: 0\`} }\`];
  constructor() { super(); this.kind = 'a'; this.items = [1, 2]; this.open = false; this.heard = []; }
  row(item) { return html\`<li class="x \${this.kind} y-\${item}" title=\${item === 2 ? nothing : item}>\${item}</li>\`; }
  render() {
    return html\`<!-- a comment -->
      <p ?hidden=\${this.open} data-kind=\${this.kind} @click=\${this.kind === 'c' ? undefined : () => this.heard.push(this.kind)}>\${this.kind} and \${nothing}\${null}\${0}\${false}</p>
      <input .value=\${this.kind} .checked=\${this.open}>
      <textarea rows="2" .value=\${this.kind}></textarea>
      \${this.open ? html\`<details open><summary>\${this.kind}</summary>\${[[this.kind], 'b']}</details>\` : html\`<b>\${this.kind}</b>\`}
      <ul>\${this.items.map((item) => this.row(item))}</ul><slot></slot>\`;
  }
}
Specimen.createProperty('kind', { reflect: true, useDefault: true });
Specimen.createProperty('items', { attribute: false });
Specimen.createProperty('open', { type: Boolean });
Specimen.createProperty('count', { type: Number, attribute: 'a-count' });
customElements.define('x-specimen', Specimen);
const seen = [];
const see = async (element) => {
  await element.updateComplete;
  const { value, checked } = element.shadowRoot.querySelector('input');
  element.shadowRoot.querySelector('p').click();
  const { adoptedStyleSheets } = element.shadowRoot;
seen.push([adoptedStyleSheets.map(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText)), element.outerHTML, element.shadowRoot.innerHTML.replace(/lit\\$\\d+\\$?/g, ''), value, checked, element.count, [...element.heard], element.isUpdatePending]);
};
const element = document.createElement('x-specimen');
element.kind = 'before';
document.body.append(element);
await see(element);
for (const change of [{ kind: 'b', open: true }, { items: [] }, { items: [3, 2, 1, 0] }, { kind: 'c' }, { kind: 'a', open: false, items: [7] }]) {
  Object.assign(element, change);
  await see(element);
}
element.setAttribute('a-count', '4'); element.setAttribute('open', ''); await see(element);
element.removeAttribute('a-count'); element.removeAttribute('kind'); await see(element);
element.remove(); element.kind = 'away'; document.body.append(element); await see(element);
globalThis.seen = seen;
`;

/** From where Lit is imported. */
const WIDGETS = fileURLToPath(
  new URL('../../packages/widgets/src/provider/provider.ts', import.meta.url),
);

async function built(fixture: string, edits: typeof MANNERS): Promise<string> {
  const plugin: Plugin = {
    name: 'fixture',
    resolveId(id, importer) {
      if (id === 'fixture') return id;
      return importer === 'fixture' ? this.resolve(id, WIDGETS) : null;
    },
    load: (id) => (id === 'fixture' ? fixture : null),
    transform(code, id) {
      return edits
        .filter(({ file }) => file.test(id))
        .reduce((now, { words, instead }) => now.replace(words, instead), code);
    },
  };
  const bundle = await rolldown({ input: 'fixture', platform: 'browser', plugins: [plugin] });
  const { output } = await bundle.generate({ format: 'es' });
  await bundle.close();
  return output[0].code;
}

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

it.each([
  ['', FIXTURE, [...UNREACHED, ...DIRECTIVES], 2500],
  [
    ' where nothing is written back to attributes',
    FIXTURE.replace('reflect: true, useDefault: true', ''),
    [...UNREACHED, ...DIRECTIVES, ...REFLECTION],
    3200,
  ],
])('draws the same, and is smaller%s', async (_, fixture, edits, fewer) => {
  const whole = await built(fixture, MANNERS);
  const cut = await built(fixture, [...MANNERS, ...edits]);
  expect(cut.length).toBeLessThan(whole.length - fewer);
  const seen: unknown[] = [];
  for (const code of [whole, cut]) {
    const site = await openSite({
      '/': '<!doctype html><html lang="es"><body><script type="module" src="/code.js"></script></body></html>',
      '/code.js': `const ventanaPage = { trust: {} };\n${code}`,
    });
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    await page.goto(site.origin);
    await page
      .waitForFunction(() => 'seen' in globalThis, undefined, { timeout: 5000 })
      .catch(() => undefined);
    expect(errors).toEqual([]);
    seen.push(await page.evaluate(() => (globalThis as unknown as { seen: unknown }).seen));
    await page.close();
    await site.close();
  }
  expect(seen[0]).toHaveLength(9);
  expect(seen[1]).toEqual(seen[0]);
});
