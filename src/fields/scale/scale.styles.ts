import { css } from 'lit';
import { apart, numberKeys } from '../../theme/points.styles.js';

/** Points that are numbers, and the words at both ends. */
export const scaleStyles = css`
  ${apart}
  ${numberKeys}

  .end {
    display: flex;
    gap: 6px;
    margin-block-start: 8px;
    color: var(--_quiet);
    font-size: 0.9em;
    line-height: 1.4;
  }

  .end span {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .numbers + .end {
    justify-content: end;
    text-align: end;
  }

  /* Six below six at most: all of 0 to 10 stay as large as a thumb on the narrowest phone. */
  .many .numbers {
    grid-template-columns: repeat(6, minmax(0, 1fr));
  }

  @media (min-width: 40rem) {
    .many .numbers {
      grid-template-columns: none;
      grid-auto-columns: minmax(0, 1fr);
      grid-auto-flow: column;
    }
  }
`;
