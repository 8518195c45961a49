import type { GivenAnswer } from '../../src/fields/given/given.type.js';
import type { FormStory } from '../support/form-story.js';
import { by, formMeta } from '../support/form-story.js';
import type { Person } from '../support/person.js';
import { oneStep } from '../support/written-definition.js';

/** Data that the page or a request sent before brings along: there is nothing to type. */
export default { ...formMeta, title: 'Fields/Given' };

const given = {
  id: 'given',
  type: 'given',
  required: true,
  label: { ar: 'ما توقّع عليه', en: 'What you sign' },
} as const;

const definition = oneStep([given]);

/** Gives the field its data, as `<taafi-data-declaration>` does. */
async function give({ form }: Person, lines: GivenAnswer['lines']): Promise<void> {
  const { engine } = form.runner?.session ?? {};
  const node = engine?.find('given');
  if (node !== undefined) engine?.answer(node, { lines });
  await form.updateComplete;
}

export const Lines: FormStory = {
  args: { definition },
  play: by((person) =>
    give(person, [
      { label: 'الاسم الكامل', value: 'مريم المثالية' },
      { label: 'السكن' },
      { label: 'المدينة', value: 'أبها' },
      { label: 'رقم الجوال', value: '\u2066050 123 4567\u2069' },
      { label: 'ما تحتاجه', value: 'عقد الإيجار ينتهي بعد شهرين.\nأحتاج إلى عمل قريب من السكن.' },
    ]),
  ),
};

export const Nothing: FormStory = { args: { definition } };

export const Missing: FormStory = { args: { definition }, play: by((person) => person.isStopped()) };

/** Words without an end, in the other direction, and markup that is nothing but text. */
export const LongContent: FormStory = {
  args: { definition },
  play: by((person) =>
    give(person, [
      { label: 'القسم الأول من البيانات التي جمعها عنك من ساعدك في تعبئة الطلب على مدى أسابيع' },
      {
        label: 'ما السبب الذي من أجله تطلب هذه المساعدة الآن، وما الذي يتغير لو وصلتك في وقتها؟',
        value: 'أحتاج إلى سكن قريب من مكان العلاج لأن المواصلات تستغرق ساعتين في كل مرة. '.repeat(8).trim(),
      },
      { label: 'Website', value: `https://example.org/${'very-long-'.repeat(20)}` },
      { label: '<img src=x onerror=alert(1)>', value: '<script>alert(1)</script>' },
    ]),
  ),
};
