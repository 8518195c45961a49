import { expect } from '@open-wc/testing';
import { answer, opened, problem } from '../../../stories/support/pretended-tracking.js';
import { rejected, returned, submitted, underCommittee } from '../../../stories/support/tracked-request.js';
import { Receiver, settled, Visitor } from './pretended-receiver.js';

/** Says to the page that it is hidden, or is not. */
function hide(isHidden: boolean): void {
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => isHidden });
  document.dispatchEvent(new Event('visibilitychange'));
}

describe('a request that goes on while it is looked at', () => {
  afterEach(() => {
    Reflect.deleteProperty(document, 'hidden');
  });

  async function openPage(view = submitted): Promise<{ receiver: Receiver; visitor: Visitor }> {
    const receiver = new Receiver(() => opened(view));
    const visitor = await Visitor.at(receiver);
    await visitor.lookUp();
    receiver.respond = () => answer(200, view, { ETag: '"1"', 'Retry-After': '60' });
    return { receiver, visitor };
  }

  it('is looked at again at the pace the receiver asks for, with the ETag', async () => {
    const { receiver } = await openPage();
    await receiver.pass(59);
    expect(receiver.looks).to.equal(0);
    await receiver.pass(1);
    expect(receiver.looks).to.equal(1);
    receiver.respond = () => answer(304, null, { ETag: '"1"', 'Retry-After': '120' });
    await receiver.pass(60);
    expect(receiver.to('api/track', 'GET')[1]?.headers.get('If-None-Match')).to.equal('"1"');
    expect(receiver.to('api/track', 'GET')[1]?.headers.get('Authorization')).to.equal('Bearer a-session');
    await receiver.pass(119);
    expect(receiver.looks).to.equal(2);
    await receiver.pass(1);
    expect(receiver.looks).to.equal(3);
  });

  it('tells politely what is new, and keeps focus and typed text', async () => {
    const { receiver, visitor } = await openPage(returned);
    await visitor.type('item-2-input', 'حي السلامة');
    visitor.find('details')?.setAttribute('open', '');
    await visitor.type('question', 'When?');
    receiver.respond = () => answer(200, { ...underCommittee, missing: returned.missing });
    await receiver.pass(60);
    expect(visitor.said).to.equal(
      'There is news about your request: The research committee is studying your request',
    );
    expect(visitor.find('#title')?.textContent).to.contain('The research committee is studying your request');
    expect(visitor.focused).to.equal('question');
    expect(visitor.find<HTMLTextAreaElement>('#question')?.value).to.equal('When?');
    expect(visitor.find<HTMLTextAreaElement>('#item-2-input')?.value).to.equal('حي السلامة');
    receiver.respond = () => answer(200, { ...underCommittee, missing: [] });
    await receiver.pass(60);
    expect(visitor.said).to.equal('The list of what we need from you has changed.');
  });

  it('is looked at five times less often while the page is hidden, and at once when it is shown', async () => {
    const { receiver } = await openPage();
    hide(true);
    await receiver.pass(299);
    expect(receiver.looks).to.equal(0);
    await receiver.pass(1);
    expect(receiver.looks).to.equal(1);
    await receiver.pass(30);
    hide(false);
    await settled();
    expect(receiver.looks, 'not more often than the pace').to.equal(1);
    hide(true);
    await receiver.pass(40);
    expect(receiver.looks).to.equal(1);
    hide(false);
    await settled();
    expect(receiver.looks).to.equal(2);
  });

  it('says when it may be older than it looks, and tries again less often', async () => {
    const { receiver, visitor } = await openPage();
    receiver.respond = () => undefined;
    await receiver.pass(60);
    expect(visitor.text).to.contain('What you see here is as it was at 10:42.');
    await receiver.pass(60);
    expect(receiver.looks).to.equal(2);
    await receiver.pass(60);
    expect(receiver.looks).to.equal(2);
    receiver.respond = () => answer(200, submitted);
    await visitor.press('Try again', '.stale');
    expect(visitor.find('.stale')).to.equal(null);
  });

  it('is asked for again when the session is over, with its number', async () => {
    const { receiver, visitor } = await openPage(returned);
    await visitor.type('question', 'When?');
    receiver.respond = () => problem(401, 'session');
    await receiver.pass(60);
    expect(visitor.text).to.contain('it was closed to protect your privacy');
    expect(visitor.focused, 'the focus was in what is gone').to.equal('errors');
    expect(visitor.find<HTMLInputElement>('#reference')?.value).to.equal('4829-1730-5612-49');
    expect(visitor.find<HTMLInputElement>('#factor')?.value).to.equal('');
    await receiver.pass(1000);
    expect(receiver.looks).to.equal(1);
    receiver.respond = () => opened(returned);
    await visitor.lookUp();
    expect(visitor.find<HTMLTextAreaElement>('#question')?.value, 'what was written is kept').to.equal(
      'When?',
    );
  });

  it('is looked at no more once the element is gone', async () => {
    const { receiver, visitor } = await openPage();
    visitor.element.remove();
    await receiver.pass(1000);
    expect(receiver.looks).to.equal(0);
  });

  it('lets arrive what was sent, also where the request is closed and the element gone meanwhile', async () => {
    const { receiver, visitor } = await openPage();
    const { fetch } = receiver.world;
    const signals: (AbortSignal | null | undefined)[] = [];
    visitor.element.world = {
      ...receiver.world,
      fetch: (input, init) => {
        if (init?.method === 'POST') signals.push(init.signal);
        return fetch!(input, init);
      },
    };
    receiver.respond = () => new Promise(() => undefined);
    await visitor.type('question', 'When?');
    await visitor.press('Send', '.questions');
    expect(receiver.to('api/track/questions')).to.have.length(1);
    visitor.element.forget();
    visitor.element.remove();
    await settled();
    expect(signals.map((signal) => signal?.aborted)).to.deep.equal([false]);
  });

  it('ends the session at the receiver only when what was sent has arrived', async () => {
    const { receiver, visitor } = await openPage();
    const { respond } = receiver;
    let arrive = (_answer: Response): void => undefined;
    receiver.respond = (asked) =>
      asked.path === 'api/track/questions'
        ? new Promise<Response>((resolve) => {
            arrive = resolve;
          })
        : respond(asked);
    await visitor.type('question', 'When?');
    await visitor.press('Send', '.questions');
    visitor.element.forget();
    await settled();
    expect(receiver.to('api/track/end')).to.deep.equal([]);
    arrive(answer(500, {}));
    await settled();
    expect(receiver.to('api/track/end')).to.have.length(1);
  });

  it('tells the reason of a decision', async () => {
    const { visitor } = await openPage(rejected);
    const reason = visitor.find('[part="reason"]');
    expect(reason?.textContent).to.contain('دخل الأسرة أعلى');
    expect(getComputedStyle(reason?.querySelector('bdi') as Element).unicodeBidi).to.equal('isolate');
  });
});
