import { css } from 'lit';

/** The items of a list and what is done with them. */
export const listStyles = css`
  .plus::before {
    content: '+';
    margin-inline-end: 0.5em;
    font-weight: 700;
  }

  .list > button,
  .list > .item {
    margin-block-start: 16px;
  }

  .item {
    min-inline-size: 0;
    margin-inline: 0;
    padding: 4px 16px 20px;
    border: 1.5px solid var(--_hairline);
    border-radius: var(--_radius);
  }

  .item > legend {
    padding-inline: 6px;
    font-weight: 700;
  }

  .item-tools {
    display: flex;
    gap: 4px;
    align-items: center;
    justify-content: flex-end;
  }

  .item-tools + * {
    margin-block-start: 4px;
  }
`;
