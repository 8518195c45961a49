import { css } from 'lit';

/** Keys with a number on them: radio buttons of which the number is what is seen. */
export const numberKeys = css`
  .numbers {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(44px, 1fr));
    gap: 4px;
    margin-block-start: 8px;
  }

  .number {
    position: relative;
    font-weight: 600;
    cursor: pointer;
  }

  .number input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }

  .number span {
    display: grid;
    place-items: center;
    min-block-size: var(--_control);
    border: 1.5px solid var(--_line);
    border-radius: var(--_radius);
    font-variant-numeric: tabular-nums;
  }

  .number:hover span {
    border-color: var(--_accent);
    background: var(--_tint);
  }

  .number :checked + span {
    border-color: var(--_accent);
    color: var(--_on-accent);
    background: var(--_accent);
  }

  .number :focus-visible + span {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }

  .number :disabled + span {
    opacity: 0.8;
  }

  @media (forced-colors: active) {
    .number :checked + span {
      color: HighlightText;
      background: Highlight;
      forced-color-adjust: none;
    }
  }
`;

/** The answer that is no point stands apart from those that are. */
export const apart = css`
  .apart {
    margin-block-start: 20px;
    border-style: dashed;
  }
`;
