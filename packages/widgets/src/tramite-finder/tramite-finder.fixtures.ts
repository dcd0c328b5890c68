/** A catalogue of our own invention and the ways in which it answers, for the element's tests. */

export type Json = Record<string, unknown>;

export const ACTA: Json = {
  homoclave: 'RC/01',
  nombre: 'Copia certificada del acta de nacimiento',
  descripcion: 'Te la dan el mismo día si naciste en Río Claro.',
  dependencia: 'Registro Civil de Río Claro',
  nivel: 'estatal',
  modalidad: 'Presencial y en línea',
  canales: ['online', 'in-person'],
  costo: '$82.50',
  plazo: 'Inmediato',
  requisitos: ['CURP (original)', 'Identificación oficial, original y dos copias'],
  pasos: ['Pide la ficha.', 'Paga.', 'Recoge el acta.'],
  donde: [
    {
      nombre: 'Oficialía 1',
      direccion: 'Calle Olmo 3',
      horario: '9 a 14 h',
      telefono: '555 010 2030',
    },
  ],
  fundamento: [{ texto: 'Código Civil de Río Claro, art. 40', url: 'https://leyes.example/40' }],
  vigencia: 'Indefinida',
  resultado: 'Acta',
  quien: 'Cualquier persona',
  cuando: 'Todo el año',
  eventosDeVida: ['Nacer'],
  audiencia: ['Personas'],
  palabrasClave: ['partida'],
  usos: 900,
  liga: 'https://tramites.example/rc-01',
  actualizado: '2026-03-01',
  colorDeLaPuerta: 'Azul',
};

export const LICENCIA: Json = {
  homoclave: 'MV/02',
  nombre: 'Licencia de conducir por primera vez',
  dependencia: 'Secretaría de Movilidad',
  nivel: 'estatal',
  canales: ['in-person'],
  costo: '$1,200.00 M.N.',
  plazo: '3 días hábiles',
  requisitos: ['CURP', 'Comprobante de domicilio y una copia'],
  eventosDeVida: ['Aprender a manejar'],
  usos: 500,
};

export const BECA: Json = {
  homoclave: 'ED/03',
  nombre: 'Beca para transporte escolar',
  dependencia: 'Secretaría de Educación',
  nivel: 'municipal',
  canales: ['online'],
  costo: 'Gratuito',
  plazo: 'Según la convocatoria',
  requisitos: ['CURP'],
  eventosDeVida: ['Estudiar'],
  usos: 100,
};

export const PODA: Json = {
  nombre: 'Permiso de poda de árboles',
  dependencia: 'Dirección de Parques',
  nivel: 'municipal',
  costo: 'Depende del tamaño del árbol',
};

export function catalogue(changes: Json = {}): Json {
  return {
    titulo: 'Trámites de Río Claro',
    licencia: 'CC BY 4.0',
    tramites: [ACTA, LICENCIA, BECA, PODA],
    ...changes,
  };
}

/** `count` trámites that tell apart by number. */
export function many(count: number): Json {
  return catalogue({
    tramites: Array.from({ length: count }, (_, i) => ({
      homoclave: `N/${i}`,
      nombre: `Constancia número ${i}`,
      dependencia: `Oficina ${i % 9}`,
      costo: i % 2 ? 'Gratuito' : '$10',
    })),
  });
}

/** A `fetch` that answers by a part of the address, late where told to, and what it was asked. */
export function office(
  replies: Record<string, { json?: unknown; status?: number; after?: number }>,
): {
  fetch: typeof fetch;
  asked: string[];
} {
  const asked: string[] = [];
  return {
    asked,
    fetch: async (input, init) => {
      const address = input instanceof Request ? input.url : String(input);
      asked.push(address);
      const key = Object.keys(replies).find((part) => address.includes(part));
      const { json = {}, status = 200, after = 0 } = key ? replies[key]! : { status: 404 };
      await new Promise((resolve, reject) => {
        init?.signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
        setTimeout(resolve, after);
      });
      return new Response(JSON.stringify(json), {
        status,
        headers: { 'content-type': 'application/json' },
      });
    },
  };
}
