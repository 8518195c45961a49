import { ReceiverHalves } from '../../src/transport/drafts/draft-halves.js';
import { Drafts } from '../../src/transport/drafts/drafts.js';
import { Vault } from '../../src/transport/vault/vault.js';
import type { FormStory } from '../support/form-story.js';
import { by, formMeta } from '../support/form-story.js';
import type { Person } from '../support/person.js';
import { pretendedCode, pretendedHalves } from '../support/pretended-receiver.js';
import type { WrittenDefinition } from '../support/written-definition.js';
import { definitionOf } from '../support/written-definition.js';

/** «Save and come back later»: on a device of one's own, or with a file that is taken away. */
export default {
  ...formMeta,
  title: 'Form/Drafts',
  // Modal dialogs of several stories on one page would lie on top of each other.
  parameters: {
    docs: { ...formMeta.parameters.docs, story: { autoplay: true, inline: false, height: '50rem' } },
  },
};

/** Each story has a form of its own: what is kept for one must not turn up in another. */
function formOf(id: string): WrittenDefinition {
  return definitionOf(
    [
      {
        id: 'need',
        title: { ar: 'ما تحتاجه', en: 'What you need' },
        fields: [
          { id: 'fullName', type: 'text', label: { ar: 'الاسم الكامل', en: 'Full name' } },
          { id: 'story', type: 'long-text', label: { ar: 'اشرح حاجتك', en: 'Tell us what you need' } },
          { id: 'paper', type: 'file', label: { ar: 'صورة الهوية', en: 'Copy of your ID' } },
          {
            id: 'right',
            type: 'statement',
            label: { ar: 'الإقرار', en: 'Declaration' },
            text: { ar: 'أقر بصحة ما كتبت.', en: 'I declare that this is right.' },
          },
        ],
      },
    ],
    { id },
  );
}

const args = (id: string, receiver = pretendedHalves()) => ({
  definition: formOf(id),
  transport: null,
  receiver,
  prefill: { fullName: 'سالم المثالي', story: 'إيجار ثلاثة أشهر' },
});

const opens = (person: Person) => person.press('#keep');

async function keeps(person: Person): Promise<void> {
  await opens(person);
  await person.press('#keep-own');
  await person.seen('.keep-code');
}

/** Keeps a form on this device as if that had been done the last time. */
function keptBefore(id: string) {
  return async () => {
    const vault = new Vault();
    const drafts = new Drafts(vault, new ReceiverHalves(pretendedHalves()));
    const { draft } = await drafts.begin(id);
    const answers = { fullName: 'سالم المثالي', story: 'إيجار ثلاثة أشهر', right: true, pets: 'two' };
    await draft.save({ form: { id, version: '1.0.0' }, answers, typed: {}, page: 'need', besides: {} });
    vault.close();
    return {};
  };
}

async function enters(person: Person, code: string): Promise<void> {
  const input = await person.seen<HTMLInputElement>('#keep-code');
  input.value = code;
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await person.press('.keep .primary');
}

async function takes(person: Person, file: object | string): Promise<void> {
  await opens(person);
  const input = await person.seen<HTMLInputElement>('#keep-file');
  const chosen = new DataTransfer();
  chosen.items.add(new File([typeof file === 'string' ? file : JSON.stringify(file)], 'answers.json'));
  input.files = chosen.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

export const Choosing: FormStory = { args: args('keep-choosing'), play: by(opens) };

/** Where the page itself or another endpoint takes the answers, there is no half to be kept: only the file is offered. */
export const OnlyAFile: FormStory = {
  args: { definition: formOf('keep-file'), prefill: { fullName: 'سالم المثالي' } },
  play: by(opens),
};

/** Told once. */
export const Code: FormStory = { args: args('keep-code'), play: by(keeps) };

export const Kept: FormStory = {
  args: args('keep-kept'),
  play: by(async (person) => {
    await keeps(person);
    await person.press('#keeping .primary');
    await person.unseen('#keeping');
    await opens(person);
    await person.seen('#keep-delete');
  }),
};

/** The receiver does not answer. */
export const NotBegun: FormStory = {
  args: args('keep-unreachable', pretendedHalves('noHalves')),
  play: by(async (person) => {
    await opens(person);
    await person.press('#keep-own');
    await person.seen('#keeping [role="alert"]');
  }),
};

export const ComingBack: FormStory = {
  args: args('keep-back'),
  loaders: [keptBefore('keep-back')],
  play: by((person) => person.seen('#keep-code')),
};

export const WrongCode: FormStory = {
  args: args('keep-wrong'),
  loaders: [keptBefore('keep-wrong')],
  play: by(async (person) => {
    await enters(person, '111111');
    await person.seen('#keep-code-error');
  }),
};

/** What has no place any more, and what he gives again himself, is named. */
export const BackAgain: FormStory = {
  args: args('keep-again'),
  loaders: [keptBefore('keep-again')],
  play: by(async (person) => {
    await enters(person, pretendedCode);
    await person.seen('#keep-notice');
  }),
};

/** A file of an earlier version of the form. */
export const FromAFile: FormStory = {
  args: args('keep-from'),
  play: by(async (person) => {
    await takes(person, {
      taafiAnswers: 1,
      form: { id: 'keep-from', version: '0.9.0' },
      language: 'ar',
      answers: { fullName: 'سالم', story: 5, right: true, pets: 'two' },
    });
    await person.seen('#keep-notice');
  }),
};

export const DamagedFile: FormStory = {
  args: args('keep-damaged'),
  play: by(async (person) => {
    await takes(person, '{"taafiAnswers": 1, "form": {');
    await person.seen('#keep-file-error');
  }),
};
