import { validatePlan, type Finding } from './validate-plan.js';
import type { Schema } from './walk-schema.js';

const USAGE = `Uso / Usage: ventana validate <plan.json | -> [--json]

Revisa un plan de gobierno abierto y dice qué está mal, dónde y cómo arreglarlo.
Checks an open-government plan and says what is wrong, where, and how to mend it.

  -         lee de la entrada estándar / reads standard input
  --json    una lista de hallazgos en JSON / a list of findings as JSON

Termina en 0 si se puede publicar, en 1 si hay errores, en 2 si no se pudo leer.
Exits with 0 when it can be published, 1 when there are errors, 2 when it could not be read.
`;

/** What the command needs of the machine it runs on; `bin/ventana.mjs` is one, a test another. */
export interface CommandHost {
  /** The bytes of a file, or of standard input for `-`. Throws when there are none to be had. */
  readonly read: (file: string) => Uint8Array;
  readonly schema: () => Schema;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** Runs `ventana …` with `args` and returns its exit code. */
export function runCommand(args: readonly string[], host: CommandHost): 0 | 1 | 2 {
  const options = args.filter((argument) => argument.startsWith('--'));
  const [command, file, ...more] = args.filter((argument) => !argument.startsWith('--'));
  if (options.includes('--help') || command === '-h') {
    host.out(USAGE);
    return 0;
  }
  if (
    command !== 'validate' ||
    file === undefined ||
    more.length > 0 ||
    options.some((option) => option !== '--json')
  ) {
    host.err(USAGE);
    return 2;
  }
  let text: string;
  try {
    const bytes = host.read(file);
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    const reason =
      error instanceof TypeError
        ? 'no está en UTF-8: guárdalo con esa codificación / it is not UTF-8: save it in that encoding'
        : String(error);
    host.err(`No se pudo leer / Could not read ${file}: ${reason}\n`);
    return 2;
  }
  const findings = validatePlan(text, host.schema());
  host.out(
    options.includes('--json') ? `${JSON.stringify(findings, null, 2)}\n` : told(file, findings),
  );
  return findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}

function told(file: string, findings: readonly Finding[]): string {
  if (findings.length === 0) return `${file}: sin errores / no errors\n`;
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.length - errors;
  const lines = findings.map(
    ({ line, column, severity, code, pointer, es, en }) =>
      `${file}:${line}:${column} ${severity === 'error' ? 'error' : 'aviso / warning'} ${code} ${pointer}\n` +
      `  es: ${es.problem} ${es.remedy}\n  en: ${en.problem} ${en.remedy}\n`,
  );
  return `${lines.join('')}${errors} errores, ${warnings} avisos / ${errors} errors, ${warnings} warnings\n`;
}
