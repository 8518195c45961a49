import { expect } from '@open-wc/testing';
import { signByName } from '../../../stories/support/declaration.js';
import type { Person } from '../../../stories/support/person.js';
import { pretendedTransport, receiptFor } from '../../../stories/support/pretended-transport.js';
import { sign } from '../../../stories/support/signing.js';
import { until } from '../../../stories/support/until.js';
import { linesOf, openDeclaration } from './open-declaration.js';

interface Asked {
  readonly reference: string;
  readonly token: string;
  readonly language: string;
}

/** A receiver that gives data in the language that is asked for; `answer` may be another one for a while. */
interface Pretended {
  readonly asked: Asked[];
  answer: (asked: Asked) => Response | Promise<Response>;
}

const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });

const dataFor = ({ reference, language }: Asked) =>
  json({
    reference,
    isSigned: false,
    given: { lines: [{ label: language === 'ar' ? 'الاسم' : 'Name', value: reference }], signer: 'Salem' },
  });

const reference = '48291730561249';
const token = 'abcdefghijklmnopqrstuv';

describe('a declaration by a link', () => {
  const { fetch } = globalThis;
  let receiver: Pretended;

  beforeEach(() => {
    receiver = { asked: [], answer: dataFor };
    globalThis.fetch = async (input, init) => {
      if (!String(input).endsWith('/api/requests/data')) return fetch(input, init);
      const asked = JSON.parse(String(init?.body)) as Asked;
      receiver.asked.push(asked);
      const answer = await receiver.answer(asked);
      init?.signal?.throwIfAborted();
      return answer;
    };
  });

  afterEach(() => {
    globalThis.fetch = fetch;
    history.replaceState(null, '', location.pathname + location.search);
  });

  const says = (person: Person, words: string) => until(() => person.text.includes(words), words);

  it('takes the link out of the address, and declares the request it is about', async () => {
    let about: unknown;
    const transport = pretendedTransport({
      submit: async (submission) => {
        ({ about } = submission);
        return receiptFor(submission);
      },
    });
    history.replaceState(
      { mine: 1 },
      '',
      `${location.pathname}${location.search}#declare=${reference}.${token}`,
    );
    const entries = history.length;
    const person = await openDeclaration({ transport });
    expect(location.hash).to.equal('');
    expect(location.href).not.to.contain(token);
    expect(history.state).to.deep.equal({ mine: 1 });
    expect(history.length).to.equal(entries);
    expect(receiver.asked).to.deep.equal([{ reference, token, language: 'en' }]);
    expect(linesOf(person)).to.deep.equal([['Name', reference]]);
    expect(document.documentElement.outerHTML + person.root.innerHTML).not.to.contain(token);
    await signByName(person, 'Omar');
    await person.isStopped();
    await sign(person, { method: 'typed', name: 'salem' });
    await person.goOnTo('receipt');
    expect(about).to.deep.equal({ reference, token });
    expect(receiver.asked, 'asked once').to.have.length(1);
  });

  it('takes a reference as a person may write it, from the page’s own attributes', async () => {
    await openDeclaration({ reference: '٤٨٢٩-١٧٣٠-٥٦١٢-٤٩', token });
    expect(receiver.asked).to.deep.equal([{ reference, token, language: 'en' }]);
  });

  it('leaves other addresses alone', async () => {
    for (const hash of [
      '#top',
      '#declare=',
      `#declare=${reference}`,
      `#declare=${reference}.short`,
      `#x=declare=${reference}.${token}`,
    ]) {
      history.replaceState(null, '', location.pathname + location.search + hash);
      const person = await openDeclaration({});
      expect(location.hash, hash).to.equal(hash);
      await says(person, 'There is no information here to sign');
    }
    history.replaceState(null, '', `${location.pathname}${location.search}#declare=${reference}.${token}`);
    const person = await openDeclaration({ data: { Name: 'the page’s own' } });
    expect(linesOf(person)).to.deep.equal([['Name', 'the page’s own']]);
    expect(receiver.asked).to.deep.equal([]);
  });

  it('opens the next link that is put into the address of the same page', async () => {
    history.replaceState(null, '', `${location.pathname}${location.search}#declare=${reference}.${token}`);
    const person = await openDeclaration({});
    await signByName(person, 'Salem');
    location.hash = `#declare=11111111111111.${token}`;
    await until(() => linesOf(person)[0]?.[1] === '11111111111111', 'the other request');
    expect(location.hash).to.equal('');
    expect(person.form.answers.signature).to.equal(undefined);
  });

  it('speaks the language of the form when that is changed, and declares what is read then', async () => {
    let given: unknown;
    const transport = pretendedTransport({
      submit: async (submission) => {
        ({ given } = submission.answers);
        expect(submission.language).to.equal('ar');
        return receiptFor(submission);
      },
    });
    const person = await openDeclaration({ reference, token, transport });
    await person.press('#language-ar');
    await until(() => linesOf(person)[0]?.[0] === 'الاسم', 'Arabic');
    await signByName(person, 'Salem');
    await person.goOnTo('receipt');
    expect(given).to.deep.equal({ lines: [{ label: 'الاسم', value: reference }], signer: 'Salem' });
  });

  it('shows the data of the last language that was chosen, whichever comes first', async () => {
    const person = await openDeclaration({ reference, token });
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    receiver.answer = async (asked) => {
      await held;
      return dataFor(asked);
    };
    await person.press('#language-ar');
    await person.press('#language-en');
    await until(() => receiver.asked.length === 3, 'all to be asked');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(person.text, 'what was given up is no trouble').not.to.contain('could not be reached');
    release();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(linesOf(person)).to.deep.equal([['Name', reference]]);
  });

  const troubles: [string, () => Response | Promise<Response>, string, boolean][] = [
    ['was signed', () => json({ isSigned: true }), 'signed already', false],
    [
      'is not known',
      () => json({ type: 'urn:taafi-kit:problem:unknown-request' }, 404),
      'is not known',
      false,
    ],
    ['is malformed', () => json({}, 400), 'is not known', false],
    ['was tried too often', () => json({}, 429), 'Many links have been opened', true],
    ['is of a receiver that is down', () => json({}, 503), 'could not be reached', true],
    ['cannot be asked for', () => Promise.reject(new TypeError('no line')), 'could not be reached', true],
    [
      'is answered by something in between',
      () => new Response('<html>', { status: 200 }),
      'could not be reached',
      true,
    ],
    ['is answered oddly', () => json({ given: 'x' }), 'could not be reached', true],
  ];
  for (const [what, answer, words, mayPass] of troubles) {
    it(`that ${what} says so${mayPass ? ', and can be tried again' : ''}`, async () => {
      receiver.answer = answer;
      const person = await openDeclaration({ reference, token });
      await says(person, words);
      expect(person.find('h2').textContent).to.equal('There is nothing to sign right now');
      expect(person.find('[role="status"]').textContent).to.contain(words);
      const button = person.root.querySelector<HTMLElement>('.primary');
      expect(button !== null).to.equal(mayPass);
      if (button === null) return;
      receiver.answer = dataFor;
      button.click();
      await until(() => linesOf(person)[0]?.[1] === reference, 'the data');
    });
  }

  it('that is given up is not shown any more', async () => {
    const person = await openDeclaration({ reference, token });
    Object.assign(person.form, { data: { Name: 'instead' }, reference: '', token: '' });
    await until(() => linesOf(person)[0]?.[1] === 'instead', 'the page’s data');
    expect(person.form.runner?.besides.about).to.equal(undefined);
  });
});
