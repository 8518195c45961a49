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
    flex: 1 0 100%;
    min-inline-size: 0;
    max-inline-size: 100%;
  }

  .address > .number-part {
    flex: 0 1 9em;
  }

  /* As much of the line as its number leaves: where that is too little, it stands below. */
  .address > .name-part {
    flex: 1 0 max(12em, calc(100% - 9em - 16px));
  }

  .address label {
    font-weight: 500;
  }

  .address input {
    margin-block-start: 4px;
  }
`;
