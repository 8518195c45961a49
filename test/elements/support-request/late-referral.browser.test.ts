import { expect } from '@open-wc/testing';
import '../../../src/define.js';
import type { TaafiSupportRequest } from '../../../src/elements/support-request/support-request.js';
import { Person } from '../../../stories/support/person.js';
import { pretendedReceiver } from '../../../stories/support/pretended-receiver.js';
import { now, pretendedTransport } from '../../../stories/support/pretended-transport.js';
import { until } from '../../../stories/support/until.js';
import { oneStep } from '../../../stories/support/written-definition.js';

const definition = {
  ...oneStep([{ id: 'firstName', type: 'text', required: true, label: { ar: 'الاسم', en: 'Name' } }]),
  prefill: { signed: ['firstName'] },
};

async function opened(referral?: string, answer: 'referred' | 'expired' = 'referred') {
  document.body.textContent = '';
  const form = document.createElement('taafi-support-request') as TaafiSupportRequest;
  form.lang = 'en';
  form.history = 'off';
  form.association = '';
  form.receiver = pretendedReceiver(answer);
  form.transport = pretendedTransport();
  form.clock = () => now;
  form.referral = referral;
  form.definition = definition;
  document.body.append(form);
  return Person.at(document.body, 'taafi-support-request');
}

/** Answers, goes through the review and sends. */
async function send(person: Person): Promise<void> {
  await person.goOnTo('review');
  await person.goOn();
  await person.isOn('receipt');
  await person.seen('.receipt');
}

describe('a referral that comes late', () => {
  const { warn } = console;
  before(() => {
    console.warn = () => undefined;
  });
  after(() => {
    console.warn = warn;
    document.body.textContent = '';
  });

  it('is opened where nothing was typed yet', async () => {
    const person = await opened();
    (person.form as TaafiSupportRequest).referral = 'a.signed.referral';
    await person.seen('[name="value0"]');
  });

  for (const answer of ['referred', 'expired'] as const) {
    it(`takes nothing from who has begun, and not his receipt either (${answer})`, async () => {
      const person = await opened(undefined, answer);
      await person.fill('firstName', 'سالم');
      (person.form as TaafiSupportRequest).referral = 'a.signed.referral';
      await person.form.updateComplete;
      expect((person.control('firstName') as HTMLInputElement).value).to.equal('سالم');
      await send(person);
      (person.form as TaafiSupportRequest).referral = 'another.signed.referral';
      await person.form.updateComplete;
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(person.form.page).to.equal('receipt');
      expect(person.root.querySelector('.receipt')).not.to.equal(null);
    });
  }

  it('gives way to another that came after it', async () => {
    const person = await opened('first.signed.referral');
    (person.form as TaafiSupportRequest).receiver = pretendedReceiver('expired');
    (person.form as TaafiSupportRequest).referral = 'second.signed.referral';
    await until(() => person.text.includes('The time of this referral is over'), 'the answer to the second');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(person.root.querySelector('[name="value0"]')).to.equal(null);
  });

  it('is nowhere to be read once the person has gone away in haste', async () => {
    const person = await opened('a.signed.referral');
    await person.seen('[name="value0"]');
    person.form.setAttribute('referral', 'a.signed.referral');
    person.form.forget();
    expect(person.form.outerHTML).not.to.contain('signed');
    expect((person.form as TaafiSupportRequest).referral ?? undefined).to.equal(undefined);
  });
});
