import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { cleanLine, cleanParagraphs, foldArabic } from '../../src/core/characters.js';
import { digitsOnly, parseNumber, stripInvisible, toAsciiDigits } from '../../src/core/typed-numbers.js';

const WESTERN = '0123456789';
const ARABIC = '٠١٢٣٤٥٦٧٨٩';
const PERSIAN = '۰۱۲۳۴۵۶۷۸۹';
const FULL_WIDTH = '０１２３４５６７８９';

/** What a paste brings along that nobody sees: marks, joiners, spaces of all widths, halves of characters. */
const noise = fc.constantFrom(
  ...['\u200b', '\u200c', '\u200d', '\u200e', '\u200f', '\u202a', '\u202e', '\u2060', '\u2066', '\u2069'],
  ...['\u061c', '\ufeff', '\xad', '\xa0', '\u202f', '\u2003', ' ', '\t', '\0', '\x85', '\ud800', '\udc00'],
  ...[
    '\n',
    '\r',
    '\r\n',
    '\u2028',
    '\u064b',
    '\u0654',
    '\u0301',
    'ا',
    'و',
    'ـ',
    'e',
    '\u1100',
    '\u1161',
    '😀',
  ],
);
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .array(fc.oneof(noise, noise, fc.string({ maxLength: 2 })), { maxLength: 30 })
    .map((parts) => parts.join('')),
);

describe('toAsciiDigits', () => {
  it('reads the digits of every Arabic keyboard', () => {
    for (const digits of [WESTERN, ARABIC, PERSIAN, FULL_WIDTH]) assert.equal(toAsciiDigits(digits), WESTERN);
  });

  it('changes nothing else', () => {
    assert.equal(toAsciiDigits('شقة ١٢ب، ½ ²'), 'شقة 12ب، ½ ²');
    fc.assert(
      fc.property(anyText, (text) => {
        assert.equal(toAsciiDigits(text).length, text.length);
      }),
    );
  });
});

describe('stripInvisible', () => {
  it('drops marks, joiners and soft hyphens and opens no-break spaces', () => {
    assert.equal(stripInvisible('\u200f10\u200c0\u200d0\xad0\u2066\u061c0\ufeff'), '100000');
    assert.equal(stripInvisible('05\xa001\u202f2'), '05 01 2');
  });
});

describe('digitsOnly', () => {
  it('takes the vectors of the identity number', () => {
    for (const typed of [
      '١٠٠٠٠٠٠٠٠٨',
      '۱۰۰۰۰۰۰۰۰۸',
      '１０００００００08',
      '\u200f1000000008\u200e',
      '10000 00008',
    ]) {
      assert.equal(digitsOnly(typed), '1000000008');
    }
  });

  it('drops every kind of dash and the tatweel', () => {
    assert.equal(
      digitsOnly('1-2\u20103\u20114\u20125\u20136\u20147\u20158\u22129\uff0d0ـ1\u20432'),
      '123456789012',
    );
  });

  it('leaves what is no digit, so that it can be called an error', () => {
    assert.equal(digitsOnly('10a0 +(٠)'), '10a0+(0)');
  });
});

describe('cleanLine', () => {
  it('makes one line of composed text', () => {
    assert.equal(cleanLine('  محمد\t\u200fعبد\xa0\xa0الله\r\n '), 'محمد عبد الله');
    assert.equal(cleanLine('\u0627\u0654حمد'), '\u0623حمد');
    assert.equal(cleanLine('a\u200b\u0301'), '\u00e1');
  });

  it('keeps joiners inside words, and tatweel', () => {
    assert.equal(cleanLine('می\u200cخواهم'), 'می\u200cخواهم');
    assert.equal(cleanLine('1447 هـ'), '1447 هـ');
    assert.equal(cleanLine('👨\u200d👩\u200d👧'), '👨\u200d👩\u200d👧');
  });

  it('leaves nothing of what only looks like an answer', () => {
    for (const empty of ['', ' ', '\u200d', ' \u200c\u200d \u200d', '\u202e\u202c', '\0\x1b', '\ud800']) {
      assert.equal(cleanLine(empty), '');
    }
  });

  it('drops halves of characters, even where they would meet', () => {
    assert.equal(cleanLine('a\ud83db'), 'ab');
    assert.equal(cleanLine('\ud83d\u200b\ude00'), '');
    assert.equal(cleanLine('😀'), '😀');
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = cleanLine(text);
        assert.equal(cleanLine(once), once);
        assert.equal(once, once.trim().normalize('NFC'));
        assert.doesNotMatch(once, /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]| {2}/u);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('cleanParagraphs', () => {
  it('keeps lines, one empty line at most between them', () => {
    assert.equal(
      cleanParagraphs('\r\n\n أول \t سطر  \r\nثان\r\n\r\n\r\n\r\nثالث\u2029رابع\n \n'),
      'أول سطر\nثان\n\nثالث\nرابع',
    );
  });

  it('drops lines that only look filled', () => {
    assert.equal(cleanParagraphs('a\n\u200b\n \u200d\n\xa0\nb'), 'a\n\nb');
  });

  it('changes nothing the second time, and is a list of clean lines', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = cleanParagraphs(text);
        assert.equal(cleanParagraphs(once), once);
        assert.doesNotMatch(once, /\n{3}|^\n|\n$|\r/);
        for (const line of once.split('\n')) assert.equal(line, cleanLine(line));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('foldArabic', () => {
  it('takes letters that are written for one another as one', () => {
    const same = [
      ['أحمد', 'احمد'],
      ['إبراهيم', 'ابراهيم'],
      ['آمال', 'امال'],
      ['ٱلرحمن', 'الرحمن'],
      ['مصطفى', 'مصطفي'],
      ['فاطمة', 'فاطمه'],
      ['مُحَمَّـــد', 'محمد'],
      ['\u0627\u0654حمد', 'احمد'],
      ['علی', 'علي'],
      ['کریم', 'كريم'],
      ['ﻣﺤﻤﺪ', 'محمد'],
      ['عبدالله\u200f  محمد', 'عبدالله محمد'],
      ['AL-Saud ٣', 'al-saud 3'],
      ['José', 'jose'],
    ];
    for (const [one, other] of same) assert.equal(foldArabic(one!), foldArabic(other!), `${one} ${other}`);
  });

  it('keeps different names apart', () => {
    assert.notEqual(foldArabic('عمر'), foldArabic('عمار'));
    assert.notEqual(foldArabic('عبد الله'), foldArabic('عبدالله'));
  });

  it('changes nothing the second time, and does not mind how the text was cleaned or composed', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = foldArabic(text);
        assert.equal(foldArabic(once), once);
        assert.equal(foldArabic(text.normalize('NFD')), once);
        assert.equal(foldArabic(text.normalize('NFC')), once);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('parseNumber', () => {
  it('reads what people write', () => {
    const read: [string, number][] = [
      ['1234', 1234],
      ['0', 0],
      ['007', 7],
      ['1,234.50', 1234.5],
      ['١٬٢٣٤٫٥٠', 1234.5],
      ['١،٢٣٤', 1234],
      ['۱۲۳٫۴', 123.4],
      ['１２', 12],
      ['1 234 567', 1234567],
      ['1\xa0234\u202f567', 1234567],
      ["1'234'567.25", 1234567.25],
      ['1’234', 1234],
      ['-5', -5],
      ['\u22125', -5],
      ['\u200f-٥', -5],
      [' 12 ', 12],
      ['-0', 0],
      ['0.5', 0.5],
      ['999999999999999', 999999999999999],
      ['0.00000000000000012', 1.2e-16],
    ];
    for (const [text, number] of read) assert.equal(parseNumber(text), number, JSON.stringify(text));
  });

  it('refuses what is no number or could be two', () => {
    const refused = [
      '',
      ' ',
      '-',
      '.',
      '5.',
      '.5',
      '1e5',
      '0x10',
      '12abc',
      '1,2,3',
      '12,5',
      '1,23',
      '1,2345',
      '0,125',
    ];
    refused.push(
      '1234,567',
      '1,234,56',
      '1,234 567',
      '1 234,567',
      '1,,234',
      ',123',
      '123,',
      '1.2.3',
      '--5',
      '5-',
      '+5',
    );
    refused.push(
      '١٫٢٫٣',
      'NaN',
      'Infinity',
      '½',
      '12٪',
      '1  234',
      '1234567890123456',
      '1.000000000000001',
      '1,234,567,890,123,456',
    );
    refused.push(`${'0'.repeat(40)}1`, `0.${'0'.repeat(400)}1`);
    for (const text of refused) assert.equal(parseNumber(text), undefined, JSON.stringify(text));
  });

  it('reads every number it could have written', () => {
    const digits = [WESTERN, ARABIC, PERSIAN, FULL_WIDTH];
    fc.assert(
      fc.property(
        fc.maxSafeNat(),
        fc.integer({ min: 0, max: 4 }),
        fc.constantFrom('', ',', '٬', '،', ' ', "'"),
        fc.constantFrom('.', '٫'),
        fc.constantFrom(...digits),
        (units, places, group, point, script) => {
          const size = (units % 1e15) / 10 ** places;
          const [whole = '', decimals] = size.toFixed(places).split('.');
          const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, group);
          const written = decimals === undefined ? grouped : grouped + point + decimals;
          const typed = written.replace(/\d/g, (digit) => script[Number(digit)]!);
          if (whole.length + places <= 15)
            assert.equal(parseNumber(typed), Number(size.toFixed(places)), typed);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('never answers anything but a finite number, and never in exponents', () => {
    const pieces = fc.constantFrom('1', '23', '456', ',', '.', '٬', '٫', ' ', 'e', '-', 'x', '٣', "'");
    fc.assert(
      fc.property(
        fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join('')),
        (text) => {
          const number = parseNumber(text);
          if (number === undefined) return;
          assert.ok(Number.isFinite(number));
          assert.match(text, /^[\d٣.,٬٫' -]+$/);
          assert.equal(
            Math.abs(number),
            Number(
              toAsciiDigits(text)
                .replaceAll('٫', '.')
                .replace(/[^\d.]/g, ''),
            ),
          );
        },
      ),
      { numRuns: 5000 },
    );
  });
});
