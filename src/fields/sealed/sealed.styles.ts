import { css } from 'lit';

/** A section set apart from what others can read. */
export const sealedStyles = css`
  .sealed {
    padding-inline-start: 16px;
    border-inline-start: 4px solid var(--_accent);
  }

  .sealed > .note {
    margin-block: 12px 24px;
    border-inline-start: 0;
  }
`;
