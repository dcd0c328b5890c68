import { treemapLayout } from '@ventana/model';
import type { TreemapLayout } from '@ventana/model';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { BudgetHost } from './budget-host.js';
import { renderFigure, renderName } from './budget-table.js';
import { captionOf, isolated } from './budget-words.js';
import type { BudgetWords } from './budget-words.js';
import { placeCells, treemapHeight, walkCells } from './treemap-cells.js';
import type { CellText } from './treemap-cells.js';
import { areas, drawing } from './treemap-drawing.js';

/** A list of what is not drawn is open while it is this short. */
const SHORT_LIST = 6;
/** Width that is laid out for where the element has none yet (hidden, in a closed tab), in px. */
const SOME_WIDTH = 640;
/** Frame's padding and lines, in px. */
const FRAME = 34;

/** The treemap on screen: laid out for the room it has, and again when that changes. */
export class TreemapController {
  readonly #host: BudgetHost;
  readonly #openLists = new Set<string>();
  readonly #resized = new ResizeObserver(([entry]) => {
    // Within the observer's own turn another size would be an error on the page's console.
    requestAnimationFrame(() => this.#resize(entry?.contentRect.width ?? 0));
  });
  /** Of the room it has, in px; 0 before it is known. */
  width = 0;
  /** Of the element's text, in px. */
  fontSize = 16;
  #words: BudgetWords | undefined;
  #list: HTMLElement | null = null;
  #layout: TreemapLayout | undefined;
  #layoutOf: unknown[] = [];
  #texts: readonly CellText[] = [];

  constructor(host: BudgetHost) {
    this.#host = host;
  }

  /** Before the first drawing there is no list to measure, only its room. */
  measure(element: Element): void {
    if (this.width) return;
    this.width = Math.max(0, element.clientWidth - FRAME) || SOME_WIDTH;
    this.fontSize = Number.parseFloat(getComputedStyle(element).fontSize) || 16;
  }

  /** @param words - absent: what was drawn last, while something else is on its way */
  render(words = this.#words): TemplateResult | typeof nothing {
    if (!words) return nothing;
    this.#words = words;
    const { cells, rest, tooSmall, negative, none } = this.#layOut(words);
    return html`${
      cells[0] || rest
        ? html`<ul
              class="treemap"
              part="treemap"
              role="list"
              aria-label=${captionOf(words)}
              @click=${this.#onClick}
              @pointerover=${this.#onNear}
              @focusin=${this.#onNear}
              @keydown=${this.#onKey}
            ></ul>
            <p class="readout" aria-hidden="true"></p>`
        : nothing
    }
    ${this.#renderList(words, tooSmall, 'tooSmall')}
    ${this.#renderList(words, negative, 'negative')} ${this.#renderList(words, none, 'none')}`;
  }

  /** What is not drawn. A long list is written when it is opened. */
  #renderList(
    words: BudgetWords,
    indexes: readonly number[],
    title: 'tooSmall' | 'negative' | 'none',
  ): unknown {
    const count = indexes.length;
    if (count === 0) return nothing;
    const { frame } = this.#host;
    const name = indexes.join();
    const isOpen = this.#openLists.has(name) || count <= SHORT_LIST || frame.isPrinting;
    return html`<details
      class="aside"
      ?open=${isOpen}
      @toggle=${(event: Event) => {
        if (!(event.target as HTMLDetailsElement).open) return;
        this.#openLists.add(name);
        this.#host.requestUpdate();
      }}
    >
      <summary>${frame.say(words.t.of(title, { count }))}</summary>
      ${
        isOpen
          ? html`<ul>
              ${indexes.map((index) => {
                const row = words.scene.rows[index]!;
                return html`<li>
                  ${renderName(this.#host, words, row)}
                  <span>${renderFigure(this.#host, words, row.figures[0]!)}</span>
                </li>`;
              })}
            </ul>`
          : nothing
      }
    </details>`;
  }

  /** After each update: writes the cells into the list that is there. */
  draw(list: HTMLElement | null): void {
    if (list !== this.#list) {
      this.#resized.disconnect();
      this.#list = list;
      if (list) this.#resized.observe(list);
    }
    if (!list || !this.#words) return;
    const width = this.width;
    const height = treemapHeight(width);
    list.style.blockSize = `${height}px`;
    const { cells, texts } = drawing(this.#words, this.#layOut(this.#words));
    this.#texts = texts;
    placeCells(list, cells, texts, { width, height, fontSize: this.fontSize });
  }

  /** The cell of a row. */
  cellOf(key: string | undefined): HTMLElement | null | undefined {
    const at = this.#texts.findIndex(({ row }) => row && row.key === key);
    return this.#list?.children[at]?.querySelector('button');
  }

  #resize(width: number): void {
    const before = this.width;
    // A scroll bar's width is not worth another layout.
    if (width === 0 || Math.abs(width - before) < Math.max(8, before * 0.04)) return;
    this.width = width;
    this.#host.requestUpdate();
  }

  #layOut(words: BudgetWords): TreemapLayout {
    const width = this.width;
    const now = [words.scene, width];
    if (now.some((part, at) => part !== this.#layoutOf[at])) {
      this.#layoutOf = now;
      this.#layout = treemapLayout(areas(words), { width, height: treemapHeight(width) });
    }
    return this.#layout!;
  }

  #textAt({ target }: Event): { button?: HTMLElement; text?: CellText } {
    const button = (target as Element).closest('button');
    const at = [...(this.#list?.children ?? [])].indexOf(button?.parentElement as Element);
    const text = this.#texts[at];
    return button && text ? { button, text } : {};
  }

  readonly #onClick = (event: Event): void => {
    const { row } = this.#textAt(event).text ?? {};
    if (row) this.#host.open(row);
  };

  readonly #onNear = (event: Event): void => {
    const { button, text } = this.#textAt(event);
    const readout = this.#list?.nextElementSibling;
    if (!button || !text || !readout) return;
    const { label, amount, share } = text;
    button.title = readout.textContent = `${isolated(label)}: ${amount}${share && `, ${share}`}`;
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (this.#list) walkCells(this.#list, event);
  };
}
