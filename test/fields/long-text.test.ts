import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { longestOf, longText } from '../../src/fields/long-text/long-text.type.js';
import { definitionProblems, keepsOneForm, TrialField, typedText } from './trial-field.js';

const plain = new TrialField(longText);
const short = new TrialField(longText, { minLength: 3, maxLength: 10 });

const paragraphs = typedText
  .map((typed) => plain.read(typed).answer)
  .filter((answer) => answer !== undefined);

describe('long-text', () => {
  it('keeps lines and paragraphs, tidied', () => {
    const typed = '\r\n السطر\t الأول \r\nالثاني\u2028الثالث\n\n\n\nفقرة\u200f \n\n';
    assert.deepEqual(plain.read(typed), { answer: 'السطر الأول\nالثاني\nالثالث\n\nفقرة' });
  });

  it('takes what cannot be seen for nothing', () => {
    for (const empty of ['', '\n\n', ' \r\n\u200f', '\u200d\n\u200c']) {
      assert.equal(plain.read(empty).answer, undefined);
    }
  });

  it('counts line ends once, whatever system sent them', () => {
    assert.equal(short.problem('12345\n7890'), undefined);
    assert.equal(short.problem('12345\n78901'), 'too-long');
    assert.equal(short.problem('😀😀'), 'too-short');
    assert.equal(plain.problem('ا'.repeat(2001)), 'too-long');
  });

  it('refuses what is not stored so', () => {
    for (const sent of ['', '\n', 'a\r\nb', 'a\n\n\nb', 'a \nb', '\na', 'a\u2066']) {
      assert.equal(plain.problem(sent), 'unnormalised', JSON.stringify(sent));
    }
    for (const sent of [null, 5, [], {}]) assert.equal(plain.problem(sent), 'type');
  });

  it('is shown as it is', () => {
    assert.equal(plain.show('أ\n\nب', 'ar'), 'أ\n\nب');
  });

  it('tells its limits', () => {
    assert.equal(short.sentence('too-long', 'ar'), 'اختصر النص إلى 10 أحرف أو أقل: الاسم');
    assert.equal(short.sentence('too-short', 'en'), 'Name must be 3 characters or more');
    assert.equal(longestOf(short.definition), 10);
    assert.equal(longestOf(plain.definition), 2000);
  });

  it('has its limits in the JSON Schema', () => {
    assert.deepEqual(short.type.jsonSchema(short.definition), {
      type: 'string',
      minLength: 3,
      maxLength: 10,
    });
  });

  it('refuses definitions that nothing can meet', () => {
    assert.deepEqual(definitionProblems({ type: 'long-text', minLength: 11, maxLength: 10 }), {
      '/minLength': 'empty-range',
    });
    assert.deepEqual(definitionProblems({ type: 'long-text', maxLength: 20_001 }), {
      '/maxLength': 'too-big',
    });
    assert.deepEqual(definitionProblems({ type: 'long-text', pattern: 'a' }), { '/pattern': 'unknown-key' });
  });

  describe('plain', () => keepsOneForm(plain, { typed: typedText, stored: paragraphs, sent: typedText }));
  describe('of a few letters', () =>
    keepsOneForm(short, {
      typed: typedText,
      stored: paragraphs.filter((answer) => short.accepts(answer)),
      sent: typedText,
    }));
});
