import { css } from 'lit';

/** Six groups of four stand on one line, also on a narrow phone. Below 16 pixels a phone would zoom into the box. */
export const ibanStyles = css`
  .iban {
    max-inline-size: 20em;
    padding-inline: 10px;
    font-size: max(16px, 0.9em);
    letter-spacing: -0.02em;
  }
`;
