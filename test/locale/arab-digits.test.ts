import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { isolate, isolateLtr } from '../../src/core/characters.js';
import { stripInvisible, toAsciiDigits } from '../../src/core/typed-numbers.js';
import { inArabDigits } from '../../src/locale/arab-digits.js';

/** What a run that must not be turned round is written in: an isolate with an override. */
const kept = (run: string) => `\u2066\u202d${run}\u202c\u2069`;

describe('Arabic-Indic digits', () => {
  it('stand wherever there were Latin ones in a sentence', () => {
    assert.equal(inArabDigits('الخطوة 3 من 7'), 'الخطوة ٣ من ٧');
    assert.equal(inArabDigits('30 شوال 1400 هـ (10 سبتمبر 1980 م)'), '٣٠ شوال ١٤٠٠ هـ (١٠ سبتمبر ١٩٨٠ م)');
    assert.equal(inArabDigits('و15 دقيقة'), 'و١٥ دقيقة');
  });

  it('come with their own separators in numbers, and with the sign of percent', () => {
    assert.equal(inArabDigits('12,500.75 ريالًا'), '١٢٬٥٠٠٫٧٥ ريالًا');
    assert.equal(inArabDigits('1,234,567 و0.5'), '١٬٢٣٤٬٥٦٧ و٠٫٥');
    assert.equal(inArabDigits('15%'), '١٥٪');
    assert.equal(inArabDigits('العدد 3, 4.'), 'العدد ٣, ٤.');
    assert.equal(inArabDigits('22.1.2020 في 08:30'), '٢٢.١.٢٠٢٠ في ٠٨:٣٠');
    assert.equal(inArabDigits('1,23'), '١,٢٣');
  });

  it('keep the groups of telephone numbers and references in their order', () => {
    assert.equal(inArabDigits(isolateLtr('050 123 4567')), kept('٠٥٠ ١٢٣ ٤٥٦٧'));
    assert.equal(inArabDigits('على +966 50 123 4567 أو'), `على ${kept('+٩٦٦ ٥٠ ١٢٣ ٤٥٦٧')} أو`);
    assert.equal(inArabDigits('رقم 4829-1730-5612-49.'), `رقم ${kept('٤٨٢٩-١٧٣٠-٥٦١٢-٤٩')}.`);
    assert.equal(inArabDigits('قبل 2026-12-01'), `قبل ${kept('٢٠٢٦-١٢-٠١')}`);
    assert.equal(inArabDigits(isolateLtr('5–6/1448')), kept('٥–٦/١٤٤٨'));
  });

  it('do not join numbers that are not one', () => {
    assert.equal(inArabDigits('3 - 5'), '٣ - ٥');
    assert.equal(inArabDigits('27 1441'), '٢٧ ١٤٤١');
    assert.equal(inArabDigits(isolateLtr('−20')), '\u2066−٢٠\u2069');
  });

  it('leave alone what is somebody’s own, and words with Latin letters', () => {
    const own = `حذف الملف ${isolate('scan 2024.pdf')}`;
    assert.equal(inArabDigits(own), own);
    for (const text of ['IMG_2041.jpg', 'a9f3 b200', 'https://x.example/2026/1', 'me2@x.example', 'D6d'])
      assert.equal(inArabDigits(text), text);
    assert.equal(inArabDigits('PDF حتى 10 MB'), 'PDF حتى ١٠ MB');
  });

  it('are the same numbers, whatever the text, and stay what they are when asked for again', () => {
    const pieces = fc.constantFrom(
      ...[
        '3',
        '27',
        '1,234.50',
        '050 123 4567',
        '4829-1730-5612-49',
        '2026-01-22',
        '12:30',
        '%',
        ' ',
        '،',
        '-',
      ],
      ...[
        'من',
        'pdf',
        'a1',
        '+966',
        isolateLtr('050 123'),
        isolate('x 7'),
        '\u2066',
        '\u2069',
        '\u2068',
        '٤',
      ],
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        const shown = inArabDigits(text);
        const latin = toAsciiDigits(stripInvisible(shown)).replaceAll('٬', ',').replaceAll('٫', '.');
        assert.equal(latin.replaceAll('٪', '%'), toAsciiDigits(stripInvisible(text)));
        assert.equal(inArabDigits(shown), shown);
      }),
      { numRuns: 2000 },
    );
  });
});
