import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { select } from '../../src/fields/select/select.type.js';
import { definitionProblems, keepsOneForm, TrialField, typedText } from './trial-field.js';

const options = [
  { value: 'dammam', ar: 'الدمام', en: 'Dammam' },
  { value: 'ahsa', ar: 'الأحساء', en: 'Al Ahsa' },
];
const field = new TrialField(select, { options });
const elsewhere = new TrialField(select, { options: { src: 'lists/cities.json' } });

describe('select', () => {
  it('stores the value that was chosen, or whose words were typed', () => {
    assert.deepEqual(field.read({ value: 'ahsa' }), { answer: 'ahsa' });
    for (const typed of ['الاحساء', ' al ahsa ', 'الأحســاء'])
      assert.deepEqual(field.read({ value: '', typed }), { answer: 'ahsa' }, typed);
    assert.deepEqual(field.read({ value: '', typed: ' ' }), {});
    assert.deepEqual(field.read({ value: '' }), {});
    assert.deepEqual(field.read({ value: '', typed: 'الأح' }), { problem: 'not-an-option' });
  });

  it('refuses what is not in the list', () => {
    assert.equal(field.problem('dammam'), undefined);
    assert.equal(field.problem('riyadh'), 'not-an-option');
    assert.equal(field.problem(5), 'type');
  });

  it('knows a list of another file once it is here', () => {
    assert.equal(elsewhere.definition.src, 'lists/cities.json');
    assert.equal(elsewhere.problem('jubail'), undefined);
    assert.equal(elsewhere.problem('<b>'), 'not-an-option');
    const brought = { ...elsewhere.definition, options: field.definition.options };
    assert.deepEqual(select.jsonSchema(brought), { enum: ['dammam', 'ahsa'] });
    assert.deepEqual(select.unstated?.(elsewhere.definition), ['one of the values of lists/cities.json']);
  });

  it('is shown in words', () => {
    assert.equal(field.show('ahsa', 'ar'), 'الأحساء');
    assert.equal(elsewhere.show('ahsa', 'ar'), 'ahsa');
  });

  it('tells a web admin what is wrong with its definition', () => {
    const problems = (written: unknown) => definitionProblems({ type: 'select', options: written });
    assert.deepEqual(problems('cities'), { '/options': 'unknown-options' });
    assert.deepEqual(problems([]), { '/options': 'too-small' });
    assert.deepEqual(problems([{ value: 'a b', ar: 'أ' }]), { '/options/0/value': 'option-value' });
    for (const src of [
      'lists/cities.json',
      '/lists/cities.json',
      '../cities.json',
      'https://example.org/c.json',
    ])
      assert.deepEqual(problems({ src }), {}, src);
    for (const src of [
      '//example.org/c.json',
      'javascript:alert(1)',
      'data:,[]',
      'http://example.org/',
      'a b',
      '',
    ])
      assert.deepEqual(problems({ src }), { '/options/src': 'list-address' }, src);
    assert.deepEqual(problems({ src: 'a.json', as: 'json' }), { '/options/as': 'unknown-key' });
  });

  keepsOneForm(field, {
    typed: fc.record({
      value: fc.constant(''),
      typed: fc.oneof(typedText, fc.constantFrom('Dammam', 'الدمام')),
    }),
    stored: fc.constantFrom('dammam', 'ahsa'),
    sent: fc.oneof(typedText, fc.constantFrom('dammam', 'riyadh', '__proto__')),
  });
});
