import { css } from 'lit';

/** The parts of a name: two beside each other where there is room. */
export const personNameStyles = css`
  .name-parts {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 12em), 1fr));
    gap: 14px 16px;
    margin-block-start: 12px;
  }

  .name-parts label {
    font-weight: 500;
  }

  .name-parts input {
    margin-block-start: 4px;
  }
`;
