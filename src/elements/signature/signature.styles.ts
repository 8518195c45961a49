import { css } from 'lit';
import { tokens } from '../../theme/tokens.styles.js';

const pad = css`
  :host {
    display: block;
    max-inline-size: var(--_width);
    font-size: medium !important;
  }

  :host([hidden]) {
    display: none;
  }

  *,
  ::before {
    box-sizing: border-box;
    font: inherit;
  }

  /* Of what a page has set on everything only this is wanted: see form.styles.ts. */
  .root {
    all: initial;
    color-scheme: inherit;
    pointer-events: inherit;
    visibility: inherit;
    display: block;
    box-sizing: border-box;
    inline-size: 100%;
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
    color: var(--_ink);
    font-family: var(--taafi-font, inherit);
    font-size: var(--_font-size);
    line-height: var(--_line-height);
  }

  .switch {
    display: inline-flex;
    flex-wrap: wrap;
    gap: 2px;
    margin-block-end: 12px;
    padding: 2px;
    border: 1px solid var(--_hairline);
    border-radius: var(--_radius);
  }

  .switch label {
    position: relative;
    flex: auto;
    text-align: center;
  }

  .switch input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }

  .switch span {
    display: block;
    padding: 10px 12px;
    border-radius: calc(var(--_radius) - 3px);
  }

  .switch :checked + span {
    color: var(--_on-accent);
    background: var(--_accent);
    font-weight: 600;
  }

  .switch :focus-visible + span {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }

  /* Outlined: a border would be between the edge, which pointers are measured from, and the ink. */
  .pad {
    display: block;
    inline-size: 100%;
    block-size: min(10em, 60vh);
    outline: 1.5px solid var(--_line);
    outline-offset: -1.5px;
    border-radius: var(--_radius);
    color: var(--_ink);
    background: var(--_paper);
    cursor: crosshair;
    touch-action: none;
    user-select: none;
    -webkit-user-select: none;
  }

  .root:disabled {
    opacity: 0.8;
  }

  :disabled .pad {
    cursor: default;
    touch-action: auto;
  }

  .base {
    fill: none;
    stroke: currentColor;
    stroke-opacity: 0.5;
    stroke-width: 1.5px;
    stroke-dasharray: 6px 6px;
    vector-effect: non-scaling-stroke;
  }

  .line {
    fill: none;
    stroke: currentColor;
    stroke-width: 90px;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .ink {
    fill: currentColor;
  }

  .hint {
    margin: 8px 0;
    color: var(--_quiet);
    font-size: 0.9em;
  }

  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }

  button {
    min-block-size: 44px;
    padding: 8px 16px;
    border: 1.5px solid var(--_accent);
    border-radius: var(--_radius);
    color: var(--_accent);
    background: none;
    cursor: pointer;
  }

  [aria-disabled='true'] {
    border-color: var(--_hairline);
    color: var(--_quiet);
    cursor: default;
  }

  button:focus-visible,
  #name:focus-visible {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }

  label[for] {
    display: block;
    font-weight: 600;
  }

  #name {
    inline-size: 100%;
    min-block-size: var(--_control);
    padding: 8px 12px;
    border: 1.5px solid var(--_line);
    border-radius: var(--_radius);
    color: inherit;
    background: var(--_paper);
  }

  :host([aria-invalid='true']) .pad {
    outline-color: var(--_danger);
  }

  @media (forced-colors: active) {
    .pad {
      forced-color-adjust: auto;
      color: CanvasText;
    }

    .switch :checked + span {
      forced-color-adjust: none;
      color: HighlightText;
      background: Highlight;
      outline-color: CanvasText;
    }

    [aria-disabled='true'] {
      border-color: GrayText;
      color: GrayText;
    }
  }

  /* Paper is white, whatever the page is. */
  @media print {
    .root,
    .pad,
    #name {
      color: #000;
      background: #fff;
    }

    .switch,
    .hint,
    .tools {
      display: none;
    }
  }
`;

export const signatureStyles = [tokens, pad];
