import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { catalog, parseDefinition, validateAnswers } from '../../src/core/index.js';
import { computed } from '../../src/fields/computed/computed.type.js';
import { context, definitionProblems, formWith, TrialField } from './trial-field.js';

const total = new TrialField(computed, { value: { sum: [1, 2] }, unit: { ar: 'ريال', en: 'riyals' } });
const word = new TrialField(computed, { value: { text: 'كلمة' } });

function resultOf(particulars: object) {
  const { definition, problems } = parseDefinition(formWith({ type: 'computed', ...particulars }), catalog);
  assert.deepEqual(problems, []);
  assert.ok(definition);
  return validateAnswers(definition, {}, catalog, context).answers?.trial;
}

describe('computed', () => {
  it('is not typed', () => {
    assert.deepEqual(total.read(undefined), {});
    assert.equal(total.write(5), undefined);
    assert.deepEqual(definitionProblems({ type: 'computed', value: 1, required: true }), {
      '/required': 'unknown-key',
    });
    assert.deepEqual(definitionProblems({ type: 'computed', value: 1 }, { prefill: { host: ['trial'] } }), {
      '/prefill/host/0': 'never-prefilled',
    });
  });

  it('is a number or a text', () => {
    for (const sent of [5, 'x', 0, '']) assert.equal(total.problem(sent), undefined);
    for (const sent of [null, true, [], {}]) assert.equal(total.problem(sent), 'type');
  });

  it('is rounded, to two places unless it says otherwise', () => {
    assert.equal(resultOf({ value: { divide: [10, 3] } }), 3.33);
    assert.equal(resultOf({ value: { divide: [10, 3] }, decimals: 0 }), 3);
    assert.equal(resultOf({ value: { divide: [10, 3] }, decimals: 6 }), 3.333333);
    assert.ok(Object.is(resultOf({ value: -0.001 }), 0));
  });

  it('is shown in groups, with its unit', () => {
    assert.equal(total.show(12500.5, 'ar'), '12,500.5 ريال');
    assert.equal(total.show(12500.5, 'en'), '12,500.5 riyals');
    assert.equal(word.show('كلمة', 'ar'), 'كلمة');
  });

  it('is either in the JSON Schema, for the receiver works it out anew', () => {
    for (const sent of [5, 'x']) assert.ok(total.schemaAccepts(sent));
    for (const sent of [null, true, [], {}]) assert.ok(!total.schemaAccepts(sent));
    assert.equal(total.type.unstated?.(total.definition).length, 1);
  });

  it('refuses what is no expression', () => {
    const problems = (value: unknown) => definitionProblems({ type: 'computed', value });
    assert.deepEqual(problems(undefined), { '/value': 'missing' });
    assert.deepEqual(problems({ summ: [1] }), { '/value/summ': 'unknown-key' });
    assert.deepEqual(problems({ sum: [] }), { '/value/sum': 'too-small' });
    assert.deepEqual(problems({ divide: [1] }), { '/value/divide': 'too-small' });
    assert.deepEqual(problems({ divide: [1, 2, 3] }), { '/value/divide': 'too-big' });
    assert.deepEqual(definitionProblems({ type: 'computed', value: 1, decimals: 7 }), {
      '/decimals': 'too-big',
    });
  });
});
