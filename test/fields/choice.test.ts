import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { choice, optionText } from '../../src/fields/choice/choice.type.js';
import { definitionProblems, keepsOneForm, locales, TrialField, typedText } from './trial-field.js';

const options = [
  { value: 'single', ar: 'أعزب / عزباء', en: 'Single' },
  { value: 'married', ar: 'متزوج / متزوجة', en: 'Married', hint: { ar: 'عقد مسجل', en: 'registered' } },
  { value: '3', ar: 'ثلاثة', en: 'Three' },
];
const field = new TrialField(choice, { options });
const value = fc.constantFrom(...options.map((option) => option.value));

describe('choice', () => {
  it('reads what was chosen', () => {
    assert.deepEqual(field.read('married'), { answer: 'married' });
    assert.deepEqual(field.read(''), {});
  });

  it('takes only what is in the list', () => {
    for (const sent of ['Married', 'married ', '', 'divorced', null, 3, true, [], ['married'], {}]) {
      assert.equal(field.problem(sent), 'not-an-option', JSON.stringify(sent));
    }
    assert.equal(field.problem('3'), undefined);
    assert.equal(field.sentence('not-an-option', 'ar'), 'اختر من القائمة: الاسم');
    assert.equal(field.sentence('required', 'ar'), 'اختر إجابة: الاسم');
  });

  it('is shown in the words of the option', () => {
    assert.equal(field.show('married', 'ar'), 'متزوج / متزوجة');
    assert.equal(field.show('married', 'en'), 'Married');
  });

  it('is shown as it is stored where the option is gone', () => {
    assert.equal(optionText('widowed', field.definition.options, locales.ar), 'widowed');
  });

  it('has its values in the JSON Schema', () => {
    assert.deepEqual(field.type.jsonSchema(field.definition), { enum: ['single', 'married', '3'] });
  });

  it('takes its options from the document too', () => {
    assert.deepEqual(
      definitionProblems({ type: 'choice', options: 'marital' }, { options: { marital: options } }),
      {},
    );
    assert.deepEqual(
      definitionProblems({ type: 'choice', options: 'maritl' }, { options: { marital: options } }),
      {
        '/options': 'unknown-options',
      },
    );
  });

  it('refuses lists that cannot be chosen from', () => {
    const problems = (list: unknown) => definitionProblems({ type: 'choice', options: list });
    assert.deepEqual(problems(undefined), { '/options': 'missing' });
    assert.deepEqual(problems([]), { '/options': 'too-small' });
    assert.deepEqual(problems([{ value: 'a' }]), { '/options/0': 'empty-text' });
    assert.deepEqual(problems([{ ar: 'أ' }]), { '/options/0/value': 'missing' });
    assert.deepEqual(problems([{ value: 'é', ar: 'أ' }]), { '/options/0/value': 'option-value' });
    assert.deepEqual(problems([{ value: 'a', arabic: 'أ' }]), { '/options/0/arabic': 'unknown-key' });
    assert.deepEqual(problems([{ value: 'a', ar: '' }]), { '/options/0/ar': 'too-small' });
    const same = { value: 'a', ar: 'أ', en: 'a' };
    assert.deepEqual(problems([same, same]), { '/options/1/value': 'duplicate' });
    assert.deepEqual(problems([{ value: 'a', ar: 'أ' }]), { '/options/0': 'language-missing' });
  });

  keepsOneForm(field, { typed: fc.oneof(value, typedText), stored: value, sent: typedText });
});
