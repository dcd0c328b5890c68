import { css } from 'lit';

/**
 * Colours, in one file. A page overrides any of them through the public `--ventana-*` token of the
 * same name; widgets use the private `--_*` names only.
 *
 * `neutral` is ours, for organisations that should not look like government. `gobmx` follows the
 * national system's guinda and dorado, taken second-hand. Dark follows the page's `color-scheme`
 * (or `--ventana-color-scheme`); paper is always light. Contrast of each text colour on both
 * surfaces is 4.5:1 or more; dorado (3.7:1) is for graphics only. Forced colours need nothing
 * here: the browser puts the system's in place of these. Browsers before `light-dark()` (Chromium
 * 123) drop what they cannot read and show black on the page's own surface, links underlined.
 */
export const themeStyles = css`
  .frame {
    --_surface: var(--ventana-surface, light-dark(#fff, #161a1d));
    --_surface-2: var(--ventana-surface-2, light-dark(#f4f5f6, #23282d));
    --_ink: var(--ventana-ink, light-dark(#161a1d, #f0f1f2));
    --_muted: var(--ventana-muted, light-dark(#565e66, #b0b7be));
    --_line: var(--ventana-line, light-dark(#ddd, #454c53));
    --_strong-line: var(--ventana-strong-line, light-dark(#767676, #969696));
    --_accent: var(--ventana-accent, light-dark(#0b5873, #82cbe8));
    --_on-accent: var(--ventana-on-accent, light-dark(#fff, #161a1d));
    --_heading: var(--ventana-heading, var(--_ink));
    --_mark: var(--ventana-mark, var(--_accent));
    --_good: var(--ventana-good, light-dark(#086308, #7fd08a));
    --_warn: var(--ventana-warn, light-dark(#684700, #f2c069));
    --_bad: var(--ventana-bad, light-dark(#9b0f15, #ffa39d));
    --_info: var(--ventana-info, light-dark(#224497, #a9c0ff));
    --_radius: var(--ventana-radius, 5px);
  }

  .frame[data-theme='gobmx'] {
    --_accent: var(--ventana-accent, light-dark(#611232, #f0b3c8));
    --_heading: var(--ventana-heading, light-dark(#9b2247, #f0b3c8));
    --_mark: var(--ventana-mark, #a57f2c);
  }

  @media print {
    :host {
      color-scheme: light !important;
    }
  }
`;
