import { defineElement } from '../frame/define-element.js';
import { VentanaDatasetBadge } from './dataset-badge.js';

defineElement('ventana-dataset-badge', VentanaDatasetBadge);

declare global {
  interface HTMLElementTagNameMap {
    'ventana-dataset-badge': VentanaDatasetBadge;
  }
}
