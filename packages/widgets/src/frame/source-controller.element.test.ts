import {
  aTimeout,
  expect,
  fixture,
  fixtureCleanup,
  nextFrame,
  oneEvent,
  waitUntil,
} from '@open-wc/testing';
import type { Reading } from '@ventana/model';
import { SourceError } from '@ventana/sources';
import type { FetchOptions, Loaded } from '@ventana/sources';
import { html, LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import type { VentanaErrorEvent } from './frame-events.js';
import { SourceController } from './source-controller.js';
import type { SourcePort } from './source-controller.js';

type Step = (src: string, options: FetchOptions) => Promise<Loaded<string>>;

/** The network is this table, handed to the next probe that connects. */
let answer: Step;
let older: Loaded<string> | undefined;
let asked: string[];

function reading(model: string, omitted = 0): Reading<string> {
  return { model, received: 1 + omitted, omitted, problems: [] };
}

function loaded(model: string, omitted = 0): Loaded<string> {
  return {
    reading: reading(model, omitted),
    address: 'https://x.example/a',
    retrievedAt: Date.now(),
  };
}

function failure(reason: ConstructorParameters<typeof SourceError>[0]): SourceError {
  return new SourceError(reason, 'https://x.example/a', 'for the embedder');
}

const port: SourcePort<string> = {
  fetch: (src, options) => {
    asked.push(src);
    return answer(src, options);
  },
  recall: () => Promise.resolve(older),
  parse: (raw) => {
    if (raw === 'bad') throw new TypeError('bad');
    return reading(JSON.stringify(raw));
  },
  patience: { staleAfter: 60, errorAfter: 200 },
};

class SourceProbe extends LitElement {
  @property() src = '';
  @property() snapshot = '';
  @property() loading: 'lazy' | 'eager' = 'lazy';
  @property({ type: Number }) refresh = 0;
  @property({ type: Number, attribute: 'max-bytes' }) maxBytes = 0;
  @property({ attribute: false }) data: unknown;
  renders = 0;
  throwing: false | 'fresh' | 'always' = false;
  readonly #internals = this.attachInternals();
  readonly source = new SourceController<string>(this, this.#internals, () => ({}), port);

  override render(): unknown {
    this.renders++;
    if (this.throwing === 'always' || this.throwing === this.source.status)
      throw new Error('while rendering');
    return html`<p>${this.source.status}: ${this.source.shown?.reading.model ?? ''}</p>`;
  }

  get text(): string {
    return this.shadowRoot?.textContent?.trim() ?? '';
  }
}
customElements.define('source-probe', SourceProbe);

function until(probe: SourceProbe, status: string): Promise<void> {
  return waitUntil(() => probe.source.status === status, `becomes ${status}`, { timeout: 3000 });
}

describe('SourceController', () => {
  beforeEach(() => {
    asked = [];
    older = undefined;
    answer = () => Promise.resolve(loaded('hola'));
  });
  afterEach(() => fixtureCleanup());

  it('goes from idle through loading to fresh, says it by :state() and fires load once', async () => {
    const probe = document.createElement('source-probe') as SourceProbe;
    expect(probe.source.status).to.equal('idle');
    probe.src = '/a';
    let bubbled = 0;
    document.body.addEventListener('load', () => bubbled++);
    const load = oneEvent(probe, 'load');
    document.body.append(probe);
    await load;
    expect(probe.source.status).to.equal('fresh');
    expect(probe.matches(':state(fresh)')).to.be.true;
    expect(probe.matches(':state(loading)')).to.be.false;
    expect(bubbled).to.equal(0);
    probe.remove();
  });

  it('with a refresh of a month asks once, and not without end', async () => {
    const probe = document.createElement('source-probe') as SourceProbe;
    probe.src = '/monthly';
    probe.refresh = 30 * 86_400;
    document.body.append(probe);
    await until(probe, 'fresh');
    await aTimeout(100);
    expect(asked).to.have.length(1);
    probe.remove();
  });

  it('asks nothing until it comes near the viewport', async () => {
    const probe = await fixture<SourceProbe>(html`<source-probe></source-probe>`);
    const far = document.createElement('div');
    far.style.height = '5000px';
    probe.before(far);
    const lazy = document.createElement('source-probe') as SourceProbe;
    lazy.src = '/lazy';
    far.after(lazy);
    await nextFrame();
    await nextFrame();
    expect(lazy.source.status).to.equal('idle');
    expect(asked).to.not.include(new URL('/lazy', document.baseURI).href);
    lazy.scrollIntoView();
    await until(lazy, 'fresh');
    far.remove();
    lazy.remove();
  });

  it('loads what is far away when the page is printed', async () => {
    scrollTo(0, 0);
    const page = await fixture(
      html`<div style="padding-top: 5000px"><source-probe src="/print"></source-probe></div>`,
    );
    const probe = page.querySelector('source-probe') as SourceProbe;
    await aTimeout(100);
    expect(probe.source.status).to.equal('idle');
    dispatchEvent(new Event('beforeprint'));
    await until(probe, 'fresh');
  });

  it('shows only the last address when the first one answers later', async () => {
    answer = async (src) => {
      await new Promise((resolve) => setTimeout(resolve, src.endsWith('/a') ? 80 : 10));
      return loaded(src.endsWith('/a') ? 'A' : 'B');
    };
    const probe = await fixture<SourceProbe>(
      html`<source-probe loading="eager" src="/a"></source-probe>`,
    );
    await waitUntil(() => asked.length === 1);
    probe.src = '/b';
    await until(probe, 'fresh');
    await new Promise((resolve) => setTimeout(resolve, 120));
    expect(probe.text).to.equal('fresh: B');
  });

  it('ends the request when removed, and renders nothing later', async () => {
    let signal: AbortSignal | undefined;
    answer = async (_src, options) => {
      signal = options.signal;
      await new Promise((resolve) => setTimeout(resolve, 40));
      return loaded('late');
    };
    const probe = await fixture<SourceProbe>(
      html`<source-probe loading="eager" src="/a"></source-probe>`,
    );
    await waitUntil(() => asked.length === 1);
    probe.remove();
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(signal?.aborted).to.be.true;
    const { renders } = probe;
    await new Promise((resolve) => setTimeout(resolve, 80));
    expect(probe.renders).to.equal(renders);
    document.body.append(probe);
    await until(probe, 'fresh');
    probe.remove();
  });

  it('does not ask again when moved within one task', async () => {
    answer = () => new Promise((resolve) => setTimeout(() => resolve(loaded('one')), 30));
    const probe = await fixture<SourceProbe>(
      html`<source-probe loading="eager" src="/a"></source-probe>`,
    );
    await waitUntil(() => asked.length === 1);
    const elsewhere = document.createElement('div');
    document.body.append(elsewhere);
    elsewhere.append(probe);
    await until(probe, 'fresh');
    expect(asked).to.have.length(1);
    elsewhere.remove();
  });

  it('shows an older copy while the source is slow, then the answer', async () => {
    older = loaded('ayer');
    answer = () => new Promise((resolve) => setTimeout(() => resolve(loaded('hoy')), 150));
    const probe = await fixture<SourceProbe>(
      html`<source-probe loading="eager" src="/a"></source-probe>`,
    );
    await until(probe, 'stale');
    expect(probe.text).to.equal('stale: ayer');
    await until(probe, 'fresh');
    expect(probe.text).to.equal('fresh: hoy');
  });

  it('does not take what the same read kept for an older copy', async () => {
    answer = async () => {
      await aTimeout(10);
      older = loaded('hoy');
      await aTimeout(190);
      return loaded('hoy');
    };
    const probe = await fixture<SourceProbe>(
      html`<source-probe loading="eager" src="/a"></source-probe>`,
    );
    await waitUntil(() => asked.length === 1);
    await aTimeout(120);
    expect(probe.text).to.equal('loading:');
    await until(probe, 'fresh');
  });

  it('keeps an older copy on screen when the source fails, and says the kind', async () => {
    older = loaded('ayer');
    answer = () => Promise.reject(failure('server'));
    const probe = document.createElement('source-probe') as SourceProbe;
    probe.loading = 'eager';
    probe.src = '/a';
    const failed = oneEvent(probe, 'error');
    document.body.append(probe);
    const event = (await failed) as unknown as VentanaErrorEvent;
    expect(event.kind).to.equal('server');
    expect(event.bubbles).to.be.false;
    expect(probe.text).to.equal('stale: ayer');
    probe.remove();
  });

  it('falls back to the snapshot when there is no older copy', async () => {
    answer = (src) =>
      src.endsWith('/copy')
        ? Promise.resolve(loaded('copia'))
        : Promise.reject(failure('not-found'));
    const probe = await fixture<SourceProbe>(
      html`<source-probe loading="eager" src="/a" snapshot="/copy"></source-probe>`,
    );
    await until(probe, 'stale');
    expect(probe.text).to.equal('stale: copia');
  });

  it('never loses what is shown when a reload fails', async () => {
    const probe = await fixture<SourceProbe>(
      html`<source-probe loading="eager" src="/a"></source-probe>`,
    );
    await until(probe, 'fresh');
    answer = () => Promise.reject(failure('unreachable'));
    await probe.source.reload();
    expect(probe.text).to.equal('stale: hola');
    answer = () => Promise.resolve(loaded('de vuelta'));
    await probe.source.reload();
    expect(probe.text).to.equal('fresh: de vuelta');
  });

  it('reads again once when the network comes back', async () => {
    answer = () => Promise.reject(failure('offline'));
    const probe = await fixture<SourceProbe>(
      html`<source-probe loading="eager" src="/a"></source-probe>`,
    );
    await until(probe, 'error');
    answer = () => Promise.resolve(loaded('hola'));
    dispatchEvent(new Event('online'));
    await until(probe, 'fresh');
  });

  it('is config, not error, when the page gave it nothing or the server forbids this page', async () => {
    const probe = await fixture<SourceProbe>(html`<source-probe></source-probe>`);
    await until(probe, 'config');
    answer = () => Promise.reject(failure('cors'));
    probe.loading = 'eager';
    probe.src = '/a';
    await probe.updateComplete;
    await until(probe, 'config');
    expect(asked).to.have.length(1);
  });

  for (const src of [
    'javascript:alert(1)',
    'data:application/json,[]',
    'file:///datos.json',
    'ftp://x.example/a',
    'mailto:a@x.example',
    'about:blank',
    'http://[',
  ]) {
    it(`is config where src is ${src}, with one line on the console`, async () => {
      const said: string[] = [];
      const { error } = console;
      console.error = (line: string) => said.push(line);
      const probe = await fixture<SourceProbe>(
        html`<source-probe loading="eager" src=${src}></source-probe>`,
      );
      await until(probe, 'config');
      console.error = error;
      expect(said).to.deep.equal([
        `<source-probe> (no src): src="${src}" is not an http or https address.`,
      ]);
      expect(asked).to.deep.equal([]);
    });
  }

  it('reads inline JSON that starts with a byte order mark', async () => {
    const probe = document.createElement('source-probe') as SourceProbe;
    const script = document.createElement('script');
    script.type = 'application/json';
    script.textContent = '\ufeff{"a":1}';
    probe.append(script);
    document.body.append(probe);
    await until(probe, 'fresh');
    expect(probe.text).to.equal('fresh: {"a":1}');
    probe.remove();
  });

  it('reads inline JSON that arrives in pieces, and another text in its place', async () => {
    const probe = document.createElement('source-probe') as SourceProbe;
    const script = document.createElement('script');
    script.type = 'application/json';
    const text = document.createTextNode('{"a":');
    script.append(text);
    probe.append(script);
    document.body.append(probe);
    await until(probe, 'config');
    text.appendData('1}');
    await waitUntil(() => probe.text === 'fresh: {"a":1}');
    script.textContent = '{"b":2}';
    await waitUntil(() => probe.text === 'fresh: {"b":2}');
    probe.remove();
  });

  it('takes inline JSON and .data without asking anything', async () => {
    const probe = await fixture<SourceProbe>(
      html`<source-probe src="/a"
        ><script type="application/json">
          { "x": 1 }
        </script></source-probe
      >`,
    );
    await until(probe, 'fresh');
    expect(probe.text).to.equal('fresh: {"x":1}');
    probe.data = { y: 2 };
    await waitUntil(() => probe.text === 'fresh: {"y":2}');
    expect(asked).to.deep.equal([]);
  });

  it('is busy no more once the page gives its data while a read is under way', async () => {
    answer = () => new Promise(() => {});
    const probe = await fixture<SourceProbe>(
      html`<source-probe loading="eager" src="/a"></source-probe>`,
    );
    await waitUntil(() => probe.source.busy);
    probe.data = { uno: 1 };
    await until(probe, 'fresh');
    expect(probe.source.busy).to.equal(false);
    probe.data = undefined;
    await waitUntil(() => probe.source.busy);
    probe.src = '';
    await until(probe, 'config');
    expect(probe.source.busy).to.equal(false);
  });

  it('shows nothing any more of what the page gave and took back', async () => {
    const probe = await fixture<SourceProbe>(html`<source-probe .data=${1}></source-probe>`);
    await until(probe, 'fresh');
    probe.data = 2;
    await waitUntil(() => probe.text === 'fresh: 2');
    probe.data = undefined;
    await until(probe, 'config');
    expect(probe.source.shown).to.equal(undefined);
  });

  it('reads what the page gives once, and not again when it comes near', async () => {
    const page = await fixture(
      html`<div style="padding-top: 5000px">
        <source-probe .data=${{ once: 1 }}></source-probe>
      </div>`,
    );
    const probe = page.querySelector('source-probe') as SourceProbe;
    await until(probe, 'fresh');
    const { shown } = probe.source;
    probe.scrollIntoView();
    await aTimeout(100);
    expect(probe.source.shown).to.equal(shown);
  });

  it('says partial when records were left out', async () => {
    answer = () => Promise.resolve(loaded('casi', 3));
    const probe = await fixture<SourceProbe>(
      html`<source-probe loading="eager" src="/a"></source-probe>`,
    );
    await until(probe, 'partial');
  });

  it('makes an exception while rendering its own trouble', async () => {
    let reached = 0;
    const onError = (): void => void reached++;
    addEventListener('error', onError);
    const probe = document.createElement('source-probe') as SourceProbe;
    probe.throwing = 'fresh';
    probe.loading = 'eager';
    probe.src = '/a';
    document.body.append(probe);
    await until(probe, 'error');
    await nextFrame();
    removeEventListener('error', onError);
    expect(reached).to.equal(0);
    expect(probe.text).to.contain('error');
    probe.remove();
  });

  it('draws first in a task of its own, and leaves the fallback on screen until then', async () => {
    const probe = document.createElement('source-probe') as SourceProbe;
    probe.textContent = 'Vea los datos';
    document.body.append(probe);
    await Promise.resolve();
    expect(probe.renders).to.equal(0);
    expect(probe.shadowRoot?.querySelector('slot')?.assignedNodes()).to.have.length(1);
    await probe.updateComplete;
    expect(probe.renders).to.be.greaterThan(0);
    expect(probe.shadowRoot?.querySelector('slot')).to.be.null;
    probe.remove();
  });

  it('leaves the fallback on screen, and says error, when not even the error can be drawn', async () => {
    const probe = document.createElement('source-probe') as SourceProbe;
    probe.throwing = 'always';
    probe.loading = 'eager';
    probe.src = '/a';
    document.body.append(probe);
    await waitUntil(() => asked.length === 1);
    await until(probe, 'error');
    expect(probe.shadowRoot?.querySelector('slot')).to.exist;
    probe.remove();
  });
});
