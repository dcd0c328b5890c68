import type { YearSeries } from '../adjustment.js';

/**
 * Population of Mexico at mid-year (Conciliación Demográfica de México 1950 a 2019 y Proyecciones de
 * la Población de México 2020 a 2070, CONAPO, 2023).
 */
export const POPULATION: YearSeries = {
  id: 'population',
  title: 'Población de México a mitad de año',
  source: 'CONAPO, Conciliación Demográfica 1950-2019 y Proyecciones de la Población 2020-2070',
  unit: 'Personas',
  currency: 'MXN',
  values: {
    2013: '119597654',
    2014: '121048604',
    2015: '122368490',
    2016: '123587407',
    2017: '124777172',
    2018: '125995825',
    2019: '127215666',
    2020: '128209170',
    2021: '128982939',
    2022: '129960600',
    2023: '131135337',
    2024: '132274416',
  },
};
