import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { number } from '../../src/fields/number/number.type.js';
import { definitionProblems, keepsOneForm, pasted, TrialField, typedText } from './trial-field.js';

const plain = new TrialField(number);
const rent = new TrialField(number, { minimum: 0, maximum: 1_000_000, unit: { ar: 'ريال', en: 'riyals' } });
const people = new TrialField(number, { minimum: 1, maximum: 15, integer: true });

/** Numbers of at most 15 significant digits, small ones too. */
const decimal = fc
  .tuple(fc.integer({ min: -(10 ** 12), max: 10 ** 12 }), fc.integer({ min: 0, max: 14 }))
  .map(([units, places]) => Number((units / 10 ** places).toPrecision(12)))
  .filter((value) => plain.accepts(value));

describe('number', () => {
  it('reads digits and separators of every keyboard', () => {
    const read: [string, number][] = [
      ['1500', 1500],
      ['١٥٠٠', 1500],
      ['۱۵۰۰', 1500],
      ['１５００', 1500],
      ['1,234.50', 1234.5],
      ['١٬٢٣٤٫٥٠', 1234.5],
      ['١،٢٣٤', 1234],
      ['1\xa0234', 1234],
      ['\u200f-٥\u200e', -5],
      ['007', 7],
    ];
    for (const [typed, answer] of read) assert.deepEqual(plain.read(typed), { answer }, typed);
  });

  it('reads nothing where nothing was typed', () => {
    for (const typed of ['', ' ', '\u200f', '\xa0']) assert.deepEqual(plain.read(typed), {});
  });

  it('guesses nothing', () => {
    for (const typed of ['ألف', '12 ريال', '1,5', '1e5', '5-', '½', '1.2.3', '1234567890123456']) {
      assert.deepEqual(plain.read(typed), { problem: 'not-a-number' }, typed);
    }
  });

  it('writes small numbers as people do', () => {
    assert.equal(plain.write(0.000_000_1), '0.0000001');
    assert.equal(plain.write(-0.000_000_000_12), '-0.00000000012');
    assert.equal(plain.write(1_234_567.5), '1234567.5');
  });

  it('says on which side of the range a number lies, and never moves it', () => {
    assert.deepEqual(rent.read('-1'), { answer: -1 });
    assert.equal(rent.problem(-1), 'too-small');
    assert.equal(rent.problem(0), undefined);
    assert.equal(rent.problem(1_000_000), undefined);
    assert.equal(rent.problem(1_000_000.01), 'too-large');
    assert.equal(people.problem(1.5), 'not-whole');
    assert.equal(people.problem(0.5), 'not-whole');
    assert.equal(people.problem(16), 'too-large');
  });

  it('refuses what is not stored so', () => {
    for (const sent of ['5', null, true, [], {}, Number.NaN, Number.POSITIVE_INFINITY]) {
      assert.equal(plain.problem(sent), 'type', String(sent));
    }
    for (const sent of [0.1 + 0.2, 1e15, 1e300, 1 / 3]) {
      assert.equal(plain.problem(sent), 'unnormalised', String(sent));
    }
    assert.equal(plain.problem(999_999_999_999_999), undefined);
  });

  it('is shown in groups, with its unit', () => {
    assert.equal(rent.show(12500.5, 'ar'), '12,500.5 ريال');
    assert.equal(rent.show(12500.5, 'en'), '12,500.5 riyals');
    assert.equal(plain.show(1_000_000, 'ar'), '1,000,000');
  });

  it('tells its limits', () => {
    assert.equal(rent.sentence('too-large', 'ar'), 'يجب أن يكون الرقم 1,000,000 أو أقل: الاسم');
    assert.equal(people.sentence('too-small', 'en'), 'Name must be 1 or more');
    assert.equal(people.sentence('not-whole', 'en'), 'Name must be a whole number');
  });

  it('has its limits in the JSON Schema', () => {
    assert.deepEqual(people.type.jsonSchema(people.definition), {
      type: 'integer',
      minimum: 1,
      maximum: 15,
    });
    assert.deepEqual(plain.type.jsonSchema(plain.definition), { type: 'number' });
  });

  it('refuses definitions that nothing can meet', () => {
    assert.deepEqual(definitionProblems({ type: 'number', minimum: 2, maximum: 1 }), {
      '/minimum': 'empty-range',
    });
    assert.deepEqual(definitionProblems({ type: 'number', minimum: '1' }), { '/minimum': 'wrong-kind' });
  });

  const typed = fc.oneof(typedText, pasted(decimal.map((value) => plain.write(value))));
  describe('plain', () => keepsOneForm(plain, { typed, stored: decimal, sent: fc.double() }));
  describe('in a range', () =>
    keepsOneForm(people, {
      typed,
      stored: fc.integer({ min: 1, max: 15 }),
      sent: fc.double({ min: -2, max: 20 }),
    }));
});
