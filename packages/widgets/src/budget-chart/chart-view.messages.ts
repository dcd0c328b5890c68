import { defineMessages } from '@ventana/l10n';

/** What is said of a canvas, and only where there is one. */
export const chartViewMessages = defineMessages('budget-chart', {
  es: {
    chart: 'gráfica',
    keys: 'Usa las flechas para recorrer las cifras.',
    scale6: 'millones de {{unit}}',
    scale9: 'miles de millones de {{unit}}',
    scale12: 'billones de {{unit}}',
  },
  en: {
    chart: 'chart',
    keys: 'Use the arrow keys to walk through the figures.',
    scale6: 'millions of {{unit}}',
    scale9: 'billions of {{unit}}',
    scale12: 'trillions of {{unit}}',
  },
});
