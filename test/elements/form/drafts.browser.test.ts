import { expect } from '@open-wc/testing';
import type { TaafiForm } from '../../../src/index.js';
import type { Person } from '../../../stories/support/person.js';
import { pretendedCode, pretendedHalves } from '../../../stories/support/pretended-receiver.js';
import { until } from '../../../stories/support/until.js';
import { definitionOf, oneStep } from '../../../stories/support/written-definition.js';
import { forgetDevice } from '../../transport/vault/device.js';
import { openForm } from '../open-form.js';

const name = { id: 'name', type: 'text', label: { ar: 'الاسم', en: 'Name' } } as const;

const form = definitionOf([
  { id: 'first', title: 'First', fields: [name] },
  {
    id: 'second',
    title: 'Second',
    fields: [{ id: 'need', type: 'text', label: { ar: 'الحاجة', en: 'Need' } }],
  },
]);

const withReceiver = (receiver = pretendedHalves()): Partial<TaafiForm> => ({
  receiver,
  transport: undefined,
});

async function keeps(person: Person): Promise<void> {
  await person.press('#keep');
  await person.press('#keep-own');
  await person.seen('.keep-code');
  await person.press('#keeping .primary');
  await person.seen('#keep-status');
}

async function comesBack(): Promise<Person> {
  const person = await openForm(form, withReceiver());
  await person.seen('#keep-code');
  return person;
}

async function enters(person: Person, code: string): Promise<void> {
  const input = await person.seen<HTMLInputElement>('#keep-code');
  input.value = code;
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await person.press('.keep .primary');
}

/** Has a method of the browser do something else until the test is over. */
const undone: (() => void)[] = [];

function instead<Owner extends object, Key extends keyof Owner>(
  owner: Owner,
  key: Key,
  value: Owner[Key],
): void {
  const { [key]: before } = owner;
  owner[key] = value;
  undone.push(() => {
    owner[key] = before;
  });
}

describe('keeping answers', () => {
  beforeEach(forgetDevice);
  afterEach(async () => {
    for (const undo of undone.splice(0)) undo();
    for (const each of Array.from(document.querySelectorAll('taafi-form'))) each.forget();
    await until(async () => (await indexedDB.databases()).length === 0, 'an empty device');
  });

  it('is offered nowhere where the page says so, and not for what is not the person’s to keep', async () => {
    const given = oneStep([name, { id: 'data', type: 'given', label: { ar: 'البيانات', en: 'Data' } }]);
    for (const [definition, properties] of [
      [form, { keep: 'off' }],
      [form, { disabled: true }],
      [given, {}],
    ] as const) {
      const person = await openForm(definition, { ...withReceiver(), ...properties });
      await until(() => person.form.later, 'what comes later');
      await person.form.updateComplete;
      expect(person.root.querySelector('#keep')).to.equal(null);
    }
  });

  it('is offered as a file only where answers go another way, and where there is no connection', async () => {
    const alone = await openForm(form, { transport: undefined });
    const elsewhere = await openForm(form, { receiver: pretendedHalves() });
    for (const person of [alone, elsewhere]) {
      await person.fill('name', 'سالم');
      await person.press('#keep');
      await person.seen('#keep-download');
      expect(person.root.querySelector('#keep-own')).to.equal(null);
    }
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
    undone.push(() => Reflect.deleteProperty(navigator, 'onLine'));
    const person = await openForm(form, withReceiver());
    await person.press('#keep');
    await person.seen('#keep-file');
    expect(person.root.querySelector('#keep-own')).to.equal(null);
    expect(await indexedDB.databases()).to.deep.equal([]);
  });

  it('leaves nothing where nobody has said that the device is his own', async () => {
    const person = await openForm(form, withReceiver());
    await person.fill('name', 'سالم');
    await person.press('#keep');
    await person.seen('#keep-own');
    await person.press('#keeping .secondary:last-of-type');
    await person.goOnTo('second');
    expect(await indexedDB.databases()).to.deep.equal([]);
    expect([localStorage.length, sessionStorage.length, (await caches.keys()).length]).to.deep.equal([
      0, 0, 0,
    ]);
  });

  it('tells the code once, and goes on with everything for it', async () => {
    const first = await openForm(form, withReceiver());
    await first.fill('name', 'سالم');
    await first.goOnTo('second');
    await first.press('#keep');
    await first.press('#keep-own');
    expect((await first.seen('.keep-code')).textContent?.replace(/\s/g, '')).to.equal(pretendedCode);
    expect(first.focused?.id).to.equal('keep-title');
    await first.press('#keeping .primary');
    await first.press('#keep');
    await first.seen('#keep-delete');
    expect(first.text).not.to.contain(pretendedCode.slice(0, 3));
    await first.fill('need', 'إيجار');
    await first.press('#keeping .actions .secondary');
    document.dispatchEvent(new Event('visibilitychange'));
    first.form.remove();

    const person = await comesBack();
    await enters(person, '12');
    expect((await person.seen('#keep-code-error')).textContent).to.contain('six digits');
    await enters(person, '111111');
    await until(() => /4 tries are left/.test(person.text), 'the tries that are left');
    expect(person.focused?.id).to.equal('keep-code');
    await enters(person, pretendedCode);
    await person.seen('#keep-notice');
    await person.isOn('second');
    expect(person.form.answers).to.deep.equal({ name: 'سالم', need: 'إيجار' });
  });

  it('ends when the person deletes it, begins anew or leaves, and when the form is forgotten', async () => {
    const ways: ((person: Person) => unknown)[] = [
      async (person) => {
        await person.press('#keep');
        await person.press('#keep-delete');
      },
      ({ form }) => form.forget(),
      () => document.dispatchEvent(new Event('taafi-leaving')),
    ];
    for (const end of ways) {
      const person = await openForm(form, withReceiver());
      await person.fill('name', 'سالم');
      await keeps(person);
      expect(await indexedDB.databases()).to.have.length(1);
      await end(person);
      await until(async () => (await indexedDB.databases()).length === 0, 'an empty device');
      person.form.remove();
    }
  });

  it('is told where the browser refuses to keep anything, and the form goes on', async () => {
    instead(IDBFactory.prototype, 'open', () => {
      throw new DOMException('', 'SecurityError');
    });
    const person = await openForm(form, withReceiver());
    await person.fill('name', 'سالم');
    await person.press('#keep');
    await person.press('#keep-own');
    expect((await person.seen('#keeping [role="alert"]')).textContent).to.contain(
      'does not let anything be saved',
    );
    await person.press('#keeping .actions .secondary');
    await person.goOnTo('second');
    expect(person.form.answers).to.deep.equal({ name: 'سالم' });
  });

  it('is told where there is no room any more, and again when there is', async () => {
    const person = await openForm(form, withReceiver());
    await person.fill('name', 'سالم');
    await keeps(person);
    const { put } = IDBObjectStore.prototype;
    instead(IDBObjectStore.prototype, 'put', () => {
      throw new DOMException('', 'QuotaExceededError');
    });
    await person.goOnTo('second');
    await until(() => /no room on this device/.test(person.text), 'it is told');
    IDBObjectStore.prototype.put = put;
    await person.fill('need', 'x');
    await until(() => /saved on this device until/.test(person.text), 'it is kept again');
  });

  it('is told where another page has deleted it, and nothing is written anew', async () => {
    const person = await openForm(form, withReceiver());
    await person.fill('name', 'سالم');
    await keeps(person);
    await forgetDevice();
    await person.fill('name', 'سالم العتيبي');
    await until(() => /was deleted in another page/.test(person.text), 'it is told');
    expect(person.form.answers).to.deep.equal({ name: 'سالم العتيبي' });
  });
});
