import { describe, expect, it } from 'vitest';
import { parseFrequency } from './frequency.js';

const period = (text: string): string => {
  const { kind, months, days } = parseFrequency(text);
  return kind === 'period' ? `${months ? `${months}m` : ''}${days ? `${days}d` : ''}` : kind;
};

describe('parseFrequency', () => {
  it.each([
    ['R/P1M', '1m'],
    ['R/P1Y', '12m'],
    ['R/P10Y', '120m'],
    ['R/P1W', '7d'],
    ['R/P2W', '14d'],
    ['R/P1D', '1d'],
    ['R/P0.5M', '15d'],
    ['R/P0.33M', '10d'],
    ['R/P0.33W', '3d'],
    ['R/P3.5D', '4d'],
    ['R/PT1H', '1d'],
    ['R/PT1S', 'continuous'],
    ['P1Y', '12m'],
    ['p3m', '3m'],
    ['R12/P1M', '1m'],
    ['R/2026-01-01/P1M', '1m'],
    ['P1Y6M', '18m'],
    ['P1Y2M10DT2H', '14m11d'],
    ['PT48H', '2d'],
    ['R/PT15M', '1d'],
  ])('reads the ISO period %s', (text, expected) => {
    expect(period(text)).toBe(expected);
  });

  it.each(['RP1Y', 'R/P', 'R/P0D', 'P', 'PT', 'R/PM', 'P1.2.3Y', 'P99999999Y', 'R/P1X'])(
    'does not mend the malformed period %s',
    (text) => {
      expect(period(text)).toBe('unreadable');
    },
  );

  it.each([
    ['diario', '1d'],
    ['semanal', '7d'],
    ['quincenal', '15d'],
    ['mensual', '1m'],
    ['bimestral', '2m'],
    ['trimestral', '3m'],
    ['cuatrimestral', '4m'],
    ['semestral', '6m'],
    ['anual', '12m'],
    ['bianual', '24m'],
    ['quinquenal', '60m'],
    ['decenal', '120m'],
    ['irregular', 'irregular'],
    ['tiempo_real', 'continuous'],
    ['realtime', 'continuous'],
  ])("reads ADELA's %s", (text, expected) => {
    expect(period(text)).toBe(expected);
  });

  it.each([
    ['Mensualmente', '1m'],
    ['ANUAL', '12m'],
    ['Actualización diaria', '1d'],
    ['Todos los días', '1d'],
    ['cada 3 meses', '3m'],
    ['Cada año', '12m'],
    ['cada 2 semanas', '14d'],
    ['cada dos semanas', '14d'],
    ['cada dos años', '24m'],
    ['cada tercer día', '2d'],
    ['cada hora', '1d'],
    ['cada 24 horas', '1d'],
    ['cada 15 minutos', '1d'],
    ['cada fin de mes', 'unreadable'],
    ['todos los meses', '1m'],
    ['cada trimestre', '3m'],
    ['una vez al mes', '1m'],
    ['sexenal', '72m'],
    ['trienal', '36m'],
    ['Diária', '1d'],
    ['quinzenal', '15d'],
    ['Mensal', '1m'],
    ['quadrimestral', '4m'],
    ['daily', '1d'],
    ['weekly', '7d'],
    ['Biweekly', '14d'],
    ['fortnightly', '14d'],
    ['monthly', '1m'],
    ['bimonthly', '2m'],
    ['semimonthly', '15d'],
    ['quarterly', '3m'],
    ['semiannual', '6m'],
    ['biannually', '6m'],
    ['annually', '12m'],
    ['yearly', '12m'],
    ['biennial', '24m'],
    ['every 6 months', '6m'],
    ['every 2 weeks', '14d'],
    ['every two weeks', '14d'],
    ['threeTimesAYear', '4m'],
    ['http://purl.org/cld/freq/semiannual', '6m'],
    ['http://publications.europa.eu/resource/authority/frequency/MONTHLY', '1m'],
    ['http://publications.europa.eu/resource/authority/frequency/ANNUAL_2', '6m'],
    ['MONTHLY_2', '15d'],
    ['BIENNIAL', '24m'],
    ['eventual', 'irregular'],
    ['Bajo demanda', 'irregular'],
    ['as needed', 'irregular'],
    ['IRREG', 'irregular'],
    ['UPDATE_CONT', 'continuous'],
    ['CONT', 'continuous'],
    ['continuo', 'continuous'],
    ['tempo real', 'continuous'],
    ['never', 'never'],
    ['notPlanned', 'never'],
    ['NOT_PLANNED', 'never'],
    ['única vez', 'never'],
    ['No se actualiza', 'never'],
    ['unknown', 'undeclared'],
    ['No especificada', 'undeclared'],
    ['', 'undeclared'],
    ['   ', 'undeclared'],
    ['según calendario', 'unreadable'],
    ['5 veces por semana', 'unreadable'],
    ['other', 'unreadable'],
    ['x'.repeat(1_000_000), 'unreadable'],
  ])('reads %.40s', (text, expected) => {
    expect(period(text)).toBe(expected);
  });

  it.each([
    'Mensual hasta 2019',
    'Se dejó de actualizar (antes mensual)',
    'No tiene periodicidad mensual',
    'ya no mensual',
    'Anual o mensual',
    'Trimestral / anual',
    'no se publica cada mes',
    'no longer updated daily',
  ])('does not take "%s" for a promise', (text) => {
    expect(parseFrequency(text)).toEqual({ kind: 'unreadable' });
  });

  it.each([
    ['R/PT1H', [1, 'hour']],
    ['hourly', [1, 'hour']],
    ['cada 24 horas', [24, 'hour']],
    ['R/PT15M', [15, 'minute']],
    ['R/P3.5D', [3.5, 'day']],
    ['R/P0.5M', [0.5, 'month']],
    ['WEEKLY_3', [0.33, 'week']],
    ['quincenal', [15, 'day']],
    ['P1Y6M', [18, 'month']],
    ['P1M1D', undefined],
  ])('keeps what %s promises', (text, every) => {
    expect(parseFrequency(text).every).toEqual(every);
  });

  it('has no promise where none is written', () => {
    expect(parseFrequency(undefined)).toEqual({ kind: 'undeclared' });
  });
});
