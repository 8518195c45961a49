import { css } from 'lit';

/** A value that was worked out. */
export const computedStyles = css`
  .computed {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 12px;
    align-items: baseline;
    justify-content: space-between;
    padding: 12px 14px;
    border-radius: var(--_radius);
    background: var(--_tint);
  }

  .computed + .computed {
    margin-block-start: 8px;
  }

  .computed output {
    font-weight: 700;
    font-variant-numeric: tabular-nums;
  }

  @media (forced-colors: active) {
    .computed {
      border: 1px solid;
    }
  }
`;
