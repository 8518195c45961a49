import { html } from 'lit';
import { exampleAnswers, exampleApplication } from '../support/example-application.js';
import type { FormStory } from '../support/form-story.js';
import { by, formMeta, formTemplate } from '../support/form-story.js';
import { shownAs } from '../support/shown-as.js';
import { oneStep } from '../support/written-definition.js';

/** The form among other things: in a form of the page, beside another one, in the page's own colours. */
export default { ...formMeta, title: 'Form/Embedding' };

const contact = oneStep([
  { id: 'fullName', type: 'text', required: true, label: { ar: 'الاسم كاملًا', en: 'Full name' } },
  { id: 'mobile', type: 'phone', required: true, label: { ar: 'رقم الجوال', en: 'Mobile number' } },
]);

/** The answers go with the page's own form, whose button sends them. */
export const InAFormOfThePage: FormStory = {
  args: { definition: contact, prefill: { fullName: 'سالم المثالي', mobile: '+966501234567' } },
  render: ({ definition, prefill }, { globals }) => {
    const isArabic = globals.language === 'ar';
    return html`<form @submit=${(event: Event) => event.preventDefault()}>
      <label>${isArabic ? 'رقم العضوية' : 'Member number'} <input name="member" /></label>
      <taafi-form
        name="aid"
        lang=${String(globals.language)}
        numerals=${shownAs(globals).numerals}
        calendar=${shownAs(globals).calendar}
        history="off"
        .prefill=${prefill}
        .definition=${definition}
      ></taafi-form>
      <button>${isArabic ? 'إرسال الصفحة كلها' : 'Send the whole page'}</button>
    </form>`;
  },
};

export const TwoLanguagesOnOnePage: FormStory = {
  args: { definition: exampleApplication, prefill: exampleAnswers },
  render: (args, context) => html`
    ${formTemplate(args, context)}
    ${formTemplate(args, { globals: { ...context.globals, language: context.globals.language === 'ar' ? 'en' : 'ar' } })}
  `,
};

export const Disabled: FormStory = {
  args: { definition: exampleApplication, prefill: exampleAnswers, disabled: true },
  play: by(async (person) => {
    person.form.goTo('request');
    await person.isOn('request');
  }),
};

/** Far more questions than a step should have; what is out of sight is laid out later. */
export const ManyFields: FormStory = {
  args: {
    definition: oneStep(
      Array.from({ length: 60 }, (_, index) => ({
        id: `question${index}`,
        type: index % 3 === 0 ? 'yes-no' : 'text',
        label: { ar: `السؤال رقم ${index + 1}`, en: `Question number ${index + 1}` },
      })),
    ),
  },
};

/** What the page says above and below every page of the form. */
export const WithHeaderAndFooter: FormStory = {
  args: { definition: contact },
  render: ({ definition }, { globals }) => {
    const isArabic = globals.language === 'ar';
    return html`<taafi-form lang=${String(globals.language)} history="off" .definition=${definition}>
      <p slot="header"><strong>${isArabic ? 'جمعية المثال' : 'The example association'}</strong></p>
      <p slot="footer">${isArabic ? 'ترخيص رقم 0000' : 'Licence no. 0000'}</p>
    </taafi-form>`;
  },
};
