import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { iban, ibanCheckDigits } from '../../src/fields/iban/iban.type.js';
import { keepsOneForm, pasted, TrialField, typedText } from './trial-field.js';

const field = new TrialField(iban);

/** An account of digits alone: among letters some changes are as good as none, for 3X and X3 are both 333. */
const ofDigits = fc.stringMatching(/^\d{20}$/).map((bban) => `SA${ibanCheckDigits(bban)}${bban}`);

/** Synthetic numbers with the right check digits; the vectors below hold the formula. */
const right = fc
  .tuple(fc.stringMatching(/^\d{2}$/), fc.stringMatching(/^[0-9A-Z]{18}$/))
  .map(([bank, account]) => `SA${ibanCheckDigits(bank + account)}${bank}${account}`);

describe('iban', () => {
  it('takes Saudi numbers', () => {
    for (const code of [
      'SA0380000000608010167519',
      'SA3610000000000000000000',
      'SA9305000000000000000001',
      'SA5615123456789012345678',
      'SA7645000000000000000045',
      'SA8255000000ABC123456789',
    ]) {
      assert.deepEqual(field.read(code), { answer: code });
      assert.equal(field.problem(code), undefined);
      assert.equal(`SA${ibanCheckDigits(code.slice(4))}${code.slice(4)}`, code);
    }
  });

  it('takes them from every keyboard and every paste', () => {
    for (const typed of [
      'sa03 8000 0000 6080 1016 7519',
      'SA03\xa08000\xa00000\xa06080\xa01016\xa07519',
      'SA٠٣٨٠٠٠٠٠٠٠٦٠٨٠١٠١٦٧٥١٩',
      '\u200eSA03-8000-0000-6080-1016-7519\u200f',
      'IBAN: SA0380000000608010167519',
    ])
      assert.deepEqual(field.read(typed), { answer: 'SA0380000000608010167519' }, typed);
    for (const typed of ['', ' ', '\u200f', 'IBAN']) assert.deepEqual(field.read(typed), {}, typed);
  });

  it('has one sentence for each cause', () => {
    const wrong = {
      checksum: [
        'SA0380000000608010167510',
        'SA0480000000608010167519',
        'SA0308000000608010167519',
        'SAAB80000000608010167519',
      ],
      length: ['SA038000000060801016751', 'SA03800000006080101675190', 'SA'],
      country: ['GB82WEST12345698765432', '0380000000608010167519', 'S'],
      characters: ['SA03800000006080101675١٩.', 'س ا 0380000000608010167519', 'SA03/8000'],
    };
    for (const [problem, codes] of Object.entries(wrong))
      for (const code of codes) assert.deepEqual(field.read(code), { problem }, code);
    assert.equal(
      field.sentence('length', 'ar'),
      'يجب أن يكون الآيبان من 24 خانة، أولها \u2066SA\u2069: الاسم',
    );
    assert.equal(field.sentence('country', 'en'), 'Name must be a Saudi IBAN, which begins with SA');
  });

  it('sees every wrong digit of an account of digits, and neighbours that changed places', () => {
    fc.assert(
      fc.property(
        ofDigits,
        fc.integer({ min: 4, max: 22 }),
        fc.integer({ min: 1, max: 9 }),
        (code, at, more) => {
          const sign = code[at] ?? '';
          const swapped = `${code.slice(0, at)}${code[at + 1]}${sign}${code.slice(at + 2)}`;
          if (swapped !== code) assert.equal(field.problem(swapped), 'checksum', swapped);
          const other = `${code.slice(0, at)}${(Number(sign) + more) % 10}${code.slice(at + 1)}`;
          assert.equal(field.problem(other), 'checksum', other);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is shown in groups of four, from left to right', () => {
    assert.equal(field.show('SA0380000000608010167519', 'ar'), '\u2066SA03 8000 0000 6080 1016 7519\u2069');
    assert.equal(field.write('SA0380000000608010167519'), 'SA03 8000 0000 6080 1016 7519');
  });

  it('is stored without what parts it', () => {
    for (const sent of ['SA03 8000 0000 6080 1016 7519', 'sa0380000000608010167519'])
      assert.equal(field.problem(sent), 'unnormalised');
    for (const sent of [null, 5, [], {}]) assert.equal(field.problem(sent), 'type');
  });

  keepsOneForm(field, {
    typed: fc.oneof(typedText, pasted(right), pasted(fc.stringMatching(/^SA\d{10,24}$/))),
    stored: right,
    sent: fc.stringMatching(/^SA\d{21,23}$/),
  });
});
