import type { Meta, StoryObj } from '@storybook/web-components';
import { html } from 'lit';
import type { Answers, Transport } from '../../src/index.js';
import { SendError } from '../../src/transport/transport.js';
import { exampleFile } from '../support/example-files.js';
import { by } from '../support/form-story.js';
import { silentAddress } from '../support/pretended-receiver.js';
import { now, pretendedTransport } from '../support/pretended-transport.js';
import { shownAs } from '../support/shown-as.js';
import { drawn, sign } from '../support/signing.js';
import type { WrittenDefinition } from '../support/written-definition.js';
import { withPrefill } from '../support/written-definition.js';

interface RequestArgs {
  /** Answers the form begins with instead of those of the example. */
  prefill?: Answers;
  /** A way to send that does not arrive. */
  transport?: Transport;
  disabled?: boolean;
}

type RequestStory = StoryObj<RequestArgs>;

interface Pack {
  readonly definition: WrittenDefinition;
  readonly association: object;
  readonly answers: Answers;
}

/** What lies beside the code, as a receiver serves it. The answers are those of the pack's own tests. */
const addresses = {
  definition: new URL('../../src/packs/taafi/support-request.json', import.meta.url),
  association: new URL('../../src/packs/taafi/association.json', import.meta.url),
  answers: new URL('../../test/packs/support-request.answers.json', import.meta.url),
};

let pack: Promise<Pack> | undefined;

async function loadPack(): Promise<Pack> {
  const [definition, association, answers] = await Promise.all(
    [addresses.definition, addresses.association, addresses.answers].map(async (address) =>
      (await fetch(address)).json(),
    ),
  );
  return { definition: withPrefill(definition), association, answers };
}

const clock = () => now;
const usual = pretendedTransport();

/** طلب دعم مستفيد: the form of the association's pack, step by step. */
export default {
  title: 'Support request',
  component: 'taafi-support-request',
  loaders: [
    async () => {
      pack ??= loadPack();
      return { pack: await pack };
    },
  ],
  render: ({ prefill, transport = usual, disabled = false }, { globals, loaded }) => {
    // The loader above has put it there.
    const { definition, association, answers } = loaded.pack as Pack;
    return html`<taafi-support-request
      lang=${String(globals.language)}
      numerals=${shownAs(globals).numerals}
      calendar=${shownAs(globals).calendar}
      history="off"
      .clock=${clock}
      .transport=${transport}
      .prefill=${prefill ?? answers}
      .association=${association}
      .definition=${definition}
      ?disabled=${disabled}
    ></taafi-support-request>`;
  },
} satisfies Meta<RequestArgs>;

const at = (step: string) =>
  by(async (person) => {
    person.form.goTo(step);
    await person.isOn(step);
  });

export const Start: RequestStory = {};

/** The first step as everybody meets it. */
export const NothingFilled: RequestStory = { args: { prefill: {} }, play: at('whoFills') };

/** Somebody of a partner organisation fills it in, with the person's knowledge. */
export const FilledByAPartner: RequestStory = {
  args: {
    prefill: {
      filledBy: 'partner',
      helperName: 'خالد المثالي',
      helperOrganisation: 'جمعية المثال',
      helperPhone: '+966501234567',
    },
  },
  play: at('whoFills'),
};

export const WhoFills: RequestStory = { play: at('whoFills') };
export const Support: RequestStory = { play: at('support') };
export const Identity: RequestStory = { play: at('identity') };
export const About: RequestStory = { play: at('person') };
export const Contact: RequestStory = { play: at('contact') };
export const Home: RequestStory = { play: at('home') };
export const Family: RequestStory = { play: at('family') };
export const Work: RequestStory = { play: at('work') };
export const Income: RequestStory = { play: at('income') };
export const Obligations: RequestStory = { play: at('obligations') };
export const Health: RequestStory = { play: at('health') };
export const Documents: RequestStory = {
  play: by(async (person) => {
    person.form.goTo('documents');
    await person.isOn('documents');
    await person.attach('identityCopy', exampleFile('هوية.jpg', 'image/jpeg'));
    await person.attach('lease', exampleFile('عقد الإيجار.pdf', 'application/pdf', 1_200_000));
  }),
};
export const Consents: RequestStory = { play: at('consents') };

export const ContactUnanswered: RequestStory = {
  args: { prefill: {} },
  play: by(async (person) => {
    person.form.goTo('contact');
    await person.isOn('contact');
    await person.isStopped();
  }),
};

export const FamilyUnfinished: RequestStory = {
  args: { prefill: { supportsOthers: true, dependants: [{ relation: 'child' }, { relation: 'parent' }] } },
  play: by(async (person) => {
    person.form.goTo('family');
    await person.isOn('family');
    await person.isStopped();
  }),
};

const agrees = by(async (person) => {
  person.form.goTo('documents');
  await person.isOn('documents');
  await person.attach('identityCopy', exampleFile('هوية.jpg', 'image/jpeg'));
  person.form.goTo('consents');
  await person.isOn('consents');
  for (const box of person.root.querySelectorAll<HTMLInputElement>('.statement input:not(:checked)'))
    box.click();
  await person.form.updateComplete;
  await person.goOnTo('review');
});

export const Review: RequestStory = { play: agrees };

const signs = async (story: Parameters<typeof agrees>[0]) => {
  await agrees(story);
  await by(async (person) => {
    await person.take('declaration');
    await sign(person, drawn);
  })(story);
};

export const Signed: RequestStory = { play: signs };

export const NotSigned: RequestStory = {
  play: async (story) => {
    await agrees(story);
    await by((person) => person.isStopped())(story);
  },
};

export const Receipt: RequestStory = {
  play: async (story) => {
    await signs(story);
    await by(async (person) => {
      await person.goOn();
      await person.seen('.receipt');
    })(story);
  },
};

/** The whole way from the questions to the receipt in Arabic-Indic digits: what was typed and what is signed stays as it was. */
export const ReviewInArabNumerals: RequestStory = { ...Review, globals: { numerals: 'arab' } };

export const ReceiptInArabNumerals: RequestStory = { ...Receipt, globals: { numerals: 'arab' } };

/** The Gregorian date first, whichever calendar was typed in. */
export const ReviewGregorianFirst: RequestStory = { ...Review, globals: { calendar: 'gregory' } };

/** The line is down: nothing is lost, and the button sends again. */
export const Offline: RequestStory = {
  args: { transport: pretendedTransport({ submit: () => Promise.reject(new SendError('offline')) }) },
  play: async (story) => {
    await signs(story);
    await by(async (person) => {
      await person.goOn();
      await person.seen('#sending-title');
    })(story);
  },
};

/** The form is on its way: the page's own words stand. */
export const Loading: RequestStory = {
  render: (_args, { globals }) => html`<taafi-support-request
    lang=${String(globals.language)}
    definition=${silentAddress()}
    association=""
  >
    <p>${globals.language === 'ar' ? 'يُفتح نموذج الطلب…' : 'The application is being opened…'}</p>
  </taafi-support-request>`,
};

export const Disabled: RequestStory = { args: { disabled: true }, play: at('person') };

const long = {
  ar: 'أحتاج إلى سكن قريب من مكان العلاج لأن المواصلات تستغرق ساعتين في كل مرة. ',
  unbroken: 'كلمة_طويلة_بلا_فراغ_',
};

/** Far more than anybody expects to be written. */
export const LongContent: RequestStory = {
  args: {
    prefill: {
      supportWanted: ['other'],
      supportOther: long.unbroken.repeat(4),
      supportDescription: `${long.ar.repeat(10)}\n\n${long.unbroken.repeat(9)}`,
    },
  },
  play: at('support'),
};
