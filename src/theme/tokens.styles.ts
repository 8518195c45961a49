import { css } from 'lit';

/**
 * The tokens of a theme: about twenty custom properties a page may set on the element or above it, and what they are
 * where it sets none. Dark follows the page's own `color-scheme`, so that the form never darkens alone.
 */
export const tokens = css`
  :host {
    --_paper: var(--taafi-paper, #fffdf9);
    --_ink: var(--taafi-ink, #17231f);
    --_accent: var(--taafi-accent, #0b5d4e);
    --_on-accent: var(--taafi-on-accent, #fff);
    --_danger: var(--taafi-danger, #9f1d16);
    --_success: var(--taafi-success, #14633a);
    --_quiet: var(--taafi-quiet, #47564f);
    --_line: var(--taafi-line, #74837c);
    --_hairline: var(--taafi-hairline, #d9ddd5);
    --_tint: var(--taafi-tint, #e8f1ec);
    --_danger-tint: var(--taafi-danger-tint, #fbeceb);
    --_focus: var(--taafi-focus, #0b5d4e);
    --_radius: var(--taafi-radius, 10px);
    --_control: var(--taafi-control-size, 48px);
    --_width: var(--taafi-width, 38em);
    --_line-height: var(--taafi-line-height, 1.5);
    --_font-size: var(--taafi-font-size, max(1.0625rem, 1.0625em, 17px));
  }

  .root[dir='rtl'] {
    --_line-height: var(--taafi-line-height, 1.7);
    --_font-size: var(--taafi-font-size, max(1.125rem, 1.125em, 18px));
  }

  @supports (color: light-dark(red, red)) {
    :host {
      --_paper: var(--taafi-paper, light-dark(#fffdf9, #121b18));
      --_ink: var(--taafi-ink, light-dark(#17231f, #edf2ee));
      --_accent: var(--taafi-accent, light-dark(#0b5d4e, #7fd3bd));
      --_on-accent: var(--taafi-on-accent, light-dark(#fff, #06231c));
      --_danger: var(--taafi-danger, light-dark(#9f1d16, #ffb0a6));
      --_success: var(--taafi-success, light-dark(#14633a, #93dbae));
      --_quiet: var(--taafi-quiet, light-dark(#47564f, #b4c2bb));
      --_line: var(--taafi-line, light-dark(#74837c, #84958d));
      --_hairline: var(--taafi-hairline, light-dark(#d9ddd5, #2f3d37));
      --_tint: var(--taafi-tint, light-dark(#e8f1ec, #1b2b26));
      --_danger-tint: var(--taafi-danger-tint, light-dark(#fbeceb, #331d1b));
      --_focus: var(--taafi-focus, light-dark(#0b5d4e, #ffd54a));
    }
  }
`;
