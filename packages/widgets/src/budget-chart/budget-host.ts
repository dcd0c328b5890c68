import type { Budget } from '@ventana/model';
import type { FrameController } from '../frame/frame-controller.js';
import type { LocaleController } from '../frame/locale-controller.js';
import type { PageContext } from '../frame/page-context.js';
import type { SourceController } from '../frame/source-controller.js';
import type { SceneRow } from './budget-scene.js';

/** What the parts of the budget chart ask of it. */
export interface BudgetHost {
  readonly source: SourceController<Budget>;
  readonly frame: FrameController;
  readonly locale: LocaleController;
  context(): PageContext;
  /** Into the part that a row stands for; where there is nothing more to see, that is said. */
  open(row: SceneRow | undefined): void;
  /** For those who do not see what changed. */
  say(text: string): void;
  /** Tells whoever made the page why something is missing. */
  warn(error: unknown): void;
  requestUpdate(): void;
}
