import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { catalog, parseDefinition } from '../../src/core/index.js';
import { ar } from '../../src/locale/ar.js';
import { en } from '../../src/locale/en.js';
import type { Messages, ProblemSubject } from '../../src/locale/messages.js';
import { formWith } from '../fields/trial-field.js';
import { newPair } from '../sealing/key-pair.js';

/** What the kit says with what types of field say themselves. */
function withTypes(messages: Messages, language: 'ar' | 'en'): Messages {
  const own = [...catalog].flatMap(([name, { sentences }]) =>
    Object.entries(sentences?.[language] ?? {}).map(([code, sentence]) => [`${name}.${code}`, sentence]),
  );
  return { ...messages, problems: { ...messages.problems, ...Object.fromEntries(own) } };
}

const languages = { ar: withTypes(ar, 'ar'), en: withTypes(en, 'en') };

/** What tells a person's numbers apart in Arabic: each of the six forms (CLDR), and where they begin and end. */
const counts = [0, 1, 2, 3, 10, 11, 99, 100, 101, 102];

const subject: ProblemSubject = {
  name: 'الاسم',
  least: '2',
  most: '5',
  leastCount: 2,
  mostCount: 5,
  other: 'الحقل الآخر',
  otherAnswer: '3 مارس 2026',
};

/** Everything a language says, by where it stands; sentences with gaps are filled in. */
function* sentencesIn(messages: unknown, path: readonly string[] = []): Generator<readonly [string, string]> {
  if (typeof messages === 'string') yield [path.join('.'), messages];
  else if (typeof messages === 'function') {
    // Each of them gives a text, whatever it is given; `problems` are given a subject.
    const say = messages as (...gaps: unknown[]) => string;
    const at = path.join('.');
    // Puts together what the sentences of `problems` say, and says nothing of its own.
    if (at === 'problemSentence') return;
    if (path[0] === 'problems') yield [at, say(subject)];
    else if (at === 'file.rules')
      for (const kinds of ['photos', 'pdf', 'both']) yield [at, say(kinds, '5', 3)];
    else for (const count of counts) yield [at, say(count, count, count)];
  } else if (typeof messages === 'object' && messages !== null) {
    for (const [key, inner] of Object.entries(messages)) yield* sentencesIn(inner, [...path, key]);
  }
}

function wrong(messages: Messages, isWrong: (text: string, at: string) => boolean): string[] {
  return [...sentencesIn(messages)]
    .filter(([at, text]) => isWrong(text, at))
    .map(([at, text]) => `${at}: ${text}`);
}

describe('a sentence for each problem', () => {
  const minimal: Readonly<Record<string, object>> = {
    choice: { options: [{ value: 'a', ar: 'أ', en: 'A' }] },
    choices: { options: [{ value: 'a', ar: 'أ', en: 'A' }] },
    list: {
      itemLabel: { ar: 'عنصر', en: 'Item' },
      fields: [{ id: 'a', type: 'note', label: { ar: 'أ', en: 'A' } }],
    },
    section: { fields: [{ id: 'a', type: 'note', label: { ar: 'أ', en: 'A' } }] },
    sealed: {
      key: { id: 'a', publicKey: newPair().written },
      fields: [{ id: 'a', type: 'note', label: { ar: 'أ', en: 'A' } }],
    },
    computed: { value: 1 },
    rating: { points: ['a', 'b'] },
    matrix: { points: ['a', 'b'], rows: [{ id: 'a', label: 'a' }] },
    select: { options: [{ value: 'a', ar: 'أ', en: 'A' }] },
    ranking: {
      options: [
        { value: 'a', ar: 'أ', en: 'A' },
        { value: 'b', ar: 'ب', en: 'B' },
      ],
    },
  };

  for (const [name, type] of catalog) {
    it(`of ${name} stands in every language`, () => {
      const { definition } = parseDefinition(formWith({ type: name, ...minimal[name] }), catalog);
      assert.ok(definition);
      const answers = type.kind !== 'none' && name !== 'computed';
      for (const code of [...type.problems, 'type', 'unnormalised', ...(answers ? ['required'] : [])]) {
        for (const [language, { problems }] of Object.entries(languages)) {
          const sentence = problems[`${name}.${code}`] ?? problems[code];
          assert.ok(sentence, `${name}.${code} has no sentence in ${language}`);
          assert.ok(sentence(subject).length > 8);
        }
      }
    });
  }

  it('says which field it is about', () => {
    for (const [language, { problems }] of Object.entries(languages)) {
      for (const [code, sentence] of Object.entries(problems)) {
        assert.ok(sentence(subject).includes(subject.name), `${code} names no field in ${language}`);
      }
    }
  });

  it('is there in each language or in none', () => {
    const { ar, en } = languages;
    assert.deepEqual(Object.keys(ar.problems).sort(), Object.keys(en.problems).sort());
    assert.deepEqual(Object.keys(ar.sending.failures).sort(), Object.keys(en.sending.failures).sort());
  });

  it('belongs to a type that there is, and to a problem it can have', () => {
    const general = new Set([
      'required',
      'type',
      'unnormalised',
      'upload',
      'not-after',
      'not-before',
      'not-different',
      'not-unique',
      'unsealed',
    ]);
    for (const key of Object.keys(languages.ar.problems)) {
      const [name, code] = key.includes('.') ? key.split('.') : [undefined, key];
      const types = name === undefined ? [...catalog.values()] : [catalog.get(name)];
      const isKnown = types.some((type) => type?.problems.includes(code ?? '')) || general.has(code ?? '');
      assert.ok(isKnown, `nothing reports ${key}`);
    }
  });
});

describe('what is said', () => {
  const { ar, en } = languages;

  it('is said in full', () => {
    for (const messages of [ar, en]) {
      const isBroken = (text: string) =>
        text === '' || /undefined|NaN|\[object|\{\w+\}|\s{2}|^\s|\s$|\.\.\./.test(text);
      assert.deepEqual(
        wrong(messages, (text, at) => isBroken(text) && at !== 'era.gregory'),
        [],
      );
    }
  });

  it('is said in Arabic words alone, but for a few names', () => {
    // What stands in an isolate is what to write: an address, a sign.
    const names = /JPG|PNG|WebP|HEIC|PDF|Shift|Google|Apple|OpenStreetMap|\u2066[^\u2069]*\u2069/g;
    assert.deepEqual(
      wrong(ar, (text, at) => /[A-Za-z]/.test(text.replace(names, '')) && at !== 'direction'),
      [],
    );
    assert.deepEqual(
      wrong(en, (text, at) => /\p{Script=Arabic}/u.test(text) && !at.startsWith('problems.')),
      [],
    );
  });

  it('neither scolds nor begs', () => {
    assert.deepEqual(
      wrong(ar, (text) => /غير صالح|غير صحيح|الرجاء|يرجى|يُرجى|نرجو|(?<!ت)عذر|نأسف|آسف|فشل/.test(text)),
      [],
    );
    assert.deepEqual(
      wrong(en, (text) => /\b(please|sorry|invalid|oops|kindly|failed|forgot)\b/i.test(text)),
      [],
    );
  });

  it('has Latin digits, Arabic commas and no dollar sign of any kind', () => {
    assert.deepEqual(
      wrong(ar, (text) =>
        /[٠-٩۰-۹]|\p{Script=Arabic},|\p{Script=Arabic};|\p{Script=Arabic}\?|[﷼$]/u.test(text),
      ),
      [],
    );
  });

  it('runs in the direction of its language', () => {
    assert.equal(ar.direction, 'rtl');
    assert.equal(en.direction, 'ltr');
  });

  it('names twelve months in each calendar', () => {
    for (const { months } of [ar, en]) {
      for (const names of Object.values(months)) assert.equal(new Set(names).size, 12);
    }
    const hijri = [
      'محرم',
      'صفر',
      'ربيع الأول',
      'ربيع الآخر',
      'جمادى الأولى',
      'جمادى الآخرة',
      'رجب',
      'شعبان',
      'رمضان',
    ];
    assert.deepEqual(ar.months['islamic-umalqura'], [...hijri, 'شوال', 'ذو القعدة', 'ذو الحجة']);
  });
});

describe('a number of things in Arabic', () => {
  function said(say: (count: number) => string): string[] {
    return counts.map(say);
  }

  it('is left', () => {
    assert.deepEqual(said(ar.charactersLeft), [
      'لم يبق لك أي حرف',
      'بقي لك حرف واحد',
      'بقي لك حرفان',
      'بقي لك 3 أحرف',
      'بقي لك 10 أحرف',
      'بقي لك 11 حرفًا',
      'بقي لك 99 حرفًا',
      'بقي لك 100 حرف',
      'بقي لك 101 حرف',
      'بقي لك 102 حرف',
    ]);
  });

  it('stands after a preposition', () => {
    assert.deepEqual(said(ar.charactersOver).slice(1), [
      'زدت على الحد بمقدار حرف واحد',
      'زدت على الحد بمقدار حرفين',
      'زدت على الحد بمقدار 3 أحرف',
      'زدت على الحد بمقدار 10 أحرف',
      'زدت على الحد بمقدار 11 حرفًا',
      'زدت على الحد بمقدار 99 حرفًا',
      'زدت على الحد بمقدار 100 حرف',
      'زدت على الحد بمقدار 101 حرف',
      'زدت على الحد بمقدار 102 حرف',
    ]);
    const most = (mostCount: number) => ar.problems['too-long']?.({ ...subject, mostCount }) ?? '';
    assert.equal(most(1), 'اختصر النص إلى حرف واحد أو أقل: الاسم');
    assert.equal(most(2), 'اختصر النص إلى حرفين أو أقل: الاسم');
    assert.equal(most(200), 'اختصر النص إلى 200 حرف أو أقل: الاسم');
    const files = (mostCount: number) => ar.problems['file.too-many']?.({ ...subject, mostCount }) ?? '';
    assert.equal(files(1), 'احذف ما زاد، فيمكنك إرفاق ملف واحد على الأكثر: الاسم');
    assert.equal(files(2), 'احذف ما زاد، فيمكنك إرفاق ملفين على الأكثر: الاسم');
    assert.equal(files(5), 'احذف ما زاد، فيمكنك إرفاق 5 ملفات على الأكثر: الاسم');
    assert.equal(files(11), 'احذف ما زاد، فيمكنك إرفاق 11 ملفًا على الأكثر: الاسم');
  });

  it('is what a verb is about', () => {
    const least = (leastCount: number) => ar.problems['too-short']?.({ ...subject, leastCount }) ?? '';
    assert.equal(least(1), 'اكتب حرفًا واحدًا على الأقل: الاسم');
    assert.equal(least(2), 'اكتب حرفين على الأقل: الاسم');
    assert.equal(least(3), 'اكتب 3 أحرف على الأقل: الاسم');
    assert.equal(least(11), 'اكتب 11 حرفًا على الأقل: الاسم');
    assert.equal(least(100), 'اكتب 100 حرف على الأقل: الاسم');
    const options = (leastCount: number) =>
      ar.problems['choices.too-few']?.({ ...subject, leastCount }) ?? '';
    assert.deepEqual([1, 2, 3, 11, 100].map(options), [
      'اختر خيارًا واحدًا على الأقل: الاسم',
      'اختر خيارين على الأقل: الاسم',
      'اختر 3 خيارات على الأقل: الاسم',
      'اختر 11 خيارًا على الأقل: الاسم',
      'اختر 100 خيار على الأقل: الاسم',
    ]);
  });

  it('stands by itself', () => {
    const rules = (most: number) => ar.file.rules('both', '10 ميغابايت', most);
    assert.match(rules(1), /ملف واحد على الأكثر/);
    assert.match(rules(2), /ملفان على الأكثر/);
    assert.match(rules(5), /5 ملفات على الأكثر/);
    assert.match(rules(20), /20 ملفًا على الأكثر/);
  });

  it('is time', () => {
    assert.deepEqual(
      said(ar.sending.waiting).map((text) => text.replace('الاتصال ضعيف. نعيد المحاولة ', '')),
      [
        'الآن.',
        'بعد ثانية.',
        'بعد ثانيتين.',
        'بعد 3 ثوانٍ.',
        'بعد 10 ثوانٍ.',
        'بعد 11 ثانية.',
        'بعد 99 ثانية.',
        'بعد 100 ثانية.',
        'بعد 101 ثانية.',
        'بعد 102 ثانية.',
      ],
    );
  });

  it('is what remains in a list', () => {
    assert.deepEqual(said((left) => ar.list.removed('المعال 1', left)).slice(0, 5), [
      'حُذف المعال 1. لم يبق شيء',
      'حُذف المعال 1. بقي واحد',
      'حُذف المعال 1. بقي اثنان',
      'حُذف المعال 1. بقي 3',
      'حُذف المعال 1. بقي 10',
    ]);
  });

  it('is how often to press a key', () => {
    assert.equal(ar.shiftPressed(1), 'اضغط Shift مرة أخرى للخروج');
    assert.equal(ar.shiftPressed(2), 'اضغط Shift مرتين أخريين للخروج');
    assert.equal(ar.shiftPressed(3), 'اضغط Shift 3 مرات أخرى للخروج');
    assert.equal(ar.shiftPressed(11), 'اضغط Shift 11 مرة أخرى للخروج');
  });
});

describe('a number of things in English', () => {
  it('is one or many', () => {
    assert.equal(en.charactersLeft(0), 'You have 0 characters left');
    assert.equal(en.charactersLeft(1), 'You have 1 character left');
    assert.equal(en.charactersOver(2), 'You are 2 characters over the limit');
    assert.equal(en.sending.waiting(1), 'The connection is weak. Trying again in 1 second.');
    assert.equal(en.sending.waiting(5), 'The connection is weak. Trying again in 5 seconds.');
    assert.equal(en.shiftPressed(1), 'Press Shift once more to exit');
    assert.equal(en.shiftPressed(2), 'Press Shift 2 more times to exit');
  });
});

describe('a file’s size', () => {
  it('is told in the unit a person would use', () => {
    const sizes = [1, 999, 1000, 48_499, 999_499, 1_000_000, 2_340_000, 10_000_000];
    assert.deepEqual(sizes.map(en.file.size), [
      '1 kB',
      '1 kB',
      '1 kB',
      '48 kB',
      '999 kB',
      '1 MB',
      '2.3 MB',
      '10 MB',
    ]);
    assert.deepEqual([48_000, 10_000_000].map(ar.file.size), ['48 كيلوبايت', '10 ميغابايت']);
    for (const size of [ar.file.size, en.file.size]) assert.doesNotMatch(size(999_999), /1000/);
  });
});
