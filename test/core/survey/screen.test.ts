import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { screen } from '../../../src/core/survey/screen.js';
import { comesToAnEnd } from '../comes-to-an-end.js';
import { ordinaryArabic, ordinaryEnglish } from './ordinary-comments.js';

function screens(pairs: Readonly<Record<string, string>>): void {
  for (const [text, expected] of Object.entries(pairs)) assert.equal(screen(text), expected);
}

describe('a number in a comment', () => {
  it('is taken out in whatever digits it is written', () => {
    screens({
      'جوالي 0501234567': 'جوالي [رقم]',
      'جوالي ٠٥٠١٢٣٤٥٦٧ للتواصل': 'جوالي [رقم] للتواصل',
      'جوالي ۰۵۰۱۲۳۴۵۶۷': 'جوالي [رقم]',
      'جوالي ٠٥٠1234٥٦٧': 'جوالي [رقم]',
      'اتصلوا على +966 50 123 4567.': 'اتصلوا على +[رقم].',
      'رقم هويتي ١٠١-٢٣٤-٥٦٧-٨': 'رقم هويتي [رقم]',
      'رقم الطلب 4829-1730-5612-49': 'رقم الطلب [رقم]',
      'صفر خمسة خمسة ١ ٢ ٣ ٤': '[رقم]',
      'call me on zero five five 1234': 'call me on [number]',
      'حسابي SA44 2000 0001 2345 6789 1234': 'حسابي [رقم]',
      'my reference is AB-1042-77': 'my reference is [number]',
      'جوالي 05\u200b0\u200f1\u00ad2ـ3ـ4567': 'جوالي [رقم]',
    });
  });

  it('is a date as well, and a year of birth', () => {
    screens({
      'ولدت في 5/3/1990': 'ولدت في [رقم]',
      'تاريخ ميلادي ٥-٣-٩٠': 'تاريخ ميلادي [رقم]',
      'in 1990-03-05 it began': 'in [number] it began',
      'أنا من مواليد 1405': 'أنا من مواليد [رقم]',
    });
  });

  it('stays where it is short and says nothing', () => {
    for (const text of [
      'انتظرت 30 دقيقة',
      'عندي 3 أطفال و5 إخوة',
      'في عام 2026',
      'الساعة 10:30',
      '9 out of 10',
    ])
      assert.equal(screen(text), text);
  });

  it('never keeps five digits, whatever stands between them', () => {
    const digit = fc.constantFrom(...'0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹０１２３９𝟎𝟗०९');
    const between = fc.constantFrom(
      ...[
        '',
        '',
        ' ',
        '  ',
        '-',
        '–',
        '.',
        '/',
        ',',
        '،',
        '_',
        '(',
        ')',
        '*',
        '\n',
        '\t',
        '\u00a0',
        '\u202f',
        'ـ',
      ],
      ...[
        '\u200b',
        '\u200c',
        '\u200d',
        '\u200e',
        '\u200f',
        '\u202a',
        '\u2066',
        '\u2069',
        '\u00ad',
        '\ufeff',
        '\ufe0f',
        '\u064b',
      ],
    );
    const number = fc.array(fc.tuple(digit, between, between), { minLength: 5, maxLength: 20 });
    const words = fc.constantFrom('', 'جوالي ', 'my number is ', 'الرقم: ', 'x');
    fc.assert(
      fc.property(words, number, words, (before, parts, after) => {
        const screened = screen(before + parts.flat().join('') + after).normalize('NFKC');
        assert.ok((screened.match(/\p{N}/gu) ?? []).length < 5, screened);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('an address in a comment', () => {
  it('is taken out: mail, links and accounts', () => {
    screens({
      'راسلوني على ahmad.x@gmail.com': 'راسلوني على [بريد]',
      'mail: someone @ mail . example': 'mail: [email]',
      'الرابط https://wa.me/966501234567?x=1': 'الرابط [رابط]',
      'wa.me/khalid': '[رابط]',
      'www.example.com/a تجدونه هنا': '[رابط] تجدونه هنا',
      'حسابي @khalid_99 في تويتر': 'حسابي [رابط] في تويتر',
      'سناب: abc.def': 'سناب: [رابط]',
      'find me on snapchat: abcdef': 'find me on snapchat: [link]',
    });
  });
});

describe('a name in a comment', () => {
  it('is taken out behind what people introduce themselves and others with', () => {
    screens({
      'اسمي خالد بن محمد القحطاني': 'اسمي [اسم]',
      'اسمي: مشبب': 'اسمي: [اسم]',
      'أنا فهد من الخبر': 'أنا [اسم] من الخبر',
      'أنا سعيد بن سالم': 'أنا [اسم]',
      'معكم أبو محمد': 'معكم أبو [اسم]',
      'أنا أم سارة': 'أنا أم [اسم]',
      'الأستاذ سعيد تعاون معي': 'الأستاذ [اسم] تعاون معي',
      'أ. أمل ردت بسرعة': 'أ. [اسم] ردت بسرعة',
      'شكرًا للدكتورة نورة العتيبي': 'شكرًا للدكتورة [اسم]',
      'د.خالد ممتاز': 'د.[اسم] ممتاز',
      'الشيخ عبد الرحمن بن ناصر': 'الشيخ [اسم]',
      'الموظفة هيفاء تأخرت': 'الموظفة [اسم] تأخرت',
      'الموظف مشبب تأخر': 'الموظف [اسم] تأخر',
      'المهندس كريم': 'المهندس [اسم]',
      'الأخت جميلة رحبت بي': 'الأخت [اسم] رحبت بي',
      'قابلني فلاح بن مبارك': 'قابلني [اسم]',
      'سعيد القحطاني وعدني': '[اسم] وعدني',
    });
  });

  it('is taken out alone, with letters in front of it, with marks and in other spellings', () => {
    screens({
      'ومحمد ساعدني': 'و[اسم] ساعدني',
      'شكرًا لعبدالله': 'شكرًا ل[اسم]',
      'تكلمت مع مُحَمَّد وفاطمه': 'تكلمت مع [اسم] و[اسم]',
      'إبراهيم وابراهيم': '[اسم] و[اسم]',
      محـــمد: '[اسم]',
      'محمد علي القحطاني رد علي': '[اسم] رد علي',
      'عبد الله موظف ممتاز': '[اسم] موظف ممتاز',
    });
  });

  it('is taken out in English', () => {
    screens({
      'My name is John Smith.': 'My name is [name].',
      'I am Khalid and I waited': 'I am [name] and I waited',
      'Mr. Saeed helped me': 'Mr. [name] helped me',
      'Dr Noura Al-Otaibi was kind': 'Dr [name] was kind',
      'thanks to mohammed bin salem': 'thanks to [name]',
      'Ms Said told me': 'Ms [name] told me',
    });
  });
});

describe('what is no name', () => {
  it('stays, though it is written as one', () => {
    const texts = [
      'كان التعامل كريمًا وجميلًا',
      'أنا سعيد بالخدمة',
      'عندي أمل كبير ونور في طريقي',
      'المدير عادل مع الجميع؟ لا أدري، لكن القرار عادل',
      'هذا في صالح الجميع',
      'آمل أن تتحسن الخدمة',
      'أحمد الله على كل حال',
      'حسن الاستقبال ممتاز',
      'عمر أمي سبعون سنة',
      'الموظفة كانت لطيفة جدًا',
    ];
    for (const text of texts.filter((text) => !text.startsWith('المدير'))) assert.equal(screen(text), text);
    assert.match(screen('المدير عادل مع الجميع'), /^المدير \[اسم\]/, 'behind a post it may be one');
  });

  it('stays in ordinary comments', () => {
    assert.ok(ordinaryArabic.length >= 40 && ordinaryEnglish.length >= 20);
    const changed = [...ordinaryArabic, ...ordinaryEnglish].filter((text) => screen(text) !== text);
    assert.deepEqual(changed.map(screen), []);
  });
});

describe('screening', () => {
  const parts = fc.constantFrom(
    ...[
      'محمد',
      'سعيد',
      'علي',
      'بن',
      'آل',
      'بنت',
      'الأستاذ',
      'د.',
      'أم',
      'أبو',
      'أنا',
      'اسمي',
      'عبد',
      'الله',
      'القحطاني',
      'شكرا',
    ],
    ...[
      'Mr',
      'my name is',
      'I am',
      'Khalid',
      'said',
      'al-',
      '[اسم]',
      '[رقم]',
      '[name]',
      '@',
      'a.com',
      'x@y.z',
      '0501',
      '٢٣٤',
      '5/3',
      '90',
    ],
    ...[' ', ' ', ' ', '\n', '-', '.', '،', '\u200f', 'ـ', '!'],
  );

  it('twice changes nothing', () => {
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 16 }), (some) => {
        const once = screen(some.join(' '));
        assert.equal(screen(once), once);
        const joined = screen(some.join(''));
        assert.equal(screen(joined), joined);
      }),
      { numRuns: 3000 },
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        assert.equal(screen(screen(text)), screen(text));
      }),
    );
  });

  it('is done with the longest texts, whatever was typed', () => {
    const longest = [
      '1 ',
      'a.',
      'ا',
      'محمد ',
      '@',
      'a@',
      'بن ',
      '1-',
      '٣ و',
      'www.',
      '[',
      'https://',
      'zero ',
      'a-',
      '\u200f',
    ];
    for (const part of longest) {
      comesToAnEnd(() => void screen(part.repeat(400_000 / part.length)));
    }
  });
});
