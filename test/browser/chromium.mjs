/**
 * Finds the Chromium that every browser check runs in, or installs one.
 *
 * Order: `CHROME_PATH`, the usual places, then an installation: Debian's package when we are
 * root on Debian, else Playwright's own download. When none of these works the error says in
 * one sentence what to install.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';

/** Flags for headless runs: as root without a sandbox, and silent towards the network. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--force-color-profile=srgb',
];

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];

const FIXED = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** @returns {string | undefined} */
function installedChromium() {
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...onPath, ...FIXED].find((file) => existsSync(file));
}

/** @returns {string | undefined} */
function playwrightChromium() {
  const { chromium } = createRequire(import.meta.url)('playwright-core');
  const file = chromium.executablePath();
  return file && existsSync(file) ? file : undefined;
}

function isDebianRoot() {
  return (
    process.getuid?.() === 0 &&
    existsSync('/etc/os-release') &&
    /^ID(_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'))
  );
}

/** @param {string} command @param {string[]} args */
function run(command, args) {
  return spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
}

/**
 * @returns {Promise<string>} path of an executable Chromium
 * @throws {Error} with one sentence that says what to install
 */
export async function findChromium() {
  const named = process.env['CHROME_PATH'];
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`CHROME_PATH names ${named}, but there is no file there.`);
  }
  const found = installedChromium() ?? playwrightChromium();
  if (found) return found;

  if (isDebianRoot()) {
    process.stderr.write('No Chromium found: installing the Debian package…\n');
    run('apt-get', ['update', '-qq']);
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium']);
  } else {
    process.stderr.write('No Chromium found: asking Playwright to download its own…\n');
    const cli = createRequire(import.meta.url).resolve('playwright-core/cli.js');
    spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'inherit' });
  }
  const installed = installedChromium() ?? playwrightChromium();
  if (installed) return installed;
  throw new Error(
    'No Chromium could be found or installed: install Chromium or Google Chrome, or set CHROME_PATH to its executable.',
  );
}

if (
  process.argv[1] &&
  import.meta.url.endsWith('/chromium.mjs') &&
  process.argv[1].endsWith('chromium.mjs')
) {
  const file = await findChromium();
  process.stdout.write(
    `${file} ${execFileSync(file, ['--version', ...CHROMIUM_FLAGS]).toString()}`,
  );
}
