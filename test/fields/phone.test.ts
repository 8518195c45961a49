import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { phone } from '../../src/fields/phone/phone.type.js';
import { definitionProblems, keepsOneForm, pasted, TrialField, typedText } from './trial-field.js';

const mobile = new TrialField(phone);
const any = new TrialField(phone, { kind: 'any' });

const saudiMobile = fc.stringMatching(/^\+9665\d{8}$/);
const anyNumber = fc.oneof(
  saudiMobile,
  fc.stringMatching(/^\+9661[1-7]\d{7}$/),
  fc.stringMatching(/^\+966(9200\d{5}|800\d{7})$/),
  fc.stringMatching(/^\+(20|971|1|44)[1-9]\d{6,9}$/),
);

describe('phone', () => {
  it('reads a Saudi mobile in each of the usual ways', () => {
    const ways = ['0501234567', '501234567', '+966501234567', '00966501234567', '966501234567'];
    ways.push('+966 (0) 50 123 4567', '050-123-4567', '٠٥٠١٢٣٤٥٦٧', '۰۵۰۱۲۳۴۵۶۷', '０５０１２３４５６７');
    ways.push('\u200f+٩٦٦٥٠١٢٣٤٥٦٧\u200e', '050\xa0123 4567');
    for (const typed of ways) assert.deepEqual(mobile.read(typed), { answer: '+966501234567' }, typed);
  });

  it('takes every prefix, 052 too', () => {
    for (const digit of '0123456789') {
      assert.deepEqual(mobile.read(`05${digit}1234567`), { answer: `+9665${digit}1234567` });
    }
  });

  it('says why a number will not do', () => {
    assert.deepEqual(mobile.read('0112345678'), { problem: 'not-mobile' });
    assert.deepEqual(mobile.read('920012345'), { problem: 'not-mobile' });
    assert.deepEqual(mobile.read('+201001234567'), { problem: 'not-mobile' });
    for (const typed of ['123', 'لا يوجد', '05012345', '0501234567 أو 0551234567', '+']) {
      assert.deepEqual(mobile.read(typed), { problem: 'format' }, typed);
      assert.deepEqual(any.read(typed), { problem: 'format' }, typed);
    }
  });

  it('takes every number where any will do', () => {
    assert.deepEqual(any.read('011 234 5678'), { answer: '+966112345678' });
    assert.deepEqual(any.read('9200 12345'), { answer: '+966920012345' });
    assert.deepEqual(any.read('8001234567'), { answer: '+9668001234567' });
    assert.deepEqual(any.read('0020 100 123 4567'), { answer: '+201001234567' });
  });

  it('reads nothing where nothing was typed', () => {
    for (const typed of ['', ' ', '\u200e']) assert.deepEqual(mobile.read(typed), {});
  });

  it('refuses what is not stored so', () => {
    for (const sent of [
      '0501234567',
      '966501234567',
      '+966 501234567',
      '+9660501234567',
      '+٩٦٦٥٠١٢٣٤٥٦٧',
      '',
    ]) {
      assert.equal(mobile.problem(sent), 'format', sent);
      assert.equal(any.problem(sent), 'format', sent);
    }
    assert.equal(any.problem('8001234567'), 'format');
    assert.equal(mobile.problem('+966112345678'), 'not-mobile');
    assert.equal(mobile.problem('+201001234567'), 'not-mobile');
    for (const sent of [null, 966501234567, [], {}]) assert.equal(mobile.problem(sent), 'type');
  });

  it('is written and shown in groups, from left to right in any sentence', () => {
    assert.equal(mobile.write('+966501234567'), '050 123 4567');
    assert.equal(mobile.show('+966501234567', 'ar'), '\u2066050 123 4567\u2069');
    assert.equal(any.show('+201001234567', 'en'), '\u2066+20 100 123 4567\u2069');
  });

  it('speaks of what is wrong', () => {
    assert.equal(mobile.sentence('format', 'ar'), 'راجع الرقم، مثل 0501234567: الاسم');
    assert.equal(
      mobile.sentence('not-mobile', 'ar'),
      'اكتب رقم جوال سعودي يبدأ بـ 05، لتصل إليه رسائلنا: الاسم',
    );
  });

  it('has its form in the JSON Schema', () => {
    assert.deepEqual(mobile.type.jsonSchema(mobile.definition), {
      type: 'string',
      pattern: '^\\+9665\\d{8}$',
    });
    assert.deepEqual(any.type.jsonSchema(any.definition), {
      type: 'string',
      pattern: '^\\+[1-9]\\d{6,14}$',
    });
    assert.ok(any.schemaAccepts('+966999999999') && !any.accepts('+966999999999'));
    assert.equal(any.type.unstated?.(any.definition).length, 1);
  });

  it('knows two kinds', () => {
    assert.deepEqual(definitionProblems({ type: 'phone', kind: 'landline' }), { '/kind': 'invalid-value' });
  });

  const typed = fc.oneof(typedText, pasted(anyNumber), pasted(fc.stringMatching(/^[+0-9]{0,14}$/)));
  const sent = fc.stringMatching(/^\+?(966)?\d{5,12}$/);
  describe('a mobile', () => keepsOneForm(mobile, { typed, stored: saudiMobile, sent }));
  describe('any number', () => keepsOneForm(any, { typed, stored: anyNumber, sent }));
});
