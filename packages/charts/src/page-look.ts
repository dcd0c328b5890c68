import { chartPalette, forcedPalette, type ChartLook, type ChartPalette } from './chart-look.js';

/** Where and for whom something is drawn. */
export interface Surroundings {
  /** Element whose computed colours and typeface the drawing takes over. */
  readonly frame: HTMLElement;
  readonly theme: 'neutral' | 'gobmx';
  /** Paper is light, whatever the screen is. */
  readonly isPrinting: boolean;
  /** px of text in the drawing. Default 14. */
  readonly fontSize?: number;
}

/**
 * How a drawing looks in its surroundings, as they are now: the page's colours, the system's where the
 * reader forces them (a canvas is not recoloured by the browser), paper's.
 */
export function pageLook({
  frame,
  theme,
  isPrinting,
  fontSize = 14,
}: Surroundings): Omit<ChartLook, 'formatTick'> {
  const { backgroundColor, color, fontFamily } = getComputedStyle(frame);
  const paletteNow = (): ChartPalette => {
    const palette = chartPalette(theme, !isPrinting && isDark(backgroundColor) ? 'dark' : 'light');
    if (isPrinting) return palette;
    if (matchMedia('(forced-colors: active)').matches) {
      return forcedPalette({ canvas: backgroundColor, canvasText: color });
    }
    return { ...palette, background: backgroundColor, text: color };
  };
  // Nothing moves, for anybody: a drawing that grows tells nothing.
  return { palette: paletteNow(), fontFamily, fontSize, reducedMotion: true };
}

/** Of `rgb(22, 26, 29)`, as computed styles are written. */
function isDark(color: string): boolean {
  const [red = 255, green = 255, blue = 255] = (color.match(/[\d.]+/g) ?? []).map(Number);
  return red * 0.3 + green * 0.59 + blue * 0.11 < 128;
}
