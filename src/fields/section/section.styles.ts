import { css } from 'lit';

/** A heading over questions that belong together. */
export const sectionStyles = css`
  .section {
    min-inline-size: 0;
    margin-inline: 0;
    padding: 0;
    border: 0;
  }

  .section-title {
    font-size: 1.125em;
    font-weight: 700;
  }
`;
