/** Made-up budgets of a made-up municipality, in the forms that the budget chart reads. */

const DEPARTMENTS = [
  ['Agua y saneamiento', 92_400_000, 88_150_320.55],
  ['Seguridad ciudadana', 81_250_000, 84_020_113.1],
  ['Obra pública', 60_000_000, 31_480_900],
  ['Educación y cultura', 35_700_000, 35_699_999.99],
  ['Parques y jardines', 18_300_000, 17_211_408.2],
  ['Desarrollo social', 16_900_000, 16_000_000],
  ['Tesorería', 9_800_000, 9_420_050],
  ['Alumbrado', 8_400_000, 8_790_300],
  ['Biblioteca', 1_250_000, 1_240_000],
  ['Archivo', 310_000, 298_000],
] as const;

const CHAPTERS = ['Servicios personales', 'Materiales', 'Servicios generales'] as const;

export interface TidyBudget {
  readonly title: string;
  readonly publisher?: string;
  readonly license?: string;
  readonly landingPage?: string;
  readonly currency?: string;
  readonly basis?: 'gross' | 'net';
  readonly rows: readonly Record<string, unknown>[];
}

/** Three years by department and chapter, approved, modified and spent. */
export function municipalBudget(changes: Partial<TidyBudget> = {}): TidyBudget {
  const rows = ['2023', '2024', '2025'].flatMap((year, later) =>
    DEPARTMENTS.flatMap(([dependencia, approved, spent]) =>
      CHAPTERS.map((capitulo, at) => {
        const part = [0.6, 0.15, 0.25][at] ?? 0;
        const grown = 1 + later * 0.06;
        const amount = (value: number): string => (value * part * grown).toFixed(2);
        return {
          year,
          dependencia,
          capitulo,
          aprobado: amount(approved),
          modificado: amount((approved + spent) / 2),
          ejercido: amount(spent),
        };
      }),
    ),
  );
  return {
    title: 'Egresos de Río Claro (datos de ejemplo)',
    publisher: 'Tesorería Municipal de Río Claro',
    license: 'CC BY 4.0',
    landingPage: 'https://rioclaro.example/egresos',
    rows,
    ...changes,
  };
}

/** Negative, zero, missing and unreadable amounts, and texts that mean harm. */
export function oddBudget(): TidyBudget {
  return municipalBudget({
    rows: [
      { ramo: 'Agua', aprobado: '1000000', ejercido: '1,250,000.50' },
      { ramo: 'Reintegros', aprobado: '0', ejercido: '-45,300' },
      { ramo: 'Parques', aprobado: '500000', ejercido: '' },
      { ramo: 'Festejos', aprobado: '250000', ejercido: 'por definir' },
      { ramo: '<img src=x onerror=alert(1)>', aprobado: '300000', ejercido: '=HYPERLINK("x")' },
      { ramo: '', aprobado: '120000', ejercido: '119000' },
      { ramo: 'Un nombre larguísimo '.repeat(30), aprobado: '700000', ejercido: '650000' },
    ],
  });
}

/** Texts that try to break the page: markup, formulas, bidi overrides, no spaces, very long. */
export function hostileBudget(): TidyBudget {
  const names = [
    '<img src=x onerror=alert(1)> \u202Eoıɔɐpɐqɐɹʇ',
    'sin-espacios'.repeat(80),
    `=cmd|' /C calc'!A0 {{count}} $t(retry) ${'Z̷͕̍ą̶l̸g̷o '.repeat(200)}`,
    '"><script>alert(1)</script>',
    '🏥'.repeat(120),
  ];
  return municipalBudget({
    title: `<b>Egresos</b> ${'sin-espacios'.repeat(60)}`,
    publisher: '\u202Eoıɔɐpɐqɐɹʇ',
    license: 'javascript:alert(1)',
    landingPage: 'javascript:alert(1)',
    rows: names.flatMap((ramo, at) =>
      names.map((programa) => ({
        ramo,
        programa,
        aprobado: String(1_000_000 * (at + 1)),
        ejercido: String(900_000 * (at + 1)),
      })),
    ),
  });
}

/** Pesos and dollars, which are never added. */
export function twoCurrencies(): TidyBudget {
  return municipalBudget({
    rows: [
      { ramo: 'Obra pública', aprobado: '5000000', currency: 'MXN' },
      { ramo: 'Agua', aprobado: '3000000', currency: 'MXN' },
      { ramo: 'Deuda externa', aprobado: '120000', currency: 'USD' },
    ],
  });
}

/** Two hundred parts, of which most are too small to draw. */
export function manyParts(): TidyBudget {
  return municipalBudget({
    rows: Array.from({ length: 200 }, (_, at) => ({
      programa: `Programa ${at + 1}`,
      aprobado: String(Math.round(900_000_000 / (at + 1) ** 1.6)),
    })),
  });
}

/** A spreadsheet saved as CSV, with headers of its own. */
export const spreadsheet = [
  'Egresos 2025;;',
  'Dependencia;Monto autorizado;Monto pagado',
  'Agua;"$1,500,000.00";"$1,499,000.00"',
  'Parques;"$320,000.00";"$318,500.75"',
  'Alumbrado;"$210,000.00";no disponible',
].join('\r\n');

/** What an OpenSpending API answers. */
export const aggregate = {
  total_cell_count: 3,
  attributes: ['ramo.label'],
  aggregates: ['aprobado.sum'],
  summary: { 'aprobado.sum': 1_050_000 },
  cells: [
    { 'ramo.label': 'Agua', 'aprobado.sum': 600_000 },
    { 'ramo.label': 'Parques', 'aprobado.sum': 300_000 },
    { 'ramo.label': 'Archivo', 'aprobado.sum': 150_000 },
  ],
};

/** A page of CKAN's `datastore_search`. */
export const datastore = {
  success: true,
  result: {
    fields: [
      { id: '_id', type: 'int' },
      { id: 'DESC_RAMO', type: 'text' },
      { id: 'MONTO_APROBADO', type: 'numeric' },
    ],
    records: [
      { _id: 1, DESC_RAMO: 'Salud', MONTO_APROBADO: '1200000.50' },
      { _id: 2, DESC_RAMO: 'Cultura', MONTO_APROBADO: '300000' },
      { _id: 3, DESC_RAMO: 'Deporte', MONTO_APROBADO: 's/d' },
    ],
    total: 3,
  },
};
