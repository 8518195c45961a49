import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { money } from '../../src/fields/money/money.type.js';
import { inArabDigits } from '../../src/locale/arab-digits.js';
import { definitionProblems, keepsOneForm, pasted, TrialField, typedText } from './trial-field.js';

const income = new TrialField(money, { maximum: 50_000 });
const plain = new TrialField(money);
const balance = new TrialField(money, { minimum: -1000 });

const amount = (most: number) => fc.integer({ min: 0, max: most * 100 }).map((halalas) => halalas / 100);

describe('money', () => {
  it('reads what people write, on every keyboard', () => {
    const read: [string, number][] = [
      ['1500', 1500],
      ['١٥٠٠', 1500],
      ['۱۵۰۰', 1500],
      ['1,234.50', 1234.5],
      ['١٬٢٣٤٫٥٠', 1234.5],
      ['1 234,5', 1234.5],
      ['١٢،٥٠', 12.5],
      ['1,500', 1500],
      ['1,500,50', 1500.5],
      ['\u200f1500\u200e', 1500],
      ['1500 ريال', 1500],
      ['١٥٠٠ ريالًا', 1500],
      ['1500 ر.س', 1500],
      ['1500 ر.س.', 1500],
      ['SAR 1,500.50', 1500.5],
      ['1500 SR', 1500],
      ['ريال 1500', 1500],
      ['1500\u20c1', 1500],
      ['\u20c1 ١٬٥٠٠', 1500],
      ['0', 0],
    ];
    for (const [typed, answer] of read) assert.deepEqual(plain.read(typed), { answer }, typed);
    for (const typed of ['', ' ', '\u200f', 'ريال']) assert.deepEqual(plain.read(typed), {}, typed);
  });

  it('says what keeps a text from being an amount', () => {
    for (const typed of ['ألف', '1,5,0', '1e5', '12 دولار', '1.500,50', '١٢/٥'])
      assert.deepEqual(plain.read(typed), { problem: 'not-an-amount' }, typed);
    for (const typed of ['1.234', '١٫٥٠٥', '0.001'])
      assert.deepEqual(plain.read(typed), { problem: 'too-many-decimals' }, typed);
  });

  it('says on which side of the range an amount lies; nobody owes himself where nothing is said', () => {
    assert.equal(income.problem(50_000), undefined);
    assert.equal(income.problem(50_000.01), 'too-large');
    assert.equal(plain.problem(-0.01), 'too-small');
    assert.equal(balance.problem(-1000), undefined);
    assert.equal(balance.problem(-1000.01), 'too-small');
    assert.equal(plain.problem(1e12), 'too-large');
    assert.equal(plain.problem(0.005), 'too-many-decimals');
    assert.equal(plain.problem(0.1 + 0.2), 'too-many-decimals');
    for (const sent of ['5', null, true, [], {}, Number.NaN]) assert.equal(plain.problem(sent), 'type');
  });

  it('is shown in groups, with two digits of halalas or none, in one piece in any sentence', () => {
    assert.equal(plain.show(12_500.5, 'ar'), '\u206712,500.50\xa0ر.س\u2069');
    assert.equal(plain.show(12_500.5, 'en'), '\u2066SAR\xa012,500.50\u2069');
    assert.equal(plain.show(1_000_000, 'en'), '\u2066SAR\xa01,000,000\u2069');
    assert.equal(inArabDigits(plain.show(12_500.5, 'ar')), '\u2067١٢٬٥٠٠٫٥٠\xa0ر.س\u2069');
  });

  it('speaks of riyals', () => {
    assert.equal(
      income.sentence('too-large', 'ar'),
      'يجب أن يكون المبلغ \u206750,000\xa0ر.س\u2069 أو أقل: الاسم',
    );
    assert.equal(income.sentence('too-large', 'en'), 'Name must be \u2066SAR\xa050,000\u2069 or less');
    assert.equal(income.sentence('not-an-amount', 'en'), 'Write name as digits, like 1500 or 1500.50');
  });

  it('refuses definitions that nothing can meet', () => {
    assert.deepEqual(definitionProblems({ type: 'money', minimum: 2, maximum: 1 }), {
      '/maximum': 'empty-range',
    });
    assert.deepEqual(definitionProblems({ type: 'money', maximum: -1 }), { '/maximum': 'empty-range' });
    assert.deepEqual(definitionProblems({ type: 'money', currency: 'SAR' }), { '/currency': 'unknown-key' });
  });

  keepsOneForm(income, {
    typed: fc.oneof(typedText, pasted(amount(60_000).map((value) => plain.write(value)))),
    stored: amount(50_000),
    sent: fc.oneof(amount(60_000), fc.double({ min: -2, max: 60_000, noNaN: true })),
  });
});
