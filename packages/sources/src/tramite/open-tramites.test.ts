import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Tramite } from '@ventana/model';
import { generateTramites } from '@ventana/model/tramite/generate/generate-tramites.js';
import { parseTramites, readTramites } from './open-tramites.js';

function read(document: unknown): ReturnType<typeof parseTramites> {
  const text = typeof document === 'string' ? document : JSON.stringify(document);
  return parseTramites({
    address: 'https://example.org/tramites',
    bytes: new TextEncoder().encode(text),
    contentType: '',
    retrievedAt: 0,
  });
}

function only(document: unknown): Tramite {
  const { tramites } = read(document).model;
  expect(tramites.length).toBe(1);
  return tramites[0] as Tramite;
}

describe('our own JSON', () => {
  it('written from the model is read back as the model', () => {
    const tramites = generateTramites(300, 77);
    expect(read({ titulo: 'Prueba', tramites }).model.tramites).toEqual(tramites);
  });

  it('is read in Spanish and in English, with parts or with texts', () => {
    const spanish = only({
      titulo: 'Catálogo',
      tramites: [
        {
          homoclave: 'A-1',
          nombre: { es: 'Acta', en: 'Certificate' },
          dependencia: 'Registro Civil',
          nivel: 'estatal',
          canales: ['en línea', 'in-person', 'por paloma'],
          costo: { monto: 95, moneda: 'MXN' },
          plazo: { minimo: 1, maximo: 3, unidad: 'días hábiles' },
          requisitos: ['CURP', { nombre: 'INE', original: true, copias: 2 }],
          donde: [{ nombre: 'Oficialía 1', horario: '9 a 3' }],
          fundamento: { texto: 'Art. 1', url: 'https://example.org/ley' },
          palabrasClave: ['partida'],
          actualizado: '2026-03-01',
          folioInterno: 7,
        },
      ],
    });
    expect(spanish).toMatchObject({
      id: 'A-1',
      name: 'Acta',
      institution: 'Registro Civil',
      level: 'state',
      channels: ['online', 'in-person'],
      cost: { kind: 'amount', value: '95', currency: 'MXN' },
      duration: { kind: 'span', min: 1, max: 3, unit: 'business-day' },
      requirements: [{ name: 'CURP' }, { name: 'INE', original: 1, copies: 2 }],
      places: [{ name: 'Oficialía 1', hours: '9 a 3' }],
      legalBasis: [{ text: 'Art. 1', url: 'https://example.org/ley' }],
      keywords: ['partida'],
      updated: '2026-03-01',
      other: [
        { name: 'folioInterno', text: '7' },
        { name: 'canales', text: 'por paloma' },
      ],
    });
    const english = only([
      { homoclave: 'A-1', name: 'Acta', institution: 'Registro Civil', requirements: 'CURP' },
    ]);
    expect(english).toMatchObject({ name: 'Acta', requirements: [{ name: 'CURP' }] });
  });

  it('says what could not be read, and counts what was left out', () => {
    const { model, received, omitted, problems } = read({
      tramites: [
        {
          nombre: 'Bien',
          liga: 'javascript:alert(1)',
          actualizado: '01/03/2026',
          nivel: 'barrial',
        },
        null,
        { costo: 'Gratuito' },
        'texto',
        { homoclave: 'X' },
        { homoclave: 'X' },
      ],
    });
    expect([received, omitted, model.tramites.map(({ id }) => id)]).toEqual([
      6,
      3,
      ['#bien', 'X', 'X#2'],
    ]);
    expect(model.tramites[0]).toMatchObject({
      urlVerbatim: 'javascript:alert(1)',
      updatedVerbatim: '01/03/2026',
      other: [{ name: 'nivel', text: 'barrial' }],
    });
    expect(problems.map(({ code }) => code).sort()).toEqual([
      'bad-address',
      'bad-date',
      'duplicate-id',
      'missing-name',
      'missing-name',
      'not-a-record',
      'not-a-record',
      'nothing-to-name',
      'unknown-level',
    ]);
  });

  it('is a valid zero when it holds none, and an error when it is something else', () => {
    expect(read({ tramites: [] })).toMatchObject({ empty: true, received: 0 });
    for (const other of [{}, { a: 1 }, 5, { success: false }, { tramites: [1, 2] }, 'a;b\n1;2']) {
      expect(() => read(other)).toThrow(expect.objectContaining({ name: 'SourceError' }));
    }
  });
});

it('takes a document with a name for a trámite only where it says something of one', () => {
  expect(only({ nombre: 'Acta', requisitos: ['CURP'] }).name).toBe('Acta');
  expect(only({ homoclave: 'A-1', nombre: 'Acta' }).id).toBe('A-1');
  for (const other of [
    { name: 'NotFoundError', message: 'No route' },
    { name: 'datos', title: 'Datos', keywords: ['agua'], resources: [] },
    { titulo: 'Plan municipal', institucion: 'Municipio', compromisos: [] },
  ]) {
    expect(() => read(other)).toThrow(expect.objectContaining({ reason: 'malformed' }));
  }
});

describe('costs in parts', () => {
  it.each([
    [{ concepto: 'Por hoja', monto: 10 }, 'words', 'Por hoja: $10'],
    [{ concepto: 'Costo', monto: 10 }, 'amount', '$10'],
    [{ monto: '$20', moneda: 'USD' }, 'amount', '$20 USD'],
    [{ minimo: 10, maximo: 20 }, 'range', '$10 a $20'],
    [{ monto: 'Variable', moneda: 'MXN' }, 'words', 'Variable'],
    [[{ monto: 10 }, { monto: 10 }], 'amount', '$10'],
    [['Gratuito', 'Sin costo'], 'words', 'Gratuito\nSin costo'],
    [{ gratuito: true, monto: 0 }, 'free', 'Gratuito'],
    [{ gratuito: true, monto: 10 }, 'words', 'gratuito: Sí\nmonto: 10'],
    [{ monto: 100, uma: 1 }, 'words', 'monto: 100\numa: 1'],
  ])('%j', (costo, kind, verbatim) => {
    expect(only([{ nombre: 'Acta', costo }]).cost).toMatchObject({ kind, verbatim });
  });

  it('keep the label and unit of HSDS and JSON-LD', () => {
    const [service] = read([
      {
        id: 's-1',
        name: 'Acta',
        cost_options: [{ option: 'Hoja', amount: 10, amount_description: 'por hoja' }],
      },
    ]).model.tramites;
    expect(service?.cost).toEqual({ kind: 'words', verbatim: 'Hoja, por hoja: $10' });
    const offer = (offers: unknown): unknown =>
      only({ '@type': 'Service', name: 'Acta', offers }).cost;
    expect(
      offer({ name: 'Urgente', price: 10, priceSpecification: { price: 10, unitText: 'hoja' } }),
    ).toEqual({ kind: 'words', verbatim: 'Urgente, hoja: $10' });
    expect(offer({ price: 'Gratuito', priceCurrency: 'MXN' })).toMatchObject({ kind: 'free' });
    expect(offer({ name: 'Acta', price: 10, priceCurrency: 'MXN' })).toMatchObject({
      kind: 'amount',
    });
    expect(offer({ description: 'Varía según el municipio' })).toEqual({
      kind: 'words',
      verbatim: 'Varía según el municipio',
    });
  });
});

describe('what has no field of its own', () => {
  it('is kept in the text, or under its own name', () => {
    expect(
      only([
        {
          nombre: 'Acta',
          fundamento: [{ ley: 'Código Civil', articulo: '40', fraccion: 'II' }],
          requisitos: [
            { nombre: 'INE', descripcion: 'De ambos lados', formato: 'PDF' },
            { copias: 2, nota: 'Comprobante de domicilio' },
          ],
          pasos: [{ orden: 1, nombre: 'Paga', descripcion: 'En caja' }],
          donde: [{ nombre: 'Caja', correo: 'caja@example.org' }],
          visitas: '1 o 2',
        },
      ]),
    ).toMatchObject({
      legalBasis: [{ text: 'Código Civil, art. 40, fraccion: II' }],
      requirements: [
        { name: 'INE', note: 'De ambos lados\nformato: PDF' },
        { name: 'Comprobante de domicilio', copies: 2 },
      ],
      steps: ['Paga: En caja'],
      places: [{ name: 'Caja' }],
      other: [
        { name: 'donde', text: 'Caja\ncorreo: caja@example.org' },
        { name: 'visitas', text: '1 o 2' },
      ],
    });
  });

  it('is so with the telephone of an HSDS service beside that of its place', () => {
    const [service] = read([
      {
        id: 's-1',
        name: 'Acta',
        phones: [{ number: '55 1' }],
        organization: { name: 'RC' },
        locations: [{ name: 'Centro', phones: [{ number: '55 2' }] }],
      },
    ]).model.tramites;
    expect(service?.places).toEqual([{ name: 'Centro', phone: '55 2' }, { phone: '55 1' }]);
  });
});

it('calls a trámite without a key by its name, so that links hold when rows come and go', () => {
  const { model, problems } = read([
    { nombre: 'Acta de  Nacimiento (copia)' },
    { nombre: 'Acta de nacimiento: copia' },
    { nombre: '¿…?' },
    { nombre: 'x'.repeat(500) },
  ]);
  expect(model.tramites.map(({ id }) => id)).toEqual([
    '#acta-de-nacimiento-copia',
    '#acta-de-nacimiento-copia#2',
    '#3',
    `#${'x'.repeat(80)}`,
  ]);
  expect(problems).toEqual([]);
});

it('gives no two trámites one id, refuses two addresses in one, and sees no name in nothing', () => {
  const { tramites } = read([
    { homoclave: 'A#2', nombre: 'Uno' },
    { homoclave: 'A', nombre: '\u200b\u2060' },
    { homoclave: 'A', nombre: 'Tres', liga: 'https://a.example\nhttps://b.example' },
    { homoclave: 'A#3', nombre: 'Cuatro' },
    { homoclave: 'A', nombre: 'Cinco' },
  ]).model;
  expect(tramites.map(({ id }) => id)).toEqual(['A#2', 'A', 'A#3', 'A#3#2', 'A#4']);
  expect(tramites[1]?.name).toBe('');
  expect([tramites[2]?.url, tramites[2]?.urlVerbatim]).toEqual([
    undefined,
    'https://a.example\nhttps://b.example',
  ]);
});

describe('schema.org JSON-LD', () => {
  it('follows typed references, to nodes that stand first inside another, and prefers Spanish', () => {
    const { tramites } = read({
      '@context': 'https://schema.org',
      '@graph': [
        {
          '@type': 'Service',
          '@id': '#a',
          name: [
            { '@value': 'Birth certificate', '@language': 'en' },
            { '@value': 'Acta', '@language': 'es' },
          ],
          provider: { '@type': 'Organization', '@id': '#o', name: 'Registro Civil' },
        },
        { '@type': 'Service', name: 'CURP', provider: { '@type': 'Organization', '@id': '#o' } },
        { '@type': 'Service', '@id': '#l', isRelatedTo: { '@type': 'Service', '@id': '#a' } },
        { '@type': 'Service', '@id': '#l', name: 'Licencia', provider: { '@id': '#o' } },
      ],
    }).model;
    expect(tramites.map(({ name, institution }) => [name, institution])).toEqual([
      ['Acta', 'Registro Civil'],
      ['CURP', 'Registro Civil'],
      ['Licencia', 'Registro Civil'],
    ]);
  });

  it('finds services in a graph, follows references, and reads offers, areas and channels', () => {
    const tramite = only({
      '@context': 'https://schema.org',
      '@graph': [
        { '@id': '#mun', '@type': 'GovernmentOrganization', name: 'Tesorería' },
        { '@type': 'WebPage', name: 'No es un trámite' },
        {
          '@id': 'https://example.org/t/1',
          '@type': ['schema:GovernmentService'],
          name: [{ '@value': 'Pago de predial', '@language': 'es' }],
          identifier: { '@type': 'PropertyValue', value: 'TES-1' },
          provider: { '@id': '#mun' },
          areaServed: { '@type': 'City', name: 'Puebla' },
          serviceType: 'Impuestos',
          offers: { '@type': 'Offer', offers: [{ price: '120.50', priceCurrency: 'MXN' }] },
          availableChannel: [
            {
              '@type': 'ServiceChannel',
              serviceUrl: 'https://example.org/pago',
              processingTime: 'P3D',
            },
            {
              serviceLocation: {
                name: 'Ventanilla 4',
                address: { streetAddress: 'Calle 1', addressLocality: 'Puebla' },
              },
            },
          ],
          audience: { audienceType: 'Propietarios' },
          serviceOutput: { name: 'Recibo' },
        },
      ],
    });
    expect(tramite).toMatchObject({
      id: 'TES-1',
      name: 'Pago de predial',
      institution: 'Tesorería',
      municipality: 'Puebla',
      level: 'municipal',
      cost: { kind: 'amount', value: '120.5', currency: 'MXN' },
      duration: { kind: 'span', max: 3, unit: 'day', verbatim: '3 días' },
      channels: ['online', 'in-person'],
      places: [{ name: 'Ventanilla 4', address: 'Calle 1, Puebla' }],
      audience: ['Propietarios'],
      keywords: ['Impuestos'],
      result: 'Recibo',
      url: 'https://example.org/pago',
    });
  });

  it.each([
    ['PT1H', '1 hora'],
    ['P1Y6M', '1 año 6 meses'],
    ['P2W', '2 semanas'],
    ['P', 'P'],
    ['Tres días', 'Tres días'],
  ])('says a time of %s as %s', (processingTime, verbatim) => {
    const service = { '@type': 'GovernmentService', name: 'Uno', processingTime };
    expect(only(service).duration?.verbatim).toBe(verbatim);
  });

  it('takes a single node, an array, an ItemList and full addresses as keys', () => {
    const service = { '@type': 'https://schema.org/Service', name: 'Uno' };
    expect(only({ '@context': 'https://schema.org', ...service }).name).toBe('Uno');
    expect(only([service]).name).toBe('Uno');
    expect(only({ '@type': 'ItemList', itemListElement: [{ item: service }] }).name).toBe('Uno');
    expect(
      only([{ '@type': 'https://schema.org/Service', 'https://schema.org/name': 'Dos' }]).name,
    ).toBe('Dos');
  });

  it('keeps several prices as words instead of choosing one', () => {
    const { cost } = only({
      '@type': 'GovernmentService',
      name: 'Licencia',
      offers: [
        { name: '1 año', price: 100, priceCurrency: 'MXN' },
        { name: '3 años', price: 250, priceCurrency: 'MXN' },
      ],
    });
    expect(cost).toEqual({ kind: 'words', verbatim: '1 año: 100 MXN\n3 años: 250 MXN' });
  });
});

describe('HSDS services', () => {
  it('reads organisation, fees, documents, locations and hours', () => {
    const tramite = only({
      total_items: 1,
      page_number: 1,
      total_pages: 1,
      contents: [
        {
          id: 's-1',
          name: 'Food bank',
          organization: { id: 'o', name: 'DIF' },
          fees_description: '$10.00',
          eligibility_description: 'Familias',
          required_documents: [{ document: 'INE' }],
          service_at_locations: [
            {
              location: {
                location_type: 'physical',
                name: 'Centro',
                addresses: [{ address_1: 'Calle 2', city: 'León', state_province: 'Guanajuato' }],
              },
              schedules: [{ byday: 'MO,FR', opens_at: '09:00', closes_at: '15:00' }],
              phones: [{ number: '477 000 0000' }],
            },
          ],
          last_modified: '2026-01-05T10:00:00Z',
          status: 'active',
        },
      ],
    });
    expect(tramite).toMatchObject({
      id: 's-1',
      institution: 'DIF',
      cost: { kind: 'amount', value: '10' },
      who: 'Familias',
      requirements: [{ name: 'INE' }],
      channels: ['in-person'],
      municipality: 'León',
      places: [
        {
          name: 'Centro',
          address: 'Calle 2, León, Guanajuato',
          hours: 'lunes, viernes, 09:00 a 15:00',
          phone: '477 000 0000',
        },
      ],
      updated: '2026-01-05',
      other: [{ name: 'status', text: 'active' }],
    });
  });
});

describe('CSV', () => {
  it('recognises headers in many words, `~~` as a comma and `||` as a list', () => {
    const tramite = only(
      'Nombre del trámite,Secretaría,Dependencia,Requisitos,Fundamento jurídico,Clave rara\nUno,Obras,Permisos,INE~~ vigente||CURP,Art. 1~~ 2||Art. 3,x||y\n',
    );
    expect(tramite).toMatchObject({
      name: 'Uno',
      institution: 'Obras',
      unit: 'Permisos',
      requirements: [{ name: 'INE, vigente' }, { name: 'CURP' }],
      legalBasis: [{ text: 'Art. 1, 2' }, { text: 'Art. 3' }],
      other: [{ name: 'Clave rara', text: 'x\ny' }],
    });
  });

  it('obeys the embedder’s columns before its own guesses', () => {
    const { tramites } = readTramites('A;B;Nombre\nuno;$5;otro\n', 'inline', {
      nombre: 'a',
      costo: 'B',
    }).model;
    expect(tramites[0]).toMatchObject({
      name: 'uno',
      cost: { kind: 'amount', value: '5' },
      other: [{ name: 'Nombre', text: 'otro' }],
    });
  });

  it('recognises the header that a mapping to no column would hide, and cleans headers and bars', () => {
    const { tramites } = readTramites('Nombre,Área~~ piso,Requisitos\nActa,3,a|||b\n', 'inline', {
      nombre: 'TITULO',
    }).model;
    expect(tramites[0]).toMatchObject({
      name: 'Acta',
      requirements: [{ name: 'a' }, { name: 'b' }],
      other: [{ name: 'Área, piso', text: '3' }],
    });
  });

  it('reads Latin-1 bytes, and rows that are too short or long by blanks', () => {
    const text = 'nombre,costo\nCédula\nActa,Gratuito,,\n';
    const { model, received } = parseTramites({
      address: 'https://example.org/t.csv',
      bytes: Uint8Array.from(text, (char) => char.charCodeAt(0)),
      contentType: 'text/csv',
      retrievedAt: 0,
    });
    expect([received, model.tramites.map(({ name }) => name)]).toEqual([2, ['Cédula', 'Acta']]);
  });

  it('leaves out, and counts, a row with a cell too many: a price with a comma invents none', () => {
    const { model, received, omitted, problems } = readTramites(
      'clave,nombre,costo\nA,Licencia,$1,234.00\nB,Permiso,"$1,234.00"\n',
      'inline',
    );
    expect([received, omitted, problems.map(({ where }) => where)]).toEqual([2, 1, ['row 2']]);
    expect(model.tramites).toMatchObject([{ name: 'Permiso', cost: { value: '1234' } }]);
  });

  it('leaves out, and counts, the last row of a file that ends within it', () => {
    const { model, omitted, problems } = readTramites(
      'clave,nombre,costo\nA,Licencia,$100\nB,Permi',
      'inline',
    );
    expect([omitted, problems.map(({ where }) => where)]).toEqual([1, ['row 3']]);
    expect(model.tramites.map(({ name }) => name)).toEqual(['Licencia']);
  });
});

describe('whatever comes', () => {
  it('never throws anything but a SourceError, and shown + omitted = received', () => {
    const value = fc.anything();
    const keys = fc.constantFrom(
      'nombre',
      'costo',
      'requisitos',
      'donde',
      'liga',
      '__proto__',
      'canales',
      '@type',
      'offers',
      'provider',
      'plazo',
      'fundamento',
      'constructor',
    );
    const record = fc.dictionary(keys, value);
    const document = fc.oneof(
      fc.record({ tramites: fc.array(fc.oneof(record, value)) }),
      fc.record({
        contents: fc.array(fc.oneof(record, value)),
        total_pages: value,
        page_number: value,
      }),
      fc.record({ '@graph': fc.array(fc.oneof(record, value)) }),
      value,
    );
    fc.assert(
      fc.property(document, (raw) => {
        try {
          const { received, omitted, model } = readTramites(raw);
          expect(model.tramites.length + omitted).toBe(received);
        } catch (error) {
          expect((error as Error).name).toBe('SourceError');
        }
      }),
      { numRuns: 500 },
    );
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it('keeps naughty text as text', () => {
    const name = '<img src=x onerror=alert(1)> \u202e ${7*7} {{x}}';
    expect(only({ tramites: [{ nombre: name }] }).name).toBe(name);
  });
});
