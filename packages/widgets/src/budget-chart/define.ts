import { defineElement } from '../frame/define-element.js';
import { VentanaBudgetChart } from './budget-chart.js';
import type { BudgetChangeEvent, BudgetDrillEvent } from './budget-events.js';

defineElement('ventana-budget-chart', VentanaBudgetChart);

declare global {
  interface HTMLElementTagNameMap {
    'ventana-budget-chart': VentanaBudgetChart;
  }
  interface HTMLElementEventMap {
    'ventana-budget-chart-drill': BudgetDrillEvent;
    'ventana-budget-chart-change': BudgetChangeEvent;
  }
}
