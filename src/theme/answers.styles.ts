import { css } from 'lit';

/** The answers before they are sent, and the receipt after. Comes after all else: what paper asks for stands at its end. */
export const answers = css`
  .answers h3 {
    padding-block-end: 8px;
    border-block-end: 2px solid var(--_ink);
    margin-block-end: 0;
  }

  :is(.note, section) + .summary {
    margin-block-start: 24px;
  }

  .closing {
    padding-block-start: 8px;
    border-block-start: 2px solid var(--_ink);
    margin-block-start: 32px;
  }

  .answer {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 12px;
  }

  .answer dd {
    grid-column: 1;
  }

  .answer .change {
    grid-column: 2;
    grid-row: 1 / span 2;
  }

  dl {
    container-type: inline-size;
  }

  @container (min-width: 27em) {
    .answer {
      grid-template-columns: minmax(0, 2fr) minmax(0, 3fr) minmax(5em, max-content);
      align-items: baseline;
    }

    .answer dd {
      grid-column: 2;
    }

    .answer .change {
      grid-column: 3;
      grid-row: 1;
      justify-self: end;
    }
  }

  .answer-item {
    padding-block: 12px 0;
    padding-inline-start: 16px;
    border-inline-start: 4px solid var(--_hairline);
  }

  .nested {
    padding-inline-start: 16px;
    border-inline-start: 4px solid var(--_hairline);
  }

  .answer-item > dt {
    font-weight: 700;
  }

  .not-given {
    color: var(--_quiet);
  }

  .sending {
    margin-block-start: 28px;
    padding: 20px;
    border-radius: var(--_radius);
    background: var(--_tint);
  }

  .sending h3 {
    margin-block-start: 0;
  }

  .sending button {
    margin-block-start: 16px;
  }

  .receipt {
    padding: 24px 16px;
    border-radius: calc(var(--_radius) * 1.5);
    background: var(--_tint);
    text-align: center;
  }

  .receipt + section {
    margin-block-start: 24px;
  }

  .receipt .beside {
    justify-content: center;
    margin-block-start: 20px;
  }

  .mark {
    display: grid;
    place-items: center;
    inline-size: 56px;
    block-size: 56px;
    margin: 0 auto 12px;
    border-radius: 50%;
    background: var(--_success);
  }

  .mark::before {
    content: '';
    inline-size: 12px;
    block-size: 24px;
    margin-block-end: 6px;
    border: solid var(--_paper);
    border-width: 0 4px 4px 0;
    transform: rotate(45deg);
  }

  .reference-label {
    margin-block-start: 20px;
    color: var(--_quiet);
  }

  .receipt .reference {
    margin-block: 0 12px;
    font-size: clamp(1.45em, 7.5vw, 2.1em);
    font-weight: 700;
    font-variant-numeric: tabular-nums;
    line-height: 1.5;
  }

  .about {
    margin-block-start: 32px;
    padding-block-start: 12px;
    border-block-start: 1px solid var(--_hairline);
    font-size: 0.95em;
  }

  .about a {
    display: inline-block;
    padding-block: 4px;
  }

  h4,
  .answer-heading {
    margin: 0;
    padding-block: 20px 4px;
    font-weight: 700;
  }

  .link-text + button {
    margin-block-start: 12px;
  }

  .link-text {
    padding: 8px 12px;
    border: 1px solid var(--_hairline);
    border-radius: var(--_radius);
    background: var(--_paper);
    overflow-wrap: anywhere;
    font-size: 0.9em;
  }

  taafi-signature:not(:defined) {
    display: block;
    min-block-size: 18em;
  }

  .paper,
  .lines-to-write {
    display: none;
  }

  .by-hand {
    margin-block-start: 24px;
  }

  .by-hand + .fields {
    margin-block-start: 28px;
  }

  .by-hand button {
    margin-block-start: 12px;
  }

  @media print {
    .paper,
    .lines-to-write {
      display: block;
    }

    .lines-to-write div {
      display: flex;
      align-items: end;
      gap: 8px;
      block-size: 16mm;
    }

    .lines-to-write div:last-child {
      block-size: 32mm;
    }

    .lines-to-write dd {
      flex: 1;
      border-block-end: 1px solid;
    }

    h4,
    .answer-heading {
      break-after: avoid;
    }

    .closing:has(.by-hand) .field:has([type='radio']) {
      display: none;
    }

    .by-hand,
    .statement {
      break-inside: avoid;
    }

    .answer .change {
      display: none;
    }

    .signed {
      break-inside: avoid;
    }

    .ink {
      display: block;
      inline-size: 60mm;
      max-block-size: 40mm;
    }

    .digest {
      font: 8pt monospace;
      overflow-wrap: anywhere;
    }

    .mark {
      display: none;
    }

    .receipt {
      border: 2px solid;
    }
  }
`;
