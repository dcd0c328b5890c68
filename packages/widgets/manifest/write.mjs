/** Writes custom-elements.json from src, then what editors and frameworks read of it. */
import { fileURLToPath } from 'node:url';
// @ts-expect-error the analyzer has no types
import { cli } from '@custom-elements-manifest/analyzer/cli.js';

await cli({
  argv: ['analyze', '--quiet', '--config', 'manifest/custom-elements-manifest.config.mjs'],
  cwd: fileURLToPath(new URL('..', import.meta.url)),
});
await import('./editor-data.mjs');
