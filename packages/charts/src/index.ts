export * from './bars-chart.js';
export * from './chart-data.js';
export * from './chart-look.js';
export * from './picture.js';
export * from './series-chart.js';
export type { DrawableChart, DrawnChart } from './draw-chart.js';
