import type { StoryObj } from '@storybook/web-components';
import type { TemplateResult } from 'lit';
import { html } from 'lit';
import '../../src/define.js';
import type { Transport } from '../../src/index.js';
import { formMeta } from './form-story.js';
import type { Person } from './person.js';
import { now, pretendedTransport } from './pretended-transport.js';
import { shownAs } from './shown-as.js';
import { sign } from './signing.js';

/** What a story of a declaration may set. */
export interface DeclarationArgs {
  /** The data in the language of the story. */
  data?: Readonly<Record<'ar' | 'en', unknown>>;
  /** Id of the form on the page. */
  for?: string;
  signer?: string;
  reference?: string;
  token?: string;
  receiver?: string;
  /** A way to send that does not arrive. */
  transport?: Transport;
  disabled?: boolean;
  /** Address of the association's document; the pack's own where it is not set. */
  association?: string;
}

export type DeclarationStory = StoryObj<DeclarationArgs>;

interface Around {
  readonly globals: Readonly<Record<string, unknown>>;
}

/** What lies beside the code, as a receiver serves it. */
export const packAddress = (name: string) =>
  new URL(`../../src/packs/taafi/${name}.json`, import.meta.url).href;

/** Who signs in the stories. */
export const signer = 'مريم المثالية';

/** What somebody has gathered about a person, in both languages. */
export const gathered = {
  ar: {
    'الاسم الكامل': signer,
    'رقم الجوال': '050 123 4567',
    السكن: { المدينة: 'أبها', 'نوع السكن': 'مع العائلة' },
    'من تعولهم': [
      { الاسم: 'ريم سالم المثالي', 'صلة القرابة': 'ابنة' },
      { الاسم: 'نورة المثالي', 'صلة القرابة': 'أم' },
    ],
    'الدخل الشهري بالريال': 2400,
    'هل لك دخل آخر؟': false,
    'ما تحتاجه': 'عقد الإيجار ينتهي بعد شهرين.\nأحتاج إلى عمل قريب من السكن.',
  },
  en: {
    'Full name': signer,
    'Mobile number': '050 123 4567',
    Home: { City: 'Abha', Kind: 'With family' },
    'People you support': [
      { Name: 'ريم سالم المثالي', Relationship: 'Daughter' },
      { Name: 'نورة المثالي', Relationship: 'Mother' },
    ],
    'Monthly income in riyals': 2400,
    'Do you have any other income?': false,
    'What you need': 'My lease ends in two months.\nI need work near my home.',
  },
} as const;

/** A declaration of the pack in the language of the toolbar, at a fixed time, that sends nothing anywhere. */
export function declarationTemplate(args: DeclarationArgs, { globals }: Around): TemplateResult {
  const { language } = globals;
  const { data, signer: name = '', reference = '', token = '', receiver = '/', for: source = '' } = args;
  const { transport = usual, disabled = false } = args;
  return html`<taafi-data-declaration
    lang=${String(language)}
    numerals=${shownAs(globals).numerals}
    calendar=${shownAs(globals).calendar}
    history="off"
    for=${source}
    signer=${name}
    reference=${reference}
    token=${token}
    receiver=${receiver}
    .data=${data?.[language === 'en' ? 'en' : 'ar']}
    .clock=${clock}
    .transport=${transport}
    .association=${args.association ?? packAddress('association')}
    .definition=${packAddress('data-declaration')}
    ?disabled=${disabled}
  ></taafi-data-declaration>`;
}

const clock = () => now;
const usual = pretendedTransport();

/** What all stories of declarations have in common. */
export const declarationMeta = {
  ...formMeta,
  component: 'taafi-data-declaration',
  render: declarationTemplate,
  parameters: { docs: { story: { autoplay: true } } },
} as const;

/** Ticks both statements, and chooses how to sign. */
export async function agree(person: Person, way: 'screen' | 'paper'): Promise<void> {
  await person.take('readIt');
  await person.take('declaration');
  await person.take('signingWay', way);
}

/** Agrees and signs by the name. */
export async function signByName(person: Person, name: string = signer): Promise<void> {
  await agree(person, 'screen');
  await sign(person, { method: 'typed', name });
}
