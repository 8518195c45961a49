import { css } from 'lit';

/** The two days of a range: beside each other where there is room. */
export const dateRangeStyles = css`
  .range {
    display: flex;
    flex-wrap: wrap;
    gap: 18px 32px;
    margin-block-start: 14px;
  }

  .range > fieldset {
    flex: 0 1 23em;
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  .range legend {
    font-weight: 500;
  }

  .range .date {
    margin-block-start: 4px;
  }
`;
