import { html } from 'lit';
import { SendError } from '../../src/transport/transport.js';
import type { DeclarationStory } from '../support/declaration.js';
import { agree, declarationMeta, gathered, signByName, signer } from '../support/declaration.js';
import { exampleFile } from '../support/example-files.js';
import { by } from '../support/form-story.js';
import { silentAddress } from '../support/pretended-receiver.js';
import { pretendedTransport } from '../support/pretended-transport.js';
import { drawn, sign } from '../support/signing.js';

/** إقرار صحة البيانات: read as it will be signed, stood up for, signed here or on paper, sent. */
export default { ...declarationMeta, title: 'Data declaration', args: { data: gathered, signer } };

export const ToRead: DeclarationStory = {};

export const Drawn: DeclarationStory = {
  play: by(async (person) => {
    await agree(person, 'screen');
    await sign(person, drawn);
  }),
};

export const Typed: DeclarationStory = { play: by((person) => signByName(person)) };

/** Everything that is missing, named before anything is sent. */
export const Unanswered: DeclarationStory = { play: by((person) => person.isStopped()) };

export const NotSigned: DeclarationStory = {
  play: by(async (person) => {
    await agree(person, 'screen');
    await person.isStopped();
  }),
};

export const AnotherName: DeclarationStory = {
  play: by(async (person) => {
    await signByName(person, 'سالم');
    await person.isStopped();
  }),
};

/** Printed, signed by hand, photographed, and sent from here. */
export const OnPaper: DeclarationStory = {
  play: by(async (person) => {
    await agree(person, 'paper');
    await person.seen('.by-hand');
  }),
};

export const PaperMissing: DeclarationStory = {
  play: by(async (person) => {
    await agree(person, 'paper');
    await person.isStopped();
  }),
};

export const PaperPhotographed: DeclarationStory = {
  play: by(async (person) => {
    await agree(person, 'paper');
    await person.attach('signedPaper', exampleFile('إقرار موقّع.jpg', 'image/jpeg', 1_400_000));
  }),
};

/** What is changed after signing makes the signature void. */
export const ChangedAfterSigning: DeclarationStory = {
  play: by(async (person) => {
    await signByName(person);
    await person.take('readIt');
    await person.take('readIt');
  }),
};

export const Sent: DeclarationStory = {
  play: by(async (person) => {
    await signByName(person);
    await person.goOn();
    await person.seen('.receipt');
  }),
};

const reason = {
  ar: 'أحتاج إلى سكن قريب من مكان العلاج لأن المواصلات تستغرق ساعتين في كل مرة. '.repeat(12).trim(),
  en: 'I need a home near the place of treatment, since every journey takes two hours. '.repeat(12).trim(),
};

export const LongContent: DeclarationStory = {
  args: {
    data: {
      ar: {
        'ما السبب الذي من أجله تطلب هذه المساعدة الآن، وما الذي يتغير لو وصلتك في وقتها؟': reason.ar,
        'البريد الإلكتروني': `${'very.long.'.repeat(18)}@example.org`,
        'من تعولهم': Array.from({ length: 8 }, (_none, index) => ({ الاسم: `المعال رقم ${index + 1}` })),
      },
      en: {
        'Why do you ask for this help now, and what would change if it came in time?': reason.en,
        Email: `${'very.long.'.repeat(18)}@example.org`,
        'People you support': Array.from({ length: 8 }, (_none, index) => ({ Name: `Person ${index + 1}` })),
      },
    },
  },
};

/** What is signed stays to the letter; what the form itself says is in Arabic-Indic digits. */
export const InArabNumerals: DeclarationStory = {
  globals: { numerals: 'arab' },
  play: by(async (person) => {
    await signByName(person);
    await person.goOn();
    await person.seen('.receipt');
  }),
};

export const GregorianFirst: DeclarationStory = { ...Sent, globals: { calendar: 'gregory' } };

/** The line is down: the signature stays, and the button sends again. */
export const Offline: DeclarationStory = {
  args: { transport: pretendedTransport({ submit: () => Promise.reject(new SendError('offline')) }) },
  play: by(async (person) => {
    await signByName(person);
    await person.goOn();
    await person.seen('#sending-title');
  }),
};

export const Disabled: DeclarationStory = {
  play: by(async (person) => {
    await signByName(person);
    person.form.disabled = true;
    await person.form.updateComplete;
  }),
};

/** The form is on its way: the page's own words stand. */
export const Loading: DeclarationStory = {
  render: (_args, { globals }) => html`<taafi-data-declaration
    lang=${String(globals.language)}
    definition=${silentAddress()}
    association=""
  >
    <p>${globals.language === 'ar' ? 'يُفتح الإقرار…' : 'The declaration is being opened…'}</p>
  </taafi-data-declaration>`,
};
