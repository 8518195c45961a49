import { colourFrom, hexOf } from './colour.js';
import type { ColourName, Length, LengthName, Palette, TextSize, Theme } from './theme.js';
import { colourNames, lengthNames, modes } from './theme.js';

/** What a token is not. */
export type TokenFault =
  | 'token-colour'
  | 'token-hex'
  | 'token-length'
  | 'token-number'
  | 'token-font'
  | 'token-circle';

/** A file of tokens that is no theme: the message names the place. */
export class ThemeFault extends Error {
  /** The names that lead to the token, with dots between them. */
  readonly place: string;
  readonly code: TokenFault;

  constructor(place: string, code: TokenFault, demand: string) {
    super(`${place} ${demand}`);
    this.place = place;
    this.code = code;
  }
}

/** What is done about a fault: to throw it, or to go on with something in the place of the token. */
type Refuse = (fault: ThemeFault) => void;

/** A group or a token of a file in the format of the Design Tokens Community Group. */
interface Group {
  readonly [name: string]: unknown;
}

/**
 * A theme from a file of design tokens (Design Tokens Format Module 2025.10, `<name>.tokens.json`). Colours may be
 * objects, as that format has them, or texts such as `#0b5d4e`, as older tools write them; one token may be the alias
 * of another, `{color.light.paper}`.
 *
 * @throws {ThemeFault} where a token is missing or is not of its type
 */
export function readTheme(name: string, file: unknown): Theme {
  return themeIn(name, file, (fault) => {
    throw fault;
  });
}

/** All that keeps a file of tokens from being a theme; nothing where it is one. */
export function themeFaults(file: unknown): readonly ThemeFault[] {
  const faults: ThemeFault[] = [];
  themeIn('', file, (fault) => faults.push(fault));
  return faults;
}

function themeIn(name: string, file: unknown, refuse: Refuse): Theme {
  const value = (...path: string[]) => resolved(file, path, refuse);
  const palette = (mode: string) =>
    Object.fromEntries(
      colourNames.map((colour) => [
        colour,
        colourAt(value('color', mode, colour), `color.${mode}.${colour}`, refuse),
      ]),
    ) as Record<ColourName, string>;
  const text = (script: string): TextSize => ({
    fontSize: remAt(value('text', script, 'font-size'), `text.${script}.font-size`, refuse),
    lineHeight: numberAt(value('text', script, 'line-height'), `text.${script}.line-height`, refuse),
  });
  const description = isGroup(file) ? file.$description : undefined;
  return {
    name,
    description: typeof description === 'string' ? description : '',
    colours: Object.fromEntries(modes.map((mode) => [mode, palette(mode)])) as Record<
      (typeof modes)[number],
      Palette
    >,
    lengths: Object.fromEntries(
      lengthNames.map((length) => [length, lengthAt(value('shape', length), `shape.${length}`, refuse)]),
    ) as Record<LengthName, Length>,
    text: { arabic: text('arabic'), latin: text('latin') },
    font: familiesAt(value('text', 'font'), refuse),
  };
}

/** A theme as a file of design tokens. What each token is for is taken from `descriptions`, by its public name. */
export function writeTheme(theme: Theme, descriptions: Readonly<Record<string, string>> = {}): Group {
  const described = (name: string, token: Group): Group =>
    descriptions[name] === undefined ? token : { ...token, $description: descriptions[name] };
  const palettes = modes.map((mode) => [
    mode,
    Object.fromEntries(
      colourNames.map((name) => [
        name,
        described(name, { $value: writtenColour(theme.colours[mode][name]) }),
      ]),
    ),
  ]);
  const text = ({ fontSize, lineHeight }: TextSize) => ({
    'font-size': described('font-size', { $type: 'dimension', $value: { value: fontSize, unit: 'rem' } }),
    'line-height': described('line-height', { $type: 'number', $value: lineHeight }),
  });
  const font = { font: described('font', { $type: 'fontFamily', $value: theme.font }) };
  return {
    $description: theme.description,
    color: { $type: 'color', ...Object.fromEntries(palettes) },
    shape: {
      $type: 'dimension',
      ...Object.fromEntries(
        lengthNames.map((name) => [name, described(name, { $value: { ...theme.lengths[name] } })]),
      ),
    },
    text: {
      arabic: text(theme.text.arabic),
      latin: text(theme.text.latin),
      ...(theme.font.length > 0 && font),
    },
  };
}

/** The value of a token, through its aliases; undefined where there is none. */
function resolved(file: unknown, path: readonly string[], refuse: Refuse, steps = 0): unknown {
  const token = path.reduce<unknown>((group, name) => (isGroup(group) ? group[name] : undefined), file);
  const value = isGroup(token) ? token.$value : undefined;
  const alias = typeof value === 'string' ? /^\{(.+)\}$/.exec(value)?.[1] : undefined;
  if (alias === undefined) return value;
  if (steps < MOST_ALIASES) return resolved(file, alias.split('.'), refuse, steps + 1);
  refuse(new ThemeFault(path.join('.'), 'token-circle', 'leads back to itself.'));
  return undefined;
}

/** Aliases from one token to the next: more go in a circle. */
const MOST_ALIASES = 20;

function colourAt(value: unknown, place: string, refuse: Refuse): string {
  const colour = typeof value === 'string' ? colourFrom(value) : ofComponents(value);
  if (colour !== undefined) {
    if (isGroup(value) && typeof value.hex === 'string' && !isNear(colour, value.hex))
      refuse(new ThemeFault(place, 'token-hex', 'has a hex that is not the colour of its components.'));
    return hexOf(colour);
  }
  refuse(new ThemeFault(place, 'token-colour', 'has to be an opaque colour of sRGB.'));
  return '#000000';
}

/** Whether a hex is the colour of the components beside it, which are rounded in some tools. */
function isNear(colour: readonly number[], hex: string): boolean {
  const told = colourFrom(hex);
  return told?.every((part, index) => Math.abs(part - (colour[index] ?? 0)) <= 1) ?? false;
}

function ofComponents(value: unknown): [number, number, number] | undefined {
  if (!isGroup(value) || value.colorSpace !== 'srgb' || (value.alpha ?? 1) !== 1) return undefined;
  const parts = Array.isArray(value.components) ? value.components : [];
  const [red, green, blue] = parts.map((part) => (typeof part === 'number' ? part * 255 : Number.NaN));
  const isInside = (part: number | undefined): part is number =>
    part !== undefined && part >= 0 && part <= 255;
  return parts.length === 3 && isInside(red) && isInside(green) && isInside(blue)
    ? [red, green, blue]
    : undefined;
}

/** The form of 2025.10: what is exact for programs, and beside it what older ones and people read. */
function writtenColour(hex: string): Group {
  const parts = colourFrom(hex) ?? [0, 0, 0];
  return { colorSpace: 'srgb', components: parts.map((part) => Number((part / 255).toFixed(4))), hex };
}

function lengthAt(value: unknown, place: string, refuse: Refuse): Length {
  const { value: size, unit } = isGroup(value) ? value : {};
  if (typeof size === 'number' && size >= 0 && (unit === 'px' || unit === 'rem'))
    return { value: size, unit };
  refuse(new ThemeFault(place, 'token-length', 'has to be a dimension in px or rem.'));
  return { value: 1, unit: 'rem' };
}

function remAt(value: unknown, place: string, refuse: Refuse): number {
  const { value: size, unit } = lengthAt(value, place, refuse);
  return unit === 'rem' ? size : size / 16;
}

function numberAt(value: unknown, place: string, refuse: Refuse): number {
  if (typeof value === 'number' && value > 0) return value;
  refuse(new ThemeFault(place, 'token-number', 'has to be a number above 0.'));
  return 1;
}

function familiesAt(value: unknown, refuse: Refuse): string[] {
  const families = Array.isArray(value) ? value : value === undefined ? [] : [value];
  return families.filter((family): family is string => {
    // What is written into a style sheet must not be able to end the line it stands in.
    const isFamily = typeof family === 'string' && /^[\p{L}\p{N} _-]+$/u.test(family);
    const demand = 'has to be names of typefaces: letters, digits, spaces and hyphens.';
    if (!isFamily) refuse(new ThemeFault('text.font', 'token-font', demand));
    return isFamily;
  });
}

function isGroup(value: unknown): value is Group {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
