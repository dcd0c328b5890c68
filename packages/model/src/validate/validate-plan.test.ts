import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { read } from '../plan/plan.fixtures.js';
import { validatePlan } from './validate-plan.js';
import type { Schema } from './walk-schema.js';

const schema = JSON.parse(
  readFileSync(new URL('../../plan.schema.json', import.meta.url), 'utf8'),
) as Schema;
const told = (text: string): string[] =>
  validatePlan(text, schema).map((f) => `${f.line}:${f.column} ${f.severity} ${f.code}`);

describe('validatePlan', () => {
  it('finds nothing wrong in a plan written in either language', () => {
    expect(told('{"compromisos": [{"titulo": "Agua", "número": 1, "Fecha": null}]}')).toHaveLength(
      1,
    );
    expect(
      told('{"compromisos": [{"titulo": "Agua", "número": 1, "estatus": "EN PROCESO"}]}'),
    ).toEqual([]);
    expect(
      told(
        '{"commitments": [{"title": {"es": "Agua", "en": "Water"}, "institutions": "SFP; SHCP"}]}',
      ),
    ).toEqual([]);
  });

  it('tells line, column and remedy of a date, a status and a title that is not there', () => {
    const text = `{
  "compromisos": [
    { "titulo": "Agua", "fin": "31/12/2026" },
    { "numero": 2,
      "estatus": "casi" }
  ]
}`;
    expect(told(text)).toEqual([
      '3:32 error bad-date',
      '4:5 error missing-title',
      '5:18 error unknown-status',
    ]);
    const [date] = validatePlan(text, schema);
    expect(date?.es.problem).toContain('31/12/2026');
    expect(date?.es.remedy).toContain('2026-03-01');
    expect(date?.en.remedy).toContain('2026-03-01');
  });

  it('guesses the field that was meant', () => {
    const [one] = validatePlan(
      '{"compromisos": [{"titulo": "Agua", "estatuz": "cumplido"}]}',
      schema,
    );
    expect([one?.severity, one?.code, one?.column]).toEqual(['warning', 'unknown-field', 48]);
    expect(one?.es.remedy).toBe('¿Quisiste decir «estatus»?');
  });

  it('tells of syntax first, and of nothing else then', () => {
    expect(told('{"compromisos": [{"titulo": "Agua",}]}')).toEqual(['1:35 error trailing-comma']);
  });

  it('says when there is no plan in the file', () => {
    expect(told('{"results": []}')).toEqual(['1:1 error not-a-plan']);
    expect(told('5')).toEqual(['1:1 error not-a-plan']);
  });

  it('points into a bare list of commitments', () => {
    expect(told('[\n {"titulo": "a"},\n null\n]')).toEqual(['3:2 error bad-record']);
  });

  it('has a sentence of its own, in both languages, for everything that is wrong here', () => {
    const text = JSON.stringify({
      axes: [
        { id: 'a', title: 'A' },
        { id: 'a', title: 'B' },
      ],
      themes: ['T'],
      secretariat: [{ name: 'x', role: 'y' }],
      commitments: [
        null,
        {
          number: 1,
          title: [],
          axis: 'Z',
          theme: 'Z',
          status: 'x',
          start: '2026-02-01',
          end: '2026-01-01',
          url: 'javascript:1',
          zzz: 1,
          milestones: [{}, { id: 'm', due: 'x' }, { id: 'm', due: '2026-01-01' }],
          assessments: [{ by: 'x', completion: 'x', ambition: 'x' }],
          history: 5,
        },
        { number: 1 },
      ],
    });
    const findings = validatePlan(text, schema);
    expect(new Set(findings.map((f) => f.code)).size).toBeGreaterThan(17);
    for (const { code, es, en } of findings) {
      for (const said of [es.problem, es.remedy, en.problem, en.remedy])
        expect([code, said]).toEqual([
          code,
          expect.stringMatching(/^(?!.*\{(?:found|expected)\}).{6}/s),
        ]);
      expect([es.problem, en.problem]).not.toContain(code);
    }
  });

  it('never throws, and its findings are those the widgets list', () => {
    const raw = { commitments: [{ title: 'a', status: 'x', end: 'y' }, null] };
    const codes = validatePlan(JSON.stringify(raw), schema).map((f) => f.code);
    expect(codes.sort()).toEqual(
      read(raw)
        .problems.map((p) => p.code)
        .sort(),
    );
  });
});
