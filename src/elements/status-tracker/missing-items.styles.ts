import { css } from 'lit';

/** What is asked of the person, and what he gathers of it. */
export const missingItemStyles = css`
  .asked-item {
    padding: 16px;
    border: 1.5px solid var(--_hairline);
    border-radius: var(--_radius);
  }

  .asked-item + .asked-item {
    margin-block-start: 16px;
  }

  .asked-item > p {
    margin-block-start: 4px;
  }

  .asked-item form {
    margin-block-start: 12px;
  }

  .success::before {
    content: '';
    display: inline-block;
    inline-size: 0.4em;
    block-size: 0.75em;
    margin-inline: 0.2em 0.5em;
    border: solid;
    border-width: 0 2.5px 2.5px 0;
    transform: rotate(45deg) translate(-0.1em, -0.1em);
  }

  .refused .error {
    flex: 1 1 100%;
    margin-block: 0 4px;
    font-size: 0.9em;
  }

  .underway {
    margin-block-start: 16px;
  }

  .asked-item .actions {
    margin-block-start: 16px;
  }

  @media (forced-colors: active) {
    .success::before {
      border-color: CanvasText;
    }
  }

  @media print {
    .asked-item {
      break-inside: avoid;
    }
  }
`;
