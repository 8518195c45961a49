import { css } from 'lit';

/** What is kept on the device until it can be sent, above the form, and the offer to keep it. */
export const kept = css`
  .kept {
    margin-block-end: 24px;
    border-radius: var(--_radius);
  }

  .kept h2,
  .kept h3 {
    margin-block: 0 8px;
    font-size: 1.125em;
  }

  .kept p {
    margin-block: 0 10px;
  }

  .kept .beside {
    margin-block-start: 14px;
  }

  .kept .beside > button {
    flex: 1 1 10em;
  }

  .kept p:empty {
    display: none;
  }

  .keep-offer {
    margin-block-start: 16px;
    padding-block-start: 14px;
    border-block-start: 1px solid var(--_danger);
  }

  .keep-offer .secondary {
    margin-block-start: 8px;
    inline-size: 100%;
    background: var(--_paper);
  }
`;
