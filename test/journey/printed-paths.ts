import { inflateSync } from 'node:zlib';

/** A filled or stroked path of a PDF: its colour as red, green and blue from 0 to 1, and the ends of its curves. */
export interface PrintedPath {
  readonly colour: readonly number[];
  readonly ends: readonly (readonly [x: number, y: number])[];
}

/** The paths of a PDF that have curves, in points of the paper: letters, which are text, are not among them. */
export function curvedPaths(pdf: Buffer): PrintedPath[] {
  return contentsOf(pdf).flatMap(pathsIn);
}

/** Whether there is a picture made of pixels in it. */
export const hasPixels = (pdf: Buffer) => /\/Subtype\s*\/Image\b/.test(pdf.toString('latin1'));

/** What draws its pages, as text. */
function contentsOf(pdf: Buffer): string[] {
  const text = pdf.toString('latin1');
  const streams: string[] = [];
  for (const { index, 0: start } of text.matchAll(/stream\r?\n/g)) {
    const end = text.indexOf('endstream', index);
    try {
      streams.push(inflateSync(pdf.subarray(index + start.length, end)).toString('latin1'));
    } catch {
      // A stream that is not compressed, as the names of a font: none of a page.
    }
  }
  return streams.filter((stream) => /^[\d\s.-]+ re\b|\bcm\b/m.test(stream));
}

type Matrix = readonly [number, number, number, number, number, number];

function pathsIn(content: string): PrintedPath[] {
  const paths: PrintedPath[] = [];
  const outer: Matrix[] = [];
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  let colour: number[] = [0, 0, 0];
  let ends: [number, number][] = [];
  for (const line of content.split('\n')) {
    const words = line.trim().split(/\s+/);
    const operator = words.at(-1) ?? '';
    const numbers = words.slice(0, -1).map(Number);
    if (operator === 'q') outer.push(matrix);
    else if (operator === 'Q') matrix = outer.pop() ?? matrix;
    else if (operator === 'cm') matrix = within(matrix, numbers);
    else if (operator === 'rg') colour = numbers.slice(-3);
    else if (operator === 'c') {
      const [, , , , x = 0, y = 0] = numbers;
      const [a, b, c, d, e, f] = matrix;
      ends.push([a * x + c * y + e, b * x + d * y + f]);
    } else if (/^(f\*?|S|B\*?)$/.test(operator)) {
      if (ends.length > 0) paths.push({ colour, ends });
      ends = [];
    } else if (operator === 'n') ends = [];
  }
  return paths;
}

/** A matrix that holds inside of another one. */
function within([a, b, c, d, e, f]: Matrix, inner: readonly number[]): Matrix {
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}
