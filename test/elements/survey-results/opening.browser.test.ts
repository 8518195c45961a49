import { expect, fixture } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html } from 'lit';
import { resultsOf } from '../../../src/core/survey/results.js';
import type { SurveyFilter } from '../../../src/core/survey/survey.js';
import '../../../src/elements/survey-results/define.js';
import type { TaafiSurveyResults } from '../../../src/elements/survey-results/survey-results.js';
import type { Answer, Asked } from '../../../stories/support/pretended-tracking.js';
import { answer, pretendedWorld, problem } from '../../../stories/support/pretended-tracking.js';
import {
  surveyDefinition,
  surveyParticipation,
  surveyResponses,
  year,
} from '../../../stories/support/survey.js';
import { until } from '../../../stories/support/until.js';

const definition = surveyDefinition();
const responses = surveyResponses(400, year.slice(0, 4));
const participation = surveyParticipation(responses);
const TOKEN = 'taafi_staff_abcdefghijklmnop';

/** A receiver that counts, and remembers what it was asked. */
function receiver() {
  const asked: Asked[] = [];
  const respond = (request: Asked): Answer => {
    asked.push(request);
    const query = new URL(request.path, 'http://receiver.example').searchParams;
    const [from, to, step, channel] = ['from', 'to', 'step', 'channel'].map(
      (name) => query.get(name) ?? undefined,
    );
    const filter: SurveyFilter = {
      from,
      to,
      step,
      ...(channel !== undefined && { dimensions: { channel } }),
    };
    return answer(200, resultsOf(definition, responses, participation, filter));
  };
  return { asked, respond };
}

async function page(
  respond: (asked: Asked) => Answer,
): Promise<{ element: TaafiSurveyResults; root: ShadowRoot }> {
  const element = await fixture<TaafiSurveyResults>(
    html`<taafi-survey-results
      lang="en"
      receiver="https://receiver.example"
      survey="satisfaction"
      .world=${pretendedWorld(respond)}
    ></taafi-survey-results>`,
  );
  const root = element.shadowRoot as ShadowRoot;
  await until(() => root.querySelector('#token'), 'the box');
  return { element, root };
}

async function open(root: ShadowRoot, token = TOKEN): Promise<void> {
  root.querySelector<HTMLInputElement>('#token')?.focus();
  await sendKeys({ type: token });
  await sendKeys({ press: 'Enter' });
}

const focused = (root: ShadowRoot) => root.activeElement?.id;

describe('an officer', () => {
  it('opens the results with his token, which goes in a header and stays nowhere', async () => {
    const { asked, respond } = receiver();
    const { root } = await page(respond);
    await open(root);
    await until(() => root.querySelector('.cards'), 'the results');
    expect(asked.map(({ method, path }) => [method, path])).to.deep.equal([
      ['GET', 'api/staff/surveys/satisfaction/results'],
    ]);
    expect(asked[0]?.headers.get('Authorization')).to.equal(`Bearer ${TOKEN}`);
    expect(focused(root)).to.equal('title');
    expect(
      JSON.stringify({ ...localStorage, ...sessionStorage }) + location.href + document.cookie,
    ).not.to.contain(TOKEN);
    expect(root.querySelector('input')).to.equal(null);
  });

  it('asks for some of the responses only, and for all of them again', async () => {
    const { asked, respond } = receiver();
    const { root } = await page(respond);
    await open(root);
    const form = await until(() => root.querySelector<HTMLFormElement>('form.filter'), 'the filter');
    const choose = (name: string, value: string) => {
      const box = root.querySelector<HTMLSelectElement>(`#filter-${name}`);
      if (box) box.value = value;
      expect(box?.value, name).to.equal(value);
    };
    choose('from', '2026-03');
    choose('to', '2026-02');
    choose('step', 'delivery');
    choose('dimension-channel', 'phone');
    form.requestSubmit();
    const clear = await until(() => root.querySelector<HTMLElement>('.filter [type=button]'), 'the way back');
    expect(asked[1]?.path).to.match(/results\?from=2026-02&to=2026-03&step=delivery&channel=phone$/);
    expect(root.querySelector('[role=status]')?.textContent).to.contain('those you chose');
    expect(root.querySelectorAll('#filter-dimension-channel option')).to.have.length(6);
    clear.click();
    await until(() => asked.length === 3, 'the third answer');
    expect(asked[2]?.path).to.equal('api/staff/surveys/satisfaction/results');
  });

  it('locks them, and nothing of them is left', async () => {
    const { asked, respond } = receiver();
    const { root, element } = await page(respond);
    await open(root);
    const lock = await until(() => root.querySelector<HTMLElement>('.exit'), 'the lock');
    lock.click();
    await until(() => root.querySelector('#locked'), 'the form');
    expect(focused(root)).to.equal('locked');
    expect(root.textContent).not.to.contain('In short');
    expect(root.querySelector<HTMLInputElement>('#token')?.value).to.equal('');
    await element.updateComplete;
    root.querySelector('form')?.requestSubmit();
    await element.updateComplete;
    expect(asked).to.have.length(1);
    expect(focused(root)).to.equal('token');
  });

  for (const [status, sentence] of [
    [401, /not right, or is no longer in use/],
    [403, /your role may not/],
    [404, /no survey of this name/],
    [422, /did not accept/],
    [429, /Try again in 11 minutes/],
    [500, /busy now/],
  ] as const) {
    it(`is told what ${status} means, and what to do`, async () => {
      const { root } = await page(() => problem(status, 'x', status === 429 ? { 'Retry-After': '660' } : {}));
      await open(root);
      const summary = await until(() => root.querySelector('#errors'), 'the error');
      expect(summary.textContent).to.match(sentence);
      expect(focused(root)).to.equal('errors');
    });
  }

  it('is told of a dead line, and of an answer that is none', async () => {
    const dead = await page(() => undefined);
    await open(dead.root);
    expect((await until(() => dead.root.querySelector('#errors'), 'the error')).textContent).to.match(
      /could not be reached/,
    );
    const strange = await page(() => answer(200, { hello: 'there' }));
    await open(strange.root);
    expect((await until(() => strange.root.querySelector('#errors'), 'the error')).textContent).to.match(
      /can be understood/,
    );
  });

  it('keeps what he sees where a filter fails, and loses it with his token', async () => {
    let next: Answer | undefined;
    const { respond } = receiver();
    const { root } = await page((asked) => next ?? respond(asked));
    await open(root);
    const form = await until(() => root.querySelector<HTMLFormElement>('form.filter'), 'the filter');
    next = problem(500, 'x');
    form.requestSubmit();
    await until(() => root.querySelector('#errors'), 'the error');
    expect(root.querySelector('.cards')).not.to.equal(null);
    next = problem(401, 'session');
    root.querySelector<HTMLFormElement>('form.filter')?.requestSubmit();
    await until(() => root.querySelector('#token'), 'the form');
    expect(root.querySelector('.cards')).to.equal(null);
  });
});
