import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { statement } from '../../src/fields/statement/statement.type.js';
import { definitionProblems, keepsOneForm, TrialField } from './trial-field.js';

const field = new TrialField(statement, {
  text: { ar: 'أوافق على دراسة طلبي.', en: 'I agree that my request is studied.' },
});

describe('statement', () => {
  it('is never given beforehand', () => {
    assert.equal(field.type.empty, false);
    for (const way of ['url', 'host', 'signed']) {
      const document = { prefill: { [way]: ['trial'] } };
      assert.deepEqual(definitionProblems({ type: 'statement' }, document), {
        [`/prefill/${way}/0`]: 'never-prefilled',
      });
    }
  });

  it('is stored only where it was given', () => {
    assert.deepEqual(field.read(true), { answer: true });
    assert.deepEqual(field.read(false), {});
    assert.equal(field.write(true), true);
  });

  it('refuses what is not stored so', () => {
    for (const sent of [false, 'true', 'yes', 1, null, [], {}]) assert.equal(field.problem(sent), 'type');
  });

  it('is shown in the words of the language', () => {
    assert.equal(field.show(true, 'ar'), 'نعم');
    assert.equal(field.show(true, 'en'), 'Yes');
    assert.equal(field.sentence('required', 'ar'), 'ضع علامة في المربع إن كنت موافقًا: الاسم');
  });

  it('is true in the JSON Schema', () => {
    assert.deepEqual(field.type.jsonSchema(field.definition), { const: true });
  });

  keepsOneForm(field, { typed: fc.boolean(), stored: fc.constant(true as const), sent: fc.boolean() });
});
