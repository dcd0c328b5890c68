/** How a chart looks to this reader, here and now. */
export interface ChartLook {
  readonly palette: ChartPalette;
  /** CSS font family of the page around the chart. */
  readonly fontFamily: string;
  /** px. Default 14. */
  readonly fontSize?: number;
  /** `prefers-reduced-motion`: nothing moves. Default `true`; charts that move must be asked for. */
  readonly reducedMotion?: boolean;
  /** How the axis writes an amount. */
  readonly formatTick: (value: number) => string;
}

export interface ChartPalette {
  readonly background: string;
  readonly text: string;
  /** Grid lines and axes. */
  readonly line: string;
  /**
   * Colours of series in order. Those after the first are told apart by pattern, dash and label
   * too, so a palette of one colour still works.
   */
  readonly series: readonly string[];
}

/**
 * Palettes told apart by people of any colour vision and in greyscale: the first three differ in
 * lightness by 1.2 or more and all have 3:1 against the background (tested). `gobmx` starts with
 * guinda and dorado, whose greys differ by 3.5.
 */
const PALETTES = {
  neutral: {
    light: {
      background: '#ffffff',
      text: '#1b1b1f',
      line: '#b9bcc4',
      series: ['#14284b', '#d05a00', '#2b6ca3', '#5a3d8a'],
    },
    dark: {
      background: '#1b1b1f',
      text: '#f2f2f5',
      line: '#5b5e68',
      series: ['#bcd9f7', '#e0912f', '#4f86c6', '#fff3d6'],
    },
  },
  gobmx: {
    light: {
      background: '#ffffff',
      text: '#161a1d',
      line: '#dddddd',
      series: ['#611232', '#a57f2c', '#9b2247', '#161a1d'],
    },
    dark: {
      background: '#161a1d',
      text: '#ffffff',
      line: '#767676',
      series: ['#f4bfd0', '#c9a24d', '#c25b7c', '#fdf3df'],
    },
  },
} as const satisfies Record<string, Record<'light' | 'dark', ChartPalette>>;

export type ChartTheme = keyof typeof PALETTES;

export function chartPalette(theme: ChartTheme, scheme: 'light' | 'dark'): ChartPalette {
  return PALETTES[theme][scheme];
}

/**
 * The palette of a reader who chose the system's colours (`forced-colors: active`): canvas pixels
 * are not recoloured by the browser, so read the computed system colours and draw with them. All
 * series share one colour; pattern and label tell them apart.
 */
export function forcedPalette(system: {
  readonly canvas: string;
  readonly canvasText: string;
}): ChartPalette {
  const { canvas, canvasText } = system;
  return { background: canvas, text: canvasText, line: canvasText, series: [canvasText] };
}

export function seriesColor({ series }: ChartPalette, index: number): string {
  return series[index % series.length] ?? '#000000';
}
