import { css } from 'lit';

/** Questions and what they are answered with. */
export const controls = css`
  .field {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  .fields > * + *,
  .part > * + *,
  .item > .field + .field,
  .item > * + .field,
  .section > * + * {
    margin-block-start: 28px;
  }

  .section > .hint + *,
  .section > legend + * {
    margin-block-start: 16px;
  }

  .invalid {
    padding-inline-start: 14px;
    border-inline-start: 4px solid var(--_danger);
  }

  /* The border of a fieldset begins halfway down its legend. */
  .invalid > legend::before {
    content: '';
    position: absolute;
    inset-block: 0;
    inset-inline-start: -18px;
    border-inline-start: 4px solid var(--_danger);
  }

  label,
  legend {
    display: block;
    position: relative;
    padding: 0;
    font-weight: 600;
    overflow-wrap: anywhere;
  }

  .optional {
    color: var(--_quiet);
    font-weight: 400;
  }

  .hint {
    display: block;
    margin-block-start: 2px;
    color: var(--_quiet);
    font-size: 0.9em;
    font-weight: 400;
  }

  .error {
    display: flex;
    gap: 8px;
    margin-block-start: 6px;
    color: var(--_danger);
    font-weight: 600;
  }

  .error::before {
    content: '!';
    /* The sign is for the eye: in a browser that can say so, no screen reader reads it. */
    content: '!' / '';
    flex: none;
    inline-size: 1.4em;
    block-size: 1.4em;
    margin-block-start: 0.15em;
    border: 2px solid;
    border-radius: 50%;
    font-size: 0.85em;
    line-height: 1.2em;
    text-align: center;
  }

  input,
  select,
  textarea {
    display: block;
    inline-size: 100%;
    min-block-size: var(--_control);
    margin: 8px 0 0;
    padding: 8px 12px;
    border: 1.5px solid var(--_line);
    border-radius: var(--_radius);
    color: var(--_ink);
    background: var(--taafi-field, var(--_paper));
    font: inherit;
    line-height: 1.5;
    text-align: start;
    appearance: none;
  }

  input:hover,
  select:hover,
  textarea:hover {
    border-color: var(--_ink);
  }

  [aria-invalid] {
    border-color: var(--_danger);
    border-width: 2px;
  }

  :disabled {
    cursor: not-allowed;
    opacity: 0.8;
  }

  input:focus-visible,
  select:focus-visible,
  textarea:focus-visible {
    outline-offset: 1px;
    border-color: var(--_focus);
  }

  .option {
    display: flex;
    gap: 12px;
    align-items: flex-start;
    min-block-size: var(--_control);
    margin-block-start: 8px;
    padding: 10px 14px;
    border: 1.5px solid var(--_hairline);
    border-radius: var(--_radius);
    font-weight: 400;
    cursor: pointer;
  }

  .option:hover {
    border-color: var(--_accent);
  }

  .option:has(:checked) {
    border-color: var(--_accent);
    background: var(--_tint);
    box-shadow: inset 0 0 0 0.5px var(--_accent);
  }

  .option:has(:focus-visible) {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }

  .option :focus-visible {
    outline: none;
  }

  [type='radio'],
  [type='checkbox'] {
    flex: none;
    inline-size: 24px;
    block-size: 24px;
    min-block-size: 24px;
    margin: 1px 0 0;
    padding: 0;
    appearance: auto;
  }

  .option-text {
    flex: 1;
    min-inline-size: 0;
    padding-block-start: 1px;
    line-height: 1.5;
  }

  .clear {
    margin-block-start: 4px;
    font-size: 0.9em;
  }
`;
