import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { newKey } from '../../../src/transport/key.js';
import type { Letter } from '../../../src/transport/outbox/letter.js';
import type { Entry, OutboxWorld } from '../../../src/transport/outbox/outbox.js';
import { Outbox } from '../../../src/transport/outbox/outbox.js';
import type { Submission, Transport } from '../../../src/transport/transport.js';
import { SendError } from '../../../src/transport/transport.js';
import { mayHaveKept } from '../../../src/transport/vault/may-have-kept.js';
import { Vault } from '../../../src/transport/vault/vault.js';
import { receiptFor } from '../../../stories/support/pretended-transport.js';
import { until } from '../../../stories/support/until.js';
import { deviceFor, forgetDevice } from '../vault/device.js';

const DAY = 24 * 60 * 60 * 1000;

const submission = (answers: Submission['answers'] = { name: 'سارة' }): Submission => ({
  form: { id: 'aid', version: '1', sha256: '0'.repeat(64) },
  language: 'ar',
  answers,
  consents: [],
});

const letter = (more: Partial<Letter> = {}): Letter => ({
  key: newKey(),
  unknown: [submission()],
  files: [],
  receiver: 'https://receiver.example/',
  title: { ar: 'طلب', en: 'Request' },
  languages: ['ar', 'en'],
  submittedAt: '2026-11-22T09:00:00Z',
  ...more,
});

/** A receiver that keeps the contract: one request for each key, and the first word stands. */
class Receiver {
  readonly stored = new Map<string, Submission>();
  readonly files = new Map<string, string>();
  /** What happens to the next attempts instead of an answer; `cut` loses the answer after all was stored. */
  mischief: (SendError | 'cut')[] = [];
  attempts = 0;

  readonly transport: Transport = {
    submit: async (given, { key }) => {
      this.attempts += 1;
      const [trouble] = this.mischief.splice(0, 1);
      if (trouble instanceof SendError) throw trouble;
      const before = this.stored.get(key);
      if (before !== undefined && JSON.stringify(before) !== JSON.stringify(given))
        throw new SendError('key-reused');
      this.stored.set(key, given);
      if (trouble === 'cut') throw new SendError('unexpected');
      return receiptFor(given);
    },
    upload: async (file, { id }) => {
      this.files.set(id, await file.text());
    },
    refer: () => Promise.reject(new SendError('refused')),
  };
}

describe('the outbox', () => {
  let receiver: Receiver;
  let clock: ReturnType<typeof deviceFor>;
  let opened: Outbox[] = [];
  let isOnline = true;

  /** An outbox as another page of the same site has it. */
  function open(more: Partial<OutboxWorld> = {}): Outbox {
    const outbox = new Outbox({
      device: clock.device,
      online: () => isOnline,
      random: () => 0,
      transportFor: () => receiver.transport,
      ...more,
    });
    opened.push(outbox);
    return outbox;
  }

  const kinds = (outbox: Outbox) => outbox.entries.map(({ state }) => state.kind);
  const becomes = (outbox: Outbox, ...wanted: string[]) =>
    until(() => kinds(outbox).join() === wanted.join(), `the outbox holds ${wanted.join() || 'nothing'}`);

  beforeEach(async () => {
    await forgetDevice();
    receiver = new Receiver();
    clock = deviceFor();
    isOnline = true;
  });

  afterEach(() => {
    for (const outbox of opened) outbox.stop();
    opened = [];
  });

  /** Keeps something in a page that is closed then. */
  async function keep(kept: Letter, ...files: Parameters<Outbox['keep']>[1][number][]): Promise<void> {
    const outbox = open();
    await outbox.keep({ ...kept, files: files.map(({ id, name, size }) => ({ id, name, size })) }, files, {
      id: 'aid',
    });
    outbox.stop();
  }

  it('sends what another page has kept, word for word, with its files, and keeps the receipt', async () => {
    const kept = letter();
    const id = newKey();
    await keep(kept, { id, name: 'a.jpg', size: 3, blob: new Blob(['abc'], { type: 'image/jpeg' }) });

    const outbox = open();
    const sent: Entry[] = [];
    outbox.listen((entry) => entry && sent.push(entry));
    await outbox.start();
    await becomes(outbox, 'sent');
    await until(() => sent.length > 0, 'the word that it has arrived');
    expect([...receiver.stored]).to.deep.equal([[kept.key, submission()]]);
    expect([...receiver.files]).to.deep.equal([[id, 'abc']]);
    expect(sent.map(({ state }) => state.kind === 'sent' && state.stored.receipt.reference)).to.deep.equal([
      '48291730561249',
    ]);

    // Another page still has the receipt, and nothing of the files.
    const other = open();
    await other.start();
    expect(kinds(other)).to.deep.equal(['sent']);
    const [entry] = other.entries;
    expect(await other.contentOf(entry as Entry)).to.deep.equal({ files: [], definition: { id: 'aid' } });
    await other.delete((entry as Entry).id);
    expect(await mayHaveKept()).to.equal(false);
  });

  it('waits while the line is down, and sends as soon as the device is online', async () => {
    await keep(letter());
    isOnline = false;
    const outbox = open();
    await outbox.start();
    expect(receiver.attempts).to.equal(0);
    expect(kinds(outbox)).to.deep.equal(['waiting']);
    isOnline = true;
    dispatchEvent(new Event('online'));
    await becomes(outbox, 'sent');
  });

  it('waits where an attempt fails, says why, and tries again when the page is looked at', async () => {
    await keep(letter());
    receiver.mischief = [new SendError('failing')];
    const outbox = open();
    await outbox.start();
    await until(() => outbox.entries[0]?.failure === 'failing', 'the failure');
    expect(kinds(outbox)).to.deep.equal(['waiting']);
    document.dispatchEvent(new Event('visibilitychange'));
    await becomes(outbox, 'sent');
    expect(receiver.stored.size).to.equal(1);
  });

  it('asks a busy receiver not before it wants to be asked, unless the person does', async () => {
    await keep(letter());
    receiver.mischief = [new SendError('busy', { retryAfter: 600 })];
    const outbox = open();
    await outbox.start();
    await until(() => outbox.entries[0]?.failure === 'busy', 'the failure');
    dispatchEvent(new Event('online'));
    await outbox.refresh();
    expect(receiver.attempts).to.equal(1);
    await outbox.sendNow((outbox.entries[0] as Entry).id);
    await becomes(outbox, 'sent');
    expect(receiver.attempts).to.equal(2);
  });

  for (const [name, more] of [
    ['by locks', {}],
    ['by notes where there are no locks', { locks: { value: undefined } }],
  ] as const) {
    it(`sends from one page alone, of as many as are open: ${name}`, async () => {
      const kept = letter();
      await keep(kept);
      let atOnce = 0;
      let most = 0;
      const slow: Transport = {
        ...receiver.transport,
        submit: async (...given) => {
          atOnce += 1;
          most = Math.max(most, atOnce);
          await new Promise((resolve) => setTimeout(resolve, 50));
          atOnce -= 1;
          return receiver.transport.submit(...given);
        },
      };
      const device = Object.create(clock.device, more);
      const pages = Array.from({ length: 4 }, () => open({ device, transportFor: () => slow }));
      await Promise.all(pages.map((page) => page.start()));
      for (const page of pages) await becomes(page, 'sent');
      expect([most, receiver.attempts, receiver.stored.size]).to.deep.equal([1, 1, 1]);
    });
  }

  it('makes no second request, whatever was known of earlier attempts', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom<SendError | 'cut'>(new SendError('unreachable'), 'cut'), { maxLength: 3 }),
        fc.boolean(),
        fc.boolean(),
        async (mischief, hasArrived, hasChanged) => {
          await forgetDevice();
          receiver = new Receiver();
          const first = submission({ name: 'أول' });
          const unknown = hasChanged ? [submission({ name: 'ثان' }), first] : [first];
          const kept = letter({ unknown });
          if (hasArrived) receiver.stored.set(kept.key, first);
          receiver.mischief = [...mischief];
          await keep(kept);
          const outbox = open();
          await outbox.start();
          for (let tries = 0; kinds(outbox).join() !== 'sent' && tries < 10; tries += 1)
            await outbox.sendNow(kept.key);
          expect(kinds(outbox)).to.deep.equal(['sent']);
          expect([...receiver.stored.keys()]).to.deep.equal([kept.key]);
          const { state } = outbox.entries[0] as Entry;
          // The receipt is for what is stored, and says where that is not the last word.
          const stored = receiver.stored.get(kept.key);
          expect(state.kind === 'sent' && state.stored.submission).to.deep.equal(stored);
          expect(state.kind === 'sent' && state.stored.isEarlier).to.equal(
            stored !== unknown[0] && hasArrived && hasChanged,
          );
          outbox.stop();
        },
      ),
      { numRuns: 12 },
    );
  });

  it('keeps what was refused, says why, and sends it only when it is told to', async () => {
    const kept = letter();
    await keep(kept);
    const problems = [{ pointer: '/name', code: 'required' }];
    receiver.mischief = [new SendError('refused', { problems })];
    const outbox = open();
    await outbox.start();
    await becomes(outbox, 'refused');
    const other = open();
    await other.start();
    expect(other.entries[0]?.state).to.deep.equal({ kind: 'refused', failure: 'refused', problems });
    expect(other.entries[0]?.letter.unknown).to.deep.equal([submission()]);
    dispatchEvent(new Event('online'));
    await other.refresh();
    expect(receiver.attempts).to.equal(1);
    await other.sendNow(kept.key);
    await becomes(other, 'sent');
  });

  it('sends nothing that is being changed in a form', async () => {
    const kept = letter();
    await keep(kept);
    isOnline = false;
    const outbox = open();
    await outbox.start();
    await outbox.hold(outbox.entries[0] as Entry);
    isOnline = true;
    outbox.stop();
    const other = open();
    await other.start();
    expect(kinds(other)).to.deep.equal(['held']);
    expect(receiver.attempts).to.equal(0);
    await other.sendNow(kept.key);
    await becomes(other, 'sent');
  });

  it('sends after three days without a connection, and by a clock that is a day off', async () => {
    for (const shift of [DAY, -DAY]) {
      await forgetDevice();
      receiver = new Receiver();
      await keep(letter());
      clock.pass(3 * DAY + shift);
      const outbox = open();
      await outbox.start();
      await becomes(outbox, 'sent');
      outbox.stop();
    }
  });

  it('is empty after seven days, and knows that something was not sent', async () => {
    await keep(letter());
    await keep(letter());
    clock.pass(7 * DAY);
    const outbox = open();
    await outbox.start();
    expect([outbox.entries.length, outbox.gone, receiver.attempts]).to.deep.equal([0, 2, 0]);
    await outbox.forgetGone();
    expect(outbox.gone).to.equal(0);
    expect(await mayHaveKept()).to.equal(false);
  });

  it('says nothing of a receipt whose time is over', async () => {
    await keep(letter());
    const outbox = open();
    await outbox.start();
    await becomes(outbox, 'sent');
    outbox.stop();
    clock.pass(7 * DAY);
    const other = open();
    await other.start();
    expect([other.entries.length, other.gone]).to.deep.equal([0, 0]);
  });

  it('keeps nothing of answers to a survey that have arrived', async () => {
    const kept = letter({ survey: {} });
    await keep(kept);
    const outbox = open();
    let arrived: Entry | undefined;
    outbox.listen((sent) => {
      arrived ??= sent;
    });
    await outbox.start();
    await until(() => arrived, 'the word that it has arrived');
    expect(outbox.entries).to.deep.equal([]);
    while (await mayHaveKept()) await new Promise((resolve) => setTimeout(resolve, 5));
  });

  it('forgets everything at once, also what is just being sent', async () => {
    const kept = letter();
    await keep(kept);
    let answer: () => void = () => undefined;
    const held: Transport = {
      ...receiver.transport,
      submit: async (...given) => {
        await new Promise<void>((resolve) => {
          answer = resolve;
        });
        return receiver.transport.submit(...given);
      },
    };
    const outbox = open({ transportFor: () => held });
    await outbox.start();
    await until(() => outbox.entries[0]?.progress, 'it is being sent');
    // As another page does it on leaving in haste, without asking this one.
    await forgetDevice();
    answer();
    await outbox.refresh();
    expect(outbox.entries).to.deep.equal([]);
    const other = open();
    await other.start();
    expect(other.entries).to.deep.equal([]);
    expect(await mayHaveKept()).to.equal(false);
  });

  it('leaves nothing behind where it finds nothing, however often it looks', async () => {
    const vault = new Vault(clock.device);
    await vault.sayOwnDevice(true);
    await vault.sayOwnDevice(false);
    vault.close();
    await open().start();
    for (let look = 0; look < 30; look += 1) {
      document.dispatchEvent(new Event('visibilitychange'));
      expect(await mayHaveKept()).to.equal(false);
    }
  });

  it('says so where nothing can be kept', async () => {
    const device = Object.create(clock.device, { indexedDB: { value: undefined } });
    const error = await open({ device })
      .keep(letter(), [], {})
      .catch((reason: unknown) => reason);
    expect(error).to.include({ failure: 'refused' });
  });
});
