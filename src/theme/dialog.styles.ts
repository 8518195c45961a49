import { css } from 'lit';

/** What opens above the form. */
export const dialog = css`
  .success {
    color: var(--_success);
    font-weight: 600;
  }

  dialog {
    inline-size: min(30em, calc(100vw - 24px));
    max-block-size: 90vh;
    max-block-size: calc(100dvh - 24px);
    padding: 24px;
    border: 0;
    border-radius: calc(var(--_radius) * 1.5);
    color: var(--_ink);
    background: var(--_paper);
    overflow: auto;
  }

  dialog::backdrop {
    background: rgb(0 0 0 / 55%);
  }

  dialog .field {
    margin-block-start: 20px;
  }

  dialog .actions {
    display: flex;
    margin-block-start: 24px;
  }
`;
