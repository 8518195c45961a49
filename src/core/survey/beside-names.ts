/*
 * Words that stand beside names, folded: without marks, with أ إ آ as ا, ى as ي, ة as ه, in small Latin letters.
 */

/** Behind these a name follows, as good as always. */
export const titles = setOf(`
استاذ الاستاذ استاذه الاستاذه استاذنا دكتور الدكتور دكتوره الدكتوره شيخ الشيخ الشيخه مهندس المهندس مهندسه المهندسه
السيد السيده سيد الاخ الاخت اخوي اخوك اخوكم اختكم اختك اخي اختي ابو ابوي ابا الكابتن كابتن الملازم النقيب الرائد العقيد المدعو المدعوه
اسمي اسمه اسمها يدعي تدعي واسمي واسمه واسمها معاكم معكم محدثكم محدثتكم مرسله والاستاذ والاستاذه والدكتور والدكتوره والاخ والاخت والشيخ والمهندس
للاستاذ للاستاذه للدكتور للدكتوره للاخ للاخت للشيخ للمهندس بالاستاذ بالاستاذه بالدكتور بالاخ بالاخت لابو وابو
mr mrs ms miss dr doctor eng engineer prof professor sheikh sheikha sir madam abu umm captain
`);

/** One letter and a dot stand for a title: «د. خالد». */
export const shortTitles = setOf('د ا م ش دد');

/** Behind these a name often follows, but other words as well. */
export const posts = setOf(`
الموظف الموظفه موظف موظفه الاخصائي الاخصائيه اخصائي اخصائيه المشرف المشرفه المدير المديره المسؤول المسووله المسوول المسئول
زميلي زميلتي زميلكم زميلتكم المرشد المرشده المعالج المعالجه الباحث الباحثه السكرتير السكرتيره والموظف والموظفه للموظف للموظفه بالموظف بالموظفه
employee officer manager named called
`);

/** Behind these a word is a name only where it may be one. */
export const mentions = setOf('انا وانا انني معك معاك يا ام لام وام ياام اني');

/** Between a name and that of the father, or the family. */
export const links = setOf('بن ابن بنت ابنه ال bin ibn bint ben al el');

/** What follows a title, a post or an introduction without being a name. */
export const never = setOf(`
الذي التي الذين اللي في من على الى الي عن مع هو هي هم كان كانت كانوا لم لا ما لن قد وقد او ام ثم و ان انه انها اني كل كذلك ايضا جدا حيث عند عندما لما اذا
هذا هذه ذلك تلك هناك هنا بعد قبل بدون دون غير كما حتي لكن ولكن فقط بكل بشكل بسبب لدي لديكم لديه عنده عندكم المسؤول المسؤوله المسوول المسووله المختص المختصه
المعالج المعالجه الاجتماعي الاجتماعيه النفسي النفسيه الحالي الحاليه الاول الثاني الثانيه الاولي الثالث الاداري الاداريه المالي الماليه الرئيسي الفني التنفيذي العربي
مكتوب مسجل موجود يظهر ظهر رد ردت قال قالت شرح شرحت ساعد ساعدت ساعدني ساعدتني رحب تعامل تعاملت استقبل استقبلني استقبلتني اخبرني اخبرتني اتصل اتصلت طلب طلبت وعدني
نسي نسيت تاخر تاخرت اعطاني اعطتني سالني سالتني انهي انهت متعاون متعاونه لطيف لطيفه محترم محترمه محترف محترفه ممتاز ممتازه رائع رائعه رايع رايعه جيد جيده طيب طيبه خلوق خلوقه
صبور صبوره بشوش بشوشه مهذب مهذبه مشغول مشغوله واضح واضحه سريع سريعه بطيء ودود ودوده مبتسم مبتسمه ذو ذات وفقه وفقها وفقكم الله جزاه جزاها الكريم الكريمه الفاضل الفاضله
العزيز العزيزه الموقر الغالي الغاليه الكرام الجديد الجديده المناوب المناوبه الاخر الاخري نفسه نفسها واحد واحده اخر اخري بنفسه بنفسها اكثر اقل دائما احيانا سابقا
مستفيد مستفيده راض راضيه ممتن ممتنه مرتاح مرتاحه مسرور متعافي متعافيه مريض مقيم ساكن موظف موظفه ارمله مطلقه ام اب اخ اخت احد
who which that was were is are has had have did does do not will would could can should at in on of for from with and or but the a an to very so said told
explained helped answered called asked gave took made kept never always also only then when where there here my your his her their our this
kind helpful polite friendly patient good great nice rude slow fast busy satisfied happy grateful sure sorry glad pleased very really just still now not
saudi arab arabic muslim egyptian yemeni syrian sudanese pakistani indian english madam sir
`);

/** Letters that are written together with the word behind them. */
export const prefixes = 'وفبلك';

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/).filter((word) => word !== ''));
}
