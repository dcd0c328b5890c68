import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCost } from './cost.js';

const say = (text: unknown): string => {
  const cost = parseCost(text);
  if (!cost) return 'none';
  if (cost.kind === 'amount') return `${cost.value} ${cost.currency}`;
  if (cost.kind === 'range') return `${cost.min ?? ''}..${cost.max ?? ''} ${cost.currency}`;
  if (cost.kind === 'uma') return `${cost.min}..${cost.max ?? ''} UMA`;
  return cost.kind;
};

describe('parseCost', () => {
  it.each([
    ['Gratuito', 'free'],
    ['Gratuito.', 'free'],
    ['GRATIS', 'free'],
    ['Sin costo', 'free'],
    ['Trámite gratuito', 'free'],
    ['Ninguno.', 'free'],
    ['$0.00', 'free'],
    ['0', 'free'],
    ['$1,234.00 M.N.', '1234 MXN'],
    ['$1,234.00 m.n', '1234 MXN'],
    ['$ 85', '85 MXN'],
    ['45 pesos.', '45 MXN'],
    ['Costo: $120.50', '120.5 MXN'],
    ['$500.00 (quinientos pesos 00/100 M.N.)', '500 MXN'],
    ['$1,231.50 M.N. (mil doscientos treinta y un pesos 50/100 M.N.)', '1231.5 MXN'],
    ['$26,918.00 (veintiséis mil novecientos dieciocho pesos 00/100)', '26918 MXN'],
    ['De $100 (cien pesos) a $116.00 (ciento dieciséis pesos 00/100 M.N.)', '100..116 MXN'],
    ['USD 20', '20 USD'],
    ['20 dólares', '20 USD'],
    ['De $200.00 a $450.00', '200..450 MXN'],
    ['$200 - $450', '200..450 MXN'],
    ['entre 200 y 450 pesos', '200..450 MXN'],
    ['Desde $300.00', '300.. MXN'],
    ['300 pesos en adelante', '300.. MXN'],
    ['Hasta $2,000', '..2000 MXN'],
    ['3.5 UMA', '3.5.. UMA'],
    ['De 5 a 10 UMAs', '5..10 UMA'],
    ['1.0855 UMA', '1.0855.. UMA'],
    ['4 Unidades de Medida y Actualización', '4.. UMA'],
    [150, '150 MXN'],
  ])('reads %j as %s', (text, expected) => expect(say(text)).toBe(expected));

  it.each([
    '10 pesos por despensa',
    '300 pesos en adelante dependiendo del armazón',
    '500 pesos la mensualidad, con 25% de descuento',
    '2% del valor',
    '$18.00 por metro cuadrado',
    '$100 (cien por hoja)',
    'Bajo costo',
    'Gratuito para mayores; $50 los demás',
    '12,5',
    '$1.234',
    '-$50',
    'de $500 a $100',
    'de USD 10 a $20 M.N.',
    '5 salarios mínimos',
    'No aplica',
    '1ª vez $100, 2ª $200',
    'Gratuito (excepto copias diez pesos)',
    '$250.00 (más cincuenta pesos)',
    '$1,200 (menores de edad pagan seiscientos pesos)',
    '$3.50 (por cada mil pesos)',
    '$500.00 (seiscientos pesos 00/100 M.N.)',
    '$500.00 (quinientos pesos 50/100 M.N.)',
    '$20.00 USD (veinte pesos 00/100)',
    '$100 y $200',
    '81-8888',
    '2025-2026',
    '100 usm',
    '100 mxv',
    '007',
  ])('can’t tell one amount from %j, and keeps it', (text) => {
    expect(parseCost(text)).toEqual({ kind: 'words', verbatim: text });
  });

  it.each(['', '  ', '-', null, undefined, {}, [], '—'])('finds nothing in %j', (text) => {
    expect(parseCost(text)).toBeUndefined();
  });

  it('keeps the text and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.anything()), (value) => {
        const cost = parseCost(value);
        if (cost) expect(cost.verbatim).toBe(String(value).trim());
      }),
    );
  });

  it('takes no longer for a long text made to hurt', () => {
    const started = performance.now();
    for (const text of ['$1,'.repeat(3e5), '1 a '.repeat(40), ' '.repeat(1e6) + 'x'])
      parseCost(text);
    expect(performance.now() - started).toBeLessThan(200);
  });
});
