import { css } from 'lit';

/** What is pressed: buttons of every rank, and the bar with the way out. */
export const buttons = css`
  .toolbar .quiet {
    margin-inline-start: -16px;
  }

  .toolbar {
    display: flex;
    gap: 8px;
    align-items: center;
    justify-content: space-between;
    margin-block-end: 16px;
  }

  button {
    min-block-size: 44px;
    margin: 0;
    padding: 8px 16px;
    border: 1.5px solid transparent;
    border-radius: var(--_radius);
    color: var(--_accent);
    background: none;
    font: inherit;
    line-height: 1.4;
    text-align: center;
    cursor: pointer;
    touch-action: manipulation;
  }

  .primary {
    min-block-size: 52px;
    padding-inline: 32px;
    color: var(--_on-accent);
    background: var(--_accent);
    font-weight: 700;
  }

  .primary:hover {
    box-shadow: inset 0 0 0 100vmax rgb(0 0 0 / 12%);
  }

  .secondary {
    min-block-size: 48px;
    border-color: var(--_accent);
    font-weight: 600;
  }

  .secondary:hover,
  .quiet:hover {
    background: var(--_tint);
  }

  .quiet {
    text-decoration: underline;
    text-underline-offset: 0.25em;
  }

  .link {
    min-block-size: 24px;
    padding: 2px 4px;
    text-align: start;
  }

  .exit {
    border-color: var(--_line);
    color: var(--_ink);
    font-weight: 600;
  }

  .back {
    margin-block-end: 8px;
    padding-inline: 2px 12px;
  }

  .back::before {
    content: '';
    display: inline-block;
    inline-size: 0.5em;
    block-size: 0.5em;
    margin-inline-end: 0.5em;
    border-block-end: 2px solid;
    border-inline-start: 2px solid;
    transform: rotate(45deg);
  }

  [dir='rtl'] .back::before {
    transform: rotate(-45deg);
  }
`;
