import { addDays, today } from '@ventana/model';

/** A day this far from today, so that "overdue" stays true. */
export const inDays = (days: number): string => addDays(today(), days);

/** A made-up plan of four commitments: each status of knowing, and everything a detail shows. */
export const planDocument = {
  titulo: 'Plan de Río Claro',
  ejemplo: true,
  aviso: 'Inventado para las pruebas.',
  periodo: { etiqueta: '2026-2027' },
  canal: 'https://plan.example/cambios.atom',
  ejes: [
    { clave: 'agua', titulo: 'Agua limpia' },
    { clave: 'calle', titulo: 'Calles para todas' },
  ],
  temas: [
    { clave: 'rio', titulo: 'El río', osc: 'Río Vivo' },
    { clave: 'luz', titulo: 'Alumbrado', osc: 'Noche Segura' },
  ],
  compromisos: [
    {
      numero: 1,
      titulo: 'Medición pública del río',
      resumen: 'Cada semana, en datos abiertos.',
      eje: 'agua',
      tema: 'rio',
      institucion: 'Organismo del Agua',
      estatus: 'en proceso',
      historial: [
        { fecha: inDays(-90), estatus: 'no iniciado' },
        { fecha: inDays(-20), estatus: 'en proceso', fuente: 'https://plan.example/1' },
      ],
      hitos: [
        { titulo: 'Comprar sensores', fecha: inDays(-60), cumplido: inDays(-62) },
        { titulo: 'Publicar la primera semana', fecha: inDays(-43), estatus: 'en proceso' },
        { titulo: 'Publicar el año', fecha: inDays(80), estatus: 'no iniciado' },
      ],
      evaluaciones: [
        { quien: 'gobierno', cumplimiento: 'sustancial' },
        { quien: 'sociedad', cumplimiento: 'limitado', nota: 'Faltan sensores.' },
      ],
      evidencia: [
        {
          titulo: 'Acta',
          url: 'https://plan.example/acta',
          archivo: 'https://archivo.example/acta',
        },
      ],
      datos: [{ titulo: 'Calidad del río', url: 'https://datos.example/api', clave: 'rio' }],
    },
    {
      numero: 2,
      titulo: 'Educación del agua',
      eje: 'agua',
      institucion: 'Secretaría de Educación',
      estatus: 'cumplido',
      hitos: [{ titulo: 'Talleres', fecha: inDays(-10), cumplido: inDays(-9) }],
    },
    {
      numero: 10,
      titulo: 'Alumbrado de noche',
      eje: 'calle',
      tema: 'luz',
      institucion: 'Obras',
      estatus: 'a punto de arrancar',
    },
    { numero: 9, titulo: 'Banquetas', eje: 'calle', institucion: 'Obras' },
  ],
};

/** As many commitments as asked, each with a milestone due today. */
export function longPlan(count: number): object {
  return {
    titulo: 'Plan largo',
    compromisos: Array.from({ length: count }, (_, i) => ({
      numero: i + 1,
      titulo: `Compromiso de ${i % 2 ? 'agua' : 'luz'} ${i + 1}`,
      estatus: i % 3 ? 'en proceso' : 'cumplido',
      hitos: [{ titulo: `Hito ${i + 1}`, fecha: inDays(i % 50) }],
    })),
  };
}
