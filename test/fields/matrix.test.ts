import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { matrix } from '../../src/fields/matrix/matrix.type.js';
import { definitionProblems, keepsOneForm, TrialField } from './trial-field.js';

const points = [
  { ar: 'لا أوافق', en: 'Disagree' },
  { ar: 'محايد', en: 'Neutral' },
  { ar: 'أوافق', en: 'Agree' },
];
const rows = [
  { id: 'respect', label: { ar: 'عوملت باحترام', en: 'I was treated with respect' } },
  { id: 'time', label: { ar: 'أُعطيت وقتًا كافيًا', en: 'I was given enough time' } },
];
const field = new TrialField(matrix, { points, rows });
const whole = new TrialField(matrix, { points, rows, required: true, notApplicable: true });

const point = fc.integer({ min: 1, max: 3 });
const any = fc.oneof(fc.integer({ min: -1, max: 5 }), fc.constantFrom('notApplicable', '2', null));
const keys = fc.constantFrom('respect', 'time', 'money', '__proto__', 'constructor');
const sent = fc.array(fc.tuple(keys, any)).map((pairs) => {
  // As JSON is parsed: a key that stands twice is the last one, and `__proto__` is a key like any other.
  const text = pairs.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`).join();
  return JSON.parse(`{${text}}`) as unknown;
});
const typed = fc.dictionary(keys, fc.constantFrom('', '1', '3', '9', 'x', 'notApplicable'));

describe('matrix', () => {
  it('stores the points of the rows that were answered', () => {
    assert.deepEqual(field.read({ respect: '3', time: '' }), { answer: { respect: 3 } });
    assert.deepEqual(field.read({ respect: '', money: '2' }), {});
    assert.deepEqual(field.read({ respect: 'x' }), { problem: 'not-an-option' });
    assert.deepEqual(whole.read({ time: 'notApplicable' }), { answer: { time: 'notApplicable' } });
  });

  it('wants every row where it is required', () => {
    assert.equal(field.problem({ respect: 3 }), undefined);
    assert.equal(whole.problem({ respect: 3 }), 'incomplete');
    assert.equal(whole.problem({ respect: 3, time: 'notApplicable' }), undefined);
    assert.equal(whole.sentence('incomplete', 'ar'), 'اختر إجابة لكل سطر: الاسم');
    assert.equal(whole.sentence('required', 'en'), 'Choose an answer in every row: Name');
  });

  it('takes no point and no row that is not offered', () => {
    for (const sent of [0, 4, 1.5, Number.NaN, '1', null, 'notApplicable']) {
      assert.equal(field.problem({ respect: sent }), 'not-an-option', String(sent));
    }
    assert.equal(field.problem({ respect: 1, money: 1 }), 'type');
    assert.equal(field.problem(JSON.parse('{"respect":1,"__proto__":{"time":1}}')), 'type');
    assert.equal(field.problem({}), 'incomplete');
    for (const sent of [[], [1], 'respect', null, 5]) assert.equal(field.problem(sent), 'type');
  });

  it('is shown row by row', () => {
    assert.equal(
      whole.show({ respect: 3, time: 'notApplicable' }, 'en'),
      'I was treated with respect: Agree\nI was given enough time: Does not apply / I would rather not say',
    );
    assert.equal(field.show({ time: 1 }, 'ar'), 'أُعطيت وقتًا كافيًا: لا أوافق');
  });

  it('has its rows and points in the JSON Schema, all of them', () => {
    const one = { enum: [1, 2, 3, 'notApplicable'] };
    assert.deepEqual(whole.type.jsonSchema(whole.definition), {
      type: 'object',
      additionalProperties: false,
      properties: { respect: one, time: one },
      required: ['respect', 'time'],
    });
  });

  it('wants one to twelve rows with ids of their own', () => {
    const problems = (more: object) => definitionProblems({ type: 'matrix', points, rows, ...more });
    assert.deepEqual(problems({ rows: [] }), { '/rows': 'too-small' });
    assert.deepEqual(problems({ rows: [...rows, { id: 'time', label: 'Again' }] }), {
      '/rows/2/id': 'duplicate',
    });
    assert.deepEqual(problems({ rows: [{ id: '__proto__', label: 'x' }] }), { '/rows/0/id': 'identifier' });
    assert.deepEqual(problems({ rows: [{ id: 'constructor', label: 'x' }] }), { '/rows/0/id': 'reserved' });
    const many = Array.from({ length: 13 }, (_, index) => ({ id: `r${index}`, label: 'x' }));
    assert.deepEqual(problems({ rows: many }), { '/rows': 'too-big' });
  });

  describe('any rows', () =>
    keepsOneForm(field, {
      typed,
      stored: fc.oneof(fc.record({ respect: point, time: point }), fc.record({ time: point })),
      sent,
    }));
  describe('every row', () =>
    keepsOneForm(whole, { typed, stored: fc.record({ respect: point, time: point }), sent }));
});
