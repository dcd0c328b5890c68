import { addons } from 'storybook/manager-api';

addons.setConfig({ panelPosition: 'bottom', showToolbar: true });
