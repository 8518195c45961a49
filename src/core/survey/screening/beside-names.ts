import { foldArabic } from '../../characters.js';

/*
 * Words that stand beside names, folded: without marks, with أ إ آ as ا, ى as ي, ة as ه, in small Latin letters.
 */

/** Behind these a name follows, as good as always: a word that may be one is taken for one, though we know it not. */
export const titles = setOf(`
استاذ الاستاذ استاذه الاستاذه استاذنا استاذتنا ابو ابا mr mrs ms miss dr eng prof abu umm
`);

/** One letter and a dot stand for a title: «د. خالد». */
export const shortTitles = setOf('د ا م ش دد');

/** Behind these people say what they or others are called: «اسمي». */
export const introductions = setOf(`
اسمي اسمه اسمها يدعي تدعي المدعو المدعوه محدثكم محدثتكم مرسله مرسلته named
`);

/** Behind these a known name is meant as one, though it may be an adjective: «المهندس كريم». */
export const callings = setOf(`
شيخ الشيخ الشيخه مهندس المهندس مهندسه المهندسه السيد السيده سيد الاخ الاخت الملازم النقيب الرائد العقيد
engineer professor sheikh sheikha madam captain
`);

/** Behind these a name may follow, and as often what somebody did, or what he is like: «الموظف عادل». */
export const posts = setOf(`
دكتور الدكتور دكتوره الدكتوره دكتورنا دكتورتنا الكابتن كابتن كوتش الكوتش
الموظف الموظفه موظف موظفه الاخصائي الاخصائيه اخصائي اخصائيه المشرف المشرفه المدير المديره المسؤول المسووله المسوول المسئول المسيول المسيوله
زميلي زميلتي زميلكم زميلتكم زميلنا زميلتنا المرشد المرشده المعالج المعالجه الباحث الباحثه السكرتير السكرتيره الممرض الممرضه الطبيب الطبيبه المحاسب المحاسبه
الحارس السايق المستشار المستشاره المنسق المنسقه الداعيه الاستشاري الاستشاريه المحامي المحاميه المتطوع المتطوعه
اخي اختي اخوي اخوك اخوكم اختكم اختك اخونا اختنا ابي ابوي والدي والدتي امي ابني ابنتي بنتي ولدي زوجي زوجتي عمي عمتي خالي خالتي جدي جدتي صديقي صديقتي صاحبي جاري جارتي
doctor employee officer manager nurse counselor counsellor therapist receptionist supervisor specialist director sir brother sister son daughter husband wife friend colleague
`);

/** Whoever writes says who he is: a known name that is no adjective follows, or something else. */
export const greetings = setOf('انا وانا انني معك معاك معكم معاكم اني');

/** Mother of somebody, and «or». */
export const mothers = setOf('ام لام وام ياام');

/** Whoever is called by this is meant: «يا عمر». */
export const vocatives = setOf('يا');

/** Of the known names what is called without meaning anybody of that name: «يا سلام», «يا كريم». */
export const exclamations = setOf(`
كريم لطيف سلام هلا حبيب عزيز عزيزه حكيم غالي غاليه هادي حسيب شافي رحمه هيا جميل جميله امان حياه روح فرح ناصر نصر عدل حليم نور رب ورد قمر ملاك صباح
`);

/** Somebody is thanked or was spoken to. */
export const encounters = setOf(`
شكرا شكر اشكر نشكر شكري الشكر وشكرا شكرت كلمت كلموا كلمو كلمنا كلمني كلمتني قابلت قابلني قابلتني قابلنا راسلت راسلني راسلتني شفت حدثت استقبلني استقبلتني استقبلنا استقبلتنا خدمني خدمتني
ساعدني ساعدتني ساعدنا ساعدتنا عاملني عاملتني طردني طردتني اهانني اهانتني اهنتني جاوبني جاوبتني هزاني هزاتني سالت سلمت تحياتي
thanks thank met contacted contact
`);

/** With «مع» or «ب», «to» or «with» behind them they are encounters. */
export const encountersWith = setOf(`
تكلمت تحدثت تواصلت تعاملت جلست التقيت اجتمعت حكيت تواصل اتصلت اتصل تفاهمت تشرفت كلامي تعاملي تواصلي موعدي جلستي مشكلتي موعد جلسه مقابله
thanks thank thankful grateful spoke spoken speak talk talked talking met meet wrote write listened appointment session dealt complained complaint
`);

export const withWords = setOf('مع ب to with by you about');

/** Those who work in a charity, without «ال»: «وفاء موظفة رائعة». */
export const employees = setOf(`
موظف موظفه اخصائي اخصائيه مشرف مشرفه مدير مديره معالج معالجه باحث باحثه سكرتير سكرتيره ممرض ممرضه
`);

/** Those who work in a charity, with «ال»: «هدى الموظفة», but «نور المشرف» is his light. */
export const theEmployees = setOf(`
الموظف الموظفه الاخصائي الاخصائيه المشرف المشرفه المدير المديره المعالج المعالجه الباحث الباحثه السكرتير السكرتيره
`);

/** Where they work: «نور من الاستقبال», `John from reception`. */
export const departments = setOf(`
الاستقبال استقبال القسم قسم الموظفين المحاسبه التسويق السنترال
reception admin accounts hr finance support security
`);

/** What can come from a department without being anybody: «وعد من القسم». */
export const gifts = setOf(`
وعد عهد بيان بشري نداء دعاء سماح سلام فضل احسان رحمه امل امال عطا عطيه رضا نصر فوز تهاني انعام بشاير ورد ورود كرم هدايه لطيف جميل كريم جميله كريمه حسن سهل حسنه تيسير انتصار اخلاص ولاء
`);

/** What may go on behind a name, so that it is no part of «أمل الشفاء» or «حسن التعامل». */
export const continuations = setOf(`
من في علي عن مع الي الذي التي اللي لانه لانها لانك جدا كثيرا ثم حيث عند عندما لما بعد قبل هو هي كان كانت هنا امس اليوم وشكرا لكن ولكن جزاه جزاها وفقه وفقها كل
for who at from and in because she he was is has the today yesterday on very
`);

/** Behind these adjectives are adjectives: «الأستاذ كريم جدًا». */
export const degrees = setOf(
  'جدا للغايه معي معنا مع معهم معاي معانا بطبعه بطبعها فعلا حقا دايما دائما ومحترم ومحترمه ومتعاون ومتعاونه وخلوق وخلوقه وطيب وطيبه',
);

/** Between a name and that of the father, or the family. */
export const links = setOf('بن ابن بنت ابنه ال bin ibn bint ben al el');

/** Letters that are written together with the word behind them. */
export const prefixes = 'وفبلك';

/**
 * Whether a word, or what is left of it without «و» or «ف» and without «ل» or «ب», is in a set: «وللدكتور» is «الدكتور».
 */
export function isAmong(set: ReadonlySet<string>, folded: string): boolean {
  if (set.has(folded)) return true;
  if (!/^[وفلب]..../.test(folded)) return false;
  const alone = folded.replace(/^[وف]/, '');
  return (
    set.has(alone) ||
    (/^(لل|بال)/.test(alone) && set.has(alone.replace(/^(لل|بال)/, 'ال'))) ||
    (/^[لب]/.test(alone) && set.has(alone.slice(1)))
  );
}

function setOf(words: string): ReadonlySet<string> {
  return new Set(
    words
      .split(/\s+/)
      .filter((word) => word !== '')
      .map(foldArabic),
  );
}
