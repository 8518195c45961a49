import { css } from 'lit';

/** A request that is open. What paper asks for stands at the end. */
export const followedStyles = css`
  h4 {
    margin: 0;
    font-size: 1em;
    font-weight: 700;
  }

  .lines {
    white-space: pre-line;
  }

  bdi {
    unicode-bidi: isolate;
  }

  .root > .help {
    margin-inline-start: 0;
  }

  .where {
    padding: 20px 20px 24px;
    border-radius: calc(var(--_radius) * 1.5);
    background: var(--_tint);
  }

  .where h2 {
    margin-block: 16px 8px;
  }

  .reference-label {
    color: var(--_quiet);
    font-size: 0.9em;
  }

  .where .reference {
    margin-block: 0;
    font-size: clamp(1.45em, 7.5vw, 2.1em);
    font-weight: 700;
    font-variant-numeric: tabular-nums;
    line-height: 1.4;
  }

  .turn {
    inline-size: fit-content;
    margin-block-start: 16px;
    padding: 2px 14px;
    border-radius: 2em;
    color: var(--_on-accent);
    background: var(--_accent);
    font-size: 0.9em;
    font-weight: 700;
  }

  .turn + h2 {
    margin-block-start: 8px;
  }

  .stale {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 16px;
    align-items: center;
    margin-block-start: 16px;
    padding: 12px 16px;
    border: 1.5px dashed var(--_line);
    border-radius: var(--_radius);
  }

  .stale p {
    flex: 1 1 14rem;
  }

  .note.important h3 {
    margin-block-start: 0;
  }

  section,
  .facts {
    margin-block-start: 36px;
  }

  section > h3 {
    margin-block: 0 12px;
  }

  .facts {
    border-block-start: 1px solid var(--_hairline);
    container-type: inline-size;
  }

  .answer {
    padding-block: 10px;
    border-block-end: 1px solid var(--_hairline);
  }

  .answer dt {
    color: var(--_quiet);
    font-size: 0.9em;
  }

  .answer dd {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  @container (min-width: 30rem) {
    .answer {
      display: grid;
      grid-template-columns: minmax(0, 2fr) minmax(0, 4fr);
      gap: 0 16px;
      align-items: baseline;
    }
  }

  .asked-item {
    padding: 16px;
    border: 1.5px solid var(--_hairline);
    border-radius: var(--_radius);
  }

  .asked-item + .asked-item {
    margin-block-start: 16px;
  }

  .asked-item > p {
    margin-block-start: 4px;
  }

  .asked-item form {
    margin-block-start: 12px;
  }

  .asked-item .actions,
  .questions .actions {
    margin-block-start: 16px;
  }

  .success::before {
    content: '';
    display: inline-block;
    inline-size: 0.4em;
    block-size: 0.75em;
    margin-inline: 0.2em 0.5em;
    border: solid;
    border-width: 0 2.5px 2.5px 0;
    transform: rotate(45deg) translate(-0.1em, -0.1em);
  }

  .refused .error {
    flex: 1 1 100%;
    margin-block: 0 4px;
    font-size: 0.9em;
  }

  .underway {
    margin-block-start: 16px;
  }

  .timeline {
    padding: 0;
    list-style: none;
  }

  .stage {
    position: relative;
    margin: 0;
    padding-block: 0 20px;
    padding-inline-start: 44px;
  }

  .stage:last-child {
    padding-block-end: 0;
  }

  /* The way from one to the next. */
  .stage:not(:last-child)::after {
    content: '';
    position: absolute;
    inset-block: 30px -2px;
    inset-inline-start: 13px;
    border-inline-start: 2px solid var(--_accent);
  }

  .stage:not(.done, :last-child)::after {
    border-inline-start: 2px dashed var(--_line);
  }

  .stage::before {
    content: '';
    position: absolute;
    inset-block-start: 2px;
    inset-inline-start: 0;
    box-sizing: border-box;
    inline-size: 28px;
    block-size: 28px;
    border: 2px solid var(--_line);
    border-radius: 50%;
  }

  .done::before {
    border-color: var(--_accent);
    background: var(--_accent);
  }

  .now::before {
    border: 8px solid var(--_accent);
  }

  .next::before {
    border-style: dashed;
  }

  .done > .stage-title::before {
    content: '';
    position: absolute;
    inset-block-start: 8px;
    inset-inline-start: 10px;
    inline-size: 8px;
    block-size: 13px;
    border: solid var(--_on-accent);
    border-width: 0 2.5px 2.5px 0;
    transform: rotate(45deg);
  }

  .stage-title {
    display: flex;
    flex-wrap: wrap;
    gap: 0 12px;
    align-items: baseline;
  }

  .now .stage-title {
    font-weight: 700;
  }

  .next .stage-title {
    color: var(--_quiet);
  }

  .status {
    padding-inline: 10px;
    border: 1.5px solid var(--_accent);
    border-radius: 2em;
    color: var(--_accent);
    font-size: 0.8em;
    font-weight: 600;
    line-height: 1.6;
  }

  .now .status {
    color: var(--_on-accent);
    background: var(--_accent);
  }

  .next .status {
    border: 1.5px dashed var(--_line);
    color: var(--_quiet);
  }

  .asked {
    margin-block-end: 12px;
    padding: 0;
    list-style: none;
  }

  .asked li {
    padding-block: 12px;
    border-block-end: 1px solid var(--_hairline);
  }

  .asked-when {
    font-weight: 600;
  }

  .answer-given {
    margin-block-start: 8px;
    padding-inline-start: 14px;
    border-inline-start: 4px solid var(--_accent);
  }

  .questions details form {
    padding-block: 8px 4px;
  }

  .rights .beside {
    margin-block-start: 12px;
  }

  .closing {
    margin-block-start: 40px;
    padding-block-start: 16px;
    border-block-start: 1px solid var(--_hairline);
  }

  .closing .beside {
    margin-block: 12px 8px;
  }

  @media (max-width: 30rem) {
    .moves .beside > *,
    .rights .beside > *,
    .closing .beside > * {
      flex: 1 1 100%;
    }
  }

  @media (forced-colors: active) {
    .where,
    .turn {
      border: 1px solid;
    }

    .stage::before {
      border-color: CanvasText;
    }

    .done::before {
      background: CanvasText;
      forced-color-adjust: none;
    }

    .done > .stage-title::before {
      border-color: Canvas;
    }

    .success::before {
      border-color: CanvasText;
    }
  }

  @media print {
    .where {
      padding: 12px 16px;
      border: 2px solid;
      background: none;
    }

    .where .reference {
      font-size: 22pt;
    }

    .turn,
    .now .status {
      color: inherit;
      background: none;
    }

    .turn {
      padding: 0;
    }

    section,
    .facts {
      margin-block-start: 20px;
    }

    .stage,
    .answer,
    .asked li,
    .asked-item {
      break-inside: avoid;
    }

    .stage {
      padding-block-end: 12px;
    }

    .done::before,
    .done > .stage-title::before,
    .now::before {
      print-color-adjust: exact;
    }

    .questions:not(:has(.asked)) {
      display: none;
    }
  }
`;
