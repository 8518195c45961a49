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
    opacity: 0.75;
  }

  @media (forced-colors: active) {
    .number :checked + span {
      color: HighlightText;
      background: Highlight;
      forced-color-adjust: none;
    }
  }
`;

/** Questions answered by points: with words, by numbers, and for several statements. */
export const pointStyles = css`
  ${numberKeys}

  .apart {
    margin-block-start: 20px;
    border-style: dashed;
  }

  .option svg {
    flex: none;
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.6;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .face {
    block-size: 1.75em;
    color: var(--_quiet);
  }

  .mouth {
    transform-box: fill-box;
    transform-origin: center;
    vector-effect: non-scaling-stroke;
    stroke-width: 2px;
  }

  .mood-0 .mouth {
    transform: scaleY(-1);
  }

  .mood-1 .mouth {
    transform: scaleY(-0.7);
  }

  .mood-2 .mouth {
    transform: scaleY(-0.35);
  }

  .mood-3 .mouth {
    transform: scaleY(0.01);
  }

  .mood-4 .mouth {
    transform: scaleY(0.35);
  }

  .mood-5 .mouth {
    transform: scaleY(0.7);
  }

  .stars {
    display: flex;
    flex: none;
    align-items: center;
    block-size: 1.65em;
    color: var(--_quiet);
  }

  .stars svg {
    inline-size: 1.1em;
    stroke-width: 1.3;
  }

  .stars .full {
    fill: currentcolor;
  }

  .option:has(:checked) > :is(.face, .stars) {
    color: var(--_accent);
  }

  .end {
    display: flex;
    gap: 6px;
    margin-block-start: 8px;
    color: var(--_quiet);
    font-size: 0.9em;
    line-height: 1.4;
  }

  .end span {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .numbers + .end {
    justify-content: end;
    text-align: end;
  }

  /* Six below six at most: all of 0 to 10 stay as large as a thumb on the narrowest phone. */
  .many .numbers {
    grid-template-columns: repeat(6, minmax(0, 1fr));
  }

  .heads {
    display: none;
  }

  .row {
    min-inline-size: 0;
    margin: 16px 0 0;
    padding: 12px 14px 14px;
    border: 1.5px solid var(--_hairline);
    border-radius: var(--_radius);
  }

  .row.missing {
    border-inline-start: 4px solid var(--_danger);
  }

  /* Floating, it stands inside its box and not on the border. */
  .row > legend {
    float: inline-start;
    inline-size: 100%;
    padding-block-end: 6px;
  }

  .row > legend + * {
    clear: both;
  }

  .row .option {
    min-block-size: 44px;
    margin-block-start: 6px;
    padding-block: 8px;
  }

  .row .apart {
    margin-block-start: 14px;
  }

  @media (min-width: 40rem) {
    .columns {
      display: grid;
      grid-auto-columns: minmax(0, 1fr);
      grid-auto-flow: column;
      gap: 8px;
    }

    .columns .option {
      flex-direction: column;
      gap: 6px;
      align-items: center;
      padding: 12px 4px;
      text-align: center;
    }

    .columns .face {
      block-size: 2.5em;
    }

    .columns .stars svg {
      inline-size: 0.9em;
    }

    .columns .option-text {
      font-size: 0.9em;
    }

    .columns input {
      order: 1;
    }

    .many .numbers {
      grid-template-columns: none;
      grid-auto-columns: minmax(0, 1fr);
      grid-auto-flow: column;
    }

    .table .heads,
    .table .row {
      display: grid;
      grid-template-columns: minmax(8rem, 2fr);
      grid-auto-columns: minmax(0, 1fr);
      grid-auto-flow: column;
      gap: 0 4px;
      align-items: center;
      margin: 0;
      padding: 6px 8px;
      border: 0;
      border-radius: 0;
    }

    .table .heads {
      align-items: end;
      margin-block-start: 12px;
      border-block-end: 1.5px solid var(--_line);
      color: var(--_quiet);
      font-size: 0.8em;
      line-height: 1.35;
      text-align: center;
    }

    /* Stands above the statements. */
    .table .heads::before {
      content: '';
    }

    .table .row {
      border-block-end: 1.5px solid var(--_hairline);
    }

    .table .row.missing {
      border-inline-start: 4px solid var(--_danger);
      padding-inline-start: 4px;
    }

    .table .row > legend {
      grid-column: 1;
      padding-block-end: 0;
      font-weight: 500;
      line-height: 1.45;
    }

    .table .option {
      justify-content: center;
      margin: 0;
      padding: 10px 0;
      border-color: transparent;
      background: none;
      box-shadow: none;
    }

    .table .option:hover {
      border-color: var(--_accent);
    }

    .table .option-text {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }

    .table .clear {
      grid-column: 1;
      grid-row: 2;
      justify-self: start;
    }
  }

  @media (forced-colors: active) {
    .option:has(input) > :is(.face, .stars) {
      color: CanvasText;
    }
  }
`;
