import { css } from 'lit';

/** The way of a request: each stage by its shape and by its words, so that no colour is needed to tell them apart. */
export const timelineStyles = css`
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

  @media (forced-colors: active) {
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
  }

  @media print {
    .now .status {
      color: inherit;
      background: none;
    }

    .stage {
      padding-block-end: 12px;
      break-inside: avoid;
    }

    .done::before,
    .done > .stage-title::before,
    .now::before {
      print-color-adjust: exact;
    }
  }
`;
