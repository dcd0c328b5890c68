import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { CHROMIUM_FLAGS, findChromium } from './test/browser/chromium.mjs';
import { countReporter } from './test/browser/count-reporter.mjs';

export default {
  files: 'packages/{widgets,sources}/src/**/*.element.test.ts',
  concurrency: 2,
  nodeResolve: { exportConditions: ['ventana-source', 'browser', 'production'] },
  browsers: [
    chromeLauncher({
      launchOptions: { executablePath: await findChromium(), args: CHROMIUM_FLAGS },
      // Two files run at once in two tabs; without this the one behind counts as hidden, and a
      // widget in a hidden page rightly fetches nothing.
      async createPage({ context }) {
        const page = await context.newPage();
        const devtools = await page.createCDPSession();
        await devtools.send('Emulation.setFocusEmulationEnabled', { enabled: true });
        return page;
      },
    }),
  ],
  plugins: [
    esbuildPlugin({
      ts: true,
      json: true,
      // Without a target esbuild leaves decorators in place.
      target: 'es2022',
      tsconfig: fileURLToPath(new URL('./tsconfig.base.json', import.meta.url)),
    }),
  ],
  reporters: [defaultReporter({ reportTestProgress: false }), countReporter()],
  testFramework: { config: { timeout: 10_000 } },
};
