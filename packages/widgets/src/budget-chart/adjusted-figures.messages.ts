import { defineMessages } from '@ventana/l10n';

/** What is said of figures that are adjusted, or that cannot be. */
export const adjustedFiguresMessages = defineMessages('budget-chart', {
  es: {
    perHead: '{{amount}} por habitante',
    ofGdp: '{{amount}} del PIB',
    inPesosOf: '{{amount}} de {{year}}',
    unitReal: '{{currency}} constantes de {{year}}',
    unitPerHead: '{{currency}} por habitante',
    unitGdp: 'porcentaje del PIB',
    deflator: 'Se ajusta con',
    noSeries: 'Para ajustar las cifras falta una serie para esta moneda: se muestran sin ajustar.',
    noYears: 'Los datos no dicen de qué año son, así que no se pueden ajustar.',
    noBaseYear:
      'La serie que ajusta las cifras no tiene {{year}}, el año de cuyos pesos se piden: se muestran sin ajustar.',
    unadjusted:
      'La serie que ajusta las cifras no tiene {{years}}: quedan fuera (registros: {{count}}).',
    oneYear:
      'Las cifras por habitante y como parte del PIB no se suman entre años: aquí son de {{year}}.',
  },
  en: {
    perHead: '{{amount}} per person',
    ofGdp: '{{amount}} of GDP',
    inPesosOf: '{{amount}} of {{year}}',
    unitReal: 'constant {{currency}} of {{year}}',
    unitPerHead: '{{currency}} per person',
    unitGdp: 'percentage of GDP',
    deflator: 'Adjusted with',
    noSeries: 'There is no series to adjust figures in this currency: they are shown unadjusted.',
    noYears: 'The data do not say of which year they are, so they cannot be adjusted.',
    noBaseYear:
      'The series that adjusts the figures lacks {{year}}, whose prices are asked for: they are shown unadjusted.',
    unadjusted:
      'The series that adjusts the figures lacks {{years}}: left out (records: {{count}}).',
    oneYear:
      'Figures per person and shares of GDP of several years do not add up: these are of {{year}}.',
  },
});
