import type { TreemapCell } from '@ventana/model';
import type { SceneRow } from './budget-scene.js';

/** What one cell of the treemap says and does. */
export interface CellText {
  readonly label: string;
  readonly amount: string;
  /** The same in fewer letters, for cells where `amount` has no room. */
  readonly brief: () => readonly string[];
  /** Of the whole: `12.5%`; empty where it has none. */
  readonly share: string;
  /** Absent for the cell that stands for all that is too small. */
  readonly row?: SceneRow;
}

/** Room around a cell's text, in px: padding and the line between cells. */
const PADDING = 14;
/** Width of a letter and height of a line, in parts of the text size. Rather too much than cut. */
const LETTER = 0.6;
const BOLD = 1.1;
const LINE = 1.25;
const SMALLEST_LABEL_EM = 3.5;
/** Text of narrow cells, in parts of the text size. */
const SMALL = 0.8125;

/**
 * Puts cells into a list, reusing what is there. Written against the DOM and not as a template: a
 * thousand cells cost a fifth, and places are set through CSSOM, which every policy allows.
 *
 * @param width - of the list in px; with `height` and `fontSize` it decides what text has room
 */
export function placeCells(
  list: HTMLElement,
  cells: readonly TreemapCell[],
  texts: readonly CellText[],
  { width, height, fontSize }: { width: number; height: number; fontSize: number },
): void {
  const { ownerDocument, children } = list;
  const make = (): HTMLElement => {
    const item = ownerDocument.createElement('li');
    const button = ownerDocument.createElement('button');
    button.type = 'button';
    item.append(button);
    return item;
  };
  const added = ownerDocument.createDocumentFragment();
  const had = children.length;
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at]!;
    const text = texts[at]!;
    const item = at < had ? (children[at] as HTMLElement) : added.appendChild(make());
    const { style } = item;
    style.insetInlineStart = `${cell.x}%`;
    style.insetBlockStart = `${cell.y}%`;
    style.inlineSize = `${cell.width}%`;
    style.blockSize = `${cell.height}%`;
    const button = item.firstElementChild as HTMLButtonElement;
    button.className = !text.row ? 'cell rest' : text.row.opens ? 'cell opens' : 'cell';
    button.part.value = text.row ? 'cell' : 'cell cell-rest';
    button.tabIndex = at === 0 ? 0 : -1;
    button.removeAttribute('title');
    const room = (cell.width * width) / 100 - PADDING;
    const longest = Math.max(...text.label.split(/\s+/, 40).map((word) => word.length));
    const fits = (letters: number, size: number): boolean => letters * LETTER * size <= room;
    const size = fits(Math.max(longest * BOLD, 12), fontSize) ? fontSize : fontSize * SMALL;
    const lines = Math.floor(((cell.height * height) / 100 - PADDING) / (size * LINE));
    const hasLabel = lines > 0 && room >= SMALLEST_LABEL_EM * size;
    // An amount is written whole or not at all.
    const amount =
      hasLabel && lines > 1
        ? [text.amount, ...text.brief()].find((one) => fits(one.length, size))
        : undefined;
    const span = (className: string, content: string): HTMLElement => {
      const part = ownerDocument.createElement('span');
      part.className = className;
      part.textContent = content;
      return part;
    };
    button.replaceChildren();
    if (hasLabel) {
      // A word that is longer than the line is cut at its end, not broken in two.
      const shown = span(fits(longest * BOLD, size) ? 'cell-name' : 'cell-name cut', text.label);
      shown.style.setProperty('-webkit-line-clamp', `${amount ? lines - 1 : lines}`);
      button.append(shown);
      if (amount) button.append(' ', span('cell-amount', amount));
    }
    button.classList.toggle('small', size < fontSize);
    // Starts with the words that are seen, as they are seen: people say them to their computer.
    const unseen = amount === text.share ? text.amount : text.share;
    const name = `${text.label} ${amount ?? text.amount}`;
    button.setAttribute('aria-label', unseen ? `${name}, ${unseen}` : name);
  }
  for (let extra = had; extra > cells.length; extra--) children[extra - 1]?.remove();
  if (added.childNodes.length > 0) list.append(added);
}

/** Moves the one tab stop among cells: arrows go to the next, Home and End to the ends. */
export function walkCells(list: HTMLElement, event: KeyboardEvent): void {
  const buttons = [...list.querySelectorAll('button')];
  const before = event.target as HTMLButtonElement;
  const now = buttons.indexOf(before);
  const last = buttons.length - 1;
  const to = {
    Home: 0,
    End: last,
    ArrowRight: now + 1,
    ArrowDown: now + 1,
    ArrowLeft: now - 1,
    ArrowUp: now - 1,
  }[event.key];
  const next = buttons[Math.max(0, Math.min(to ?? NaN, last))];
  if (!next) return;
  event.preventDefault();
  before.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
}

/** Height of the drawing for a width, in px: wide on a desk, upright on a telephone. */
export function treemapHeight(width: number): number {
  return Math.round(width < 480 ? Math.max(320, width * 1.35) : Math.min(560, width * 0.56));
}
