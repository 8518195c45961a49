import { css } from 'lit';

/** The whole sentence that is agreed to. */
export const statementStyles = css`
  .statement-text {
    margin-block-start: 8px;
    padding-inline-start: 52px;
    color: var(--_quiet);
    font-size: 0.95em;
  }
`;
