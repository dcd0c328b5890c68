/**
 * Example data: datasets as a Mexican municipality and its offices publish them, of varied quality.
 * The institutions are made up. Dates are reckoned back from today, so that "up to date" and "late"
 * stay true.
 *
 * @typedef {object} Example
 * @property {string} name CKAN `name`, also the `identifier` in the catalogue
 * @property {string | { es: string, en: string }} title
 * @property {string} notes
 * @property {keyof typeof PUBLISHERS} publisher
 * @property {number} changed days since the data changed
 * @property {string} [frequency] as written by the publisher
 * @property {keyof typeof LICENCES} [licence]
 * @property {string[]} tags
 * @property {{ start: string, end: string }} [temporal]
 * @property {ExampleFile[]} files
 * @property {number} [stars] the publisher's own claim
 * @property {boolean} [isPrivate]
 *
 * @typedef {object} ExampleFile
 * @property {string} name
 * @property {string} format as written by the publisher, with its slips
 * @property {string} file last part of its address
 * @property {number} [size] bytes
 * @property {boolean} [hasApi]
 */

export const PUBLISHERS = {
  ambiente: 'Dirección de Medio Ambiente de Río Claro',
  tesoreria: 'Tesorería Municipal de Río Claro',
  seguridad: 'Secretaría de Seguridad Ciudadana de Río Claro',
  cabildo: 'Secretaría del Ayuntamiento de Río Claro',
  movilidad: 'Instituto de Movilidad de Río Claro',
  salud: 'Servicios de Salud de la Región Sierra Azul',
  comercio: 'Dirección de Desarrollo Económico de Río Claro',
  transparencia: 'Unidad de Transparencia de Río Claro',
};

export const LICENCES = {
  'cc-by-4.0': {
    title: 'Creative Commons Attribution 4.0',
    url: 'https://creativecommons.org/licenses/by/4.0/',
    open: true,
  },
  'libre-uso-mx': {
    title: 'Libre Uso MX',
    url: 'https://datos.gob.mx/libreusomx',
    open: true,
  },
  'cc-by-nc': {
    title: 'Creative Commons Attribution-NonCommercial',
    url: 'https://creativecommons.org/licenses/by-nc/4.0/',
    open: false,
  },
};

/** @type {readonly Example[]} */
export const EXAMPLES = [
  {
    name: 'calidad-del-aire',
    title: 'Calidad del aire por estación, cada hora',
    notes:
      'Mediciones horarias de ozono, partículas PM10 y PM2.5 y dióxido de nitrógeno en las cinco estaciones de la red municipal.',
    publisher: 'ambiente',
    changed: 2,
    frequency: 'R/P1W',
    licence: 'cc-by-4.0',
    tags: ['aire', 'ozono', 'medio ambiente', 'salud'],
    temporal: { start: '2021-01-01', end: '2026-06-30' },
    files: [
      {
        name: 'Mediciones del año en curso',
        format: 'CSV',
        file: 'mediciones.csv',
        size: 4_812_300,
        hasApi: true,
      },
      { name: 'Estaciones', format: 'GeoJSON', file: 'estaciones.geojson', size: 8_140 },
      { name: 'Diccionario de datos', format: 'CSV', file: 'diccionario.csv', size: 3_120 },
    ],
    stars: 4,
  },
  {
    name: 'presupuesto-de-egresos',
    title: 'Presupuesto de egresos aprobado, modificado y ejercido',
    notes:
      'Presupuesto municipal por ramo, programa, capítulo y partida. Cifras en pesos corrientes.',
    publisher: 'tesoreria',
    changed: 40,
    frequency: 'R/P3M',
    licence: 'libre-uso-mx',
    tags: ['presupuesto', 'gasto', 'finanzas públicas'],
    temporal: { start: '2019-01-01', end: '2025-12-31' },
    files: [
      { name: 'Presupuesto 2025', format: 'CSV', file: 'presupuesto-2025.csv', size: 1_204_110 },
      { name: 'Presupuesto 2024', format: 'csv', file: 'presupuesto-2024.csv', size: 1_180_044 },
      { name: 'Catálogo de partidas', format: 'JSON', file: 'partidas.json', size: 91_300 },
    ],
    stars: 3,
  },
  {
    name: 'incidencia-delictiva',
    title: 'Incidencia delictiva por colonia',
    notes: 'Carpetas de investigación iniciadas, por tipo de delito, colonia y mes.',
    publisher: 'seguridad',
    changed: 104,
    frequency: 'mensual',
    licence: 'libre-uso-mx',
    tags: ['seguridad', 'delitos'],
    files: [{ name: 'Incidencia', format: '.csv', file: 'incidencia.csv', size: 640_020 }],
    stars: 3,
  },
  {
    name: 'padron-de-comercios',
    title: 'Padrón de comercios establecidos',
    notes: 'Nombre comercial, giro y domicilio de los comercios con licencia de funcionamiento.',
    publisher: 'comercio',
    changed: 20,
    frequency: 'R/P1M',
    tags: ['comercio', 'licencias de funcionamiento'],
    files: [
      { name: 'Padrón', format: 'CSV (UTF-8)', file: 'padron.csv', size: 2_450_800 },
      { name: 'Padrón para Excel', format: 'xlsx', file: 'padron.xlsx', size: 1_902_112 },
    ],
  },
  {
    name: 'actas-de-cabildo',
    title: 'Actas de las sesiones de cabildo',
    notes: 'Actas aprobadas, escaneadas y firmadas.',
    publisher: 'cabildo',
    changed: 15,
    frequency: 'R/P1M',
    licence: 'libre-uso-mx',
    tags: ['cabildo', 'actas'],
    files: [
      {
        name: 'Acta de la sesión ordinaria 12',
        format: 'PDF',
        file: 'acta-12.pdf',
        size: 6_200_000,
      },
      {
        name: 'Acta de la sesión ordinaria 11',
        format: 'PDF',
        file: 'acta-11.pdf',
        size: 5_870_400,
      },
    ],
    stars: 1,
  },
  {
    name: 'rutas-de-transporte',
    title: {
      es: 'Rutas y paradas del transporte público',
      en: 'Public transport routes and stops',
    },
    notes: 'Recorridos, paradas, horarios y frecuencias de las 38 rutas concesionadas.',
    publisher: 'movilidad',
    changed: 9,
    frequency: 'Trimestral',
    licence: 'cc-by-4.0',
    tags: ['transporte', 'rutas', 'GTFS'],
    files: [
      { name: 'Rutas', format: 'GeoJSON', file: 'rutas.geojson', size: 912_000 },
      { name: 'Paradas', format: 'text/csv', file: 'paradas.csv', size: 88_310 },
      { name: 'GTFS', format: 'ZIP', file: 'gtfs.zip', size: 1_430_000 },
    ],
    stars: 3,
  },
  {
    name: 'indicadores-de-salud',
    title: 'Indicadores de salud por jurisdicción sanitaria',
    notes: 'Cuarenta y cinco indicadores anuales, un archivo por indicador.',
    publisher: 'salud',
    changed: 200,
    frequency: 'R/P1Y',
    licence: 'cc-by-4.0',
    tags: ['salud', 'indicadores'],
    temporal: { start: '2010-01-01', end: '2024-12-31' },
    files: Array.from({ length: 45 }, (_, index) => ({
      name: `Indicador ${index + 1}`,
      format: index % 9 === 8 ? 'ods' : 'CSV',
      file: `indicador-${index + 1}.${index % 9 === 8 ? 'ods' : 'csv'}`,
      size: 12_000 + index * 731,
    })),
    stars: 3,
  },
  {
    name: 'sueldos',
    title: 'Remuneraciones de las personas servidoras públicas',
    notes: 'Percepciones brutas y netas por plaza. Publicado en hoja de cálculo.',
    publisher: 'transparencia',
    changed: 70,
    frequency: 'R/P6M',
    licence: 'cc-by-nc',
    tags: ['sueldos', 'transparencia'],
    files: [
      { name: 'Remuneraciones', format: 'Excel', file: 'remuneraciones.xls', size: 3_300_120 },
    ],
    stars: 2,
  },
  {
    name: 'ciclovias',
    title: 'Ciclovías y biciestacionamientos',
    notes: 'Trazo de las ciclovías, tipo de confinamiento y estacionamientos para bicicletas.',
    publisher: 'movilidad',
    changed: 320,
    licence: 'cc-by-4.0',
    tags: ['movilidad', 'bicicleta'],
    files: [
      { name: 'Ciclovías', format: 'GeoJSON', file: 'ciclovias.geojson', size: 402_000 },
      { name: 'Ciclovías (shapefile)', format: 'SHP', file: 'ciclovias.zip', size: 388_000 },
    ],
  },
  {
    name: 'directorio',
    title: 'Directorio de servidores públicos',
    notes: 'Nombre, cargo, área, teléfono y correo institucional.',
    publisher: 'transparencia',
    changed: 6,
    frequency: 'Continua',
    licence: 'libre-uso-mx',
    tags: ['directorio', 'contacto'],
    files: [
      { name: 'Directorio', format: 'JSON', file: 'directorio.json', size: 121_900, hasApi: true },
      { name: 'Directorio', format: 'CSV', file: 'directorio.csv' },
    ],
    stars: 3,
  },
  {
    name: 'contrataciones',
    title: 'Contrataciones abiertas en el estándar OCDS',
    notes:
      'Procedimientos de contratación con identificador OCID, de la planeación a la ejecución.',
    publisher: 'tesoreria',
    changed: 5,
    frequency: 'R/P2W',
    licence: 'libre-uso-mx',
    tags: ['contrataciones', 'OCDS', 'compras'],
    files: [
      { name: 'Entregas del año', format: 'JSON', file: 'entregas.json', size: 7_844_000 },
      { name: 'Resumen', format: 'CSV', file: 'resumen.csv', size: 510_000 },
    ],
    stars: 4,
  },
  {
    name: 'videovigilancia',
    title: 'Ubicación de cámaras de videovigilancia',
    notes: 'Información reservada.',
    publisher: 'seguridad',
    changed: 30,
    tags: ['seguridad'],
    files: [],
    isPrivate: true,
  },
];

/**
 * The instant, ISO 8601 without a zone as CKAN writes it, `days` before today at 10:30.
 *
 * @param {number} days
 */
export function daysAgo(days) {
  const day = new Date();
  day.setUTCDate(day.getUTCDate() - days);
  return `${day.toISOString().slice(0, 10)}T10:30:00.000000`;
}

/** @param {string | { es: string, en: string }} text @param {'es' | 'en'} [lang] */
export function inWords(text, lang = 'es') {
  return typeof text === 'string' ? text : text[lang];
}
