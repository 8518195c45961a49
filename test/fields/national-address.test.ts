import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type {
  NationalAddressAnswer,
  NationalAddressInput,
} from '../../src/fields/national-address/national-address.type.js';
import { addressParts, nationalAddress } from '../../src/fields/national-address/national-address.type.js';
import { definitionProblems, keepsOneForm, pasted, TrialField, typedText } from './trial-field.js';

const any = new TrialField(nationalAddress);
const shortOnly = new TrialField(nationalAddress, { ways: ['short'] });
const known = new TrialField(nationalAddress, { ways: ['full', 'short'] });

const full = {
  building: '2929',
  street: 'شارع الأمير سلطان',
  secondary: '7182',
  district: 'حي الربوة',
  postalCode: '12814',
  city: 'الرياض',
};

const letters = fc.stringMatching(/^[A-Z]{4}$/);
const digits = fc.stringMatching(/^\d{4}$/);
const name = fc.constantFrom('شارع الملك فهد', 'King Fahd Road', 'حي ٥', 'الدمام');
const whole = fc
  .record({
    letters,
    building: digits,
    street: name,
    secondary: digits,
    district: name,
    city: name,
    has: fc.boolean(),
  })
  .map(({ letters, has, ...parts }) => ({
    ...parts,
    postalCode: '31952',
    ...(has && { short: letters + parts.building }),
  }));
const text = fc.oneof(typedText, pasted(digits), name, fc.constantFrom('', 'RRRD2929', 'rrrd 2929'));

describe('national-address', () => {
  it('is given by its short form, however it was typed', () => {
    for (const short of ['RRRD2929', 'rrrd2929', ' RRRD 2929 ', 'RRRD-٢٩٢٩', '\u200fRRRD۲۹۲۹'])
      assert.deepEqual(any.read({ way: 'short', short }), { answer: { short: 'RRRD2929' } }, short);
    assert.deepEqual(shortOnly.read({ short: 'rrrd2929' }), { answer: { short: 'RRRD2929' } });
  });

  it('tells letters in Arabic from a wrong form', () => {
    assert.deepEqual(any.read({ way: 'short', short: 'ررربد2929' }), { problem: 'short-arabic' });
    for (const short of ['RRR2929', 'RRRD292', 'RRRD29290', '2929RRRD', 'ÄRRD2929'])
      assert.deepEqual(any.read({ way: 'short', short }), { problem: 'short-form' }, short);
    assert.deepEqual(any.read({ way: 'short', short: ' ' }), { problem: 'short-missing' });
    assert.deepEqual(shortOnly.read({ short: '' }), {});
  });

  it('is given in full, in Arabic or in English', () => {
    assert.deepEqual(any.read({ way: 'full', ...full, building: '٢٩٢٩', postalCode: '12814 ' }), {
      answer: full,
    });
    const english = { ...full, street: 'Prince Sultan Street', district: 'Ar Rabwah', city: 'Riyadh' };
    assert.deepEqual(any.read({ way: 'full', ...english }), { answer: english });
  });

  it('says which part is missing or wrong', () => {
    for (const part of addressParts)
      assert.deepEqual(any.read({ way: 'full', ...full, [part]: ' ' }), { problem: `${part}-missing` });
    assert.deepEqual(any.read({ way: 'full', ...full, building: '292' }), { problem: 'building-digits' });
    assert.deepEqual(any.read({ way: 'full', ...full, secondary: '71822' }), { problem: 'secondary-digits' });
    for (const postalCode of ['02814', '92814', '1281', '128145'])
      assert.deepEqual(any.read({ way: 'full', ...full, postalCode }), { problem: 'postalCode-digits' });
    assert.equal(any.sentence('postalCode-missing', 'ar'), 'أدخل الرمز البريدي: الاسم');
  });

  it('has in its short form the number of the building', () => {
    assert.deepEqual(any.read({ way: 'full', ...full, short: 'RRRD2929' }), {
      answer: { ...full, short: 'RRRD2929' },
    });
    assert.deepEqual(any.read({ way: 'full', ...full, short: 'RRRD2920' }), { problem: 'other-building' });
    fc.assert(
      fc.property(letters, digits, digits, (four, number, building) => {
        const code = any.problem({ ...full, building, short: four + number });
        assert.equal(code, number === building ? undefined : 'other-building');
      }),
      { numRuns: 200 },
    );
  });

  it('need not be there', () => {
    assert.deepEqual(any.read({ way: 'none', ...full }), { answer: { none: true } });
    assert.equal(any.show({ none: true }, 'ar'), 'ليس لدي عنوان وطني');
    assert.equal(known.problem({ none: true }), 'type');
    assert.deepEqual(any.read({}), {});
  });

  it('is shown as it is written', () => {
    assert.equal(
      any.show({ ...full, short: 'RRRD2929' }, 'ar'),
      '\u2066RRRD2929\u2069\n2929 شارع الأمير سلطان\n7182 حي الربوة\n12814 الرياض',
    );
    assert.equal(any.show({ short: 'RRRD2929' }, 'en'), '\u2066RRRD2929\u2069');
  });

  it('tells a web admin what is wrong with its definition', () => {
    const problems = (more: object) => definitionProblems({ type: 'national-address', ...more });
    assert.deepEqual(problems({ ways: [] }), { '/ways': 'too-small' });
    assert.deepEqual(problems({ ways: ['long'] }), { '/ways/0': 'invalid-value' });
  });

  keepsOneForm<typeof any.definition, NationalAddressInput, NationalAddressAnswer>(any, {
    typed: fc.record({
      way: fc.constantFrom('short', 'full', 'none', ''),
      short: text,
      building: text,
      street: text,
      secondary: text,
      district: text,
      postalCode: text,
      city: text,
    }),
    stored: fc.oneof(
      whole,
      fc.tuple(letters, digits).map(([four, number]) => ({ short: four + number })),
      fc.constant({ none: true as const }),
    ),
    sent: fc.dictionary(fc.constantFrom('short', 'none', ...addressParts), fc.oneof(text, fc.constant(true))),
  });
});
