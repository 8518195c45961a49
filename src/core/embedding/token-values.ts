import type { ThemeToken } from './theme-tokens.js';
import { themeTokens } from './theme-tokens.js';

/** What the value of each token must be. */
const kinds = {
  accent: colour,
  'on-accent': colour,
  paper: colour,
  ink: colour,
  quiet: colour,
  line: colour,
  hairline: colour,
  tint: colour,
  danger: colour,
  'danger-tint': colour,
  success: colour,
  focus: colour,
  field: colour,
  font: typefaces,
  'font-size': length(14, 32),
  'line-height': number(1.2, 2.5),
  radius: length(0, 48),
  'control-size': length(44, 96),
  width: length(256, 1280),
} as const satisfies Readonly<
  Record<ThemeToken, (value: string, isColour: (text: string) => boolean) => boolean>
>;

/** Longest value of a token, in characters. */
const LONGEST = 200;

/**
 * The tokens of a page that may be set in the frame. No value can fetch anything, refer to anything or hide the form:
 * sizes are kept within what can be read and hit. What is no such token, or no such value, is left out. Never throws.
 *
 * @param isColour what the browser says of a text that looks like a colour.
 */
export function allowedTokens(
  theme: object,
  isColour: (text: string) => boolean,
): readonly (readonly [ThemeToken, string])[] {
  return themeTokens.flatMap((name) => {
    const given: unknown = Object.hasOwn(theme, name) ? (theme as Record<string, unknown>)[name] : undefined;
    if (typeof given !== 'string' || given.length > LONGEST) return [];
    const value = given.trim();
    return kinds[name](value, isColour) ? [[name, value] as const] : [];
  });
}

/** Functions that make a colour of numbers and of other colours, and of nothing else. */
const COLOUR_FUNCTION = /^(rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|color-mix|light-dark)\(/;

/** A name, hexadecimal digits, or such functions. */
function colour(value: string, isColour: (text: string) => boolean): boolean {
  const text = value.toLowerCase();
  const calls = text.match(/[a-z0-9-]*\(/g) ?? [];
  const isPlain = /^([a-z]{3,24}|#[0-9a-f]{3,8})$/.test(text);
  const isMade = COLOUR_FUNCTION.test(text) && /^[a-z0-9#%.,/+() -]+$/.test(text);
  return (isPlain || isMade) && calls.every((call) => COLOUR_FUNCTION.test(call)) && isColour(text);
}

/** Names of typefaces between commas, as they are or between quotes. */
function typefaces(value: string): boolean {
  return value
    .split(',')
    .every((name) => /^\s*("[\p{L}\d _.-]+"|'[\p{L}\d _.-]+'|[\p{L}_-][\p{L}\d _-]*)\s*$/u.test(name));
}

/** A length in CSS pixels or in `rem` of 16 of them. */
function length(least: number, most: number) {
  return (value: string): boolean => {
    const [, digits, unit] =
      /^(\d{1,4}(?:\.\d{1,4})?)(px|rem)$/.exec(value) ?? (value === '0' ? ['', '0', 'px'] : []);
    const pixels = Number(digits) * (unit === 'rem' ? 16 : 1);
    return pixels >= least && pixels <= most;
  };
}

function number(least: number, most: number) {
  return (value: string): boolean =>
    /^\d(\.\d{1,4})?$/.test(value) && Number(value) >= least && Number(value) <= most;
}
