import { expect } from '@open-wc/testing';
import type { Receipt, Submission, Transport } from '../../../src/index.js';
import { SendError } from '../../../src/transport/transport.js';
import {
  exampleAnswers,
  exampleApplication,
  goOnToReview,
} from '../../../stories/support/example-application.js';
import { exampleFile } from '../../../stories/support/example-files.js';
import type { Person } from '../../../stories/support/person.js';
import { never, pretendedTransport, receiptFor } from '../../../stories/support/pretended-transport.js';
import { until } from '../../../stories/support/until.js';
import { press } from '../keyboard.js';
import { openForm } from '../open-form.js';

/** Something that comes to its end when the test wants it. */
function promised<Value>() {
  let fulfil: (value: Value) => void = () => undefined;
  let fail: (error: unknown) => void = () => undefined;
  const promise = new Promise<Value>((resolve, reject) => {
    fulfil = resolve;
    fail = reject;
  });
  return { promise, fulfil, fail };
}

/** What stops when somebody presses «stop», as the real transport does. */
function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new SendError('cancelled')));
  });
}

async function reviewing(transport: Transport, ...documents: File[]): Promise<Person> {
  const person = await openForm(exampleApplication, { prefill: exampleAnswers, transport });
  await goOnToReview(person, ...documents);
  return person;
}

const wordsOf = (person: Person) =>
  person.root.querySelector('#sending')?.textContent?.replace(/\s+/g, ' ').trim() ?? '';

describe('sending', () => {
  it('sends nothing and claims nothing before the button is pressed', async () => {
    const calls: string[] = [];
    const note = (name: string) => () => {
      calls.push(name);
      return never();
    };
    const transport = pretendedTransport({
      submit: note('submit'),
      upload: note('upload'),
      refer: note('refer'),
    });
    const person = await reviewing(transport, exampleFile('lease.pdf', 'application/pdf'));
    expect(calls).to.deep.equal([]);
    expect(person.root.querySelector('#sending')).to.equal(null);
  });

  it('calls nothing sent before the receiver has said that it is stored', async () => {
    const answer = promised<Receipt>();
    let submission: Submission | undefined;
    const person = await reviewing(
      pretendedTransport({
        submit: (given) => {
          submission = given;
          return answer.promise;
        },
      }),
    );
    let isSent = false;
    person.form.addEventListener('taafi-sent', () => {
      isSent = true;
    });
    await person.goOn();
    await person.seen('#sending');
    expect(person.form.page).to.equal('review');
    expect(isSent).to.equal(false);
    expect(person.text).to.contain('Your answers are being sent');
    expect(person.text).not.to.match(/has arrived|reference/i);
    answer.fulfil(receiptFor(submission!));
    await person.isOn('receipt');
    expect(isSent).to.equal(true);
    expect(person.focused?.id).to.equal('title');
  });

  it('sends the files first, one after the other, and says how far it has come', async () => {
    const steps: string[] = [];
    const halfway = promised<void>();
    const person = await reviewing(
      pretendedTransport({
        upload: async (file, { name }, { onProgress }) => {
          steps.push(name);
          onProgress?.(file.size / 2);
          if (name === 'second.pdf') await halfway.promise;
          onProgress?.(file.size);
        },
        submit: async (submission) => {
          steps.push('answers');
          return receiptFor(submission);
        },
      }),
      exampleFile('first.pdf', 'application/pdf', 1_000_000),
      exampleFile('second.pdf', 'application/pdf', 2_000_000),
    );
    await person.goOn();
    await until(() => steps.includes('second.pdf'), 'the second file');
    await until(() => wordsOf(person).includes('Files: 2 MB of 3 MB sent'), 'the words');
    const bar = person.find<HTMLProgressElement>('#sending progress');
    expect([bar.value, bar.max]).to.deep.equal([2_000_000, 3_000_000]);
    expect(person.find('#sending').getAttribute('role'), 'it is said without moving the focus').to.equal(
      'status',
    );
    halfway.fulfil();
    await person.isOn('receipt');
    expect(steps).to.deep.equal(['first.pdf', 'second.pdf', 'answers']);
  });

  it('says when the line is weak and when it tries again', async () => {
    const person = await reviewing(
      pretendedTransport({
        submit: (_submission, { onWait }) => {
          onWait?.({ attempt: 1, milliseconds: 4000, reason: 'unreachable' });
          return never();
        },
      }),
    );
    await person.goOn();
    await until(() => wordsOf(person).includes('Trying again in 4 seconds'), 'the words');
  });

  it('can be stopped, and then nothing is lost', async () => {
    const signals: AbortSignal[] = [];
    const person = await reviewing(
      pretendedTransport({
        submit: (_submission, { signal }) => {
          signals.push(signal);
          return untilAborted(signal);
        },
      }),
    );
    await person.goOn();
    await person.press('#sending button');
    await person.seen('#sending-title');
    expect(signals[0]?.aborted).to.equal(true);
    expect(wordsOf(person)).to.contain('You stopped the sending');
    expect(person.form.answers.fullName).to.equal(exampleAnswers.fullName);
    expect(person.form.page).to.equal('review');
  });

  const failures = {
    offline: 'Your device is not connected to the internet.',
    unreachable: 'The association could not be reached.',
    busy: 'The service is busy.',
    'too-large': 'What you are sending is larger than can be received.',
    'form-changed': 'The form has changed since you opened this page.',
    'file-type': 'neither a photo nor a PDF',
    unexpected: 'The service’s reply made no sense',
  } as const;
  for (const [failure, sentence] of Object.entries(failures) as [keyof typeof failures, string][]) {
    it(`says plainly that it was ${failure}, and that nothing is lost`, async () => {
      const person = await reviewing(
        pretendedTransport({
          submit: async () => {
            throw new SendError(failure);
          },
        }),
      );
      await person.goOn();
      await person.seen('#sending-title');
      expect(wordsOf(person)).to.contain('Your answers have not been sent yet');
      expect(wordsOf(person)).to.contain(sentence);
      expect(wordsOf(person)).to.contain('kept on this page');
      await until(() => person.focused?.id === 'sending', 'the focus');
      expect(person.find('[part~="primary"]').textContent?.trim()).to.equal('Try again');
    });
  }

  /** Sends, fails, and comes back to the review with another name. */
  async function failsAndRenames(person: Person, name: string): Promise<void> {
    await person.goOn();
    await until(() => person.root.querySelector('#sending-title'), 'the failure');
    await person.press('.change button');
    await person.isOn('about');
    await person.fill('fullName', name);
    await person.goOnTo('review');
  }

  it('keeps the key while nobody knows whether something has arrived under it', async () => {
    const sent: { key: string; name: unknown; language: string }[] = [];
    const person = await reviewing(
      pretendedTransport({
        submit: async (submission, { key }) => {
          sent.push({ key, name: submission.answers.fullName, language: submission.language });
          if (sent.length < 4) throw new SendError(sent.length === 2 ? 'cancelled' : 'unexpected');
          return receiptFor(submission);
        },
      }),
    );
    await failsAndRenames(person, 'Another name');
    await failsAndRenames(person, exampleAnswers.fullName);
    person.form.lang = 'ar';
    await person.form.updateComplete;
    await person.goOn();
    await until(() => sent.length === 3 && person.root.querySelector('#sending-title'), 'the third failure');
    await person.goOn();
    await person.isOn('receipt');
    expect(sent.map(({ name }) => name)).to.deep.equal([
      exampleAnswers.fullName,
      'Another name',
      exampleAnswers.fullName,
      exampleAnswers.fullName,
    ]);
    expect(new Set(sent.map(({ key }) => key)).size, 'keys').to.equal(1);
    expect(sent[0]?.key).to.match(/^[\w-]{22}$/);
    // The same answers are sent word for word as the first time, whatever the form speaks now.
    expect(sent.map(({ language }) => language)).to.deep.equal(['en', 'en', 'en', 'en']);
    expect(person.text).not.to.contain('محاولة سابقة');
  });

  it('gives the receipt of what had arrived before the last changes, and says so', async () => {
    const names: unknown[] = [];
    const person = await reviewing(
      pretendedTransport({
        submit: async (submission) => {
          names.push(submission.answers.fullName);
          if (names.length === 1) throw new SendError('unexpected');
          if (submission.answers.fullName !== exampleAnswers.fullName) throw new SendError('key-reused');
          return receiptFor(submission);
        },
      }),
    );
    await failsAndRenames(person, 'Another name');
    await person.goOn();
    await person.isOn('receipt');
    expect(names).to.deep.equal([exampleAnswers.fullName, 'Another name', exampleAnswers.fullName]);
    expect(person.text).to.contain('had already arrived before your last changes');
  });

  it('takes another key after a refusal: nothing is stored under the first', async () => {
    const keys: string[] = [];
    const person = await reviewing(
      pretendedTransport({
        submit: async (submission, { key }) => {
          keys.push(key);
          if (keys.length === 1) throw new SendError('form-changed');
          return receiptFor(submission);
        },
      }),
    );
    await failsAndRenames(person, 'Another name');
    await person.goOn();
    await person.isOn('receipt');
    expect(keys).to.have.length(2);
    expect(keys[1]).not.to.equal(keys[0]);
    expect(person.text).not.to.contain('already arrived');
  });

  it('does not send a file again that has arrived', async () => {
    const uploads: string[] = [];
    let attempts = 0;
    const person = await reviewing(
      pretendedTransport({
        upload: async (_file, { name }) => {
          uploads.push(name);
        },
        submit: async (submission) => {
          attempts += 1;
          if (attempts === 1) throw new SendError('unreachable');
          return receiptFor(submission);
        },
      }),
      exampleFile('lease.pdf', 'application/pdf'),
    );
    await person.goOn();
    await person.seen('#sending-title');
    await person.goOn();
    await person.isOn('receipt');
    expect(uploads).to.deep.equal(['lease.pdf']);
  });

  it('sends once, however often the button is pressed', async () => {
    let calls = 0;
    const person = await reviewing(
      pretendedTransport({
        submit: () => {
          calls += 1;
          return never();
        },
      }),
    );
    const button = person.find('[part~="primary"]');
    button.click();
    button.click();
    button.focus();
    await press('Enter', 'Enter');
    await person.seen('#sending');
    expect(calls).to.equal(1);
  });

  it('shows at the fields what only the receiver could know', async () => {
    let attempts = 0;
    const person = await reviewing(
      pretendedTransport({
        submit: async (submission) => {
          attempts += 1;
          if (attempts > 1) return receiptFor(submission);
          throw new SendError('refused', {
            problems: [
              { pointer: '/mobile', code: 'not-mobile' },
              { pointer: '/dependants/1/name', code: 'required' },
            ],
          });
        },
      }),
    );
    await person.goOn();
    await person.seen('#errors');
    const links = [...person.root.querySelectorAll<HTMLAnchorElement>('#errors a')];
    expect(links.map(({ textContent }) => textContent?.trim())).to.deep.equal([
      'Enter a Saudi mobile number that begins with 05, so that we can message it: Mobile number',
      'Dependant 2: Enter name',
    ]);
    links[0]?.click();
    await person.isOn('about');
    expect(person.focused?.id).to.equal('mobile');
    expect(person.control('mobile').getAttribute('aria-invalid')).to.equal('true');
    await person.fill('mobile', '0555555555');
    expect(person.control('mobile').getAttribute('aria-invalid')).to.equal(null);
  });

  it('says which form was answered, and in which language', async () => {
    const sent: Submission[] = [];
    const person = await reviewing(
      pretendedTransport({
        submit: async (submission) => {
          sent.push(submission);
          return receiptFor(submission);
        },
      }),
    );
    await person.goOn();
    await person.isOn('receipt');
    expect(sent[0]?.form).to.include({ id: 'example-application', version: '1.0.0' });
    expect(sent[0]?.form.sha256).to.match(/^[0-9a-f]{64}$/);
    expect(sent[0]?.language).to.equal('en');
  });
});

describe('the receipt', () => {
  it('shows the reference, the day and what comes next, and nothing that was typed stays', async () => {
    const person = await openForm(exampleApplication, {
      prefill: exampleAnswers,
      transport: pretendedTransport(),
    });
    person.form.goTo('request');
    await person.isOn('request');
    await person.fill('need', 'Something private');
    await goOnToReview(person, exampleFile('lease.pdf', 'application/pdf'));
    await person.goOnTo('receipt');
    expect(person.text).to.contain('4829-1730-5612-49');
    expect(getComputedStyle(person.find('.reference bdo')).direction).to.equal('ltr');
    expect(person.text).to.contain('Received on 12 Jumada II 1448 AH (22 November 2026)');
    expect(person.text).to.contain('The answer will not come before 26 Jumada II 1448 AH (6 December 2026)');
    expect(person.text).to.contain('We study your request');
    expect(JSON.stringify(person.form.answers)).not.to.match(/private|lease|declaration/);
    expect(person.root.querySelector('[part~="primary"]'), 'there is nothing left to send').to.equal(null);
  });

  it('says its words in the other language too', async () => {
    const person = await reviewing(pretendedTransport());
    await person.goOn();
    await person.isOn('receipt');
    await person.press('#language-ar');
    await person.seen('[dir="rtl"]');
    expect(person.text).to.contain('4829-1730-5612-49');
    expect(person.text).to.contain('12 جمادى الآخرة 1448 هـ الموافق 22 نوفمبر 2026 م');
  });

  it('cannot be left backwards into a form that was sent', async () => {
    const person = await openForm(exampleApplication, {
      prefill: exampleAnswers,
      transport: pretendedTransport(),
      history: 'on',
    });
    await goOnToReview(person);
    await person.goOn();
    await person.isOn('receipt');
    history.back();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(person.form.page).to.equal('receipt');
    expect(person.text).to.contain('4829-1730-5612-49');
  });

  it('copies the reference, or leads to it where it may not', async () => {
    const person = await reviewing(pretendedTransport());
    await person.goOn();
    await person.isOn('receipt');
    const copied: string[] = [];
    const { clipboard } = navigator;
    const pretend = (writeText: (text: string) => Promise<void>) =>
      Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
    pretend(async (text) => {
      copied.push(text);
    });
    await person.press('.receipt button');
    await until(() => person.find('#announcements').textContent === 'Number copied', 'the announcement');
    expect(copied).to.deep.equal(['4829-1730-5612-49']);
    pretend(() => Promise.reject(new Error('denied')));
    await person.press('.receipt button');
    await until(() => person.focused?.id === 'reference', 'the focus');
    Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
  });
});
