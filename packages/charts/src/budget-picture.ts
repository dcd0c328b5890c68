import type { TreemapCell } from '@ventana/model';
import { pageLook, type Surroundings } from './page-look.js';
import { framedPicture, paintTreemap, type PictureCaption, type TreemapText } from './picture.js';

/** A treemap's picture, or that of whatever `drawing` draws. */
export interface PictureRequest {
  readonly caption: PictureCaption;
  readonly drawing:
    | {
        readonly width: number;
        readonly height: number;
        readonly draw: (context: CanvasRenderingContext2D) => void;
      }
    | {
        readonly width: number;
        readonly height: number;
        readonly cells: readonly TreemapCell[];
        readonly texts: readonly TreemapText[];
      };
}

/**
 * A PNG of a treemap or a chart in the colours of its surroundings, without Chart.js: lazily imported
 * when a reader asks for a picture.
 *
 * @throws Error when the browser can't make a picture
 */
export function budgetPicture(
  { caption, drawing }: PictureRequest,
  around: Surroundings,
): Promise<Blob> {
  const { palette, fontFamily } = pageLook(around);
  const { width, height } = drawing;
  const look = { caption, palette, fontFamily, width, height };
  const draw =
    'draw' in drawing
      ? drawing.draw
      : (context: CanvasRenderingContext2D): void =>
          paintTreemap(context, drawing.cells, drawing.texts, look);
  return framedPicture(document, draw, look);
}
