import { css } from 'lit';
import { apart } from '../../theme/points.styles.js';

/** Points with words, and what decorates them. */
export const ratingStyles = css`
  ${apart}

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
  }

  @media (forced-colors: active) {
    .face,
    .stars,
    .option:has(:checked) > :is(.face, .stars) {
      color: CanvasText;
    }
  }
`;
