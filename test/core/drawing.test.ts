import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Point } from '../../src/core/drawing.js';
import { drawingOf, isSignature, lineOf, svgOf, WIDTH } from '../../src/core/drawing.js';

/** A wave across part of a pad, as a hand draws it. */
function wave(from: number, to: number, points: number): Point[] {
  return Array.from({ length: points }, (_none, index) => {
    const along = index / Math.max(1, points - 1);
    return [from + (to - from) * along, 2000 + 500 * Math.sin(along * 12), index * 16];
  });
}

describe('enough for a signature', () => {
  it('is a quarter of the width, told by eight points', () => {
    assert.equal(isSignature({ height: 4000, strokes: [wave(1000, 9000, 60)] }), true);
    assert.equal(isSignature({ height: 4000, strokes: [wave(1000, 2600, 30), wave(2600, 4200, 30)] }), true);
  });

  it('is no dot, no slip and no ruler', () => {
    for (const strokes of [
      [],
      [[[5000, 2000, 0]]],
      [
        [
          [5000, 2000, 0],
          [5010, 2000, 16],
        ],
      ],
      Array.from({ length: 20 }, () => [[5000, 2000, 0]]),
      [
        [
          [0, 0, 0],
          [10_000, 0, 5],
        ],
      ],
    ] as Point[][][]) {
      assert.equal(isSignature({ height: 4000, strokes }), false, JSON.stringify(strokes));
    }
  });
});

describe('a drawing', () => {
  const coordinate = fc.double({ min: 0, max: 1, noNaN: true });
  const stroke = fc.array(fc.tuple(coordinate, coordinate, fc.nat(5000)), { minLength: 1, maxLength: 30 });

  it('is the same whatever the size of the pad and wherever it begins', () => {
    fc.assert(
      fc.property(
        fc.array(stroke, { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 200, max: 2000 }),
        fc.integer({ min: 100, max: 900 }),
        fc.integer({ min: -500, max: 500 }),
        (strokes, width, height, start) => {
          const on = (scale: number, shift: number) =>
            drawingOf(
              strokes.map((points) =>
                points.map(
                  ([x, y, time]): Point => [
                    shift + x * width * scale,
                    shift + y * height * scale,
                    time + start,
                  ],
                ),
              ),
              { x: shift, y: shift, width: width * scale, height: height * scale },
            );
          const [small, large] = [on(1, 0), on(3, 40)];
          assert.equal(small.height, large.height);
          for (const [index, points] of small.strokes.entries()) {
            // Rounding may let two points fall together on one pad and not on the other.
            if (points.length !== large.strokes[index]?.length) continue;
            for (const [at, [x, y]] of points.entries()) {
              const [otherX = 0, otherY = 0] = large.strokes[index]?.[at] ?? [];
              assert.ok(Math.abs(x - otherX) <= 1 && Math.abs(y - otherY) <= 1);
            }
          }
          for (const [x, y, time] of small.strokes.flat()) {
            assert.ok(Number.isInteger(x) && x >= 0 && x <= WIDTH);
            assert.ok(Number.isInteger(y) && y >= 0 && y <= small.height);
            assert.ok(Number.isInteger(time) && time >= 0);
          }
        },
      ),
    );
  });

  it('is an image of numbers', () => {
    fc.assert(
      fc.property(fc.array(stroke, { maxLength: 4 }), (strokes) => {
        const image = svgOf(drawingOf(strokes, { x: 0, y: 0, width: 1, height: 0.4 }));
        assert.match(
          image,
          /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 10000 4000"><path d="[MQLh\d. -]*" fill="none" stroke="#000" stroke-width="90" stroke-linecap="round" stroke-linejoin="round"\/><\/svg>$/,
        );
      }),
    );
  });

  it('on a page that is left open for days has times that are taken', () => {
    const days = 3 * 24 * 60 * 60 * 1000;
    const { strokes } = drawingOf([wave(0, 5000, 9), [[9000, 100, days]]], {
      x: 0,
      y: 0,
      width: WIDTH,
      height: 4000,
    });
    assert.equal(strokes[1]?.[0]?.[2], 86_400_000);
  });

  it('shows a touch as a dot', () => {
    assert.equal(lineOf([[10, 20, 0]]), 'M10 20h0');
    assert.equal(lineOf([]), '');
  });
});
