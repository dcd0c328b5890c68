import { aTimeout, expect, fixture, html, waitUntil } from '@open-wc/testing';
import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import { PermalinkController } from './permalink-controller.js';

class PermalinkProbe extends LitElement {
  @property() permalink: string | null = null;
  @property() view = 'summary';
  @property() words = '';
  readonly keeper = new PermalinkController(
    this,
    () => ({ view: this.view, words: this.words }),
    ({ view = '', words = '' }) => Object.assign(this, { view, words }),
  );
}
customElements.define('permalink-probe', PermalinkProbe);

const clean = location.pathname + location.search;
const probe = (template = html`<permalink-probe permalink id="a"></permalink-probe>`) =>
  fixture<PermalinkProbe>(template);

describe('PermalinkController', () => {
  beforeEach(() => history.replaceState(null, '', clean));
  after(() => history.replaceState(null, '', clean));

  it('keeps nothing in the address without the attribute', async () => {
    const element = await probe(html`<permalink-probe></permalink-probe>`);
    element.view = 'board';
    await element.updateComplete;
    expect(location.hash).to.equal('');
  });

  it('writes only what differs from the author’s, and takes it out again', async () => {
    const element = await probe();
    element.words = 'agua; y: luz & más';
    await element.updateComplete;
    expect(location.hash).to.equal('#a=words:agua%3B%20y%3A%20luz%20%26%20m%C3%A1s');
    element.words = '';
    await element.updateComplete;
    expect(location.hash).to.equal('');
  });

  it('writes half a character as one that is not known', async () => {
    const element = await probe();
    element.words = 'acta \ud83d';
    await element.updateComplete;
    expect(location.hash).to.equal('#a=words:acta%20%EF%BF%BD');
  });

  it('leaves the rest of the hash, and other widgets’ parts, as they are', async () => {
    history.replaceState(null, '', `${clean}#/ruta?x=%20&b=view:list`);
    const a = await probe();
    const b = await probe(html`<permalink-probe permalink="b"></permalink-probe>`);
    expect([a.view, b.view]).to.deep.equal(['summary', 'list']);
    a.view = 'board';
    await a.updateComplete;
    expect(location.hash).to.equal('#/ruta?x=%20&b=view:list&a=view:board');
  });

  it('follows the back button', async () => {
    const element = await probe();
    await aTimeout(1100);
    element.view = 'board';
    await element.updateComplete;
    expect(location.hash).to.equal('#a=view:board');
    history.back();
    await waitUntil(() => element.view === 'summary', 'goes back');
    expect(location.hash).to.equal('');
  });

  it('follows a hash that a link or a reader wrote', async () => {
    const element = await probe();
    location.hash = '#a=view:list;unknown:x;__proto__:y';
    await waitUntil(() => element.view === 'list', 'follows');
    expect(({} as Record<string, unknown>)['y']).to.equal(undefined);
  });

  it('reads past what is no state', async () => {
    history.replaceState(null, '', `${clean}#a=view:%E0%A4%A;words:hola`);
    const element = await probe();
    expect([element.view, element.words]).to.deep.equal(['summary', 'hola']);
  });

  it('counts typing as one step', async () => {
    const element = await probe();
    await aTimeout(1100);
    const before = history.length;
    for (const words of ['a', 'ag', 'agu', 'agua']) {
      element.words = words;
      await element.updateComplete;
    }
    expect(history.length - before).to.equal(1);
  });

  it('keeps what was chosen when a link leads to a place of the page', async () => {
    const element = await probe();
    await aTimeout(1100);
    element.view = 'board';
    await element.updateComplete;
    location.hash = '#pie';
    await aTimeout(50);
    expect(element.view).to.equal('board');
    history.go(-2);
    await waitUntil(() => element.view === 'summary', 'goes back to before it');
  });
});
