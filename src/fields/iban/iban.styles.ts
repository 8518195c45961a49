import { css } from 'lit';

/** Wide enough for six groups of four. */
export const ibanStyles = css`
  .iban {
    max-inline-size: 21em;
  }
`;
