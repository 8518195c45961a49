import type { Meta, StoryObj } from '@storybook/web-components';
import { html } from 'lit';
import { by } from '../support/form-story.js';
import { pretendedReceiver } from '../support/pretended-receiver.js';
import { now, pretendedTransport } from '../support/pretended-transport.js';
import type { WrittenDefinition } from '../support/written-definition.js';

interface ReferralArgs {
  /** What the receiver answers when the referral is opened. */
  answer: Parameters<typeof pretendedReceiver>[0];
}

type ReferralStory = StoryObj<ReferralArgs>;

const address = new URL('../../src/packs/taafi/support-request.json', import.meta.url);
const clock = () => now;
const transport = pretendedTransport();

/** Somebody whom a partner has referred, before he begins. */
export default {
  title: 'Support request/Referred by a partner',
  component: 'taafi-support-request',
  parameters: { controls: { disable: true } },
  loaders: [async () => ({ definition: await (await fetch(address)).json() })],
  render: ({ answer }, { globals, loaded }) =>
    html`<taafi-support-request
      lang=${String(globals.language)}
      history="off"
      referral="a.signed.referral"
      receiver=${pretendedReceiver(answer)}
      association=""
      .clock=${clock}
      .transport=${transport}
      .definition=${loaded.definition as WrittenDefinition}
    ></taafi-support-request>`,
} satisfies Meta<ReferralArgs>;

/** Who refers him, what that partner has written, and what it may be told. */
export const ToBeConfirmed: ReferralStory = {
  args: { answer: 'referred' },
  play: by((person) => person.seen('[name="value0"]')),
};

export const NotConfirmed: ReferralStory = {
  args: { answer: 'referred' },
  play: by(async (person) => {
    await person.seen('[name="value0"]');
    await person.isStopped();
  }),
};

/** The partner has written nothing: what is left is what it may be told. */
export const NothingWritten: ReferralStory = {
  args: { answer: 'referredOnly' },
  play: by((person) => person.seen('[name="shareReceived"]')),
};

/** What he found right is in his own form. */
export const Confirmed: ReferralStory = {
  args: { answer: 'referred' },
  play: by(async (person) => {
    await person.seen('[name="value0"]');
    for (const right of person.root.querySelectorAll<HTMLInputElement>('[value="right"]')) right.click();
    await person.goOn();
    await person.unseen('[name="value0"]');
    person.form.goTo('identity');
    await person.isOn('identity');
  }),
};

export const Expired: ReferralStory = {
  args: { answer: 'expired' },
  play: by((person) => person.seen('.note')),
};

export const Changed: ReferralStory = {
  args: { answer: 'changed' },
  play: by((person) => person.seen('.note')),
};

/** The check can be tried again, or left. */
export const Unreachable: ReferralStory = {
  args: { answer: 'down' },
  play: by((person) => person.seen('.note')),
};
