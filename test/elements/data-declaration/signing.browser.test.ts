import { expect, html } from '@open-wc/testing';
import { canonicalJson } from '../../../src/core/canonical-json.js';
import { adopt } from '../../../src/core/definition.js';
import { signedContent } from '../../../src/evidence/signed-content.js';
import { catalog } from '../../../src/fields/catalog.js';
import type { Submission } from '../../../src/index.js';
import { definitionDigest, sha256Hex } from '../../../src/transport/digest.js';
import { agree, packAddress, signByName } from '../../../stories/support/declaration.js';
import { exampleAnswers, exampleApplication } from '../../../stories/support/example-application.js';
import { exampleFile } from '../../../stories/support/example-files.js';
import { Person } from '../../../stories/support/person.js';
import { now, pretendedTransport, receiptFor } from '../../../stories/support/pretended-transport.js';
import { drawn, sign } from '../../../stories/support/signing.js';
import { until } from '../../../stories/support/until.js';
import { linesOf, openDeclaration, signer } from './open-declaration.js';

/** A way to send that keeps what was sent. */
function keeping() {
  const sent: Submission[] = [];
  const transport = pretendedTransport({
    submit: async (submission) => {
      sent.push(submission);
      return receiptFor(submission);
    },
  });
  return { sent, transport };
}

/** A clock that goes on by a second each time it is looked at. */
function runningClock(): () => Date {
  let seconds = 0;
  return () => {
    seconds += 1;
    return new Date(now.getTime() + seconds * 1000);
  };
}

async function packDefinition(): Promise<object> {
  return (await fetch(packAddress('data-declaration'))).json();
}

function type(name: string, text: string): void {
  const control = document.querySelector<HTMLInputElement>(`form [name="${name}"]`) as HTMLInputElement;
  control.value = text;
  control.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

const problemsOf = ({ root }: Person) =>
  Array.from(root.querySelectorAll('#errors a'), (link) => link.textContent?.trim());

const errorsOf = ({ root }: Person) =>
  Array.from(root.querySelectorAll('.error'), ({ textContent }) => textContent).join();

const isVoid = (person: Person) =>
  until(() => errorsOf(person).includes('the signature no longer counts'), 'that the signature is void');

describe('a declaration', () => {
  it('shows what is signed, what follows from it and when no answer comes, then what is asked', async () => {
    const person = await openDeclaration({ data: { Name: 'Salem' } });
    const order = [
      'Read your information, then sign it',
      'Name',
      'Salem',
      'The answer will not come before 26 Jumada II 1448 AH (6 December 2026)',
      'Before you sign',
      'If any of it later turns out to be wrong, we may stop studying your request',
      'I have read all the information on this page',
      'I declare that all this information is correct',
      'How will you sign?',
      'Sign and send',
    ];
    const places = order.map((words) => person.text.indexOf(words));
    expect(places, order.map((words, index) => `${places[index]} ${words}`).join('\n')).to.deep.equal(
      [...places].sort((one, other) => one - other),
    );
    expect(places[0]).to.be.at.least(0);
    expect(person.root.querySelectorAll('.answers input, .answers button, .change')).to.have.length(0);
  });

  it('is sent as it was read, agreed to and signed', async () => {
    const { sent, transport } = keeping();
    const person = await openDeclaration({
      data: { Name: 'سالم آل سعد', Rent: 1200 },
      signer,
      transport,
      clock: runningClock(),
    });
    await signByName(person, 'سالم ال سعد');
    await person.goOnTo('receipt');
    const [submission, ...others] = sent;
    expect(others).to.have.length(0);
    const json = await packDefinition();
    const given = {
      lines: [
        { label: 'Name', value: 'سالم آل سعد' },
        { label: 'Rent', value: '1200' },
      ],
      signer,
    };
    expect(submission?.form.sha256).to.equal(definitionDigest(json));
    expect(submission?.language).to.equal('en');
    expect(submission?.answers).to.deep.equal({
      given,
      readIt: true,
      declaration: true,
      signingWay: 'screen',
      signature: { method: 'typed', name: 'سالم ال سعد' },
    });
    expect(submission?.about).to.equal(undefined);
    const [record, ...more] = submission?.signatures ?? [];
    expect(more).to.have.length(0);
    expect(record).to.deep.include({ path: 'signature', language: 'en' });
    const content = signedContent(adopt(json), submission?.answers ?? {}, catalog);
    expect(content).to.deep.equal({ given, readIt: true, declaration: true, signingWay: 'screen' });
    expect(record?.contentSha256).to.equal(sha256Hex(canonicalJson(content)));
    const consents = submission?.consents ?? [];
    expect(consents.map(({ path }) => path)).to.deep.equal(['readIt', 'declaration']);
    for (const { at } of consents) {
      expect(
        record?.shownAt && record.shownAt <= at,
        `shown at ${record?.shownAt}, agreed at ${at}`,
      ).to.equal(true);
      expect(record?.signedAt && record.signedAt >= at, `signed at ${record?.signedAt}`).to.equal(true);
    }
    expect(person.text).to.contain('4829-1730-5612-49');
  });

  it('is not sent before everything is done, and says what is missing', async () => {
    const { sent, transport } = keeping();
    const person = await openDeclaration({ data: { Name: 'Salem' }, signer, transport });
    await person.isStopped();
    expect(problemsOf(person)).to.deep.equal([
      'Confirm that you have read the information, or that it was read to you',
      'Confirm that the information is correct before you send',
      'Choose how you will sign',
    ]);
    await agree(person, 'screen');
    await person.isStopped();
    expect(problemsOf(person)).to.deep.equal(['Sign by hand, or type your full name']);
    await sign(person, { method: 'drawn', drawing: { height: 3200, strokes: [[[5000, 1600, 0]]] } });
    await person.isStopped();
    expect(problemsOf(person)[0]).to.contain('longer line');
    await sign(person, { method: 'typed', name: 'سليم آل سعد' });
    await person.isStopped();
    expect(problemsOf(person)[0]).to.contain('Write the name as you gave it');
    expect(sent).to.deep.equal([]);
    await sign(person, { method: 'typed', name: signer });
    await person.goOnTo('receipt');
    expect(sent).to.have.length(1);
  });

  it('may be signed in any name where nobody is named, and drawn by whomever', async () => {
    for (const [name, answer] of [
      ['', { method: 'typed', name: 'Anybody' }],
      [signer, drawn],
      ['\u202eسالم\u200b  آل سعد ', { method: 'typed', name: signer }],
    ] as const) {
      const { sent, transport } = keeping();
      const person = await openDeclaration({ data: { Name: 'Salem' }, signer: name, transport });
      await agree(person, 'screen');
      await sign(person, answer);
      await person.goOnTo('receipt');
      expect(sent[0]?.answers.signature).to.deep.equal(answer);
      const given = sent[0]?.answers.given as { signer?: string };
      expect(given.signer).to.equal(name === '' ? undefined : signer);
    }
  });
});

describe('a signature under data that change', () => {
  const around = html`<form><label>Name <input name="name" value="Salem" /></label></form>`;

  it('of a form on the page is void, and the person is told', async () => {
    const { sent, transport } = keeping();
    const person = await openDeclaration(
      { for: 'source', transport, clock: runningClock() },
      html`<form id="source"><label>Name <input name="name" value="Salem" /></label></form>`,
    );
    await signByName(person, 'Salem');
    type('name', 'Salem');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(person.form.answers.signature, 'the same data').not.to.equal(undefined);
    type('name', 'Omar');
    await isVoid(person);
    expect(person.form.answers.signature).to.equal(undefined);
    expect(person.find('#announcements').textContent).to.contain('the signature no longer counts');
    expect(linesOf(person)).to.deep.equal([['Name', 'Omar']]);
    await person.isStopped();
    // What was read and declared was something else: that is asked for again as well.
    expect([person.form.answers.readIt, person.form.answers.declaration]).to.deep.equal([
      undefined,
      undefined,
    ]);
    await signByName(person, 'Omar');
    await person.goOnTo('receipt');
    const { answers, signatures, consents } = sent[0] as Submission;
    expect(
      consents.every(({ at }) => at >= String(signatures?.[0]?.shownAt)),
      'read after it was there',
    ).to.equal(true);
    expect((answers.given as { lines: object[] }).lines).to.deep.equal([{ label: 'Name', value: 'Omar' }]);
    // What was signed in the end was not shown before it was there.
    const firstShown = new Date(now.getTime() + 3000).toISOString();
    expect(signatures?.[0]?.shownAt && signatures[0].shownAt > firstShown, signatures?.[0]?.shownAt).to.equal(
      true,
    );
  });

  it('of the page is void, as is one under another name or a statement taken back', async () => {
    const person = await openDeclaration({ data: { Name: 'Salem' }, signer }, around);
    await signByName(person, signer);
    // Another object with the same data is no change.
    person.form.data = { Name: 'Salem' };
    await person.form.updateComplete;
    expect(person.form.answers.signature).not.to.equal(undefined);
    person.form.data = { Name: 'Omar' };
    await isVoid(person);
    await signByName(person, signer);
    expect(errorsOf(person)).to.equal('');
    person.form.signer = 'Omar';
    await isVoid(person);
    await signByName(person, 'Omar');
    await person.take('readIt');
    await isVoid(person);
    expect(person.form.answers.signature).to.equal(undefined);
  });

  it('of a form of the kit is void', async () => {
    const person = await openDeclaration(
      { for: 'kit' },
      html`<taafi-form id="kit" lang="en" history="off" .clock=${() => now} .prefill=${exampleAnswers} .definition=${exampleApplication}></taafi-form>`,
    );
    await until(() => linesOf(person).length > 5, 'the answers');
    await signByName(person, 'Salem');
    const source = await Person.at(document, '#kit');
    await source.goOnTo('about');
    await source.fill('mobile', '0555555555');
    await isVoid(person);
  });

  it('is asked for anew where there is nothing to sign for a while', async () => {
    const { sent, transport } = keeping();
    const person = await openDeclaration({ data: { Name: 'Salem' }, transport });
    await signByName(person, 'Salem');
    person.form.data = {};
    await until(() => person.text.includes('There is no information'), 'nothing');
    person.form.data = { Name: 'Salem' };
    await isVoid(person);
    await person.isStopped();
    expect(sent).to.deep.equal([]);
  });

  it('is what it was once it is sent: the receipt stays, whatever the page says later', async () => {
    const person = await openDeclaration(
      { for: 'source' },
      html`<form id="source"><label>Name <input name="name" value="Salem" /></label></form>`,
    );
    await signByName(person, 'Salem');
    await person.goOnTo('receipt');
    type('name', 'Omar');
    person.form.signer = 'Omar';
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(person.form.page).to.equal('receipt');
    expect(person.root.textContent).not.to.contain('Omar');
    expect(person.find('.paper').textContent).to.contain('Salem');
  });
});

describe('a declaration on paper', () => {
  const photo = () => exampleFile('signed.jpg', 'image/jpeg', 400_000);

  it('is printed with a place to sign, and its photo is the signature', async () => {
    const { sent, transport } = keeping();
    const person = await openDeclaration({
      data: { Name: 'Salem' },
      signer,
      transport,
      clock: runningClock(),
    });
    expect(person.root.querySelector('.by-hand')).to.equal(null);
    await agree(person, 'paper');
    expect(person.root.querySelector('taafi-signature')).to.equal(null);
    expect(person.text).to.contain('Print this declaration. Sign it by hand. Photograph all of it');
    const { print } = globalThis;
    let printed = 0;
    globalThis.print = () => {
      printed += 1;
    };
    await person.press('.by-hand button');
    globalThis.print = print;
    expect(printed).to.equal(1);
    const places = Array.from(
      person.root.querySelectorAll('.lines-to-write dt'),
      ({ textContent }) => textContent,
    );
    expect(places).to.deep.equal(['Name', 'Date', 'Signature']);
    await person.isStopped();
    expect(problemsOf(person)).to.deep.equal(['Attach a photo of the paper once it is signed']);
    await person.attach('signedPaper', photo());
    await person.goOnTo('receipt');
    const { answers, signatures, consents } = sent[0] as Submission;
    const [file] = answers.signedPaper as { name: string }[];
    expect(file).to.deep.include({ name: 'signed.jpg', type: 'image/jpeg', size: 400_000 });
    const [record, ...others] = signatures ?? [];
    expect(others).to.have.length(0);
    expect(record?.path).to.equal('signedPaper');
    const content = signedContent(adopt(await packDefinition()), answers, catalog);
    expect(content).not.to.have.property('signedPaper');
    expect(record?.contentSha256).to.equal(sha256Hex(canonicalJson(content)));
    expect(consents.every(({ at }) => record && record.shownAt <= at && at <= record.signedAt)).to.equal(
      true,
    );
  });

  it('is printed anew when anything is changed: the photo goes, and the person is told', async () => {
    const person = await openDeclaration({ data: { Name: 'Salem' } });
    await agree(person, 'paper');
    await person.attach('signedPaper', photo());
    expect(person.form.answers.signedPaper).not.to.equal(undefined);
    person.form.data = { Name: 'Omar' };
    await isVoid(person);
    expect(person.form.answers.signedPaper).to.equal(undefined);
    expect(person.root.querySelectorAll('.files li')).to.have.length(0);
    expect(person.find('#announcements').textContent).to.contain('no longer counts');
    await agree(person, 'paper');
    await person.attach('signedPaper', photo());
    await person.take('declaration');
    await isVoid(person);
    expect(person.form.answers.signedPaper).to.equal(undefined);
  });

  it('can be signed here after all', async () => {
    const { sent, transport } = keeping();
    const person = await openDeclaration({ data: { Name: 'Salem' }, transport });
    await agree(person, 'paper');
    await person.attach('signedPaper', photo());
    await person.take('signingWay', 'screen');
    await sign(person, drawn);
    await person.goOnTo('receipt');
    const { answers, signatures } = sent[0] as Submission;
    expect(answers).not.to.have.property('signedPaper');
    expect(signatures?.map(({ path }) => path)).to.deep.equal(['signature']);
  });
});
