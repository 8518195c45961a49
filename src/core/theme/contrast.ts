import type { Colour } from './colour.js';

/**
 * How light a colour is, from 0 for black to 1 for white (WCAG 2.2, relative luminance). The bend is that of sRGB,
 * 0.04045; the 0.03928 of older texts makes no difference to any colour of eight bits.
 */
export function luminance(colour: Colour): number {
  const [red, green, blue] = colour;
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** How far two colours are apart to an eye, from 1 to 21, whichever of them is the ground (WCAG 2.2, contrast ratio). */
export function contrast(one: Colour, other: Colour): number {
  const [first, second] = [luminance(one), luminance(other)];
  return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
}

function linear(part: number): number {
  const share = part / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
