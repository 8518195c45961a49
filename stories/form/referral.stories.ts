import { SendError } from '../../src/transport/transport.js';
import { exampleApplication } from '../support/example-application.js';
import type { FormStory } from '../support/form-story.js';
import { by, formMeta } from '../support/form-story.js';
import type { Person } from '../support/person.js';
import { never, pretendedTransport } from '../support/pretended-transport.js';

/** «The procedure is not clear to me»: on every page, without leaving it. */
export default {
  ...formMeta,
  title: 'Form/Referral',
  // Modal dialogs of several stories on one page would lie on top of each other.
  parameters: {
    docs: { ...formMeta.parameters.docs, story: { autoplay: true, inline: false, height: '40rem' } },
  },
};

const opens = (person: Person) => person.press('.help button');
const sends = async (person: Person) => {
  await opens(person);
  const question = await person.seen<HTMLTextAreaElement>('#referral-question');
  question.value = 'ما المستندات التي أحتاجها إن لم يكن لي عقد إيجار؟';
  question.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await person.press('dialog [class="primary"], dialog .primary');
};

export const Asking: FormStory = { args: { definition: exampleApplication }, play: by(opens) };

export const Missing: FormStory = {
  args: { definition: exampleApplication },
  play: by(async (person) => {
    await opens(person);
    await person.press('dialog .primary');
    await person.seen('#referral-error');
  }),
};

export const Sending: FormStory = {
  args: { definition: exampleApplication, transport: pretendedTransport({ refer: never }) },
  play: by(sends),
};

export const Failed: FormStory = {
  args: {
    definition: exampleApplication,
    transport: pretendedTransport({
      refer: async () => {
        throw new SendError('offline');
      },
    }),
  },
  play: by(async (person) => {
    await sends(person);
    await person.seen('dialog [role="alert"]');
  }),
};

export const Sent: FormStory = {
  args: { definition: exampleApplication },
  play: by(async (person) => {
    await sends(person);
    await person.seen('dialog .success');
  }),
};
