import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { scale } from '../../src/fields/scale/scale.type.js';
import { definitionProblems, keepsOneForm, TrialField } from './trial-field.js';

const usual = new TrialField(scale);
const small = new TrialField(scale, {
  least: -3,
  most: 3,
  leastLabel: 'Bad',
  mostLabel: 'Good',
  notApplicable: true,
});

const typed = fc.oneof(
  fc.integer({ min: -5, max: 15 }).map(String),
  fc.constantFrom('', '-', '-0', '007', ' ', 'notApplicable'),
);
const sent = fc.oneof(fc.double(), fc.integer({ min: -5, max: 15 }), fc.constantFrom('notApplicable', '0'));

describe('scale', () => {
  it('runs from 0 to 10 where nothing is said', () => {
    assert.equal(usual.problem(0), undefined);
    assert.equal(usual.problem(10), undefined);
    for (const sent of [-1, 11, 5.5, Number.NaN, '5', null, 'notApplicable', {}]) {
      assert.equal(usual.problem(sent), 'not-an-option', String(sent));
    }
  });

  it('reads numbers below nothing too', () => {
    assert.deepEqual(small.read('-3'), { answer: -3 });
    assert.equal(small.write(-3), '-3');
    assert.equal(small.problem(-4), 'not-an-option');
  });

  it('is shown as its number', () => {
    assert.equal(usual.show(10, 'ar'), '10');
    assert.equal(small.show(-3, 'en'), '-3');
    assert.equal(small.show('notApplicable', 'en'), 'Does not apply / I would rather not say');
  });

  it('has its answers in the JSON Schema, all of them', () => {
    assert.deepEqual(small.type.jsonSchema(small.definition), {
      enum: [-3, -2, -1, 0, 1, 2, 3, 'notApplicable'],
    });
  });

  it('refuses ends the wrong way round, and more than eleven numbers', () => {
    const problems = (more: object) => definitionProblems({ type: 'scale', ...more });
    assert.deepEqual(problems({ least: 5, most: 5 }), { '/least': 'empty-range' });
    assert.deepEqual(problems({ least: 11 }), { '/least': 'empty-range' });
    assert.deepEqual(problems({ most: 11 }), { '/most': 'too-big' });
    assert.deepEqual(problems({ least: 1, most: 11 }), {});
    assert.deepEqual(problems({ most: 2.5 }), { '/most': 'wrong-kind' });
  });

  describe('0 to 10', () => keepsOneForm(usual, { typed, stored: fc.integer({ min: 0, max: 10 }), sent }));
  describe('on both sides of 0', () =>
    keepsOneForm(small, {
      typed,
      stored: fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constant('notApplicable' as const)),
      sent,
    }));
});
