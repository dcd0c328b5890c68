import { aTimeout, expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import { inDays, longPlan, planDocument } from './commitment-tracker.fixtures.js';
import type { VentanaCommitmentTracker } from './commitment-tracker.js';
import type {
  VentanaCommitmentTrackerFilterEvent,
  VentanaCommitmentTrackerOpenEvent,
} from './tracker-events.js';
import './define.js';

const settled = (tracker: VentanaCommitmentTracker): Promise<void> =>
  waitUntil(() => !['idle', 'loading'].includes(tracker.status), 'settles', { timeout: 8000 });

/** A tracker that was handed its document. */
async function given(
  data: unknown = planDocument,
  template: TemplateResult = html`<ventana-commitment-tracker></ventana-commitment-tracker>`,
): Promise<VentanaCommitmentTracker> {
  const tracker = await fixture<VentanaCommitmentTracker>(template);
  tracker.data = data;
  await tracker.updateComplete;
  await settled(tracker);
  await tracker.updateComplete;
  return tracker;
}

const all = <E extends HTMLElement>(tracker: VentanaCommitmentTracker, selector: string): E[] => [
  ...(tracker.shadowRoot?.querySelectorAll<E>(selector) ?? []),
];

const one = <E extends HTMLElement>(tracker: VentanaCommitmentTracker, selector: string): E => {
  const [found] = all<E>(tracker, selector);
  if (!found) throw new Error(`There is no ${selector} in ${tracker.shadowRoot?.innerHTML}`);
  return found;
};

const textOf = (element: HTMLElement): string => element.innerText.replace(/\s+/g, ' ').trim();
const readOf = (tracker: VentanaCommitmentTracker): string => textOf(one(tracker, '.frame'));
const openers = (tracker: VentanaCommitmentTracker): string[] =>
  all(tracker, '.body .opener').map(textOf);

const cardsAmong = (nodes: NodeList): Element[] =>
  [...nodes].flatMap((node) =>
    node instanceof Element
      ? [...(node.matches('.opener') ? [node] : node.querySelectorAll('.opener'))]
      : [],
  );

/** As a reader does: the value, then the event of the browser. */
async function choose(
  tracker: VentanaCommitmentTracker,
  name: string,
  value: string,
): Promise<void> {
  const control = one<HTMLSelectElement | HTMLInputElement>(tracker, `[name="${name}"]`);
  control.value = value;
  control.dispatchEvent(new Event(name === 'q' ? 'input' : 'change'));
  await tracker.updateComplete;
  await aTimeout(20);
  await tracker.updateComplete;
}

const VIEWS = ['summary', 'list', 'board', 'timeline', 'table'] as const;

describe('<ventana-commitment-tracker>', () => {
  afterEach(() => history.replaceState(null, '', location.pathname + location.search));

  describe('accessibility', () => {
    for (const view of VIEWS) {
      it(`finds no barrier in the view ${view}`, async () => {
        const tracker = await given();
        tracker.view = view;
        await tracker.updateComplete;
        one<HTMLDetailsElement>(tracker, '.filters details').open = true;
        await expect(tracker).to.be.accessible();
      });
    }

    it('finds no barrier in a detail', async () => {
      const tracker = await given();
      tracker.commitment = '1';
      await tracker.updateComplete;
      await expect(tracker).to.be.accessible();
    });

    it('tells each bar in words, and what it leaves out', async () => {
      const tracker = await given();
      const bar = one<HTMLProgressElement>(tracker, '[part="progress"] progress');
      expect(bar.getAttribute('aria-valuetext')).to.equal('1 de 2 cumplidos (50%)');
      expect([bar.value, bar.max]).to.deep.equal([1, 2]);
      expect(textOf(one(tracker, '[part="progress"] .bar'))).to.equal(
        '1 de 2 cumplidos (50%) · 1 sin dato · 1 con un estatus propio de la fuente',
      );
    });

    it('says how many a filter left, where a screen reader hears it', async () => {
      const tracker = await given();
      await choose(tracker, 'axis', '=calle');
      expect(textOf(one(tracker, '[role="status"].found'))).to.equal('Compromisos: 2 de 4');
    });

    it('moves the keyboard into a detail, and back to where it came from', async () => {
      const tracker = await given();
      const opener = all<HTMLButtonElement>(tracker, '.opener')[1];
      opener?.focus();
      opener?.click();
      await tracker.updateComplete;
      expect(tracker.shadowRoot?.activeElement?.textContent).to.contain('Educación del agua');
      one<HTMLButtonElement>(tracker, '[part~="action-back"]').click();
      await tracker.updateComplete;
      expect(tracker.shadowRoot?.activeElement?.textContent).to.contain('Educación del agua');
      expect(tracker.shadowRoot?.activeElement?.localName).to.equal('button');
    });

    it('says in the table which column it is sorted by', async () => {
      const tracker = await given();
      tracker.view = 'table';
      await tracker.updateComplete;
      const [number] = all<HTMLButtonElement>(tracker, '.sorter');
      number?.click();
      await tracker.updateComplete;
      expect(one(tracker, 'th').getAttribute('aria-sort')).to.equal('ascending');
      expect(all(tracker, 'tbody td:first-child bdi').map(textOf)).to.deep.equal([
        '1',
        '2',
        '9',
        '10',
      ]);
      all<HTMLButtonElement>(tracker, '.sorter')[0]?.click();
      await tracker.updateComplete;
      expect(one(tracker, 'th').getAttribute('aria-sort')).to.equal('descending');
    });
  });

  describe('views', () => {
    for (const view of VIEWS) {
      it(`shows every commitment, axis and organisation in ${view}`, async () => {
        const tracker = await given();
        tracker.view = view;
        await tracker.updateComplete;
        const read = readOf(tracker);
        for (const text of ['Medición pública', 'Educación del agua', 'Alumbrado', 'Banquetas'])
          expect(read).to.contain(text);
        for (const text of ['Agua limpia', 'Calles para todas', 'Río Vivo', 'Noche Segura'])
          if (view !== 'timeline' || text !== 'Agua limpia') expect(read).to.contain(text);
      });
    }

    it('has a column for each status, the source’s own words and "sin dato" among them', async () => {
      const tracker = await given();
      tracker.view = 'board';
      await tracker.updateComplete;
      expect(all(tracker, '.column-title').map(textOf)).to.deep.equal([
        'En proceso 1',
        'Cumplido 1',
        'a punto de arrancar 1',
        'Sin dato 1',
      ]);
    });

    it('puts milestones in order and marks today', async () => {
      const tracker = await given();
      tracker.view = 'timeline';
      await tracker.updateComplete;
      const days = all(tracker, '.timeline > li').map(
        (item) => item.querySelector('time')?.dateTime ?? '',
      );
      expect(days).to.deep.equal([...days].sort());
      expect(textOf(one(tracker, '.timeline [aria-current="date"]'))).to.match(/^Hoy: /);
    });

    it('tells how late beside the day that is late, a commitment’s own end among them', async () => {
      const hitos = [{ titulo: 'Informe', fecha: inDays(22), estatus: 'no iniciado' }];
      const tracker = await given(
        {
          avances: [{ avance: 1, fecha: inDays(-200) }],
          compromisos: [
            { numero: 1, titulo: 'Uno', estatus: 'en proceso', fin: inDays(-196), hitos },
            { numero: 2, titulo: 'Dos', fin: inDays(5) },
          ],
        },
        html`<ventana-commitment-tracker view="table"></ventana-commitment-tracker>`,
      );
      const cells = all(tracker, 'td:last-child');
      expect(cells.map((cell) => cell.querySelector('time')?.dateTime)).to.deep.equal([
        inDays(-196),
        inDays(5),
      ]);
      expect(cells.map(textOf).join()).to.match(/196 días de atraso,[^,]*$/);
      tracker.view = 'timeline';
      await tracker.updateComplete;
      expect(textOf(one(tracker, '.timeline'))).to.match(
        /Avance 1 .*Termina el compromiso · En proceso 196 días de atraso 1\. Uno Hoy: .*Termina el compromiso · Sin dato 2\. Dos .*Informe · No iniciado 1\. Uno$/,
      );
      expect(readOf(tracker)).not.to.contain('Sin fecha');
    });

    it('draws the first of a long plan, and more when asked', async () => {
      const tracker = await given(longPlan(300));
      expect(openers(tracker)).to.have.length(12);
      const more = one<HTMLButtonElement>(tracker, '[part~="action-more"]');
      expect(textOf(more)).to.equal('Ver más (quedan 288)');
      more.click();
      await tracker.updateComplete;
      expect(openers(tracker)).to.have.length(62);
    });

    it('claims no status where the plan has none', async () => {
      const tracker = await given({ compromisos: [{ numero: 1, titulo: 'Uno' }] });
      expect(all(tracker, '.chip').map(textOf)).to.deep.equal(['Sin dato', 'Sin dato']);
      expect(all(tracker, 'progress')).to.be.empty;
      expect(readOf(tracker)).to.contain('Sin dato de avance');
    });
  });

  describe('a detail', () => {
    it('shows milestones, evidence with its archived copy, history and both assessments', async () => {
      const tracker = await given();
      tracker.commitment = '1';
      await tracker.updateComplete;
      const read = readOf(tracker);
      for (const text of [
        '43 días de atraso',
        '1 de 3 hitos cumplidos',
        'Las evaluaciones no coinciden.',
        'Sustancial',
        'Limitado',
        'Faltan sensores.',
        'No iniciado',
        'Calidad del río',
      ])
        expect(read).to.contain(text);
      const links = all<HTMLAnchorElement>(tracker, '.detail a').map(({ href }) => href);
      expect(links).to.include.members([
        'https://plan.example/acta',
        'https://archivo.example/acta',
      ]);
    });

    it('labels a milestone that was done with its day, and warns of the plan there too', async () => {
      const hitos = [{ titulo: 'Padrón', fecha: inDays(-30), cumplido: inDays(-31) }];
      const tracker = await given(
        { aviso: 'Plan de prueba.', compromisos: [{ numero: 1, titulo: 'Uno', hitos }] },
        html`<ventana-commitment-tracker commitment="1"></ventana-commitment-tracker>`,
      );
      expect(readOf(tracker)).to.contain('Plan de prueba.');
      expect(readOf(tracker)).to.match(/1 de 1 hito cumplido Padrón · Cumplido /);
    });

    it('shows what two organisations say, and behind it what they said before', async () => {
      const evaluaciones = [
        { quien: 'sociedad', cumplimiento: 'limitado', nota: 'Río Vivo.' },
        { quien: 'sociedad', cumplimiento: 'completo', nota: 'Noche Segura.' },
        { quien: 'irm', cumplimiento: 'sustancial', fecha: '2026-02-01' },
        { quien: 'irm', cumplimiento: 'no iniciado', fecha: '2026-01-01', nota: 'Antes.' },
      ];
      const tracker = await given(
        { compromisos: [{ numero: 1, titulo: 'Uno', evaluaciones }] },
        html`<ventana-commitment-tracker commitment="1"></ventana-commitment-tracker>`,
      );
      expect(readOf(tracker)).to.match(
        /no coinciden\. .*Limitado .*Río Vivo\. Sin fecha .*Cumplimiento Completo .*Noche Segura\. Sin fecha .*Sustancial .* Evaluaciones anteriores Descargar/,
      );
      one<HTMLDetailsElement>(tracker, '.detail details').open = true;
      expect(readOf(tracker)).to.match(/anteriores .*No iniciado .*Antes\./);
    });

    it('hands its dataset to a badge, with the link inside', async () => {
      const tracker = await given();
      tracker.commitment = '1';
      await tracker.updateComplete;
      const badge = one(tracker, 'ventana-dataset-badge');
      expect(badge.getAttribute('src')).to.equal('https://datos.example/api');
      expect(badge.getAttribute('dataset')).to.equal('rio');
      expect(badge.querySelector('a')?.href).to.equal('https://datos.example/api');
      await waitUntil(() => customElements.get('ventana-dataset-badge'), 'the badge is brought');
    });

    it('says so when the plan has no such commitment', async () => {
      const tracker = await given();
      tracker.commitment = '77';
      await tracker.updateComplete;
      expect(readOf(tracker)).to.contain('Este plan no tiene el compromiso «77».');
    });
  });

  describe('filters', () => {
    it('finds words without accents, in commitments and milestones', async () => {
      const tracker = await given();
      await choose(tracker, 'q', 'educacion AGUA');
      expect(openers(tracker)).to.deep.equal(['2. Educación del agua']);
      await choose(tracker, 'q', 'sensores');
      expect(openers(tracker)).to.deep.equal(['1. Medición pública del río']);
    });

    it('leaves what is overdue, and what says nothing', async () => {
      const tracker = await given();
      tracker.filter = 'overdue';
      await tracker.updateComplete;
      expect(openers(tracker)).to.deep.equal(['1. Medición pública del río']);
      tracker.filter = 'status=';
      await tracker.updateComplete;
      expect(openers(tracker)).to.deep.equal(['9. Banquetas']);
    });

    it('says that nothing matches, and clears', async () => {
      const tracker = await given();
      await choose(tracker, 'q', 'dragones');
      expect(readOf(tracker)).to.contain('Ningún compromiso coincide.');
      one<HTMLButtonElement>(tracker, '[part~="action-clear"]').click();
      await tracker.updateComplete;
      expect(openers(tracker)).to.have.length(4);
      expect(tracker.filter).to.equal('');
    });

    it('draws a plan of fifty before anything else has its turn, and the focus with it', async () => {
      const tracker = await given(longPlan(50));
      await choose(tracker, 'q', 'dragones');
      one<HTMLButtonElement>(tracker, '[part~="action-clear"]').click();
      for (let microtasks = 0; microtasks < 10; microtasks++) await Promise.resolve();
      expect(openers(tracker)).to.have.length(50);
      expect(tracker.shadowRoot!.activeElement?.getAttribute('name')).to.equal('q');
    });

    it('draws what it leaves of more in steps, and tells it once the last is drawn', async () => {
      const tracker = await given(longPlan(51));
      await choose(tracker, 'q', 'dragones');
      const steps: number[] = [];
      const watch = new MutationObserver((changes) =>
        steps.push(changes.flatMap(({ addedNodes }) => cardsAmong(addedNodes)).length),
      );
      watch.observe(tracker.shadowRoot!, { childList: true, subtree: true });
      setTimeout(() => one<HTMLButtonElement>(tracker, '[part~="action-clear"]').click());
      await oneEvent(tracker, 'ventana-commitment-tracker-filter');
      watch.disconnect();
      expect(openers(tracker)).to.have.length(12);
      expect(Math.max(...steps)).to.be.within(1, 8);
    });

    it('exports what it leaves, one row for each milestone', async () => {
      const tracker = await given();
      tracker.filter = 'axis=agua';
      await tracker.updateComplete;
      expect(tracker.toCSV().trimEnd().split('\r\n')).to.have.length(1 + 3 + 1);
    });
  });

  describe('events', () => {
    it('tells a filter, with what it left', async () => {
      const tracker = await given();
      setTimeout(() => void choose(tracker, 'institution', '=obras'));
      const event: Event = await oneEvent(tracker, 'ventana-commitment-tracker-filter');
      const { filter, shown, total } = event as VentanaCommitmentTrackerFilterEvent;
      expect([filter.institution, shown, total]).to.deep.equal([['obras'], 2, 4]);
    });

    it('keeps the events of its own controls inside', async () => {
      const tracker = await given();
      const heard: string[] = [];
      for (const type of ['input', 'change'])
        tracker.addEventListener(type, () => heard.push(type));
      const field = one<HTMLInputElement>(tracker, '[name="q"]');
      field.value = 'agua';
      field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
      one(tracker, 'select').dispatchEvent(new Event('change', { bubbles: true }));
      await tracker.updateComplete;
      expect(heard).to.deep.equal([]);
      expect(tracker.filter).to.contain('q=agua');
    });

    it('lets the events of the page’s own fallback through', async () => {
      const tracker = await fixture<VentanaCommitmentTracker>(
        html`<ventana-commitment-tracker><input /></ventana-commitment-tracker>`,
      );
      const heard = oneEvent(tracker, 'input');
      const input = new Event('input', { bubbles: true, composed: true });
      await waitUntil(() => tracker.shadowRoot?.querySelector('.frame slot'));
      tracker.querySelector('input')?.dispatchEvent(input);
      expect(await heard).to.equal(input);
    });

    it('tells the commitment that is opened', async () => {
      const tracker = await given();
      setTimeout(() => one(tracker, '.opener').click());
      const event: Event = await oneEvent(tracker, 'ventana-commitment-tracker-open');
      expect((event as VentanaCommitmentTrackerOpenEvent).commitment.number).to.equal('1');
    });
  });

  describe('what changed', () => {
    it('tells what the plan dates after a day', async () => {
      const tracker = await given();
      tracker.since = inDays(-30);
      await tracker.updateComplete;
      expect(all(tracker, '.changes li')).to.have.length(2);
    });

    it('tells an assessment and a day of change, and nothing that is still to come', async () => {
      const tracker = await given(
        {
          compromisos: [
            {
              titulo: 'Uno',
              actualizado: inDays(-1),
              evaluaciones: [{ quien: 'irm', fecha: inDays(-2) }],
              historial: [{ fecha: inDays(2), estatus: 'cumplido' }],
            },
          ],
        },
        html`<ventana-commitment-tracker since=${inDays(-30)}></ventana-commitment-tracker>`,
      );
      const told = all(tracker, '.changes li').map(textOf);
      expect(told).to.have.length(2);
      expect(told[0]).to.match(/: Actualizado Uno$/);
      expect(told[1]).to.match(/: Evaluaciones: Revisión independiente \(IRM\) Uno$/);
    });

    it('keeps nothing unless asked, and then the day of the visit', async () => {
      localStorage.clear();
      await given();
      expect(localStorage.length).to.equal(0);
      const inline = html`<ventana-commitment-tracker remember></ventana-commitment-tracker>`;
      await given(planDocument, inline);
      expect(localStorage.getItem('ventana-tracker inline')).to.equal(inDays(0));
      localStorage.setItem('ventana-tracker inline', inDays(-30));
      const tracker = await given(planDocument, inline);
      expect(all(tracker, '.changes li')).to.have.length(2);
      localStorage.clear();
    });
  });

  describe('a permalink', () => {
    it('writes what the reader chose, and opens with it', async () => {
      const template = html`<ventana-commitment-tracker
        permalink="plan"
      ></ventana-commitment-tracker>`;
      const tracker = await given(planDocument, template);
      await choose(tracker, 'axis', '=calle');
      tracker.view = 'board';
      await tracker.updateComplete;
      expect(location.hash).to.equal('#plan=view:board;filter:axis%3Dcalle');
      const other = await given(planDocument, template);
      expect([other.view, openers(other).length]).to.deep.equal(['board', 2]);
    });
  });

  it('takes a long plan in slices, and ends with all of it', async () => {
    const tracker = await given(longPlan(3000));
    expect(tracker.status).to.equal('fresh');
    expect(textOf(one(tracker, '.found'))).to.equal('Compromisos: 3,000 de 3,000');
  });

  it('speaks English, with Spanish marked where a community has no text', async () => {
    const tracker = await given(
      planDocument,
      html`<ventana-commitment-tracker lang="en"></ventana-commitment-tracker>`,
    );
    expect(readOf(tracker)).to.contain('1 of 2 complete (50%)');
  });

  it('counts what does not agree in what it shows, and lists it when asked', async () => {
    const tracker = await given({
      compromisos: [
        { numero: 1, titulo: 'Uno', estatus: 'raro', inicio: '2026-05-01' },
        { numero: 1, titulo: 'Dos', inicio: '2026-05-01', hitos: [{ fecha: '2026-04-01' }] },
      ],
    });
    expect(tracker.status).to.equal('partial');
    const notice = one(tracker, '.notice');
    expect(textOf(notice)).to.contain(
      'Datos del plan que no se entienden o no concuerdan: 3. Qué encontramos',
    );
    expect(textOf(notice)).not.to.contain('omitidos');
    one<HTMLDetailsElement>(tracker, '.notice details').open = true;
    await waitUntil(() => !textOf(notice).includes('unknown-status'), 'the words come');
    for (const found of [
      '/compromisos/0/estatus: el estatus «\u2068raro\u2069» no es de los conocidos',
      '/compromisos/1/numero: el compromiso «\u20681\u2069» está repetido',
      '/compromisos/1/hitos/0/fecha: el hito (\u20682026-04-01\u2069) es anterior al inicio',
    ])
      expect(textOf(notice)).to.contain(found);
    await given({ compromisos: [{ numero: 1, titulo: 'Uno', hitos: [{ titulo: 'm' }] }] }).then(
      ({ status }) => expect(status).to.equal('fresh'),
    );
  });

  it('shows a date that is none as it is written, in the timeline too', async () => {
    const tracker = await given(
      {
        compromisos: [
          { titulo: 'Uno', fin: '2026-13-01' },
          { titulo: 'Dos', hitos: [{ fecha: inDays(1) }, { fecha: 'pronto' }] },
          { titulo: 'Tres', hitos: [{ fecha: inDays(2) }] },
        ],
      },
      html`<ventana-commitment-tracker view="timeline"></ventana-commitment-tracker>`,
    );
    const undated = [...all(tracker, '.body section')].find((section) =>
      textOf(section).startsWith('Sin fecha'),
    );
    expect(undated && textOf(undated)).to.match(
      /Uno .*Fecha no válida: 2026-13-01 .*Dos .*Fecha no válida: pronto$/,
    );
  });

  it('tells the console once of each attribute that names what is not there', async () => {
    const lines: string[] = [];
    const { warn } = console;
    console.warn = (line: string) => lines.push(line.replace('<ventana-commitment-tracker>: ', ''));
    const tracker = await given(
      { compromisos: [{ numero: 1, titulo: 'Uno', eje: 'agua', estatus: 'en proceso' }] },
      html`<ventana-commitment-tracker
        view="nope"
        since="ayer"
        filter=${'axis=zzz&foo=bar&axis=agua&status=delayed&q=uno&overdue=&order=-due'}
        commitment="99"
      ></ventana-commitment-tracker>`,
    );
    tracker.heading = 'Otra vez';
    await tracker.updateComplete;
    console.warn = warn;
    expect(lines.map((line) => line.replace('there is no such thing as ', ''))).to.deep.equal([
      'view="nope".',
      'since="ayer".',
      'commitment="99".',
      'filter="axis=zzz".',
      'filter="foo=bar".',
    ]);
    expect(tracker.status).to.equal('fresh');
  });

  it('takes the filter and the view away again', async () => {
    const tracker = await given(
      planDocument,
      html`<ventana-commitment-tracker
        filter="axis=agua"
        view="table"
        permalink="p"
      ></ventana-commitment-tracker>`,
    );
    tracker.removeAttribute('filter');
    tracker.removeAttribute('view');
    await tracker.updateComplete;
    expect(openers(tracker)).to.have.length(4);
    expect(location.hash).to.equal('#p=view:summary;filter:');
    await choose(tracker, 'axis', '=agua');
    expect(tracker.filter).to.equal('axis=agua');
  });

  it('counts what it could not read', async () => {
    const tracker = await given({ compromisos: [{ titulo: 'Uno' }, null, 7] });
    expect(tracker.status).to.equal('partial');
    expect(readOf(tracker)).to.contain('2 de 3 registros omitidos');
  });
});
