import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { barsChart, barsHeight, executionChart } from './bars-chart.js';
import { chartData, type ChartData } from './chart-data.js';
import { chartPalette, forcedPalette, type ChartLook, type ChartPalette } from './chart-look.js';
import { paintTreemap } from './picture.js';
import { rankedFigures } from './ranked-figures.js';
import { seriesChart } from './series-chart.js';
import { wrapLabel } from './wrap-label.js';

const LOOK: ChartLook = {
  palette: chartPalette('neutral', 'light'),
  fontFamily: 'sans-serif',
  formatTick: (value) => `${value} mdp`,
};

const DATA: ChartData = chartData(
  {
    measures: ['aprobado', 'ejercido'],
    items: [
      {
        key: 'Salud',
        label: 'Salud',
        facts: 1,
        figures: [
          { value: '10.5', missing: 0, unreadable: 0 },
          { missing: 1, unreadable: 0 },
        ],
      },
      {
        key: 'Ajuste',
        label: 'Ajuste',
        facts: 1,
        figures: [
          { value: '-2', missing: 0, unreadable: 0 },
          { value: '0', missing: 0, unreadable: 0 },
        ],
      },
    ],
  },
  {
    unit: 'Pesos',
    format: (value) => (value === undefined ? 'Sin dato' : `$${value}`),
    measureLabel: (key) => key.toUpperCase(),
  },
);

interface TooltipCallbacks {
  title(items: { dataIndex: number }[]): string;
  label(item: { dataIndex: number; datasetIndex: number }): string;
}

function tooltip(config: { options?: unknown }): TooltipCallbacks {
  const options = config.options as { plugins: { tooltip: { callbacks: TooltipCallbacks } } };
  return options.plugins.tooltip.callbacks;
}

describe('chart configuration', () => {
  it.each([
    ['bars', barsChart(DATA, LOOK)],
    ['execution', executionChart(DATA, LOOK)],
    ['series', seriesChart(DATA, LOOK)],
  ])(
    '%s: every figure in its place, a missing one a gap, tooltips as the table says',
    (_, config) => {
      expect(config.data.datasets.map(({ label, data }) => [label, data])).toEqual([
        ['APROBADO', [10.5, -2]],
        ['EJERCIDO', [null, 0]],
      ]);
      const { title, label } = tooltip(config);
      expect(title([{ dataIndex: 1 }])).toBe('Ajuste');
      expect(label({ dataIndex: 0, datasetIndex: 1 })).toBe('EJERCIDO: Sin dato');
      expect(label({ dataIndex: 0, datasetIndex: 0 })).toBe('APROBADO: $10.5');
    },
  );

  it('writes ticks in the reader’s units and starts amounts at zero', () => {
    const scales = barsChart(DATA, LOOK).options?.scales as Record<
      string,
      { beginAtZero?: boolean; ticks: { callback(value: number, index: number): unknown } }
    >;
    expect(scales['x']?.beginAtZero).toBe(true);
    expect(scales['x']?.ticks.callback(5, 0)).toBe('5 mdp');
    const scale = { chart: { width: 800 } };
    expect(scales['y']?.ticks.callback.call(scale, 0, 1)).toEqual(['Ajuste']);
  });

  it('moves only when asked to and the reader does not mind', () => {
    expect(barsChart(DATA, LOOK).options?.animation).toBe(false);
    expect(barsChart(DATA, { ...LOOK, reducedMotion: false }).options?.animation).not.toBe(false);
  });

  it('tells lines apart by dash and point, not by colour alone', () => {
    const look = {
      ...LOOK,
      palette: forcedPalette({ canvas: 'Canvas', canvasText: 'CanvasText' }),
    };
    const [one, two] = seriesChart(DATA, look).data.datasets;
    expect(one?.borderColor).toBe(two?.borderColor);
    expect(one?.borderDash).not.toEqual(two?.borderDash);
    expect(one?.pointStyle).not.toBe(two?.pointStyle);
  });

  it('grows with its bars', () => {
    const many = { ...DATA, labels: Array.from({ length: 30 }, String) };
    expect(barsHeight(many)).toBeGreaterThan(barsHeight(DATA) * 5);
  });
});

describe('palettes', () => {
  const luminance = (color: string): number => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
      return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a: string, b: string): number => {
    const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
    return (high + 0.05) / (low + 0.05);
  };
  const all: [string, ChartPalette][] = (['neutral', 'gobmx'] as const).flatMap((theme) =>
    (['light', 'dark'] as const).map((scheme): [string, ChartPalette] => [
      `${theme} ${scheme}`,
      chartPalette(theme, scheme),
    ]),
  );

  it.each(all)('%s: readable text, visible series, distinct in greyscale', (_, palette) => {
    expect(contrast(palette.text, palette.background)).toBeGreaterThan(7);
    const { series } = palette;
    for (const color of series) expect(contrast(color, palette.background)).toBeGreaterThan(3);
    const [a = '', b = '', c = ''] = series;
    for (const [x, y] of [
      [a, b],
      [b, c],
      [a, c],
    ] as const) {
      expect(contrast(x, y)).toBeGreaterThan(1.2);
    }
  });
});

it('keeps marks heaped upon a letter within its line', () => {
  const { data } = rankedFigures({
    view: 'bars',
    columns: ['Ejercido'],
    rows: [{ label: `Salud${'\u0301'.repeat(200)}`, figures: [] }],
    full: () => '',
    label: () => '',
    brief: () => '',
    rest: () => '',
    unit: () => '',
    isShare: false,
    lang: 'es-MX',
  });
  expect(data.labels).toEqual([`Salud${'\u0301'.repeat(3)}`]);
});

it('paints the amount of a cell in fewer letters where the whole has no room', () => {
  const painted: string[] = [];
  const context = {
    fillRect: () => {},
    strokeRect: () => {},
    measureText: (text: string) => ({ width: text.length * 7 }),
    fillText: (text: string) => painted.push(text),
  } as unknown as CanvasRenderingContext2D;
  const cell = { indexes: [0], x: 0, y: 0, width: 100, height: 100 };
  const text = {
    label: 'Salud',
    amount: '96.9 mil millones de pesos',
    brief: () => ['96,990.1 mdp', '12%'],
  };
  for (const width of [300, 120, 60, 20]) {
    paintTreemap(context, [cell], [text], { ...LOOK, width, height: 100 });
  }
  expect(painted.filter((line) => /\d/.test(line))).toEqual([text.amount, '96,990.1 mdp', '12%']);
});

describe('wrapLabel', () => {
  it('breaks at words and says where it cut', () => {
    expect(wrapLabel('Hacienda y Crédito Público', 12, 3)).toEqual([
      'Hacienda y',
      'Crédito',
      'Público',
    ]);
    expect(wrapLabel('Hacienda y Crédito Público', 12, 2)).toEqual(['Hacienda y', 'Crédito…']);
    expect(wrapLabel('x'.repeat(1_000_000), 5, 2)).toEqual(['xxxx…']);
    expect(wrapLabel('', 5, 2)).toEqual([]);
  });

  it('cuts no emoji in two', () => {
    for (const width of [5, 6]) {
      expect(wrapLabel('🏥'.repeat(20), width, 2).join('')).toMatch(/^(?:🏥)+…$/u);
    }
  });

  it('keeps to its lines and width', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.integer({ min: 2, max: 30 }),
        fc.integer({ min: 1, max: 4 }),
        (text, width, lines) => {
          const wrapped = wrapLabel(text, width, lines);
          expect(wrapped.length).toBeLessThanOrEqual(lines);
          for (const line of wrapped) expect(line.length).toBeLessThanOrEqual(width);
        },
      ),
    );
  });
});
