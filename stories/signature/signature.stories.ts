import type { Meta, StoryObj } from '@storybook/web-components';
import { html, nothing } from 'lit';
import '../../src/elements/signature/define.js';
import type { TaafiSignature } from '../../src/elements/signature/signature.js';
import type { HandSignature } from '../../src/fields/signature/signature.type.js';
import { shownAs } from '../support/shown-as.js';
import { drawn } from '../support/signing.js';

interface SignatureArgs {
  value?: HandSignature;
  signer?: string;
  required?: boolean;
  disabled?: boolean;
  /** What is to be known about it, in the language of the story. */
  description?: Readonly<Record<'ar' | 'en', string>>;
}

type SignatureStory = StoryObj<SignatureArgs>;

const words = { ar: 'توقيعك', en: 'Your signature' } as const;

/** The control alone, in a form of somebody's own. */
export default {
  title: 'Signature',
  component: 'taafi-signature',
  render: ({ value, signer = '', required = false, disabled = false, description }, { globals }) => {
    const language = globals.language === 'en' ? 'en' : 'ar';
    return html`<form>
      <label for="signature">${words[language]}</label>
      <taafi-signature
        id="signature"
        name="signature"
        lang=${language}
        numerals=${shownAs(globals).numerals}
        label=${words[language]}
        signer=${signer}
        .description=${description?.[language] ?? ''}
        ?required=${required}
        ?disabled=${disabled}
        .value=${value}
      ></taafi-signature>
      ${description === undefined ? nothing : html`<p>${description[language]}</p>`}
    </form>`;
  },
} satisfies Meta<SignatureArgs>;

export const Empty: SignatureStory = { args: { required: true } };

export const Drawn: SignatureStory = { args: { value: drawn } };

/** Nothing but the count of its lines, which is read out. */
export const InArabNumerals: SignatureStory = { args: { value: drawn }, globals: { numerals: 'arab' } };

export const Typed: SignatureStory = {
  args: { value: { method: 'typed', name: 'سالم المثالي' }, signer: 'سالم المثالي' },
};

export const Disabled: SignatureStory = { args: { value: drawn, disabled: true } };

/** On a page as wide as a phone that is held upright, of which the form leaves half. */
export const Narrow: SignatureStory = {
  args: { value: drawn },
  play: async ({ canvasElement }) => {
    const element = canvasElement.querySelector<TaafiSignature>('taafi-signature');
    if (element !== null) element.style.maxInlineSize = '15rem';
  },
};

/** Asked for and not there: a form that is sent says so beside the pad; screen readers hear it as a part of it. */
export const Missing: SignatureStory = {
  args: { required: true, description: { ar: 'وقّع هنا قبل أن ترسل', en: 'Sign here before you send' } },
};

/** A name of more words than the box is wide. */
export const LongContent: SignatureStory = {
  args: {
    value: {
      method: 'typed',
      name: 'عبدالرحمن بن عبدالمحسن بن عبدالعزيز بن عبداللطيف بن عبدالوهاب المثالي الطويل جدًا',
    },
  },
};
