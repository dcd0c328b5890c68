/**
 * Runs the benchmarks of this folder one after the other, so that none disturbs another:
 * `pnpm bench`, or `pnpm bench budget tracker` for some. Needs `pnpm build`. They compare within one
 * run, on this machine; quote ratios, and run them when nothing else runs.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const wanted = process.argv.slice(2);
const own = fileURLToPath(import.meta.url);
const benches = readdirSync(new URL('.', import.meta.url))
  .filter((file) => file.endsWith('.mjs') && !own.endsWith(file))
  .filter((file) => wanted.length === 0 || wanted.includes(file.replace(/\.mjs$/, '')));

let failed = 0;
for (const file of benches) {
  process.stdout.write(`\n== ${file}\n`);
  const { status } = spawnSync(process.execPath, [fileURLToPath(new URL(file, import.meta.url))], {
    stdio: 'inherit',
  });
  if (status !== 0) failed++;
}
process.exitCode = failed > 0 ? 1 : 0;
