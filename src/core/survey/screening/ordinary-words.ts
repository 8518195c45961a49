import { foldArabic } from '../../characters.js';

/*
 * Words that are no names though they stand where one may: what somebody did, and what he is like. Folded, as names are.
 */

/** What somebody did, third person, without ending: with «ت» or an object behind it it is the same («طردتني»). */
const deeds = setOf(`
ساعد رحب استقبل اخبر اتصل وعد نسي اعطي سال انهي طرد اهان رفض كذب صرخ شتم ضرب ظلم سخر ضحك هدد تجاهل اهمل خذل خدع احتقر استهزا استهان قاطع
قصر زعل ازعج جرح غش غلط اخطا سرق نصب ماطل تكبر تعالي تغير تحسن تهرب تاخر تعاون تعامل تفهم تقبل تكلم تحدث تواصل رد شرح جاوب اجاب استمع سمع انصت
فهم عرف كتب قرا بحث وصل ترك اخذ حمل فتح قفل اغلق سكت هرب نام قطع رجع عاد قام قال كان صار ظل بقي راح جاء جا حاول سافر قابل طالب عامل شارك خرج دخل
جلس وقف ذهب حضر غاب وجه نصح ارشد دل علم درب شجع دعم وقف احترم قدر شكر بارك هنا واسي طمان اراح افاد خدم انجز سهل صعب عقد حل ختم وقع ارسل سلم استلم
منع سمح وافق قبل حول نقل غير بدل الغي اجل حجز سجل ادخل مسح اضاف حفظ نشر فضح افشي كشف ستر صان بكي تعب مرض شفي تعافي انتكس تعاطي ادمن مات توفي تزوج طلق
بدا انتهي استمر توقف عمل لعب مزح ابتسم عبس غضب هدا صبر انتظر طلب اراد احب كره خاف ندم تاب صلي صام دعا امن اعتذر اعترف انكر نفي اثبت اكد ذكر ظن
حسب راي شاف نظر لاحظ راقب تابع عالج فحص وصف صرف دفع باع اشتري اجر سكن انتقل ترقي استقال هجر هاجر حرم جبر كسر اسعد احزن ادهش ابهر فاجا
طاح زفت رمي قفي هزا عصب شخط صاح زعق نفض طنش حقر استحقر تنمر تريق كلم عطي علق ضيع لخبط تفضل تعذر تلفظ تطاول تعدي تحرش تجاوز تبسم تواضع تلطف تمني قدم اخلص ابدع تميز اتقن احسن اساء
طلع نزل سقط ضاع اختفي انحذف حذف شطب انشطب تكرر نقص زاد وضع وجد بلغ ابلغ كبر صغر زار زور ركب مشي طمن عبر خفف سامح اقنع اجبر استغل استفز اشتكي
بذل سعي يسر لبي انقذ غمر اعان عاون وفر نفذ
`);

/** Those of them that are nouns or adjectives as well: «حسن تعامل الموظفين». */
const deedsThatAreNouns = setOf(`
وعد رفض كذب صرخ شتم ضرب ظلم ضحك جرح غش غلط تكبر تغير تحسن تهرب تاخر تعاون تعامل تفهم تقبل تكلم تحدث تواصل رد شرح سمع فهم كتب بحث ترك اخذ حمل فتح قفل
قطع حضر وجه نصح دل علم دعم قدر شكر خدم سهل صعب عقد حل ختم وقع سلم منع نقل غير بدل اجل حجز سجل مسح حفظ نشر كشف ستر تعب مرض بدا عمل لعب غضب صبر طلب حب خوف امن نفي
وضع نقص كبر صغر زور شطب حذف
ذكر ظن حسب راي نظر وصف صرف دفع اجر سكن هجر جبر كسر قبل هنا كان بذل سعي يسر تعالي تجاوز تنمر تميز تواضع احسن اسعد كره ندم صان قصر حول تفضل عصب هدا حضر
`);

const praiseAndBlame = setOf(`
وقح كسول عصبي هادي عادل متعاون لطيف محترم محترف ممتاز رائع رايع جيد طيب خلوق صبور بشوش مهذب مشغول واضح سريع بطي ودود مبتسم كريم امين صادق كاذب مخلص مجتهد نشيط
مهمل مقصر متكبر مغرور متعجرف متعالي ظالم فاشل غبي ذكي جاهل فاهم حنون قاس قاسي شديد حازم صارم متساهل متفهم متسامح متواضع متشدد متجهم عبوس غاضب زعلان مستفز
مستعجل عجول مزعج ممل مبدع متميز مميز راق راقي محب محبوب رحيم حكيم خبير ماهر متمكن ضعيف قوي سيء سيي شرير خبيث حقود حسود نصاب كذاب غشاش سارق فضولي ثرثار
متاخر غايب غائب حاضر موجود منضبط ملتزم منظم فوضوي نظيف وسخ انيق جميل قبيح كبير صغير عجوز شاب قديم جديد متقاعد متدرب مؤهل كفو كفء قدير فذ عظيم
مدمن متعاف متعافي مريض تعبان مكتئب قلق خايف خائف حزين سعيد فرحان مسرور راض راضي ممتن شاكر مرتاح نادم تايب تائب صالح فاسد صابر صامد وحيد متزوج اعزب مطلق ارمل
منفصل عاطل موظف طالب سجين مسجون معاق يتيم فقير محتاج غني متوفي ميت حي مقيم ساكن مسافر غريب قريب بعيد مختلف مناسب كاف كافي ناقص كامل صحيح خطا غلط خاطي خاطئ
بارد حار جاف فظ غليظ خشن ناعم حساس صريح صامت ساكت مسالم عدواني عنيف عصبيا لييم لئيم بخيل سخي شجاع جبان خجول جريء مرح ضاحك نكدي شهم نشمي كفو سنع محترمين حقير تافه صفيق جلف خسيس نذل عابس ساخط عطوف حريص حليم رزين وقور ظريف غامض ثقيل خفيف بليد رقيق دقيق جاد شهم دمث عوقب غضوب جلاد
افضل اسوا احسن ارقي اروع اجمل اسرع اكثر اقل اكبر اصغر اول اخير اخر ثاني نفس كل بعض معظم فقط عموما طبعا حقيقه صراحه شكرا عفوا خلاص
مكتوب مسجل ناسي مستفيد مسوول مسيول مناوب مختص حق قمه قدوه مثال نموذج فخر سند ذو ذات صاحب عنده عندها لديه لديها اسلوبه اسلوبها تعامله تعاملها شخص رجل امراه انسان انسانه
قلبا وقالبا روحا بنفس مباشره بسرعه بصراحه بامانه حسب عيال اولاد بنات بيت سرعه جوده كثره قله صعوبه سهوله طول كلمه رساله خدمه نظافه
`);

/** What follows a title, a post or an introduction without being a name. */
const others = setOf(`
الذي التي الذين اللي في من على الى الي عن مع هو هي هم كان كانت كانوا لم لا ما لن قد وقد او ام ثم و ان انه انها اني كل كذلك ايضا جدا حيث عند عندما لما اذا
هذا هذه ذلك تلك هناك هنا بعد قبل بدون دون غير كما حتي لكن ولكن فقط بكل بشكل بسبب لدي لديكم لديه عنده عندكم المسؤول المسؤوله المسوول المسووله المختص المختصه سبب نوع وقت قدر
المعالج المعالجه الاجتماعي الاجتماعيه النفسي النفسيه الحالي الحاليه الاول الثاني الثانيه الاولي الثالث الاداري الاداريه المالي الماليه الرئيسي الفني التنفيذي العربي
النسايي الرجالي التاهيلي السلوكي الصحي الراقي المثالي الذكي الحقيقي العادي القوي الميداني الطبي القانوني الديني الروحي الشرعي الرسمي العملي الوطني الاستشاري الاسبوعي الشهري اليومي السنوي الماضي الداخلي الخارجي
يظهر ظهر خلال بين تحت فوق ضد مثل لو لولا اين كيف متي لماذا ليش وش شو مين ايش حق مال تبع زي مو مب مش ليس ليست انت انتم نحن احنا ابدا حاليا يوم شهر سنه ساعه
وفقه وفقها وفقكم الله جزاه جزاها الكريم الكريمه الفاضل الفاضله ظبي
العزيز العزيزه الموقر الغالي الغاليه الكرام الجديد الجديده المناوب المناوبه الاخر الاخري نفسه نفسها واحد واحده اخر اخري بنفسه بنفسها اكثر اقل دائما احيانا سابقا
مستفيد مستفيده راض راضيه ممتن ممتنه مرتاح مرتاحه مسرور متعافي متعافيه مريض مقيم ساكن موظف موظفه ارمله مطلقه ام اب اخ اخت احد
`);

const english = setOf(`
who which that was were is are has had have did does do not will would could can should may might must at in on of for from with and or but the a an to very so said told i we he she it they you
explained helped answered called asked gave took made kept never always also only then when where there here my your his her their our this these those if as by about after before again all any both each
kind helpful polite friendly patient good great nice rude slow fast busy satisfied happy grateful sure sorry glad pleased very really just still now not no yes please thank thanks god dear back
lied refused shouted yelled insulted humiliated ignored laughed listened left came went hung promised forgot apologised apologized treated respected supported encouraged threatened blamed mocked cried spoke talked looked
lazy angry calm fair unfair honest dishonest warm cold professional unprofessional amazing excellent wonderful terrible awful bad worst best late early absent gentle strict cruel arrogant careless careful caring
wrong missing spelled spelt misspelled misspelt written listed correct incorrect right registered recorded known hidden private secret safe unknown visible deleted lost gone different same
addicted addict sober clean recovering relapsed sick tired afraid scared lonely alone divorced married single pregnant unemployed homeless better worse well fine ok okay
saudi arab arabic muslim egyptian yemeni syrian sudanese pakistani indian english madam sir ramadan eid hajj umrah monday tuesday wednesday thursday friday saturday sunday
january february march april june july august september october november december dhabi riyadh jeddah makkah mecca medina dammam service staff team centre center reception charity everyone somebody nobody anyone
`);

const objects = 'ني|نا|هم|ها|ه|كم|ك|لي|لنا|له|لها|لهم|وا|ون';
const DEED = new RegExp(`^(.{2,}?)(ت)?(${objects})?$`);

/** Whether a folded word says what somebody did: «طردني», «تعاونت», `لم` and «ما» stand apart from it. */
export function isDeed(folded: string): boolean {
  return deedOf(folded) !== undefined;
}

/** Whether it says so and cannot be a noun behind an adjective or another noun. */
export function isClearDeed(folded: string): boolean {
  const deed = deedOf(folded);
  return deed !== undefined && (deed.isEnded || !deedsThatAreNouns.has(deed.stem));
}

function deedOf(folded: string): { readonly stem: string; readonly isEnded: boolean } | undefined {
  if (deeds.has(folded)) return { stem: folded, isEnded: false };
  const [, stem = '', subject, object] = DEED.exec(folded) ?? [];
  if (deeds.has(stem)) return { stem, isEnded: subject !== undefined || /^(ني|نا|تني)$/.test(object ?? '') };
  // «راي» and «عطي» lose their ending before another: «عطاني».
  return subject === undefined && object !== undefined && deeds.has(stem.replace(/ا$/, 'ي'))
    ? { stem: stem.replace(/ا$/, 'ي'), isEnded: /^(ني|نا)$/.test(object) }
    : undefined;
}

/** Whether a folded word is one of every day, so that no title makes a name of it. */
export function isOrdinary(folded: string): boolean {
  return (
    others.has(folded) ||
    english.has(folded) ||
    praiseAndBlame.has(folded) ||
    praiseAndBlame.has(folded.replace(/(ه|ا|ين|ون|ات|تي)$/, '')) ||
    isDeed(folded)
  );
}

/**
 * Whether a folded word that we know not has the form of a name and not that of a verb with subject or object, an adjective
 * with its ending or a participle: what stays is short, and begins and ends as few of those do.
 */
export function isNameShaped(folded: string): boolean {
  if (/^[a-z]/.test(folded)) return !isOrdinary(folded) && !/(ed|ing|ful|ly|ous|less)$/.test(folded);
  const isShaped =
    /^.{3,7}$/.test(folded) &&
    !/^(ال|لل|[يتنساموفبلك])/.test(folded) &&
    !/(ني|نا|كم|هم|ها|[تاهي]|ون|ين|ات|وا)$/.test(folded);
  return isShaped && !isOrdinary(folded);
}

function setOf(words: string): ReadonlySet<string> {
  return new Set(
    words
      .split(/\s+/)
      .filter((word) => word !== '')
      .map(foldArabic),
  );
}
