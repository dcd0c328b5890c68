import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDuration } from './duration.js';

const say = (text: string): string => {
  const duration = parseDuration(text);
  if (duration?.kind !== 'span') return duration?.kind ?? 'none';
  const { min, max, unit, approximate, from } = duration;
  return `${min ?? ''}..${max} ${unit}${approximate ? ' approx' : ''}${from ? ` (${from})` : ''}`;
};

describe('parseDuration', () => {
  it.each([
    ['Inmediato', 'immediate'],
    ['Respuesta inmediata.', 'immediate'],
    ['1-3 días hábiles tras reunir requisitos.', '1..3 business-day (tras reunir requisitos)'],
    ['De 15 a 20 días hábiles', '15..20 business-day'],
    ['5 – 8 días', '5..8 day'],
    ['10 días naturales', '10..10 day'],
    ['2 meses aprox.', '2..2 month approx'],
    ['aproximadamente 1 hora', '1..1 hour approx'],
    ['Un mes', '1..1 month'],
    ['3 (tres) días hábiles', '3..3 business-day'],
    ['18 (dieciocho) días hábiles', '18..18 business-day'],
    ['45 (cuarenta y cinco) días', '45..45 day'],
    ['24 a 48 horas', '24..48 hour'],
    ['Hasta 30 minutos', '..30 minute'],
    ['Plazo máximo de 10 días hábiles', '..10 business-day'],
    ['72 hrs', '72..72 hour'],
    ['3 días a 5 días', '3..5 day'],
    ['P3D', '3..3 day'],
    ['PT30M', '30..30 minute'],
  ])('reads %j as %s', (text, expected) => expect(say(text)).toBe(expected));

  it.each([
    'Inmediato si hay asesor disponible.',
    'Inmediato y entrega en 1 semana.',
    '1 hora por sesión',
    'Consulta: 30 minutos',
    '1-7 días hábiles, reflejo en 15-20 días hábiles.',
    '3 días a 2 semanas',
    '8-5 días',
    'Según la agenda',
    '3 días hábiles a partir de la solicitud, excepto urgentes: 24 horas',
    '5 días hábiles contados a partir de la inspección (20 días hábiles)',
    '5 (diez) días hábiles',
    '45 (cuarenta) días',
    'De 9 a 15 hrs',
    '9 a 14 horas',
    'No aplica',
    'P1M3D',
    '5',
  ])('can’t tell one time from %j, and keeps it', (text) => {
    expect(parseDuration(text)).toEqual({ kind: 'words', verbatim: text });
  });

  it('keeps the text and never throws', () => {
    fc.assert(
      fc.property(fc.anything(), fc.string(), (value, text) => {
        parseDuration(value);
        expect(parseDuration(text)?.verbatim ?? text.trim()).toBe(text.trim());
      }),
    );
  });
});
