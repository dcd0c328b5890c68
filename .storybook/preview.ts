import { setCustomElementsManifest } from '@storybook/web-components-vite';
import type { Preview } from '@storybook/web-components-vite';
import manifest from '../packages/widgets/custom-elements.json';
import { controlsFromTypes } from './controls.js';
import { onStage } from './stage.js';

setCustomElementsManifest(manifest);

const preview: Preview = {
  tags: ['autodocs'],
  decorators: [onStage],
  argTypesEnhancers: [controlsFromTypes],
  parameters: {
    layout: 'padded',
    // The page inside is what the toolbar says; axe also runs on every story in `pnpm test`.
    a11y: { test: 'error' },
    controls: { expanded: true, sort: 'requiredFirst' },
    options: { storySort: { method: 'alphabetical' } },
  },
  globalTypes: {
    theme: {
      description: 'Tema / Theme',
      toolbar: {
        title: 'Tema',
        icon: 'paintbrush',
        items: [
          { value: 'neutral', title: 'neutral' },
          { value: 'gobmx', title: 'gobmx' },
          { value: 'dark', title: 'neutral, oscuro' },
          { value: 'gobmx-dark', title: 'gobmx, oscuro' },
        ],
        dynamicTitle: true,
      },
    },
    language: {
      description: 'Idioma / Language',
      toolbar: {
        title: 'Idioma',
        icon: 'globe',
        items: [
          { value: 'es-MX', title: 'Español' },
          { value: 'en', title: 'English' },
          { value: 'nhe', title: 'Náhuatl de la Huasteca (cae a español)' },
          { value: 'es-x-pseudo', title: 'Pseudo' },
        ],
        dynamicTitle: true,
      },
    },
    width: {
      description: 'Ancho / Width',
      toolbar: {
        title: 'Ancho',
        icon: 'grow',
        items: [
          { value: '320', title: '320 px' },
          { value: '480', title: '480 px' },
          { value: '768', title: '768 px' },
          { value: 'full', title: 'todo / full' },
        ],
        dynamicTitle: true,
      },
    },
  },
  initialGlobals: { theme: 'neutral', language: 'es-MX', width: 'full' },
};

export default preview;
