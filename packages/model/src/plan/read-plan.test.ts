import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guard, read } from './plan.fixtures.js';
import { isPlanDocument, readPlan } from './read-plan.js';

const codes = (raw: unknown): string[] => read(raw).problems.map((p) => `${p.code} ${p.where}`);

describe('readPlan', () => {
  it('reads a plan written in English keys', () => {
    const { model, problems, received, omitted } = read({
      title: { es: 'Plan', en: 'Plan' },
      axes: [{ id: 'a', title: 'Uno' }],
      themes: [{ id: 't', title: 'Compras', csos: ['Transparencia Mexicana'] }],
      commitments: [
        {
          number: 7,
          title: 'Compras abiertas',
          axis: 'a',
          theme: 't',
          institutions: ['SFP'],
          csos: [{ name: 'IMCO', url: 'https://imco.org.mx/' }],
          start: '2026-01-01',
          end: '2026-12-31',
          status: 'in-progress',
          milestones: [
            {
              title: 'Publicar',
              due: '2026-03-01',
              evidence: [{ url: 'https://example.org/acta', archiveUrl: 'https://a.example/1' }],
            },
          ],
        },
      ],
    });
    expect(problems).toEqual([]);
    expect([received, omitted]).toEqual([1, 0]);
    expect(model.commitments[0]).toMatchObject({
      key: '7',
      number: '7',
      axis: 'a',
      theme: 't',
      institutions: [{ name: 'SFP' }],
      csos: [{ name: 'IMCO', url: 'https://imco.org.mx/' }],
      milestones: [{ id: '1', due: '2026-03-01', responsible: [] }],
    });
  });

  it('reads the same plan written in Spanish, with accents, capitals and words of its own', () => {
    const { model, problems } = read({
      Título: 'Plan',
      ejes: [{ clave: 'a', titulo: 'Uno' }],
      Compromisos: [
        {
          Número: '7',
          título: 'Compras abiertas',
          eje: 'uno',
          Instituciones: 'SFP; SHCP',
          estatus: 'En proceso',
          hitos: [{ título: 'Publicar', 'Fecha límite': '2026-03-01', estatus: 'CUMPLIDO' }],
          evaluaciones: [
            { quien: 'sociedad civil', cumplimiento: 'Limitado', ambicion: 'moderada' },
          ],
        },
      ],
    });
    expect(problems).toEqual([]);
    expect(model.title).toBe('Plan');
    expect(model.commitments[0]).toMatchObject({
      number: '7',
      axis: 'a',
      institutions: [{ name: 'SFP' }, { name: 'SHCP' }],
      status: 'in-progress',
      milestones: [{ due: '2026-03-01', status: 'complete' }],
      assessments: [{ by: 'society', completion: 'limited', ambition: 'moderate' }],
    });
  });

  it('makes axes and themes of what commitments name, when the plan declares none', () => {
    const { model, problems } = read({
      commitments: [
        { title: 'a', eje: 'Presupuesto abierto' },
        { title: 'b', eje: 'PRESUPUESTO ABIERTO' },
      ],
    });
    expect(model.axes).toEqual([{ id: 'Presupuesto abierto', title: 'Presupuesto abierto' }]);
    expect(new Set(model.commitments.map((c) => c.axis))).toEqual(new Set(['Presupuesto abierto']));
    expect(problems).toEqual([]);
  });

  it('shows a commitment of an axis that the plan does not declare, and says so', () => {
    const raw = { axes: ['Uno'], commitments: [{ title: 'a', axis: 'Dos' }] };
    expect(read(raw).model.axes.map((a) => a.title)).toEqual(['Uno', 'Dos']);
    expect(codes(raw)).toEqual(['unknown-axis /commitments/0/axis']);
  });

  it('keeps a status it does not know as it was written, and says where', () => {
    const raw = { compromisos: [{ titulo: 'a', estatus: 'En veremos' }] };
    expect(read(raw).model.commitments[0]?.status).toBe('En veremos');
    expect(codes(raw)).toEqual(['unknown-status /compromisos/0/estatus']);
  });

  it.each(['sin dato', 'S/D', 'n/d', '', '-', '—', null])('takes %j for no status', (status) => {
    const { model, problems } = read({ commitments: [{ title: 'a', status }] });
    expect(model.commitments[0]).not.toHaveProperty('status');
    expect(problems).toEqual([]);
  });

  it('keeps a date that is no civil date as written, ambiguous ones too', () => {
    const raw = {
      commitments: [{ title: 'a', end: '31/12/2026', milestones: [{ title: 'm', due: 'marzo' }] }],
    };
    const [c] = read(raw).model.commitments;
    expect([c?.end, c?.milestones[0]?.due]).toEqual(['31/12/2026', 'marzo']);
    expect(codes(raw)).toEqual([
      'bad-date /commitments/0/end',
      'bad-date /commitments/0/milestones/0/due',
    ]);
  });

  it('keeps two commitments with one number, under keys of their own', () => {
    const raw = {
      commitments: [
        { number: 7, title: 'a' },
        { number: '7', title: 'b' },
      ],
    };
    expect(read(raw).model.commitments.map((c) => c.key)).toEqual(['7', '7~2']);
    expect(codes(raw)).toEqual(['duplicate-number /commitments/1/number']);
  });

  it('tells a milestone before its commitment, in whatever order the keys come', () => {
    expect(
      codes({
        commitments: [
          { title: 'a', hitos: [{ titulo: 'm', fecha: '2025-12-31' }], inicio: '2026-01-01' },
        ],
      }),
    ).toEqual(['milestone-before-start /commitments/0/hitos/0/fecha']);
  });

  it('tells an end before the start, a missing title and a milestone without a date', () => {
    expect(
      codes({
        commitments: [{ start: '2026-02-01', end: '2026-01-01', milestones: [{ title: 'm' }] }],
      }),
    ).toEqual([
      'missing-title /commitments/0',
      'end-before-start /commitments/0/end',
      'missing-date /commitments/0/milestones/0',
    ]);
  });

  it('counts what is written and not understood, or does not agree, beside what is left out', () => {
    const { omitted, doubtful, problems } = read({
      commitments: [
        { number: 1, title: 'Uno', status: 'raro', start: '2026-05-01', end: '2026-13-01' },
        { number: 1, title: 'Dos', milestones: [{ title: 'm', due: 'pronto' }] },
        { number: 3, milestones: [{ title: 'sin día' }] },
        null,
      ],
    });
    expect(problems.map(({ code }) => code)).toEqual([
      'bad-record',
      'unknown-status',
      'bad-date',
      'duplicate-number',
      'bad-date',
      'missing-title',
      'missing-date',
    ]);
    expect([omitted, doubtful]).toEqual([1, 4]);
  });

  it('counts on where the list of problems is full', () => {
    const one = { title: 'Uno', status: 'raro' };
    const { doubtful, problems } = read({ commitments: Array.from({ length: 300 }, () => one) });
    expect([doubtful, problems.length]).toEqual([300, 100]);
  });

  it('has no doubt of a plan that only leaves things unsaid', () => {
    const reading = read({ commitments: [{ number: 1, milestones: [{ title: 'sin día' }] }] });
    expect(reading.problems).toHaveLength(2);
    expect(reading).not.toHaveProperty('doubtful');
  });

  it('leaves out what is no commitment, and counts it', () => {
    const { model, received, omitted, problems } = read({
      commitments: [null, 'x', 5, [], { title: 'a' }],
    });
    expect([model.commitments.length, received, omitted]).toEqual([1, 5, 4]);
    expect(problems.map((p) => p.where)).toEqual([0, 1, 2, 3].map((i) => `/commitments/${i}`));
  });

  it('refuses an address that is not safe and keeps its text', () => {
    const raw = { commitments: [{ title: 'a', evidence: ['javascript:alert(1)'] }] };
    expect(read(raw).model.commitments[0]?.evidence).toEqual([
      { urlVerbatim: 'javascript:alert(1)' },
    ]);
    expect(codes(raw)).toEqual(['bad-address /commitments/0/evidence/0/url']);
  });

  it('takes nothing that is dated later than today for what has happened, and tells it', () => {
    const { model, problems, doubtful } = read(
      {
        compromisos: [
          {
            titulo: 'Uno',
            historial: [
              { fecha: '2026-01-01', estatus: 'en proceso' },
              { fecha: '2027-01-01', estatus: 'cumplido' },
            ],
            hitos: [{ fecha: '2026-03-01', cumplido: '2027-03-05' }],
          },
        ],
      },
      '2026-11-23',
    );
    expect(model.commitments[0]?.status).toBe('in-progress');
    expect(problems).toEqual([
      { code: 'future-date', where: '/compromisos/0/historial/1/fecha', found: '2027-01-01' },
      { code: 'future-date', where: '/compromisos/0/hitos/0/cumplido', found: '2027-03-05' },
    ]);
    expect(doubtful).toBe(2);
  });

  it('tells a milestone that says when it was done and that it is not', () => {
    const milestone = (estatus?: string): object => ({
      fecha: '2026-01-31',
      cumplido: '2026-03-02',
      estatus,
    });
    expect(
      codes([
        {
          titulo: 'Uno',
          hitos: ['en proceso', 'retirado', 'cumplido', undefined].map(milestone),
        },
      ]),
    ).toEqual([
      'done-but-status /commitments/0/hitos/0/cumplido',
      'done-but-status /commitments/0/hitos/1/cumplido',
    ]);
  });

  it('blames no milestone for an id that was made for it', () => {
    const hitos = [{ clave: '2', fecha: '2026-01-31' }, { fecha: '2026-02-28' }];
    const { model, problems } = read([{ titulo: 'Uno', hitos }]);
    expect(model.commitments[0]?.milestones.map(({ id }) => id)).toEqual(['2', '2~2']);
    expect(problems).toEqual([]);
  });

  it('takes the latest status of the history when the commitment gives none itself', () => {
    const { model } = read({
      commitments: [
        {
          title: 'a',
          history: [
            { date: '2026-05-01', status: 'complete' },
            { date: '2026-01-01', status: 'in-progress' },
          ],
        },
      ],
    });
    expect(model.commitments[0]?.status).toBe('complete');
  });

  it('says of an empty plan that it is the valid zero', () => {
    expect(read({ commitments: [] })).toMatchObject({ received: 0, omitted: 0, empty: true });
  });

  it('is not led astray by keys of the prototype or objects that have no text', () => {
    const raw: unknown = JSON.parse(
      '{"__proto__":{"x":1},"constructor":1,"example":{"toString":1},"commitments":[{"__proto__":{"y":2},"title":{"toString":null},"number":{"valueOf":2}}]}',
    );
    expect(read(raw).model.commitments).toHaveLength(1);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  it('takes the first list of commitments where two names are there', () => {
    const raw = { compromisos: 'ver anexo', commitments: [{ title: 'a' }] };
    expect(read(raw)).toMatchObject({
      received: 1,
      omitted: 0,
      model: { commitments: [{ title: 'a' }] },
    });
  });

  it('tells a plan document from other JSON', () => {
    expect(isPlanDocument({ compromisos: [] })).toBe(true);
    expect(isPlanDocument([{ titulo: 'a' }])).toBe(true);
    for (const other of [null, 5, 'x', [], {}, { commitments: {} }])
      expect(isPlanDocument(other)).toBe(false);
  });
});

const key = fc.constantFrom(
  ...'title titulo number numero axis eje theme tema institutions csos osc start end status estatus history milestones hitos due fecha done assessments by completion evidence url date note name es en id __proto__ constructor example period license sources secretariat axes themes reviews'.split(
    ' ',
  ),
);
const scalar = fc.oneof(
  fc.string(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.constantFrom(
    '2026-01-01',
    '31/12/2026',
    'en proceso',
    'javascript:alert(1)',
    'https://a.mx',
    '',
  ),
);
const anything = fc.letrec((tie) => ({
  value: fc.oneof({ depthSize: 'small' }, scalar, tie('list'), tie('record')),
  list: fc.array(tie('value'), { maxLength: 4 }),
  record: fc
    .array(fc.tuple(key, tie('value')), { maxLength: 8 })
    .map((entries) => Object.fromEntries(entries)),
})).value;

describe('any document at all', () => {
  it('never throws, and shown + omitted = received', () => {
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 6 }), anything, (commitments, other) => {
        const { model, received, omitted } = read({
          ...(typeof other === 'object' ? other : {}),
          commitments,
        });
        expect(received).toBe(commitments.length);
        expect(model.commitments.length + omitted).toBe(received);
        expect(new Set(model.commitments.map((c) => c.key)).size).toBe(model.commitments.length);
      }),
      { numRuns: 1000 },
    );
  });

  it('reads its own output as the same plan', () => {
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 4 }), (commitments) => {
        const { model } = readPlan({ commitments }, { guard });
        expect(readPlan(model, { guard }).model).toEqual(model);
      }),
      { numRuns: 500 },
    );
  });
});
