import { css } from 'lit';

/** What stands around the questions: bars, buttons, summary, review, receipt, dialog. */
export const pages = css`
  .toolbar .quiet {
    margin-inline-start: -16px;
  }

  .toolbar {
    display: flex;
    gap: 8px;
    align-items: center;
    justify-content: space-between;
    margin-block-end: 16px;
  }

  /* The way out stays within reach however far somebody has read. */
  .pinned {
    position: sticky;
    z-index: 1;
    inset-block-start: var(--taafi-sticky-start, 0px);
    margin-block-start: -8px;
    padding-block: 8px;
    background: var(--_paper);
  }

  /* What gets the focus is not scrolled to where the bar covers it (WCAG 2.4.11). */
  .pinned ~ * :is(a, button, input, select, summary, textarea, [tabindex]) {
    scroll-margin-block-start: calc(var(--taafi-sticky-start, 0px) + 72px);
  }

  button {
    min-block-size: 44px;
    margin: 0;
    padding: 8px 16px;
    border: 1.5px solid transparent;
    border-radius: var(--_radius);
    color: var(--_accent);
    background: none;
    font: inherit;
    line-height: 1.4;
    text-align: center;
    cursor: pointer;
    touch-action: manipulation;
  }

  .primary {
    min-block-size: 52px;
    padding-inline: 32px;
    color: var(--_on-accent);
    background: var(--_accent);
    font-weight: 700;
  }

  .primary:hover {
    box-shadow: inset 0 0 0 100vmax rgb(0 0 0 / 12%);
  }

  .secondary {
    min-block-size: 48px;
    border-color: var(--_accent);
    font-weight: 600;
  }

  .secondary:hover,
  .quiet:hover {
    background: var(--_tint);
  }

  .quiet {
    text-decoration: underline;
    text-underline-offset: 0.25em;
  }

  .link {
    min-block-size: 24px;
    padding: 2px 4px;
    text-align: start;
  }

  .exit {
    border-color: var(--_line);
    color: var(--_ink);
    font-weight: 600;
  }

  .back {
    margin-block-end: 8px;
    padding-inline: 2px 12px;
  }

  .back::before {
    content: '';
    display: inline-block;
    inline-size: 0.5em;
    block-size: 0.5em;
    margin-inline-end: 0.5em;
    border-block-end: 2px solid;
    border-inline-start: 2px solid;
    transform: rotate(45deg);
  }

  [dir='rtl'] .back::before {
    transform: rotate(-45deg);
  }

  .plus::before {
    content: '+';
    margin-inline-end: 0.5em;
    font-weight: 700;
  }

  .icon {
    inline-size: 44px;
    padding: 0;
  }

  .icon::before {
    content: '';
    display: inline-block;
    inline-size: 0.6em;
    block-size: 0.6em;
    border-block-start: 2.5px solid;
    border-inline-start: 2.5px solid;
    transform: translateY(0.15em) rotate(45deg);
  }

  .down::before {
    transform: translateY(-0.15em) rotate(225deg);
  }

  [dir='rtl'] .icon::before {
    transform: translateY(0.15em) rotate(-45deg);
  }

  [dir='rtl'] .down::before {
    transform: translateY(-0.15em) rotate(135deg);
  }

  .actions {
    display: grid;
    gap: 12px;
    margin-block-start: 36px;
  }

  .help {
    margin-block-start: 16px;
    text-align: center;
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

  .answers h3 {
    padding-block-end: 8px;
    border-block-end: 2px solid var(--_ink);
    margin-block-end: 0;
  }

  .answer {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 12px;
    padding-block: 10px;
    border-block-end: 1px solid var(--_hairline);
  }

  .answer dt {
    color: var(--_quiet);
    font-size: 0.9em;
  }

  .answer dd {
    grid-column: 1;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .answer .change {
    grid-column: 2;
    grid-row: 1 / span 2;
  }

  dl {
    container-type: inline-size;
  }

  @container (min-width: 30rem) {
    .answer {
      grid-template-columns: minmax(0, 2fr) minmax(0, 3fr) 4.5rem;
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

  .answer-item > dt {
    font-weight: 700;
  }

  .not-given {
    color: var(--_quiet);
  }

  .lines {
    white-space: pre-line;
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

  .about,
  .faults {
    margin-block-start: 32px;
    padding-block-start: 12px;
    border-block-start: 1px solid var(--_hairline);
    font-size: 0.95em;
  }

  .success {
    color: var(--_success);
    font-weight: 600;
  }

  dialog {
    inline-size: min(34rem, calc(100vw - 24px));
    max-block-size: 90vh;
    max-block-size: calc(100dvh - 24px);
    padding: 24px;
    border: 0;
    border-radius: calc(var(--_radius) * 1.5);
    color: var(--_ink);
    background: var(--_paper);
    overflow: auto;
  }

  dialog::backdrop {
    background: rgb(0 0 0 / 55%);
  }

  dialog .field {
    margin-block-start: 20px;
  }

  dialog .actions {
    display: flex;
    margin-block-start: 24px;
  }

  @media (min-width: 40rem) {
    .actions {
      grid-auto-flow: column;
      justify-content: start;
    }

    .help {
      margin-inline-start: -16px;
      text-align: start;
    }
  }

  @media (prefers-reduced-motion: no-preference) {
    button,
    .option,
    .switch span,
    .file-button {
      transition: background-color 140ms, border-color 140ms, box-shadow 140ms;
    }
  }
`;
