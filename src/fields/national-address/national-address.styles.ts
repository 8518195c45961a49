import { css } from 'lit';

/** The parts of an address: numbers beside names, as they are written. */
export const nationalAddressStyles = css`
  .address {
    display: flex;
    flex-wrap: wrap;
    gap: 14px 16px;
    margin-block-start: 14px;
  }

  .address > * {
    flex: 1 1 13em;
    min-inline-size: 0;
  }

  .address > .number-part {
    flex: 0 1 9em;
  }

  /* A number and its name stand on one line, or below one another. */
  .address > .break {
    flex: 1 0 100%;
    block-size: 0;
    margin-block-start: -14px;
  }

  .address label {
    font-weight: 500;
  }

  .address input {
    margin-block-start: 4px;
  }
`;
