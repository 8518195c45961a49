import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { formatPhone, nationalIdProblem, parsePhone } from '../../src/core/saudi.js';
import { digitsOnly } from '../../src/core/typed-numbers.js';

/** A valid identity number from its first nine digits, by the formula, not by the code under test. */
function withCheckDigit(nine: string): string {
  let sum = 0;
  for (const [place, digit] of [...nine].entries()) {
    const value = Number(digit) * (place % 2 === 0 ? 2 : 1);
    sum += Math.floor(value / 10) + (value % 10);
  }
  return nine + ((10 - (sum % 10)) % 10);
}

const nationalId = fc
  .tuple(fc.constantFrom('1', '2'), fc.stringMatching(/^\d{8}$/))
  .map(([first, rest]) => withCheckDigit(first + rest));

describe('nationalIdProblem', () => {
  it('takes the vectors', () => {
    const citizens = ['1000000008', '1010101010', '1234567897', '1111111116', '1999999996'];
    const residents = ['2000000006', '2123456788', '2101010102', '2987654320', '2222222222'];
    for (const id of [...citizens, ...residents]) assert.equal(nationalIdProblem(id), undefined, id);
  });

  it('says what is wrong', () => {
    const wrong = {
      checksum: ['1000000000', '1000000007', '1234567890', '1111111111', '2000000000'],
      'first-digit': ['3000000006', '0000000000', '9999999999'],
      length: ['', '100000000', '10000000080', '100000000a', '١٠٠٠٠٠٠٠٠٨', ' 1000000008', '1000000008\n'],
    };
    for (const [problem, numbers] of Object.entries(wrong)) {
      for (const id of numbers) assert.equal(nationalIdProblem(id), problem, JSON.stringify(id));
    }
  });

  it('takes what was typed after normalising', () => {
    for (const typed of [
      '١٠٠٠٠٠٠٠٠٨',
      '۱۰۰۰۰۰۰۰۰۸',
      '１０００００００08',
      '\u200f1000000008\u200e',
      '10000 00008',
    ]) {
      assert.equal(nationalIdProblem(digitsOnly(typed)), undefined, typed);
    }
  });

  it('takes every number with the right check digit and finds every single wrong digit', () => {
    fc.assert(
      fc.property(nationalId, fc.nat(9), fc.integer({ min: 1, max: 9 }), (id, place, step) => {
        assert.equal(nationalIdProblem(id), undefined);
        const wrong = id.slice(0, place) + ((Number(id[place]) + step) % 10) + id.slice(place + 1);
        assert.notEqual(nationalIdProblem(wrong), undefined);
      }),
      { numRuns: 5000 },
    );
  });

  it('finds swapped neighbours, but for 09 and 90', () => {
    fc.assert(
      fc.property(nationalId, fc.nat(8), (id, place) => {
        const [one, other] = [id[place]!, id[place + 1]!];
        const swapped = id.slice(0, place) + other + one + id.slice(place + 2);
        const missed = one === other || one + other === '09' || one + other === '90';
        if (!missed) assert.notEqual(nationalIdProblem(swapped), undefined, `${id} ${swapped}`);
      }),
      { numRuns: 5000 },
    );
  });
});

describe('parsePhone', () => {
  it('takes a Saudi mobile in every usual form', () => {
    const forms = [
      '0501234567',
      '501234567',
      '+966501234567',
      '00966501234567',
      '966501234567',
      '+966 (0) 50 123 4567',
    ];
    forms.push(
      '050-123-4567',
      '٠٥٠ ١٢٣ ٤٥٦٧',
      '\u200f+٩٦٦٥٠١٢٣٤٥٦٧\u200e',
      '050.123.4567',
      '050/1234567',
      '＋966 501234567',
    );
    forms.push('00 966 (0)50 123 45 67', '۰۵۰۱۲۳۴۵۶۷', '050\u2013123\u20114567', '9660501234567');
    for (const typed of forms) {
      assert.deepEqual(parsePhone(typed), { e164: '+966501234567', kind: 'mobile' }, JSON.stringify(typed));
    }
  });

  it('takes every mobile prefix, 052 too', () => {
    for (let digit = 0; digit <= 9; digit++) {
      assert.deepEqual(parsePhone(`05${digit}1234567`), { e164: `+9665${digit}1234567`, kind: 'mobile' });
    }
  });

  it('knows Saudi landlines and service numbers', () => {
    const landlines = {
      '0112345678': '+966112345678',
      '112345678': '+966112345678',
      '+966 11 234 5678': '+966112345678',
      '00966172345678': '+966172345678',
      '٠١٢٣٤٥٦٧٨٩': '+966123456789',
      '920012345': '+966920012345',
      '+966920012345': '+966920012345',
      '8001234567': '+9668001234567',
      '00966 800 123 4567': '+9668001234567',
    };
    for (const [typed, e164] of Object.entries(landlines)) {
      assert.deepEqual(parsePhone(typed), { e164, kind: 'landline' }, typed);
    }
  });

  it('takes other countries’ numbers with + or 00', () => {
    assert.deepEqual(parsePhone('+20 100 123 4567'), { e164: '+201001234567', kind: 'foreign' });
    assert.deepEqual(parsePhone('00971501234567'), { e164: '+971501234567', kind: 'foreign' });
    assert.deepEqual(parsePhone('+1234567'), { e164: '+1234567', kind: 'foreign' });
    assert.deepEqual(parsePhone('+123456789012345'), { e164: '+123456789012345', kind: 'foreign' });
  });

  it('refuses what nobody can call', () => {
    const refused = [
      '',
      '+',
      '0',
      '050123456',
      '05012345678',
      '+96650123456',
      '+9665012345678',
      '0201234567',
      '0181234567',
    ];
    refused.push(
      '966',
      '+966212345678',
      '+123456',
      '+1234567890123456',
      '+0123456789',
      '971501234567',
      '911',
      '937',
    );
    refused.push(
      '0501234567a',
      'abc',
      '0501234567 / 0551234567',
      '++966501234567',
      '050+1234567',
      '92001234',
      '800123456',
    );
    for (const typed of refused)
      assert.deepEqual(parsePhone(typed), { problem: 'format' }, JSON.stringify(typed));
  });

  it('takes its own result and its own display again', () => {
    const typed = fc.oneof(
      fc.stringMatching(/^05\d{8}$/),
      fc.stringMatching(/^01[1-7]\d{7}$/),
      fc.stringMatching(/^9200\d{5}$/),
      fc.stringMatching(/^800\d{7}$/),
      fc.stringMatching(/^\+[1-9]\d{6,14}$/),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const phone = parsePhone(text);
        if ('problem' in phone) return;
        assert.match(phone.e164, /^\+[1-9]\d{6,14}$/);
        assert.deepEqual(parsePhone(phone.e164), phone);
        assert.deepEqual(parsePhone(formatPhone(phone.e164)), phone);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('formatPhone', () => {
  it('groups for reading', () => {
    const shown = {
      '+966501234567': '050 123 4567',
      '+966112345678': '011 234 5678',
      '+966920012345': '9200 12345',
      '+9668001234567': '800 123 4567',
      '+201001234567': '+20 100 123 4567',
      '+971501234567': '+971 50 123 4567',
      '+12025550123': '+1 202 555 0123',
      '+447911123456': '+44 791 112 3456',
      '+1234567': '+1 23 4567',
    };
    for (const [e164, text] of Object.entries(shown)) assert.equal(formatPhone(e164), text);
  });

  it('leaves alone what is no E.164 number', () => {
    for (const text of ['', '0501234567', 'hello', '+']) assert.equal(formatPhone(text), text);
  });
});
