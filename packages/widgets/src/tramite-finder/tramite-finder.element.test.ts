import { aTimeout, expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from './press.fixtures.js';
import { nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { VentanaErrorEvent } from '../frame/frame-events.js';
import '../provider/define.js';
import type { VentanaProvider } from '../provider/provider.js';
import './define.js';
import type {
  VentanaTramiteFinderSearchEvent,
  VentanaTramiteFinderSelectEvent,
} from './finder-events.js';
import { catalogue, many, office } from './tramite-finder.fixtures.js';
import type { VentanaTramiteFinder } from './tramite-finder.js';

type Finder = VentanaTramiteFinder;

let count = 0;
const newAddress = (): string => `https://tramites.example/catalogo-${++count}.json`;

const settled = (finder: Finder): Promise<void> =>
  waitUntil(() => !['idle', 'loading'].includes(finder.status), 'settles', { timeout: 4000 });

/** What a reader reads: shown text, with white space as one. */
const textOf = (finder: Finder, selector = '.frame'): string =>
  (finder.shadowRoot?.querySelector<HTMLElement>(selector)?.innerText ?? '').replace(/\s+/g, ' ');

const all = <E extends HTMLElement>(finder: Finder, selector: string): E[] => [
  ...(finder.shadowRoot?.querySelectorAll<E>(selector) ?? []),
];

const query = <E extends HTMLElement>(finder: Finder, selector: string): E => {
  const found = finder.shadowRoot?.querySelector<E>(selector);
  if (!found) throw new Error(`There is no ${selector} in ${finder.shadowRoot?.innerHTML}`);
  return found;
};

const names = (finder: Finder): string[] => all(finder, '.opener').map((each) => each.innerText);

/** A finder that was handed its catalogue. */
async function given(data: unknown = catalogue(), template?: TemplateResult): Promise<Finder> {
  const root = await fixture<HTMLElement>(
    template ?? html`<ventana-tramite-finder></ventana-tramite-finder>`,
  );
  const finder = (
    root.matches('ventana-tramite-finder') ? root : root.querySelector('ventana-tramite-finder')
  ) as Finder;
  finder.data = data;
  await finder.updateComplete;
  await settled(finder);
  await finder.updateComplete;
  return finder;
}

/** As somebody types it, all at once. */
async function type(finder: Finder, text: string): Promise<void> {
  const field = query<HTMLInputElement>(finder, '#field');
  field.focus();
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await waitUntil(() => !finder.isUpdatePending);
  await aTimeout(20);
  await finder.updateComplete;
}

const press = async (
  finder: Finder,
  key: string,
  more: KeyboardEventInit = {},
): Promise<boolean> => {
  const went = sendKeys(query(finder, '#field'), key, more);
  await finder.updateComplete;
  return went;
};

const field = (finder: Finder): HTMLInputElement => query(finder, '#field');
const isOpen = (finder: Finder): boolean => field(finder).getAttribute('aria-expanded') === 'true';
const activeText = (finder: Finder): string | undefined => {
  const id = field(finder).getAttribute('aria-activedescendant');
  return id ? query(finder, `#${id}`).innerText.split('\n')[0] : undefined;
};

async function open(finder: Finder, name: string): Promise<void> {
  const opener = all(finder, '.opener').find((each) => each.innerText.includes(name));
  if (!opener) throw new Error(`${name} is not among ${names(finder).join(', ')}`);
  opener.click();
  await finder.updateComplete;
}

describe('<ventana-tramite-finder>', () => {
  describe('accessibility', () => {
    it('has no barrier with results, a list open, filters, nothing found, a trámite or a plan', async () => {
      const finder = await given();
      await expect(finder).to.be.accessible();
      await type(finder, 'licencia');
      await press(finder, 'ArrowDown');
      expect(isOpen(finder)).to.be.true;
      await expect(finder).to.be.accessible();
      query<HTMLDetailsElement>(finder, '.filters').open = true;
      await expect(finder).to.be.accessible();
      await type(finder, 'xyzzy');
      await expect(finder).to.be.accessible();
      await type(finder, '');
      query(finder, '[part~=action-add]').click();
      await open(finder, 'Beca');
      await expect(finder).to.be.accessible();
      query(finder, '[part~=action-plan]').click();
      await finder.updateComplete;
      await expect(finder).to.be.accessible();
    });

    for (const theme of ['neutral', 'gobmx']) {
      for (const scheme of ['light', 'dark']) {
        it(`has enough contrast in ${theme}, ${scheme}`, async () => {
          const finder = await given(
            catalogue(),
            html`<ventana-tramite-finder
              theme=${theme}
              style="--ventana-color-scheme: ${scheme}"
            ></ventana-tramite-finder>`,
          );
          await type(finder, 'acta');
          await press(finder, 'ArrowDown');
          await expect(finder).to.be.accessible();
          await open(finder, 'acta');
          await expect(finder).to.be.accessible();
        });
      }
    }

    it('has none either while waiting, empty, failed or not set up', async () => {
      for (const reply of [
        { after: 60_000 },
        { json: catalogue({ tramites: [] }) },
        { status: 404 },
      ]) {
        const { finder } = await asking(reply);
        await expect(finder).to.be.accessible();
      }
      const unset = await fixture<Finder>(html`<ventana-tramite-finder></ventana-tramite-finder>`);
      await waitUntil(() => unset.status === 'config');
      await expect(unset).to.be.accessible();
    });
  });

  describe('the combobox, key by key', () => {
    it('types: the list opens under the field, nothing chosen, and says how many', async () => {
      const finder = await given();
      expect(field(finder).getAttribute('role')).to.equal('combobox');
      expect(field(finder).getAttribute('aria-autocomplete')).to.equal('list');
      expect(isOpen(finder)).to.be.false;
      await type(finder, 'c');
      expect(isOpen(finder)).to.be.true;
      const list = query(finder, `#${field(finder).getAttribute('aria-controls')}`);
      expect(list.getAttribute('role')).to.equal('listbox');
      expect(list.getRootNode()).to.equal(field(finder).getRootNode());
      expect(activeText(finder)).to.equal(undefined);
      expect(all(finder, '[role=option]').length).to.be.greaterThan(1);
      expect(textOf(finder, '.count')).to.match(/^\d trámites para «c»$/);
    });

    it('never opens with what was found for other words', async () => {
      const finder = await given();
      const offered = new Set<string>();
      const watch = new MutationObserver(() => {
        for (const option of all(finder, '[role=option]')) offered.add(option.innerText);
      });
      watch.observe(query(finder, '#options'), { subtree: true, childList: true });
      await type(finder, 'beca');
      expect(isOpen(finder)).to.be.true;
      expect([...offered].join()).to.match(/^Beca[^,]*$/);
      watch.disconnect();
    });

    it('offers to clear the field only where there is something to clear', async () => {
      const finder = await given();
      const clear = query(finder, '[part~=action-clear]');
      const isThere = (): boolean => getComputedStyle(clear).visibility === 'visible';
      expect(isThere()).to.be.false;
      await type(finder, 'beca');
      expect(isThere()).to.be.true;
      finder.disabled = true;
      await finder.updateComplete;
      expect(isThere()).to.be.false;
      finder.disabled = false;
      await finder.updateComplete;
      clear.click();
      await finder.updateComplete;
      expect([field(finder).value, isThere()]).to.deep.equal(['', false]);
    });

    it('Down and Up go round the list; focus stays in the field', async () => {
      const finder = await given();
      field(finder).focus();
      await press(finder, 'ArrowDown');
      expect(isOpen(finder)).to.be.true;
      expect(activeText(finder)).to.contain('acta de nacimiento');
      await press(finder, 'ArrowDown');
      expect(activeText(finder)).to.contain('Licencia');
      expect(all(finder, '[aria-selected=true]')).to.have.length(1);
      await press(finder, 'ArrowUp');
      await press(finder, 'ArrowUp');
      expect(activeText(finder)).to.contain('poda');
      await press(finder, 'ArrowDown');
      expect(activeText(finder)).to.contain('acta de nacimiento');
      expect(finder.shadowRoot!.activeElement).to.equal(field(finder));
    });

    it('Up opens the list at its last', async () => {
      const finder = await given();
      field(finder).focus();
      await press(finder, 'ArrowUp');
      expect(activeText(finder)).to.contain('poda');
    });

    it('Alt+Down opens without moving, Alt+Up closes', async () => {
      const finder = await given();
      field(finder).focus();
      await press(finder, 'ArrowDown', { altKey: true });
      expect(isOpen(finder)).to.be.true;
      expect(activeText(finder)).to.equal(undefined);
      await press(finder, 'ArrowUp', { altKey: true });
      expect(isOpen(finder)).to.be.false;
    });

    it('Home, End, Left, Right and letters give the visual focus back to the text', async () => {
      const finder = await given();
      field(finder).focus();
      for (const key of ['Home', 'End', 'ArrowLeft', 'ArrowRight', 'a']) {
        await press(finder, 'ArrowDown');
        expect(activeText(finder), key).not.to.equal(undefined);
        const isLeftToTheField = await press(finder, key);
        expect(isLeftToTheField, key).to.be.true;
        expect(activeText(finder), key).to.equal(undefined);
        expect(isOpen(finder), key).to.be.true;
      }
    });

    it('Enter chooses the one under the visual focus and stays in the field', async () => {
      const finder = await given();
      await type(finder, 'manejar');
      await press(finder, 'ArrowDown');
      const isLeft = await press(finder, 'Enter');
      expect(isLeft).to.be.false;
      expect(finder.value).to.equal('MV/02');
      expect(isOpen(finder)).to.be.false;
      expect(field(finder).value).to.equal('Licencia de conducir por primera vez');
      expect(finder.shadowRoot!.activeElement).to.equal(field(finder));
      expect(textOf(finder)).to.contain('$1,200');
    });

    it('Enter without one under the visual focus closes the list and leaves the results', async () => {
      const finder = await given();
      await type(finder, 'beca');
      await press(finder, 'Enter');
      expect(isOpen(finder)).to.be.false;
      expect(finder.value).to.equal('');
      expect(names(finder)).to.deep.equal(['Beca para transporte escolar']);
    });

    /** As somebody who does not look: all of it before anything is drawn. */
    const typeAhead = async (finder: Finder, text: string, ...keys: string[]): Promise<string> => {
      field(finder).focus();
      field(finder).value = text;
      field(finder).dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      for (const key of keys) sendKeys(field(finder), key);
      const atOnce = finder.value;
      await aTimeout(60);
      await finder.updateComplete;
      return atOnce;
    };

    it('keys that are faster than the answer are for the answer', async () => {
      const finder = await given(many(30));
      await type(finder, 'constancia 2');
      const [, second] = names(finder);
      await type(finder, '');
      const atOnce = await typeAhead(finder, 'constancia 2', 'ArrowDown', 'ArrowDown', 'Enter');
      expect(atOnce, 'nothing is chosen that was not found').to.equal('');
      expect(field(finder).value).to.equal(second);
      expect(finder.value).to.match(/^N\/\d+$/);
      expect(isOpen(finder)).to.be.false;
    });

    it('Down before the answer opens the list at its first', async () => {
      const finder = await given();
      await typeAhead(finder, 'beca', 'ArrowDown');
      expect([isOpen(finder), activeText(finder)]).to.deep.equal([
        true,
        'Beca para transporte escolar',
      ]);
      expect(finder.value).to.equal('');
    });

    for (const key of ['Escape', 'Tab', 'a']) {
      it(`${key === 'a' ? 'a letter' : key} takes back what was pressed before the answer`, async () => {
        const finder = await given();
        await typeAhead(finder, 'beca', 'ArrowDown', 'Enter', key);
        expect([finder.value, activeText(finder)]).to.deep.equal(['', undefined]);
        expect(names(finder)).to.deep.equal(['Beca para transporte escolar']);
      });
    }

    it('keys for an answer that has nothing choose nothing of the next one', async () => {
      const finder = await given();
      await typeAhead(finder, 'xyzzy', 'ArrowDown', 'Enter');
      finder.query = 'beca';
      await aTimeout(60);
      await finder.updateComplete;
      expect(names(finder)).to.deep.equal(['Beca para transporte escolar']);
      expect([finder.value, activeText(finder)]).to.deep.equal(['', undefined]);
    });

    it('one letter after another: the list ends with the answer to the last', async () => {
      const finder = await given(many(60));
      await type(finder, 'constancia 3');
      const wanted = names(finder);
      await type(finder, '');
      for (const text of ['c', 'constancia 1', 'constancia 2', 'constancia 3']) {
        void typeAhead(finder, text);
        await aTimeout(8);
      }
      await aTimeout(60);
      await finder.updateComplete;
      expect(names(finder)).to.deep.equal(wanted);
      expect(wanted).to.have.length(10);
    });

    it('what was found ahead of a key is gone with its catalogue', async () => {
      const finder = await given(many(30));
      await type(finder, 'constanci');
      await aTimeout(100);
      await type(finder, 'beca');
      finder.data = catalogue({ tramites: [{ nombre: 'Constancia de vecindad' }] });
      await aTimeout(60);
      await finder.updateComplete;
      await type(finder, 'constancia');
      expect(names(finder)).to.deep.equal(['Constancia de vecindad']);
    });

    it('Escape closes the list, then clears the field, then is the page’s', async () => {
      const finder = await given();
      await type(finder, 'beca');
      expect(await press(finder, 'Escape')).to.be.false;
      expect([isOpen(finder), field(finder).value]).to.deep.equal([false, 'beca']);
      await press(finder, 'Escape');
      await aTimeout(20);
      expect(field(finder).value).to.equal('');
      expect(names(finder)).to.have.length(4);
      expect(await press(finder, 'Escape')).to.be.true;
    });

    it('Tab closes and goes on without choosing', async () => {
      const finder = await given();
      await type(finder, 'beca');
      await press(finder, 'ArrowDown');
      expect(await press(finder, 'Tab')).to.be.true;
      expect([isOpen(finder), finder.value]).to.deep.equal([false, '']);
    });

    it('a click on an option chooses it, and pressing does not take the focus', async () => {
      const finder = await given();
      await type(finder, 'acta');
      const option = query(finder, '[role=option]');
      const down = new MouseEvent('mousedown', { bubbles: true, cancelable: true });
      expect(option.dispatchEvent(down)).to.be.false;
      option.click();
      await finder.updateComplete;
      expect(finder.value).to.equal('RC/01');
    });

    it('leaves the keys alone while a character is being composed', async () => {
      const finder = await given();
      await type(finder, 'acta');
      expect(await press(finder, 'Enter', { isComposing: true })).to.be.true;
      expect(isOpen(finder)).to.be.true;
    });
  });

  describe('results', () => {
    it('of a large catalogue the field comes first; the load is told with the results', async () => {
      const finder = await fixture<Finder>(html`<ventana-tramite-finder></ventana-tramite-finder>`);
      let first: number | undefined;
      const watch = new MutationObserver(() => {
        if (finder.shadowRoot?.querySelector('#field')) first ??= names(finder).length;
      });
      watch.observe(finder.shadowRoot!, { subtree: true, childList: true });
      finder.data = many(300);
      await oneEvent(finder, 'load');
      watch.disconnect();
      expect([first, names(finder).length]).to.deep.equal([0, 10]);
      expect(textOf(finder, '.count')).to.equal('300 trámites');
    });

    it('shows the most used first, and ways in by moment of life', async () => {
      const finder = await given();
      expect(finder.status).to.equal('fresh');
      expect(names(finder)[0]).to.contain('acta de nacimiento');
      expect(textOf(finder, '.count-title')).to.equal('4 trámites · Los más consultados');
      const event = all(finder, '.events .chip').find((each) => each.innerText === 'Estudiar');
      event!.click();
      await waitUntil(() => names(finder).length === 1);
      expect(names(finder)).to.deep.equal(['Beca para transporte escolar']);
    });

    it('finds with accents, typos and everyday words, and marks what matches', async () => {
      const finder = await given();
      await type(finder, 'partida de nacimeinto');
      expect(names(finder)[0]).to.contain('acta de nacimiento');
      expect(all(finder, '.hits mark').map((each) => each.innerText)).to.include('nacimiento');
    });

    it('filters by boxes with counts, names what is chosen, and takes it out', async () => {
      const finder = await given();
      query<HTMLDetailsElement>(finder, '.filters').open = true;
      const groups = all(finder, 'fieldset').map((each) => each.querySelector('legend')!.innerText);
      expect(groups).to.include.members(['Institución', 'Orden de gobierno', 'Costo']);
      const box = query<HTMLInputElement>(finder, 'input[name=cost]');
      expect(box.labels![0]!.innerText).to.match(/Tiene costo \(2\)/);
      box.click();
      await waitUntil(() => names(finder).length === 2);
      expect(textOf(finder, '.chosen')).to.contain('Tiene costo');
      all(finder, '.chosen .plain')[0]!.click();
      await waitUntil(() => names(finder).length === 4);
    });

    it('helps where nothing is found: loosened filters, ideas, everything', async () => {
      const finder = await given();
      query<HTMLInputElement>(finder, 'input[name=level][type=checkbox]').click();
      await aTimeout(30);
      await type(finder, 'beca poda');
      await type(finder, 'zzzzqqq');
      expect(textOf(finder)).to.contain('No encontramos trámites para «zzzzqqq».');
      expect(textOf(finder)).to.contain('Usa menos palabras');
      const seeAll = all(finder, '.action').find((each) => /Ver todos/.test(each.innerText));
      seeAll!.click();
      await waitUntil(() => names(finder).length === 4);
      // The boxes follow the list.
      await finder.updateComplete;

      const other = all<HTMLInputElement>(finder, 'input[name=cost]').find(({ labels }) =>
        /Gratuito/.test(labels![0]!.textContent),
      );
      other!.click();
      await aTimeout(30);
      await type(finder, 'licencia');
      expect(textOf(finder)).to.contain('Quitar los filtros y ver 1 trámite');

      await finder.reload();
      expect(textOf(finder)).to.contain('Quitar los filtros y ver 1 trámite');
    });

    it('keeps the focus with the filters when one, or all, are taken off', async () => {
      const finder = await given();
      for (const taken of ['.chosen .chip', '.chosen .plain']) {
        query<HTMLDetailsElement>(finder, '.filters').open = true;
        query<HTMLInputElement>(finder, 'input[name=level][type=checkbox]').click();
        await waitUntil(() => finder.shadowRoot?.querySelector('.chosen'), 'the filter is chosen');
        query(finder, taken).focus();
        query(finder, taken).click();
        await waitUntil(() => !finder.shadowRoot?.querySelector('.chosen'), 'the filter is off');
        expect(finder.shadowRoot?.activeElement?.localName).to.equal('summary');
      }
    });

    it('asks whether another word was meant', async () => {
      const finder = await given();
      await type(finder, 'beca transprote');
      expect(names(finder)[0]).to.contain('transporte');
      expect(textOf(finder, '.suggestion')).to.contain('beca transporte');
      query(finder, '.suggestion button').click();
      await aTimeout(30);
      expect(finder.query).to.equal('beca transporte');
    });

    it('keeps the length of a long list while the next one is drawn', async () => {
      const finder = await given(many(60));
      const list = query(finder, '.hits');
      let least = list.children.length;
      const watch = new MutationObserver(() => (least = Math.min(least, list.children.length)));
      watch.observe(list, { childList: true });
      await type(finder, 'constancia');
      watch.disconnect();
      expect([least, list.children.length]).to.deep.equal([10, 10]);
      expect(list.querySelectorAll('mark'), 'all of the new list').to.have.length(10);
    });

    it('brings more on demand, and all of them in the CSV', async () => {
      const finder = await given(many(60));
      expect(names(finder)).to.have.length(10);
      query(finder, '[part~=action-more]').click();
      await waitUntil(() => names(finder).length === 30);
      await waitUntil(() => finder.toCSV().split('\r\n').length === 62, 'all 60, with a header');
      expect(finder.toCSV()).to.contain('Homoclave,Trámite,Institución');
    });

    it('prints all that were found, or says how many of how many', async () => {
      const finder = await given(many(62));
      const printed = async (): Promise<number> => {
        dispatchEvent(new Event('beforeprint'));
        await finder.updateComplete;
        const { length } = names(finder);
        dispatchEvent(new Event('afterprint'));
        await finder.updateComplete;
        return length;
      };
      await waitUntil(() => finder.toCSV().split('\r\n').length > 60, 'all are at hand');
      expect([await printed(), names(finder).length]).to.deep.equal([62, 10]);
      finder.data = many(300);
      await waitUntil(() => textOf(finder).includes('300 trámites'));
      expect(await printed()).to.equal(10);
      expect(query(finder, '.print-only').textContent).to.equal('(10/300)');
    });

    it('says so when the catalogue is made up', async () => {
      const finder = await given(catalogue({ ejemplo: true }));
      expect(textOf(finder)).to.contain('Datos de ejemplo');
    });
  });

  describe('a trámite', () => {
    it('opens into all that its entry says, and what one may rely on', async () => {
      const finder = await given();
      await open(finder, 'acta');
      const text = textOf(finder);
      for (const piece of [
        'Te la dan el mismo día',
        '$82.50',
        'Inmediato',
        'CURP (original)',
        'original: 1 · copias: 2',
        'Pide la ficha.',
        'Oficialía 1',
        'Calle Olmo 3',
        '9 a 14 h',
        '555 010 2030',
        'Código Civil de Río Claro, art. 40',
        'Indefinida',
        'Cualquier persona',
        'Todo el año',
        'Nacer',
        'partida',
        'RC/01',
        'Azul',
        'Ficha actualizada el 1 de marzo de 2026',
        'no debe pedirte requisitos',
        'Ley Nacional para Eliminar Trámites Burocráticos',
      ]) {
        expect(text, piece).to.contain(piece);
      }
      expect(
        query<HTMLAnchorElement>(finder, 'a[href="https://tramites.example/rc-01"]').rel,
      ).to.contain('noreferrer');
      expect(finder.shadowRoot!.activeElement).to.equal(query(finder, '.plan-title'));
    });

    it('goes back to the results, at the one that was open', async () => {
      const finder = await given();
      await type(finder, 'c');
      await open(finder, 'Licencia');
      query(finder, '[part~=action-back]').click();
      await finder.updateComplete;
      expect(field(finder).value).to.equal('c');
      expect((finder.shadowRoot!.activeElement as HTMLElement).innerText).to.contain('Licencia');
      expect(finder.value).to.equal('');
    });

    it('says “Sin dato” for what the entry leaves out, and shows a cost in words as written', async () => {
      const finder = await given();
      await open(finder, 'poda');
      expect(textOf(finder)).to.contain('Costo Depende del tamaño del árbol');
      expect(textOf(finder)).to.contain('Tiempo Sin dato');
      expect(textOf(finder)).to.not.match(/undefined|null|NaN|\[object/);
    });

    it('says of a date that is none what the entry writes', async () => {
      const finder = await given(
        catalogue({ tramites: [{ nombre: 'Acta', actualizado: '2026-13-45' }] }),
      );
      await open(finder, 'Acta');
      expect(textOf(finder)).to.contain('Fecha no válida: 2026-13-45');
    });

    it('tramite: one alone, by its key in any case, and nothing to search with', async () => {
      const finder = await given(
        catalogue(),
        html`<ventana-tramite-finder tramite="mv-02"></ventana-tramite-finder>`,
      );
      expect(textOf(finder, '.plan-title')).to.equal('Licencia de conducir por primera vez');
      expect(finder.shadowRoot!.querySelector('#field')).to.equal(null);
    });

    it('snapshot: a copy that has nothing says that, and why it is a copy', async () => {
      const n = ++count;
      const { finder } = await asking(
        {},
        {
          [`${n}-hoy.json`]: { status: 404 },
          [`${n}-copia.json`]: { json: catalogue({ tramites: [] }) },
        },
        html`<ventana-tramite-finder
          loading="eager"
          src=${`https://tramites.example/${n}-hoy.json`}
          snapshot=${`https://tramites.example/${n}-copia.json`}
        ></ventana-tramite-finder>`,
      );
      await waitUntil(() => finder.shadowRoot?.querySelector('[part~=action-retry]'));
      expect(finder.status).to.equal('stale');
      expect(all(finder, '.notice')[1]?.innerText).to.equal('Sin dato');
      expect(textOf(finder)).to.contain('ya no existe en esta dirección');
      expect(textOf(finder)).not.to.contain('configurado');
      await expect(finder).to.be.accessible();
    });

    it('tramite: one that is not there is an empty answer that names it', async () => {
      const finder = await given(
        catalogue(),
        html`<ventana-tramite-finder tramite="NO-99"></ventana-tramite-finder>`,
      );
      expect(finder.status).to.equal('empty');
      expect(textOf(finder)).to.contain('«NO-99»');
    });
  });

  describe('the plan of several', () => {
    const planOfThree = async (): Promise<Finder> => {
      const finder = await given();
      for (const at of [0, 1, 3]) {
        all(finder, '.hits [part~=action-add]')[at]!.click();
        await finder.updateComplete;
      }
      query(finder, '[part~=action-plan]').click();
      await finder.updateComplete;
      return finder;
    };

    it('merges papers, adds costs, and names what could not be added', async () => {
      const finder = await planOfThree();
      const text = textOf(finder);
      expect(text).to.contain('$1,282.50');
      expect(text).to.contain('Permiso de poda de árboles: Depende del tamaño del árbol');
      expect(all(finder, '.bring li').filter((li) => /CURP/.test(li.innerText))).to.have.length(1);
      expect(text).to.contain('0 de 3 listos');
      expect(text).to.match(/Visitas al menos \d/);
    });

    it('keeps "hasta" in a sum of times', async () => {
      const finder = await given([
        { nombre: 'Acta', requisitos: [], plazo: 'Hasta 3 días hábiles' },
        { nombre: 'Licencia', requisitos: [], plazo: '2 días hábiles' },
      ]);
      for (const button of all(finder, '.hits [part~=action-add]')) button.click();
      await finder.updateComplete;
      query(finder, '[part~=action-plan]').click();
      await finder.updateComplete;
      expect(textOf(finder)).to.contain('uno tras otro: hasta 5 días hábiles');
    });

    it('calls no total free while a cost in it is not known', async () => {
      const finder = await given();
      for (const at of [2, 3]) {
        all(finder, '.hits [part~=action-add]')[at]!.click();
        await finder.updateComplete;
      }
      query(finder, '[part~=action-plan]').click();
      await finder.updateComplete;
      expect(textOf(finder)).to.match(/Costo total Sin sumar/);
      expect(textOf(finder)).to.contain('Gratuito: Beca para transporte escolar');
    });

    it('counts what is ready', async () => {
      const finder = await planOfThree();
      query<HTMLInputElement>(finder, '.bring input').click();
      await finder.updateComplete;
      expect(textOf(finder)).to.contain('1 de 3 listos');
    });

    it('lets go of a trámite, and of the plan with the last', async () => {
      const finder = await planOfThree();
      for (let left = 3; left > 0; left--) {
        const details = query<HTMLDetailsElement>(finder, '.planned');
        details.open = true;
        query(finder, '[part~=action-remove]').click();
        await finder.updateComplete;
        // The next one has not come open under the finger.
        expect(all(finder, '.planned[open]')).to.be.empty;
        if (left > 1) expect(finder.shadowRoot?.activeElement?.className).to.contain('plan-title');
      }
      expect(names(finder)).to.have.length(4);
    });
  });

  describe('what the browser keeps', () => {
    afterEach(() => localStorage.clear());

    it('keeps nothing unless the reader switches it on, and forgets when switched off', async () => {
      const finder = await given();
      await open(finder, 'acta');
      query<HTMLInputElement>(finder, '.bring input').click();
      await finder.updateComplete;
      expect(localStorage.length).to.equal(0);
      const keep = query<HTMLInputElement>(finder, '[role=switch]');
      expect(keep.checked).to.be.false;
      keep.click();
      await finder.updateComplete;
      expect(localStorage.length).to.equal(1);

      const again = await given();
      await open(again, 'acta');
      await waitUntil(() => query<HTMLInputElement>(again, '.bring input').checked);
      expect(query<HTMLInputElement>(again, '[role=switch]').checked).to.be.true;
      query<HTMLInputElement>(again, '[role=switch]').click();
      await again.updateComplete;
      expect(localStorage.length).to.equal(0);
    });

    it('remember="never" shows no switch and reads nothing', async () => {
      const finder = await given(
        catalogue(),
        html`<ventana-tramite-finder remember="never"></ventana-tramite-finder>`,
      );
      await open(finder, 'acta');
      expect(finder.shadowRoot!.querySelector('[role=switch]')).to.equal(null);
    });
  });

  describe('in a form', () => {
    const inForm = (attributes = html``): Promise<Finder> => {
      void attributes;
      return given(
        catalogue(),
        html`<form>
          <label for="finder">Trámite</label>
          <ventana-tramite-finder id="finder" name="tramite" required></ventana-tramite-finder>
          <button type="reset">x</button>
        </form>`,
      );
    };

    it('is invalid until a trámite is chosen, and says why', async () => {
      const finder = await inForm();
      expect(finder.form!.checkValidity()).to.be.false;
      expect(finder.validity.valueMissing).to.be.true;
      expect(finder.validationMessage).to.equal('Busca y elige un trámite de la lista.');
      expect(new FormData(finder.form!).get('tramite')).to.equal(null);
      await open(finder, 'Licencia');
      expect(finder.checkValidity()).to.be.true;
      expect(new FormData(finder.form!).get('tramite')).to.equal('MV/02');
    });

    it('is reset and restored', async () => {
      const finder = await inForm();
      await open(finder, 'Licencia');
      finder.form!.reset();
      await finder.updateComplete;
      expect(finder.value).to.equal('');
      expect(names(finder)).to.have.length(4);
      finder.formStateRestoreCallback('RC/01');
      await waitUntil(() => textOf(finder, '.plan-title').includes('acta'));
    });

    it('takes no input in a disabled fieldset', async () => {
      const finder = await given(
        catalogue(),
        html`<fieldset disabled>
          <ventana-tramite-finder name="x"></ventana-tramite-finder>
        </fieldset>`,
      );
      expect(field(finder).disabled).to.be.true;
    });

    it('takes its name and its being off as properties, too', async () => {
      const finder = await inForm();
      finder.name = 'otro';
      finder.value = 'MV/02';
      await waitUntil(() => textOf(finder, '.plan-title').includes('Licencia'));
      expect([...new FormData(finder.form!)]).to.deep.equal([['otro', 'MV/02']]);
      finder.disabled = true;
      await finder.updateComplete;
      expect(finder.matches(':disabled')).to.be.true;
      expect([...new FormData(finder.form!)]).to.deep.equal([]);
    });

    it('changes nothing while it is off', async () => {
      const finder = await inForm();
      finder.disabled = true;
      await finder.updateComplete;
      let told = 0;
      finder.addEventListener('change', () => told++);
      await open(finder, 'Licencia');
      expect([finder.value, told]).to.deep.equal(['', 0]);
      expect(names(finder)).to.have.length(4);
    });

    it('is required before its first update, and sends no value that is not in the catalogue', async () => {
      const early = document.createElement('ventana-tramite-finder');
      early.setAttribute('required', '');
      document.body.append(early);
      expect(early.checkValidity()).to.be.false;
      early.remove();
      const finder = await inForm();
      finder.value = 'NO/1';
      await waitUntil(() => textOf(finder).includes('No encontramos el trámite «NO/1»'));
      expect(new FormData(finder.form!).get('tramite')).to.equal(null);
      expect(finder.checkValidity()).to.be.false;
      await open(finder, 'Licencia');
      expect(finder.checkValidity()).to.be.true;
    });

    it('sends nothing for a tramite that is changed to an unknown one', async () => {
      const finder = await given(
        catalogue(),
        html`<form>
          <ventana-tramite-finder name="x" tramite="RC/01"></ventana-tramite-finder>
        </form>`,
      );
      expect(new FormData(finder.form!).get('x')).to.equal('RC/01');
      finder.tramite = 'NO/1';
      await waitUntil(() => finder.status === 'empty');
      await finder.updateComplete;
      expect(new FormData(finder.form!).get('x')).to.equal(null);
    });

    it('its label goes to the field', async () => {
      const finder = await inForm();
      finder.form!.querySelector('label')!.click();
      expect(finder.shadowRoot!.activeElement).to.equal(field(finder));
    });

    it('finds what its value names, and says so where it is not there', async () => {
      const finder = await given();
      finder.value = 'ed/03';
      await waitUntil(() => textOf(finder, '.plan-title') === 'Beca para transporte escolar');
      expect(finder.value).to.equal('ED/03');
      finder.value = 'NO/1';
      await waitUntil(() => textOf(finder).includes('No encontramos el trámite «NO/1»'));
    });
  });

  describe('events', () => {
    it('tells a choice: input, change and what was chosen', async () => {
      const finder = await given();
      const told: string[] = [];
      for (const name of ['input', 'change']) {
        finder.addEventListener(name, () => told.push(`${name} ${finder.value}`));
      }
      const select = oneEvent(finder, 'ventana-tramite-finder-select');
      await open(finder, 'Beca');
      const event = (await select) as unknown as VentanaTramiteFinderSelectEvent;
      expect([event.homoclave, event.tramite.name]).to.deep.equal([
        'ED/03',
        'Beca para transporte escolar',
      ]);
      expect(event.bubbles && event.composed).to.be.true;
      expect(told).to.deep.equal(['input ED/03', 'change ED/03']);
    });

    it('tells a search once its results are shown; typing is no change of the value', async () => {
      const finder = await given();
      let inputs = 0;
      finder.addEventListener('input', () => inputs++);
      const search = oneEvent(finder, 'ventana-tramite-finder-search');
      await type(finder, 'licencia');
      const event = (await search) as unknown as VentanaTramiteFinderSearchEvent;
      expect([event.query, event.total]).to.deep.equal(['licencia', 1]);
      expect(inputs).to.equal(0);
    });
  });

  describe('permalink', () => {
    afterEach(() => history.replaceState(null, '', location.pathname + location.search));

    it('keeps search and trámite in the address, and a link brings them back', async () => {
      const template = (): TemplateResult =>
        html`<ventana-tramite-finder permalink id="t"></ventana-tramite-finder>`;
      const finder = await given(catalogue(), template());
      await type(finder, 'licencia');
      expect(location.hash).to.contain('q:licencia');
      await open(finder, 'Licencia');
      expect(decodeURIComponent(location.hash)).to.contain('MV/02');
      const { hash } = location;
      finder.remove();
      history.replaceState(null, '', hash);
      const other = await given(catalogue(), template());
      await waitUntil(() => textOf(other, '.plan-title').includes('Licencia'));
      expect(other.query).to.equal('licencia');
    });

    it('brings back the one of two trámites with one homoclave that was open', async () => {
      const template = (): TemplateResult =>
        html`<ventana-tramite-finder permalink id="t"></ventana-tramite-finder>`;
      const twins = catalogue({
        tramites: ['Uno', 'Otro'].map((nombre) => ({ homoclave: 'SSMJ/04', nombre })),
      });
      const finder = await given(twins, template());
      await open(finder, 'Otro');
      expect(finder.value).to.equal('SSMJ/04');
      const { hash } = location;
      finder.remove();
      history.replaceState(null, '', hash);
      const other = await given(twins, template());
      await waitUntil(() => textOf(other, '.plan-title') === 'Otro');
    });

    it('keeps nothing there without it', async () => {
      const finder = await given();
      await type(finder, 'licencia');
      expect(location.hash).to.equal('');
    });
  });

  describe('from the network', () => {
    it('reads its address, and a catalogue with bad rows in part', async () => {
      const { finder } = await asking({
        json: catalogue({ tramites: [null, 5, ...(catalogue()['tramites'] as object[])] }),
      });
      expect(finder.status).to.equal('partial');
      expect(textOf(finder)).to.contain('2 de 6 registros omitidos');
      expect(names(finder)).to.have.length(4);
    });

    it('looks an open trámite up again in another catalogue', async () => {
      const newer = { ...(catalogue()['tramites'] as object[])[1], costo: '$1,300' };
      const { finder } = await asking(
        { json: catalogue() },
        { 'b.json': { json: catalogue({ tramites: [newer] }) }, 'c.json': { json: many(3) } },
      );
      await open(finder, 'Licencia');
      expect(textOf(finder)).to.contain('$1,200');
      finder.src = 'https://tramites.example/b.json';
      await waitUntil(() => textOf(finder).includes('$1,300'), '', { timeout: 3000 });
      expect(finder.value).to.equal('MV/02');
      finder.src = 'https://tramites.example/c.json';
      await waitUntil(() => textOf(finder).includes('No encontramos el trámite «MV/02»'), '', {
        timeout: 3000,
      });
      expect(names(finder)).to.have.length(3);
    });

    it('a page’s own words find things', async () => {
      const finder = await given(
        catalogue(),
        html`<ventana-tramite-finder
          synonyms='[{"same": ["carnet del camión", "beca para transporte"]}]'
        ></ventana-tramite-finder>`,
      );
      await type(finder, 'carnet del camion');
      expect(names(finder)[0]).to.equal('Beca para transporte escolar');
    });

    it('passes over what is no group of synonyms', async () => {
      const finder = await given(
        catalogue(),
        html`<ventana-tramite-finder
          synonyms='[null, {"same": 1}, {"same": ["beca", "carnet"]}]'
        ></ventana-tramite-finder>`,
      );
      await type(finder, 'carnet');
      expect(names(finder)[0]).to.equal('Beca para transporte escolar');
    });

    it('searches for nothing once the attribute is taken away', async () => {
      const finder = await given(
        catalogue(),
        html`<ventana-tramite-finder query="beca"></ventana-tramite-finder>`,
      );
      finder.removeAttribute('query');
      await waitUntil(() => names(finder).length === 4);
      await finder.reload();
      expect(finder.status).to.equal('fresh');
    });

    it('search-url asks a server after the reader paused, and the last answer wins', async () => {
      const answers = (nombre: string): object => ({ tramites: [{ homoclave: nombre, nombre }] });
      const { finder, asked } = await asking(
        {},
        {
          'q=&': { json: catalogue() },
          'q=agua&': { json: answers('Toma de agua'), after: 300 },
          'q=luz&': { json: answers('Poste de luz') },
        },
        html`<ventana-tramite-finder
          loading="eager"
          search-url=${`https://busca.example/${++count}?q={query}&n=9`}
        ></ventana-tramite-finder>`,
      );
      expect(names(finder)).to.have.length(4);
      await type(finder, 'a');
      await type(finder, 'agua');
      await aTimeout(350);
      await type(finder, 'luz');
      await waitUntil(() => names(finder)[0] === 'Poste de luz', '', { timeout: 3000 });
      await aTimeout(400);
      expect(names(finder)).to.deep.equal(['Poste de luz']);
      expect(asked.filter((address) => /q=a&/.test(address))).to.have.length(0);
    });

    it('search-url asks the server at once for the words that the page gives', async () => {
      const { finder } = await asking(
        {},
        {
          'q=&': { json: catalogue() },
          'q=agua&': { json: { tramites: [{ homoclave: 'A', nombre: 'Toma de agua' }] } },
        },
        html`<ventana-tramite-finder
          loading="eager"
          query="agua"
          search-url=${`https://busca.example/${++count}?q={query}&n=9`}
        ></ventana-tramite-finder>`,
      );
      await waitUntil(() => names(finder).length > 0);
      expect(names(finder)).to.deep.equal(['Toma de agua']);
    });

    for (const [what, reply] of Object.entries({
      nothing: { json: { tramites: [] } },
      'a refusal': { status: 422 },
    })) {
      it(`search-url: the field is there after ${what} for the empty query`, async () => {
        const { finder } = await asking(
          {},
          {
            'q=&': reply,
            'q=agua&': { json: { tramites: [{ homoclave: 'A', nombre: 'Toma de agua' }] } },
          },
          html`<ventana-tramite-finder
            loading="eager"
            search-url=${`https://busca.example/${++count}?q={query}&n=9`}
          ></ventana-tramite-finder>`,
        );
        expect(finder.status).to.equal('fresh');
        expect(textOf(finder)).not.to.contain('Ningún trámite');
        await type(finder, 'agua');
        await waitUntil(() => names(finder)[0] === 'Toma de agua', '', { timeout: 3000 });
      });
    }

    it('search-url: offers nothing of the words before while it asks for others', async () => {
      const { finder } = await asking(
        {},
        {
          'q=&': { json: catalogue() },
          'q=agua&': { json: { tramites: [{ homoclave: 'A', nombre: 'Toma de agua' }] } },
        },
        html`<ventana-tramite-finder
          loading="eager"
          search-url=${`https://busca.example/${++count}?q={query}&n=9`}
        ></ventana-tramite-finder>`,
      );
      await type(finder, 'agua');
      expect(isOpen(finder)).to.be.false;
      expect(textOf(finder, '.count')).to.equal('Buscando…');
      await waitUntil(() => isOpen(finder), 'the answer is offered', { timeout: 3000 });
      expect(textOf(finder, '#options')).to.equal('Toma de agua');
    });

    it('search-url: a failed search keeps the field and offers another try', async () => {
      const { finder } = await asking(
        {},
        { 'q=&': { json: catalogue() }, 'q=agua&': { status: 404 } },
        html`<ventana-tramite-finder
          loading="eager"
          search-url=${`https://busca.example/${++count}?q={query}&n=9`}
        ></ventana-tramite-finder>`,
      );
      const failed = oneEvent(finder, 'error');
      await type(finder, 'agua');
      await waitUntil(() => textOf(finder).includes('No pudimos hacer la búsqueda'), '', {
        timeout: 3000,
      });
      expect(((await failed) as unknown as VentanaErrorEvent).kind).to.equal('not-found');
      expect(field(finder).value).to.equal('agua');
      await expect(finder).to.be.accessible();
    });

    it('search-url without {query} is the page’s mistake', async () => {
      const finder = await fixture<Finder>(
        html`<ventana-tramite-finder
          loading="eager"
          search-url="https://busca.example/todo"
        ></ventana-tramite-finder>`,
      );
      await waitUntil(() => finder.status === 'config');
    });
  });

  it('draws hostile texts as text, and follows no address that is a script', async () => {
    const evil = '<img src=x onerror=alert(1)>"\u202e';
    const row = {
      homoclave: evil,
      nombre: evil,
      descripcion: evil,
      dependencia: evil,
      requisitos: [evil, { nombre: evil, nota: evil }],
      donde: [{ nombre: evil, url: 'javascript:alert(1)' }],
      fundamento: [{ texto: evil, url: 'javascript:alert(1)' }],
      liga: 'javascript:alert(1)',
      __proto__x: evil,
      costo: evil,
    };
    const finder = await given({ tramites: [row, ...(catalogue()['tramites'] as object[])] });
    await open(finder, evil.slice(0, 20));
    expect(all(finder, 'img, script')).to.have.length(0);
    expect(all<HTMLAnchorElement>(finder, 'a').some(({ protocol }) => protocol === 'javascript:'))
      .to.be.false;
    expect(textOf(finder)).to.contain('<img src=x');
  });

  it('sets apart what could turn the words around it, and only that', async () => {
    const tramites = ['Beca «Río» – 1', 'רישיון 2', 'Beca \u202e3'].map((nombre) => ({
      nombre,
      dependencia: nombre,
      costo: nombre,
      plazo: nombre,
    }));
    const finder = await given({ tramites });
    const apart = all(finder, '.hit').map((hit) => hit.querySelectorAll('bdi').length);
    expect(apart).to.deep.equal([0, 4, 4]);
  });

  it('puts a megabyte of name away, with the whole of it in reach', async () => {
    const finder = await given({ tramites: [{ homoclave: 'X', nombre: 'á'.repeat(1_000_000) }] });
    expect(textOf(finder).length).to.be.lessThan(3000);
    query(finder, '.opener').click();
    await finder.updateComplete;
    expect(query(finder, '.plan-title .long > bdi').textContent).to.have.length(1_000_000);
  });

  it('speaks English where the page does', async () => {
    const finder = await given(
      catalogue(),
      html`<div lang="en"><ventana-tramite-finder></ventana-tramite-finder></div>`,
    );
    expect(textOf(finder)).to.contain('Which procedure do you need?');
    await type(finder, 'beca');
    expect(textOf(finder)).to.contain('Cost: Free');
  });
});

/** A finder whose provider's `fetch` gives `reply` to its address. */
async function asking(
  reply: { json?: unknown; status?: number; after?: number },
  others: Parameters<typeof office>[0] = {},
  template?: TemplateResult,
): Promise<{ finder: Finder; asked: string[] }> {
  const src = newAddress();
  const { fetch, asked } = office({ ...others, [src]: reply });
  const provider = await fixture<VentanaProvider>(html`
    <ventana-provider .fetch=${fetch}>
      ${template ?? html`<ventana-tramite-finder src=${src} loading="eager"></ventana-tramite-finder>`}${nothing}
    </ventana-provider>
  `);
  const finder = provider.querySelector('ventana-tramite-finder')!;
  if (!reply.after) await settled(finder);
  await finder.updateComplete;
  return { finder, asked };
}
