import type { ProblemSentences } from './definition-sentences.js';

/** Sentences about JSON Schemas that forms are made of, by code: Arabic and English. Loaded with what reads those. */
export const schemaSentences: ProblemSentences = {
  'schema-unread': [
    'لا يلتزم النموذج بهذا الشرط: «{value}». تحقق منه حين تصلك الإجابات.',
    'The form does not hold to “{value}”. Check it yourself when the answers arrive.',
  ],
  'schema-kind': [
    'القيمة هنا ليست مما يُكتب في هذا الموضع من المخطط، فلم تُقرأ.',
    'The value here is not what JSON Schema wants, so it was not read.',
  ],
  'schema-reference': [
    'لا يوجد في الملف ما يشير إليه «{value}».',
    'There is nothing in this document that “{value}” refers to.',
  ],
  'schema-elsewhere': [
    'يشير «{value}» إلى ملف آخر، ولا يُقرأ إلا ما في هذا الملف. انقله إلى "$defs".',
    '“{value}” is in another document, and only this one is read. Copy it into "$defs".',
  ],
  'schema-recursive': [
    'يشير «{value}» إلى ما هو جزء منه، فلا نهاية له. لن يُسأل عنه.',
    '“{value}” refers to what it is part of, which has no end. It is not asked.',
  ],
  'schema-too-large': [
    'في المخطط أكثر من {most} جزء، بعد أن يُحسب كل جزء حيث يُشار إليه. قُرئ أوله فقط.',
    'The schema has more than {most} parts, each counted where it is referred to. Only the first ones were read.',
  ],
  'schema-condition': [
    'لا يُسأل عن «{value}» في شرط، فلن يُعمل بهذا الشرط.',
    'A condition cannot ask for “{value}”, so this one has no effect.',
  ],
  'schema-condition-lost': [
    'الشرط الذي يُسأل تحته عن «{value}» يتعلق بما لا يُسأل عنه، فيُعرض السؤال دائمًا ولا يكون مطلوبًا.',
    '“{value}” depends on something that is not asked, so it is always shown and never required.',
  ],
  'schema-never': [
    'شرط «{value}» لا يتحقق أبدًا، فلن يُسأل عنه.',
    'The condition of “{value}” never holds, so it is never asked.',
  ],
  'schema-circle': [
    'يتعلق «{value}» بنفسه، فلن يُعمل بهذا الشرط عليه.',
    '“{value}” depends on itself, so this condition has no effect on it.',
  ],
  'schema-too-many-ways': [
    'شروط «{value}» كثيرة، فأُخذ بما لا شرط فيه فقط.',
    '“{value}” has too many conditions, so only what always holds of it was read.',
  ],
  'schema-not-exclusive': [
    'لا خاصية تميّز هذه البدائل، فيُسأل الشخص أيها يريد. وقد تصح الإجابة على بديلين.',
    'No property tells these branches apart, so people are asked which one is meant. An answer may fit two of them.',
  ],
  'schema-one-of-types': [
    'للقيمة هنا أكثر من نوع. يُسأل عنها بالنوع «{value}».',
    'The value here may be of several types. It is asked for as “{value}”.',
  ],
  'schema-any-type': [
    'لم يُذكر نوع «{value}»، فيُسأل عنه كنص. أضف "type".',
    'It is not said what type “{value}” is, so it is asked as text. Add "type".',
  ],
  'schema-any-items': [
    'لم يُذكر ما في القائمة «{value}»، فلن يُسأل عنها. أضف "items".',
    'It is not said what is in the list “{value}”, so it is not asked. Add "items".',
  ],
  'schema-free-object': [
    'لا خصائص للكائن «{value}»، فلن يُسأل عنه. أضف "properties".',
    'The object “{value}” has no properties, so it is not asked. Add "properties".',
  ],
  'schema-nothing-asked': [
    'لا شيء في «{value}» يُسأل عنه. ما له قيمة ثابتة فيه يُرسل مع الإجابات.',
    'Nothing of “{value}” is asked. What in it is always the same goes with the answers.',
  ],
  'schema-required-unread': [
    '«{value}» مطلوب في المخطط ولا يُسأل عنه، فستنقص البيانات منه. أضفه بنفسك.',
    '“{value}” is required and not asked, so the data will lack it. Add it yourself.',
  ],
  'schema-stricter': [
    'يجوز أن يغيب «{value}» في المخطط، أما النموذج فيطلب ما هو مطلوب داخله دائمًا.',
    'The schema lets “{value}” be left out; the form always asks for what is required inside of it.',
  ],
  'schema-read-only': [
    'لا يُكتب «{value}» ولا قيمة له، فلن يُسأل عنه. أضف "default" إن كانت له قيمة ثابتة.',
    '“{value}” is not to be written and has no value, so it is not asked. Add "default" if it is always the same.',
  ],
  'schema-default': [
    'لا يبدأ النموذج بالقيمة {value}: إما أنها لا تصلح هنا، أو أن الإجابة لصاحبها وحده.',
    'The form does not begin with {value}: it does not fit here, or only the person can give this answer.',
  ],
  'schema-format': [
    'الصيغة «{value}» غير معروفة، فيُسأل عن نص دون التحقق منها.',
    'The format “{value}” is not known, so a text is asked for and not checked against it.',
  ],
  'schema-pattern': [
    'لا يُتحقق من النمط «{value}»: إما أنه مكتوب خطأ، أو أنه يستغرق وقتًا طويلًا.',
    'The pattern “{value}” is not checked: it is written wrongly, or would take long on some texts.',
  ],
  'schema-second-pattern': [
    'للنص نمط آخر، فلا يُتحقق إلا من الأول.',
    'The text has another pattern already; only that one is checked.',
  ],
  'schema-beside-list': [
    'القيم مذكورة في قائمة، فلا أثر لـ«{value}» بجانبها.',
    'The values are listed, and “{value}” beside the list has no effect.',
  ],
  'schema-no-options': [
    'لا تبقى أي قيمة يقبلها كل ما ذُكر هنا، فلن يُسأل عنها.',
    'No value is left that fits all that is said here, so it is not asked.',
  ],
  'schema-empty-range': [
    'الأقل هنا أكثر من الأكثر، فأُخذ بالأقل وحده.',
    'The least here is more than the most, so only the least counts.',
  ],
  'schema-closed': [
    'لا يقبل المخطط «{value}» بجانب خصائصه ("additionalProperties")، ويُسأل عنه في موضع آخر منه، فلن توافقه البيانات. انقله إلى "properties"، أو اكتب "unevaluatedProperties".',
    'The schema takes nothing beside its own properties, and asks for “{value}” elsewhere, so data with it will not fit. Move it to "properties", or write "unevaluatedProperties".',
  ],
  'schema-gap': [
    'إذا بقي أول ما في «{value}» بلا إجابة وأُجيب عما بعده، يكون null في موضعه.',
    'Where a value of “{value}” has no answer and a later one has, null stands in its place.',
  ],
  'schema-remark': ['لا يُعرض «{value}» في النموذج.', 'The form does not show “{value}”.'],
  'schema-beside': ['لا يُقرأ «{value}» بجانب المخطط.', '“{value}” beside the schema is not read.'],
  'schema-too-many-options': [
    'القيم أكثر من {most}، فعُرض أولها فقط.',
    'There are more than {most} values; only the first ones are offered.',
  ],
  'schema-too-many-items': [
    'لا يتسع النموذج هنا لأكثر من {most}.',
    'The form has no room for more than {most} here.',
  ],
  'schema-media-type': [
    'لا تؤخذ ملفات من نوع «{value}». تؤخذ صور JPEG وPNG وWebP وHEIC، وملفات PDF.',
    'Files of type “{value}” are not taken. These are: image/jpeg, image/png, image/webp, image/heic, application/pdf',
  ],
  'schema-exclusive': [
    'العدد {value} نفسه مقبول في النموذج، وليس مقبولًا في المخطط.',
    'The form takes {value} itself as well, which the schema does not.',
  ],
  'schema-edited': [
    'تغيّر المخطط بعد أن كُتب من نموذجه، فقُرئ كما هو الآن دون ذلك النموذج.',
    'The schema has changed since it was written from its form; it was read as it is now, without that form.',
  ],
  'schema-nothing': [
    'لا شيء في هذا المخطط يمكن السؤال عنه.',
    'There is nothing in this schema that could be asked.',
  ],
  'ui-unread': [
    'لا أثر في النموذج لما يقوله uiSchema هنا: «{value}».',
    'What the uiSchema says here, “{value}”, has no effect on the form.',
  ],
};
