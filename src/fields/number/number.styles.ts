import { css } from 'lit';

/** A number beside its unit. */
export const numberStyles = css`
  .with-unit {
    display: flex;
    gap: 12px;
    align-items: baseline;
  }

  .unit {
    color: var(--_quiet);
  }
`;
