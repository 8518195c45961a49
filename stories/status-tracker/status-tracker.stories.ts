import type { Meta, StoryObj } from '@storybook/web-components';
import { html } from 'lit';
import '../../src/elements/status-tracker/define.js';
import type { TaafiStatusTracker } from '../../src/elements/status-tracker/status-tracker.js';
import type { TrackedView } from '../../src/transport/tracked-view.js';
import type { Answer, Asked } from '../support/pretended-tracking.js';
import { answer, opened, pretendedWorld, problem } from '../support/pretended-tracking.js';
import { shownAs } from '../support/shown-as.js';
import {
  accepted,
  longWinded,
  rejected,
  returned,
  submitted,
  underCommittee,
  withdrawn,
} from '../support/tracked-request.js';
import { until } from '../support/until.js';

interface Args {
  readonly respond?: (asked: Asked) => Answer | Promise<Answer>;
}

type TrackerStory = StoryObj<Args>;
type Play = NonNullable<TrackerStory['play']>;

/** Where a request is, as the person whose it is sees it. */
export default {
  title: 'Status tracker',
  component: 'taafi-status-tracker',
  parameters: { controls: { disable: true } },
  render: ({ respond = () => undefined }, { globals }) =>
    html`<taafi-status-tracker
      lang=${String(globals.language)}
      numerals=${shownAs(globals).numerals}
      calendar=${shownAs(globals).calendar}
      form="/"
      .clock=${() => new Date('2026-12-01T07:42:00.000Z')}
      .world=${pretendedWorld(respond)}
    ></taafi-status-tracker>`,
} satisfies Meta<Args>;

/** Before anything is typed. */
export const LookUp: TrackerStory = { play: lookingUp('', '', '#reference') };

export const NothingTyped: TrackerStory = { play: lookingUp(' ', '', '#errors') };

/** One digit is not what it was: the form says in which group to look. */
export const WrongDigit: TrackerStory = { play: lookingUp('٤٨٢٩-١٧٣١-٥٦١٢-٤٩', '12', '#errors') };

export const OneDigitTooFew: TrackerStory = { play: lookingUp('4829-173-5612-49', '1405', '#errors') };

export const Unknown: TrackerStory = failing(() => problem(404, 'unknown-request'));

export const TooManyTries: TrackerStory = failing(() =>
  problem(429, 'too-many-tries', { 'Retry-After': '660' }),
);

export const Offline: TrackerStory = failing(() => undefined);

/** The link of a message, a year later. */
export const ExpiredLink: TrackerStory = {
  args: { respond: () => problem(410, 'link-expired') },
  play: followingLink('#errors'),
};

export const Loading: TrackerStory = {
  args: { respond: () => new Promise<Answer>(() => undefined) },
  play: followingLink('.opening'),
};

export const Submitted: TrackerStory = showing(submitted);

/** A file and a text are missing, and it is the person's turn. */
export const Returned: TrackerStory = showing(returned);

/** The button was pressed without a file, and without a word. */
export const ReturnedWithErrors: TrackerStory = {
  ...showing(returned),
  play: async (context) => {
    await lookedUp(context);
    const { shadowRoot } = await elementIn(context);
    for (const form of shadowRoot?.querySelectorAll<HTMLFormElement>('.asked-item form') ?? [])
      form.requestSubmit();
    await until(() => shadowRoot?.querySelector('textarea[aria-invalid]'), 'the error');
  },
};

/** What was asked, with what was answered; what was asked about the data. */
export const UnderCommittee: TrackerStory = showing(underCommittee);

export const Accepted: TrackerStory = showing(accepted);

export const RejectedWithReason: TrackerStory = showing(rejected);

/** Before an objection is sent. */
export const Objecting: TrackerStory = {
  ...showing(rejected),
  play: async (context) => {
    await lookedUp(context);
    const { shadowRoot } = await elementIn(context);
    shadowRoot?.querySelector<HTMLElement>('.moves button')?.click();
    const dialog = await until(() => shadowRoot?.querySelector('dialog'), 'the dialog');
    dialog.querySelector('form')?.requestSubmit();
    await until(() => dialog.querySelector('[aria-invalid]'), 'the error');
  },
};

export const Withdrawn: TrackerStory = showing(withdrawn);

/** A partner has referred him, and is told what he allowed. */
export const ReferredByAPartner: TrackerStory = showing({
  ...submitted,
  sharing: {
    partner: { ar: 'جمعية المثال لرعاية الأسرة', en: 'Example Family Care Association' },
    what: ['received', 'decided'],
  },
});

export const LongContent: TrackerStory = showing(longWinded);

export const InArabNumerals: TrackerStory = { ...showing(returned), globals: { numerals: 'arab' } };

/** A wrong digit, told with the groups in their order. */
export const WrongDigitInArabNumerals: TrackerStory = { ...WrongDigit, globals: { numerals: 'arab' } };

export const GregorianFirst: TrackerStory = { ...showing(underCommittee), globals: { calendar: 'gregory' } };

/** What is shown could not be brought up to date. */
export const NotUpToDate: TrackerStory = {
  args: { respond: ({ method }) => (method === 'POST' ? opened(submitted) : undefined) },
  render: ({ respond = () => undefined }, { globals }) => {
    let now = Date.parse('2026-12-01T07:42:00.000Z');
    let waits = 0;
    // The first wait is over at once, the second one never.
    const wait = async (milliseconds: number) => {
      waits += 1;
      if (waits > 1) await new Promise(() => undefined);
      now += milliseconds;
    };
    return html`<taafi-status-tracker
      lang=${String(globals.language)}
      numerals=${shownAs(globals).numerals}
      calendar=${shownAs(globals).calendar}
      .clock=${() => new Date(now)}
      .world=${{ ...pretendedWorld(respond), wait }}
    ></taafi-status-tracker>`;
  },
  play: async (context) => {
    await lookedUp(context);
    const { shadowRoot } = await elementIn(context);
    await until(() => shadowRoot?.querySelector('.stale'), 'the sentence');
  },
};

/** Somebody has typed what he was given, and not yet pressed the button. */
export const Typed: TrackerStory = {
  play: async (context) => {
    const { shadowRoot } = await elementIn(context);
    await until(() => shadowRoot?.querySelector('#reference'), 'the form');
    type(shadowRoot, 'reference', '48291730561249');
    type(shadowRoot, 'factor', '1405');
  },
};

/** What was missing is written and sent; only the file is asked for from now on. */
export const ItemSent: TrackerStory = {
  args: {
    respond: doing('items', returned, {
      ...returned,
      version: 4,
      missing: returned.missing.map((item) => (item.kind === 'text' ? { ...item, isOpen: false } : item)),
    }),
  },
  play: async (context) => {
    await lookedUp(context);
    const { shadowRoot } = await elementIn(context);
    write(shadowRoot, '.asked-item textarea', 'RRRD2929، حي المثال');
    shadowRoot?.querySelector('.asked-item textarea')?.closest('form')?.requestSubmit();
    await until(() => shadowRoot?.querySelectorAll('.asked-item .success').length === 2, 'the thanks');
  },
};

/** A question is asked: it stands with the others, and waits for its answer. */
export const QuestionSent: TrackerStory = {
  args: {
    respond: doing('questions', submitted, {
      ...submitted,
      version: 2,
      questions: [{ askedAt: '2026-12-01', kind: 'question' }],
    }),
  },
  play: async (context) => {
    await lookedUp(context);
    const { shadowRoot } = await elementIn(context);
    const asking = await until(
      () => shadowRoot?.querySelector<HTMLDetailsElement>('.questions details'),
      'the place to ask',
    );
    asking.open = true;
    write(shadowRoot, '#question', 'هل أحتاج إلى إحضار أصل العقد؟');
    asking.querySelector('form')?.requestSubmit();
    await until(() => shadowRoot?.querySelector('.asked li'), 'the question');
  },
};

/** The line is dead while a question is sent: what was written stays. */
export const QuestionNotSent: TrackerStory = {
  args: { respond: doing('questions', submitted, undefined) },
  play: async (context) => {
    await lookedUp(context);
    const { shadowRoot } = await elementIn(context);
    const asking = await until(
      () => shadowRoot?.querySelector<HTMLDetailsElement>('.questions details'),
      'the place to ask',
    );
    asking.open = true;
    write(shadowRoot, '#question', 'هل أحتاج إلى إحضار أصل العقد؟');
    asking.querySelector('form')?.requestSubmit();
    await until(() => asking.querySelector('[role="alert"]'), 'the sentence');
  },
};

/** Withdrawn, after it was asked once more. */
export const Withdrawing: TrackerStory = {
  args: { respond: doing('moves', submitted, withdrawn) },
  play: async (context) => {
    await confirmed(context, undefined);
  },
};

/** The objection is with the committee. */
export const Objected: TrackerStory = {
  args: {
    respond: doing('moves', rejected, {
      ...underCommittee,
      version: 7,
      questions: [],
      rights: [],
    }),
  },
  play: async (context) => {
    await confirmed(context, 'تغيّر دخلي منذ الشهر الماضي، وأرفقت ما يثبت ذلك.');
  },
};

/** Looks up, presses the first thing that can be done, says why where that is asked, and confirms. */
async function confirmed(context: Parameters<Play>[0], reason: string | undefined): Promise<void> {
  await lookedUp(context);
  const { shadowRoot } = await elementIn(context);
  shadowRoot?.querySelector<HTMLElement>('.moves button')?.click();
  const dialog = await until(() => shadowRoot?.querySelector('dialog'), 'the dialog');
  if (reason !== undefined) write(shadowRoot, '#reason', reason);
  dialog.querySelector('form')?.requestSubmit();
  await until(() => shadowRoot?.querySelector('dialog') === null, 'the end of the dialog');
}

/** A receiver that opens a request as it is before, and answers what is done with it as it is then. */
function doing(
  what: string,
  before: TrackedView,
  then: TrackedView | undefined,
): NonNullable<Args['respond']> {
  return ({ path }) => {
    if (!path.endsWith(`/${what}`)) return opened(before);
    return then && answer(200, then);
  };
}

function showing(view: TrackedView): TrackerStory {
  return { args: { respond: () => opened(view) }, play: lookedUp };
}

function failing(respond: () => Answer): TrackerStory {
  return { args: { respond }, play: lookingUp('48291730561249', '1405', '#errors') };
}

async function lookedUp(context: Parameters<Play>[0]): Promise<void> {
  await lookingUp('48291730561249', '1405', '.where')(context);
}

/** Somebody types and presses the button; nothing where there is nothing to type. */
function lookingUp(reference: string, factor: string, sight: string): Play {
  return async (context) => {
    const { shadowRoot } = await elementIn(context);
    await until(() => shadowRoot?.querySelector('#reference'), 'the form');
    type(shadowRoot, 'reference', reference);
    type(shadowRoot, 'factor', factor);
    if (reference !== '') shadowRoot?.querySelector<HTMLElement>('.primary')?.click();
    await until(() => shadowRoot?.querySelector(sight), sight);
  };
}

/** Somebody opens the link of a message. */
function followingLink(sight: string): Play {
  return async (context) => {
    const { shadowRoot } = await elementIn(context);
    await until(() => shadowRoot?.querySelector('#reference'), 'the form');
    globalThis.location.hash = '#track=48291730561249.abcdefghijklmnopqrstuv';
    await until(() => shadowRoot?.querySelector(sight), sight);
  };
}

async function elementIn({ canvasElement }: Parameters<Play>[0]): Promise<TaafiStatusTracker> {
  const element = await until(
    () => canvasElement.querySelector<TaafiStatusTracker>('taafi-status-tracker'),
    'the element',
  );
  await element.updateComplete;
  return element;
}

/** Writes into the first box that matches. */
function write(root: ShadowRoot | null, selector: string, text: string): void {
  const box = root?.querySelector<HTMLTextAreaElement>(selector);
  if (!box) throw new Error(`There is no ${selector}.`);
  box.value = text;
  box.dispatchEvent(new Event('input', { bubbles: true }));
}

function type(root: ShadowRoot | null, id: string, text: string): void {
  const box = root?.querySelector<HTMLInputElement>(`#${id}`);
  if (!box) return;
  box.value = text;
  box.dispatchEvent(new Event('input', { bubbles: true }));
}
