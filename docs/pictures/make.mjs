/**
 * Makes the pictures of the README from the built files: `node docs/pictures/make.mjs` after
 * `pnpm build`. Serves the observatory on a free port and photographs its widgets.
 */
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { serve } from '../../packages/observatory/src/server.mjs';
import { CHROMIUM_FLAGS, findChromium } from '../../test/browser/chromium.mjs';

/** @type {readonly { file: string, path: string, width: number, height: number, theme?: 'dark' }[]} */
const PICTURES = [
  { file: 'compromisos.png', path: '/', width: 1100, height: 900 },
  { file: 'gasto.png', path: '/gasto', width: 1100, height: 1000 },
  { file: 'tramites.png', path: '/tramites', width: 1100, height: 900 },
  { file: 'telefono.png', path: '/conjuntos', width: 360, height: 720, theme: 'dark' },
];

const { address, close } = await serve({ port: 0 });
const browser = await chromium.launch({
  executablePath: await findChromium(),
  args: CHROMIUM_FLAGS,
});
try {
  for (const { file, path, width, height, theme } of PICTURES) {
    const page = await browser.newPage({
      viewport: { width, height },
      colorScheme: theme ?? 'light',
      locale: 'es-MX',
      reducedMotion: 'reduce',
    });
    await page.goto(new URL(path, address).href);
    await page.waitForFunction(() =>
      [...document.querySelectorAll('*')]
        .filter((element) => element.matches('[src]') && 'status' in element)
        .filter((element) => element.getBoundingClientRect().top < innerHeight)
        .every((element) => element.matches(':state(fresh)')),
    );
    await page.screenshot({ path: fileURLToPath(new URL(file, import.meta.url)) });
    await page.close();
    process.stdout.write(`docs/pictures/${file}\n`);
  }
} finally {
  await browser.close();
  await close();
}
