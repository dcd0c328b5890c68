import { budgetPicture } from '@ventana/charts/budget-picture.js';
import { formatInstant } from '@ventana/l10n';
import { treemapLayout } from '@ventana/model';
import type { BudgetHost } from './budget-host.js';
import { budgetPictureMessages } from './budget-picture.messages.js';
import { isChart } from './budget-scene.js';
import { captionOf, scopeOf, sentenceOf } from './budget-words.js';
import type { BudgetWords } from './budget-words.js';
import type { ChartController } from './chart-controller.js';
import { surroundingsOf } from './surroundings.js';
import { treemapHeight } from './treemap-cells.js';
import type { TreemapController } from './treemap-controller.js';
import { areas, drawing } from './treemap-drawing.js';
import type { Drawing } from './treemap-drawing.js';

/** Least width of a picture of a treemap, and what it is where it has no room on the page, in px. */
const LEAST_WIDTH = 480;
const SOME_WIDTH = 640;

/** What a picture is of, and where its figures come from. */
export interface Pictured {
  readonly host: BudgetHost;
  readonly root: Node;
  readonly chart: ChartController;
  readonly treemap: TreemapController;
  readonly title: string;
  /** What is shown once all is drawn; nothing where nothing is. */
  words(): Promise<BudgetWords | undefined>;
}

/**
 * A PNG with title, source and date burnt in. Loaded when a reader asks for one.
 *
 * @throws Error when nothing is shown, or the browser can't make a picture
 */
export async function pictureOf(pictured: Pictured): Promise<Blob> {
  const { host, root, chart, treemap, title } = pictured;
  const { shown } = host.source;
  let words = await pictured.words();
  if (words && isChart(words.scene.view)) {
    await chart.ready;
    words = await pictured.words();
  }
  if (!words) throw new Error('There is nothing to make a picture of.');
  const { view, budget } = words.scene;
  const picture = isChart(view) ? chart.view?.picture() : treemapPicture(words, treemap);
  if (!picture) throw new Error('The chart could not be drawn here.');
  const t = host.locale.translator(budgetPictureMessages);
  const day = (time: number): string => formatInstant(time, t.lang) ?? '';
  const date = day(shown?.retrievedAt || Date.now());
  const dated = shown?.lastModified ? Date.parse(shown.lastModified) : NaN;
  const source = [host.locale.pick(budget.publisher)?.text, budget.landingPage ?? shown?.address]
    .filter(Boolean)
    .join(', ');
  const scope = scopeOf(words).map((pair) => pair.join(': '));
  if (words.brief('1000000').endsWith('mdp')) scope.push('mdp: millones de pesos');
  const caption = {
    title,
    lines: [captionOf(words), sentenceOf(words), scope.join(' · ')],
    source: `${t('source')}: ${source || t('noSource')}`,
    date: Number.isFinite(dated)
      ? t('dated', { dated: day(dated), date })
      : t('consulted', { date }),
  };
  return budgetPicture({ caption, drawing: picture }, surroundingsOf(host, root));
}

function treemapPicture(
  words: BudgetWords,
  treemap: TreemapController,
): Drawing & { width: number; height: number } {
  const width = Math.max(LEAST_WIDTH, treemap.width || SOME_WIDTH);
  const size = { width, height: treemapHeight(width) };
  return { ...size, ...drawing(words, treemapLayout(areas(words), size)) };
}
