import type { FrameController } from '../frame/frame-controller.js';
import type { LocaleController } from '../frame/locale-controller.js';
import type { SceneRow } from './budget-scene.js';

/** What the parts of the budget chart ask of it. */
export interface BudgetHost {
  readonly frame: FrameController;
  readonly locale: LocaleController;
  /** Into the part that a row stands for; where there is nothing more to see, that is said. */
  open(row: SceneRow | undefined): void;
  /** For those who do not see what changed. */
  say(text: string): void;
  requestUpdate(): void;
}
