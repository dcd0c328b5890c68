/**
 * Every check of the repository, in parallel where two cores allow it, sharing one build.
 *
 *     pnpm test                 all of them
 *     pnpm test unit lint       only these (what they need runs first)
 *
 * One line per check as it ends; the whole output of those that failed; at the very end
 * `N passed, N failed`. A runner that counts its tests is counted by them, any other check as one.
 * Nothing is tried twice: a flaky test is a failing test.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium } from './browser/chromium.mjs';

/**
 * @typedef {object} Check
 * @property {string} script name in package.json's scripts
 * @property {string[]} [after] checks that must have passed first
 * @property {number} [cores] of the two; default 1
 * @property {'vitest' | 'elements'} [counts] whose count of tests is read
 * @property {boolean} [browser] needs Chromium
 *
 * @typedef {object} Outcome
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {string} log
 */

/**
 * In the order in which they would best start.
 *
 * @type {Record<string, Check>}
 */
const CHECKS = {
  build: { script: 'build' },
  format: { script: 'format:check' },
  storybook: { script: 'storybook:build', after: ['build'] },
  unit: { script: 'test:unit', counts: 'vitest' },
  lint: { script: 'lint' },
  types: { script: 'types', after: ['build'] },
  sizes: { script: 'test:sizes', after: ['build'], counts: 'vitest' },
  elements: {
    script: 'test:elements',
    after: ['build'],
    cores: 2,
    counts: 'elements',
    browser: true,
  },
  pages: {
    script: 'test:pages',
    after: ['build', 'storybook'],
    cores: 2,
    counts: 'vitest',
    browser: true,
  },
};

const CORES = 2;
const LIMIT_SECONDS = 1200;

const root = new URL('../', import.meta.url);
const results = new URL('.cache/test/', root);
/** @type {{ scripts: Record<string, string> }} */
const { scripts } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
/** @type {NodeJS.ProcessEnv} */
const environment = {
  ...process.env,
  PATH: [fileURLToPath(new URL('node_modules/.bin', root)), process.env['PATH']].join(delimiter),
  FORCE_COLOR: '0',
  NO_COLOR: '1',
};

/** @param {string[]} names @returns {Set<string>} the named checks and all that they need */
function withNeeds(names) {
  const wanted = new Set(names);
  for (const name of wanted) for (const need of CHECKS[name]?.after ?? []) wanted.add(need);
  return wanted;
}

/**
 * @param {string} name
 * @param {Check} check
 * @returns {Promise<Outcome>}
 */
async function run(name, check) {
  const report = fileURLToPath(new URL(`${name}.json`, results));
  const command = [
    scripts[check.script],
    ...(check.counts === 'vitest'
      ? ['--reporter=default', '--reporter=json', `--outputFile.json="${report}"`]
      : []),
  ].join(' ');
  const child = spawn(command, {
    cwd: root,
    shell: true,
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...environment, VENTANA_TEST_REPORT: report },
  });
  let log = `$ ${command}\n`;
  child.stdout.on('data', (chunk) => (log += chunk));
  child.stderr.on('data', (chunk) => (log += chunk));
  let late = false;
  const limit = setTimeout(() => {
    late = true;
    end(child.pid);
  }, LIMIT_SECONDS * 1000);
  const status = await new Promise((resolve) => {
    child.on('error', () => resolve(1));
    child.on('close', (code) => resolve(code ?? 1));
  });
  clearTimeout(limit);
  if (late) log += `\nEnded after ${LIMIT_SECONDS} s: a check may not take longer.\n`;
  const counted = check.counts && existsSync(report) ? count(report) : undefined;
  const { passed, failed, skipped } = counted ?? { passed: 0, failed: 0, skipped: 0 };
  if (status !== 0) return { passed, failed: Math.max(1, failed), skipped, log };
  if (!check.counts) return { passed: 1, failed: 0, skipped: 0, log };
  if (failed === 0 && passed + skipped === 0) {
    return { passed, failed: 1, skipped, log: `${log}\nIt says it succeeded, but ran no test.\n` };
  }
  return { passed, failed, skipped, log };
}

/** Ends a process that we started, with what it started. @param {number | undefined} pid */
function end(pid) {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // It ended by itself meanwhile.
  }
}

/** @param {string} report JSON of vitest, or of ours for the element tests (the same three names) */
function count(report) {
  const read = JSON.parse(readFileSync(report, 'utf8'));
  return {
    passed: read.numPassedTests ?? 0,
    failed: read.numFailedTests ?? 0,
    skipped: (read.numPendingTests ?? 0) + (read.numTodoTests ?? 0),
  };
}

/** @param {Outcome} outcome */
function inWords({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** @returns {Promise<Outcome>} */
async function bringChromium() {
  try {
    environment['CHROME_PATH'] = await findChromium();
    return { passed: 0, failed: 0, skipped: 0, log: '' };
  } catch (error) {
    return { passed: 0, failed: 1, skipped: 0, log: String(error) };
  }
}

const asked = process.argv.slice(2).filter((word) => word !== '--');
const unknown = asked.filter((name) => !(name in CHECKS));
if (unknown.length > 0) {
  process.stderr.write(
    `There is no check named ${unknown.join(', ')}. Choose among: ${Object.keys(CHECKS).join(', ')}.\n`,
  );
  process.exit(2);
}

const began = Date.now();
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
const wanted = withNeeds(asked.length > 0 ? asked : Object.keys(CHECKS));
const waiting = Object.entries(CHECKS).filter(([name]) => wanted.has(name));
/** @type {Map<string, Outcome>} */
const done = new Map();
let free = CORES;
const chromium = waiting.some(([, { browser }]) => browser)
  ? await bringChromium()
  : { passed: 0, failed: 0, skipped: 0, log: '' };

/** @param {string} name @param {Outcome} outcome @param {number} since */
function finish(name, outcome, since) {
  done.set(name, outcome);
  const seconds = ((Date.now() - since) / 1000).toFixed(1);
  process.stdout.write(
    `${outcome.failed > 0 ? '✗' : '✓'} ${name.padEnd(10)} ${seconds.padStart(6)} s   ${inWords(outcome)}\n`,
  );
}

await /** @type {Promise<void>} */ (
  new Promise((resolve) => {
    function startWhatCan() {
      for (const entry of [...waiting]) {
        const [name, check] = entry;
        const needs = (check.after ?? []).map((need) => done.get(need));
        const missing = needs.some((need) => need && need.failed > 0)
          ? 'Not run: a check that it needs failed.'
          : check.browser && chromium.failed > 0 && chromium.log;
        if (missing) {
          waiting.splice(waiting.indexOf(entry), 1);
          finish(name, { passed: 0, failed: 1, skipped: 0, log: missing }, Date.now());
        } else if (needs.every(Boolean) && (check.cores ?? 1) <= free) {
          waiting.splice(waiting.indexOf(entry), 1);
          free -= check.cores ?? 1;
          const since = Date.now();
          void run(name, check).then((outcome) => {
            free += check.cores ?? 1;
            finish(name, outcome, since);
            startWhatCan();
          });
        }
      }
      if (done.size === wanted.size) resolve();
    }
    startWhatCan();
  })
);

const total = { passed: 0, failed: 0, skipped: 0, log: '' };
for (const [name, outcome] of done) {
  total.passed += outcome.passed;
  total.failed += outcome.failed;
  total.skipped += outcome.skipped;
  if (outcome.failed > 0) {
    process.stdout.write(`\n──── ${name} ────\n${outcome.log.trimEnd()}\n`);
  }
}
process.stdout.write(`\n${Math.round((Date.now() - began) / 1000)} s\n${inWords(total)}\n`);
process.exitCode = total.failed > 0 ? 1 : 0;
