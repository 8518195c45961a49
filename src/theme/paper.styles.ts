import { css } from 'lit';

/** What paper asks for: nobody prints before the form has been there for a while. */
export const paper = css`
  @media print {
    :host {
      color-scheme: light;
    }

    .root {
      padding: 0 2px;
      color: #000;
      background: #fff;
    }

    .no-print,
    .actions,
    .back,
    .progress {
      display: none;
    }

    .note {
      break-inside: avoid;
    }

    h3 {
      break-after: avoid;
    }
  }
`;
