import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { formatReference, isReference, parseReference, referenceFrom } from '../../src/core/reference.js';

const VECTORS = ['48291730561249', '00000000000195', '98765432109814'];

const twelve = fc.stringMatching(/^\d{12}$/);
const reference = twelve.map(referenceFrom);

/** Every number that differs by one error of a kind, so that "catches each one" is counted, not sampled. */
function swaps(text: string, distance: number): string[] {
  return [...text.slice(distance)].map((_, place) => {
    const digits = [...text];
    [digits[place], digits[place + distance]] = [digits[place + distance]!, digits[place]!];
    return digits.join('');
  });
}

function replacements(
  text: string,
  length: number,
  by: (run: string, digit: string) => string | undefined,
): string[] {
  return [...text.slice(length - 1)].flatMap((_, place) =>
    [...'0123456789'].flatMap((digit) => {
      const run = by(text.slice(place, place + length), digit);
      return run === undefined ? [] : [text.slice(0, place) + run + text.slice(place + length)];
    }),
  );
}

describe('referenceFrom', () => {
  it('gives the vectors', () => {
    for (const vector of VECTORS) assert.equal(referenceFrom(vector.slice(0, 12)), vector);
  });

  it('makes numbers whose remainder by 97 is 1 (ISO 7064)', () => {
    fc.assert(fc.property(reference, (number) => assert.equal(BigInt(number) % 97n, 1n)));
  });

  it('throws for anything but twelve digits', () => {
    for (const text of ['', '12345678901', '1234567890123', '12345678901a', '١٢٣٤٥٦٧٨٩٠١٢']) {
      assert.throws(() => referenceFrom(text), RangeError);
    }
  });
});

describe('isReference', () => {
  it('takes the vectors and nothing like them', () => {
    for (const vector of VECTORS) assert.ok(isReference(vector));
    for (const text of [
      '',
      '48291730561248',
      '4829173056124',
      '482917305612490',
      '4829-1730-5612-49',
      '4829173056124x',
    ]) {
      assert.ok(!isReference(text), text);
    }
  });

  it('takes one pair of check digits only', () => {
    fc.assert(
      fc.property(twelve, (digits) => {
        const all = Array.from({ length: 100 }, (_, check) => digits + String(check).padStart(2, '0'));
        assert.deepEqual(all.filter(isReference), [referenceFrom(digits)]);
      }),
      { numRuns: 50 },
    );
  });

  it('finds every wrong digit, swap of neighbours, jump and changed twin', () => {
    fc.assert(
      fc.property(reference, (number) => {
        const errors = [
          ...replacements(number, 1, (_, digit) => digit),
          ...swaps(number, 1),
          ...swaps(number, 2),
          ...replacements(number, 2, (run, digit) => (run[0] === run[1] ? digit + digit : undefined)),
          ...replacements(number, 3, (run, digit) =>
            run[0] === run[2] ? digit + run[1] + digit : undefined,
          ),
        ];
        for (const wrong of errors) assert.equal(isReference(wrong), wrong === number, `${number} ${wrong}`);
      }),
      { numRuns: 500 },
    );
  });
});

describe('formatReference and parseReference', () => {
  it('write in fours', () => {
    assert.equal(formatReference('48291730561249'), '4829-1730-5612-49');
  });

  it('read what people copy, dictate and type', () => {
    const typed = [
      '4829-1730-5612-49',
      '4829 1730 5612 49',
      '٤٨٢٩-١٧٣٠-٥٦١٢-٤٩',
      '\u2066٤٨٢٩١٧٣٠٥٦١٢٤٩\u2069',
    ];
    typed.push(' 48291730561249 ', '4829–1730—5612−49', '۴۸۲۹۱۷۳۰۵۶۱۲۴۹');
    for (const text of typed) assert.equal(parseReference(text), '48291730561249', text);
  });

  it('refuse the rest', () => {
    for (const text of [
      '',
      '4829-1730-5612',
      '4829-1730-5612-48',
      'REF 48291730561249',
      '4829.1730.5612.49',
    ]) {
      assert.equal(parseReference(text), undefined, text);
    }
  });

  it('are each other’s inverse', () => {
    fc.assert(
      fc.property(reference, (number) => assert.equal(parseReference(formatReference(number)), number)),
    );
  });
});
