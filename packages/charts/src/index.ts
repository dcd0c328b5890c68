export * from './bars-chart.js';
export * from './chart-data.js';
export * from './chart-look.js';
export * from './series-chart.js';
export type { DrawableChart, DrawnChart } from './draw-chart.js';
export * from './page-look.js';
export * from './ranked-figures.js';
export { ChartOnPage, type Walked } from './chart-on-page.js';
// Pictures are made without Chart.js: import them from '@ventana/charts/budget-picture.js'.
