import { aTimeout, expect, fixture, html, nextFrame, oneEvent, waitUntil } from '@open-wc/testing';
import type { Dataset } from '@ventana/model';
import { nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { VentanaErrorEvent } from '../frame/frame-events.js';
import '../provider/define.js';
import type { VentanaProvider } from '../provider/provider.js';
import { daysAgo, manyResources, packageShow, portal } from './dataset-badge.fixtures.js';
import type { Reply } from './dataset-badge.fixtures.js';
import { VentanaDatasetBadge } from './dataset-badge.js';
import './define.js';

let count = 0;
/** An address of its own for each story: answers are shared by address. */
const newAddress = (): string => `https://parques.example/api/3/action/package_show?id=${++count}`;

const settled = (badge: VentanaDatasetBadge): Promise<void> =>
  waitUntil(() => !['idle', 'loading'].includes(badge.status), 'settles', { timeout: 4000 });

/** What a reader reads: shown text, with white space as one. */
const textOf = (badge: VentanaDatasetBadge): string =>
  (badge.shadowRoot?.querySelector<HTMLElement>('.frame')?.innerText ?? '').replace(/\s+/g, ' ');

const query = <E extends HTMLElement>(badge: VentanaDatasetBadge, selector: string): E => {
  const found = badge.shadowRoot?.querySelector<E>(selector);
  if (!found) throw new Error(`There is no ${selector} in ${badge.shadowRoot?.innerHTML}`);
  return found;
};

/** A badge that was handed its document. */
async function given(data: unknown, template?: TemplateResult): Promise<VentanaDatasetBadge> {
  const badge = await fixture<VentanaDatasetBadge>(
    template ?? html`<ventana-dataset-badge size="full"></ventana-dataset-badge>`,
  );
  badge.data = data;
  await badge.updateComplete;
  await settled(badge);
  await badge.updateComplete;
  return badge;
}

interface Asked {
  readonly badge: VentanaDatasetBadge;
  readonly asked: string[];
  readonly provider: VentanaProvider;
}

/** A badge whose provider's `fetch` gives `reply`. */
async function asking(
  reply: Reply,
  attributes: { size?: string; checkLinks?: boolean; dataset?: string; lang?: string } = {},
  others: Record<string, Reply> = {},
): Promise<Asked> {
  const src = newAddress();
  const { fetch, asked } = portal({ ...others, [src]: reply });
  const provider = await fixture<VentanaProvider>(html`
    <ventana-provider .fetch=${fetch}>
      <ventana-dataset-badge
        src=${src}
        loading="eager"
        size=${attributes.size ?? nothing}
        dataset=${attributes.dataset ?? nothing}
        lang=${attributes.lang ?? nothing}
        ?check-links=${attributes.checkLinks}
      >
        <a href="https://parques.example/">Arbolado</a>
      </ventana-dataset-badge>
    </ventana-provider>
  `);
  const badge = provider.querySelector('ventana-dataset-badge')!;
  if (reply !== 'never') await settled(badge);
  await badge.updateComplete;
  return { badge, asked, provider };
}

const model: Dataset = {
  title: { es: 'Bicicletas', en: 'Bicycles' },
  publisher: 'Movilidad',
  keywords: [],
  themes: [],
  languages: [],
  resources: [],
};

describe('<ventana-dataset-badge>', () => {
  describe('accessibility', () => {
    for (const size of ['badge', 'card', 'full']) {
      it(`has no barrier as ${size}, fresh, partial, empty, failed, waiting or unset`, async () => {
        const rows = (packageShow()['result'] as { resources: object[] }).resources;
        const replies: Reply[] = [
          packageShow(),
          packageShow({ resources: [...rows, null] }),
          { success: true, result: { count: 0, results: [] } },
          { status: 404 },
          'never',
        ];
        for (const reply of replies) {
          const { badge } = await asking(reply, { size });
          await expect(badge).to.be.accessible();
        }
        const unset = await fixture<VentanaDatasetBadge>(
          html`<ventana-dataset-badge size=${size}></ventana-dataset-badge>`,
        );
        await waitUntil(() => unset.status === 'config');
        await expect(unset).to.be.accessible();
      });
    }

    for (const theme of ['neutral', 'gobmx']) {
      for (const scheme of ['light', 'dark']) {
        it(`has enough contrast in ${theme}, ${scheme}`, async () => {
          const poor = packageShow({
            license_title: 'No se especificó',
            license_url: '',
            license_id: 'notspecified',
            extras: [],
          });
          const badge = await given(
            poor,
            html`<ventana-dataset-badge
              size="full"
              theme=${theme}
              style="--ventana-color-scheme: ${scheme}"
            ></ventana-dataset-badge>`,
          );
          await expect(badge).to.be.accessible();
        });
      }
    }

    it('gives the title its level, the table its headers and each link its own name', async () => {
      const badge = await given(
        packageShow(),
        html`<ventana-dataset-badge size="full" heading-level="4"></ventana-dataset-badge>`,
      );
      const heading = query(badge, '[role=heading]');
      expect(heading.getAttribute('aria-level')).to.equal('4');
      expect(query(badge, 'article').getAttribute('aria-labelledby')).to.equal(heading.id);
      expect(badge.shadowRoot!.querySelectorAll('th[scope=col]')).to.have.length(4);
      const links = [...badge.shadowRoot!.querySelectorAll('td a')].map((a) =>
        a.textContent!.replace(/\s+/g, ' ').trim(),
      );
      expect(links).to.deep.equal([
        'Descargar Árboles (se abre en otra ventana)',
        'Descargar Mapa (se abre en otra ventana)',
      ]);
    });

    it('reaches every action by keyboard, in reading order, and Enter and Space press it', async () => {
      const badge = await given(manyResources(12));
      const stops = [
        ...badge.shadowRoot!.querySelectorAll<HTMLElement>('a[href], button, summary'),
      ];
      expect(stops.length).to.be.greaterThan(13);
      expect(stops.every(({ tabIndex }) => tabIndex === 0)).to.be.true;
      // A native button turns Enter and Space into a click: what counts is that it is one.
      const all = query<HTMLButtonElement>(badge, '[part~=action-all]');
      all.focus();
      expect(badge.shadowRoot!.activeElement === all).to.be.true;
      expect(all.type).to.equal('button');
      all.click();
      await badge.updateComplete;
      expect(badge.shadowRoot!.querySelectorAll('tbody tr')).to.have.length(12);
    });

    it('carries the author’s text alternative', async () => {
      const badge = await given(
        packageShow(),
        html`<ventana-dataset-badge description="Árboles por colonia"></ventana-dataset-badge>`,
      );
      const { id } = query(badge, '#description');
      expect(query(badge, 'article').getAttribute('aria-describedby')).to.equal(id);
    });
  });

  describe('properties', () => {
    it('takes `dataset` away again: the only dataset of an answer is shown', async () => {
      const { badge } = await asking(packageShow(), { dataset: 'arbolado' });
      expect(badge.status).to.equal('fresh');
      badge.removeAttribute('dataset');
      await badge.updateComplete;
      await settled(badge);
      expect(badge.status).to.equal('fresh');
      expect(textOf(badge)).to.contain('Arbolado urbano');
    });

    it('asks for half a character like for any other name, and says that it is not there', async () => {
      const { fetch, asked } = portal({});
      const provider = await fixture<VentanaProvider>(
        html`<ventana-provider .fetch=${fetch}></ventana-provider>`,
      );
      const badge = document.createElement('ventana-dataset-badge');
      Object.assign(badge, {
        src: 'https://parques.example/',
        datasetId: '\ud800',
        loading: 'eager',
      });
      provider.append(badge);
      await settled(badge);
      expect(badge.status).to.equal('error');
      expect(asked[0]).to.contain('package_show?id=%EF%BF%BD');
    });

    it('says one line on the console where `messages` is no address, and goes on in Spanish', async () => {
      const said: unknown[][] = [];
      const { warn } = console;
      console.warn = (...line: unknown[]) => said.push(line);
      const badge = await given(
        packageShow(),
        html`<ventana-dataset-badge messages="http://["></ventana-dataset-badge>`,
      );
      await waitUntil(() => said.length > 0);
      badge.requestUpdate();
      await badge.updateComplete;
      await aTimeout(20);
      console.warn = warn;
      expect(said.map(([line]) => line)).to.deep.equal(['Ventana: no texts at http://[.']);
      expect(textOf(badge)).to.contain('Descargar CSV');
    });

    it('size: a pill names, dates and lists formats; a card adds the facts; a sheet everything', async () => {
      const badge = await given(
        packageShow(),
        html`<ventana-dataset-badge size="badge"></ventana-dataset-badge>`,
      );
      expect(getComputedStyle(badge).display).to.equal('inline-block');
      expect(textOf(badge)).to.match(/Arbolado urbano al día CSV GeoJSON/i);
      expect(badge.shadowRoot!.querySelector('button, dl, table')).to.be.null;

      badge.size = 'card';
      await badge.updateComplete;
      expect(textOf(badge)).to.contain('Secretaría de Parques');
      expect(textOf(badge)).to.contain('cada mes');
      expect(textOf(badge)).to.match(/Características de los datos abiertos: \d de 5/);
      expect(badge.shadowRoot!.querySelector('table')).to.be.null;

      badge.size = 'full';
      await badge.updateComplete;
      expect(badge.getAttribute('size')).to.equal('full');
      expect(textOf(badge)).to.contain('Cada árbol de la ciudad. Con su especie.');
      expect(query(badge, 'tbody').innerText).to.match(/Árboles\s+CSV\s+48.2 kB\s+Descargar/);
      expect(query(badge, 'tbody').innerText).to.match(/Mapa\s+GeoJSON\s+Sin dato/);
    });

    it('size: a pill says in a few words what failed, and the rest one tap away', async () => {
      const { badge } = await asking({ status: 404 }, { size: 'badge' });
      expect(badge.status).to.equal('error');
      expect(textOf(badge)).to.match(/^No se pudo mostrar Reintentar Ver en la fuente/);
      expect(badge.offsetHeight).to.be.lessThan(90);
      query(badge, 'summary').click();
      await nextFrame();
      expect(textOf(badge)).to.contain('El conjunto de datos ya no existe en esta dirección.');
    });

    it('size: a pill of a copy that has nothing says that, its date, and offers another try', async () => {
      const { badge, provider } = await asking(
        { status: 404 },
        { size: 'badge' },
        { 'copia.json': { success: true, result: { count: 0, results: [] } } },
      );
      badge.snapshot = 'https://parques.example/copia.json';
      badge.src = `${badge.src}?otra`;
      await waitUntil(() => badge.status === 'stale', 'the copy comes', { timeout: 4000 });
      await provider.updateComplete;
      await badge.updateComplete;
      expect(textOf(badge)).to.match(/^Sin dato copia del .* Reintentar Ver en la fuente/);
      query(badge, 'summary').click();
      await nextFrame();
      expect(textOf(badge)).to.contain('El conjunto de datos ya no existe en esta dirección.');
      await expect(badge).to.be.accessible();
    });

    it('heading and heading-level: the author’s title wins, and a level out of range is mended', async () => {
      const badge = await given(
        packageShow(),
        html`<ventana-dataset-badge heading="Nuestros árboles"></ventana-dataset-badge>`,
      );
      expect(query(badge, '#heading').innerText).to.equal('Nuestros árboles');
      for (const [level, shown] of [
        [9, '6'],
        [0, '2'],
        [Number.NaN, '2'],
      ] as const) {
        badge.headingLevel = level;
        await badge.updateComplete;
        expect(query(badge, '#heading').getAttribute('aria-level')).to.equal(shown);
      }
    });

    it('theme: its own, else the provider’s', async () => {
      const { badge, provider } = await asking(packageShow());
      provider.theme = 'gobmx';
      await provider.updateComplete;
      await badge.updateComplete;
      const heading = query(badge, '#heading');
      expect(getComputedStyle(heading).color).to.equal('rgb(155, 34, 71)');
      badge.theme = 'neutral';
      await badge.updateComplete;
      expect(getComputedStyle(heading).color).to.not.equal('rgb(155, 34, 71)');
    });

    it('tokens: a page paints and rounds it through custom properties', async () => {
      const badge = await given(
        packageShow(),
        html`<ventana-dataset-badge
          style="--ventana-surface: rgb(1, 2, 3); --ventana-radius: 9px; --ventana-margin: 7px"
        ></ventana-dataset-badge>`,
      );
      const frame = getComputedStyle(query(badge, '.frame'));
      expect(frame.backgroundColor).to.equal('rgb(1, 2, 3)');
      expect(frame.borderBottomLeftRadius).to.equal('9px');
      expect(getComputedStyle(badge).marginTop).to.equal('7px');
    });

    it('lang: titles, words and dates follow it, live, wherever it changes', async () => {
      const badge = await given(
        packageShow({ title: { es: 'Arbolado urbano', en: 'Street trees' } }),
      );
      expect(query(badge, '#heading').innerText).to.equal('Arbolado urbano');
      document.documentElement.lang = 'en';
      await waitUntil(() => query(badge, '#heading').innerText === 'Street trees');
      expect(textOf(badge)).to.contain('Published by');
      expect(textOf(badge)).to.contain('every month');
      badge.lang = 'es-MX';
      await waitUntil(() => textOf(badge).includes('cada mes'));
      document.documentElement.removeAttribute('lang');
    });

    it('lang: what a language does not have is said in Spanish and marked as Spanish', async () => {
      const badge = await given(
        packageShow(),
        html`<ventana-dataset-badge size="full" lang="yua"></ventana-dataset-badge>`,
      );
      expect(query(badge, '.frame').lang).to.equal('yua');
      const unmarked = [
        ...badge.shadowRoot!.querySelectorAll('dt, .chip, th, button, caption, .rule'),
      ]
        .filter((element) => !element.matches('tbody th'))
        .filter((element) => !element.querySelector('[lang=es]'))
        .map((element) => element.textContent!.trim());
      expect(unmarked).to.deep.equal([]);
    });

    it('messages: a community’s own words, text by text, the rest in Spanish', async () => {
      const src = newAddress();
      const { fetch } = portal({
        'nhe.json': { 'dataset-badge': { publisher: 'Tlatepanahuia', current: 'yancuic' } },
        [src]: packageShow(),
      });
      const provider = await fixture<VentanaProvider>(html`
        <ventana-provider .fetch=${fetch} locale="nhe" messages="/textos/nhe.json">
          <ventana-dataset-badge loading="eager" src=${src}></ventana-dataset-badge>
        </ventana-provider>
      `);
      const badge = provider.querySelector('ventana-dataset-badge')!;
      await waitUntil(() => textOf(badge).includes('Tlatepanahuia'));
      expect(textOf(badge)).to.match(/yancuic/i);
      const license = [...badge.shadowRoot!.querySelectorAll('dt')].find((dt) =>
        dt.textContent!.includes('Licencia'),
      );
      expect(license?.querySelector('[lang=es]')).to.exist;
    });

    it('check-links: tells a link that answers from one that is broken', async () => {
      const { badge, asked } = await asking(
        packageShow(),
        { size: 'full', checkLinks: true },
        { 'a.csv': packageShow(), 'a.geojson': { status: 404 } },
      );
      await waitUntil(() => textOf(badge).includes('Enlaces que responden: 1'), '', {
        timeout: 4000,
      });
      expect(textOf(badge)).to.contain('(el enlace responde)');
      expect(textOf(badge)).to.contain('(enlace roto)');
      expect(textOf(badge)).to.contain('Enlaces que responden: 1; rotos: 1; sin poder saber: 0.');
      expect(textOf(badge)).to.contain('corregir los rotos.');
      expect(asked.filter((each) => each.includes('parques.example/a.')).length).to.be.greaterThan(
        1,
      );
    });

    it('check-links: says of a link that nobody answers that it cannot tell', async () => {
      const { badge } = await asking(
        packageShow(),
        { size: 'full', checkLinks: true },
        { 'a.csv': packageShow(), 'a.geojson': 'fails' },
      );
      await waitUntil(() => textOf(badge).includes('Enlaces que responden: 1'));
      expect(textOf(badge)).to.contain('rotos: 0; sin poder saber: 1.');
      expect(textOf(badge)).to.contain('No se puede saber · Se pueden obtener en línea');
      expect(textOf(badge)).to.contain('Nadie responde: 1 de 2');
      expect(textOf(badge)).to.not.contain('Enlaces rotos');
    });

    it('check-links: asks nobody when it is off', async () => {
      const { asked } = await asking(packageShow(), { size: 'full' });
      await aTimeout(50);
      expect(asked).to.have.length(1);
    });

    it('provider base: addresses resolve against it', async () => {
      const { fetch, asked } = portal({ 'otro.json': packageShow() });
      const provider = await fixture<VentanaProvider>(html`
        <ventana-provider .fetch=${fetch} base="https://base.example/datos/">
          <ventana-dataset-badge loading="eager" src="otro.json"></ventana-dataset-badge>
        </ventana-provider>
      `);
      await settled(provider.querySelector('ventana-dataset-badge')!);
      expect(asked).to.deep.equal(['GET https://base.example/datos/otro.json']);
    });
  });

  describe('freshness', () => {
    const cases: readonly [words: string, changes: Record<string, unknown>][] = [
      ['al día', { modified: daysAgo(5), frequency: 'R/P1M' }],
      ['atrasado 1 día', { modified: daysAgo(8), frequency: 'R/P1W' }],
      ['atrasado 43 días', { modified: daysAgo(50), frequency: 'R/P1W' }],
      ['sin frecuencia declarada', { modified: daysAgo(5) }],
      ['frecuencia que no se entiende', { modified: daysAgo(5), frequency: 'zzz qqq' }],
      ['sin fecha fija', { modified: daysAgo(5), frequency: 'eventual' }],
      ['sin fecha de actualización', { frequency: 'R/P1M' }],
      ['fecha en el futuro', { modified: daysAgo(-9), frequency: 'R/P1M' }],
    ];
    for (const [words, extras] of cases) {
      it(`says "${words}"`, async () => {
        const badge = await given(
          packageShow({
            extras: Object.entries(extras).map(([key, value]) => ({ key, value })),
          }),
        );
        expect(query(badge, '.chip').textContent!.trim()).to.equal(words);
      });
    }

    for (const [frequency, words] of [
      ['R/P1D', 'cada día'],
      ['R/P2W', 'cada 2 semanas'],
      ['R/P3M', 'cada 3 meses'],
      ['anual', 'cada año'],
      ['R/P4Y', 'cada 4 años'],
      ['tiempo real', 'en tiempo real'],
      ['R/PT1H', 'cada hora'],
      ['R/P3.5D', 'cada 3.5 días'],
      ['R/P0.33W', '3 veces por semana'],
      ['cada dos años', 'cada 2 años'],
      ['Mensual hasta 2019', 'Mensual hasta 2019'],
    ] as const) {
      it(`reads "${frequency}" as "${words}"`, async () => {
        const badge = await given(
          packageShow({ extras: [{ key: 'frequency', value: frequency }] }),
        );
        expect(query(badge, '.facts').innerText).to.contain(words);
      });
    }

    it('shows a date that is none as its publisher wrote it', async () => {
      const badge = await given(
        packageShow({ extras: [{ key: 'modified', value: '31/12/2025' }] }),
      );
      expect(textOf(badge)).to.contain('Fecha no válida: 31/12/2025');
    });

    it('shows a year for what it is, and does not say that it is not valid', async () => {
      const badge = await given(
        packageShow({
          extras: [
            { key: 'modified', value: '2019' },
            { key: 'frequency', value: 'R/P1M' },
          ],
        }),
      );
      expect(textOf(badge)).to.match(/Última actualización 2019 atrasado/i);
      expect(textOf(badge)).to.not.contain('Fecha no válida');
    });
  });

  describe('events', () => {
    it('fires load once per answer, and it does not bubble', async () => {
      const badge = await fixture<VentanaDatasetBadge>(
        html`<ventana-dataset-badge></ventana-dataset-badge>`,
      );
      let bubbled = 0;
      badge.parentElement!.addEventListener('load', () => bubbled++);
      setTimeout(() => (badge.data = packageShow()));
      const event = await oneEvent(badge, 'load');
      expect(event.bubbles).to.be.false;
      expect(badge.matches(':state(fresh)')).to.be.true;
      expect(bubbled).to.equal(0);
    });

    for (const [reply, kind, status] of [
      [{ status: 404 }, 'not-found', 'error'],
      [{ status: 403 }, 'denied', 'error'],
      [{ success: false, error: { __type: 'Validation Error' } }, 'server', 'error'],
      [{ type: 'FeatureCollection' }, 'malformed', 'error'],
      [
        {
          dataset: [
            { identifier: 'a', distribution: [] },
            { identifier: 'b', distribution: [] },
          ],
        },
        'malformed',
        'config',
      ],
    ] as const) {
      it(`fires error "${kind}" and is ${status} for ${JSON.stringify(reply).slice(0, 40)}`, async () => {
        const src = newAddress();
        const { fetch } = portal({ [src]: reply as unknown as Reply });
        const badge = document.createElement('ventana-dataset-badge');
        badge.src = src;
        badge.loading = 'eager';
        const failed = oneEvent(badge, 'error') as unknown as Promise<VentanaErrorEvent>;
        const provider = await fixture<VentanaProvider>(
          html`<ventana-provider .fetch=${fetch}>${badge}</ventana-provider>`,
        );
        const event = await failed;
        expect(event.kind).to.equal(kind);
        expect(event.bubbles).to.be.false;
        expect(provider.querySelector('ventana-dataset-badge')!.status).to.equal(status);
      });
    }

    it('tries again when asked, and says fresh', async () => {
      const src = newAddress();
      let isWell = false;
      const replies = portal({ [src]: packageShow() });
      const fetch: typeof globalThis.fetch = (...asked) =>
        isWell ? replies.fetch(...asked) : Promise.resolve(new Response('', { status: 404 }));
      const provider = await fixture<VentanaProvider>(html`
        <ventana-provider .fetch=${fetch}>
          <ventana-dataset-badge loading="eager" src=${src}></ventana-dataset-badge>
        </ventana-provider>
      `);
      const badge = provider.querySelector('ventana-dataset-badge')!;
      await settled(badge);
      await badge.updateComplete;
      isWell = true;
      query(badge, '[part~=action-retry]').click();
      await waitUntil(() => badge.status === 'fresh');
      await badge.reload();
      expect(badge.status).to.equal('fresh');
    });
  });

  describe('data', () => {
    it('takes a document written inside it, and asks nobody', async () => {
      const badge = await fixture<VentanaDatasetBadge>(html`
        <ventana-dataset-badge>
          <script type="application/json">
            { "success": true, "result": { "title": "Escrito aquí", "resources": [] } }
          </script>
        </ventana-dataset-badge>
      `);
      await settled(badge);
      expect(badge.status).to.equal('fresh');
      await badge.updateComplete;
      expect(textOf(badge)).to.contain('Escrito aquí');
      expect(textOf(badge)).to.contain('Recursos: 0');
    });

    it('takes a model as .data', async () => {
      const badge = await given(model);
      expect(textOf(badge)).to.contain('Bicicletas');
      expect(textOf(badge)).to.contain('No tiene recursos para descargar.');
    });

    it('says how many resources could not be read', async () => {
      const badge = await given(
        packageShow({ resources: [null, 7, { name: 'Sí', format: 'CSV' }] }),
      );
      expect(badge.status).to.equal('partial');
      expect(textOf(badge)).to.contain('2 de 3 registros omitidos');
    });

    it('lists ten of 45 resources, and all when asked', async () => {
      const badge = await given(manyResources(45));
      expect(badge.shadowRoot!.querySelectorAll('tbody tr')).to.have.length(10);
      const all = query(badge, '[part~=action-all]');
      expect(all.innerText).to.equal('Ver los 45 recursos');
      all.click();
      await badge.updateComplete;
      expect(badge.shadowRoot!.querySelectorAll('tbody tr')).to.have.length(45);
      expect(badge.shadowRoot!.querySelector('[part~=action-all]')).to.be.null;
    });

    it('has the focus on the first of the resources that were asked for', async () => {
      const badge = await given(manyResources(12));
      const all = query(badge, '[part~=action-all]');
      all.focus();
      all.click();
      await waitUntil(() => badge.shadowRoot!.activeElement?.textContent?.includes('Mes 11'));
    });

    it('gives each download a target of 40 px, on the line of its row', async () => {
      const badge = await given(packageShow());
      const link = query(badge, 'td a').getBoundingClientRect();
      expect(link.height).to.be.at.least(40);
      const words = document.createRange();
      words.selectNodeContents(query(badge, 'tbody th'));
      const { top, height } = words.getBoundingClientRect();
      expect(top + height / 2).to.be.closeTo(link.top + link.height / 2, 3);
    });

    it('tells an address that cannot be a link from none', async () => {
      const badge = await given(
        packageShow({ resources: [{ url: 'ftp://parques.example/a.csv' }, { url: 'N/A' }] }),
      );
      expect(textOf(badge)).to.contain(
        'dirección que no se puede enlazar: ftp://parques.example/a.csv',
      );
      expect(textOf(badge)).to.contain('sin dirección: N/A');
      expect(textOf(badge)).to.contain('Recursos con dirección web: 0 de 2');
    });

    it('says a licence’s short name where its title does not', async () => {
      const said = async (title: string): Promise<string> =>
        query(await given(packageShow({ license_title: title, license_url: '' })), '.facts')
          .innerText;
      expect(await said('Licencia de libre uso MX')).to.match(/\n\s*Licencia de libre uso MX\s*$/);
      expect(await said('UK Open Government Licence (OGL)')).to.match(/Licence \(OGL\)\s*$/);
      expect(await said('Creative Commons Attribution')).to.match(/Attribution \(CC BY\)\s*$/);
    });

    it('says the licences of its resources where they differ, and cannot tell', async () => {
      const badge = await given({
        title: 'Rutas',
        distribution: [
          { title: 'a', license: 'CC-BY-4.0' },
          { title: 'b', license: 'CC0' },
        ],
      });
      expect(textOf(badge)).to.contain('Depende del recurso: CC BY 4.0; CC0 1.0');
      expect(textOf(badge)).to.contain('No se puede saber · Con una licencia clara');
      expect(badge.toCSV()).to.match(/CC BY 4\.0.*\r\n.*CC0 1\.0/);
    });

    it('says that a dataset is a draft in the reader’s words', async () => {
      const badge = await given(packageShow({ state: 'draft' }));
      expect(textOf(badge)).to.contain('Estado: borrador');
    });

    it('says that another dataset has the same identifier', async () => {
      const twin = { identifier: 'a', title: 'Rutas', distribution: [] };
      const badge = await given(
        { dataset: [twin, { ...twin, title: 'Otra' }] },
        html`<ventana-dataset-badge dataset="a"></ventana-dataset-badge>`,
      );
      expect(badge.status).to.equal('partial');
      expect(textOf(badge)).to.contain(
        'Otro conjunto tiene el mismo identificador: este es el primero.',
      );
    });

    it('prints all 45, and folds them again afterwards', async () => {
      const badge = await given(manyResources(45));
      dispatchEvent(new Event('beforeprint'));
      await badge.updateComplete;
      expect(badge.shadowRoot!.querySelectorAll('tbody tr')).to.have.length(45);
      dispatchEvent(new Event('afterprint'));
      await badge.updateComplete;
      expect(badge.shadowRoot!.querySelectorAll('tbody tr')).to.have.length(10);
    });

    it('never prints undefined, null, NaN or [object Object] for what is not there', async () => {
      const badge = await given({
        success: true,
        result: { title: null, resources: [{ name: 'x' }] },
      });
      expect(textOf(badge)).to.contain('El conjunto de datos');
      expect(textOf(badge)).to.contain('Sin dato');
      expect(textOf(badge)).to.not.match(/undefined|null|NaN|\[object|Invalid Date/);
    });

    it('judges each item yes, no or can’t-tell, with its evidence and how to mend it', async () => {
      const badge = await given(
        packageShow({
          license_id: 'notspecified',
          license_title: '',
          license_url: '',
          resources: [{ name: 'Escaneo', format: 'pdf', url: 'https://parques.example/a.pdf' }],
        }),
      );
      const items = [...badge.shadowRoot!.querySelectorAll<HTMLElement>('.judgement li')];
      expect(items).to.have.length(10);
      for (const item of items) {
        expect(item.innerText).to.match(/^(?:Sí|No|No se puede saber) · /);
        if (!/^Sí/.test(item.innerText)) expect(item.innerText).to.contain('Cómo mejorarlo:');
      }
      expect(items[2]!.innerText).to.contain('Formatos: PDF');
      expect(textOf(badge)).to.contain('☆☆☆☆☆ 0 de 5');
    });

    it('marks data that say they are an example', async () => {
      const badge = await given(packageShow({ notes: 'Árboles.\r\n\r\nDatos de ejemplo.' }));
      expect(query(badge, '.example').innerText).to.equal('Datos de ejemplo');
      const other = await given(packageShow({ notes: 'Contiene datos de ejemplo y reales.' }));
      expect(other.shadowRoot!.querySelector('.example')).to.be.null;
    });

    it('says in how many ways it lists: four formats and the rest counted, in a pill', async () => {
      const resources = ['CSV', 'XLSX', 'PDF', 'JSON', 'XML', 'ODS'].map((format) => ({
        name: format,
        format,
      }));
      const badge = await given(
        packageShow({ resources }),
        html`<ventana-dataset-badge size="badge"></ventana-dataset-badge>`,
      );
      expect(query(badge, '.formats').innerText.split(/\s+/)).to.deep.equal([
        'CSV',
        'XLSX',
        'PDF',
        'JSON',
        '+2',
      ]);
    });
  });

  describe('toCSV', () => {
    it('has a row per resource, formulas disarmed', async () => {
      const badge = await given(
        packageShow({
          title: '=HYPERLINK("https://malo.example")',
          resources: [
            { name: '@SUM(A1)', format: 'CSV', size: 3, url: 'https://parques.example/a' },
          ],
        }),
      );
      const [head, row, end] = badge.toCSV().split('\r\n');
      expect(head).to.equal(
        '\uFEFFEl conjunto de datos,Publica,Licencia,Última actualización,Recurso,Formato,Tamaño (bytes),Enlace',
      );
      expect(row).to.equal(
        `"'=HYPERLINK(""https://malo.example"")",Secretaría de Parques,CC BY 4.0,${daysAgo(5)},'@SUM(A1),CSV,3,https://parques.example/a`,
      );
      expect(end).to.equal('');
    });

    it('is empty before there are data', async () => {
      const badge = await fixture<VentanaDatasetBadge>(
        html`<ventana-dataset-badge></ventana-dataset-badge>`,
      );
      expect(badge.toCSV()).to.equal('');
    });
  });

  describe('Insertar', () => {
    /** What the snippet would be on another page. */
    async function inserted(badge: VentanaDatasetBadge): Promise<Document> {
      query(badge, '[part~=action-embed]').click();
      await badge.updateComplete;
      return new DOMParser().parseFromString(
        query<HTMLTextAreaElement>(badge, '#snippet').value,
        'text/html',
      );
    }

    it('makes every address absolute, and writes what the provider gives', async () => {
      const { badge, provider } = await asking(packageShow());
      Object.assign(provider, {
        base: 'https://parques.example/sitio/',
        theme: 'gobmx',
        locale: 'en',
        messages: 'textos.json',
      });
      const given = {
        snapshot: 'copia.json',
        deflator: 'precios.csv',
        population: '/poblacion.csv',
        gdp: 'pib.csv',
        index: 'indice.json',
        feed: 'cambios.atom',
        'search-url': 'busca/{query}?q={query}',
        worker: 'none',
        heading: 'hola.json',
      };
      for (const [name, value] of Object.entries(given)) badge.setAttribute(name, value);
      await provider.updateComplete;
      await badge.updateComplete;
      const copy = (await inserted(badge)).querySelector('ventana-dataset-badge')!;
      const attributes = Object.fromEntries(
        [...copy.attributes].map(({ name, value }) => [name, value]),
      );
      const base = 'https://parques.example/sitio/';
      expect(attributes).to.deep.equal({
        src: badge.src,
        loading: 'eager',
        size: 'card',
        snapshot: `${base}copia.json`,
        deflator: `${base}precios.csv`,
        population: 'https://parques.example/poblacion.csv',
        gdp: `${base}pib.csv`,
        index: `${base}indice.json`,
        feed: `${base}cambios.atom`,
        'search-url': `${base}busca/{query}?q={query}`,
        worker: 'none',
        heading: 'hola.json',
        theme: 'gobmx',
        lang: document.documentElement.lang || 'en',
        messages: `${base}textos.json`,
      });
    });

    it('holds inline data that can not take the rest of the page with them', async () => {
      const title = 'T <!-- <script> x';
      const badge = await fixture<VentanaDatasetBadge>(
        html`<ventana-dataset-badge></ventana-dataset-badge>`,
      );
      const script = document.createElement('script');
      script.type = 'application/json';
      script.textContent = JSON.stringify({ ...packageShow(), title });
      badge.append(script);
      await waitUntil(() => badge.status !== 'config' && badge.status !== 'idle');
      await badge.updateComplete;
      const copy = await inserted(badge);
      const snippet = query<HTMLTextAreaElement>(badge, '#snippet').value;
      const page = new DOMParser().parseFromString(`${snippet}<p id="after"></p>`, 'text/html');
      expect(page.querySelector('#after')).to.exist;
      const data = JSON.parse(copy.querySelector('script[type$=json]')!.textContent) as {
        title: string;
      };
      expect(data.title).to.equal(title);
    });

    it('carries the data that the page gave, and says so where they are too many', async () => {
      const data = { ...packageShow(), title: '</script> T' };
      const badge = await fixture<VentanaDatasetBadge>(
        html`<ventana-dataset-badge .data=${data}></ventana-dataset-badge>`,
      );
      await waitUntil(() => badge.status !== 'config' && badge.status !== 'idle');
      await badge.updateComplete;
      const carried = (await inserted(badge)).querySelector('ventana-dataset-badge > script');
      expect(JSON.parse(carried!.textContent)).to.deep.equal(JSON.parse(JSON.stringify(data)));
      badge.data = { ...data, notes: 'x'.repeat(200_000) };
      await badge.updateComplete;
      expect(query<HTMLTextAreaElement>(badge, '#snippet').value).not.to.contain('json');
      expect(query(badge, '.snippet').textContent).to.contain('no lleva los datos');
    });

    it('gives HTML that makes the same widget again', async () => {
      const { badge } = await asking(packageShow(), { size: 'full', lang: 'en' });
      badge.setAttribute('heading', '<b>"Árboles" & más</b>');
      badge.setAttribute('onmouseover', 'void 0');
      await badge.updateComplete;
      const page = await inserted(badge);
      const copy = page.querySelector('ventana-dataset-badge')!;
      const attributes = Object.fromEntries(
        [...copy.attributes].map(({ name, value }) => [name, value]),
      );
      expect(attributes).to.deep.equal({
        src: badge.src,
        loading: 'eager',
        size: 'full',
        lang: 'en',
        heading: '<b>"Árboles" & más</b>',
      });
      expect(copy.querySelector('a')?.href).to.contain('parques.example');
      const { provider } = await asking(packageShow());
      const mounted = provider.appendChild(document.importNode(copy, true) as VentanaDatasetBadge);
      await waitUntil(() => mounted.status !== 'loading' && mounted.status !== 'idle');
      expect(mounted instanceof VentanaDatasetBadge).to.be.true;
      expect(mounted.heading).to.equal(badge.heading);
    });

    it('writes what a framework set as properties', async () => {
      const { fetch } = portal({ 'a.json': packageShow() });
      const provider = await fixture<VentanaProvider>(
        html`<ventana-provider base="https://parques.example/" .fetch=${fetch}></ventana-provider>`,
      );
      const badge = document.createElement('ventana-dataset-badge');
      Object.assign(badge, { src: 'a.json', datasetId: 'arbolado', checkLinks: true, refresh: 60 });
      provider.append(badge);
      badge.loading = 'eager';
      await settled(badge);
      await badge.updateComplete;
      const copy = (await inserted(badge)).querySelector('ventana-dataset-badge')!;
      expect(
        Object.fromEntries([...copy.attributes].map(({ name, value }) => [name, value])),
      ).to.deep.equal({
        size: 'card',
        src: 'https://parques.example/a.json',
        dataset: 'arbolado',
        'check-links': '',
        refresh: '60',
        loading: 'eager',
      });
    });

    it('carries a document written inside, and nothing that could end its script', async () => {
      const text = { success: true, result: { title: '</script><img src=x>', resources: [] } };
      const badge = await fixture<VentanaDatasetBadge>(
        html`<ventana-dataset-badge></ventana-dataset-badge>`,
      );
      const script = document.createElement('script');
      script.type = 'application/json';
      script.textContent = JSON.stringify(text);
      badge.append(script);
      await settled(badge);
      await badge.updateComplete;
      const page = await inserted(badge);
      expect(page.querySelector('img')).to.be.null;
      expect(
        JSON.parse(page.querySelector('script[type="application/json"]')!.textContent),
      ).to.deep.equal(text);
    });
  });
});
