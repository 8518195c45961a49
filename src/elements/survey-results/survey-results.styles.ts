import { css } from 'lit';
import { boxes } from '../../theme/boxes.styles.js';
import { formStyles } from '../../theme/form.styles.js';
import { paper } from '../../theme/paper.styles.js';
import { chartStyles } from './chart.styles.js';

const page = css`
  :host {
    --_width: var(--taafi-width, 46em);
  }

  section {
    margin-block-start: 44px;
  }

  /* Until the first of it is painted, what is out of sight is not laid out. */
  .arriving > section:not(:first-of-type) {
    content-visibility: auto;
    contain-intrinsic-size: auto 960px;
  }

  h3 {
    margin-block: 0 12px;
    padding-block-end: 6px;
    border-block-end: 2px solid var(--_hairline);
    font-size: 1.25em;
  }

  h4 {
    margin: 0;
    font-size: 1em;
    font-weight: 700;
    line-height: 1.5;
  }

  .summary h3 {
    border: 0;
  }

  .audience {
    margin-block-end: 4px;
    color: var(--_accent);
    font-weight: 600;
  }

  .lead {
    font-weight: 600;
  }

  .opening {
    padding-block: 32px;
  }

  .exports {
    margin-block-start: 16px;
  }

  .filter {
    margin-block: 20px;
    padding: 16px;
    border: 1.5px solid var(--_hairline);
    border-radius: var(--_radius);
    background: var(--_tint);
  }

  @media (max-width: 24rem) {
    .filter {
      padding: 10px;
    }
  }

  .filter-boxes {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 15em), 1fr));
    gap: 12px 16px;
    margin-block-end: 16px;
  }

  .filter select,
  .chosen-measure select {
    margin-block-start: 4px;
    text-overflow: ellipsis;
  }

  /* Two beside one another have just room enough for the longest of their words. */
  .filter select {
    padding-inline: 10px 32px;
    font-size: 0.95em;
  }

  .filter .secondary {
    background: var(--_paper);
  }

  .chosen-measure {
    max-inline-size: 25em;
    margin-block-end: 12px;
  }

  .cards {
    container-type: inline-size;
    display: grid;
    gap: 16px;
    margin-block-end: 12px;
  }

  @container (min-width: 34em) {
    .card {
      display: grid;
      grid-template-columns: 19em 1fr;
      gap: 24px;
    }

    .card > .formula {
      margin-block-start: 28px;
    }
  }

  .card {
    min-inline-size: 0;
    padding: 16px;
    border: 1.5px solid var(--_hairline);
    border-radius: var(--_radius);
  }

  .card .asked {
    color: var(--_quiet);
    font-size: 0.9em;
  }

  .clause {
    display: inline-block;
    margin-inline-start: 6px;
    padding-inline: 8px;
    border: 1px solid var(--_line);
    border-radius: 2em;
    font-size: 0.85em;
  }

  .big {
    color: var(--_accent);
    font-size: 2.6em;
    font-weight: 700;
    line-height: 1.25;
    font-variant-numeric: tabular-nums;
  }

  .card .interval {
    margin-block: 0 8px;
    color: var(--_ink);
  }

  .mean {
    margin-inline-start: 12px;
    color: var(--_quiet);
  }

  .withheld {
    padding: 12px 14px;
    border: 1.5px dashed var(--_line);
    border-radius: var(--_radius);
    color: var(--_quiet);
  }

  .formula {
    margin-block-start: 10px;
    color: var(--_quiet);
    font-size: 0.85em;
  }

  .formula-title {
    font-weight: 600;
  }

  .comments {
    padding: 0;
    list-style: none;
  }

  .comments li {
    margin-block: 8px 0;
    padding: 12px 16px;
    border-inline-start: 4px solid var(--_accent);
    background: var(--_tint);
    white-space: pre-line;
    overflow-wrap: anywhere;
  }

  .comments + button {
    margin-block-start: 16px;
  }

  .small {
    padding-inline: 8px;
    font-size: 0.9em;
  }
`;

const overrides = css`
  @media (max-width: 30rem) {
    .exports > *,
    .filter .beside > * {
      flex: 1 1 100%;
    }
  }

  @media (forced-colors: active) {
    .comments li {
      border-inline-start-color: Highlight;
    }
  }

  @media print {
    .arriving > section {
      content-visibility: visible !important;
    }

    section {
      margin-block-start: 20px;
    }

    /* What stands between a heading and its first picture goes with both. */
    h3 + :is(p, .no-print),
    h3 + .no-print + p {
      break-after: avoid;
    }

    .card,
    .comments li {
      break-inside: avoid;
      background: none;
    }

    .big {
      color: #000;
    }
  }
`;

export const surveyResultsStyles = [...formStyles, boxes, page, chartStyles, paper, overrides];
