import type { Drawing } from '../../core/drawing.js';
import { LONGEST, MOST_POINTS, MOST_STROKES, WIDTH } from '../../core/drawing.js';
import type { HandSignature } from '../../fields/signature/signature.type.js';

interface Signature {
  readonly method: unknown;
  readonly name: unknown;
  readonly drawing: Drawing;
}

/** The signature that was kept somewhere and is given back; undefined where it is none. */
export function signatureIn(read: () => unknown): HandSignature | undefined {
  try {
    const value = read();
    if (value === undefined || value === null) return undefined;
    const { method, name, drawing } = value as Signature;
    if (method === 'typed' && typeof name === 'string' && name.length <= 200) return { method, name };
    if (method === 'drawn' && isDrawing(drawing)) return { method, drawing };
  } catch {
    // What cannot even be looked at is told like anything else that is no signature.
  }
  // Never with the value: consoles are kept and sent on.
  console.warn('<taafi-signature>: the value is no signature');
  return undefined;
}

function isDrawing({ height, strokes }: Drawing): boolean {
  const points = strokes.flat();
  return (
    isWithin(height, WIDTH * 10) &&
    strokes.length <= MOST_STROKES &&
    points.length <= MOST_POINTS &&
    strokes.every(({ length }) => length > 0) &&
    points.every(([x, y, time]) => isWithin(x, WIDTH) && isWithin(y, height) && isWithin(time, LONGEST))
  );
}

/** Whole, so that it is a number, and nothing is drawn elsewhere. */
function isWithin(number: number, most: number): boolean {
  return Number.isInteger(number) && number >= 0 && number <= most;
}
