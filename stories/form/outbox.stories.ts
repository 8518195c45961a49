import { Vault } from '../../src/transport/vault/vault.js';
import { exampleAnswers, exampleApplication, goOnToReview } from '../support/example-application.js';
import type { FormStory } from '../support/form-story.js';
import { by, formMeta } from '../support/form-story.js';
import { pretendedReceiver } from '../support/pretended-receiver.js';
import type { Holding } from '../support/shown-outbox.js';
import { holding, keptReceipt, keptRequest } from '../support/shown-outbox.js';

/** What could not be sent: offered to be kept on the device, kept there, sent from there. */
export default { ...formMeta, title: 'Form/Outbox' };

const args = { definition: exampleApplication, prefill: exampleAnswers };

/** A form on a device that holds something. */
function storyOf(held: Holding, press?: string): FormStory {
  return {
    args,
    play: by(async (person) => {
      await holding(person, held);
      if (press !== undefined) await person.press(press);
    }),
  };
}

/** A device of which nobody has said that it is his own. */
async function strangeDevice() {
  await new Vault().forgetAll();
  return {};
}

/** The line has failed: one button keeps the request here, and says for how long and for whom that is right. */
export const Offered: FormStory = {
  args,
  loaders: [strangeDevice],
  play: by(async (person) => {
    person.form.transport = undefined;
    person.form.receiver = pretendedReceiver('downForLong');
    await goOnToReview(person);
    await person.goOn();
    await person.seen('.keep-offer');
  }),
};

/** Kept until the line is back: it is never called sent. */
export const NotSentYet: FormStory = storyOf({ entries: [keptRequest()] });

export const LastAttemptFailed: FormStory = storyOf({
  entries: [keptRequest({ kind: 'waiting' }, { failure: 'unreachable' })],
});

export const SendingFiles: FormStory = storyOf({
  entries: [
    keptRequest({ kind: 'waiting' }, { progress: { kind: 'files', sent: 400_000, total: 1_200_000 } }),
  ],
});

/** Asked once, with the safe answer first. */
export const Deleting: FormStory = storyOf({ entries: [keptRequest()] }, '.kept .beside button:last-child');

export const Refused: FormStory = storyOf({
  entries: [keptRequest({ kind: 'refused', failure: 'form-changed', problems: [] })],
});

/** The page was closed while the person was changing it. */
export const BeingChanged: FormStory = storyOf({ entries: [keptRequest({ kind: 'held' })] });

export const Sent: FormStory = storyOf({ entries: [keptReceipt()] });

/** Nothing of a survey is kept, and there is no number. */
export const SurveySent: FormStory = storyOf({ entries: [keptReceipt({ survey: {} })] });

/** Seven days were over before the line was back. */
export const Gone: FormStory = storyOf({ gone: 2 });

export const Unreadable: FormStory = storyOf({ unreadable: ['one'] });

export const Several: FormStory = storyOf({ entries: [keptRequest(), { ...keptReceipt(), id: 'sent one' }] });
