import { css } from 'lit';

/** What is said about answers that are kept, and the code for coming back. */
export const drafting = css`
  .note.keep {
    margin-block-end: 28px;
  }

  .note.keep h2 {
    margin-block-end: 8px;
    font-size: 1.25em;
  }

  .note.keep > button {
    margin-block-start: 16px;
  }

  .note.keep .actions {
    margin-block: 20px 8px;
  }

  .note.keep .field {
    margin-block-start: 16px;
  }

  #keeping section + section {
    padding-block-start: 8px;
    margin-block-start: 24px;
    border-block-start: 1px solid var(--_hairline);
  }

  #keeping section > :is(button, .error, .success) {
    margin-block-start: 12px;
  }

  .keep-code {
    margin-block: 16px;
    padding: 16px;
    border: 2px solid var(--_accent);
    border-radius: var(--_radius);
    font-size: 2.25em;
    font-weight: 700;
    font-variant-numeric: tabular-nums;
    line-height: 1.2;
    text-align: center;
    letter-spacing: 0.08em;
  }
`;
