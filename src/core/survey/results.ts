import type { FormDefinition } from '../definition.js';
import type { Breakdown } from './breakdowns.js';
import { byMonth, byStep, dimensionsOf } from './breakdowns.js';
import { CountedResponses } from './counted-responses.js';
import { measureResult } from './measure-result.js';
import type { Wanted } from './neighbours.js';
import { Neighbours } from './neighbours.js';
import { participationResult } from './participation.js';
import { slicesOf, withChanges } from './slices.js';
import type {
  Participation,
  SurveyDefinition,
  SurveyFilter,
  SurveyResponse,
  SurveyResults,
} from './survey.js';
import { askedBy, fieldsById } from './survey-fields.js';
import { Counter } from './tally.js';

/**
 * What a survey has come to, as far as anybody may see it: formulas and rules in docs/survey-results.md.
 *
 * Nothing is shown of fewer than five answers, nor what the rest of the same breakdown would tell of them, nor of a filter
 * that leaves out fewer than five of those whom a wider one lets in (`neighbours.ts`); comments are shown of all responses
 * only. Several filters asked for one after another may still be taken off each other in ways that no rule foresees: who
 * may ask is for the receiver to say, and to write down that he has.
 *
 * `responses` are gone through once. Empty values in `filter` leave nothing out, and so does a dimension that the survey
 * does not name: otherwise any answer could be asked about in this way.
 * @throws TypeError where the form is no survey.
 */
export function resultsOf(
  definition: FormDefinition,
  responses: Iterable<SurveyResponse>,
  participation: readonly Participation[],
  filter: SurveyFilter,
): SurveyResults {
  const { survey } = definition;
  if (survey === undefined) throw new TypeError(`${definition.id} is no survey.`);
  const fields = fieldsById(definition);
  const counters = survey.measures.flatMap((measure) => {
    const asked = askedBy(measure, fields);
    return asked === undefined ? [] : [new Counter(measure, asked)];
  });
  const steps = byStep(survey);
  const dimensions = dimensionsOf(survey, fields);
  const wanted = dimensions.filter(({ id }) => filter.dimensions?.[id]);
  const neighbours = new Neighbours(
    [
      ...wanted.map((dimension) => ofSlice(dimension, filter.dimensions?.[dimension.id] ?? '')),
      ...(filter.step ? [ofSlice(steps, filter.step)] : []),
      ...(filter.from || filter.to ? [ofMonths(filter)] : []),
    ],
    counters,
  );
  const isWhole = wanted.length === 0 && !filter.step && !filter.from && !filter.to;
  const counted = new CountedResponses([byMonth, steps, ...dimensions], counters);
  const comments = new Map((survey.comments ?? []).map((field): [string, string[]] => [field, []]));
  for (const response of responses) {
    if (!neighbours.add(response)) continue;
    counted.add(response);
    if (!isWhole) continue;
    for (const [field, texts] of comments) {
      const text = response.answers[field];
      if (typeof text === 'string' && text !== '') texts.push(text);
    }
  }
  const whole = counted.whole();
  const showable = neighbours.showable(whole);
  const isShown = showable.whole;
  const slices = (breakdown: Breakdown) =>
    slicesOf(counted.slices(breakdown), counters, (measure) => showable.measures[measure] === true);
  const isTold = survey.access !== 'open' && wanted.length === 0;
  const counts = participation.filter((one) => isIn(one, filter));
  return {
    survey: aboutOf(definition, survey),
    filter,
    n: isShown ? whole.n : undefined,
    ...(isTold && { participation: participationResult(counts, definition) }),
    measures: counters.map((counter, index) => {
      const tally = isShown && showable.measures[index] ? whole.tallies[index] : undefined;
      return measureResult(counter, tally ?? counter.newTally());
    }),
    months: isShown ? withChanges(slices(byMonth)) : [],
    steps: isShown && survey.steps !== undefined && !filter.step ? slices(steps) : [],
    dimensions: dimensions
      .filter(({ id }) => isShown && !wanted.some((one) => one.id === id))
      .map((dimension) => ({ id: dimension.id, label: dimension.label, slices: slices(dimension) })),
    comments: isShown ? inNoOrder(comments) : [],
  };
}

/** A step or a value of a dimension. */
function ofSlice(breakdown: Breakdown, value: string): Wanted {
  return { breakdown, value, passes: (response) => breakdown.idOf(response) === value };
}

function ofMonths({ from, to }: SurveyFilter): Wanted {
  return { breakdown: byMonth, from, to, passes: ({ month, step }) => isIn({ month, step }, { from, to }) };
}

function isIn({ month, step }: { month: string; step: string }, filter: SurveyFilter): boolean {
  if (filter.from && month < filter.from) return false;
  if (filter.to && month > filter.to) return false;
  return !filter.step || step === filter.step;
}

/** By their text: the order in which they came would tell which of them came together. */
function inNoOrder(comments: ReadonlyMap<string, readonly string[]>): SurveyResults['comments'] {
  return [...comments].flatMap(([field, texts]) => [...texts].sort().map((text) => ({ field, text })));
}

function aboutOf(
  { id, title, languages }: FormDefinition,
  survey: SurveyDefinition,
): SurveyResults['survey'] {
  return { id, title, audience: survey.audience ?? 'external', languages };
}
