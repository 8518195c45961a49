import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { text } from '../../src/fields/text/text.type.js';
import { definitionProblems, keepsOneForm, TrialField, typedText } from './trial-field.js';

const plain = new TrialField(text);
const name = new TrialField(text, { minLength: 2, maxLength: 5 });
const digits = new TrialField(text, { characters: 'digits', pattern: '^\\d{4}$' });
const code = new TrialField(text, { characters: 'code', pattern: '^[A-Z]{4}\\d{4}$' });

/** What the plain field would store of anything typed. */
const line = typedText.map((typed) => plain.read(typed).answer).filter((answer) => answer !== undefined);

describe('text', () => {
  it('stores one tidy line', () => {
    assert.deepEqual(plain.read('  محمد\t\u200fعبد\xa0الله\r\n'), { answer: 'محمد عبد الله' });
    assert.deepEqual(plain.read('\u0627\u0654حمد'), { answer: '\u0623حمد' });
    assert.deepEqual(plain.read('می\u200cخواهم'), { answer: 'می\u200cخواهم' });
  });

  it('takes what cannot be seen for nothing', () => {
    for (const empty of ['', '   ', '\u200f\u200e', '\u200d', '\ufeff\xa0', '\0']) {
      assert.equal(plain.read(empty).answer, undefined);
    }
  });

  it('leaves digits as they were typed, but for the fields of digits', () => {
    assert.deepEqual(plain.read('شارع ١٢'), { answer: 'شارع ١٢' });
    assert.deepEqual(digits.read(' ٢٩٢٩ '), { answer: '2929' });
    assert.deepEqual(digits.read('۲۹２９'), { answer: '2929' });
    assert.deepEqual(digits.read('٢٩ ٢٩'), { answer: '29 29' });
  });

  it('writes a code in capitals without spaces', () => {
    assert.deepEqual(code.read(' rrrd ٢٩٢٩\u200e'), { answer: 'RRRD2929' });
    assert.equal(code.problem('RRRD2929'), undefined);
    for (const sent of ['rrrd2929', 'RRRD 2929', 'RRRD٢٩٢٩'])
      assert.equal(code.problem(sent), 'unnormalised');
    assert.equal(code.problem('RRR2929'), 'pattern');
    assert.equal(digits.problem('292'), 'pattern');
  });

  it('counts what a person counts as letters', () => {
    assert.equal(name.problem('ع'), 'too-short');
    assert.equal(name.problem('عم'), undefined);
    assert.equal(name.problem('😀😀😀😀😀'), undefined);
    assert.equal(name.problem('😀😀😀😀😀😀'), 'too-long');
    assert.equal(plain.problem('ا'.repeat(200)), undefined);
    assert.equal(plain.problem('ا'.repeat(201)), 'too-long');
  });

  it('does not try a pattern on a text that is too long', () => {
    const slow = new TrialField(text, { pattern: '^[a-z]*[a-z]*x$', maxLength: 1000 });
    assert.equal(slow.problem('a'.repeat(100_000)), 'too-long');
  });

  it('refuses what is not stored so', () => {
    for (const sent of ['', ' ', ' a', 'a ', 'a  b', 'a\nb', 'a\u200f', '\u0627\u0654']) {
      assert.equal(plain.problem(sent), 'unnormalised', JSON.stringify(sent));
    }
    for (const sent of [null, 5, true, [], ['a'], {}]) assert.equal(plain.problem(sent), 'type');
  });

  it('is shown as it is', () => {
    assert.equal(plain.show('محمد', 'ar'), 'محمد');
    assert.equal(plain.show('محمد', 'en'), 'محمد');
  });

  it('tells its limits', () => {
    assert.equal(name.sentence('too-long', 'ar'), 'اختصر النص إلى 5 أحرف أو أقل: الاسم');
    assert.equal(name.sentence('too-short', 'ar'), 'اكتب حرفين على الأقل: الاسم');
    assert.equal(name.sentence('too-short', 'en'), 'Name must be 2 characters or more');
    assert.equal(code.sentence('pattern', 'en'), 'Check name: it is not in the form we need');
  });

  it('has its limits in the JSON Schema', () => {
    assert.deepEqual(name.type.jsonSchema(name.definition), { type: 'string', minLength: 2, maxLength: 5 });
    assert.deepEqual(code.type.jsonSchema(code.definition), {
      type: 'string',
      minLength: 1,
      maxLength: 200,
      pattern: '^[A-Z]{4}\\d{4}$',
    });
  });

  it('refuses definitions that nothing can meet', () => {
    assert.deepEqual(definitionProblems({ type: 'text', minLength: 6, maxLength: 5 }), {
      '/minLength': 'empty-range',
    });
    assert.deepEqual(definitionProblems({ type: 'text', minLength: 201 }), { '/minLength': 'empty-range' });
    assert.deepEqual(definitionProblems({ type: 'text', maxLength: 0 }), { '/maxLength': 'too-small' });
    assert.deepEqual(definitionProblems({ type: 'text', maxLength: 1001 }), { '/maxLength': 'too-big' });
    assert.deepEqual(definitionProblems({ type: 'text', pattern: '(a+)+$' }), {
      '/pattern': 'pattern-endless',
    });
    assert.deepEqual(definitionProblems({ type: 'text', pattern: '[' }), { '/pattern': 'pattern-syntax' });
    assert.deepEqual(definitionProblems({ type: 'text', characters: 'letters' }), {
      '/characters': 'invalid-value',
    });
  });

  describe('plain', () => keepsOneForm(plain, { typed: typedText, stored: line, sent: typedText }));
  describe('of a few letters', () =>
    keepsOneForm(name, { typed: typedText, stored: line.filter((answer) => name.accepts(answer)) }));
  describe('of digits', () =>
    keepsOneForm(digits, { typed: typedText, stored: fc.stringMatching(/^\d{4}$/), sent: typedText }));
  describe('a code', () =>
    keepsOneForm(new TrialField(text, { characters: 'code' }), {
      typed: typedText,
      stored: fc.stringMatching(/^[A-Z0-9]{1,12}$/),
      sent: typedText,
    }));
});
