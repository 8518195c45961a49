import type { FormStory } from '../support/form-story.js';
import { formMeta } from '../support/form-story.js';
import { oneStep } from '../support/written-definition.js';

export default { ...formMeta, title: 'Fields/Note' };

const note = {
  id: 'whyWeAsk',
  type: 'note',
  label: { ar: 'لماذا نسأل؟', en: 'Why do we ask?' },
  text: {
    ar: 'نسأل عن السكن **لنعرف أقرب مكتب إليك**.\n\n- لا نزورك من دون موعد\n- لا نسأل جيرانك عنك\n\nاقرأ [سياسة الخصوصية](/privacy).',
    en: 'We ask about your home **to find the office nearest to you**.\n\n- We do not visit without an appointment\n- We do not ask your neighbours\n\nRead the [privacy policy](/privacy).',
  },
} as const;

export const Plain: FormStory = { args: { definition: oneStep([note]) } };

export const Important: FormStory = { args: { definition: oneStep([{ ...note, look: 'important' }]) } };

export const FoldedAway: FormStory = { args: { definition: oneStep([{ ...note, look: 'details' }]) } };

export const OnlyATitle: FormStory = {
  args: {
    definition: oneStep([
      { id: 'short', type: 'note', label: { ar: 'يكفي ما تتذكره', en: 'What you remember is enough' } },
    ]),
  },
};

/** The parts of a privacy notice that the law asks for, each under its own heading. */
export const PrivacyNotice: FormStory = {
  args: {
    definition: oneStep(
      [{ id: 'privacy', type: 'note', shows: 'notice', label: { ar: 'خصوصيتك', en: 'Your privacy' } }],
      {
        notice: {
          controller: { ar: 'جمعية المثال', en: 'The example association' },
          contact: {
            ar: 'راسلنا على [privacy@example.org](mailto:privacy@example.org)',
            en: 'Write to [privacy@example.org](mailto:privacy@example.org)',
          },
          basis: { ar: 'موافقتك', en: 'Your consent' },
          purposes: { ar: '- دراسة طلبك\n- الرد عليك', en: '- studying your request\n- answering you' },
          mandatory: { ar: 'كل ما لم يُكتب بجانبه «اختياري»', en: 'All that is not marked optional' },
          sharing: { ar: 'لجنة البحث فقط', en: 'The research committee only' },
          retention: { ar: 'ما دام طلبك قيد الدراسة', en: 'While your request is studied' },
          rights: {
            ar: 'أن تعلم، وأن تصل، وأن تصحح، وأن تطلب الإتلاف',
            en: 'To know, to see, to correct, to have it destroyed',
          },
          withdrawal: { ar: 'برسالة إلى العنوان نفسه', en: 'By writing to the same address' },
        },
      },
    ),
  },
};

export const LongContent: FormStory = {
  args: {
    definition: oneStep([
      {
        ...note,
        look: 'important',
        text: {
          ar: `${'كلمة_طويلة_بلا_فراغ_'.repeat(6)}\n\n${'جملة تتكرر لتملأ أكثر من سطر. '.repeat(10)}`,
          en: `${'OneWordWithoutAnySpace'.repeat(6)}\n\n${'A sentence that fills more than a line. '.repeat(10)}`,
        },
      },
    ]),
  },
};
