import { css } from 'lit';
import { buttons } from './buttons.styles.js';
import { controls } from './controls.styles.js';
import { pages } from './pages.styles.js';
import { tokens } from './tokens.styles.js';

const base = css`
  :host {
    display: block;
    max-inline-size: var(--_width);
    /* The size a person has set his browser to, which em is measured by: of a shadow root, what is important goes first. */
    font-size: medium !important;
  }

  :host([hidden]) {
    display: none;
  }

  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }

  .root {
    /* What a page has set on everything comes in by inheritance. Wanted of it are typefaces, scheme, and what hides or locks. */
    all: initial;
    color-scheme: inherit;
    pointer-events: inherit;
    visibility: inherit;
    display: block;
    box-sizing: border-box;
    /* All of the element, whatever the page has made of that. */
    inline-size: 100%;
    padding: clamp(16px, 4vw, 32px);
    color: var(--_ink);
    background: var(--_paper);
    font-family: var(--taafi-font, inherit);
    font-size: var(--_font-size);
    line-height: var(--_line-height);
    text-wrap: pretty;
    overflow-wrap: break-word;
    user-select: text;
    -webkit-user-select: text;
    accent-color: var(--_accent);
    -webkit-text-size-adjust: 100%;
    text-size-adjust: 100%;
  }

  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd {
    margin: 0;
    padding: 0;
  }

  h2 {
    margin-block-end: 16px;
    font-size: 1.5em;
    font-weight: 700;
    line-height: 1.35;
  }

  h3 {
    margin-block: 24px 8px;
    font-size: 1.125em;
    font-weight: 700;
    line-height: 1.4;
  }

  p + p,
  p + :is(ul, ol),
  :is(ul, ol) + p {
    margin-block-start: 8px;
  }

  ul,
  ol {
    padding-inline-start: 1.5em;
  }

  li + li {
    margin-block-start: 4px;
  }

  a,
  .link {
    color: var(--_accent);
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.25em;
  }

  a:hover,
  .link:hover {
    text-decoration-thickness: 2px;
  }

  :focus-visible {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }

  [tabindex='-1']:focus {
    outline: none;
  }

  [id] {
    scroll-margin-block: 24px;
  }

  [hidden] {
    display: none !important;
  }

  .bare {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;

/** What people ask for goes before all else, and so comes last. */
const overrides = css`
  @media (forced-colors: active) {
    .invalid,
    .invalid > legend::before,
    .summary,
    .note {
      border-inline-start-color: Highlight;
    }

    progress {
      border: 1px solid;
    }

    progress::-webkit-progress-value {
      background: Highlight;
    }

    progress::-moz-progress-bar {
      background: Highlight;
    }

    .quiet,
    .link,
    .back {
      border-color: ButtonFace;
    }

    .primary {
      outline-color: Highlight;
      color: ButtonFace;
      background: ButtonText;
      forced-color-adjust: none;
    }

    .option:has(:checked) {
      outline: 2px solid Highlight;
    }
  }
`;

/** How every form of the kit looks on its first page. */
export const formStyles = [tokens, base, controls, buttons, pages, overrides];
