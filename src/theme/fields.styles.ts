import { css } from 'lit';

/** Fields made of several controls: dates, lists, files. */
export const fields = css`
  .awaited {
    min-block-size: 20rem;
    font-weight: 600;
  }

  .same-day:empty {
    display: none;
  }

  .count,
  .same-day {
    margin-block-start: 6px;
    color: var(--_quiet);
    font-size: 0.9em;
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
    max-inline-size: 26rem;
    margin-block-start: 10px;
  }

  .date > * {
    inline-size: 3.25rem;
  }

  /* As wide as the longest month: where that is too wide, the year goes below. */
  .date > .month-part {
    flex: 1 0 max-content;
    max-inline-size: 100%;
  }

  .date > .month-part + * {
    inline-size: 4.5rem;
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

  .computed {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 12px;
    align-items: baseline;
    justify-content: space-between;
    padding: 12px 14px;
    border-radius: var(--_radius);
    background: var(--_tint);
  }

  .computed + .computed {
    margin-block-start: 8px;
  }

  .computed output {
    font-weight: 700;
    font-variant-numeric: tabular-nums;
  }

  .section {
    min-inline-size: 0;
    margin-inline: 0;
    padding: 0;
    border: 0;
  }

  .section-title {
    font-size: 1.125em;
    font-weight: 700;
  }

  .list > button,
  .list > .item {
    margin-block-start: 16px;
  }

  .item {
    min-inline-size: 0;
    margin-inline: 0;
    padding: 4px 16px 20px;
    border: 1.5px solid var(--_hairline);
    border-radius: var(--_radius);
  }

  .item > legend {
    padding-inline: 6px;
    font-weight: 700;
  }

  .item-tools {
    display: flex;
    gap: 4px;
    align-items: center;
    justify-content: flex-end;
  }

  .item-tools + * {
    margin-block-start: 4px;
  }

  .file-button {
    position: relative;
    display: flex;
    align-items: center;
    justify-content: center;
    min-block-size: 64px;
    margin-block-start: 10px;
    padding: 12px;
    border: 1.5px dashed var(--_line);
    border-radius: var(--_radius);
    color: var(--_accent);
    font-weight: 600;
    text-align: center;
  }

  .file-button:hover {
    border-color: var(--_accent);
    background: var(--_tint);
  }

  .file-button:has(:focus-visible) {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }

  .file-button input {
    position: absolute;
    inset: 0;
    block-size: 100%;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }

  .files {
    margin-block-start: 10px;
    padding: 0;
    list-style: none;
  }

  .files li {
    display: flex;
    flex-wrap: wrap;
    gap: 0 12px;
    align-items: center;
    padding: 6px 14px;
    border: 1.5px solid var(--_hairline);
    border-radius: var(--_radius);
  }

  .files .refused {
    border-color: var(--_danger);
    background: var(--_danger-tint);
  }

  .file-name {
    flex: 1 1 min(100%, 14rem);
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .file-size {
    flex: none;
    color: var(--_quiet);
    font-size: 0.9em;
  }

  .part {
    content-visibility: auto;
    contain-intrinsic-size: auto 250rem;
    margin-inline: -8px;
    padding-inline: 8px;
  }

  .part:empty {
    display: none;
  }
`;
