import { sourceSentences } from './source-sentences.js';

/** Sentences by code. */
export type ProblemSentences = Readonly<Record<string, readonly [ar: string, en: string]>>;

/** Sentences by code, Arabic and English; `{suggestion}` sentences follow where there is one. */
export const definitionSentences: ProblemSentences = {
  'not-found': [
    'لا يوجد ملف تعريف في العنوان {value} (الحالة {status}).',
    'There is no definition at {value} (status {status}).',
  ],
  'not-reached': [
    'تعذر تحميل التعريف من {value}. تحقق من العنوان والاتصال.',
    'The definition at {value} could not be loaded. Check the address and the connection.',
  ],
  'not-utf8': [
    'حروف الملف بترميز آخر. احفظ الملف بترميز UTF-8.',
    'The letters of the file are in another encoding. Save the file as UTF-8.',
  ],
  'file-name': [
    'لا يُعرض الملف بهذا الاسم. سمّه بحروف لاتينية وأرقام وشرطات، مثل \u2066my-form.json\u2069',
    'The file cannot be served under this name. Use Latin letters, digits and hyphens, as in my-form.json.',
  ],
  unreadable: [
    'تعذرت قراءة الملف. تحقق من أنه ملف لا مجلد، ومن أن للبرنامج إذنًا بقراءته.',
    'The file could not be read. Check that it is no folder, and that the receiver may read it.',
  ],
  'not-json': ['الملف ليس JSON سليمًا: {detail}', 'The file is not JSON: {detail}'],
  'too-large': [
    'الملف أكبر من {most} حرف. قسّم النموذج أو اختصره.',
    'The file is larger than {most} characters. Divide or shorten the form.',
  ],
  prototype: [
    'الاسم __proto__ غير مسموح به. سمّه باسم آخر.',
    'The name __proto__ is not allowed. Use another name.',
  ],
  'unknown-type': ['نوع الحقل «{value}» غير معروف.', 'There is no field type “{value}”.'],
  'field-type-missing': ['الحقل بلا نوع. أضف "type".', 'The field has no type. Add "type".'],
  'unknown-key': [
    'المفتاح «{value}» لا مكان له هنا. احذفه أو صحح اسمه.',
    'The key “{value}” has no place here. Remove it or correct its name.',
  ],
  missing: ['تنقص هنا قيمة مطلوبة ({expected}).', 'A value is missing here (expected: {expected}).'],
  'wrong-kind': [
    'القيمة هنا من نوع آخر. المطلوب: {expected}.',
    'The value here is of the wrong kind. Expected: {expected}.',
  ],
  'option-words': [
    'نص الخيار يكتب بجانب قيمته بكل لغة، هكذا: \u2066{"value": "a", "ar": "…", "en": "…"}\u2069',
    'The words of an option stand beside its value, by language: {"value": "a", "ar": "…", "en": "…"}.',
  ],
  duplicate: [
    'الاسم «{value}» مستعمل من قبل. اختر اسمًا آخر.',
    'The name “{value}” is used already. Choose another.',
  ],
  'not-last': [
    'ما يُسأل في صفحة المراجعة يكون آخر الخطوات. انقل هذه الخطوة إلى النهاية.',
    'What is asked on the review comes last. Move this step to the end.',
  ],
  identifier: [
    'الاسم يبدأ بحرف لاتيني صغير، ولا يحوي إلا حروفًا لاتينية وأرقامًا.',
    'A name begins with a small Latin letter and has only Latin letters and digits.',
  ],
  reserved: ['هذا الاسم محجوز. اختر اسمًا آخر.', 'This name is reserved. Choose another.'],
  'option-value': [
    'قيمة الخيار تكتب بحروف لاتينية وأرقام و . _ - فقط.',
    'The value of an option has only Latin letters, digits and . _ -.',
  ],
  'form-id': [
    'معرّف النموذج يكتب بحروف لاتينية صغيرة وأرقام وشرطات.',
    'The id of a form has only small Latin letters, digits and hyphens.',
  ],
  version: ['الإصدار يكتب هكذا: 1.0.0', 'The version is written like 1.0.0.'],
  language: ['رمز اللغة يكتب هكذا: ar أو en', 'The code of a language is written like ar or en.'],
  duration: ['المدة تكتب بالأيام هكذا: P14D', 'The duration is written in days, like P14D.'],
  https: ['العنوان يبدأ بـ https://', 'The address begins with https://'],
  'iso-date': ['التاريخ يكتب هكذا: \u20662026-11-22\u2069', 'The date is written like 2026-11-22.'],
  'file-type': [
    'نوع الملف أحد هذه: jpeg، png، webp، heic، pdf',
    'The kind of file is one of jpeg, png, webp, heic, pdf.',
  ],
  'empty-text': [
    'النص فارغ. اكتبه بلغة واحدة على الأقل.',
    'The text is empty. Write it in at least one language.',
  ],
  'one-operator': [
    'الشرط يحتاج مقارنة واحدة فقط، مثل "is" أو "in".',
    'A condition needs exactly one comparison, such as "is" or "in".',
  ],
  'too-deep': [
    'القوائم والأقسام متداخلة أكثر من {most} مستويات.',
    'Lists and sections are nested more than {most} deep.',
  ],
  'too-many-fields': [
    'في النموذج أكثر من {most} حقل. قسّمه إلى نماذج.',
    'The form has more than {most} fields. Divide it.',
  ],
  'empty-range': ['أقل قيمة أكبر من أكبر قيمة ({most}).', 'The least is more than the most ({most}).'],
  'unknown-options': ['لا توجد قائمة خيارات باسم «{value}».', 'There is no list of options named “{value}”.'],
  'list-address': [
    'اكتب هنا عنوان القائمة: اسم ملف بجانب التعريف مثل \u2066lists/cities.json\u2069، أو عنوانًا يبدأ بـ \u2066https://\u2069',
    'The address of the list must stand here: a file beside the definition, like lists/cities.json, or an address that begins with https://',
  ],
  'list-missing': [
    'قائمة الخيارات ليست في المجلد. ضعها في \u2066{value}\u2069 بجانب التعريف.',
    'The list of options is not in the folder. Put it into {value} beside the definition.',
  ],
  'list-wrong': [
    'قائمة الخيارات في \u2066{value}\u2069 لا تُقرأ. اكتبها هكذا: \u2066[{"value": "dammam", "ar": "الدمام", "en": "Dammam"}]\u2069',
    'The list of options in {value} cannot be read. Write it like [{"value": "dammam", "ar": "الدمام", "en": "Dammam"}].',
  ],
  'unknown-field': ['لا يوجد حقل باسم «{value}».', 'There is no field “{value}”.'],
  'unknown-condition': [
    'لا يوجد شرط باسم «{value}» في "conditions".',
    'There is no condition “{value}” in "conditions".',
  ],
  'unknown-option': [
    'القيمة «{value}» ليست من خيارات الحقل «{field}».',
    '“{value}” is not one of the options of “{field}”.',
  ],
  'unknown-purpose': [
    'لا يوجد غرض باسم «{value}» في "purposes".',
    'There is no purpose “{value}” in "purposes".',
  ],
  'purpose-missing': [
    'لم يُذكر لماذا يُطلب هذا الحقل. أضف "purpose".',
    'It is not said why this is asked. Add "purpose".',
  ],
  operator: [
    'المقارنة «{value}» لا تصلح للحقل «{field}». يصلح له: {expected}',
    '“{value}” makes no sense for “{field}”. These do: {expected}',
  ],
  operand: [
    'القيمة «{value}» ليست من نوع الحقل «{field}». المطلوب: {expected}',
    '“{value}” is not of the kind of “{field}”. Expected: {expected}',
  ],
  'half-character': [
    'في الملف نصف حرف لا يُكتب، مثل "\\ud800" وحده. احذفه.',
    'The file holds half of a character, such as "\\ud800" alone. Remove it.',
  ],
  circle: [
    'الشروط تدور في حلقة: {value}. اقطعها عند أحدها.',
    'The conditions go in a circle: {value}. Break it at one of them.',
  ],
  'order-circle': [
    'كل تاريخ من هذه يجب أن يكون بعد الذي يليه، وهي تدور في حلقة: {value}. لن يصح أي منها، فاقطع الحلقة عند أحدها.',
    'Each of these must be later than the next, and they go in a circle: {value}. None could be right: break it at one of them.',
  ],
  itself: [
    'الحقل «{value}» لا يُقارن بنفسه. اكتب اسم حقل آخر.',
    'The field “{value}” cannot be compared with itself. Name another.',
  ],
  'sensitive-in-url': [
    'الحقل الحساس «{value}» لا يوضع في عنوان الصفحة.',
    'The sensitive field “{value}” must not be in an address.',
  ],
  'language-missing': ['هذا النص ينقصه: {value}.', 'This text is missing in: {value}.'],
  'placeholders-differ': [
    'المواضع {value} ليست نفسها في كل اللغات.',
    'The placeholders {value} are not the same in all languages.',
  ],
  'field-kind': [
    'الحقل «{value}» لا يصلح هنا. المطلوب: {expected}',
    'The field “{value}” cannot be used here. Expected: {expected}',
  ],
  'too-many-tests': [
    'في هذا الشرط أكثر من {most} مقارنة. اختصره، أو احسبه في حقل "computed".',
    'This condition has more than {most} comparisons. Shorten it, or work it out in a "computed" field.',
  ],
  'never-prefilled': [
    'الحقل «{value}» لا يُملأ مسبقًا: إما أن صاحب الطلب يجيب عنه بنفسه، أو أنه لا إجابة له.',
    'The field “{value}” cannot be filled in beforehand: only the applicant can answer it, or it has no answer.',
  ],
  'never-given': [
    'لا شيء يعطي هذا الحقل المخفي قيمته. اذكر اسمه في "prefill"، وضعه خارج القوائم.',
    'Nothing gives this hidden field its value. Name it in "prefill", and keep it out of lists.',
  ],
  'all-hidden': [
    'كل حقول هذه الصفحة مخفية، فتظهر فارغة. انقلها إلى صفحة فيها سؤال.',
    'All fields of this page are hidden, and it would be empty. Put them on a page that asks something.',
  ],
  'clock-time': [
    'اكتب الوقت من 00:00 إلى 23:59، مثل 08:30',
    'Write a time from 00:00 to 23:59, such as 08:30.',
  ],
  'sealing-key-id': [
    'معرّف المفتاح يكتب بحروف لاتينية وأرقام و . _ - فقط.',
    'The id of a key has only Latin letters, digits and . _ -.',
  ],
  'sealing-key': [
    'هذا ليس مفتاحًا عامًا يُشفَّر به. الصق المفتاح العام كما طبعه الأمر \u2066sealing-key\u2069',
    'This is no public key to seal to. Paste what npx taafi sealing-key has printed.',
  ],
  'sealing-key-private': [
    'هذا مفتاح خاص، ومن قرأ هذا الملف استطاع فتح ما شُفِّر. أنشئ زوجًا آخر بالأمر \u2066sealing-key\u2069 والصق ما يطبعه.',
    'This is a private key: whoever reads this file could open what is sealed. Make another pair with npx taafi sealing-key, and paste what it prints.',
  ],
  'sealed-in-survey': [
    'لا أقسام مشفّرة في الاستبيان، فإجاباته تُعدّ. استعمل "section".',
    'A survey has no sealed sections: its answers are counted. Use "section".',
  ],
  'sealed-in-list': [
    'القسم المشفّر لا يكون داخل قائمة. ضع القائمة كلها داخل القسم المشفّر.',
    'A sealed section cannot stand in a list. Put the whole list into the sealed section.',
  ],
  'sealed-file': [
    'الملفات لا تُشفَّر هكذا، فهي تُرسل وحدها ويفحصها المستقبِل. أخرج هذا الحقل من القسم المشفّر.',
    'Files are not sealed in this way: they are sent by themselves, and the receiver looks into them. Put this field outside of the sealed section.',
  ],
  'sealed-type': [
    'حقل من نوع «{value}» لا يكون داخل قسم مشفّر، فعلى المستقبِل أن يثبته. ضعه خارج القسم.',
    'A field of the type “{value}” cannot be sealed: the receiver has to be able to prove it. Put it outside of the section.',
  ],
  'looks-sealed': [
    'الحقل «{value}» داخل القسم المشفّر «{field}»، فلا يستطيع المستقبِل قراءته. اذكر هنا حقلًا خارجه، أو انقل هذا إلى داخل القسم.',
    'The field “{value}” is inside the sealed section “{field}”, where the receiver cannot read it. Name a field outside of it here, or move this into the section.',
  ],
  autocomplete: [
    'قيمة "autocomplete" تكتب بحروف لاتينية صغيرة، مثل given-name',
    'The value of "autocomplete" has small Latin letters, like given-name.',
  ],
  'too-small': [
    'القيمة أو العدد أو الطول هنا أقل مما يلزم. الحد الأدنى {least}.',
    'This is too small, too few or too short. The least is {least}.',
  ],
  'too-big': [
    'القيمة أو العدد أو الطول هنا أكثر مما يُسمح به. الحد الأقصى {most}.',
    'This is too large, too many or too long. The most is {most}.',
  ],
  'invalid-value': [
    'القيمة هنا ليست من القيم المسموح بها: {expected}',
    'The value here is not one of those allowed: {expected}',
  ],
  'in-a-list': [
    'الحقل «{value}» داخل قائمة، فتتكرر إجابته. المقياس يحتاج حقلًا خارج القوائم.',
    'The field “{value}” stands in a list, so one person answers it many times. A survey counts fields outside of lists.',
  ],
  'survey-type': [
    'الحقل «{value}» لا يصلح هنا. تصلح هذه الأنواع: \u2066{expected}\u2069',
    'The field “{value}” cannot be counted here. These types can: {expected}',
  ],
  'row-missing': [
    'الحقل «{value}» جدول. اذكر العبارة بعد نقطة، مثل \u2066{value}.respect\u2069',
    'The field “{value}” is a matrix. Name the statement after a dot, as in {value}.respect.',
  ],
  'no-rows': [
    'الحقل «{value}» ليس جدولًا، فليست فيه عبارات. احذف النقطة وما بعدها.',
    'The field “{value}” is no matrix and has no statements. Remove the dot and what follows it.',
  ],
  'unknown-row': [
    'لا توجد عبارة باسم «{value}» في هذا الجدول.',
    'There is no statement “{value}” in this matrix.',
  ],
  'too-few-points': [
    'في «{value}» أقل من {most} درجات، فتدخل الدرجة الوسطى في الرضا. زد الدرجات.',
    'There are fewer than {most} points in “{value}”: the two highest would count the middle one. Add points.',
  ],
  'seven-points': [
    'مقياس السهولة يحتاج سبع درجات، وليست كذلك في «{value}».',
    'A measure of ease (ces) needs seven points, which “{value}” does not have.',
  ],
  'zero-to-ten': [
    'مقياس التوصية يحتاج درجات من 0 إلى 10، وليست كذلك في «{value}».',
    'A measure of recommendation (nps) needs a scale from 0 to 10, which “{value}” is not.',
  ],
  'measure-name': [
    'الاسم «{value}» لسطر آخر في جدول النتائج. سمّ المقياس باسم آخر، مثل \u2066{expected}\u2069',
    'The name “{value}” belongs to another row of the table of results. Give the measure another, such as {expected}.',
  ],
  'dimension-name': [
    'الاسم «{value}» كلمة من كلمات عنوان النتائج، فلا تُصفّى النتائج بحقل اسمه كذلك. سمّ الحقل باسم آخر، مثل \u2066{expected}\u2069',
    'The name “{value}” is a word of the address of the results, which could not be filtered by such a field. Give the field another, such as {expected}.',
  ],
  'measure-of': [
    'اكتب هنا اسم حقل، مثل overall، أو اسم جدول ثم نقطة ثم اسم عبارة من عباراته، مثل \u2066experience.respect\u2069',
    'Write the id of a field here, as in overall, or the id of a matrix, a dot and the id of one of its statements, as in experience.respect.',
  ],
  clause: [
    'رمز البند حرف لاتيني كبير ثم رقم من خانة أو خانتين، وقد يتبعه حرف صغير، مثل S1 أو D6c',
    'A clause is written as a capital letter and a number of one or two digits, with or without a small letter after it, as in S1 or D6c.',
  ],
  'asks-who': [
    'الحقل «{value}» يدل على صاحب الإجابة أو يسأل عن أمر حساس. الاستبيان لا يسأل أحدًا من هو. احذف الحقل، أو احذف "survey".',
    'The field “{value}” says who somebody is, or is sensitive. A survey must not ask that. Remove the field, or "survey".',
  ],
  'survey-number': [
    'الحقل «{value}» يقبل أرقامًا طويلة قد تدل على صاحبها، مثل رقم الجوال. ضع فيه "maximum" لا يزيد على {most}.',
    'The field “{value}” takes numbers that are long enough to say who somebody is, such as a telephone number. Give it a "maximum" of {most} or less.',
  ],
  ...sourceSentences,
};
