import { css } from 'lit';

/** Boxes to type in and lists to choose from, as far as they are not alike, and what stands beside one another. */
export const boxes = css`
  textarea {
    resize: vertical;
  }

  select {
    padding-inline-end: 40px;
    background-image: linear-gradient(45deg, transparent 50%, currentcolor 50%),
      linear-gradient(-45deg, transparent 50%, currentcolor 50%);
    background-repeat: no-repeat;
    background-position: right 20px center, right 14px center;
    background-size: 6.5px 6.5px;
  }

  [dir='rtl'] select {
    background-position: left 14px center, left 20px center;
  }

  /* These boxes run left to right themselves: their end is where an Arabic page starts. */
  .root[dir='rtl'] .start-aligned {
    text-align: end;
  }

  .short {
    max-inline-size: 9em;
  }

  .medium {
    max-inline-size: 16em;
  }

  .start-aligned {
    font-variant-numeric: tabular-nums;
  }

  .beside {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 12px;
  }

  .beside > .option {
    flex: 1 1 7em;
  }

  .count {
    margin-block-start: 6px;
    color: var(--_quiet);
    font-size: 0.9em;
  }

  @media (forced-colors: active) {
    select {
      padding-block: 0;
      appearance: auto;
    }
  }
`;
