import type { ProblemSentences } from './definition-sentences.js';

/** Sentences about what could be better in a form, and about themes, by code: Arabic and English. No browser loads these. */
export const lintSentences: ProblemSentences = {
  'purposes-missing': [
    'لا يقول النموذج لماذا يطلب البيانات. أضف "purposes"، واذكر في كل حقل "purpose".',
    'The form does not say what its data are for. Add "purposes", and name one of them in each field as its "purpose".',
  ],
  'retention-missing': [
    'لا يقول النموذج إلى متى تُحفظ البيانات. أضف "retention".',
    'The form does not say how long its data are kept. Add "retention".',
  ],
  'sensitive-without-purpose': [
    'هذا الحقل حساس ولم يُذكر لماذا يُطلب. أضف "purpose"، أو احذف الحقل إن لم تكن إليه حاجة.',
    'This field is sensitive, and nothing says what it is for. Add a "purpose", or leave the field out if it is not needed.',
  ],
  'stigmatising-word': [
    'كلمة «{value}» قد تجرح من يقرؤها. اكتب مكانها «{better}».',
    '“{value}” can hurt whoever reads it. Write “{better}” in its place.',
  ],
  'low-contrast': [
    'تباين «{value}» مع «{other}» هو {ratio}، والمطلوب {needed} على الأقل. غيّر أحد اللونين.',
    'The contrast of “{value}” with “{other}” is {ratio} and has to be {needed} at least. Change one of the two.',
  ],
  'low-contrast-better': [
    'تباين «{value}» مع «{other}» هو {ratio}، والمطلوب {needed} على الأقل. أقرب لون يكفي: \u2066{better}\u2069',
    'The contrast of “{value}” with “{other}” is {ratio} and has to be {needed} at least. The nearest colour that will do: {better}',
  ],
  'token-colour': [
    'ينقص هنا لون معتم من sRGB، مثل \u2066"#0b5d4e"\u2069',
    'This has to be an opaque colour of sRGB, such as "#0b5d4e".',
  ],
  'token-hex': [
    'اللون في "hex" غير الذي في "components"، وهذا ما يظهر. اكتب اللون وحده: \u2066"$value": "#0b5d4e"\u2069',
    'The "hex" is another colour than its "components", which is the one shown. Write the colour alone: "$value": "#0b5d4e".',
  ],
  'token-length': [
    'ينقص هنا مقاس بوحدة px أو rem، مثل \u2066{"value": 8, "unit": "px"}\u2069',
    'This has to be a dimension in px or rem, such as {"value": 8, "unit": "px"}.',
  ],
  'token-number': ['ينقص هنا عدد أكبر من 0.', 'This has to be a number above 0.'],
  'token-font': [
    'اكتب هنا أسماء خطوط بحروف وأرقام ومسافات وشرطات فقط.',
    'This has to be names of typefaces: letters, digits, spaces and hyphens.',
  ],
  'token-circle': [
    'هذا الرمز يشير في النهاية إلى نفسه. أعطه قيمة.',
    'This leads back to itself. Give it a value.',
  ],
};
