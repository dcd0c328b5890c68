import { defineMessages } from '@ventana/l10n';

/** What a reader should know of these data before quoting them. */
export const dataRemarksMessages = defineMessages('budget-chart', {
  es: {
    omitted:
      '{{omitted}} de {{total}} registros omitidos: no se pudieron leer o no se suman con los demás. Abajo se dice cuáles.',
    doubts: 'En estos datos hay algo que no se entiende, o que falta.',
    otherCurrencies: 'También hay cifras en {{list}}, que no se suman con estas.',
    gross: 'Cifras brutas: lo que un organismo entrega a otro se cuenta dos veces.',
    net: 'Cifras netas: sin lo que unos organismos entregan a otros.',
    incomplete: 'La fuente tiene más registros de los que entregó.',
    subtotal: 'Subtotales, para no contar dos veces',
    derived: 'Porcentajes que calculó la fuente',
    'unknown-measure': 'No se entiende de qué momento son',
    'bad-amount': 'Sin cifra que se pueda leer',
    'bad-row': 'Renglones incompletos',
    'not-received': 'No llegaron',
    duplicate: 'Repetidos',
  },
  en: {
    omitted:
      '{{omitted}} of {{total}} records left out: they could not be read, or do not add up with the others. Which ones is said below.',
    doubts: 'Something in these data cannot be understood, or is missing.',
    otherCurrencies: 'There are figures in {{list}} too, which are not added to these.',
    gross: 'Gross figures: what one body hands to another is counted twice.',
    net: 'Net figures: without what bodies hand to each other.',
    incomplete: 'The source has more records than it gave.',
    subtotal: 'Subtotals, so as not to count twice',
    derived: 'Percentages worked out by the source',
    'unknown-measure': 'It is not clear which stage they are about',
    'bad-amount': 'Without a figure that can be read',
    'bad-row': 'Incomplete rows',
    'not-received': 'Not received',
    duplicate: 'Repeated',
  },
});
