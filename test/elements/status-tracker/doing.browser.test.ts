import { expect } from '@open-wc/testing';
import type { Asked } from '../../../stories/support/pretended-tracking.js';
import { answer, opened, problem } from '../../../stories/support/pretended-tracking.js';
import {
  rejected,
  returned,
  submitted,
  underCommittee,
  withdrawn,
} from '../../../stories/support/tracked-request.js';
import { until } from '../../../stories/support/until.js';
import { Receiver, settled, Visitor } from './pretended-receiver.js';

const pdf = (name: string, size = 20) => new File(['%PDF-1.7', ' '.repeat(size - 8)], name);

async function openPage(view = returned): Promise<{ receiver: Receiver; visitor: Visitor }> {
  const receiver = new Receiver(() => opened(view));
  const visitor = await Visitor.at(receiver);
  await visitor.lookUp();
  return { receiver, visitor };
}

/** A place for uploads: takes what comes, and remembers how long each is. */
function tus(asked: Asked): Response | undefined {
  if (!asked.path.startsWith('api/uploads')) return undefined;
  if (asked.method === 'POST') {
    const length = asked.headers.get('Upload-Length') ?? '';
    return new Response(null, {
      status: 201,
      headers: { Location: `/api/uploads/${length}`, 'Upload-Offset': '0' },
    });
  }
  const length = asked.path.split('/').at(-1) ?? '';
  return new Response(null, { status: 204, headers: { 'Upload-Offset': length } });
}

const keyOf = (asked: Asked | undefined) => asked?.headers.get('Idempotency-Key');

describe('what a person does with his request', () => {
  it('sends a missing file, after he has looked at it again', async () => {
    const { receiver, visitor } = await openPage();
    await visitor.press('Send', '.asked-item');
    expect(visitor.text).to.contain('Choose the file first');
    expect(visitor.focused).to.equal('item-1-input');
    await visitor.give('item-1-input', pdf('front.pdf'), new File(['text'], 'notes.txt'));
    await until(() => visitor.said.includes('notes.txt'), 'what was chosen is told');
    expect(visitor.text).to.contain('This is neither a photo nor a PDF');
    await until(() => visitor.said.includes('front.pdf'), 'both are said');
    expect(visitor.said).to.contain('front.pdf').and.to.contain('notes.txt');
    await visitor.press('Send', '.asked-item');
    expect(receiver.asked, 'nothing wrong is sent').to.have.length(1);
    visitor.find('[aria-label="Remove file notes.txt"]')?.click();
    await visitor.element.updateComplete;
    const [file, ...others] = returned.missing;
    const after = { ...returned, missing: [{ ...file, isOpen: false }, ...others] };
    receiver.respond = (asked) => tus(asked) ?? answer(200, after);
    await visitor.press('Send', '.asked-item');
    await until(() => visitor.said === 'Received: Copy of your ID or iqama', 'it has arrived');
    const [sent] = receiver.to('api/track/items');
    const { item, files } = sent!.body as { item: string; files: { id: string }[] };
    expect(item).to.equal('identityCopy');
    expect(files).to.deep.equal([{ id: files[0]?.id, name: 'front.pdf', size: 20, type: 'application/pdf' }]);
    const metadata = receiver.to('api/uploads')[0]?.headers.get('Upload-Metadata');
    expect(metadata).to.contain(btoa(files[0]?.id ?? ''));
    await until(() => visitor.focused === 'item-1', 'the focus at what has arrived');
    expect(visitor.find('.asked-item')?.textContent).to.contain('Received');
  });

  it('is asked for nothing where all has arrived', async () => {
    const missing = returned.missing.map((item) => ({ ...item, isOpen: false }));
    const { visitor } = await openPage({ ...returned, missing });
    expect(visitor.find('#missing')?.textContent).to.equal('What you have given us');
  });

  it('sends a file again under the same key where nobody knows whether it has arrived', async () => {
    const { receiver, visitor } = await openPage();
    await visitor.give('item-1-input', pdf('front.pdf'));
    receiver.respond = tus;
    await visitor.press('Send', '.asked-item');
    await until(() => visitor.text.includes('could not be reached'), 'the sentence');
    receiver.respond = (asked) => tus(asked) ?? answer(200, submitted);
    await visitor.press('Send', '.asked-item');
    await visitor.see('We have your request');
    const [first, second] = receiver.to('api/track/items');
    expect(keyOf(first)).to.match(/^"[\w-]{22}"$/);
    expect(keyOf(second)).to.equal(keyOf(first));
    expect(receiver.to('api/uploads'), 'what is there is not sent again').to.have.length(1);
    expect(visitor.said).to.contain('Received: Copy').and.to.contain('We have your request');
    expect(visitor.focused).to.equal('title');
  });

  it('sends a file whole where the receiver does not have it', async () => {
    const { receiver, visitor } = await openPage();
    await visitor.give('item-1-input', pdf('front.pdf'));
    receiver.respond = (asked) => tus(asked) ?? problem(422, 'answers');
    await visitor.press('Send', '.asked-item');
    await until(() => visitor.text.includes('has not arrived whole'), 'the sentence');
    await visitor.press('Send', '.asked-item');
    await until(() => receiver.to('api/track/items').length === 2, 'the second time');
    expect(receiver.to('api/uploads')).to.have.length(2);
  });

  it('stops what is under way, and keeps the file', async () => {
    const { receiver, visitor } = await openPage();
    await visitor.give('item-1-input', pdf('front.pdf'));
    receiver.respond = () => new Promise(() => undefined);
    await visitor.press('Send', '.asked-item');
    await until(() => visitor.find('progress'), 'the progress');
    expect(visitor.text).to.contain('0 kB of 1 kB sent');
    await visitor.press('Stop sending', '.asked-item');
    await until(() => visitor.text.includes('Sending has stopped'), 'it has stopped');
    expect(visitor.text).to.contain('front.pdf');
    expect(receiver.to('api/track/items')).to.deep.equal([]);
  });

  it('goes on sending while the page is brought up to date', async () => {
    const { receiver, visitor } = await openPage();
    await visitor.give('item-1-input', pdf('front.pdf'));
    let arrive: (answered: Response | undefined) => void = () => undefined;
    receiver.respond = (asked) => {
      if (asked.method === 'PATCH') return new Promise((resolve) => (arrive = resolve));
      return (
        tus(asked) ??
        answer(200, asked.method === 'GET' ? { ...returned, notBefore: '2026-12-20' } : submitted)
      );
    };
    await visitor.press('Send', '.asked-item');
    await until(() => receiver.asked.some(({ method }) => method === 'PATCH'), 'it is under way');
    await receiver.pass(60);
    expect(visitor.said).to.equal('There is news about your request.');
    expect(visitor.find('progress')).not.to.equal(null);
    arrive(new Response(null, { status: 204, headers: { 'Upload-Offset': '20' } }));
    await visitor.see('We have your request');
  });

  it('writes what is missing', async () => {
    const { receiver, visitor } = await openPage();
    receiver.respond = () => answer(200, submitted);
    expect(visitor.find('#missing')?.textContent).to.equal('What we need from you');
    await visitor.type('item-2-input', '  حي السلامة ');
    visitor.find('#item-2-input')?.closest('form')?.requestSubmit();
    await visitor.see('We have your request');
    expect(receiver.to('api/track/items')[0]?.body).to.deep.equal({ item: 'address', text: 'حي السلامة' });
  });

  it('asks a question, and sees it among those he has asked', async () => {
    const { receiver, visitor } = await openPage(submitted);
    visitor.find('details')?.setAttribute('open', '');
    await visitor.press('Send', '.questions');
    expect(visitor.focused).to.equal('question');
    expect(visitor.text).to.contain('Write what you want to say');
    visitor.find<HTMLInputElement>('[value="suggestion"]')?.click();
    await visitor.type('question', 'More light.');
    receiver.respond = () => answer(200, { ...submitted, questions: underCommittee.questions });
    await visitor.press('Send', '.questions');
    expect(receiver.to('api/track/questions')[0]?.body).to.deep.equal({
      kind: 'suggestion',
      text: 'More light.',
      language: 'en',
    });
    expect(visitor.said).to.equal('Your suggestion has arrived. Thank you.');
    expect(visitor.find<HTMLTextAreaElement>('#question')?.value).to.equal('');
    expect(visitor.text).to.contain('Question you sent on 13 Jumada II 1448 AH (23 November 2026)');
    expect(visitor.text).to.contain('يكفي أن ترسل الوجه الأمامي');
  });

  it('withdraws only after he was asked once more', async () => {
    const { receiver, visitor } = await openPage(submitted);
    await visitor.press('Withdraw my request', '.moves');
    expect(visitor.find<HTMLDialogElement>('dialog')?.open).to.equal(true);
    expect(visitor.find('dialog')?.textContent).to.contain('this cannot be undone');
    await visitor.press('Go back', 'dialog');
    expect([visitor.find('dialog'), receiver.to('api/track/moves')]).to.deep.equal([null, []]);
    receiver.respond = () => answer(200, withdrawn);
    await visitor.press('Withdraw my request', '.moves');
    await visitor.press('Withdraw my request', 'dialog');
    await visitor.see('You have withdrawn your request');
    expect(receiver.to('api/track/moves')[0]?.body).to.deep.equal({ move: 'withdraw', version: 1 });
    expect([visitor.find('dialog'), visitor.find('.moves'), visitor.focused]).to.deep.equal([
      null,
      null,
      'title',
    ]);
  });

  it('opens the question again before the browser has told that it was closed', async () => {
    const { visitor } = await openPage(submitted);
    await visitor.press('Withdraw my request', '.moves');
    visitor.find<HTMLDialogElement>('dialog')?.close();
    await visitor.press('Withdraw my request', '.moves');
    expect(visitor.find<HTMLDialogElement>('dialog')?.open).to.equal(true);
  });

  it('does not see the question again that he has closed', async () => {
    const { visitor } = await openPage(submitted);
    await visitor.press('Withdraw my request', '.moves');
    visitor.find<HTMLDialogElement>('dialog')?.close();
    visitor.element.requestUpdate();
    await visitor.element.updateComplete;
    expect(visitor.find<HTMLDialogElement>('dialog')?.open).to.equal(false);
    await settled();
    expect(visitor.find('dialog')).to.equal(null);
  });

  it('objects with a reason', async () => {
    const { receiver, visitor } = await openPage(rejected);
    await visitor.press('Object to the decision', '.moves');
    await visitor.press('Object to the decision', 'dialog');
    expect(visitor.focused).to.equal('reason');
    expect(visitor.text).to.contain('Write the reason');
    await visitor.type('reason', 'My income has fallen.');
    receiver.respond = () => undefined;
    await visitor.press('Object to the decision', 'dialog');
    expect(visitor.find('dialog [role="alert"]')?.textContent).to.contain('could not be reached');
    expect(visitor.find<HTMLTextAreaElement>('#reason')?.value).to.equal('My income has fallen.');
    receiver.respond = () => answer(200, underCommittee);
    await visitor.press('Object to the decision', 'dialog');
    const [first, second] = receiver.to('api/track/moves');
    expect(second?.body).to.deep.equal({ move: 'object', version: 6, reason: 'My income has fallen.' });
    expect(keyOf(second)).to.equal(keyOf(first));
  });

  it('learns that the request has gone on meanwhile', async () => {
    const { receiver, visitor } = await openPage(submitted);
    await visitor.press('Withdraw my request', '.moves');
    receiver.respond = ({ method }) =>
      method === 'POST' ? problem(409, 'move') : answer(200, { ...rejected, moves: [] });
    await visitor.press('Withdraw my request', 'dialog');
    await visitor.see('Your request has moved on meanwhile');
    expect(visitor.find('#title')?.textContent).to.contain('Your request was not accepted');
    expect(visitor.find('dialog .primary'), 'it can be done no more').to.equal(null);
    await visitor.press('Go back', 'dialog');
    expect(visitor.find('dialog')).to.equal(null);
  });

  it('asks for a copy of his data', async () => {
    const { receiver, visitor } = await openPage(submitted);
    receiver.respond = () => answer(200, { ...submitted, rights: [{ kind: 'copy', askedAt: '2026-12-01' }] });
    await visitor.press('Ask for a copy of my data', '.rights');
    await visitor.press('Ask for a copy of my data', 'dialog');
    expect(receiver.to('api/track/rights')[0]?.body).to.deep.equal({ kind: 'copy' });
    expect(visitor.text).to.contain('You asked for a copy of your data on');
    expect(visitor.focused).to.equal('rights');
    const left = [...(visitor.find('.rights')?.querySelectorAll('button') ?? [])];
    expect(left.map(({ textContent }) => textContent?.trim())).to.deep.equal([
      'Ask for my data to be deleted',
    ]);
  });

  it('stops what the partner that referred him is told', async () => {
    const sharing = {
      partner: { ar: 'جمعية المثال', en: 'Example Association' },
      what: ['received'],
    } as const;
    const { receiver, visitor } = await openPage({ ...submitted, sharing });
    expect(visitor.text).to.contain('\u2068Example Association\u2069 is told that your request was received');
    expect(visitor.text).not.to.contain('has been decided');
    receiver.respond = () => answer(200, submitted);
    await visitor.press('Stop sharing', '.sharing');
    expect(visitor.text).to.contain('already we cannot take back');
    await visitor.press('Stop sharing', 'dialog');
    expect(receiver.to('api/track/sharing')[0]?.body).to.deep.equal({ stop: true });
    expect(visitor.find('.sharing')).to.equal(null);
    expect(visitor.focused).to.equal('rights');
  });

  it('comes to nothing once the session is over, and the form is there again', async () => {
    const { receiver, visitor } = await openPage(submitted);
    visitor.find('details')?.setAttribute('open', '');
    await visitor.type('question', 'When?');
    receiver.respond = () => problem(401, 'session');
    await visitor.press('Send', '.questions');
    expect(visitor.focused).to.equal('errors');
    expect(visitor.find<HTMLInputElement>('#reference')?.value).to.equal('4829-1730-5612-49');
  });
});
