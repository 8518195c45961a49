/** What themes, page builders and careless hands write. Each is a style sheet of a page around a form. */
export const ownSheets: Readonly<Record<string, string>> = {
  'rules for everything and for every control': `
    * { letter-spacing: 0.4em !important; word-spacing: 1em !important; text-transform: uppercase !important;
      line-height: 0.8 !important; text-align: center !important; text-indent: 2em !important; font-size: 9px !important;
      font-weight: 900 !important; font-style: italic !important; color: red !important; font-variant: small-caps !important;
      text-shadow: 1px 1px blue !important; white-space: pre !important; word-break: break-all !important;
      box-sizing: content-box !important; direction: ltr !important; text-align-last: right !important; cursor: wait !important;
      list-style: square inside !important; user-select: none !important; border-collapse: collapse !important;
      -webkit-text-fill-color: orange !important; -webkit-text-stroke: 2px green !important; tab-size: 1 !important;
      quotes: "<" ">" !important; fill: lime !important; stroke-width: 9px !important;
      text-emphasis: circle !important; accent-color: red !important; caret-color: red !important; hyphens: auto !important; }
    *::before, *::after { content: none !important; display: none !important; transform: none !important; }
    input, select, textarea { inline-size: 37px !important; block-size: 4px !important; appearance: none !important; }
    input[type] { display: none !important; }
    button { all: unset !important; }
    div, fieldset, form, label, ul, li, p { display: flex !important; padding: 0 !important; margin: 0 !important; border: 9px solid !important; }
    h1, h2, h3, legend, svg, progress, dialog, .root, .field, .option, .primary, .summary { opacity: 0.2 !important; }`,
  'inherited by the body': `
    html { font-size: 62.5%; letter-spacing: 2px; }
    body { letter-spacing: 0.1em; word-spacing: 4px; line-height: 0.8; text-transform: uppercase; text-align: center;
      font: italic small-caps 900 1.4rem / 0.8 serif; font-kerning: none; font-feature-settings: "kern" 0; color: gray;
      white-space: pre-line; text-indent: 3em; direction: ltr; text-rendering: geometricPrecision; font-stretch: condensed;
      text-underline-offset: 1em; text-decoration-thickness: 9px; overflow-wrap: anywhere; line-break: anywhere; }`,
  'everything unset': '* { all: unset; } *, *::before, *::after { box-sizing: inherit; }',
  'everything a box that bends':
    '* { display: flex; flex-wrap: wrap; align-items: center; } html { font-size: 40%; }',
};
