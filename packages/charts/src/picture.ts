import type { TreemapCell } from '@ventana/model';
import { seriesColor, type ChartPalette } from './chart-look.js';
import { wrapLabel } from './wrap-label.js';

/** Words burnt into a picture, so that it says what it is wherever it is passed on to. */
export interface PictureCaption {
  readonly title: string;
  /** Period, filter, measure, unit, deflator. */
  readonly lines: readonly string[];
  readonly source: string;
  readonly date: string;
}

export interface PictureOptions {
  readonly caption: PictureCaption;
  readonly palette: ChartPalette;
  readonly fontFamily: string;
  /** Size of the drawing in CSS px. */
  readonly width: number;
  readonly height: number;
  /** Pixels per CSS px. Default 2. */
  readonly scale?: number;
}

const MARGIN = 16;
const LINE = 20;

/**
 * A PNG of a drawing with its title above and its source and date below.
 *
 * @param draw - draws in a box of `width` × `height` whose corner is the origin
 * @throws Error when the browser can't make a picture (canvas blocked or too large)
 */
export function framedPicture(
  ownerDocument: Document,
  draw: (context: CanvasRenderingContext2D) => void,
  { caption, palette, fontFamily, width, height, scale = 2 }: PictureOptions,
): Promise<Blob> {
  const chars = Math.floor(width / 8);
  const title = wrapLabel(caption.title, Math.floor(width / 11), 3);
  const lines = caption.lines.flatMap((line) => wrapLabel(line, chars, 3));
  const foot = [caption.source, caption.date].flatMap((line) => wrapLabel(line, chars, 2));
  const above = MARGIN + title.length * (LINE + 4) + lines.length * LINE + 8;
  const canvas = ownerDocument.createElement('canvas');
  canvas.width = Math.ceil((width + 2 * MARGIN) * scale);
  canvas.height = Math.ceil((above + height + foot.length * LINE + 2 * MARGIN) * scale);
  const context = canvas.getContext('2d');
  if (!context) return Promise.reject(new Error('This browser gives no canvas to draw on.'));
  context.scale(scale, scale);
  context.fillStyle = palette.background;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = palette.text;
  context.textBaseline = 'top';
  let y = MARGIN;
  const write = (texts: readonly string[], size: number, weight: string, step: number): void => {
    context.font = `${weight} ${size}px ${fontFamily}`;
    for (const text of texts) {
      context.fillText(text, MARGIN, y, width);
      y += step;
    }
  };
  write(title, 20, 'bold', LINE + 4);
  write(lines, 14, 'normal', LINE);
  context.save();
  context.translate(MARGIN, above);
  draw(context);
  context.restore();
  context.fillStyle = palette.text;
  y = above + height + MARGIN;
  write(foot, 13, 'normal', LINE);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob);
      else reject(new Error('The picture could not be made: too large for this browser.'));
    }, 'image/png');
  });
}

/** What a treemap's cell says. */
export interface TreemapText {
  readonly label: string;
  readonly amount: string;
  /** The same in fewer letters, for cells where `amount` has no room. */
  readonly brief: () => readonly string[];
}

/** Draws a treemap, which is DOM on the page, for a picture. Cells and texts go together by index. */
export function paintTreemap(
  context: CanvasRenderingContext2D,
  cells: readonly TreemapCell[],
  texts: readonly TreemapText[],
  look: Pick<PictureOptions, 'width' | 'height' | 'palette' | 'fontFamily'>,
): void {
  const { width, height, palette, fontFamily } = look;
  cells.forEach((cell, index) => {
    const box = {
      x: (cell.x * width) / 100,
      y: (cell.y * height) / 100,
      width: (cell.width * width) / 100,
      height: (cell.height * height) / 100,
    };
    context.fillStyle = seriesColor(palette, 0);
    context.fillRect(box.x, box.y, box.width, box.height);
    context.strokeStyle = palette.background;
    context.lineWidth = 2;
    context.strokeRect(box.x, box.y, box.width, box.height);
    const text = texts[index];
    context.fillStyle = palette.background;
    context.textBaseline = 'top';
    const rows = Math.floor((box.height - 8) / 16);
    const lines =
      rows < 1
        ? []
        : wrapLabel(
            text?.label ?? '',
            Math.max(1, Math.floor((box.width - 12) / 7)),
            Math.max(1, rows - 1),
          );
    context.font = `13px ${fontFamily}`;
    const room = box.width - 12;
    // An amount is written whole or not at all.
    const amounts = text && rows > lines.length ? [text.amount, ...text.brief()] : [];
    const amount = amounts.find((one) => context.measureText(one).width <= room);
    [...lines, ...(amount ? [amount] : [])].forEach((line, at) => {
      context.fillText(line, box.x + 6, box.y + 5 + at * 16, Math.max(0, room));
    });
  });
}
