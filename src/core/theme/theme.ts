/** The colours a page may set, each as `--taafi-` and its name. */
export const colourNames = [
  'paper',
  'ink',
  'quiet',
  'accent',
  'on-accent',
  'tint',
  'field',
  'line',
  'hairline',
  'focus',
  'danger',
  'danger-tint',
  'success',
] as const;

export type ColourName = (typeof colourNames)[number];

/** The schemes of a theme. What a person asks for who needs more contrast is a scheme of its own. */
export const modes = ['light', 'dark', 'light-more-contrast', 'dark-more-contrast'] as const;

export type Mode = (typeof modes)[number];

/** Colours as `#rrggbb`. */
export type Palette = Readonly<Record<ColourName, string>>;

/** Lengths a page may set. */
export const lengthNames = ['radius', 'control-size', 'width'] as const;

export type LengthName = (typeof lengthNames)[number];

/** A length in pixels of the page, or in `rem`. */
export interface Length {
  readonly value: number;
  readonly unit: 'px' | 'rem';
}

/** Letters of a script: their size in `rem`, and the height of a line as a multiple of it. */
export interface TextSize {
  readonly fontSize: number;
  readonly lineHeight: number;
}

export type Script = 'arabic' | 'latin';

/** All that a theme decides. */
export interface Theme {
  /** Letters, digits and hyphens: the name of its files. */
  readonly name: string;
  /** What it is, for whoever opens the file. */
  readonly description: string;
  readonly colours: Readonly<Record<Mode, Palette>>;
  readonly lengths: Readonly<Record<LengthName, Length>>;
  readonly text: Readonly<Record<Script, TextSize>>;
  /** Names of typefaces, the first that the device has is taken; none for those of the page. */
  readonly font: readonly string[];
}

/** How large text is where no theme says so. Arabic needs more air; the forms know in which language they speak. */
export const usualText: Theme['text'] = {
  arabic: { fontSize: 1.125, lineHeight: 1.7 },
  latin: { fontSize: 1.0625, lineHeight: 1.5 },
};
