import { html } from 'lit';
import type { DeclarationStory } from '../support/declaration.js';
import { declarationMeta, declarationTemplate, signByName } from '../support/declaration.js';
import { exampleAnswers, exampleApplication } from '../support/example-application.js';
import { by } from '../support/form-story.js';
import { pretendedReceiver } from '../support/pretended-receiver.js';
import { now } from '../support/pretended-transport.js';

/** Where the data come from: a form of the page, one of the kit, or a request sent before; and what is said without any. */
export default { ...declarationMeta, title: 'Data declaration/Where the data come from' };

const clock = () => now;

const words = {
  ar: {
    name: 'الاسم',
    city: 'المدينة',
    news: 'أوافق على وصول رسائل',
    help: 'ما تحتاجه',
    rent: 'إيجار',
    work: 'عمل',
  },
  en: {
    name: 'Name',
    city: 'City',
    news: 'I agree to messages',
    help: 'What you need',
    rent: 'Rent',
    work: 'Work',
  },
} as const;

const inDeclaration = 'taafi-data-declaration';

/** The answers of a form that the page has already, as they are at the moment. */
export const AFormOfThePage: DeclarationStory = {
  args: { for: 'page-form' },
  render: (args, around) => {
    const { name, city, news, help, rent, work } = words[around.globals.language === 'en' ? 'en' : 'ar'];
    return html`<form id="page-form" @submit=${(event: Event) => event.preventDefault()}>
        <p><label>${name} <input name="name" value="مريم المثالية" /></label></p>
        <p><label>${city} <input name="city" value="أبها" /></label></p>
        <fieldset>
          <legend>${help}</legend>
          <label><input type="radio" name="help" value="rent" checked /> ${rent}</label>
          <label><input type="radio" name="help" value="work" /> ${work}</label>
        </fieldset>
        <p><label><input type="checkbox" name="news" checked /> ${news}</label></p>
      </form>
      ${declarationTemplate(args, around)}`;
  },
};

/** Signed, and then the page’s form was changed: the signature is void, and the person is told. */
export const AFormThatIsChangedAfterwards: DeclarationStory = {
  ...AFormOfThePage,
  play: async (story) => {
    await by((person) => signByName(person), inDeclaration)(story);
    const box = story.canvasElement.querySelector<HTMLInputElement>('#page-form [name="city"]');
    if (box !== null) box.value = 'جدة';
    box?.dispatchEvent(new Event('input', { bubbles: true }));
    await by((person) => person.seen('.error'), inDeclaration)(story);
  },
};

export const AFormOfTheKit: DeclarationStory = {
  args: { for: 'kit-form' },
  render: (args, around) =>
    html`<taafi-form
        id="kit-form"
        lang=${String(around.globals.language)}
        history="off"
        .clock=${clock}
        .prefill=${exampleAnswers}
        .definition=${exampleApplication}
      ></taafi-form>
      ${declarationTemplate(args, around)}`,
};

export const NothingToSign: DeclarationStory = { args: { data: { ar: {}, en: {} }, association: '' } };

const link = { reference: '48291730561249', token: 'a'.repeat(22), association: '' };

export const SignedBefore: DeclarationStory = { args: { ...link, receiver: pretendedReceiver('signed') } };
export const UnknownLink: DeclarationStory = { args: { ...link, receiver: pretendedReceiver('unknown') } };
export const TooManyTries: DeclarationStory = { args: { ...link, receiver: pretendedReceiver('busy') } };
export const Unreachable: DeclarationStory = { args: { ...link, receiver: pretendedReceiver('down') } };
