import { css } from 'lit';

/** The numbers of lists are no text that could be written otherwise. */
export const numerals = css`
  :host([numerals="arab"]) ol:lang(ar) {
    list-style-type: arabic-indic;
  }
`;
