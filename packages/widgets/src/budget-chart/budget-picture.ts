import { budgetPicture } from '@ventana/charts/budget-picture.js';
import type { PictureRequest, Surroundings } from '@ventana/charts';
import { formatInstant } from '@ventana/l10n';
import type { Budget } from '@ventana/model';
import type { Loaded } from '@ventana/sources';
import type { LocaleController } from '../frame/locale-controller.js';
import { budgetPictureMessages } from './budget-picture.messages.js';

/** What a picture is of, and where its figures come from. */
export interface BudgetPicture {
  readonly drawing: PictureRequest['drawing'];
  readonly title: string;
  /** What is shown, in words. */
  readonly lines: readonly string[];
  readonly budget: Budget;
  readonly shown: Loaded<Budget> | undefined;
  readonly locale: LocaleController;
}

/** A PNG with title, source and date burnt in. Loaded when a reader asks for one. */
export function pictureOf(
  { drawing, title, lines, budget, shown, locale }: BudgetPicture,
  around: Surroundings,
): Promise<Blob> {
  const t = locale.translator(budgetPictureMessages);
  const day = (time: number): string => formatInstant(time, t.lang) ?? '';
  const date = day(shown?.retrievedAt || Date.now());
  const dated = shown?.lastModified ? Date.parse(shown.lastModified) : NaN;
  const source = [locale.pick(budget.publisher)?.text, budget.landingPage ?? shown?.address]
    .filter(Boolean)
    .join(', ');
  const caption = {
    title,
    lines: [...lines],
    source: `${t('source')}: ${source || t('noSource')}`,
    date: Number.isFinite(dated)
      ? t('dated', { dated: day(dated), date })
      : t('consulted', { date }),
  };
  return budgetPicture({ caption, drawing }, around);
}
