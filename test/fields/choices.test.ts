import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { choices } from '../../src/fields/choices/choices.type.js';
import { definitionProblems, keepsOneForm, TrialField } from './trial-field.js';

const options = [
  { value: 'rent', ar: 'إيجار', en: 'Rent' },
  { value: 'study', ar: 'دراسة', en: 'Study' },
  { value: 'work', ar: 'عمل', en: 'Work' },
  { value: 'food', ar: 'غذاء', en: 'Food' },
];
const values = options.map((option) => option.value);
const field = new TrialField(choices, { options });
const two = new TrialField(choices, { options, minItems: 2, maxItems: 2 });

const inOrder = fc.subarray(values, { minLength: 1 });
const anyhow = fc.array(fc.constantFrom(...values, 'gone', ''), { maxLength: 6 });

describe('choices', () => {
  it('stores each once, in the order of the list', () => {
    assert.deepEqual(field.read(['work', 'rent']), { answer: ['rent', 'work'] });
    assert.deepEqual(field.read(['rent', 'rent']), { answer: ['rent'] });
    assert.deepEqual(field.read(['rent', 'gone']), { answer: ['rent'] });
    assert.deepEqual(field.read([]), {});
    assert.deepEqual(field.read(['gone']), {});
  });

  it('counts', () => {
    assert.equal(two.problem(['rent']), 'too-few');
    assert.equal(two.problem(['rent', 'work']), undefined);
    assert.equal(two.problem(['rent', 'study', 'work']), 'too-many');
    assert.equal(two.sentence('too-few', 'ar'), 'اختر خيارين على الأقل: الاسم');
    assert.equal(two.sentence('too-many', 'en'), 'Choose no more than 2 options: Name');
  });

  it('refuses what is not stored so', () => {
    assert.equal(field.problem(['work', 'rent']), 'unnormalised');
    assert.equal(field.problem(['rent', 'rent']), 'unnormalised');
    assert.equal(field.problem([]), 'too-few');
    assert.equal(field.problem(['gone']), 'not-an-option');
    assert.equal(field.problem([null]), 'not-an-option');
    for (const sent of ['rent', null, 5, {}]) assert.equal(field.problem(sent), 'type');
  });

  it('is shown as a list', () => {
    assert.equal(field.show(['rent', 'study', 'work'], 'ar'), 'إيجار ودراسة وعمل');
    assert.equal(field.show(['rent', 'study', 'work'], 'en'), 'Rent, Study, and Work');
    assert.equal(field.show(['rent'], 'en'), 'Rent');
  });

  it('has its values and counts in the JSON Schema', () => {
    assert.deepEqual(two.type.jsonSchema(two.definition), {
      type: 'array',
      items: { enum: values },
      uniqueItems: true,
      minItems: 2,
      maxItems: 2,
    });
    assert.deepEqual(field.type.unstated?.(field.definition), ['in the order of the options']);
  });

  it('refuses definitions that nothing can meet', () => {
    const problems = (more: object) => definitionProblems({ type: 'choices', options, ...more });
    assert.deepEqual(problems({ minItems: 3, maxItems: 2 }), { '/minItems': 'empty-range' });
    assert.deepEqual(problems({ minItems: 5 }), { '/minItems': 'empty-range' });
    assert.deepEqual(problems({ minItems: 0 }), { '/minItems': 'too-small' });
    assert.deepEqual(problems({ options: 'none' }), { '/options': 'unknown-options' });
  });

  describe('any number', () => keepsOneForm(field, { typed: anyhow, stored: inOrder, sent: anyhow }));
  describe('two', () =>
    keepsOneForm(two, {
      typed: anyhow,
      stored: fc.subarray(values, { minLength: 2, maxLength: 2 }),
      sent: anyhow,
    }));
});
