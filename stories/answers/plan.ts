/**
 * Plans for the stories of the tracker: those that ship with the library, and faulty ones written
 * for this. All progress in them is made up ("datos de ejemplo"), or absent.
 */
import plan2013 from '../../packages/model/datos/plan-2013-2015.json';
import examplePlan from '../../packages/model/datos/plan-ejemplo.json';

/** The 26 commitments of 2013-2015, of which nobody's progress is claimed. */
export { examplePlan, plan2013 };

/** The same example as a spreadsheet would export part of it. */
export const planCsv = `numero;titulo;eje;institucion;osc;estatus;hito;hito_fecha;hito_estatus
1;Ventanilla de trámites en línea;Servicios;Oficina de Innovación;Colectivo Ciudad Abierta;en proceso;Publicar la lista;2026-03-01;cumplido
1;Ventanilla de trámites en línea;;;;;Diez trámites en línea;2026-07-31;en proceso
2;Quejas con folio y respuesta;Servicios;Contraloría Municipal;Vecinas por la Transparencia;cumplido;;;
3;Presupuesto en datos abiertos;Dinero;Tesorería Municipal;Cuentas Claras A.C.;;;;
`;

/** What a hurried hand writes: unknown words, dates in other forms, doubled numbers, lost rows. */
export const faultyPlan = {
  titulo: 'Plan con errores (datos de ejemplo)',
  ejemplo: true,
  ejes: [{ clave: 'a', titulo: 'Único eje' }],
  compromisos: [
    {
      numero: 1,
      titulo: 'Dos con el mismo número',
      eje: 'a',
      estatus: 'más o menos',
      inicio: '2026-05-01',
      hitos: [
        { titulo: 'Antes de empezar', fecha: '2026-01-10' },
        { titulo: 'Fecha de otra forma', fecha: '31/12/2026', estatus: 'en proceso' },
        { titulo: 'Sin fecha' },
      ],
    },
    { numero: 1, titulo: 'El otro uno', eje: 'otro eje', estatus: 'cumplido' },
    { numero: 3, resumen: 'Sin título, con una liga que no se abre.', url: 'javascript:alert(1)' },
    null,
    'un renglón suelto',
  ],
};

/** Texts that try to break the page. */
export const hostilePlan = {
  titulo: '<img src=x onerror=alert(1)> \u202Eoıɔɐpɐqɐɹʇ',
  ejemplo: true,
  ejes: [{ clave: 'a', titulo: `Eje-sin-espacios-${'o'.repeat(400)}` }],
  compromisos: [
    {
      numero: '7'.repeat(60),
      titulo: 'sin-espacios'.repeat(80),
      resumen: `=cmd|' /C calc'!A0 {{count}} $t(retry) ${'Z̷͕̍ą̶l̸g̷o '.repeat(200)}`,
      eje: 'a',
      estatus: '"><script>alert(1)</script>',
      institucion: `Institución${'n'.repeat(300)}`,
      hitos: [{ titulo: 'x'.repeat(2000), fecha: '2026-01-01' }],
    },
  ],
};

/** Two thousand commitments. */
export function longPlan(): object {
  const statuses = ['no iniciado', 'en proceso', 'atrasado', 'cumplido'];
  return {
    titulo: 'Plan de dos mil compromisos (datos de ejemplo)',
    ejemplo: true,
    ejes: Array.from({ length: 5 }, (_, i) => ({ clave: `e${i}`, titulo: `Eje ${i + 1}` })),
    compromisos: Array.from({ length: 2000 }, (_, i) => ({
      numero: i + 1,
      titulo: `Compromiso de ejemplo ${i + 1}`,
      eje: `e${i % 5}`,
      institucion: `Institución ${i % 30}`,
      estatus: statuses[i % 4],
      hitos: [{ titulo: 'Hito', fecha: `2026-${String(1 + (i % 12)).padStart(2, '0')}-15` }],
    })),
  };
}
