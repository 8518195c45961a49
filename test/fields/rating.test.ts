import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { rating } from '../../src/fields/rating/rating.type.js';
import { definitionProblems, keepsOneForm, TrialField } from './trial-field.js';

const points = [
  { ar: 'غير راضٍ إطلاقًا', en: 'Not satisfied at all' },
  { ar: 'غير راضٍ', en: 'Not satisfied' },
  { ar: 'محايد', en: 'Neutral' },
  { ar: 'راضٍ', en: 'Satisfied' },
  { ar: 'راضٍ جدًا', en: 'Very satisfied' },
];

const field = new TrialField(rating, { points });
const open = new TrialField(rating, { points, decoration: 'faces', notApplicable: true });
const own = new TrialField(rating, { points, notApplicable: { ar: 'لم أحضر', en: 'I was not there' } });

const typed = fc.oneof(
  fc.integer({ min: -2, max: 9 }).map(String),
  fc.constantFrom('', 'notApplicable', ' ', '5.5', '1e0', '0x1', 'NaN', '__proto__'),
);
const sent = fc.oneof(
  fc.double(),
  fc.integer({ min: -2, max: 9 }),
  fc.constantFrom('notApplicable', '3', 'x'),
);

describe('rating', () => {
  it('stores the number of the point, from 1', () => {
    assert.deepEqual(field.read('1'), { answer: 1 });
    assert.deepEqual(field.read('5'), { answer: 5 });
    assert.deepEqual(field.read(''), {});
    assert.deepEqual(field.read('three'), { problem: 'not-an-option' });
  });

  it('takes no answer that is not offered', () => {
    for (const sent of [
      0,
      6,
      2.5,
      -1,
      Number.NaN,
      '3',
      null,
      true,
      [],
      [3],
      {},
      'notApplicable',
      '__proto__',
    ]) {
      assert.equal(field.problem(sent), 'not-an-option', String(sent));
    }
    assert.equal(open.problem('notApplicable'), undefined);
  });

  it('is shown in words', () => {
    assert.equal(open.show(5, 'ar'), 'راضٍ جدًا');
    assert.equal(open.show('notApplicable', 'ar'), 'لا ينطبق / لا أرغب في الإجابة');
    assert.equal(own.show('notApplicable', 'en'), 'I was not there');
  });

  it('says what is missing', () => {
    assert.equal(field.sentence('required', 'ar'), 'اختر إجابة: الاسم');
    assert.equal(field.sentence('required', 'en'), 'Choose an answer: Name');
  });

  it('has its answers in the JSON Schema, all of them', () => {
    assert.deepEqual(open.type.jsonSchema(open.definition), { enum: [1, 2, 3, 4, 5, 'notApplicable'] });
    assert.equal(open.type.unstated, undefined);
  });

  it('wants two to seven points, and words for each', () => {
    const problems = (more: object) => definitionProblems({ type: 'rating', ...more });
    assert.deepEqual(problems({}), { '/points': 'missing' });
    assert.deepEqual(problems({ points: points.slice(0, 1) }), { '/points': 'too-small' });
    assert.deepEqual(problems({ points: [...points, ...points] }), { '/points': 'too-big' });
    assert.deepEqual(problems({ points, decoration: 'hearts' }), { '/decoration': 'invalid-value' });
    assert.deepEqual(problems({ points, notApplicable: false }), { '/notApplicable': 'wrong-kind' });
    assert.deepEqual(problems({ points: ['a', { ar: 'ب' }] }), { '/points/1': 'language-missing' });
  });

  describe('points alone', () =>
    keepsOneForm(field, { typed, stored: fc.integer({ min: 1, max: 5 }), sent }));
  describe('with a way not to answer', () =>
    keepsOneForm(open, {
      typed,
      stored: fc.oneof(fc.integer({ min: 1, max: 5 }), fc.constant('notApplicable' as const)),
      sent,
    }));
});
