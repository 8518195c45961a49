import { css } from 'lit';
import { fileStyles } from '../../fields/file/file.styles.js';
import { formStyles } from '../../theme/form.styles.js';
import { paper } from '../../theme/paper.styles.js';

const own = css`
  .keys {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
    align-items: center;
    min-block-size: 44px;
    margin-block: 16px 24px;
    color: var(--_quiet);
    font-size: 0.9em;
  }

  .keys::before {
    content: '';
    flex: none;
    inline-size: 10px;
    block-size: 10px;
    border: 2px solid var(--_line);
    border-radius: 50%;
  }

  .keys p {
    flex: 1 1 12em;
  }

  .keys-here::before {
    border-color: var(--_success);
    background: var(--_success);
  }

  .keys-missing {
    color: var(--_danger);
  }

  .keys-missing::before {
    border-color: var(--_danger);
  }

  .verdict {
    margin-block-start: 36px;
    padding: 24px 20px;
    border: 1.5px solid;
    border-inline-start-width: 6px;
    border-radius: calc(var(--_radius) * 1.5);
  }

  .verdict h2 {
    margin-block-end: 8px;
  }

  .verdict h3 {
    margin-block: 12px 4px;
    font-size: 1em;
  }

  .verdict ul + p {
    margin-block-start: 16px;
  }

  .genuine {
    border-color: var(--_success);
    background: var(--_tint);
  }

  .genuine h2 {
    color: var(--_success);
  }

  .genuine .mark {
    margin-inline: 0;
  }

  .not-genuine {
    border-color: var(--_danger);
    background: var(--_danger-tint);
  }

  .not-genuine h2 {
    color: var(--_danger);
  }

  .answers {
    margin-block-start: 24px;
  }

  .answers > dl:first-child {
    border-block-start: 1px solid var(--_hairline);
  }

  .answers h3 {
    margin-block-start: 36px;
  }

  .answers h3 + p {
    padding-block: 10px;
  }

  .answers h4 {
    margin: 20px 0 0;
    font-size: 1em;
    font-weight: 700;
  }

  .after-items {
    margin-block-start: 20px;
    border-block-start: 1px solid var(--_hairline);
  }

  .inner {
    padding-inline-start: 16px;
    border-inline-start: 4px solid var(--_hairline);
  }

  @container (min-width: 27em) {
    .answer {
      grid-template-columns: minmax(0, 2fr) minmax(0, 4fr);
    }
  }

  bdo.reference {
    font-size: 1.25em;
    font-weight: 700;
    font-variant-numeric: tabular-nums;
  }

  figure {
    margin: 0;
    padding-block: 14px;
    border-block-end: 1px solid var(--_hairline);
  }

  blockquote {
    margin: 0;
    white-space: pre-line;
  }

  figcaption {
    margin-block-start: 4px;
    color: var(--_quiet);
    font-size: 0.9em;
  }

  .drawing {
    display: block;
    inline-size: 100%;
    max-inline-size: 14em;
    max-block-size: 7em;
    margin-block-start: 8px;
    border-block-end: 1.5px dashed var(--_line);
    overflow: visible;
  }

  .drawing path {
    fill: none;
    stroke: currentcolor;
    stroke-width: 90px;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  @media (forced-colors: active) {
    .genuine {
      border-color: Highlight;
    }

    .keys-here::before {
      background: CanvasText;
      forced-color-adjust: none;
    }

    .drawing {
      color: CanvasText;
    }
  }

  @media print {
    .verdict {
      margin-block-start: 0;
      background: none;
    }

    figure {
      break-inside: avoid;
    }
  }
`;

export const receiptCheckStyles = [...formStyles, fileStyles, paper, own];
