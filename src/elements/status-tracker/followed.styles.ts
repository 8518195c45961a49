import { css } from 'lit';

/** Where a request that is open is, and what frames it. What paper asks for stands at the end. */
export const followedStyles = css`
  h4 {
    margin: 0;
    font-size: 1em;
    font-weight: 700;
  }

  bdi {
    unicode-bidi: isolate;
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
    flex: 1 1 12em;
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

  @container (min-width: 27em) {
    .answer {
      display: grid;
      grid-template-columns: minmax(0, 2fr) minmax(0, 4fr);
      gap: 0 16px;
      align-items: baseline;
    }
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

    .turn {
      padding: 0;
      color: inherit;
      background: none;
    }

    section,
    .facts {
      margin-block-start: 20px;
    }
  }
`;
