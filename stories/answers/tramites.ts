/** Catalogues of a made-up city, for the stories of the trámite finder. */
import { generateTramites } from '@ventana/model/tramite/generate/generate-tramites.js';
import example from '../../packages/model/datos/tramites-ejemplo.json' with { type: 'json' };

type Json = Record<string, unknown>;

/** The catalogue that ships with the library. */
export function exampleCatalogue(): Json {
  return example as Json;
}

/** `count` trámites from the seeded generator. */
export function largeCatalogue(count: number): Json {
  return { titulo: 'Catálogo generado', ejemplo: true, tramites: generateTramites(count, 2026) };
}

export function catalogueOf(...tramites: unknown[]): Json {
  return { titulo: 'Trámites de Río Claro', ejemplo: true, tramites };
}

/** Costs and times as people write them, and much left out. */
export function roughCatalogue(): Json {
  return catalogueOf(
    { nombre: 'Armazones de bajo costo', costo: '300 pesos en adelante dependiendo del armazón' },
    { nombre: 'Multa por infracción', costo: 'de 2 a 5 UMA', plazo: 'Inmediato si hay personal' },
    { nombre: 'Duplicado de recibo', costo: 'hasta $45.00', plazo: '20 minutos aprox.' },
    { homoclave: 'RC/9', descripcion: 'Una ficha sin nombre' },
  );
}

/** Two of its rows cannot be read. */
export function partialCatalogue(): Json {
  return catalogueOf(null, { nombre: 'Permiso de poda' }, 12, { nombre: 'Permiso de feria' });
}

export function hostileCatalogue(): Json {
  const evil = '<img src=x onerror=alert(1)> \u202eal revés\u202c Z̸̢a̷l̶g̵o̴';
  return catalogueOf({
    homoclave: evil,
    nombre: `${evil} ${'palabrasinespacios'.repeat(40)}`,
    descripcion: `${evil} ${'largo '.repeat(900)}`,
    dependencia: evil,
    costo: evil,
    plazo: evil,
    requisitos: [evil, 'x'.repeat(2000)],
    donde: [{ nombre: evil, direccion: evil, url: 'javascript:alert(1)' }],
    fundamento: [{ texto: evil, url: 'data:text/html,x' }],
    liga: 'javascript:alert(1)',
    extra: { a: evil },
  });
}
