import { css } from 'lit';

/** The editor's own looks, which no theme that is being made can spoil. */
export const editorStyles = css`
  :host {
    --edge: light-dark(#74777a, #8b9094);
    --quiet: light-dark(#4d5256, #b9bec3);
    --raised: light-dark(#fff, #1d2023);
    --ground: light-dark(#eceef0, #101214);
    --bad: light-dark(#a3161d, #ffb3b0);
    --bad-ground: light-dark(#fdeced, #351e20);
    --good: light-dark(#17622f, #98dcab);
    --key: light-dark(#1b1f24, #eef1f4);
    --on-key: light-dark(#fff, #15181c);

    display: block;
    color: var(--key);
    font-size: 1rem;
    line-height: 1.5;
  }

  *,
  ::before {
    box-sizing: border-box;
  }

  .editor {
    display: grid;
    gap: 24px;
  }

  h2,
  h3,
  p {
    margin: 0;
  }

  h2 {
    font-size: 1.4em;
    line-height: 1.3;
  }

  h3,
  legend {
    padding: 0;
    font-size: 1em;
    font-weight: 700;
  }

  .panel {
    display: grid;
    gap: 24px;
    align-content: start;
    min-inline-size: 0;
    padding: 20px;
    border-radius: 14px;
    background: var(--raised);
  }

  fieldset {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  .quiet,
  .use {
    color: var(--quiet);
    font-size: 0.85em;
  }

  label {
    cursor: pointer;
  }

  input,
  select,
  button {
    min-block-size: 44px;
    border: 1.5px solid var(--edge);
    border-radius: 8px;
    color: inherit;
    background: var(--raised);
    font: inherit;
  }

  select,
  .wide {
    display: block;
    inline-size: 100%;
    margin-block-start: 4px;
    padding-inline: 10px;
  }

  button {
    padding: 8px 16px;
    font-weight: 600;
    cursor: pointer;
  }

  .main {
    border-color: transparent;
    color: var(--on-key);
    background: var(--key);
  }

  button:hover,
  .choices label:hover {
    box-shadow: inset 0 0 0 1.5px var(--key);
  }

  :focus-visible {
    outline: 3px solid var(--key);
    outline-offset: 2px;
  }

  .choices {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 4px;
    margin-block: 8px;
    padding: 4px;
    border-radius: 10px;
    background: var(--ground);
  }

  .choices label {
    position: relative;
    display: grid;
    place-items: center;
    min-block-size: 44px;
    border-radius: 7px;
    font-weight: 600;
  }

  .choices input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }

  .choices label:has(:checked) {
    color: var(--on-key);
    background: var(--key);
  }

  .choices label:has(:focus-visible) {
    outline: 3px solid var(--key);
    outline-offset: 2px;
  }

  .tick {
    display: flex;
    gap: 10px;
    align-items: center;
    min-block-size: 44px;
  }

  .tick input {
    inline-size: 22px;
    block-size: 22px;
    min-block-size: 0;
    margin: 0;
    accent-color: var(--key);
  }

  .token {
    display: grid;
    grid-template-columns: 44px minmax(0, 1fr) 6.4em;
    gap: 0 12px;
    align-items: center;
    padding-block: 8px;
    border-block-end: 1px solid light-dark(#e2e5e8, #2c3034);
  }

  .token .name {
    display: block;
    font-weight: 600;
    line-height: 1.35;
  }

  .token .use {
    display: block;
    line-height: 1.35;
  }

  .token [type='color'] {
    inline-size: 44px;
    block-size: 44px;
    padding: 3px;
    border-radius: 50%;
    cursor: pointer;
    appearance: none;
  }

  ::-webkit-color-swatch-wrapper {
    padding: 0;
  }

  ::-webkit-color-swatch {
    border: 0;
    border-radius: 50%;
  }

  .token .code,
  .token [type='number'] {
    inline-size: 100%;
    padding-inline: 8px;
    font-variant-numeric: tabular-nums;
  }

  .token .code {
    font-family: ui-monospace, monospace;
    font-size: 0.9em;
  }

  .token:not(.colour) {
    grid-template-columns: minmax(0, 1fr) 6.4em;
  }

  .verdict {
    font-size: 0.85em;
  }

  .token .verdict,
  .token .fault {
    grid-column: 2 / -1;
    line-height: 1.5;
  }

  .good {
    color: var(--good);
  }

  .bad,
  .fault {
    color: var(--bad);
    font-weight: 600;
  }

  .good::before,
  .bad::before {
    content: '✓' / '';
    margin-inline-end: 0.4em;
    font-weight: 700;
  }

  .bad::before {
    content: '✗' / '';
  }

  [aria-invalid='true'] {
    border-color: var(--bad);
    border-width: 2px;
  }

  .sum {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    padding: 10px 14px;
    border: 1.5px solid var(--good);
    border-radius: 10px;
    background: var(--raised);
    font-weight: 600;
  }

  .sum.bad {
    border-color: var(--bad);
    background: var(--bad-ground);
  }

  summary {
    padding-block: 10px;
    font-weight: 600;
    cursor: pointer;
  }

  .table {
    overflow-x: auto;
  }

  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: 0.85em;
  }

  th,
  td {
    padding: 6px 4px;
    border-block-end: 1px solid light-dark(#e2e5e8, #2c3034);
    text-align: start;
    font-weight: 400;
    font-variant-numeric: tabular-nums;
  }

  thead th {
    font-weight: 600;
  }

  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-block-start: 12px;
  }

  .row button {
    flex: 1 1 9em;
  }

  pre {
    max-block-size: 16em;
    margin: 0;
    padding: 12px;
    border-radius: 8px;
    background: var(--ground);
    font:
      0.8rem / 1.5 ui-monospace,
      monospace;
    overflow: auto;
  }

  .previews {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr));
    gap: 20px;
    align-items: start;
    min-inline-size: 0;
  }

  .previews > h3 {
    grid-column: 1 / -1;
  }

  .pane {
    min-inline-size: 0;
    padding: 16px 12px;
    border-radius: 14px;
    background: var(--pane);
    color: var(--pane-text);
  }

  .pane.light {
    --pane: #e3e5e7;
    --pane-text: #26292c;
  }

  .pane.dark {
    --pane: #060707;
    --pane-text: #d6dadd;
  }

  .pane > h3 {
    padding-inline: 8px;
  }

  .piece-title {
    margin-block: 20px 8px;
    padding-inline: 8px;
    font-size: 0.85em;
    font-weight: 600;
  }

  taafi-form,
  taafi-status-tracker,
  .cut {
    overflow: clip;
    border-radius: 12px;
  }

  .cut {
    max-block-size: 34rem;
    overflow: auto;
  }

  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  /* On a phone the scheme that is being coloured, and no other. */
  @media (max-width: 44rem) {
    .pane.other {
      display: none;
    }

    .panel {
      padding: 4px;
    }

    .pane {
      padding-inline: 4px;
    }
  }

  @media (min-width: 60rem) {
    .editor {
      grid-template-columns: 23rem minmax(0, 1fr);
    }

    .panel {
      position: sticky;
      inset-block-start: 16px;
      max-block-size: calc(100vb - 32px);
      overflow: auto;
    }
  }

  @media (forced-colors: active) {
    .choices label:has(:checked) {
      color: HighlightText;
      background: Highlight;
      forced-color-adjust: none;
    }

    .token [type='color'] {
      forced-color-adjust: none;
    }
  }
`;
