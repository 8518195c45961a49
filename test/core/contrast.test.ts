import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Colour } from '../../src/core/theme/colour.js';
import { colourFrom, hexOf, over } from '../../src/core/theme/colour.js';
import { contrast, luminance } from '../../src/core/theme/contrast.js';

const part = fc.integer({ min: 0, max: 255 });
const colour = fc.tuple(part, part, part);

/** A colour that the test itself has written. */
function named(hex: string): Colour {
  const found = colourFrom(hex);
  assert.ok(found, hex);
  return found;
}

describe('the contrast of two colours', () => {
  it('is what WCAG and other tools say it is', () => {
    for (const [one, other, expected] of [
      ['#000', '#fff', '21.00'],
      ['#767676', '#ffffff', '4.54'],
      ['#777777', '#ffffff', '4.48'],
      ['#959595', '#ffffff', '3.00'],
      ['#ff0000', '#ffffff', '4.00'],
      ['#0000ff', '#ffffff', '8.59'],
      ['#1b8354', '#ffffff', '4.75'],
      ['#079455', '#ffffff', '3.91'],
      ['#dc6803', '#ffffff', '3.49'],
      ['#dba102', '#ffffff', '2.30'],
    ] as const)
      assert.equal(contrast(named(one), named(other)).toFixed(2), expected, `${one} ${other}`);
  });

  it('is the same from both sides, from 1 to 21, and 1 for a colour and itself', () => {
    fc.assert(
      fc.property(colour, colour, (one, other) => {
        const ratio = contrast(one, other);
        assert.equal(ratio, contrast(other, one));
        assert.ok(ratio >= 1 && ratio <= 21);
        assert.equal(contrast(one, one), 1);
      }),
    );
  });

  it('does not shrink where the lighter of the two grows lighter', () => {
    fc.assert(
      fc.property(colour, colour, fc.nat({ max: 2 }), (one, other, which) => {
        const [dark, light] = luminance(one) <= luminance(other) ? [one, other] : [other, one];
        const lighter = light.map((value, place) => (place === which ? 255 : value)) as unknown as Colour;
        assert.ok(contrast(dark, lighter) >= contrast(dark, light));
      }),
    );
  });
});

describe('a colour', () => {
  it('is written as it is read', () => {
    fc.assert(
      fc.property(colour, (one) => {
        assert.deepEqual(colourFrom(hexOf(one)), one);
        assert.deepEqual(colourFrom(hexOf(one).toUpperCase()), one);
      }),
    );
    assert.deepEqual(colourFrom('#0af'), colourFrom('#00aaff'));
  });

  it('is nothing else than three or six digits', () => {
    for (const text of [
      '',
      '#',
      '#12',
      '#1234',
      '#12345',
      '#1234567',
      '#12345678',
      'red',
      '#ggg',
      '#12345g',
      ' #123456',
    ])
      assert.equal(colourFrom(text), undefined, text);
  });

  it('that lets its ground through lies between the two', () => {
    fc.assert(
      fc.property(colour, colour, fc.double({ min: 0, max: 1, noNaN: true }), (one, ground, share) => {
        for (const [place, value] of over(one, share, ground).entries()) {
          const ends = [one[place] ?? 0, ground[place] ?? 0];
          assert.ok(value >= Math.min(...ends) - 1e-9 && value <= Math.max(...ends) + 1e-9);
        }
        assert.deepEqual(over(one, 1, ground), one);
        assert.deepEqual(over(one, 0, ground), ground);
      }),
    );
  });
});
