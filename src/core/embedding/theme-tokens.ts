/** Tokens of the theme that a page may hand into the frame, without `--taafi-`. */
export const themeTokens = [
  'accent',
  'on-accent',
  'paper',
  'ink',
  'quiet',
  'line',
  'hairline',
  'tint',
  'danger',
  'danger-tint',
  'success',
  'focus',
  'field',
  'font',
  'font-size',
  'line-height',
  'radius',
  'control-size',
  'width',
] as const;

export type ThemeToken = (typeof themeTokens)[number];
