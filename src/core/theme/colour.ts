/** An opaque colour of sRGB: red, green and blue from 0 to 255, fractions where it was mixed. */
export type Colour = readonly [red: number, green: number, blue: number];

/** A colour written as `#rgb` or `#rrggbb`; undefined for anything else, for what lets a ground through has no contrast of its own. */
export function colourFrom(hex: string): Colour | undefined {
  const short = /^#([\da-f])([\da-f])([\da-f])$/i.exec(hex);
  const parts = short?.slice(1).map((digit) => digit + digit) ?? hex.match(/^#(..)(..)(..)$/)?.slice(1);
  const [red = Number.NaN, green = Number.NaN, blue = Number.NaN] = (parts ?? []).map((pair) =>
    /^[\da-f]{2}$/i.test(pair) ? Number.parseInt(pair, 16) : Number.NaN,
  );
  return Number.isNaN(red + green + blue) ? undefined : [red, green, blue];
}

/** A colour as `#rrggbb`, in small letters. */
export function hexOf(colour: Colour): string {
  return `#${colour.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
}

/**
 * What is seen of a colour that lets its ground through, mixed in sRGB as browsers do it (CSS Color 4, opacity).
 *
 * @param share how much of it is seen, from 0 to 1
 */
export function over(colour: Colour, share: number, ground: Colour): Colour {
  const [red, green, blue] = colour;
  const mixed = (part: number, under: number) => part * share + under * (1 - share);
  return [mixed(red, ground[0]), mixed(green, ground[1]), mixed(blue, ground[2])];
}
