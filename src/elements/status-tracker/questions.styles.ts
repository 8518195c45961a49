import { css } from 'lit';

/** What the person has asked, about his request and about his data, and what he was answered. */
export const questionStyles = css`
  .asked {
    margin-block-end: 12px;
    padding: 0;
    list-style: none;
  }

  .asked li {
    padding-block: 12px;
    border-block-end: 1px solid var(--_hairline);
  }

  .asked-when {
    font-weight: 600;
  }

  .answer-given {
    margin-block-start: 8px;
    padding-inline-start: 14px;
    border-inline-start: 4px solid var(--_accent);
  }

  .questions details form {
    padding-block: 8px 4px;
  }

  .questions .actions {
    margin-block-start: 16px;
  }

  @media print {
    .asked li {
      break-inside: avoid;
    }

    .questions:not(:has(.asked)) {
      display: none;
    }
  }
`;
