import { css } from 'lit';
import { apart } from '../../theme/points.styles.js';

/** Statements: cards on a phone, the lines of a table on a wide page. */
export const matrixStyles = css`
  ${apart}

  .heads {
    display: none;
  }

  .row {
    min-inline-size: 0;
    margin: 16px 0 0;
    padding: 12px 14px 14px;
    border: 1.5px solid var(--_hairline);
    border-radius: var(--_radius);
  }

  .row.missing {
    border-inline-start: 4px solid var(--_danger);
  }

  /* Floating, it stands inside its box and not on the border. */
  .row > legend {
    float: inline-start;
    inline-size: 100%;
    padding-block-end: 6px;
  }

  .row > legend + * {
    clear: both;
  }

  .row .option {
    min-block-size: 44px;
    margin-block-start: 6px;
    padding-block: 8px;
  }

  .row .apart {
    margin-block-start: 14px;
  }

  @media (min-width: 40rem) {
    .table .heads,
    .table .row {
      display: grid;
      grid-template-columns: minmax(7em, 2fr);
      grid-auto-columns: minmax(0, 1fr);
      grid-auto-flow: column;
      gap: 0 4px;
      align-items: center;
      margin: 0;
      padding: 6px 8px;
      border: 0;
      border-radius: 0;
    }

    .table .heads {
      align-items: end;
      margin-block-start: 12px;
      border-block-end: 1.5px solid var(--_line);
      color: var(--_quiet);
      font-size: 0.8em;
      line-height: 1.35;
      text-align: center;
    }

    /* Stands above the statements. */
    .table .heads::before {
      content: '';
    }

    .table .row {
      border-block-end: 1.5px solid var(--_hairline);
    }

    .table .row.missing {
      border-inline-start: 4px solid var(--_danger);
      padding-inline-start: 4px;
    }

    .table .row > legend {
      grid-column: 1;
      padding-block-end: 0;
      font-weight: 500;
      line-height: 1.45;
    }

    .table .option {
      justify-content: center;
      margin: 0;
      padding: 10px 0;
      border-color: transparent;
      background: none;
      box-shadow: none;
    }

    .table .option:hover {
      border-color: var(--_accent);
    }

    .table .option-text {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }

    .table .clear {
      grid-column: 1;
      grid-row: 2;
      justify-self: start;
    }
  }
`;
