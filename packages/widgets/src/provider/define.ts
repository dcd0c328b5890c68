import { defineElement } from '../frame/define-element.js';
import { VentanaProvider } from './provider.js';

defineElement('ventana-provider', VentanaProvider);

declare global {
  interface HTMLElementTagNameMap {
    'ventana-provider': VentanaProvider;
  }
}
