/**
 * The themes of the toolbar, in its order: THE ONE PLACE where a theme is added.
 *
 * A theme is a style sheet that sets `--taafi-*` and nothing else: a file of dist/themes, served at `themes/`. Without a
 * `sheet` the kit's own colours are shown. `scheme` is the page's own `color-scheme`; `contrast` asks a sheet for more of it.
 * @type {readonly { value: string, title: string, scheme: 'light' | 'dark', sheet?: string, contrast?: 'more' }[]}
 */
export const themes = [
  { value: 'light', title: 'Light', scheme: 'light' },
  { value: 'dark', title: 'Dark', scheme: 'dark' },
  { value: 'more', title: 'High contrast', scheme: 'light', sheet: 'taafi.css', contrast: 'more' },
  { value: 'more-dark', title: 'High contrast, dark', scheme: 'dark', sheet: 'taafi.css', contrast: 'more' },
  { value: 'neutral', title: 'Neutral', scheme: 'light', sheet: 'neutral.css' },
  { value: 'neutral-dark', title: 'Neutral, dark', scheme: 'dark', sheet: 'neutral.css' },
  {
    value: 'platforms-code',
    title: 'After the Platforms Code',
    scheme: 'light',
    sheet: 'platforms-code.css',
  },
  {
    value: 'platforms-code-dark',
    title: 'After the Platforms Code, dark',
    scheme: 'dark',
    sheet: 'platforms-code.css',
  },
  { value: 'contrast', title: 'Forced colours (likeness)', scheme: 'dark' },
];

/** Where a style sheet of a theme is, from the page of a story. @param {string} sheet such as `neutral.css` */
export const addressOf = (sheet) => new URL(`./themes/${sheet}`, document.baseURI).href;
