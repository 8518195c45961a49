import type { StoryObj } from '@storybook/web-components';
import type { TemplateResult } from 'lit';
import { html } from 'lit';
import '../../src/elements/satisfaction-survey/define.js';
import type { Transport } from '../../src/index.js';
import { SendError } from '../../src/transport/transport.js';
import { packAddress } from '../support/declaration.js';
import { by, formMeta } from '../support/form-story.js';
import type { Person } from '../support/person.js';
import { silentAddress } from '../support/pretended-receiver.js';
import { now, pretendedTransport } from '../support/pretended-transport.js';
import { shownAs } from '../support/shown-as.js';

interface SurveyArgs {
  audience?: 'external' | 'internal';
  /** None, as where the page is opened without the link of an invitation. */
  transport?: Transport | null;
  disabled?: boolean;
}

type SurveyStory = StoryObj<SurveyArgs>;

const clock = () => now;
const usual = pretendedTransport();

function template(
  { audience = 'external', transport = usual, disabled = false }: SurveyArgs,
  { globals }: { readonly globals: Readonly<Record<string, unknown>> },
): TemplateResult {
  const name = audience === 'internal' ? 'satisfaction-internal' : 'satisfaction';
  return html`<taafi-satisfaction-survey
    lang=${String(globals.language)}
    numerals=${shownAs(globals).numerals}
    calendar=${shownAs(globals).calendar}
    history="off"
    .clock=${clock}
    .transport=${transport ?? undefined}
    .association=${packAddress('association')}
    .definition=${packAddress(name)}
    ?disabled=${disabled}
  ></taafi-satisfaction-survey>`;
}

/** تقييم الخدمة: asked so that nobody can tell who has answered. */
export default {
  ...formMeta,
  title: 'Satisfaction survey',
  component: 'taafi-satisfaction-survey',
  render: template,
  parameters: { docs: { story: { autoplay: true } } },
};

/** To the page of this name, answering nothing on the way. */
const to = (name: string) => by((person) => person.goFarTo(name));

/** The sentence of the policy, and why nobody can be recognised. */
export const Start: SurveyStory = {};

export const Overall: SurveyStory = {
  play: by(async (person) => {
    await person.goFarTo('satisfaction');
    await person.take('overall', '4');
  }),
};

export const Ease: SurveyStory = { play: to('effort') };

export const Experience: SurveyStory = {
  play: by(async (person) => {
    await person.goFarTo('treatment');
    await person.take('experience.respect', '5');
    await person.take('experience.needMet', 'notApplicable');
  }),
};

export const Obstacles: SurveyStory = { play: to('difficulties') };

/** The last page: the answers are sent from here. */
export const Opinion: SurveyStory = {
  play: by(async (person) => {
    await person.goFarTo('opinion');
    await person.take('recommend', '8');
  }),
};

async function send(person: Person): Promise<void> {
  await person.goFarTo('opinion');
  person.find('.primary').click();
}

export const Thanks: SurveyStory = {
  play: by(async (person) => {
    await send(person);
    await person.isOn('receipt');
  }),
};

/** The line is down: nothing is lost, and the button sends again. */
export const NotSent: SurveyStory = {
  args: { transport: pretendedTransport({ submit: () => Promise.reject(new SendError('offline')) }) },
  play: by(async (person) => {
    await send(person);
    await person.seen('#sending-title');
  }),
};

/** The link was used meanwhile, or its time is over. */
export const Uninvited: SurveyStory = {
  args: {
    transport: pretendedTransport({ submit: () => Promise.reject(new SendError('unknown-invitation')) }),
  },
  play: by(async (person) => {
    await send(person);
    await person.seen('.note.important');
  }),
};

export const WithoutLink: SurveyStory = { args: { transport: null } };

export const Internal: SurveyStory = { args: { audience: 'internal' } };

/** Points, places and counts in Arabic-Indic digits. */
export const InArabNumerals: SurveyStory = {
  globals: { numerals: 'arab' },
  play: by(async (person) => {
    await person.goFarTo('opinion');
    await person.take('recommend', '8');
  }),
};

/** The day of the policy, the Gregorian one first. */
export const GregorianFirst: SurveyStory = { globals: { calendar: 'gregory' } };

/** More than a thousand characters: what is too long is said before anything is sent. */
export const CommentTooLong: SurveyStory = {
  play: by(async (person) => {
    await person.goFarTo('opinion');
    await person.fill('comment', 'طال الانتظار ولم يصلني خبر عن طلبي. '.repeat(32));
    await person.isStopped();
  }),
};

export const LongContent: SurveyStory = {
  play: by(async (person) => {
    await person.goFarTo('opinion');
    await person.fill('comment', `${'كلمة_طويلة_بلا_فراغ_'.repeat(9)}\n\n${'طال الانتظار. '.repeat(40)}`);
  }),
};

export const Disabled: SurveyStory = {
  play: by(async (person) => {
    await person.goFarTo('treatment');
    await person.take('experience.respect', '5');
    person.form.disabled = true;
    await person.form.updateComplete;
  }),
};

/** The survey is on its way: the page's own words stand. */
export const Loading: SurveyStory = {
  render: (_args, { globals }) => html`<taafi-satisfaction-survey
    lang=${String(globals.language)}
    definition=${silentAddress()}
    association=""
  >
    <p>${globals.language === 'ar' ? 'يُفتح الاستبيان…' : 'The survey is being opened…'}</p>
  </taafi-satisfaction-survey>`,
};
