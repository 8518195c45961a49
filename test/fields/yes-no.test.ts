import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { yesNo } from '../../src/fields/yes-no/yes-no.type.js';
import { keepsOneForm, TrialField } from './trial-field.js';

const field = new TrialField(yesNo);

describe('yes-no', () => {
  it('reads neither until one is taken', () => {
    assert.equal(field.type.empty, '');
    assert.deepEqual(field.read(''), {});
    assert.deepEqual(field.read('yes'), { answer: true });
    assert.deepEqual(field.read('no'), { answer: false });
  });

  it('writes what the two buttons hold', () => {
    assert.equal(field.write(true), 'yes');
    assert.equal(field.write(false), 'no');
  });

  it('refuses what is not stored so', () => {
    for (const sent of ['yes', 'no', 'true', 1, 0, null, [], {}]) assert.equal(field.problem(sent), 'type');
    assert.equal(field.problem(false), undefined);
  });

  it('is shown in the words of the language', () => {
    assert.equal(field.show(true, 'ar'), 'نعم');
    assert.equal(field.show(false, 'ar'), 'لا');
    assert.equal(field.show(false, 'en'), 'No');
    assert.equal(field.sentence('required', 'ar'), 'اختر نعم أو لا: الاسم');
  });

  it('is a boolean in the JSON Schema', () => {
    assert.deepEqual(field.type.jsonSchema(field.definition), { type: 'boolean' });
  });

  keepsOneForm(field, { typed: fc.constantFrom('', 'yes', 'no'), stored: fc.boolean() });
});
