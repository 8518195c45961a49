import type { Meta, StoryObj } from '@storybook/web-components';
import { html } from 'lit';
import type { FormDefinition } from '../../src/core/definition.js';
import { resultsOf } from '../../src/core/survey/results.js';
import type { Participation, SurveyResponse, SurveyResults } from '../../src/core/survey/survey.js';
import '../../src/elements/survey-results/define.js';
import type { TaafiSurveyResults } from '../../src/elements/survey-results/survey-results.js';
import type { Answer, Asked } from '../support/pretended-tracking.js';
import { answer, pretendedWorld, problem } from '../support/pretended-tracking.js';
import { shownAs } from '../support/shown-as.js';
import { surveyDefinition, surveyParticipation, surveyResponses, year } from '../support/survey.js';
import { until } from '../support/until.js';

interface Args {
  readonly form?: FormDefinition;
  readonly responses?: readonly SurveyResponse[];
  readonly participation?: readonly Participation[];
  readonly results?: SurveyResults;
  /** Where the results are asked of a receiver. */
  readonly respond?: (asked: Asked) => Answer | Promise<Answer>;
}

type ResultsStory = StoryObj<Args>;
type Play = NonNullable<ResultsStory['play']>;

/** What a survey has come to, as the charity sees it. */
export default {
  title: 'Survey results',
  component: 'taafi-survey-results',
  parameters: { controls: { disable: true } },
  render: ({ form, responses, participation = [], results, respond }, { globals }) =>
    html`<taafi-survey-results
      lang=${String(globals.language)}
      numerals=${shownAs(globals).numerals}
      calendar=${shownAs(globals).calendar}
      receiver=${respond === undefined ? '' : '/'}
      survey=${respond === undefined ? '' : 'satisfaction'}
      .definition=${form}
      .responses=${responses}
      .participation=${participation}
      .results=${results}
      .world=${respond === undefined ? {} : pretendedWorld(respond)}
    ></taafi-survey-results>`,
} satisfies Meta<Args>;

const definition = surveyDefinition();
const manyResponses = surveyResponses(900, year);

/** A year of answers: everything there is. */
export const AYear: ResultsStory = {
  args: { form: definition, responses: manyResponses, participation: surveyParticipation(manyResponses) },
  play: seen,
};

/** With the numbers behind the charts unfolded. */
export const WithTables: ResultsStory = {
  ...AYear,
  play: async (context) => {
    const { shadowRoot } = await shownIn(context);
    for (const details of shadowRoot?.querySelectorAll('details') ?? []) details.open = true;
  },
};

/** Charts, tables and sentences in Arabic-Indic digits. */
export const InArabNumerals: ResultsStory = { ...WithTables, globals: { numerals: 'arab' } };

/** Months by their Hijri names first. */
export const HijriFirst: ResultsStory = { ...AYear, globals: { calendar: 'islamic-umalqura' } };

/** Three months with a change that is sure. */
export const Trend: ResultsStory = showing(surveyResponses(420, ['2026-09', '2026-10', '2026-11'], 3));

/** Too few to compare. */
export const FewAnswers: ResultsStory = showing(surveyResponses(22, ['2026-10', '2026-11'], 5));

/** Too few to show. */
export const Hidden: ResultsStory = showing(surveyResponses(4, ['2026-11'], 5));

/** Nobody has answered yet. */
export const Empty: ResultsStory = showing([]);

/** A survey of the association's own staff, open to all of them. */
export const InternalAudience: ResultsStory = {
  args: {
    form: surveyDefinition({ audience: 'internal', access: 'open', dimensions: [], steps: undefined }),
    responses: surveyResponses(64, ['2026-11'], 9),
  },
  play: seen,
};

/** Results that are there already: there is nothing to filter. */
export const ReadyResults: ResultsStory = {
  args: { results: resultsOf(definition, manyResponses.slice(0, 300), [], {}) },
  play: seen,
};

/** An officer is asked for his token. */
export const Locked: ResultsStory = { args: { respond: () => undefined } };

export const NoToken: ResultsStory = {
  ...Locked,
  play: async (context) => {
    const { shadowRoot } = await elementIn(context);
    const form = await until(() => shadowRoot?.querySelector('form'), 'the question for the token');
    form.requestSubmit();
    await until(() => shadowRoot?.querySelector('[aria-invalid]'), 'the error');
  },
};

export const WrongToken: ResultsStory = refused(() => problem(401, 'session'));

export const NotAllowed: ResultsStory = refused(() => problem(403, 'forbidden'));

export const TooManyTries: ResultsStory = refused(() =>
  problem(429, 'too-many-tries', { 'Retry-After': '660' }),
);

/** Opened with a token, and looked at by occasion. */
export const Opened: ResultsStory = {
  args: {
    respond: ({ path }) => {
      const step = /step=(\w+)/.exec(path)?.[1];
      return answer(200, resultsOf(definition, manyResponses, [], { ...(step !== undefined && { step }) }));
    },
  },
  play: async (context) => {
    await typed(context, 'a-token');
    const { shadowRoot } = await shownIn(context);
    const step = shadowRoot?.querySelector<HTMLSelectElement>('#filter-step');
    if (step) step.value = 'delivery';
    shadowRoot?.querySelector<HTMLFormElement>('form.filter')?.requestSubmit();
    await until(() => shadowRoot?.querySelector('.filter [type=button]'), 'the filtered results');
    await shownIn(context);
  },
};

function showing(responses: readonly SurveyResponse[]): ResultsStory {
  return { args: { form: definition, responses, participation: surveyParticipation(responses) }, play: seen };
}

function refused(respond: () => Answer): ResultsStory {
  return {
    args: { respond },
    play: async (context) => {
      await typed(context, 'a-token');
      const { shadowRoot } = await elementIn(context);
      await until(() => shadowRoot?.querySelector('#errors'), 'the error');
    },
  };
}

async function seen(context: Parameters<Play>[0]): Promise<void> {
  await shownIn(context);
}

async function typed(context: Parameters<Play>[0], token: string): Promise<void> {
  const { shadowRoot } = await elementIn(context);
  const box = await until(() => shadowRoot?.querySelector<HTMLInputElement>('#token'), 'the box');
  box.value = token;
  box.dispatchEvent(new Event('input'));
  shadowRoot?.querySelector('form')?.requestSubmit();
}

async function shownIn(context: Parameters<Play>[0]): Promise<TaafiSurveyResults> {
  const element = await elementIn(context);
  await until(() => element.shadowRoot?.querySelector('.root:not(.arriving) > .audience'), 'the results');
  return element;
}

async function elementIn({ canvasElement }: Parameters<Play>[0]): Promise<TaafiSurveyResults> {
  const element = await until(
    () => canvasElement.querySelector<TaafiSurveyResults>('taafi-survey-results'),
    'the element',
  );
  await element.updateComplete;
  return element;
}

/** The token was given, and the answer is on its way. */
export const Loading: ResultsStory = {
  args: { respond: () => new Promise<Answer>(() => undefined) },
  play: (context) => typed(context, 'a-token'),
};

/** The line is dead: the token stays, and the button asks again. */
export const Offline: ResultsStory = refused(() => undefined);

/** Comments without an end. */
export const LongContent: ResultsStory = showing(
  surveyResponses(60, ['2026-11'], 11).map((response) => ({
    ...response,
    answers: {
      ...response.answers,
      comment: `${'كلمة_طويلة_بلا_فراغ_'.repeat(9)} ${'طال الانتظار أكثر من شهر. '.repeat(20)}`,
    },
  })),
);
