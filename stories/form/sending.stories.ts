import type { Transport } from '../../src/index.js';
import type { SendFailure } from '../../src/transport/transport.js';
import { SendError } from '../../src/transport/transport.js';
import {
  exampleAnswers,
  exampleApplication,
  exampleAssociation,
  goOnToReview,
} from '../support/example-application.js';
import { exampleFile } from '../support/example-files.js';
import type { FormStory } from '../support/form-story.js';
import { by, formMeta } from '../support/form-story.js';
import { never, pretendedTransport } from '../support/pretended-transport.js';

export default { ...formMeta, title: 'Form/Sending' };

function storyOf(replaced: Partial<Transport>, sight: string): FormStory {
  return {
    args: {
      definition: exampleApplication,
      prefill: exampleAnswers,
      association: exampleAssociation,
      transport: pretendedTransport(replaced),
    },
    play: by(async (person) => {
      await goOnToReview(person, exampleFile('lease.pdf', 'application/pdf', 1_200_000));
      await person.goOn();
      await person.seen(sight);
    }),
  };
}

const failing =
  (failure: SendFailure, problems: SendError['problems'] = []) =>
  async () => {
    throw new SendError(failure, { problems });
  };

/** First the files go, one after the other. */
export const Files: FormStory = storyOf(
  {
    upload: (file, _about, { onProgress }) => {
      onProgress?.(file.size / 2);
      return never();
    },
  },
  '#sending progress[value]',
);

/** The line is weak: the form says when it tries again. */
export const Waiting: FormStory = storyOf(
  {
    upload: (_file, _about, { onWait }) => {
      onWait?.({ attempt: 2, milliseconds: 12_000, reason: 'unreachable' });
      return never();
    },
  },
  '#sending p + p',
);

export const Answers: FormStory = storyOf({ submit: never }, '#sending progress:not([value])');

export const Offline: FormStory = storyOf({ submit: failing('offline') }, '#sending-title');

export const Unreachable: FormStory = storyOf({ submit: failing('unreachable') }, '#sending-title');

export const FormChanged: FormStory = storyOf({ submit: failing('form-changed') }, '#sending-title');

/** The receiver found what the form could not know. */
export const Refused: FormStory = storyOf(
  {
    submit: failing('refused', [
      { pointer: '/mobile', code: 'not-mobile' },
      { pointer: '/dependants/1/name', code: 'required' },
    ]),
  },
  '#errors',
);

export const Receipt: FormStory = storyOf({}, '.receipt');
