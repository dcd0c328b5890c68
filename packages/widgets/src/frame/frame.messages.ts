import { defineMessages } from '@ventana/l10n';

/** What the frame itself says, in every widget. `{{what}}` is the widget's own noun ("El conjunto de datos"). */
export const frameMessages = defineMessages('frame', {
  es: {
    loading: 'Cargando datos…',
    noData: 'Sin dato',
    retry: 'Reintentar',
    seeSource: 'Ver en la fuente',
    source: 'Fuente',
    license: 'Licencia',
    dataDate: 'Datos al {{date}}',
    consulted: 'Consultado el {{date}}',
    noDay: 'día desconocido',
    stale: 'Copia guardada del {{date}}: puede no estar al día.',
    notDone: 'No se pudo. Intenta de nuevo.',
    omitted: '{{omitted}} de {{total}} registros omitidos: no se pudieron leer.',
    problemsSeen: 'Qué encontramos',
    empty: 'La fuente respondió bien, pero no tiene nada que mostrar.',
    emptyFor: 'La fuente respondió bien, pero no tiene nada para «{{query}}».',
    example: 'Datos de ejemplo',
    csv: 'Descargar CSV',
    copyLink: 'Copiar enlace',
    embed: 'Insertar',
    copied: 'Copiado',
    copyFailed: 'No se pudo copiar.',
    newWindow: '(se abre en otra ventana)',
    config: 'Este recuadro aún no está bien configurado en esta página.',
    'error-offline': 'No hay conexión a internet. En cuanto vuelva, lo intentaremos otra vez.',
    'error-unreachable':
      'No pudimos conectar con el sitio que publica estos datos. Intenta de nuevo en unos minutos.',
    'error-cors':
      'El sitio que publica estos datos no permite mostrarlos aquí. Puedes consultarlos en la fuente.',
    'error-timeout':
      'El sitio que publica estos datos tardó demasiado en responder. Intenta de nuevo en unos minutos.',
    'error-denied': 'El sitio que publica estos datos pide permiso para verlos.',
    'error-not-found':
      '{{what}} ya no existe en esta dirección. Búscalo en el sitio que lo publicaba.',
    'error-busy':
      'El sitio que publica estos datos está saturado. Espera un momento e intenta de nuevo.',
    'error-server': 'El sitio que publica estos datos tiene una falla. Intenta de nuevo más tarde.',
    'error-html':
      'El sitio que publica estos datos parece estar en mantenimiento. Intenta de nuevo más tarde.',
    'error-no-content':
      'El sitio que publica estos datos envió una respuesta vacía. Intenta de nuevo más tarde.',
    'error-truncated': 'Llegó una respuesta incompleta. Intenta de nuevo.',
    'error-malformed':
      'Los datos llegaron en un formato que no se puede leer. Puedes consultarlos en la fuente.',
    'error-too-large':
      'Los datos son demasiado grandes para mostrarlos aquí. Puedes consultarlos en la fuente.',
  },
  en: {
    loading: 'Loading data…',
    noData: 'No data',
    retry: 'Try again',
    seeSource: 'See it at the source',
    source: 'Source',
    license: 'Licence',
    dataDate: 'Data as of {{date}}',
    consulted: 'Consulted on {{date}}',
    noDay: 'an unknown day',
    stale: 'Saved copy from {{date}}: it may be out of date.',
    notDone: 'That did not work. Try again.',
    omitted: '{{omitted}} of {{total}} records left out: they could not be read.',
    problemsSeen: 'What we found',
    empty: 'The source answered correctly, but has nothing to show.',
    emptyFor: 'The source answered correctly, but has nothing for “{{query}}”.',
    example: 'Example data',
    csv: 'Download CSV',
    copyLink: 'Copy link',
    embed: 'Embed',
    copied: 'Copied',
    copyFailed: 'It could not be copied.',
    newWindow: '(opens in another window)',
    config: 'This box is not set up correctly on this page yet.',
    'error-offline': 'There is no internet connection. We will try again as soon as it is back.',
    'error-unreachable':
      'We could not reach the site that publishes these data. Try again in a few minutes.',
    'error-cors':
      'The site that publishes these data does not allow them to be shown here. You can see them at the source.',
    'error-timeout':
      'The site that publishes these data took too long to answer. Try again in a few minutes.',
    'error-denied': 'The site that publishes these data asks for permission to see them.',
    'error-not-found':
      '{{what}} no longer exists at this address. Look for it on the site that published it.',
    'error-busy': 'The site that publishes these data is overloaded. Wait a moment and try again.',
    'error-server': 'The site that publishes these data has a fault. Try again later.',
    'error-html':
      'The site that publishes these data seems to be under maintenance. Try again later.',
    'error-no-content': 'The site that publishes these data sent an empty answer. Try again later.',
    'error-truncated': 'An incomplete answer arrived. Try again.',
    'error-malformed':
      'The data arrived in a form that cannot be read. You can see them at the source.',
    'error-too-large': 'The data are too large to show here. You can see them at the source.',
  },
});
