import type { StorybookConfig } from '@storybook/web-components-vite';

const config: StorybookConfig = {
  stories: ['../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  framework: '@storybook/web-components-vite',
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  viteFinal(vite) {
    return {
      ...vite,
      resolve: {
        ...vite.resolve,
        // Stories run the sources: what you edit is what you see.
        conditions: ['ventana-source', 'module', 'browser', 'production', 'import', 'default'],
      },
      build: { ...vite.build, chunkSizeWarningLimit: 4000 },
    };
  },
};

export default config;
