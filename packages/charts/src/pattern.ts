/** How the area of a series is filled, so that it is known without its colour. */
export type Pattern = 'solid' | 'outline' | 'diagonal' | 'dots' | 'grid';

const ORDER: readonly Pattern[] = ['solid', 'diagonal', 'outline', 'dots', 'grid'];

export function patternAt(index: number): Pattern {
  return ORDER[index % ORDER.length] ?? 'solid';
}

const TILE = 8;

/** A fill for canvas: the colour itself, or a tile of it on the background. */
export function patternFill(
  context: CanvasRenderingContext2D,
  pattern: Pattern,
  color: string,
  background: string,
): string | CanvasPattern {
  if (pattern === 'solid') return color;
  if (pattern === 'outline') return background;
  const tile = context.canvas.ownerDocument.createElement('canvas');
  tile.width = tile.height = TILE;
  const pen = tile.getContext('2d');
  if (!pen) return color;
  pen.fillStyle = background;
  pen.fillRect(0, 0, TILE, TILE);
  pen.strokeStyle = pen.fillStyle = color;
  pen.lineWidth = 2;
  pen.beginPath();
  if (pattern === 'diagonal') {
    // Three strokes, so that the corners meet those of the next tile.
    for (const shift of [-TILE, 0, TILE]) {
      pen.moveTo(shift - 1, TILE + 1);
      pen.lineTo(shift + TILE + 1, -1);
    }
    pen.stroke();
  } else if (pattern === 'grid') {
    pen.moveTo(0, TILE / 2);
    pen.lineTo(TILE, TILE / 2);
    pen.moveTo(TILE / 2, 0);
    pen.lineTo(TILE / 2, TILE);
    pen.stroke();
  } else {
    pen.arc(TILE / 2, TILE / 2, 2, 0, 2 * Math.PI);
    pen.fill();
  }
  return context.createPattern(tile, 'repeat') ?? color;
}
