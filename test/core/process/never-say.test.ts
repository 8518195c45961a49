import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { foldArabic } from '../../../src/core/characters.js';
import { forbiddenWordIn, wordFinder } from '../../../src/core/process/never-say.js';
import { textOf } from '../../source-files.js';
import { parsed } from './small-process.js';

const { neverSay = [] } = parsed(JSON.parse(textOf('src/packs/taafi/process.json')));

/** Letters that are written together with the word behind them, before its article where it has one. */
const joined = ['', 'و', 'ف', 'ب', 'ل', 'ك', 'وب', 'ول', 'وك', 'فب', 'فل', 'فك'];

const pronouns = ['ك', 'ه', 'ها', 'كم', 'كما', 'هم', 'هن', 'كن', 'نا', 'ي'];
const suffixes = [...pronouns, 'ة', 'ات', 'ين', 'ون', 'ان', 'ية', 'اتك', 'ا'];

/** A word of the list as it may stand in a sentence: behind a lam the article loses its alef. */
function writtenWith(ahead: string, hasArticle: boolean, word: string): string {
  if (!isArabic(word)) return word;
  const isOwn = word.startsWith('ال');
  const article = ahead.endsWith('ل') ? 'ل' : 'ال';
  return `${ahead}${isOwn || hasArticle ? article : ''}${isOwn ? word.slice(2) : word}`;
}

/** A word with an ending, as it is spelt: each of the spellings that people use. */
function endedBy(word: string, suffix: string): readonly string[] {
  const rest = word.slice(0, -1);
  const isPronoun = pronouns.includes(suffix);
  if (word.endsWith('ة')) {
    if (suffix.startsWith('ات')) return [`${rest}${suffix}`];
    return isPronoun || suffix === 'ان' || suffix === 'ين' ? [`${rest}ت${suffix}`] : [word];
  }
  if (word.endsWith('ى')) return isPronoun ? [`${rest}ا${suffix}`] : [`${rest}ي${suffix}`];
  if (word.endsWith('ء') && isPronoun) return ['ء', 'ؤ', 'ئ'].map((seat) => `${rest}${seat}${suffix}`);
  if (word.endsWith('ء') && suffix === 'ية') return [`${rest}ئية`];
  return [`${word}${suffix}`];
}

/** English words in the plural and as owners. */
function pluralsOf(word: string): readonly string[] {
  const plural = /[^aeiou]y$/.test(word)
    ? word.replace(/y$/, 'ies')
    : `${word}${/(s|sh|ch|x)$/.test(word) ? 'es' : 's'}`;
  return [plural, `${plural}’`, `${word}'s`, `${word}’s`];
}

function isArabic(word: string): boolean {
  return /\p{Script=Arabic}/u.test(word);
}

/** Whether a word of the list takes endings: of those in a row each one would. */
function takesEndings(word: string): boolean {
  return !word.includes(' ') && word.replace(/^ال/, '').length > 2;
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
  'نتحقق من صحة البيانات، وصحتها وصحته عليك، وهذا صحيح وصح.',
  'ردك يرضينا، ورضاك ورضاكم غايتنا، ابتغاء مرضاة الله.',
  'سكنت العاصفة، وسكت الناس، والسكين والسكينة والسكان والمسكين.',
  'وصل خطابك إلى دواوين الجهة، وديوانها يدون ما يرد.',
  'عالجنا طلبك، ونعالج غيره، ومعالجته ومعالجتها ومعالجة الأخطاء سريعة.',
  'تطبيق وتطبيقات وطبيعي وطبعًا ومطابقة وطبقات.',
  'أمرك ومرورك ومرضعة وتمرير، والمدن والمدنية والأدمن.',
  'تعال وتعالوا وتعاون معنا، وتعاقدك وتعارفك وتعاطفك وعفوك.',
  'حجمه وحجتك وحجره وحاجتك وحاجاتكم واحتياجك.',
  'خمرتم؟ خمسة وخمسون. العمر وعمرك وأعماركم والعمارات.',
  'نقدر لك ذلك ونقدم، والنقد والنقاد والنقطة والصدق والصديق والتصديق.',
  'علامة وعلاقة وعلاقتك والعلاقات وعلانية.',
  'سجل وسجلات وتسجيلك، والدور والدواعي والأدوار والأدوات.',
  'عيّنة وعائد ومعادة وعاد وأعدنا، وإعادة طلبك.',
  'أنا بنفسي، وأنت نفسك، وهم أنفسهم، والنفس والنفوس.',
  'للأم والأب وللأمر والألم والآلام.',
  'مصحح ومصحف وتصحيح ومصلحتك، وتصحّ الأوراق.',
  'Parents, currents, differents: apparent, adherent, coherent, torrents.',
  'Doctrine, doctored papers, nursery, clinker, cashew, feed, feel and feet; moneyed.',
  'The healthful, sickle, rehabilitate, medic, prisoners and transporter.',
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
      ['كسوتك وأدويتكم', ['كسوة'], 'كسوة'],
      ['أدويتكم', ['أدوية'], 'أدوية'],
      ['والمصحات', ['مصحة'], 'مصحة'],
      ['مصحاتكم', ['مصحة'], 'مصحة'],
      ['عيادتان', ['عيادة'], 'عيادة'],
      ['مستشفاك', ['مستشفى'], 'مستشفى'],
      ['المستشفيات', ['مستشفى'], 'مستشفى'],
      ['دواؤك', ['دواء'], 'دواء'],
      ['دوائي', ['دواء'], 'دواء'],
      ['لدوائه', ['دواء'], 'دواء'],
      ['دوائية', ['دواء'], 'دواء'],
      ['دواوين', ['دواء'], undefined],
      ['طبيبتك', ['طبيب'], 'طبيب'],
      ['علاجية', ['علاج'], 'علاج'],
      ['العلاجات', ['علاج'], 'علاج'],
      ['حالة مرضية', ['مرض'], 'مرض'],
      ['مرضى', ['مرض'], 'مرض'],
      ['سكنت', ['سكن'], undefined],
      ['حجك', ['حج'], undefined],
      ['حجًا', ['حج'], 'حج'],
      ['الطبي', ['الطب'], undefined],
      ['صحته', ['الصحة'], undefined],
      ['النفسية', ['النفسي'], 'النفسي'],
      ['نفسيتك', ['النفسي'], undefined],
      ['الألم', ['ألم'], 'ألم'],
      ['ألمك', ['ألم'], 'ألم'],
      ['للأم', ['آلام'], undefined],
      ['آلامكم', ['آلام'], 'آلام'],
      ['دعمكم النفسي', ['دعم نفسي'], 'دعم نفسي'],
      ['الالتهاب', ['التهاب'], 'التهاب'],
      ['RENTS', ['rent'], 'rent'],
      ['the rents’ sum', ['rent'], 'rent'],
      ['illnesses', ['illness'], 'illness'],
      ['therapies', ['therapy'], 'therapy'],
      ['halfway houses', ['halfway house'], 'halfway house'],
      ['ids', ['id'], undefined],
      ['current, different, parents', ['rent'], undefined],
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
  const found = wordFinder(neverSay);

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
          assert.notEqual(found(text), undefined, text);
          assert.equal(forbiddenWordIn(text, [word]), word);
        },
      ),
      { numRuns: 4000 },
    );
  });

  it('are found with any ending, behind any letters', () => {
    const words = neverSay.filter((word) => isArabic(word) && takesEndings(word));
    fc.assert(
      fc.property(
        fc.constantFrom(...words),
        fc.constantFrom(...suffixes),
        fc.constantFrom(...joined),
        fc.boolean(),
        fc.boolean(),
        fc.constantFrom(...innocent),
        (word, suffix, ahead, hasArticle, isFolded, sentence) => {
          for (const ended of endedBy(word, suffix)) {
            const written = writtenWith(ahead, hasArticle, ended);
            const text = `${sentence} ${isFolded ? foldArabic(written) : written}، ${sentence}`;
            assert.equal(forbiddenWordIn(text, [word]), word, written);
          }
        },
      ),
      { numRuns: 6000 },
    );
  });

  it('are found in plural and possessive', () => {
    for (const word of neverSay.filter((word) => !isArabic(word)))
      for (const plural of pluralsOf(word))
        assert.equal(forbiddenWordIn(`Your ${plural}.`, [word]), word, plural);
  });

  it('are found as an officer would write them', () => {
    const sentence =
      'إدمانك تعافيك تعافيه طبيبك مواصلاتك كسوتك أدويتكم المصحات علاجك سكنكم إيجاركم مرضك والمدمنين علاجه علاجي علاجية ' +
      'علاجات مخدرات مدمنة مدمنون متعاطين متعافية متعافين متعافون مرضية مريضة مزمنة طبية طبيبة دوائي دواؤك تشخيصك صحية ' +
      'صحتك نفسيتك إعاقتك معاقة مستشفيات عيادات إيجارك سكنك توظيفك نقدية مواصلات مصحة عيادة طبيب دواء أدوية ' +
      'rents rehabs clinics therapy therapeutic doctor medicine transport treatments fees disabilities';
    for (const word of sentence.split(' ')) assert.notEqual(found(word), undefined, word);
  });

  it('are not found where they are not meant', () => {
    for (const sentence of innocent) assert.equal(found(sentence), undefined, sentence);
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
      for (const text of [ar, en]) assert.notEqual(found(text), undefined, text);
  });
});
