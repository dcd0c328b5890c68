import { defineConfig } from 'vitest/config';

const resolve = { conditions: ['ventana-source', 'module', 'node', 'import', 'default'] };
const ssr = { resolve };

export default defineConfig({
  test: {
    projects: [
      {
        resolve,
        ssr,
        test: {
          name: 'unit',
          include: ['packages/{model,sources,l10n,charts,embed,observatory}/src/**/*.test.ts'],
          // Those run in a browser: web-test-runner.config.mjs.
          exclude: ['**/*.element.test.ts'],
        },
      },
      {
        resolve,
        ssr,
        test: {
          name: 'pages',
          include: ['test/**/*.test.ts'],
          exclude: ['test/sizes/**'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // One second is short where two browsers share a busy machine.
          expect: { poll: { timeout: 15_000 } },
          maxWorkers: 2,
        },
      },
      {
        resolve,
        ssr,
        test: { name: 'sizes', include: ['test/sizes/**/*.test.ts'] },
      },
    ],
  },
});
