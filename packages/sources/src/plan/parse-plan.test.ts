import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { PlanIndex, planRows, toCsvText } from '@ventana/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SourceError } from '../transport/source-error.js';
import type { Answer, Transport } from '../transport/transport.js';
import { fetchPlan } from './fetch-plan.js';
import type { Plan, Reading } from '@ventana/model';
import { parseLongPlan, parsePlan } from './parse-plan.js';

const told = (raw: unknown): string[] => parsePlan(raw).problems.map((p) => `${p.code} ${p.where}`);

describe('parsePlan', () => {
  it('resolves addresses against the place of the document, and refuses unsafe ones', () => {
    const { model, problems } = parsePlan(
      {
        feed: 'cambios.atom',
        commitments: [
          {
            title: 'a',
            datasets: [{ url: '../datos/compras.csv' }],
            evidence: ['javascript:alert(1)'],
          },
        ],
      },
      { address: 'https://osc.mx/plan/plan.json' },
    );
    expect(model.feed).toBe('https://osc.mx/plan/cambios.atom');
    expect(model.commitments[0]?.datasets[0]?.url).toBe('https://osc.mx/datos/compras.csv');
    expect(model.commitments[0]?.evidence).toEqual([{ urlVerbatim: 'javascript:alert(1)' }]);
    expect(problems.map((p) => p.code)).toEqual(['bad-address']);
  });

  it('refuses JSON that is no plan, and text that is neither JSON nor a table', () => {
    for (const other of [{ results: [] }, [], 'hola', 5, null, '{"a":1}', 'a,b\n1,2'])
      expect(() => parsePlan(other)).toThrow(SourceError);
  });

  it('says of an API that answers that it failed what it said', () => {
    for (const answer of [{ success: false }, '{"success":false,"error":"x"}'])
      expect(() => parsePlan(answer)).toThrow(expect.objectContaining({ reason: 'server' }));
  });

  it('refuses JSON text nested 100,000 deep, and reads past a deep value', () => {
    const deep = `${'['.repeat(1e5)}${']'.repeat(1e5)}`;
    expect(() => parsePlan(`{"commitments":[{"title":${deep}}]}`)).toThrow(SourceError);
    const value: unknown = JSON.parse(`{"commitments":[{"title":"a","milestones":${deep}}]}`);
    expect(parsePlan(value).model.commitments).toHaveLength(1);
  });

  it('never throws for a list of whatever, and loses nobody', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.object(), fc.jsonValue())), (commitments) => {
        const { model, received, omitted } = parsePlan({ commitments });
        expect(model.commitments.length + omitted).toBe(received);
        expect(received).toBe(commitments.length);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a plan as CSV', () => {
  it('reads a row per commitment', () => {
    const { model, problems, received } = parsePlan(
      '\uFEFFNúmero;Título;Eje;Instituciones;OSC;Estatus;Inicio;Fin\r\n1;Compras;Presupuesto;SFP | SHCP;IMCO;En proceso;2026-01-01;2026-12-31\r\n2;"Datos; abiertos";Datos;;;;;\r\n;;;;;;;\r\n',
    );
    expect(problems).toEqual([]);
    expect(received).toBe(2);
    expect(model.commitments[0]).toMatchObject({
      number: '1',
      axis: 'Presupuesto',
      institutions: [{ name: 'SFP' }, { name: 'SHCP' }],
      csos: [{ name: 'IMCO' }],
      status: 'in-progress',
      start: '2026-01-01',
    });
    expect(model.commitments[1]?.title).toBe('Datos; abiertos');
  });

  it('reads a row per milestone, also where merged cells left the commitment blank', () => {
    const { model, problems } = parsePlan(
      'numero,titulo,hito,hito_fecha,hito_cumplido,hito_estatus,hito_responsables,evidencia\n' +
        '1,Compras,Diagnóstico,2026-02-01,2026-02-03,,SFP,https://x.mx/a\n' +
        ',,Publicación,2026-05-01,,pendiente,,\n' +
        '2,Datos,Padrón,2026-06-01,,,,\n' +
        '1,Compras,Cierre,2026-09-01,,,,\n',
    );
    expect(problems).toEqual([]);
    expect(model.commitments.map((c) => c.milestones.map((m) => m.title))).toEqual([
      ['Diagnóstico', 'Publicación', 'Cierre'],
      ['Padrón'],
    ]);
    expect(model.commitments[0]?.milestones[0]).toMatchObject({
      due: '2026-02-01',
      done: '2026-02-03',
      responsible: [{ name: 'SFP' }],
      evidence: [{ url: 'https://x.mx/a' }],
    });
  });

  it('says row and column of what it cannot read, and counts rows that name nothing', () => {
    const csv =
      'numero,titulo,estatus,fin,hito,hito_fecha\n' +
      ',,cumplido,,,\n' +
      '1,Uno,raro,31/12/2026,m,pronto\n' +
      '1,Otro,,,,\n' +
      '2,Dos,,,,,sobra\n';
    expect(told(csv)).toEqual([
      'bad-record row 2',
      'bad-row row 5',
      'unknown-status row 3, column estatus',
      'bad-date row 3, column fin',
      'bad-date row 3, column hito_fecha',
      'duplicate-number row 4, column numero',
    ]);
    const { model, received, omitted } = parsePlan(csv);
    expect([model.commitments.length, omitted, received]).toEqual([2, 2, 4]);
  });

  it('fills what the first row of a commitment left blank from its later rows', () => {
    const header = 'numero;titulo;estatus;fin;hito;hito_fecha;evidencia\n';
    const [merged, named, below] = [
      `${header}7;Agua;;;Medir;2026-01-31;\n;;cumplido;2026-12-31;Publicar;2026-02-28;\n`,
      `${header}7;Agua;;;Medir;;\n7;Agua;cumplido;2026-12-31;Publicar;;\n`,
      `${header}7;Agua;;;;;https://x.mx/a\n;;cumplido;2026-12-31;;;https://x.mx/b\n`,
    ].map((csv) => parsePlan(csv));
    for (const reading of [merged, named, below]) {
      expect(reading?.model.commitments).toMatchObject([
        { number: '7', status: 'complete', end: '2026-12-31' },
      ]);
      expect(reading?.doubtful).toBeUndefined();
    }
    expect(below?.model.commitments[0]?.evidence.map(({ url }) => url)).toEqual([
      'https://x.mx/a',
      'https://x.mx/b',
    ]);
  });

  it('tells what a later row of a commitment says differently, and where', () => {
    const csv =
      'numero,titulo,estatus,fin,hito,hito_fecha\n' +
      '1,Agua,Cumplido,2026-12-31,a,2026-01-31\n' +
      '1,"Agua.",cumplido,2026-12-31,b,2026-02-28\n' +
      ',,incumplido,mañana,c,2026-03-31\n';
    const { model, problems, doubtful } = parsePlan(csv);
    expect(problems).toEqual([
      { code: 'row-differs', where: 'row 4, column estatus', found: 'incumplido' },
      { code: 'row-differs', where: 'row 4, column fin', found: 'mañana' },
    ]);
    expect(doubtful).toBe(2);
    expect(model.commitments).toMatchObject([{ status: 'complete', end: '2026-12-31' }]);
  });

  it('counts the rows of the file, and says the column of the one that is wrong', () => {
    const csv =
      'numero,titulo,estatus,hito_fecha,hito_estatus\n\n,,,,\n' +
      '1,Agua,raro,2026-01-31,cumplido\n\n' +
      '2,Luz,,2026-01-31,cumplido\n' +
      ',,extraño,2026-02-28,cumplido\n';
    expect(told(csv)).toEqual([
      'unknown-status row 4, column estatus',
      'unknown-status row 7, column estatus',
    ]);
  });

  it('leaves out a row that a comma without quotes has shifted', () => {
    const { model, received, omitted, problems } = parsePlan(
      'numero,titulo,eje,estatus\n1,Agua, limpia y segura,Territorio,cumplido\n2,Luz,Ciudad,cumplido\n',
    );
    expect([received, omitted, problems]).toEqual([
      2,
      1,
      [{ code: 'bad-row', where: 'row 2', found: '5 cells' }],
    ]);
    expect(model.commitments.map(({ title }) => title)).toEqual(['Luz']);
    expect(model.axes.map(({ title }) => title)).toEqual(['Ciudad']);
  });

  it('gives no milestone of a row that was left out to the commitment before it', () => {
    const { model, omitted } = parsePlan(
      'numero,titulo,hito,hito_fecha\n1,Luz,Poste,2026-01-01\n2,Agua, limpia,Pozo,2026-02-01\n,,Red,2026-03-01\n3,Calle,Banqueta,2026-04-01\n,,Rampa,2026-05-01\n',
    );
    expect(omitted).toBe(2);
    expect(model.commitments.map(({ milestones }) => milestones.length)).toEqual([1, 2]);
  });

  it('does not take a table without a readable row for an empty one', () => {
    const { received, omitted, empty } = parsePlan('numero,titulo\n1,Agua,cumplido\n');
    expect([received, omitted, empty]).toEqual([1, 1, false]);
  });

  it('finds the header below a title row', () => {
    const { model } = parsePlan('Plan de acción,,\nnumero,titulo,estatus\n1,Uno,cumplido\n');
    expect(model.commitments).toMatchObject([{ number: '1', status: 'complete' }]);
  });

  it('reads Latin-1 bytes, as an older spreadsheet saves them', async () => {
    const answer: Answer = {
      address: 'https://osc.mx/plan.csv',
      bytes: Uint8Array.from(Buffer.from('Número;Título\n1;Búsqueda y acción\n', 'latin1')),
      contentType: 'text/csv',
      retrievedAt: 0,
    };
    const transport: Transport = {
      get: () => Promise.resolve(answer),
      recall: () => Promise.resolve(undefined),
      remember: () => Promise.resolve(),
    };
    const { reading } = await fetchPlan('https://osc.mx/plan.csv', { transport });
    expect(reading.model.commitments[0]?.title).toBe('Búsqueda y acción');
  });

  it('reads back what planRows writes', () => {
    const { model } = parsePlan({
      axes: [{ id: 'e', title: 'Eje uno' }],
      commitments: [
        {
          number: 1,
          title: 'Uno, "dos"',
          axis: 'e',
          status: 'delayed',
          institutions: ['SFP', 'SHCP'],
          milestones: [
            { id: 'a', title: 'A', due: '2026-01-01', note: 'Va, "bien"' },
            { id: 'b', title: 'B', due: '2026-02-01', status: 'complete' },
          ],
        },
        { number: 2, title: 'Dos' },
      ],
    });
    const back = parsePlan(toCsvText(planRows(new PlanIndex(model), model.commitments))).model;
    expect(
      back.commitments.map((c) => [c.number, c.title, c.status, c.institutions, c.milestones]),
    ).toEqual(
      model.commitments.map((c) => [c.number, c.title, c.status, c.institutions, c.milestones]),
    );
  });
});

describe('the tablero', () => {
  const objective = {
    step_num: 1,
    event_num: 1,
    status: 'b',
    title: 'Instalar el consejo',
    advance_description: 'Va a la mitad',
    mir_url: 'www.gob.mx/acta',
    agents: [{ agent: 'SFP', agent_url: 'http://sfp.gob.mx' }],
  };
  const tablero = [
    {
      id: 3,
      commitment_num: 15,
      title: 'Consejo',
      plan: 'plan-15.pdf',
      description: 'Establecer un consejo',
      status: '',
      users: [
        { name: 'Ana', charge: 'Presidencia', user_type: 'government' },
        { name: 'Social TIC', user_type: 'society' },
      ],
      steps: [
        {
          step_num: '1',
          ends: '2014-10-27',
          objectives: [
            objective,
            { status: 'c', event_num: 2, title: 'Sesionar' },
            { status: 'a' },
            { status: 'd', title: 'Raro' },
          ],
        },
      ],
    },
  ];

  it('turns objectives into milestones due when their step ends, with a, b and c as statuses', () => {
    const { model } = parsePlan(tablero);
    expect(model.commitments[0]).toMatchObject({
      number: '15',
      title: 'Consejo',
      institutions: [{ name: 'Presidencia' }],
      csos: [{ name: 'Social TIC' }],
    });
    expect(model.commitments[0]).not.toHaveProperty('status');
    expect(model.commitments[0]?.milestones.map((m) => [m.due, m.status])).toEqual([
      ['2014-10-27', 'in-progress'],
      ['2014-10-27', 'complete'],
      ['2014-10-27', 'not-started'],
      ['2014-10-27', 'd'],
    ]);
    expect(model.commitments[0]?.milestones[0]).toMatchObject({
      responsible: [{ name: 'SFP', url: 'http://sfp.gob.mx/' }],
      evidence: [{ url: 'http://www.gob.mx/acta' }],
      note: 'Va a la mitad',
    });
  });

  it('finds no fault with ids that it made itself', () => {
    const objectives = [{ title: 'a' }, { title: 'b' }];
    const { model, problems } = parsePlan([
      { title: 'y', steps: [{ step_num: '1', ends: '2014-10-27', objectives }] },
    ]);
    expect(model.commitments[0]?.milestones.map(({ id }) => id)).toEqual(['1', '2']);
    expect(problems).toEqual([]);
  });

  it('counts a null commitment, step or objective and shows the rest', () => {
    const { model, received, omitted } = parsePlan([
      null,
      {
        steps: [null, { objectives: [null, { status: 'a', title: 'x' }] }, { objectives: 5 }],
        title: 'y',
      },
    ]);
    expect([model.commitments.length, received, omitted]).toEqual([1, 2, 1]);
    expect(model.commitments[0]?.milestones).toHaveLength(1);
  });

  it('reads statements of another tracker', () => {
    const { model } = parsePlan({
      statements: [
        {
          chapter: '2.1',
          summary: 'Lobbyregister',
          status: 'partially_implemented',
          id: 'lobby',
          last_update: null,
          reports: [{ title: 'Nachricht', url: 'https://example.org/n' }],
        },
      ],
    });
    expect(model.commitments[0]).toMatchObject({
      key: 'lobby',
      title: 'Lobbyregister',
      status: 'in-progress',
      axis: '2.1',
      evidence: [{ title: 'Nachricht', url: 'https://example.org/n' }],
    });
  });
});

const data = resolve(
  process.env['VENTANA_REAL_DATA'] ?? resolve(import.meta.dirname, '../../../../../shared/data'),
  'commitments',
);

describe.skipIf(!existsSync(data))('real files (skipped without VENTANA_REAL_DATA)', () => {
  it('reads the 26 commitments of 2013-2015 with their themes, and claims no status', () => {
    const { model, received, omitted } = parsePlan(
      readFileSync(resolve(data, 'mx-pa15-26-compromisos.json'), 'utf8'),
    );
    expect([received, omitted, model.commitments.length]).toEqual([26, 0, 26]);
    expect(model.commitments.some((c) => c.status !== undefined)).toBe(false);
    expect(model.themes.slice(0, 9).every((t) => t.csos.length === 1)).toBe(true);
    expect(model.reviews.map((r) => r.date)).toEqual(['2014-10-27', '2015-03-08', '2015-07-22']);
    expect(model.published).toBe('2014-01-29');
  });

  it('reads the 42 statements of a coalition tracker', () => {
    const { model, received, omitted } = parsePlan(
      readFileSync(resolve(data, 'koalitionstracker-2021.json'), 'utf8'),
    );
    expect([received, omitted]).toEqual([42, 0]);
    expect(model.commitments.every((c) => c.title && c.status === 'not-started')).toBe(true);
  });
});

describe('parseLongPlan', () => {
  const plan = (count: number): object => ({
    ejes: ['Uno'],
    compromisos: Array.from({ length: count }, (_, i) => ({
      numero: i % 900,
      titulo: `Compromiso ${i}`,
      eje: i % 2 ? 'Uno' : 'Otro',
      hitos: Array.from({ length: 10 }, (__, j) => ({ titulo: `Hito ${j}`, fecha: '2026-03-01' })),
    })),
  });

  it('reads a short plan at once', () => {
    expect(parseLongPlan(plan(2))).toEqual(parsePlan(plan(2)));
  });

  it('reads a long one in slices, its first screenful first, as parsePlan reads it whole', async () => {
    const parts: Reading<Plan>[] = [];
    const reading = parseLongPlan(plan(4000), { onPart: (part) => parts.push(part) });
    expect(reading).toBeInstanceOf(Promise);
    expect(await reading).toEqual(parsePlan(plan(4000)));
    expect(parts.map(({ model }) => model.commitments.length)).toEqual([20]);
    expect(parts[0]?.received).toBe(4000);
  });

  it('stops between slices when nobody waits for it any more', async () => {
    const ending = new AbortController();
    const reading = parseLongPlan(plan(4000), { signal: ending.signal });
    ending.abort();
    await expect(reading).rejects.toThrow(/abort/i);
  });
});
