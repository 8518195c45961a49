import { css } from 'lit';

/** A box with a list below it, over what stands there. */
export const selectStyles = css`
  .combobox {
    position: relative;
  }

  .combobox > input {
    padding-inline-end: 40px;
    background-image: linear-gradient(45deg, transparent 50%, currentcolor 50%),
      linear-gradient(-45deg, transparent 50%, currentcolor 50%);
    background-repeat: no-repeat;
    background-position: right 20px center, right 14px center;
    background-size: 6.5px 6.5px;
  }

  [dir='rtl'] .combobox > input {
    background-position: left 14px center, left 20px center;
  }

  .found {
    position: absolute;
    z-index: 5;
    inset-inline: 0;
    inset-block-start: 100%;
    max-block-size: min(22em, 50vh);
    margin-block-start: 4px;
    overflow-y: auto;
    overscroll-behavior: contain;
    border: 1.5px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--taafi-field, var(--_paper));
    box-shadow: 0 6px 18px rgb(0 0 0 / 18%);
  }

  .found > p {
    padding: 12px 14px;
  }

  .found > svg {
    display: block;
  }

  .found > [role='option'] {
    min-block-size: var(--_control);
    padding: 10px 14px;
    border-inline-start: 4px solid transparent;
    overflow-wrap: anywhere;
    cursor: pointer;
  }

  .found > [role='option']:hover,
  .found > [aria-selected='true'] {
    border-inline-start-color: var(--_accent);
    background: var(--_tint);
  }

  .found > .chosen {
    font-weight: 600;
  }

  .list-failed {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 12px;
    align-items: center;
    margin-block-start: 6px;
  }

  @media (forced-colors: active) {
    /* What is transparent elsewhere has a colour here. */
    .found > [role='option'] {
      border-inline-start-color: Canvas;
    }

    .found > [aria-selected='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
