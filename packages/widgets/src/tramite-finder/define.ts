import { defineElement } from '../frame/define-element.js';
import { VentanaTramiteFinder } from './tramite-finder.js';

defineElement('ventana-tramite-finder', VentanaTramiteFinder);

declare global {
  interface HTMLElementTagNameMap {
    'ventana-tramite-finder': VentanaTramiteFinder;
  }
}
