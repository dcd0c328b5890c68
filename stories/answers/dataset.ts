/**
 * Answers written by us in the shapes that CKAN and DCAT portals give, for stories. Everything in
 * them is made up ("datos de ejemplo").
 */

const DAY_MS = 86_400_000;

/** An ISO date this many days ago, so that "up to date" and "late" stay true. */
export function daysAgo(days: number): string {
  return new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 19);
}

function resource(name: string, format: string, size: number | null = 48_200): object {
  const slug = name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return {
    id: slug,
    name,
    format,
    size,
    url: `https://datos.rioclaro.example/descargas/${slug}`,
    last_modified: daysAgo(12),
  };
}

/** A CKAN `package_show` answer; `changes` replace fields of its dataset. */
export function ckanAnswer(changes: object = {}): object {
  return {
    help: 'https://datos.rioclaro.example/api/3/action/help_show?name=package_show',
    success: true,
    result: {
      id: 'ejemplo-calidad-del-aire',
      name: 'calidad-del-aire',
      title: 'Calidad del aire por estación (datos de ejemplo)',
      notes:
        'Mediciones por hora de ozono, partículas y dióxido de nitrógeno en las nueve estaciones del municipio.\r\n\r\nDatos inventados para mostrar el recuadro.',
      organization: { title: 'Dirección de Medio Ambiente de Río Claro', name: 'medio-ambiente' },
      license_id: 'cc-by-4.0',
      license_title: 'Creative Commons Attribution 4.0',
      license_url: 'https://creativecommons.org/licenses/by/4.0/',
      isopen: true,
      private: false,
      state: 'active',
      maintainer: 'Unidad de Datos',
      maintainer_email: 'datos@rioclaro.example',
      metadata_created: daysAgo(900),
      metadata_modified: daysAgo(12),
      tags: [{ name: 'aire' }, { name: 'salud' }, { name: 'ozono' }],
      groups: [{ title: 'Medio ambiente' }],
      extras: [
        { key: 'frequency', value: 'R/P1M' },
        { key: 'modified', value: daysAgo(12) },
        { key: 'spatial', value: 'Municipio de Río Claro' },
        { key: 'temporal', value: '2024-01-01/2026-10-31' },
      ],
      resources: [
        resource('Mediciones por hora 2026', 'CSV', 48_200_000),
        resource('Estaciones', 'GeoJSON', 18_400),
        resource('Consulta en línea', 'API', null),
        resource('Nota metodológica', 'pdf', 1_240_000),
      ],
      ...changes,
    },
  };
}

/** Late, closed, in PDF only: what a publisher has to mend. */
export function poorAnswer(): object {
  return ckanAnswer({
    title: 'Padrón de programas sociales 2019 (datos de ejemplo)',
    organization: { title: 'Secretaría de Bienestar de Río Claro' },
    license_id: 'notspecified',
    license_title: 'No se especificó la licencia',
    license_url: '',
    isopen: false,
    metadata_modified: daysAgo(410),
    extras: [
      { key: 'frequency', value: 'anual' },
      { key: 'modified', value: daysAgo(408) },
    ],
    resources: [
      resource('Padrón escaneado', '.PDF', null),
      { name: 'Anexo sin dirección', format: '', url: '', size: null },
    ],
  });
}

/** Forty-five resources, as budget datasets that add a file a month have. */
export function manyResourcesAnswer(): object {
  return ckanAnswer({
    title: { es: 'Presupuesto mensual (datos de ejemplo)', en: 'Monthly budget (example data)' },
    resources: Array.from({ length: 45 }, (_, i) =>
      resource(
        `Mes ${i + 1}`,
        ['CSV', 'zip+csv', 'text/csv', 'XLSX', 'ODS'][i % 5] ?? 'CSV',
        90_000 + i * 7919,
      ),
    ),
  });
}

/** Two of its five resources cannot be read. */
export function partialAnswer(): object {
  const { result } = ckanAnswer() as { result: { resources: object[] } };
  return ckanAnswer({
    resources: [...result.resources.slice(0, 3), null, 'https://suelto.example'],
  });
}

/** Texts that try to break the page: markup, formulas, bidi overrides, no spaces, very long. */
export function hostileAnswer(): object {
  return ckanAnswer({
    title: `<img src=x onerror=alert(1)> \u202Eoıɔɐpɐqɐɹʇ ${'sin-espacios'.repeat(60)}`,
    notes: `=cmd|' /C calc'!A0 {{count}} $t(retry) ${'Z̷͕̍ą̶l̸g̷o '.repeat(400)}`,
    organization: { title: '"><script>alert(1)</script>' },
    license_url: 'javascript:alert(1)',
    resources: [
      { name: '<b>negrita</b>', format: 'C\u0000SV', url: 'javascript:alert(1)', size: '12,345' },
      { name: null, format: null, url: 'data:text/html,<script>alert(1)</script>' },
    ],
  });
}

/** A `data.json` of two datasets, in the shape of Mexico's ADELA. */
export function dcatAnswer(): object {
  return {
    title: 'Catálogo de ejemplo',
    conformsTo: 'https://project-open-data.cio.gov/v1.1/schema',
    dataset: [
      {
        identifier: 'obras',
        title: 'Obras públicas en curso (datos de ejemplo)',
        description: 'Obras del municipio con su avance y su contrato.',
        publisher: { name: 'Dirección de Obras de Río Claro', mbox: 'obras@rioclaro.example' },
        modified: daysAgo(3).slice(0, 10),
        accrualPeriodicity: 'R/P1W',
        license: 'https://creativecommons.org/publicdomain/zero/1.0/',
        openessRating: '3',
        temporal: '2025-01-01/2026-12-31',
        landingPage: 'https://datos.rioclaro.example/dataset/obras',
        distribution: [
          {
            title: 'Obras',
            mediaType: 'text/csv',
            downloadURL: 'https://datos.rioclaro.example/obras.csv',
            byteSize: 20480,
          },
        ],
      },
      { identifier: 'otro', title: 'Otro conjunto', distribution: [] },
    ],
  };
}
