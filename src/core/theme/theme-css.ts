import type { Length, LengthName, Mode, Script, TextSize, Theme } from './theme.js';
import { colourNames, lengthNames, usualText } from './theme.js';

/** The attribute by which a page asks for more contrast, where the device does not. */
const asking = "[data-taafi-contrast='more']";

/**
 * A theme as a style sheet for a page: custom properties and nothing else, so that it changes nothing but the
 * elements of the kit, and that forced colours go before it.
 *
 * Dark follows `color-scheme` where the form stands. What is there for more contrast is written so that it goes before
 * what a page sets on its root: a person has asked for it.
 */
export function themeCss(theme: Theme): string {
  const { colours } = theme;
  const usual = [...lengthLines(theme), ...fontLine(theme), ...textLines(theme, 'latin')];
  const arabic = textLines(theme, 'arabic');
  const plain = [rule(':root', [...colourLines(theme, 'light'), ...usual])];
  if (arabic.length > 0) {
    plain.push(rule(':root:lang(ar), [lang]:lang(ar)', arabic));
    plain.push(rule('[lang]:not(:lang(ar))', textLines(theme, 'latin')));
  }
  const more = ['light-more-contrast', 'dark-more-contrast'] as const;
  return `/*
 * ${theme.name}: ${theme.description.replaceAll('*/', '')}
 *
 * A theme of taafi-kit. Dark is shown where the page has \`color-scheme: dark\` or \`light dark\`; more contrast where the
 * device asks for it, or an element above the form has data-taafi-contrast="more".
 * Made from ${theme.name}.tokens.json: change that one.
 */
${plain.join('\n\n')}

@media (prefers-contrast: more) {
${indented(rule('html:root', colourLines(theme, more[0])))}
}

${rule(`html:root${asking},\n${asking}`, colourLines(theme, more[0]))}

@supports (color: light-dark(red, red)) {
${indented(rule(':root', pairLines(colours, 'light', 'dark')))}

  @media (prefers-contrast: more) {
${indented(indented(rule('html:root', pairLines(colours, ...more))))}
  }

${indented(rule(`html:root${asking},\n${asking}`, pairLines(colours, ...more)))}
}
`;
}

/** The custom properties of one scheme of a theme alone, as `--taafi-ink: #17231f`. */
export function declarationsFor(theme: Theme, mode: Mode, script?: Script): string[] {
  return [
    ...colourLines(theme, mode),
    ...lengthLines(theme),
    ...fontLine(theme),
    ...(script === undefined ? [] : textLines(theme, script)),
  ];
}

/** At least as large as the person has set, as large as the page's own text grows, and never smaller than the designer drew it. */
export function textSize(rem: number): string {
  return `max(${rem}rem, ${rem}em, ${rem * 16}px)`;
}

function colourLines({ colours }: Theme, mode: Mode): string[] {
  return colourNames.map((name) => `--taafi-${name}: ${colours[mode][name]}`);
}

function pairLines(colours: Theme['colours'], light: Mode, dark: Mode): string[] {
  return colourNames.map(
    (name) => `--taafi-${name}: light-dark(${colours[light][name]}, ${colours[dark][name]})`,
  );
}

function lengthLines({ lengths }: Theme): string[] {
  return lengthNames.map((name) => `--taafi-${name}: ${writtenLength(name, lengths[name])}`);
}

/** A page may have made `rem` something of its own; where the width is measured, `em` is the size the person has set. */
function writtenLength(name: LengthName, { value, unit }: Length): string {
  return name === 'width' && unit === 'rem' ? `${value}em` : `${value}${unit}`;
}

function fontLine({ font }: Theme): string[] {
  const generic = /^(sans-serif|serif|monospace|system-ui|cursive)$/;
  const families = font.map((name) => (generic.test(name) ? name : `"${name}"`));
  return families.length === 0 ? [] : [`--taafi-font: ${families.join(', ')}`];
}

/** Nothing where text is as large as it is without a theme. */
function textLines({ text }: Theme, script: Script): string[] {
  const scripts: readonly Script[] = ['arabic', 'latin'];
  if (scripts.every((each) => isSame(text[each], usualText[each]))) return [];
  const { fontSize, lineHeight } = text[script];
  return [`--taafi-font-size: ${textSize(fontSize)}`, `--taafi-line-height: ${lineHeight}`];
}

function isSame(one: TextSize, other: TextSize): boolean {
  return one.fontSize === other.fontSize && one.lineHeight === other.lineHeight;
}

function rule(selector: string, lines: readonly string[]): string {
  return `${selector} {\n${lines.map((line) => `  ${line};\n`).join('')}}`;
}

function indented(text: string): string {
  return text.replaceAll(/^(?=.)/gm, '  ');
}
