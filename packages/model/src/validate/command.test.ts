import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runCommand } from './command.js';
import type { Schema } from './walk-schema.js';

function run(
  args: string[],
  text: string | Uint8Array = '',
): { code: number; out: string; err: string } {
  let out = '';
  let err = '';
  const code = runCommand(args, {
    read: (file) => {
      if (file === 'no-existe.json') throw new Error('ENOENT: no-existe.json');
      return typeof text === 'string' ? new TextEncoder().encode(text) : text;
    },
    schema: () =>
      JSON.parse(
        readFileSync(new URL('../../plan.schema.json', import.meta.url), 'utf8'),
      ) as Schema,
    out: (said) => (out += said),
    err: (said) => (err += said),
  });
  return { code, out, err };
}

const good = '{"compromisos": [{"titulo": "Agua"}]}';
const bad = '{"compromisos": [\n  {"titulo": "Agua", "fin": "31/12/2026"}]}';

describe('ventana validate', () => {
  it('ends with 0 for a plan without fault, from a file or from standard input', () => {
    expect(run(['validate', 'plan.json'], good)).toMatchObject({ code: 0, err: '' });
    expect(run(['validate', '-'], good).code).toBe(0);
  });

  it('ends with 1 and says file, line, column and remedy, in Spanish and English', () => {
    const { code, out } = run(['validate', 'plan.json'], bad);
    expect(code).toBe(1);
    expect(out).toContain('plan.json:2:29 error bad-date /compromisos/0/fin');
    expect(out).toMatch(/es: «31\/12\/2026».*2026-03-01/);
    expect(out).toMatch(/en: "31\/12\/2026".*2026-03-01/);
  });

  it('ends with 0 when there are only warnings, and prints them', () => {
    const { code, out } = run(['validate', '-'], '{"compromisos": [{"titulo": "a", "nose": 1}]}');
    expect([code, out.includes('unknown-field')]).toEqual([0, true]);
  });

  it('gives the findings as JSON when asked', () => {
    expect(JSON.parse(run(['validate', '--json', 'plan.json'], bad).out)).toMatchObject([
      { code: 'bad-date', line: 2, column: 29 },
    ]);
  });

  it('ends with 2 when there is nothing to read, or it is not UTF-8, or the command is another', () => {
    expect(run(['validate', 'no-existe.json']).code).toBe(2);
    expect(run(['validate', 'x'], Uint8Array.of(0x22, 0xf3, 0x22))).toMatchObject({
      code: 2,
      err: expect.stringContaining('UTF-8') as string,
    });
    for (const args of [
      [],
      ['validate'],
      ['otra'],
      ['validate', 'a', 'b'],
      ['validate', 'a', '--x'],
    ])
      expect(run(args).code).toBe(2);
  });
});
