import { css } from 'lit';

/** Three boxes beside each other, and the switch of the calendar. */
export const dateStyles = css`
  .same-day {
    margin-block-start: 6px;
    color: var(--_quiet);
    font-size: 0.9em;
  }

  .same-day:empty {
    display: none;
  }

  .switch {
    display: inline-flex;
    flex-wrap: wrap;
    margin-block-start: 10px;
    padding: 3px;
    border: 1.5px solid var(--_hairline);
    border-radius: var(--_radius);
  }

  .switch label {
    font-weight: 400;
    cursor: pointer;
  }

  .switch input {
    position: absolute;
    opacity: 0;
  }

  .switch span {
    display: block;
    min-inline-size: 88px;
    padding: 5px 14px;
    border-radius: calc(var(--_radius) - 3px);
    text-align: center;
  }

  .switch :checked + span {
    color: var(--_on-accent);
    background: var(--_accent);
    font-weight: 600;
  }

  .switch :focus-visible + span {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }

  .date {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    max-inline-size: 23em;
    margin-block-start: 10px;
  }

  .date > * {
    inline-size: 3em;
  }

  /* As wide as the longest month: where that is too wide, the year goes below. */
  .date > .month-part {
    flex: 1 0 max-content;
    max-inline-size: 100%;
  }

  .date > .month-part + * {
    inline-size: 4em;
  }

  .part-label {
    font-size: 0.9em;
    font-weight: 400;
  }

  .date input,
  .date select {
    margin-block-start: 4px;
  }

  .date input {
    padding-inline: 4px;
    text-align: center;
  }

  .date select {
    padding-inline: 10px 32px;
  }

  @media (prefers-reduced-motion: no-preference) {
    .switch span {
      transition: background-color 140ms, border-color 140ms, box-shadow 140ms;
    }
  }

  @media (forced-colors: active) {
    .switch :checked + span {
      outline: 2px solid Highlight;
    }
  }
`;
