import { expect } from '@open-wc/testing';
import type { Referral, Transport } from '../../../src/index.js';
import { SendError } from '../../../src/transport/transport.js';
import { exampleApplication } from '../../../stories/support/example-application.js';
import type { Person } from '../../../stories/support/person.js';
import { never, pretendedTransport } from '../../../stories/support/pretended-transport.js';
import { until } from '../../../stories/support/until.js';
import { accessibilityOutline } from '../accessibility-outline.js';
import { press, tabTo, write } from '../keyboard.js';
import { openForm } from '../open-form.js';

async function asking(refer?: Transport['refer']): Promise<Person> {
  const person = await openForm(exampleApplication, {
    transport: pretendedTransport(refer === undefined ? {} : { refer }),
  });
  await person.goOnTo('about');
  await person.fill('fullName', 'Salem');
  await tabTo(person, '.help button');
  await press('Enter');
  await person.seen('dialog[open]');
  return person;
}

const received = { id: 'r', receivedAt: '2026-11-22T09:00:00Z' };

describe('the question to the officer', () => {
  it('is asked from any step by keyboard, and the form stays as it is', async () => {
    const asked: Referral[] = [];
    const person = await asking(async (referral) => {
      asked.push(referral);
      return received;
    });
    await tabTo(person, '#referral-question');
    await write('What if I have no lease?');
    await tabTo(person, '#referral-contact');
    await write('0501234567');
    await press('Enter');
    await person.seen('dialog .success');
    expect(asked).to.deep.equal([
      {
        form: { id: 'example-application', version: '1.0.0' },
        step: 'about',
        question: 'What if I have no lease?',
        contact: '0501234567',
        language: 'en',
      },
    ]);
    await press('Escape');
    await person.unseen('dialog');
    expect(person.form.page).to.equal('about');
    expect(person.control('fullName').value).to.equal('Salem');
  });

  it('is asked again under its own key, word for word, and another question under another', async () => {
    const asked: { question: string; language: string; key: string }[] = [];
    const person = await asking(async ({ question, language }, { key }) => {
      asked.push({ question, language, key });
      if (asked.length < 4) throw new SendError('failing');
      return received;
    });
    const send = async (times: number) => {
      person.find('dialog .primary').click();
      await until(() => asked.length === times, 'another attempt');
    };
    await tabTo(person, '#referral-question');
    await write('Why?');
    await send(1);
    await person.seen('dialog [role="alert"]');
    person.form.lang = 'ar';
    await person.form.updateComplete;
    await send(2);
    await until(() => !person.find<HTMLButtonElement>('dialog .primary').disabled, 'the second failure');
    person.find('#referral-question').focus();
    await write(' And when?');
    await send(3);
    await until(() => !person.find<HTMLButtonElement>('dialog .primary').disabled, 'the third failure');
    await send(4);
    await person.seen('dialog .success');
    const [first, second, third, fourth] = asked;
    expect(second).to.deep.equal(first);
    expect(third?.key).not.to.equal(first?.key);
    expect(fourth).to.deep.equal(third);
  });

  it('is given up when the dialog is closed', async () => {
    let signal: AbortSignal | undefined;
    const person = await asking((_referral, options) => {
      signal = options.signal;
      return never();
    });
    await tabTo(person, '#referral-question');
    await write('Why?');
    person.find('dialog .primary').click();
    await until(() => signal !== undefined, 'the sending');
    await press('Escape');
    await person.unseen('dialog');
    expect(signal?.aborted).to.equal(true);
  });

  it('does not ask for contact data it can do without', async () => {
    const asked: Referral[] = [];
    const person = await asking(async (referral) => {
      asked.push(referral);
      return received;
    });
    await tabTo(person, '#referral-question');
    await write('Why?');
    await tabTo(person, 'dialog .primary');
    await press('Enter');
    await person.seen('dialog .success');
    expect(asked[0]).not.to.have.property('contact');
  });

  it('has a name, is modal, and gives the focus back', async () => {
    const person = await asking();
    const lines = await accessibilityOutline();
    expect(
      lines.some(
        (line) => line.includes('dialog "The procedure is not clear to me"') && line.includes('modal'),
      ),
    ).to.equal(true);
    await press('Escape');
    await person.unseen('dialog');
    await until(() => person.focused?.matches('.help button'), 'the focus on the button that opened it');
  });

  it('says that there is no question yet', async () => {
    const person = await asking();
    await tabTo(person, 'dialog .primary');
    await press('Enter');
    await person.seen('#referral-error');
    expect(person.focused?.id).to.equal('referral-question');
    const lines = (await accessibilityOutline()).map((line) => line.trim());
    expect(
      lines.some((line) => /^textbox "Your question" \(.*Enter your question\), invalid/.test(line)),
    ).to.equal(true);
  });

  it('keeps the question when it could not be sent, or when the dialog was closed', async () => {
    let attempts = 0;
    const person = await asking(async () => {
      attempts += 1;
      if (attempts === 1) throw new SendError('offline');
      return received;
    });
    await tabTo(person, '#referral-question');
    await write('What if?');
    await tabTo(person, 'dialog .primary');
    await press('Enter');
    await person.seen('dialog [role="alert"]');
    expect(person.find('dialog [role="alert"]').textContent).to.contain('not been sent yet');
    await press('Escape');
    await person.unseen('dialog');
    await person.press('.help button');
    await person.seen('dialog[open]');
    expect(person.find<HTMLTextAreaElement>('#referral-question').value).to.equal('What if?');
    await person.press('dialog .primary');
    await person.seen('dialog .success');
  });

  it('is not part of the answers', async () => {
    const person = await asking();
    await tabTo(person, '#referral-question');
    await write('What if?');
    expect(person.form.answers).to.deep.equal({ fullName: 'Salem' });
  });
});
