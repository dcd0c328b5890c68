import { html, nothing } from 'lit';
import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';

/** One suggestion. */
export interface ComboboxOption {
  /** What the field will say. */
  readonly label: unknown;
  readonly detail: unknown;
}

/** What stands around the field. */
export interface ComboboxView {
  readonly label: unknown;
  readonly hint: unknown;
  readonly listLabel: string;
  readonly clearLabel: string;
  /** Text in the field. */
  readonly value: string;
  readonly options: readonly ComboboxOption[];
  /** How many of them, the first, answer this text; 0 while its answer is awaited. A closed list opens with no others. */
  readonly fresh: number;
  /** How many the answer has, where not all of them are drawn yet. */
  readonly count: number;
  readonly isDisabled: boolean;
  readonly isRequired: boolean;
}

/** What the reader did. */
export interface ComboboxDeeds {
  type(text: string): void;
  /** @param at - of the options shown */
  choose(at: number): void;
  clear(): void;
}

/**
 * An editable combobox with list autocomplete and manual selection, as the ARIA Authoring Practices
 * describe it: focus stays in the field, `aria-activedescendant` points into the list, and field and
 * list live in one shadow root, as the references need.
 *
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
 */
export class Combobox implements ReactiveController {
  isOpen = false;
  /** Index of the option under the visual focus; -1: the field has it. */
  active = -1;
  readonly #host: ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment };
  readonly #deeds: ComboboxDeeds;
  /** Options to move through, those still to be drawn among them. */
  #count = 0;
  /** Options on screen that answer the text. */
  #drawn = 0;
  #isShown = false;
  /** Enter was pressed on an option that has still to arrive. */
  #isDue = false;

  constructor(
    host: ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment },
    deeds: ComboboxDeeds,
  ) {
    this.#host = host;
    this.#deeds = deeds;
    host.addController(this);
  }

  get field(): HTMLInputElement | undefined {
    return this.#host.renderRoot.querySelector<HTMLInputElement>('#field') ?? undefined;
  }

  /** The option under the visual focus is on screen and answers the text. */
  get #isActiveDrawn(): boolean {
    return this.active >= 0 && this.active < this.#drawn;
  }

  hostUpdated(): void {
    if (this.#isActiveDrawn) {
      if (this.#isDue) queueMicrotask(() => this.#choose(this.active));
      this.#host.renderRoot
        .querySelector(`#option-${this.active}`)
        ?.scrollIntoView({ block: 'nearest' });
    }
  }

  #set(isOpen: boolean, active = -1): void {
    this.isOpen = isOpen;
    this.active = active;
    this.#isDue = false;
    this.#host.requestUpdate();
  }

  readonly #press = (event: KeyboardEvent): void => {
    const { key, altKey, ctrlKey, metaKey, isComposing } = event;
    if (isComposing || ctrlKey || metaKey) return;
    const last = this.#count - 1;
    const { isOpen, active } = this;
    switch (key) {
      case 'ArrowDown':
        if (altKey) this.#set(last >= 0, active);
        else this.#set(true, active === last && last >= 0 ? 0 : active + 1);
        break;
      case 'ArrowUp':
        if (altKey) this.#set(false);
        else this.#set(true, active <= 0 ? last : active - 1);
        break;
      case 'Enter':
        if (active < 0) this.#set(false);
        else if (this.#isActiveDrawn) this.#choose(active);
        else this.#isDue = true;
        break;
      case 'Escape':
        if (isOpen) this.#set(false);
        else if (this.field?.value) this.#deeds.clear();
        else return;
        break;
      case 'Tab':
        this.#set(false);
        return;
      default:
        // The keys of the text (letters, Home, End, Left, Right) give the visual focus back to it.
        if (active >= 0) this.#set(isOpen);
        return;
    }
    event.preventDefault();
    if (key === 'Escape') event.stopPropagation();
  };

  readonly #type = ({ target }: Event): void => {
    this.#set(true);
    this.#count = this.#drawn = 0;
    this.#deeds.type((target as HTMLInputElement).value);
  };

  #choose(at: number): void {
    this.#set(false);
    this.#deeds.choose(at);
  }

  render(view: ComboboxView): TemplateResult {
    const { value, fresh } = view;
    const options = this.#isShown ? view.options : view.options.slice(0, fresh);
    const isWanted = this.isOpen && !view.isDisabled;
    const isOpen = (this.#isShown = isWanted && options.length > 0);
    // Keys that are faster than the answer are for the answer.
    this.#count = fresh && view.count;
    this.#drawn = isOpen ? Math.min(fresh, options.length) : 0;
    if (!isWanted || (fresh && this.active >= view.count)) this.active = -1;
    return html`<div class="search" part="search" role="search">
      <label for="field">${view.label}</label>
      <div class="field">
        <input
          id="field"
          part="field"
          type="text"
          role="combobox"
          autocomplete="off"
          autocapitalize="none"
          spellcheck="false"
          enterkeyhint="search"
          maxlength="200"
          placeholder=" "
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-expanded=${isOpen}
          aria-controls="options"
          aria-activedescendant=${this.#isActiveDrawn ? `option-${this.active}` : nothing}
          aria-describedby="hint"
          aria-required=${view.isRequired || nothing}
          ?disabled=${view.isDisabled}
          .value=${value}
          @input=${this.#type}
          @keydown=${this.#press}
          @click=${() => value && this.#set(true)}
          @blur=${() => this.#set(false)}
        />
        <button
          type="button"
          class="action clear"
          part="action action-clear"
          aria-label=${view.clearLabel}
          @click=${() => {
            this.#deeds.clear();
            this.field?.focus();
          }}
        >
          ×
        </button>
        <ul
          id="options"
          part="options"
          role="listbox"
          aria-label=${view.listLabel}
          ?hidden=${!isOpen}
          @mousedown=${(event: Event) => event.preventDefault()}
        >
          ${
            isOpen
              ? options.map(
                  ({ label, detail }, at) =>
                    html`<li
                      id="option-${at}"
                      role="option"
                      part="option"
                      aria-selected=${at === this.active}
                      @click=${() => this.#choose(at)}
                    >
                      ${label}<small>${detail}</small>
                    </li>`,
                )
              : nothing
          }
        </ul>
      </div>
      <p id="hint" class="hint">${view.hint}</p>
    </div>`;
  }
}
