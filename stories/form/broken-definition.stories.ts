import { html } from 'lit';
import type { FormStory } from '../support/form-story.js';
import { formMeta } from '../support/form-story.js';
import { silentAddress } from '../support/pretended-receiver.js';
import { until } from '../support/until.js';
import { oneStep } from '../support/written-definition.js';

/** Where the definition cannot be used, the page's own words stand; the reasons are folded away below them. */
export default { ...formMeta, title: 'Form/Broken definition' };

const broken = oneStep([
  { id: 'fullName', type: 'txt', required: true, label: { ar: 'الاسم', en: 'Name' } },
  { id: 'need', type: 'long-text', lable: 'x', label: { ar: 'الحاجة', en: 'Need' } },
  { id: 'need', type: 'text', pattern: '(a+)+$', label: { ar: 'الحاجة', en: 'Need' } },
]);

const opened = async ({ canvasElement }: { canvasElement: HTMLElement }) => {
  const faults = await until(
    () => canvasElement.querySelector('taafi-form')?.shadowRoot?.querySelector<HTMLDetailsElement>('.faults'),
    'the list of faults',
  );
  faults.open = true;
};

/** The page has said nothing of its own. */
export const FaultList: FormStory = { args: { definition: broken }, play: opened };

/** `definition` is the address of a file that is not there. */
export const NotFound: FormStory = { args: { definition: './no-such-form.json' }, play: opened };

export const OwnFallback: FormStory = {
  args: { definition: broken },
  render: ({ definition }, { globals }) => html`<taafi-form
    lang=${String(globals.language)}
    .definition=${definition}
  >
    <p>${globals.language === 'ar' ? 'اتصل بنا على 013 000 0000.' : 'Call us on 013 000 0000.'}</p>
  </taafi-form>`,
  play: opened,
};

/** What stands in the element is shown until the form is there. */
export const Loading: FormStory = {
  args: { definition: '' },
  render: ({ definition }, { globals }) => html`<taafi-form
    lang=${String(globals.language)}
    .definition=${definition}
  >
    <p>${globals.language === 'ar' ? 'يُفتح نموذج الطلب…' : 'The application is being opened…'}</p>
  </taafi-form>`,
};

/** The definition is on its way, and what stands in the element with it. */
export const LoadingSlowly: FormStory = { ...Loading, args: { definition: silentAddress() } };

/** The definition is there, and the parts the form is made of could not be brought. */
export const PartsUnreachable: FormStory = {
  args: { definition: '' },
  play: async ({ canvasElement }) => {
    const form = canvasElement.querySelector('taafi-form');
    // What it begins with is said first.
    await form?.updateComplete;
    form?.showNotBrought(true);
    await until(() => form?.shadowRoot?.querySelector('#unreached'), 'the sentence');
  },
};
