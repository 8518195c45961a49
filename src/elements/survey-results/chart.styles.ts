import { css } from 'lit';

/** Charts: their colours are those of the theme, and what matters is told by shape and words as well. */
export const chartStyles = css`
  .chart {
    margin: 0 0 28px;
  }

  .formula + .chart,
  p + .chart {
    margin-block-start: 20px;
  }

  .hint + .measure {
    margin-block-start: 20px;
  }

  .measure + .measure {
    margin-block-start: 32px;
  }

  .measure .chart {
    margin-block-end: 0;
  }

  .finding {
    margin-block: 2px 10px;
    color: var(--_quiet);
  }

  .drawing {
    display: block;
    max-inline-size: 100%;
    block-size: auto;
    overflow: visible;
    color: var(--_ink);
    font-variant-numeric: tabular-nums;
  }

  .label,
  .value {
    fill: var(--_ink);
  }

  .note-text,
  .axis {
    fill: var(--_quiet);
  }

  .grid {
    stroke: var(--_hairline);
  }

  .track {
    fill: var(--_tint);
  }

  .bar,
  .dot {
    fill: var(--_accent);
  }

  .dot,
  .line,
  .bar-few,
  .dot-few,
  .stripe {
    stroke: var(--_accent);
  }

  .stripe-ground,
  .dot-few {
    fill: var(--_paper);
  }

  .whisker {
    stroke: var(--_ink);
  }

  .whisker-edge {
    stroke: var(--_paper);
  }

  .band {
    fill: var(--_tint);
    stroke: var(--_line);
  }

  .line {
    stroke-linejoin: round;
  }

  .chart summary {
    display: inline-block;
    padding-block: 10px;
    color: var(--_accent);
    font-size: 0.9em;
  }

  table {
    inline-size: 100%;
    margin-block-end: 8px;
    border-collapse: collapse;
    font-size: 0.9em;
  }

  th,
  td {
    padding: 8px 6px;
    border-block-end: 1px solid var(--_hairline);
    text-align: start;
    vertical-align: top;
    overflow-wrap: anywhere;
  }

  thead th {
    overflow-wrap: normal;
    color: var(--_quiet);
    font-weight: 600;
  }

  tbody th {
    inline-size: 40%;
    font-weight: 400;
  }

  td .number {
    font-weight: 700;
    font-variant-numeric: tabular-nums;
  }

  td .interval,
  .few {
    display: block;
    color: var(--_quiet);
    font-size: 0.9em;
  }

  @media (forced-colors: active) {
    .drawing {
      forced-color-adjust: none;
    }

    .label,
    .value,
    .axis,
    .note-text {
      fill: CanvasText;
    }

    .grid,
    .band {
      stroke: GrayText;
    }

    .track,
    .band {
      fill: Canvas;
    }

    .track {
      stroke: GrayText;
    }

    .bar,
    .dot {
      fill: Highlight;
    }

    .dot,
    .line,
    .bar-few,
    .dot-few,
    .stripe {
      stroke: Highlight;
    }

    .stripe-ground,
    .dot-few {
      fill: Canvas;
    }

    .whisker {
      stroke: CanvasText;
    }

    .whisker-edge {
      stroke: Canvas;
    }
  }

  @media print {
    .chart {
      break-inside: avoid;
      margin-block-end: 16px;
    }

    h4,
    figcaption {
      break-after: avoid;
    }

    .drawing {
      print-color-adjust: exact;
    }
  }
`;
