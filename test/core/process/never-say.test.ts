import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { foldArabic } from '../../../src/core/characters.js';
import { forbiddenWordIn } from '../../../src/core/process/never-say.js';
import { textOf } from '../../source-files.js';
import { parsed } from './small-process.js';

const { neverSay = [] } = parsed(JSON.parse(textOf('src/packs/taafi/process.json')));

/** Letters that are written together with the word behind them, before its article where it has one. */
const joined = ['', 'و', 'ف', 'ب', 'ل', 'ك', 'وب', 'ول', 'وك', 'فب', 'فل', 'فك'];

/** A word of the list as it may stand in a sentence: behind a lam the article loses its alef. */
function writtenWith(ahead: string, hasArticle: boolean, word: string): string {
  if (!/\p{Script=Arabic}/u.test(word)) return word;
  const isOwn = word.startsWith('ال');
  const article = ahead.endsWith('ل') ? 'ل' : 'ال';
  return `${ahead}${isOwn || hasArticle ? article : ''}${isOwn ? word.slice(2) : word}`;
}

/** Sentences an officer could write to an applicant, none of which tells an onlooker anything. */
const innocent = [
  'يلزم تطبيق الشروط، وهذا إجراء تطبيقي.',
  'نحتاج صورة واضحة من الهوية للتأكد من صحة البيانات.',
  'راجعنا طلبك للتأكد من صحته وصحتها.',
  'البيانات صحيحة، والرقم غير صحيح.',
  'المسكن والساكن ليسا من أسئلتنا، وسكون المكان لا يهم.',
  'تجيبك لجنة البحث نفسها، وأنا بنفسي أتابع طلبك لنفسي ولنفسك.',
  'نتأجر ونستأجر ونؤجر، والأجر على الله.',
  'حجم الملف كبير، وحجة الوقف والحجز مقبولان.',
  'معالجة الطلب تأخذ أيامًا، ونعالج بياناتك كما يجب.',
  'انتهت صلاحية المستند، فأرسل مستندًا ساريًا.',
  'نتعرّض لتأخير في المراسلات، ونمارض لا نمرض.',
  'المخدة والخدر والمخبر والمطبخ والطبيعة والطبق.',
  'كرت العائلة وسجل الأسرة وعقد العمل وشهادة الآيبان.',
  'تعافيت؟ لا نقولها. تعالي إلى المكتب، وتعاطفنا معك كبير.',
  'نرسم لك الطريق، والرسم البياني مرفق، والمراسم قصيرة.',
  'عمّر الله ديارك، والمعمار والعمارة والتعمير.',
  'الأمل كبير، وبإرادتك تكتمل الأوراق.',
  'Your parent may bring the current papers; different ones are torrential.',
  'The healthiest way: heal the gap. Meditation and mediation are not meant.',
  'We looked at it again; be patient, recover the file and apply the code.',
  'Transported by hand, the document was treated with care by the doctorate office.',
  'The prisoner’s dilemma is no topic; apprentices and trenches are not either.',
];

describe('forbiddenWordIn', () => {
  it('finds whole words, as people mean them', () => {
    const found: [text: string, words: readonly string[], word: string | undefined][] = [
      ['تطبيق', ['طبي'], undefined],
      ['تقرير طبي', ['طبي'], 'طبي'],
      ['The parent pays', ['rent'], undefined],
      ['Your RENT, please', ['rent'], 'rent'],
      ['health-care', ['health'], 'health'],
      ['the drug’s name', ['drug'], 'drug'],
      ['الإدمَان', ['إدمان'], 'إدمان'],
      ['ادمـــان', ['إدمان'], 'إدمان'],
      ['مستشفي', ['مستشفى'], 'مستشفى'],
      ['الكسوه', ['كسوة'], 'كسوة'],
      ['علاجًا', ['علاج'], 'علاج'],
      ['علاجا', ['علاج'], 'علاج'],
      ['علا\u200cج', ['علاج'], 'علاج'],
      ['\ufecb\ufefc\ufe9d', ['علاج'], 'علاج'],
      ['(العلاج)،', ['علاج'], 'علاج'],
      ['للعلاج', ['علاج'], 'علاج'],
      ['وللعلاج', ['علاج'], 'علاج'],
      ['فبالعلاج', ['علاج'], 'علاج'],
      ['صحة البيانات', ['الصحة'], undefined],
      ['وزارة الصحة', ['الصحة'], 'الصحة'],
      ['للصحة', ['الصحة'], 'الصحة'],
      ['وبالصحة', ['الصحة'], 'الصحة'],
      ['لصحة البيانات', ['الصحة'], undefined],
      ['الدعم النفسي', ['دعم نفسي'], 'دعم نفسي'],
      ['دعم\nنفسي', ['دعم نفسي'], 'دعم نفسي'],
      ['دعم أسري ونفسي', ['دعم نفسي'], undefined],
      ['a halfway-house', ['halfway house'], 'halfway house'],
      ['', ['علاج'], undefined],
      ['علاج', [], undefined],
      ['anything', ['', '…'], undefined],
    ];
    for (const [text, words, word] of found) assert.equal(forbiddenWordIn(text, words), word, text);
  });

  it('says the word as it stands in the list', () => {
    assert.equal(forbiddenWordIn('بالادويه', ['علاج', 'أدوية']), 'أدوية');
  });
});

describe('the words of the pack', () => {
  it('are found in any sentence, behind any letters that are written together with them', () => {
    const words = fc.constantFrom(...neverSay);
    fc.assert(
      fc.property(
        words,
        fc.constantFrom(...joined),
        fc.boolean(),
        fc.constantFrom(...innocent),
        fc.boolean(),
        (word, ahead, hasArticle, sentence, isFolded) => {
          const written = writtenWith(ahead, hasArticle, word);
          const [first = '', ...rest] = sentence.split(' ');
          const text = [first, isFolded ? foldArabic(written).toUpperCase() : written, ...rest].join(' ');
          assert.notEqual(forbiddenWordIn(text, neverSay), undefined, text);
          assert.equal(forbiddenWordIn(text, [word]), word);
        },
      ),
      { numRuns: 4000 },
    );
  });

  it('are not found where they are not meant', () => {
    for (const sentence of innocent) assert.equal(forbiddenWordIn(sentence, neverSay), undefined, sentence);
  });

  it('name every kind of help, and what tells of an illness', () => {
    const { options } = JSON.parse(textOf('src/packs/taafi/support-request.json')) as {
      options: Record<string, readonly { value: string; ar: string; en: string }[]>;
    };
    const telling = [
      ...(options.support ?? []).filter(({ value }) => value !== 'other'),
      ...(options.recoveryStage ?? []).filter(({ value }) =>
        /^(inTreatment|halfwayHouse|aftercare)$/.test(value),
      ),
      ...(options.treatmentBody ?? []).filter(({ value }) => value !== 'preferNot'),
      { ar: 'تقرير طبي', en: 'Medical report' },
      { ar: 'هل لديك مرض مزمن؟', en: 'Do you have a long-term illness?' },
      { ar: 'هل لديك إعاقة؟', en: 'Do you have a disability?' },
      { ar: 'عقد الإيجار', en: 'Rental contract' },
    ];
    assert.ok(telling.length > 15);
    for (const { ar, en } of telling)
      for (const text of [ar, en]) assert.notEqual(forbiddenWordIn(text, neverSay), undefined, text);
  });
});
