/**
 * Sentences about a text that cannot be read as JSON, and about patterns, by code: Arabic and English. Signs stand
 * between LRI and PDI in Arabic, for a bracket among Arabic words is shown as its counterpart.
 */
export const sourceSentences: Readonly<Record<string, readonly [ar: string, en: string]>> = {
  'json-empty': [
    'لا شيء فيه. اكتب التعريف بين \u2066{\u2069 و\u2066}\u2069.',
    'It is empty. Write the definition between { and }.',
  ],
  'json-name': [
    'اكتب هنا اسمًا بين علامتي تنصيص، مثل "id".',
    'A name in double quotes must stand here, like "id".',
  ],
  'json-colon': [
    'تنقص نقطتان (:) قبل هذا الموضع. أضفهما بعد الاسم.',
    'A colon is missing before this. Add it after the name.',
  ],
  'json-comma': [
    'تنقص فاصلة (\u2066,\u2069) قبل هذا الموضع. وإن كان هذا داخل نص فضع \u2066\\\u2069 قبل علامة التنصيص.',
    'A comma is missing before this, or a backslash before a quotation mark inside a text. Add it.',
  ],
  'json-last-comma': ['هناك فاصلة بعد آخر عنصر. احذفها.', 'There is a comma after the last item. Remove it.'],
  'json-bracket': [
    'أغلق القوس هنا بالرمز \u2066{value}\u2069.',
    'A {value} must stand here to close the bracket.',
  ],
  'json-open-bracket': [
    'هذا القوس لم يُغلق. أضف ما يغلقه في موضعه.',
    'This bracket is never closed. Close it where it ends.',
  ],
  'json-end': [
    'لا يُكتب شيء بعد نهاية JSON. احذف ما بعدها.',
    'Nothing may follow the end of the JSON text. Remove what does.',
  ],
  'json-single-quote': [
    'تُكتب النصوص والأسماء بين علامتي تنصيص مزدوجتين ("…")، لا مفردتين.',
    'Text and names stand in double quotes ("…"), not in single ones.',
  ],
  'json-curly-quote': [
    'تُكتب النصوص والأسماء بين علامتي تنصيص مستقيمتين ("…")، لا بين «…» ولا “…”.',
    'Text and names stand in straight quotes ("…"), not in curly ones.',
  ],
  'json-arabic-comma': [
    'هذه فاصلة عربية. اكتب مكانها الفاصلة اللاتينية (\u2066,\u2069).',
    'This is an Arabic comma or semicolon. Write "," in its place.',
  ],
  'json-comment': ['لا مكان للتعليقات في JSON. احذف هذا التعليق.', 'JSON has no comments. Remove this one.'],
  'json-stray-colon': [
    'لا تُكتب النقطتان (:) إلا بعد اسم داخل \u2066{ }\u2069. احذفهما.',
    'A colon stands only after a name, between { and }. Remove this one.',
  ],
  'json-invisible': [
    'هنا حرف غير مرئي أو مسافة من نوع خاص. احذفه.',
    'An invisible character or a special space stands here. Remove it.',
  ],
  'json-control': [
    'في النص حرف تحكم، مثل مسافة الجدولة. احذفه، أو اكتب مسافة الجدولة هكذا: \u2066\\t\u2069',
    'A control character stands in a text. Remove it, or write a tab as \\t.',
  ],
  'json-backslash': [
    'لا معنى للشرطة العكسية هنا. اكتبها مرتين: \u2066\\\\\u2069',
    'A backslash means nothing here. Write it twice: \\\\',
  ],
  'json-open-text': [
    'هذا النص لم يُغلق، فسطره ينتهي بلا علامة تنصيص. أضفها في آخره.',
    'This text is not closed: its line ends without a double quote. Add one at its end.',
  ],
  'huge-number': [
    'هذا العدد أكبر مما يمكن حسابه. اكتب عددًا أصغر.',
    'This number is too large. Write a smaller one.',
  ],
  'json-value': [
    'تنقص قيمة قبل هذا الموضع. أضفها، أو احذف الفاصلة الزائدة.',
    'A value is missing before this. Add it, or remove the comma.',
  ],
  'json-number': [
    'هذا العدد لا يُقرأ. اكتبه بالأرقام من 0 إلى 9، بلا صفر ولا علامة زائد في أوله، وبأرقام على جانبي النقطة.',
    'This is not a number. Write it with digits 0 to 9, no zero or plus in front, and digits on both sides of a point.',
  ],
  'json-word': [
    'هذه الكلمة ليست من JSON. اكتب النص أو الاسم بين علامتي تنصيص ("…").',
    'This word is not JSON. Write text and names in double quotes ("…").',
  ],
  'name-twice': [
    'هذا الاسم مكرر في المكان نفسه. أبقِ واحدًا واحذف الآخر.',
    'This name stands twice in the same object. Keep one and remove the other.',
  ],
  'too-nested': [
    'الأقواس متداخلة هنا أكثر من {most} مستوى. اختصر التداخل.',
    'More than {most} brackets are open here. Nest less deep.',
  ],
  'pattern-length': [
    'هذا النمط أطول من {most} حرف. اختصره.',
    'This pattern is longer than {most} characters. Shorten it.',
  ],
  'pattern-syntax': [
    'هذا النمط ليس تعبيرًا نمطيًا سليمًا (ECMAScript، العلامة u). تأكد من إغلاق أقواسه، ومن أن \u2066\\\u2069 لا تسبق إلا رمزًا يحتاج إليها.',
    'This pattern is not a regular expression (ECMAScript, flag u). Check that its brackets are closed, and that a backslash stands only before a sign that needs it.',
  ],
  'pattern-reference': [
    'في هذا النمط رجوع إلى جزء سابق أو نظر إلى ما حوله أو علامة داخلية، مثل \u2066\\1\u2069 أو \u2066(?=a)\u2069 أو \u2066(?i:a)\u2069. اكتبه من دونها.',
    'This pattern uses a back-reference, look-ahead, look-behind or flag, such as \\1, (?=a) or (?i:a). Write it without.',
  ],
  'pattern-endless': [
    'قد لا ينتهي فحص هذا النمط، ففيه تكرار لما يطابق النص نفسه بأكثر من طريقة، مثل \u2066(a+)+\u2069. اكتفِ بتكرار واحد، مثل \u2066a+\u2069.',
    'This pattern can take for ever: it repeats something that can match the same text in several ways, such as (a+)+. Repeat it once, such as a+.',
  ],
  'pattern-slow': [
    'قد يطول فحص هذا النمط كثيرًا، ففيه تكرارات بلا حد للأحرف نفسها. ابدأه بالرمز \u2066^\u2069، أو ضع للتكرار حدًا مثل \u2066{1,20}\u2069.',
    'This pattern can take very long: it has too many open repetitions of the same characters. Begin it with ^, or give a repetition a limit such as {1,20}.',
  ],
};
