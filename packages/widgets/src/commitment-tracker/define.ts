import { defineElement } from '../frame/define-element.js';
import { VentanaCommitmentTracker } from './commitment-tracker.js';
import type {
  VentanaCommitmentTrackerFilterEvent,
  VentanaCommitmentTrackerOpenEvent,
} from './tracker-events.js';

// A commitment may name a dataset: its badge is brought when such a detail is first opened.
VentanaCommitmentTracker.bringBadge = () => import('../dataset-badge/define.js');

defineElement('ventana-commitment-tracker', VentanaCommitmentTracker);

declare global {
  interface HTMLElementTagNameMap {
    'ventana-commitment-tracker': VentanaCommitmentTracker;
  }
  interface HTMLElementEventMap {
    'ventana-commitment-tracker-filter': VentanaCommitmentTrackerFilterEvent;
    'ventana-commitment-tracker-open': VentanaCommitmentTrackerOpenEvent;
  }
}
