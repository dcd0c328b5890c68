import { css } from 'lit';

/**
 * Colours, in one file. A page overrides any of them through the public `--ventana-*` token of the
 * same name; widgets use the private `--_*` names only.
 *
 * `neutral` is ours, for organisations that should not look like government. `gobmx` follows the
 * national system's guinda and dorado, taken second-hand. Dark follows the page's `color-scheme`
 * (or `--ventana-color-scheme`). Contrast of each text colour on its surface is 4.5:1 or more;
 * dorado (3.7:1) is for graphics only.
 */
export const themeStyles = css`
  .frame {
    --_surface: var(--ventana-surface, light-dark(#ffffff, #15191d));
    --_surface-2: var(--ventana-surface-2, light-dark(#f3f5f7, #20262c));
    --_ink: var(--ventana-ink, light-dark(#1c2126, #eef1f4));
    --_muted: var(--ventana-muted, light-dark(#56606b, #aab4be));
    --_line: var(--ventana-line, light-dark(#d3d9df, #414b55));
    --_strong-line: var(--ventana-strong-line, light-dark(#77828d, #8e99a4));
    --_accent: var(--ventana-accent, light-dark(#0b5873, #82cbe8));
    --_on-accent: var(--ventana-on-accent, light-dark(#ffffff, #0c1216));
    --_heading: var(--ventana-heading, light-dark(#1c2126, #eef1f4));
    --_mark: var(--ventana-mark, light-dark(#0b5873, #82cbe8));
    --_good: var(--ventana-good, light-dark(#0b662a, #77d294));
    --_warn: var(--ventana-warn, light-dark(#684700, #f2c069));
    --_bad: var(--ventana-bad, light-dark(#9b0f15, #ffa39d));
    --_info: var(--ventana-info, light-dark(#224497, #a9c0ff));
    --_radius: var(--ventana-radius, 6px);
  }

  .frame[data-theme='gobmx'] {
    --_surface: var(--ventana-surface, light-dark(#ffffff, #161a1d));
    --_surface-2: var(--ventana-surface-2, light-dark(#f7f5f1, #24201f));
    --_ink: var(--ventana-ink, light-dark(#161a1d, #f3f0ec));
    --_muted: var(--ventana-muted, light-dark(#5c5c5c, #b9b3ac));
    --_line: var(--ventana-line, light-dark(#dddddd, #4b4643));
    --_strong-line: var(--ventana-strong-line, light-dark(#767676, #98918b));
    --_accent: var(--ventana-accent, light-dark(#611232, #f0b3c8));
    --_on-accent: var(--ventana-on-accent, light-dark(#ffffff, #2a0715));
    --_heading: var(--ventana-heading, light-dark(#9b2247, #f0b3c8));
    --_mark: var(--ventana-mark, #a57f2c);
    --_good: var(--ventana-good, light-dark(#086308, #8fd18f));
    --_warn: var(--ventana-warn, light-dark(#684700, #ecc477));
    --_bad: var(--ventana-bad, light-dark(#9b0f15, #ffa39d));
    --_info: var(--ventana-info, light-dark(#224497, #a9c0ff));
    --_radius: var(--ventana-radius, 4px);
  }

  /* Browsers before light-dark() (Chromium 123): the light palette, on its own surface. */
  @supports not (color: light-dark(#000, #fff)) {
    .frame,
    .frame[data-theme] {
      --_surface: #fff;
      --_surface-2: #f3f5f7;
      --_ink: #1c2126;
      --_muted: #56606b;
      --_line: #d3d9df;
      --_strong-line: #77828d;
      --_accent: #0b5873;
      --_on-accent: #fff;
      --_heading: #1c2126;
      --_mark: #0b5873;
      --_good: #0b662a;
      --_warn: #684700;
      --_bad: #9b0f15;
      --_info: #224497;
    }
    .frame[data-theme='gobmx'] {
      --_accent: #611232;
      --_heading: #9b2247;
      --_mark: #a57f2c;
    }
  }

  @media (forced-colors: active) {
    .frame,
    .frame[data-theme] {
      --_surface: Canvas;
      --_surface-2: Canvas;
      --_ink: CanvasText;
      --_muted: CanvasText;
      --_line: CanvasText;
      --_strong-line: CanvasText;
      --_accent: LinkText;
      --_on-accent: Canvas;
      --_heading: CanvasText;
      --_mark: CanvasText;
      --_good: CanvasText;
      --_warn: CanvasText;
      --_bad: CanvasText;
      --_info: CanvasText;
    }
  }

  @media print {
    .frame,
    .frame[data-theme] {
      --_surface: #fff;
      --_surface-2: #fff;
      --_ink: #000;
      --_muted: #333;
      --_line: #999;
      --_strong-line: #333;
      --_accent: #000;
      --_heading: #000;
      --_mark: #000;
      --_good: #000;
      --_warn: #000;
      --_bad: #000;
      --_info: #000;
    }
  }
`;
