import type { Surroundings } from '@ventana/charts';
import type { BudgetHost } from './budget-host.js';

/** Where a canvas or a picture stands, whose colours and letters it takes over. */
export function surroundingsOf({ frame: { isPrinting } }: BudgetHost, root: Node): Surroundings {
  const frame = (root as ShadowRoot).querySelector<HTMLElement>('.frame')!;
  const letters = Number.parseFloat(getComputedStyle(frame).fontSize) || 16;
  return {
    frame,
    theme: frame.dataset['theme'] === 'gobmx' ? 'gobmx' : 'neutral',
    isPrinting,
    // Larger letters leave the axis no room for the chart.
    fontSize: Math.min(20, letters * 0.875),
  };
}
