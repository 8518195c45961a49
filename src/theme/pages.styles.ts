import { css } from 'lit';

/** What stands around the questions: progress, summary, notes, dialog. */
export const pages = css`
  .actions {
    display: grid;
    gap: 12px;
    margin-block-start: 36px;
  }

  .help {
    margin-block-start: 16px;
    text-align: center;
  }

  .part {
    content-visibility: auto;
    contain-intrinsic-size: auto 4000px;
    margin-inline: -8px;
    padding-inline: 8px;
  }

  .part:empty {
    display: none;
  }

  .intro {
    margin-block-end: 28px;
  }

  .intro:last-child {
    margin-block-end: 0;
  }

  .progress {
    margin-block: 4px 20px;
    color: var(--_quiet);
    font-size: 0.9em;
  }

  .progress summary {
    padding-block: 4px;
    cursor: pointer;
  }

  progress {
    display: block;
    inline-size: 100%;
    block-size: 6px;
    margin-block-start: 8px;
    border: 0;
    border-radius: 3px;
    background: var(--_hairline);
    overflow: hidden;
    appearance: none;
  }

  progress::-webkit-progress-bar {
    background: var(--_hairline);
  }

  progress::-webkit-progress-value {
    border-radius: 3px;
    background: var(--_accent);
  }

  progress::-moz-progress-bar {
    background: var(--_accent);
  }

  .progress ol {
    padding: 12px 24px 0;
  }

  .progress [aria-current] {
    color: var(--_ink);
    font-weight: 700;
  }

  .summary {
    margin-block-end: 24px;
    padding: 16px 20px;
    border: 1.5px solid var(--_danger);
    border-inline-start-width: 6px;
    border-radius: var(--_radius);
    background: var(--_danger-tint);
  }

  .summary h2 {
    margin-block-end: 8px;
    font-size: 1.125em;
  }

  .summary ul {
    padding: 0;
    list-style: none;
  }

  .summary a {
    display: inline-block;
    padding-block: 3px;
    color: var(--_danger);
    font-weight: 600;
  }

  .note {
    padding: 14px 16px;
    border-inline-start: 4px solid var(--_accent);
    background: var(--_tint);
  }

  .note.important {
    margin-block-start: 28px;
  }

  details.note {
    padding: 0;
    border: 0;
    background: none;
  }

  summary {
    min-block-size: 24px;
    font-weight: 600;
    cursor: pointer;
  }

  details.note > summary,
  .about summary,
  .faults summary {
    padding-block: 10px;
    color: var(--_accent);
  }

  details.note > :not(summary) {
    padding-inline-start: 16px;
    border-inline-start: 4px solid var(--_hairline);
  }

  .note-title,
  .notice dt {
    font-weight: 700;
  }

  .notice dd + dt {
    margin-block-start: 12px;
  }

  .faults {
    margin-block-start: 32px;
    padding-block-start: 12px;
    border-block-start: 1px solid var(--_hairline);
    font-size: 0.95em;
  }

  @media (min-width: 40rem) {
    .actions {
      grid-auto-flow: column;
      justify-content: start;
    }

    .help {
      text-align: start;
    }

    /* Its words stand in the line of the others, not its edge. */
    .help .quiet {
      margin-inline-start: -16px;
    }
  }

  @media (prefers-reduced-motion: no-preference) {
    button,
    .option {
      transition: background-color 140ms, border-color 140ms, box-shadow 140ms;
    }
  }
`;
