import type { FormStory } from '../support/form-story.js';
import { by, disabled, formMeta } from '../support/form-story.js';
import { drawn, sign } from '../support/signing.js';
import { oneStep } from '../support/written-definition.js';

export default { ...formMeta, title: 'Fields/Signature' };

const fullName = {
  id: 'fullName',
  type: 'text',
  required: true,
  label: { ar: 'الاسم الكامل', en: 'Full name' },
} as const;

const signature = {
  id: 'signature',
  type: 'signature',
  required: true,
  signer: ['fullName'],
  label: { ar: 'توقيعك', en: 'Your signature' },
} as const;

const definition = oneStep([fullName, signature]);

const written = by(async (person) => {
  await person.fill('fullName', 'سالم المثالي');
});

export const Empty: FormStory = { args: { definition } };

export const Drawn: FormStory = {
  args: { definition },
  play: by(async (person) => {
    await person.fill('fullName', 'سالم المثالي');
    await sign(person, drawn);
  }),
};

export const Typed: FormStory = {
  args: { definition },
  play: by(async (person) => {
    await person.fill('fullName', 'سالم المثالي');
    await sign(person, { method: 'typed', name: 'سالم المثالي' });
  }),
};

export const Missing: FormStory = {
  args: { definition },
  play: by(async (person) => {
    await person.fill('fullName', 'سالم المثالي');
    await person.isStopped();
  }),
};

export const ADot: FormStory = {
  args: { definition },
  play: by(async (person) => {
    await person.fill('fullName', 'سالم المثالي');
    await sign(person, { method: 'drawn', drawing: { height: 3200, strokes: [[[5000, 1600, 0]]] } });
    await person.isStopped();
  }),
};

export const AnotherName: FormStory = {
  args: { definition },
  play: by(async (person) => {
    await person.fill('fullName', 'سالم المثالي');
    await sign(person, { method: 'typed', name: 'سليم' });
    await person.isStopped();
  }),
};

export const ChangedAfterwards: FormStory = {
  args: { definition },
  play: by(async (person) => {
    await person.fill('fullName', 'سالم المثالي');
    await sign(person, drawn);
    await person.fill('fullName', 'سالم النموذجي');
  }),
};

export const LongContent: FormStory = {
  args: {
    definition: oneStep([
      fullName,
      {
        ...signature,
        label: {
          ar: 'توقيعك على أن كل ما كتبته في هذا الطلب وكل ما أرفقته من مستندات صحيح وأنك مسؤول عنه',
          en: 'Your signature to say that all you wrote in this request and every document you attached is right',
        },
        hint: {
          ar: 'راجع إجاباتك قبل أن توقّع، فأي تغيير بعد التوقيع يلغيه ويلزمك أن توقّع من جديد',
          en: 'Check your answers before you sign: a change after signing voids it and you have to sign again',
        },
      },
    ]),
  },
  play: written,
};

/** Beside the pad: somebody who signs for the person in a way of his own. */
export const WithAProvider: FormStory = {
  args: {
    definition,
    signatureProvider: {
      id: 'example',
      label: { ar: 'وقّع عبر مزوّد مرخّص', en: 'Sign with a licensed provider' },
      sign: async () => 'proof',
    },
  },
  play: written,
};

export const Disabled: FormStory = disabled({ definition }, async (person) => {
  await person.fill('fullName', 'سالم المثالي');
  await sign(person, drawn);
});
