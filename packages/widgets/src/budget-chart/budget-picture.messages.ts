import { defineMessages } from '@ventana/l10n';

/** What is burnt into a picture besides what is shown. */
export const budgetPictureMessages = defineMessages('budget-chart', {
  es: {
    source: 'Fuente',
    noSource: 'sin dato',
    consulted: 'Consultado el {{date}}',
    dated: 'Archivo del {{dated}}, consultado el {{date}}',
  },
  en: {
    source: 'Source',
    noSource: 'no data',
    consulted: 'Consulted on {{date}}',
    dated: 'File of {{dated}}, consulted on {{date}}',
  },
});
