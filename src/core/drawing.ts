/** Where a pen was: x and y in ten-thousandths of the drawing's width, and milliseconds since it first touched. */
export type Point = readonly [x: number, y: number, time: number];

/** What was drawn by hand, whatever the size of the pad it was drawn on. */
export interface Drawing {
  /** Height in the same unit: the width is always 10,000. */
  readonly height: number;
  /** Each from where the pen touched to where it was lifted. */
  readonly strokes: readonly (readonly Point[])[];
}

/** Width of every drawing. */
export const WIDTH = 10_000;

/** A long signature on a fast tablet has some 3,000. */
export const MOST_POINTS = 20_000;
export const MOST_STROKES = 500;
/** In milliseconds: a page that is left open for days still makes a drawing that is taken. */
export const LONGEST = 86_400_000;

/** Less than this is a dot or a slip, and nobody's signature: a quarter of the width, told by eight points. */
const LEAST_LENGTH = WIDTH / 4;
const LEAST_POINTS = 8;

/** Whether there is enough of a drawing to be called a signature. */
export function isSignature({ strokes }: Drawing): boolean {
  const points = strokes.reduce((sum, stroke) => sum + stroke.length, 0);
  return points >= LEAST_POINTS && inkOf(strokes) >= LEAST_LENGTH;
}

/** Length of all strokes together. */
function inkOf(strokes: Drawing['strokes']): number {
  let length = 0;
  for (const stroke of strokes) {
    for (const [index, [x, y]] of stroke.entries()) {
      const [lastX, lastY] = stroke[index - 1] ?? [x, y];
      length += Math.hypot(x - lastX, y - lastY);
    }
  }
  return length;
}

/** Where a drawing is on a pad: in any unit, which is the pad's own. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Strokes of a pad as a drawing of their own: the area becomes 10,000 wide; repeated points are left out. */
export function drawingOf(strokes: readonly (readonly Point[])[], area: Area): Drawing {
  const unit = WIDTH / area.width;
  const start = strokes[0]?.[0]?.[2] ?? 0;
  return {
    // By the ratio alone, so that pads of one shape make drawings of one height.
    height: Math.round((area.height / area.width) * WIDTH),
    strokes: strokes.map((stroke) =>
      stroke
        .map(
          ([x, y, time]): Point => [
            Math.round((x - area.x) * unit),
            Math.round((y - area.y) * unit),
            Math.min(LONGEST, Math.max(0, Math.round(time - start))),
          ],
        )
        .filter(([x, y], index, all) => x !== all[index - 1]?.[0] || y !== all[index - 1]?.[1]),
    ),
  };
}

/** A stroke as the data of an SVG path: the middle line, rounded at each point. */
export function lineOf(stroke: readonly Point[]): string {
  const [first, ...rest] = stroke;
  if (first === undefined) return '';
  let path = `M${first[0]} ${first[1]}`;
  for (const [index, [x, y]] of rest.entries()) {
    const next = rest[index + 1];
    path += next === undefined ? `L${x} ${y}` : `Q${x} ${y} ${(x + next[0]) / 2} ${(y + next[1]) / 2}`;
  }
  return rest.length === 0 ? `${path}h0` : path;
}

/** Width of the pen in the unit of a drawing. */
export const PEN = 90;

/** A drawing as an SVG image: made of numbers alone, so that nothing in it can be a script. */
export function svgOf({ height, strokes }: Drawing): string {
  const lines = strokes.map(lineOf).join('');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}">` +
    `<path d="${lines}" fill="none" stroke="#000" stroke-width="${PEN}" stroke-linecap="round" stroke-linejoin="round"/></svg>`
  );
}
