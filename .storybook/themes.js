/**
 * The themes of the toolbar, in its order: THE ONE PLACE where a theme is added.
 *
 * A theme is a style sheet that sets `--taafi-*` and nothing else: a file of dist/themes, served at `themes/`. Without a
 * `sheet` the kit's own colours are shown. `scheme` is the page's own `color-scheme`.
 * @type {readonly { value: string, title: string, scheme: 'light' | 'dark', sheet?: string }[]}
 */
export const themes = [
  { value: 'light', title: 'Light', scheme: 'light' },
  { value: 'dark', title: 'Dark', scheme: 'dark' },
  { value: 'contrast', title: 'Forced colours (likeness)', scheme: 'dark' },
];

/** Where a style sheet of a theme is, from the page of a story. @param {string} sheet such as `neutral.css` */
export const addressOf = (sheet) => new URL(`./themes/${sheet}`, document.baseURI).href;
