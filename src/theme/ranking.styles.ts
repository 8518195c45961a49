import { css } from 'lit';
import { numberKeys } from './points.styles.js';

/** Options in their order, and the numbers to choose places by. */
export const rankingStyles = css`
  ${numberKeys}

  .ranks {
    margin-block-start: 8px;
    padding: 0;
    list-style: none;
  }

  .ranks > li {
    display: flex;
    flex-wrap: wrap;
    gap: 0 4px;
    align-items: center;
    min-block-size: 60px;
    margin-block-start: 8px;
    padding-inline: 12px 6px;
    border: 1.5px dashed var(--_line);
    border-radius: var(--_radius);
  }

  .ranks > .ranked {
    border: 1.5px solid var(--_accent);
    background: var(--_tint);
  }

  .place {
    flex: none;
    display: grid;
    place-items: center;
    inline-size: 32px;
    block-size: 32px;
    margin-inline-end: 8px;
    border: 1.5px dashed var(--_line);
    border-radius: 50%;
    font-weight: 700;
    font-variant-numeric: tabular-nums;
  }

  .ranked > .place {
    border: 1.5px solid var(--_accent);
    color: var(--_on-accent);
    background: var(--_accent);
  }

  .ranks .option-text {
    flex: 1 1 7em;
    overflow-wrap: anywhere;
  }

  .ranks .quiet {
    padding-inline: 8px;
    font-size: 0.9em;
  }

  .places {
    margin-block-start: 12px;
  }

  .places > summary {
    min-block-size: 44px;
    padding-block: 8px;
    color: var(--_accent);
    cursor: pointer;
  }

  .places > .row {
    min-inline-size: 0;
    margin: 12px 0 0;
    padding: 0;
    border: 0;
  }

  .places legend {
    max-inline-size: 100%;
    overflow-wrap: anywhere;
  }

  @media (forced-colors: active) {
    .ranked > .place {
      color: HighlightText;
      background: Highlight;
      forced-color-adjust: none;
    }
  }
`;
