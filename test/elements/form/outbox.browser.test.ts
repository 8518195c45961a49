import { expect } from '@open-wc/testing';
import { outboxOfPage, useOutbox } from '../../../src/elements/form/outbox-of-page.js';
import type { TaafiForm } from '../../../src/index.js';
import { Outbox } from '../../../src/transport/outbox/outbox.js';
import { mayHaveKept } from '../../../src/transport/vault/may-have-kept.js';
import { Vault } from '../../../src/transport/vault/vault.js';
import {
  exampleAnswers,
  exampleApplication,
  goOnToReview,
} from '../../../stories/support/example-application.js';
import { exampleFile } from '../../../stories/support/example-files.js';
import type { Person } from '../../../stories/support/person.js';
import { until } from '../../../stories/support/until.js';
import { forgetDevice } from '../../transport/vault/device.js';
import { openForm } from '../open-form.js';

const address = 'https://receiver.example/';

/** A receiver at an address, which can be down. */
class Receiver {
  isDown = true;
  /** The answer to the next submissions instead of a receipt. */
  refusal: { status: number; body: object } | undefined;
  readonly stored = new Map<string, { answers: Record<string, unknown> }>();
  readonly #fetch = globalThis.fetch.bind(globalThis);

  constructor() {
    globalThis.fetch = (input, init) => this.#answer(String(input), init);
  }

  end(): void {
    globalThis.fetch = this.#fetch;
  }

  async #answer(url: string, init: RequestInit = {}): Promise<Response> {
    if (!url.startsWith(address)) return this.#fetch(url, init);
    if (this.isDown) return new Response(null, { status: 503, headers: { 'Retry-After': '600' } });
    if (url.includes('/uploads')) return this.#upload(url, init);
    if (this.refusal !== undefined) return json(this.refusal.status, this.refusal.body);
    const key = new Headers(init.headers).get('Idempotency-Key') ?? '';
    const body = JSON.parse(String(init.body));
    this.stored.set(key, body);
    return json(201, {
      reference: '48291730561249',
      receivedAt: '2026-11-23T09:00:00.000Z',
      form: body.form,
      answersSha256: '0'.repeat(64),
    });
  }

  #upload(url: string, { method }: RequestInit): Response {
    if (method === 'POST') return new Response(null, { status: 201, headers: { Location: `${url}/one` } });
    return new Response(null, { status: 200, headers: { 'Upload-Offset': '1000' } });
  }
}

const json = (status: number, body: object) =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });

describe('a request that could not be sent', () => {
  let receiver: Receiver;
  let people: Person[] = [];

  beforeEach(async () => {
    await forgetDevice();
    receiver = new Receiver();
    people = [];
  });

  afterEach(async () => {
    receiver.end();
    leave();
    await forgetDevice();
  });

  /** The page is closed; what it had in memory is gone. */
  function leave(): void {
    for (const { form } of people) form.remove();
    outboxOfPage().stop();
    useOutbox(undefined);
  }

  async function open(properties: Partial<TaafiForm> = {}): Promise<Person> {
    const person = await openForm(exampleApplication, {
      receiver: address,
      transport: undefined,
      prefill: exampleAnswers,
      ...properties,
    } as Partial<TaafiForm>);
    people.push(person);
    return person;
  }

  /** Somebody fills the form in and presses the button in vain. */
  async function triesToSend(properties: Partial<TaafiForm> = {}, ...files: File[]): Promise<Person> {
    const person = await open(properties);
    await goOnToReview(person, ...files);
    await person.goOn();
    await person.seen('#sending-title');
    return person;
  }

  const titles = (person: Person) =>
    [...person.root.querySelectorAll('.kept h2')].map((title) => title.textContent?.trim());

  async function press(person: Person, words: string): Promise<void> {
    const button = await until(
      () => [...person.root.querySelectorAll('button')].find((one) => one.textContent?.trim() === words),
      `the button ${words} in: ${person.text}`,
    );
    button.click();
    await person.form.updateComplete;
  }

  const keepButton = 'Keep the request on this device, and send it when the connection is back';

  async function keeps(person: Person): Promise<void> {
    await press(person, keepButton);
    await until(() => titles(person).join() === 'Not sent yet', 'what is kept');
  }

  it('is kept only after the button was pressed, and says for how long and for whom', async () => {
    const person = await triesToSend();
    await until(() => person.root.querySelector('.keep-offer'), 'the offer');
    expect(await mayHaveKept()).to.equal(false);
    expect(person.text).to.contain('encrypted for seven days at most');
    expect(person.text).to.contain('If others use this device');

    await keeps(person);
    expect(person.text).to.contain('“Application for support”, which you submitted on');
    expect(person.text).not.to.match(/has arrived|reference/i);
    expect(person.focused?.textContent?.trim()).to.equal('Not sent yet');
    // Nothing of it is left in the form.
    expect(person.form.answers).not.to.have.property('declaration');
    expect(person.form.page).not.to.equal('review');
    expect(receiver.stored.size).to.equal(0);
  });

  it('is not offered to be kept where the page does not want that, or where it was refused', async () => {
    const person = await triesToSend({ keep: 'off' });
    expect(person.root.querySelector('.keep-offer')).to.equal(null);
    leave();
    receiver.isDown = false;
    receiver.refusal = { status: 422, body: { type: 'urn:taafi-kit:problem:form-changed' } };
    const other = await triesToSend();
    expect(other.root.querySelector('.keep-offer')).to.equal(null);
  });

  it('goes by itself when the page is opened again, and its receipt is shown', async () => {
    await keeps(await triesToSend({}, exampleFile('lease.pdf', 'application/pdf', 1000)));
    leave();
    receiver.isDown = false;
    const person = await open();
    let reference = '';
    person.form.addEventListener('taafi-sent', ({ receipt }) => {
      reference = receipt.reference;
    });
    await until(() => titles(person).join() === 'Your request has arrived', 'the receipt');
    expect(person.text).to.contain('4829-1730-5612-49');
    expect(reference).to.equal('48291730561249');
    expect(receiver.stored.size).to.equal(1);
    expect([...receiver.stored.values()][0]?.answers).to.deep.include({ need: exampleAnswers.need });

    await press(person, 'Show the receipt');
    await person.isOn('receipt');
    leave();
    const later = await open();
    await until(() => titles(later).join() === 'Your request has arrived', 'the receipt');
    await press(later, 'Remove the receipt from this device');
    await until(() => titles(later).length === 0, 'nothing is kept');
    while (await mayHaveKept()) await later.form.updateComplete;
  });

  it('goes at once when the person asks for it', async () => {
    const person = await triesToSend();
    await keeps(person);
    receiver.isDown = false;
    await press(person, 'Send it now');
    await until(() => titles(person).join() === 'Your request has arrived', 'the receipt');
  });

  it('is deleted after one question', async () => {
    const person = await triesToSend();
    await keeps(person);
    await press(person, 'Delete');
    await until(() => person.focused?.id === 'remove-title', 'the question');
    await press(person, 'No, keep it');
    expect(titles(person)).to.deep.equal(['Not sent yet']);
    await press(person, 'Delete');
    await press(person, 'Yes, delete it');
    await until(() => titles(person).length === 0, 'nothing is kept');
    while (await mayHaveKept()) await person.form.updateComplete;
  });

  it('can be taken away as a file to go on from', async () => {
    const person = await triesToSend();
    await keeps(person);
    const saved = nextFile();
    await press(person, 'Download the answers');
    const { name, text } = await saved;
    expect(name).to.equal('answers.json');
    const { taafiAnswers, form, language, answers } = JSON.parse(text);
    expect([taafiAnswers, form.id, language]).to.deep.equal([1, exampleApplication.id, 'en']);
    expect(answers.need).to.equal(exampleAnswers.need);
  });

  it('goes back into the form with its files, and is sent once, as it was changed', async () => {
    const person = await triesToSend({}, exampleFile('lease.pdf', 'application/pdf', 1000));
    await keeps(person);
    leave();
    const again = await open({ prefill: undefined } as unknown as Partial<TaafiForm>);
    await until(() => titles(again).join() === 'Not sent yet', 'what is kept');
    await press(again, 'Change the answers');
    await until(() => again.text.includes('Your answers are now in the form'), 'the answers');
    expect(again.form.answers).to.deep.include({
      fullName: exampleAnswers.fullName,
      need: exampleAnswers.need,
    });
    expect(again.text).to.contain('Answer these again');
    await again.fill('fullName', 'سالم الآخر');
    receiver.isDown = false;
    await goOnToReview(again);
    expect(again.text).to.contain('lease.pdf');
    await again.goOn();
    await again.isOn('receipt');
    expect(receiver.stored.size).to.equal(1);
    expect([...receiver.stored.values()][0]?.answers).to.deep.include({ fullName: 'سالم الآخر' });
    expect(titles(again)).to.deep.equal([]);
    while (await mayHaveKept()) await again.form.updateComplete;
  });

  it('is kept as it was while it is changed, and then waits for the person', async () => {
    const person = await triesToSend();
    await keeps(person);
    await press(person, 'Change the answers');
    await until(() => person.text.includes('Your answers are now in the form'), 'the answers');
    leave();
    receiver.isDown = false;
    const again = await open();
    await until(() => titles(again).join() === 'An unsent request you were changing', 'what is kept');
    expect(receiver.stored.size).to.equal(0);
    await press(again, 'Send it now');
    await until(() => titles(again).join() === 'Your request has arrived', 'the receipt');
  });

  it('tells plainly when it was not taken, and loses nothing', async () => {
    const person = await triesToSend();
    await keeps(person);
    receiver.isDown = false;
    receiver.refusal = {
      status: 422,
      body: { type: 'urn:taafi-kit:problem:answers', errors: [{ pointer: '/mobile', code: 'phone.format' }] },
    };
    await press(person, 'Send it now');
    await until(() => titles(person).join() === 'The association did not take it', 'the refusal');
    expect(person.text).to.contain('The association found something in your answers that needs changing.');
    await press(person, 'Change the answers');
    await until(() => person.text.includes('Your answers are now in the form'), 'the answers');
    expect(person.form.answers).to.deep.include({ need: exampleAnswers.need });
    await person.seen('#errors');
  });

  it('is kept before it is sent on a device that is the person’s own, and only until the receipt is there', async () => {
    const vault = new Vault();
    await vault.sayOwnDevice(true);
    vault.close();
    const person = await open();
    await goOnToReview(person);
    await person.goOn();
    await until(() => titles(person).join() === 'Not sent yet', 'what is kept');
    expect(person.root.querySelector('.keep-offer')).to.equal(null);
    expect(person.text).to.contain('The service is busy');

    leave();
    receiver.isDown = false;
    const again = await open();
    await until(() => titles(again).join() === 'Your request has arrived', 'the receipt');
    await press(again, 'Remove the receipt from this device');
    await goOnToReview(again);
    await again.goOn();
    await again.isOn('receipt');
    const left = new Vault();
    while ((await left.list('outbox')).length > 0) await again.form.updateComplete;
    left.close();
  });

  it('says why where the browser keeps nothing, and the answers stay in the form', async () => {
    const refused = Object.create(
      { random: () => 0, now: Date.now, locks: undefined, subtle: crypto.subtle },
      { indexedDB: { value: undefined } },
    );
    useOutbox(
      new Outbox({ device: refused, online: () => true, random: Math.random, transportFor: () => never }),
    );
    const person = await triesToSend();
    await press(person, keepButton);
    await until(() => person.focused?.id === 'keep-failed', 'the reason');
    expect(person.text).to.contain('The browser does not let it be kept here');
    expect(person.form.page).to.equal('review');
    expect(person.form.answers.need).to.equal(exampleAnswers.need);
  });

  it('is forgotten with everything else', async () => {
    const person = await triesToSend();
    await keeps(person);
    person.form.forget();
    await until(() => titles(person).length === 0, 'nothing is shown');
    while (await mayHaveKept()) await person.form.updateComplete;
  });
});

const never = {
  submit: () => new Promise<never>(() => undefined),
  refer: () => new Promise<never>(() => undefined),
  upload: () => new Promise<never>(() => undefined),
};

/** What the next file is that the browser is given to save. */
function nextFile(): Promise<{ name: string; text: string }> {
  const { click } = HTMLAnchorElement.prototype;
  return new Promise((resolve) => {
    HTMLAnchorElement.prototype.click = function () {
      HTMLAnchorElement.prototype.click = click;
      void fetch(this.href)
        .then((response) => response.text())
        .then((text) => resolve({ name: this.download, text }));
    };
  });
}
