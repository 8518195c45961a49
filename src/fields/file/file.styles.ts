import { css } from 'lit';

/** The button for files, and those that were chosen. */
export const fileStyles = css`
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
    flex: 1 1 min(100%, 12em);
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .file-size {
    flex: none;
    color: var(--_quiet);
    font-size: 0.9em;
  }

  @media (prefers-reduced-motion: no-preference) {
    .file-button {
      transition: background-color 140ms, border-color 140ms, box-shadow 140ms;
    }
  }
`;
