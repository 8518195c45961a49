import { getStroke } from 'perfect-freehand';
import type { Point } from '../../core/drawing.js';
import { PEN } from '../../core/drawing.js';

/** A stroke as the data of an SVG path: its outline, thinner where the hand was fast, as ink is. */
export function outlineOf(stroke: readonly Point[]): string {
  const outline = getStroke(
    stroke.map(([x, y]) => [x, y]),
    { size: PEN * 1.6, thinning: 0.5, smoothing: 0.6, streamline: 0.3 },
  );
  const [first, ...rest] = outline;
  if (first === undefined) return '';
  let path = `M${first[0].toFixed(0)} ${first[1].toFixed(0)}`;
  for (const [index, [x, y]] of rest.entries()) {
    const [nextX, nextY] = rest[index + 1] ?? first;
    path += `Q${x.toFixed(0)} ${y.toFixed(0)} ${((x + nextX) / 2).toFixed(0)} ${((y + nextY) / 2).toFixed(0)}`;
  }
  return `${path}Z`;
}
