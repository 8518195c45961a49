import type { ProblemSentences } from './definition-sentences.js';

/** Sentences about processes, by code: Arabic and English. No browser reads processes, so no browser loads these. */
export const processSentences: ProblemSentences = {
  'unknown-state': ['لا توجد حالة باسم «{value}» في "states".', 'There is no state “{value}” in "states".'],
  'unknown-stage': ['لا توجد مرحلة باسم «{value}» في "stages".', 'There is no stage “{value}” in "stages".'],
  'unknown-role': ['لا يوجد دور باسم «{value}» في "roles".', 'There is no role “{value}” in "roles".'],
  'unknown-message': [
    'لا توجد رسالة باسم «{value}» في "messages".',
    'There is no message “{value}” in "messages".',
  ],
  'not-a-survey': [
    'النموذج «{value}» ليس استبيانًا: لا "survey" فيه. اذكر استبيانًا.',
    'The form “{value}” is no survey: it has no "survey". Name one that has.',
  ],
  'unknown-survey-step': [
    'لا توجد مناسبة باسم «{value}» في "steps" للاستبيان.',
    'The "steps" of the survey have no “{value}”.',
  ],
  'to-or-back': [
    'الانتقال «{value}» يحتاج "to" أو "back"، واحدًا منهما فقط.',
    'The move “{value}” needs either "to" or "back", and only one of them.',
  ],
  unreachable: [
    'لا يصل أي طلب إلى الحالة «{value}». أضف انتقالًا إليها، أو احذفها.',
    'No request can ever come to the state “{value}”. Add a move that leads to it, or remove it.',
  ],
  'dead-end': [
    'لا مخرج من الحالة «{value}». أضف انتقالًا منها، أو "end": true إن كان الطلب ينتهي عندها.',
    'Nothing leads out of the state “{value}”. Add a move from it, or "end": true if a request ends there.',
  ],
  'never-ends': [
    'قد لا ينتهي طلب وصل إلى الحالة «{value}» أبدًا. أضف انتقالًا يقود منها إلى نهاية.',
    'A request in the state “{value}” may never come to an end. Add a move that leads on to one.',
  ],
  'nothing-before': [
    'لا حالة قبل «{value}» ليعود الطلب إليها. اكتب "to" مكان "back".',
    'There is no state before “{value}” to go back to. Write "to" in place of "back".',
  ],
  'never-before': [
    'لا يكون الطلب في الحالة «{value}» قبل هذا الانتقال أبدًا، فلا يوم يُحسب منه. اختر حالة تسبقه.',
    'No request has been in the state “{value}” before this move, so there is no day to count from. Choose one that comes before.',
  ],
  'not-always-before': [
    'قد يصل الطلب إلى هذا الانتقال دون أن يمر بالحالة «{value}»، فلا تُحسب له مدة.',
    'A request can come here without having been in the state “{value}”: then nothing holds this move back.',
  ],
  'provided-by': [
    'ما يحدث من نفسه حين يُكمل المستفيد طلبه هو من عمله. أضف "applicant" إلى "by".',
    'What is done as soon as the applicant has brought everything is his doing. Add "applicant" to "by".',
  ],
  'provided-needs': [
    'ما يحدث من نفسه لا يشترط إلا اكتمال ما طُلب. اكتب "needs": ["nothingMissing"] وحده.',
    'What is done by itself needs only what was asked for. Write "needs": ["nothingMissing"] and nothing more.',
  ],
  'provided-waits': [
    'ما يحدث من نفسه لا ينتظر يومًا. احذف "notBefore" أو "on".',
    'What is done by itself cannot wait for a day. Remove "notBefore" or "on".',
  ],
  'provided-twice': [
    'من الحالة نفسها يحدث الانتقال «{other}» من نفسه أيضًا، ولا يُعرف أيهما المراد. أبقِ واحدًا.',
    'From the same state “{other}” is done by itself too, and nothing tells which of them. Keep one.',
  ],
  'applicant-cannot': [
    'المستفيد لا يستطيع أن يعطي «{value}». احذفه من "needs"، أو أضف دورًا آخر إلى "by".',
    'An applicant cannot give “{value}”. Remove it from "needs", or add another role to "by".',
  ],
  'holiday-order': [
    'الإجازة تنتهي قبل أن تبدأ ({value}). بدّل اليومين.',
    'The holidays end before they begin ({value}). Change the two days round.',
  ],
  'no-working-day': [
    'لا يوم عمل في أكثر من {most} يومًا متصلة، فلا يُعرف متى يُستأنف العمل. اختصر الإجازات.',
    'There is no working day in more than {most} days on end. Shorten the holidays.',
  ],
  'forbidden-word': [
    'هذا النص يحوي «{value}»، وهي من كلمات "neverSay": قد يقرؤها غير صاحب الطلب. اكتبه بكلمات أخرى.',
    'This text holds “{value}”, a word of "neverSay": others than the applicant may read it. Word it another way.',
  ],
  'unknown-placeholder': [
    'لا شيء يوضع مكان «\u2066{{value}}\u2069». الموضع الوحيد في الرسائل \u2066{reference}\u2069.',
    'Nothing is put in for “{{value}}”. The only placeholder of messages is {reference}.',
  ],
  'no-word': [
    'ليس في «{value}» حرف واحد، فلن توجد في أي نص. احذفها.',
    '“{value}” has no letter in it and will never be found. Remove it.',
  ],
  'word-covered': [
    '«{value}» زائدة، فكلمة «{other}» تكفي عنها. احذفها.',
    '“{value}” is not needed beside “{other}”, which finds it too. Remove it.',
  ],
  'idle-stage': [
    'لا حالة تنتمي إلى المرحلة «{value}»، وستظهر للمستفيد ولا يصلها طلبه. احذفها، أو اذكرها في حالة.',
    'No state belongs to the stage “{value}”: the applicant sees it ahead and never comes to it. Remove it, or name it in a state.',
  ],
  'idle-actor': [
    '«{value}» لا انتقال له من الحالة «{state}»، والمستفيد يقرأ أن الأمر عنده.',
    '“{value}” can make no move from “{state}”, and the applicant reads that it is his turn.',
  ],
  'actor-missing': [
    'لم يُذكر من يعمل على الطلب في الحالة «{value}». أضف "actor".',
    'It is not said who acts in the state “{value}”. Add "actor".',
  ],
  'field-type': [
    'الحقل «{value}» لا يصلح هنا. المطلوب حقل من نوع: \u2066{expected}\u2069',
    'The field “{value}” cannot be used here. It must be of the type {expected}.',
  ],
};
