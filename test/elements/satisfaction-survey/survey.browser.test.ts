import { expect, fixture, html } from '@open-wc/testing';
import '../../../src/elements/satisfaction-survey/define.js';
import type { TaafiSatisfactionSurvey } from '../../../src/elements/satisfaction-survey/satisfaction-survey.js';
import { packAddress } from '../../../stories/support/declaration.js';
import { Person } from '../../../stories/support/person.js';
import { until } from '../../../stories/support/until.js';

interface Asked {
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers: Headers;
}

const token = 'abcdefghijklmnopqrstuv';
const other = 'ABCDEFGHIJKLMNOPQRSTUV';

const json = (status: number, body: unknown) =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });
const unknown = () => json(404, { type: 'urn:taafi-kit:problem:unknown-invitation', status: 404 });

function usual({ path }: Asked): Response {
  if (path.endsWith('/invitation')) return json(200, { step: 'decision' });
  if (path.endsWith('/pages')) return new Response(null, { status: 204 });
  return json(201, { stored: 'now' });
}

describe('<taafi-satisfaction-survey>', () => {
  const { fetch } = globalThis;
  let asked: Asked[];
  let respond: (request: Asked) => Response | Promise<Response>;

  beforeEach(() => {
    asked = [];
    respond = usual;
    globalThis.fetch = async (input, init) => {
      const address = String(input);
      if (!address.includes('/api/surveys/')) return fetch(input, init);
      const path = address.replace(/^.*\/api\/surveys\//, '');
      const body = JSON.parse(String(init?.body)) as Record<string, unknown>;
      const request = { path, body, headers: new Headers(init?.headers) };
      asked.push(request);
      // What is made by hand has no address.
      return Object.defineProperty(await respond(request), 'url', { value: address });
    };
  });

  afterEach(() => {
    globalThis.fetch = fetch;
    history.replaceState(null, '', location.pathname + location.search);
  });

  const to = (name: string) => asked.filter(({ path }) => path === `satisfaction/${name}`);

  async function open(link: string | undefined): Promise<Person> {
    if (link !== undefined)
      history.replaceState({ mine: 1 }, '', `${location.pathname}${location.search}#survey=${link}`);
    const element = await fixture<TaafiSatisfactionSurvey>(
      html`<taafi-satisfaction-survey
        lang="en"
        history="off"
        .association=${packAddress('association')}
        .definition=${packAddress('satisfaction')}
      ></taafi-satisfaction-survey>`,
    );
    await until(() => element.shadowRoot?.querySelector('[part~="title"]'), 'a page');
    return new Person(element);
  }

  it('takes the invitation out of the address, and asks for it once', async () => {
    const entries = history.length;
    await open(token);
    expect([location.hash, history.length, history.state]).to.deep.equal(['', entries, { mine: 1 }]);
    await until(() => to('invitation').length === 1, 'the question');
    expect(to('invitation')[0]?.body).to.deep.equal({ token });
  });

  it('shows the policy’s sentence before anything is asked', async () => {
    const person = await open(token);
    expect(person.text).to.match(/right of the beneficiary.*Nobody can tell that it was you.*Start/);
    expect(person.root.querySelectorAll('input')).to.have.length(0);
  });

  it('tells how far the person has come and nothing he answered, and sends with the invitation', async () => {
    const person = await open(token);
    await person.goFarTo('satisfaction');
    await person.take('overall', '2');
    await person.goFarTo('opinion');
    expect(to('pages').map(({ body }) => body)).to.deep.equal(
      ['satisfaction', 'effort', 'treatment', 'difficulties', 'opinion'].map((page) => ({ token, page })),
    );
    person.find('.primary').click();
    await person.isOn('receipt');
    expect(person.text).to.contain('Your answers have arrived without anything that tells who you are');
    const [sent] = to('answers');
    expect(sent?.body.token).to.equal(token);
    expect(sent?.body.answers).to.deep.equal({ overall: 2 });
    expect(Object.keys(sent?.body ?? {}).sort()).to.deep.equal(['answers', 'form', 'token']);
    expect(person.text).not.to.contain('reference');
    expect(person.form.answers).to.deep.equal({});
  });

  it('tells the page once where the person was faster than the answer about his invitation', async () => {
    let answer: (value?: unknown) => void = () => {};
    const answered = new Promise((resolve) => {
      answer = resolve;
    });
    let isRead = false;
    respond = async (request) => {
      if (!request.path.endsWith('/invitation')) return usual(request);
      await answered;
      const response = usual(request);
      const read = response.arrayBuffer.bind(response);
      response.arrayBuffer = () => read().finally(() => (isRead = true));
      return response;
    };
    const person = await open(token);
    await until(() => to('invitation').length === 1, 'the question');
    await person.goFarTo('effort');
    answer();
    await until(() => isRead, 'the answer to be read');
    await person.goFarTo('treatment');
    expect(to('pages').map(({ body }) => body.page)).to.deep.equal(['satisfaction', 'effort', 'treatment']);
  });

  it('says so where the link was used, and asks nothing', async () => {
    respond = unknown;
    const person = await open(token);
    await until(() => person.text.includes('This link does not open the survey'), 'the sentence');
    expect(person.root.querySelectorAll('.primary, input')).to.have.length(0);
  });

  it('takes a link with what programs for messages put behind it', async () => {
    for (const more of ['.', '&utm_source=sms', '%20', ')']) {
      await open(`${token}${more}`);
      await until(() => to('invitation').some(({ body }) => body.token === token), more);
      asked = [];
    }
  });

  it('asks who the page says, whenever it says so', async () => {
    const person = await open(token);
    await until(() => to('invitation').length === 1, 'the question');
    const survey = person.form as TaafiSatisfactionSurvey;
    survey.definition = undefined;
    survey.receiver = '/association/';
    await survey.updateComplete;
    expect(survey.definition).to.equal('/association/packs/taafi/satisfaction.json');
    survey.audience = 'internal';
    await survey.updateComplete;
    expect(survey.definition).to.equal('/association/packs/taafi/satisfaction-internal.json');
    survey.definition = packAddress('satisfaction');
    survey.audience = 'external';
    await survey.updateComplete;
    expect(survey.definition).to.equal(packAddress('satisfaction'));
    await until(() => to('invitation').length === 2, 'the question again');
  });

  it('says so where the link is not whole, without asking anybody', async () => {
    const person = await open('abc');
    expect(person.text).to.contain('This link does not open the survey');
    expect(asked).to.deep.equal([]);
  });

  it('says how to get a link where there is none', async () => {
    const person = await open(undefined);
    expect(person.text).to.contain('Open the survey with the link in your invitation');
    expect(asked).to.deep.equal([]);
  });

  it('speaks of no request to those who serve', async () => {
    const person = await open(undefined);
    (person.form as TaafiSatisfactionSurvey).definition = packAddress('satisfaction-internal');
    await until(() => person.text.includes('works or volunteers here is given a link'), 'their own words');
    expect(person.text).not.to.contain('request is answered');
  });

  it('lets a person begin where nobody knows yet whether the link is good', async () => {
    respond = ({ path }) => {
      if (path.endsWith('/answers')) return json(201, { stored: 'now' });
      throw new TypeError('the line is dead');
    };
    const person = await open(token);
    await person.goFarTo('opinion');
    person.find('.primary').click();
    await person.isOn('receipt');
  });

  it('keeps the answers where they could not be sent, and sends the same again under the same key', async () => {
    const person = await open(token);
    await person.goFarTo('satisfaction');
    await person.take('overall', '5');
    await person.goFarTo('opinion');
    respond = (request) =>
      request.path.endsWith('/answers') ? json(400, { type: 'x', status: 400 }) : usual(request);
    person.find('.primary').click();
    await person.seen('#sending-title');
    expect(person.form.answers).to.deep.equal({ overall: 5 });
    respond = usual;
    person.find('.primary').click();
    await person.isOn('receipt');
    expect(to('answers').map(({ body }) => body.answers)).to.deep.equal([{ overall: 5 }, { overall: 5 }]);
  });

  it('is thanked too where the answers had arrived before, and nobody could know', async () => {
    const person = await open(token);
    await person.goFarTo('opinion');
    respond = (request) =>
      request.path.endsWith('/answers') ? json(201, { stored: 'before' }) : usual(request);
    person.find('.primary').click();
    await person.isOn('receipt');
  });

  it('says so where the link was used while he answered', async () => {
    const person = await open(token);
    await person.goFarTo('opinion');
    respond = unknown;
    person.find('.primary').click();
    await until(() => person.text.includes('This link does not open the survey'), 'the sentence');
  });

  it('begins anew with the link of another invitation', async () => {
    const person = await open(token);
    await person.goFarTo('satisfaction');
    await person.take('overall', '1');
    location.hash = `#survey=${other}`;
    await until(() => to('invitation').some(({ body }) => body.token === other), 'the question');
    await until(() => person.form.page === 'start', 'the start');
    expect(person.form.answers).to.deep.equal({});
    expect(location.hash).to.equal('');
    await person.goFarTo('opinion');
    person.find('.primary').click();
    await person.isOn('receipt');
    expect(to('answers')[0]?.body.token).to.equal(other);
  });

  it('forgets the invitation with everything else', async () => {
    const person = await open(token);
    await person.goFarTo('satisfaction');
    person.form.forget();
    await until(() => person.text.includes('with the link in your invitation'), 'the sentence');
    expect(person.form.invitation).to.equal(undefined);
  });
});
