import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { addDays } from '../../src/core/calendar.js';
import { fill, pickText } from '../../src/core/text.js';
import { ar } from '../../src/locale/ar.js';
import { en } from '../../src/locale/en.js';
import { languageNames, messagesOf, spokenLanguage } from '../../src/locale/languages.js';
import { FormLocale } from '../../src/locale/locale.js';
import { plural } from '../../src/locale/plural.js';

const arabic = new FormLocale('ar', ar, ['ar', 'en']);
const english = new FormLocale('en', en, ['ar', 'en']);

describe('text', () => {
  const both = { ar: 'اسم', en: 'Name' };

  it('is in the language, or in the nearest one there is', () => {
    assert.equal(arabic.text(both), 'اسم');
    assert.equal(english.text(both), 'Name');
    assert.equal(english.text('Name'), 'Name');
    assert.equal(english.text({ ar: 'اسم' }), 'اسم');
    assert.equal(pickText({ ar: 'عام', 'ar-SA': 'سعودي' }, 'ar-SA'), 'سعودي');
    assert.equal(pickText({ ar: 'عام' }, 'ar-SA'), 'عام');
    assert.equal(pickText({ ur: 'نام', fr: 'Nom' }, 'en', ['fr']), 'Nom');
    assert.equal(pickText({ ur: 'نام' }, 'en', ['ar']), 'نام');
    assert.equal(pickText({}, 'en'), '');
  });
});

describe('numbers and lists', () => {
  it('have groups and Latin digits in every language', () => {
    for (const locale of [arabic, english]) assert.equal(locale.number(1_234_567.5), '1,234,567.5');
    assert.equal(arabic.number(-5), '-5');
  });

  it('are written as Intl writes them', () => {
    const intl = new Intl.NumberFormat('en');
    fc.assert(
      fc.property(fc.oneof(fc.maxSafeInteger(), fc.integer(), fc.double({ noNaN: true })), (value) => {
        assert.equal(arabic.number(value), intl.format(value + 0));
      }),
    );
  });

  it('are joined as the language joins', () => {
    assert.equal(arabic.list(['أ', 'ب', 'ج']), 'أ وب وج');
    assert.equal(english.list(['a', 'b', 'c']), 'a, b, and c');
    assert.equal(english.list([]), '');
  });
});

describe('dates', () => {
  /** Umm al-Qura and Gregorian, in words. */
  const days: [string, string, string, string, string][] = [
    ['2020-01-22', '27 جمادى الأولى 1441 هـ', '22 يناير 2020 م', '27 Jumada I 1441 AH', '22 January 2020'],
    ['1937-03-14', '1 محرم 1356 هـ', '14 مارس 1937 م', '1 Muharram 1356 AH', '14 March 1937'],
    ['2077-11-16', '30 ذو الحجة 1500 هـ', '16 نوفمبر 2077 م', '30 Dhu al-Hijjah 1500 AH', '16 November 2077'],
    ['2024-07-07', '1 محرم 1446 هـ', '7 يوليو 2024 م', '1 Muharram 1446 AH', '7 July 2024'],
    ['1980-09-10', '30 شوال 1400 هـ', '10 سبتمبر 1980 م', '30 Shawwal 1400 AH', '10 September 1980'],
    ['2026-02-18', '1 رمضان 1447 هـ', '18 فبراير 2026 م', '1 Ramadan 1447 AH', '18 February 2026'],
    ['2026-11-22', '12 جمادى الآخرة 1448 هـ', '22 نوفمبر 2026 م', '12 Jumada II 1448 AH', '22 November 2026'],
    ['2022-03-03', '30 رجب 1443 هـ', '3 مارس 2022 م', '30 Rajab 1443 AH', '3 March 2022'],
  ];

  it('are told in words, in both calendars and both languages', () => {
    for (const [iso, hijri, gregorian, hijriEn, gregorianEn] of days) {
      assert.equal(arabic.date(iso, 'islamic-umalqura'), hijri);
      assert.equal(arabic.date(iso, 'gregory'), gregorian);
      assert.equal(english.date(iso, 'islamic-umalqura'), hijriEn);
      assert.equal(english.date(iso, 'gregory'), gregorianEn);
      assert.equal(arabic.dateInBoth(iso, 'islamic-umalqura'), `${hijri} الموافق ${gregorian}`);
      assert.equal(english.dateInBoth(iso, 'gregory'), `${gregorianEn} (${hijriEn})`);
    }
  });

  it('are left as they are where a calendar does not have them', () => {
    assert.equal(arabic.date('1880-01-01', 'islamic-umalqura'), '1880-01-01');
    assert.equal(arabic.date('no date', 'gregory'), 'no date');
  });

  it('agree with Intl where Intl has the words', () => {
    const format = new Intl.DateTimeFormat('ar-u-nu-latn-ca-gregory', {
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC',
    });
    fc.assert(
      fc.property(fc.nat(100_000), (count) => {
        const iso = addDays('1882-11-12', count);
        const told = format.format(new Date(`${iso}T00:00:00Z`)).replaceAll(/[\u200e\u200f]/g, '');
        assert.equal(arabic.date(iso, 'gregory').replace(/ م$/, ''), told.replace('،', ''));
      }),
      { numRuns: 100 },
    );
  });
});

describe('problem', () => {
  const field = { id: 'name', type: 'text', label: { ar: 'ما اسمك؟', en: 'What is your name?' } };
  const noun = { ...field, name: { ar: 'الاسم', en: 'Full name' } };

  it('speaks of the field by its noun, or by its label', () => {
    assert.equal(arabic.problem(noun, 'required'), 'أدخل الاسم');
    assert.equal(arabic.problem(field, 'required'), 'أدخل ما اسمك؟');
    assert.equal(english.problem(noun, 'required'), 'Enter full name');
    assert.equal(english.problem({ ...noun, name: 'ID number' }, 'required'), 'Enter ID number');
  });

  it('says what its type says before what is said in general', () => {
    assert.equal(arabic.problem({ ...noun, type: 'choice' }, 'required'), 'اختر إجابة: الاسم');
    assert.equal(
      english.problem({ ...noun, type: 'file' }, 'too-many', { most: 1 }),
      'Remove the others, as you can attach up to 1 file: Full name',
    );
  });

  it('says what the form says before all', () => {
    const own = {
      ...noun,
      errors: { 'too-long': { ar: 'اختصر إلى {most}', en: 'Keep {name} under {mostCount}' } },
    };
    assert.equal(arabic.problem(own, 'too-long', { most: 1500 }), 'اختصر إلى 1,500');
    assert.equal(english.problem(own, 'too-long', { most: 1500 }), 'Keep Full name under 1500');
    assert.equal(arabic.problem(own, 'required'), 'أدخل الاسم');
  });

  it('tells limits that are dates in words', () => {
    const date = { ...noun, type: 'date' };
    assert.equal(
      arabic.problem(date, 'too-late', { most: '2026-11-22' }),
      'يجب أن يكون التاريخ 22 نوفمبر 2026 م أو قبله: الاسم',
    );
  });

  it('asks for the answer again where nobody knows the code', () => {
    for (const code of ['hidden', 'unheard-of', '', 'constructor', 'toString', '__proto__']) {
      assert.equal(arabic.problem(noun, code), 'أعد كتابة الاسم', code);
    }
  });
});

describe('fill', () => {
  it('puts values where there is a place for them', () => {
    assert.equal(fill('{a} و{b}', { a: 1, b: 'اثنان' }), '1 واثنان');
    assert.equal(fill('{a} {a}', { a: 0 }), '0 0');
  });

  it('leaves places of nothing, and fills nothing twice', () => {
    assert.equal(fill('{a} {b}', { a: '{b}' }), '{b} {b}');
    assert.equal(fill('{constructor} {__proto__}', {}), '{constructor} {__proto__}');
    assert.equal(fill('$& {a}', { a: '$&' }), '$& $&');
  });
});

describe('plural', () => {
  it('takes the form of the language, or the general one', () => {
    assert.equal(plural('en', 1, { one: '{n} file', other: '{n} files' }), '1 file');
    assert.equal(plural('ar', 5, { other: '{n}' }), '5');
    assert.equal(plural('ar', 5, { few: 'few {n}', other: '{n}' }), 'few 5');
  });
});

describe('languages', () => {
  it('are found by their codes', () => {
    assert.equal(spokenLanguage('ar-SA'), 'ar');
    assert.equal(spokenLanguage('EN-gb'), 'en');
    for (const code of ['fr', '', 'constructor', 'e']) assert.equal(spokenLanguage(code), 'ar');
  });

  it('name themselves', async () => {
    for (const [code, name] of Object.entries(languageNames)) {
      const messages = await messagesOf(code);
      assert.equal(messages.languageName, name);
    }
  });

  it('are here at once when they have been here before', async () => {
    assert.equal(messagesOf('ar'), ar);
    assert.equal(await messagesOf('en'), en);
    assert.equal(messagesOf('en'), en);
  });
});
