import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { nationalId } from '../../src/fields/national-id/national-id.type.js';
import { keepsOneForm, pasted, TrialField, typedText } from './trial-field.js';

const field = new TrialField(nationalId);

/** Synthetic numbers with the right check digit, found by the rule itself: the formula is tested in core. */
const right = fc
  .stringMatching(/^[12]\d{8}$/)
  .map((nine) => [...'0123456789'].map((digit) => nine + digit).find((id) => field.accepts(id)) ?? '');

describe('national-id', () => {
  it('takes the numbers of citizens and of residents', () => {
    const citizens = ['1000000008', '1010101010', '1234567897', '1111111116', '1999999996'];
    const residents = ['2000000006', '2123456788', '2101010102', '2987654320', '2222222222'];
    for (const id of [...citizens, ...residents]) {
      assert.deepEqual(field.read(id), { answer: id });
      assert.equal(field.problem(id), undefined);
    }
  });

  it('takes them from every keyboard and every paste', () => {
    for (const typed of [
      '١٠٠٠٠٠٠٠٠٨',
      '۱۰۰۰۰۰۰۰۰۸',
      '１０００００００08',
      '\u200f1000000008\u200e',
      '10000 00008',
    ]) {
      assert.deepEqual(field.read(typed), { answer: '1000000008' }, typed);
    }
    assert.deepEqual(field.read('1000-0000-08'), { answer: '1000000008' });
  });

  it('says what is wrong', () => {
    const wrong = {
      checksum: ['1000000000', '1000000007', '1234567890', '1111111111', '2000000000'],
      'first-digit': ['3000000006', '0000000000'],
      length: ['100000000', '10000000080', '1', 'abc', '100000000a', '1000000008.'],
    };
    for (const [problem, typed] of Object.entries(wrong)) {
      for (const id of typed) {
        assert.deepEqual(field.read(id), { problem }, id);
        assert.equal(field.problem(id), problem, id);
      }
    }
  });

  it('reads nothing where nothing was typed', () => {
    for (const typed of ['', ' ', '\u200f', '-']) assert.deepEqual(field.read(typed), {});
  });

  it('refuses what is not stored so', () => {
    for (const sent of ['١٠٠٠٠٠٠٠٠٨', '10000 00008', '1000000008\n', ' 1000000008', '']) {
      assert.equal(field.problem(sent), 'length', JSON.stringify(sent));
    }
    for (const sent of [null, 1_000_000_008, [], {}]) assert.equal(field.problem(sent), 'type');
  });

  it('is shown as it is, from left to right in any sentence', () => {
    assert.equal(field.show('1000000008', 'ar'), '\u20661000000008\u2069');
  });

  it('speaks as the design says', () => {
    assert.equal(field.sentence('length', 'ar'), 'يجب أن يكون الرقم من 10 أرقام: الاسم');
    assert.equal(field.sentence('first-digit', 'ar'), 'يبدأ الرقم بـ 1 للمواطن أو 2 للمقيم: الاسم');
    assert.equal(
      field.sentence('checksum', 'ar'),
      'راجع الرقم كما هو مكتوب في البطاقة، ففيه خانة غير مطابقة: الاسم',
    );
    assert.equal(field.sentence('length', 'en'), 'Name must have 10 digits');
  });

  it('leaves the check digit out of the JSON Schema, and says so', () => {
    assert.deepEqual(field.type.jsonSchema(field.definition), { type: 'string', pattern: '^[12]\\d{9}$' });
    assert.deepEqual(field.type.unstated?.(field.definition), ['the check digit (Luhn)']);
    assert.ok(field.schemaAccepts('1000000000'));
  });

  keepsOneForm(field, {
    typed: fc.oneof(typedText, pasted(right), pasted(fc.stringMatching(/^\d{0,12}$/))),
    stored: right,
    sent: fc.stringMatching(/^[0-4]\d{8,10}$/),
  });
});
