import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { screen } from '../../../../src/core/survey/screening/screen.js';
import { comesToAnEnd } from '../../comes-to-an-end.js';
import { identifyingComments, knownToPass } from './identifying-comments.js';
import { ordinaryArabic, ordinaryEnglish } from './ordinary-comments.js';
import { arabicComplaints, deedsAndDescriptions, englishComplaints, posts } from './ordinary-complaints.js';

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
      'المدير عادل مع الجميع',
      'هذا في صالح الجميع',
      'آمل أن تتحسن الخدمة',
      'أحمد الله على كل حال',
      'حسن الاستقبال ممتاز',
      'عمر أمي سبعون سنة',
      'الموظفة كانت لطيفة جدًا',
    ];
    for (const text of texts) assert.equal(screen(text), text);
  });

  it('stays in ordinary comments', () => {
    assert.ok(ordinaryArabic.length >= 40 && ordinaryEnglish.length >= 20);
    const changed = [...ordinaryArabic, ...ordinaryEnglish].filter((text) => screen(text) !== text);
    assert.deepEqual(changed.map(screen), []);
  });

  it('stays in complaints, praise and descriptions', () => {
    assert.ok(arabicComplaints.length >= 150 && englishComplaints.length >= 60);
    const changed = [...arabicComplaints, ...englishComplaints].filter((text) => screen(text) !== text);
    assert.deepEqual(changed.map(screen), []);
  });

  it('stays behind every post and kinship: what somebody did, and what he is like', () => {
    const all = posts.flatMap((post) => deedsAndDescriptions.map((word) => `${post} ${word}`));
    assert.deepEqual(
      all.filter((text) => screen(text) !== text),
      [],
    );
  });

  it('stays with the joiners that are in it', () => {
    for (const text of ['می\u200cخواهم بیایم', 'مح\u200dترم جدًا', 'نور\u200cالأمل', 'الخد\u200bمة ممتازة'])
      assert.equal(screen(text), text);
  });
});

describe('sums of money and times of the day', () => {
  it('stay', () => {
    for (const text of [
      'دفعت 12000 ريال',
      'دفعت ١٢٬٠٠٠ ريال',
      'المبلغ ٥ آلاف',
      'SAR 12000',
      '12,000.50 SAR',
      '$20,000',
      'من 10000 إلى 20000 ريال',
      'الدوام 8:30 - 12:45',
      '8:00-12:00, 16:00-20:00',
      '8:30 to 12:45',
    ])
      assert.equal(screen(text), text);
  });

  it('open no way for a telephone or an identity', () => {
    const digits = fc.array(fc.constantFrom(...'0123456789'), { minLength: 7, maxLength: 9 });
    const first = fc.constantFrom('05', '5', '+966', '966', '1', '2');
    const between = fc.constantFrom('', ' ', '-', ' - ', ',', '.', '/', ':');
    const money = fc.constantFrom(' ريال', 'ريال', ' SAR', ' ر.س', ' آلاف', '');
    const before = fc.constantFrom('', 'SAR ', 'دفعت ', '$', 'بمبلغ ', 'الساعة ');
    fc.assert(
      fc.property(before, first, digits, between, money, (before, first, digits, between, money) => {
        const number = [...first, ...digits].join(between);
        if (number.replace(/\D/g, '').length < 9) return;
        const screened = screen(before + number + money);
        assert.ok((screened.match(/\p{N}/gu) ?? []).length < 5, screened);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('what tells who somebody is', () => {
  it('goes, in sentences as people write them', () => {
    assert.ok(identifyingComments.length >= 200);
    const left = identifyingComments.filter(([text, ...secrets]) =>
      secrets.some((secret) => screen(text).includes(secret)),
    );
    assert.deepEqual(left, []);
  });

  it('passes where the docstring says so', () => {
    const caught = knownToPass.filter(([text, ...secrets]) =>
      secrets.every((secret) => !screen(text).includes(secret)),
    );
    assert.deepEqual(caught, []);
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
      'يا',
      'كلمت',
      'مع',
      'الموظف',
      'أمل',
      'وعمر',
      'من الاستقبال',
      'طردني',
      'ريال',
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
      '12000',
      '8:30 - 9:45',
      'March',
      'رجب',
      'SAR',
      'from reception',
      'Grace',
      'thanks to',
    ],
    ...[' ', ' ', ' ', '\n', '-', '.', '،', '\u200f', 'ـ', '!', '\u200c'],
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
      'ا\u200c',
      'محمد\u200c',
      'شكرا عمر ',
      'عمر ومنى ',
      'سعيد ',
      'a at ',
      'a [at] b dot ',
      '12000 ريال ',
      '8:30 - ',
      '5 مارس ',
    ];
    for (const part of longest) {
      comesToAnEnd(() => void screen(part.repeat(400_000 / part.length)));
    }
  });
});
