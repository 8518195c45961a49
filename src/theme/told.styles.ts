import { css } from 'lit';

/** Names, each with what is told under it, and texts in the lines they were written in. */
export const told = css`
  .answer {
    padding-block: 10px;
    border-block-end: 1px solid var(--_hairline);
  }

  .answer dt {
    color: var(--_quiet);
    font-size: 0.9em;
  }

  .answer dd {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .lines {
    white-space: pre-line;
  }

  @media print {
    .answer {
      break-inside: avoid;
    }
  }
`;
