import { defineElement } from '../frame/define-element.js';
import type {
  VentanaTramiteFinderSearchEvent,
  VentanaTramiteFinderSelectEvent,
} from './finder-events.js';
import { VentanaTramiteFinder } from './tramite-finder.js';

defineElement('ventana-tramite-finder', VentanaTramiteFinder);

declare global {
  interface HTMLElementTagNameMap {
    'ventana-tramite-finder': VentanaTramiteFinder;
  }
  interface HTMLElementEventMap {
    'ventana-tramite-finder-select': VentanaTramiteFinderSelectEvent;
    'ventana-tramite-finder-search': VentanaTramiteFinderSearchEvent;
  }
}
