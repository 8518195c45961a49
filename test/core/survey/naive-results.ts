import type { Participation, SurveyFilter, SurveyResponse } from '../../../src/core/survey/survey.js';

/** What is printed of one measure in one slice, as the table has it: n, value, low, high, note. */
export type Printed = readonly [n: string, value: string, low: string, high: string, note: string];

const HIDDEN: Printed = ['', '', '', '', 'hidden'];
const Z = 1.959963984540054;

/** How somebody would work it out who has only the formulas: one list after the other, for the survey of survey-form.ts. */
interface NaiveMeasure {
  /** The answers that count, as numbers or lists. */
  readonly answersOf: (responses: readonly SurveyResponse[]) => readonly unknown[];
  readonly figure: (answers: readonly unknown[]) => readonly [number, number, number] | undefined;
}

const measures: Readonly<Record<string, NaiveMeasure>> = {
  csat: rated((answers) => answers.satisfied, 5, shareOf([4, 5])),
  respect: rated(
    (answers) => (answers.service as Record<string, unknown> | undefined)?.respect,
    5,
    shareOf([4, 5]),
  ),
  ces: rated((answers) => answers.easy, 7, shareOf([5, 6, 7])),
  nps: rated((answers) => answers.recommend, 10, promoters),
  obstacles: other((answers) => answers.obstacles),
  again: {
    answersOf: (responses) =>
      responses.map(({ answers }) => answers.again).filter((answer) => typeof answer === 'boolean'),
    figure: shareOf([true]),
  },
  order: other((answers) => answers.order),
};

/** Everything that may be printed, by `measure id/slice kind/slice id`. */
export function naiveResults(
  responses: readonly SurveyResponse[],
  participation: readonly Participation[],
  filter: SurveyFilter,
): Map<string, Printed> {
  const rows = new Map<string, Printed>();
  const isIn = ({ month, step }: { month: string; step: string }) =>
    (filter.from === undefined || month >= filter.from) &&
    (filter.to === undefined || month <= filter.to) &&
    (filter.step === undefined || step === filter.step);
  const wanted = Object.entries(filter.dimensions ?? {});
  const seen = responses
    .filter(isIn)
    .filter(({ answers }) => wanted.every(([id, value]) => String(answers[id]) === value));
  const isTold = isNotFoundBeside(responses, filter);
  const isShown = seen.length >= 5 && isTold(undefined);
  rows.set('responses/total/', isShown ? [String(seen.length), '', '', '', ''] : HIDDEN);
  if (wanted.length === 0) {
    const all = participation.filter(isIn);
    const [invited, started, completed] = (['invited', 'started', 'completed'] as const).map((key) =>
      all.reduce((sum, one) => sum + one[key], 0),
    ) as [number, number, number];
    for (const [id, of] of [
      ['response', invited],
      ['completion', started],
    ] as const) {
      const isHidden = of < 5 || (completed > 0 && completed < 5);
      rows.set(`${id}/total/`, isHidden ? HIDDEN : printed(of, wilson(completed, of)));
    }
  }
  for (const [id, { answersOf, figure }] of Object.entries(measures)) {
    const answers = answersOf(seen);
    const isHere = isShown && isTold(answersOf) && answers.length >= 5;
    rows.set(`${id}/total/`, isHere ? printed(answers.length, figure(answers)) : HIDDEN);
  }
  if (!isShown) return rows;
  const months = [...new Set(seen.map(({ month }) => month))].sort();
  const through = ['2026-08', '2026-09', '2026-10', '2026-11', '2026-12', '2027-01'];
  const between = through.slice(through.indexOf(months[0] ?? ''), through.indexOf(months.at(-1) ?? '') + 1);
  const add = (kind: string, slices: readonly Part[]) => addSlices(rows, kind, slices, isTold);
  add(
    'month',
    between.map((id) => [id, seen.filter(({ month }) => month === id)]),
  );
  if (filter.step === undefined)
    add(
      'step',
      parts(seen, ['decision', 'delivery'], ({ step }) => step),
    );
  for (const [id, values] of [
    ['channel', ['phone', 'visit', 'site']],
    ['again', ['true', 'false']],
  ] as const) {
    if (filter.dimensions?.[id] === undefined)
      add(
        `dimension.${id}`,
        parts(seen, values, ({ answers }) => String(answers[id])),
      );
  }
  return rows;
}

/**
 * Whether fewer than five cannot be found by asking again without one thing that the filter asks for: of people, or of
 * those who have answered one measure.
 */
function isNotFoundBeside(responses: readonly SurveyResponse[], filter: SurveyFilter) {
  const values: readonly [string, string | undefined, readonly string[], (one: SurveyResponse) => string][] =
    [
      [
        'channel',
        filter.dimensions?.channel,
        ['phone', 'visit', 'site'],
        ({ answers }) => String(answers.channel),
      ],
      ['again', filter.dimensions?.again, ['true', 'false'], ({ answers }) => String(answers.again)],
      ['step', filter.step, ['decision', 'delivery'], ({ step }) => step],
    ];
  const isInMonths = ({ month }: SurveyResponse) =>
    (filter.from === undefined || month >= filter.from) && (filter.to === undefined || month <= filter.to);
  const passes = (without: string) => (response: SurveyResponse) =>
    (without === 'months' || isInMonths(response)) &&
    values.every(([id, value, , read]) => id === without || value === undefined || read(response) === value);
  return (answersOf: NaiveMeasure['answersOf'] | undefined): boolean => {
    const sizeOf = (some: readonly SurveyResponse[]) => answersOf?.(some).length ?? some.length;
    for (const [id, value, ids, read] of values) {
      if (value === undefined) continue;
      const beside = parts(responses.filter(passes(id)), ids, read);
      const people = hiddenAmong(
        beside.map(([part, { length }]) => [part, length]),
        [],
      );
      const sizes = beside.map(([part, some]) => [part, sizeOf(some)] as const);
      if (hiddenAmong(sizes, people).includes(value)) return false;
    }
    const around = responses.filter(passes('months'));
    const months = [...new Set(around.map(({ month }) => month))].sort();
    const sizeIn = (month: string) => sizeOf(around.filter((response) => response.month === month));
    const before = months.filter((month) => filter.from !== undefined && month < filter.from).reverse();
    const after = months.filter((month) => filter.to !== undefined && month > filter.to);
    return [before, after].every((outside) => {
      const next = outside.map(sizeIn).find((size) => size > 0) ?? 0;
      return next === 0 || next >= 5;
    });
  };
}

type Part = readonly [id: string, responses: readonly SurveyResponse[]];

function parts(
  responses: readonly SurveyResponse[],
  ids: readonly string[],
  idOf: (response: SurveyResponse) => string,
): Part[] {
  const known = ids.map((id): Part => [id, responses.filter((response) => idOf(response) === id)]);
  const rest = responses.filter((response) => !ids.includes(idOf(response)));
  return rest.length === 0 ? known : [...known, ['', rest]];
}

function addSlices(
  rows: Map<string, Printed>,
  kind: string,
  slices: readonly Part[],
  isTold: (answersOf: NaiveMeasure['answersOf']) => boolean,
): void {
  const hidden = hiddenAmong(
    slices.map(([id, { length }]) => [id, length]),
    [],
  );
  for (const [id, responses] of slices)
    rows.set(
      `responses/${kind}/${id}`,
      hidden.includes(id) ? HIDDEN : [String(responses.length), '', '', '', ''],
    );
  for (const [measure, { answersOf, figure }] of Object.entries(measures)) {
    const answers = slices.map(([id, responses]) => [id, answersOf(responses)] as const);
    const hiddenHere = hiddenAmong(
      answers.map(([id, { length }]) => [id, length]),
      hidden,
    );
    for (const [id, some] of answers)
      rows.set(
        `${measure}/${kind}/${id}`,
        hiddenHere.includes(id) || !isTold(answersOf) ? HIDDEN : printed(some.length, figure(some)),
      );
  }
}

/** Below five, and then the smallest others until nobody can take fewer than five off the whole. */
function hiddenAmong(
  sizes: readonly (readonly [id: string, size: number])[],
  before: readonly string[],
): string[] {
  const hidden = sizes.filter(([id, size]) => size < 5 || before.includes(id));
  const shown = sizes.filter((one) => !hidden.includes(one)).sort(([, one], [, other]) => one - other);
  const together = () => hidden.reduce((sum, [, size]) => sum + size, 0);
  while (together() > 0 && together() < 5 && shown.length > 0) hidden.push(...shown.splice(0, 1));
  return hidden.map(([id]) => id);
}

function printed(n: number, figure: readonly [number, number, number] | undefined): Printed {
  const [value = '', low = '', high = ''] = figure?.map((number) => oneDecimal(number)) ?? [];
  return [String(n), value, low, high, n < 30 ? 'few' : ''];
}

/** Rounded as on paper, from the digits. */
function oneDecimal(number: number): string {
  const [, sign = '', whole = '', tenth = '', next = ''] =
    /^(-?)(\d+)\.(\d)(\d)/.exec(number.toFixed(8)) ?? [];
  const tenths = Number(whole + tenth) + (next >= '5' ? 1 : 0);
  const digits = String(tenths).padStart(2, '0');
  return `${tenths === 0 ? '' : sign}${digits.slice(0, -1)}.${digits.slice(-1)}`;
}

function rated(
  read: (answers: SurveyResponse['answers']) => unknown,
  highest: number,
  figure: NaiveMeasure['figure'],
): NaiveMeasure {
  const isAnswer = (answer: unknown) => typeof answer === 'number' && answer >= 0 && answer <= highest;
  return { answersOf: (responses) => responses.map(({ answers }) => read(answers)).filter(isAnswer), figure };
}

function other(read: (answers: SurveyResponse['answers']) => unknown): NaiveMeasure {
  return {
    answersOf: (responses) => responses.map(({ answers }) => read(answers)).filter(Array.isArray),
    figure: () => undefined,
  };
}

function shareOf(values: readonly unknown[]): NaiveMeasure['figure'] {
  return (answers) => wilson(answers.filter((answer) => values.includes(answer)).length, answers.length);
}

function wilson(count: number, n: number): [number, number, number] {
  const p = count / n;
  const half = Z * Math.sqrt((p * (1 - p)) / n + Z ** 2 / (4 * n ** 2));
  const ends = [-half, half].map((reach) => (100 * (p + Z ** 2 / (2 * n) + reach)) / (1 + Z ** 2 / n));
  return [100 * p, Math.max(0, ends[0] ?? 0), Math.min(100, ends[1] ?? 0)];
}

function promoters(answers: readonly unknown[]): [number, number, number] {
  const p = answers.filter((answer) => Number(answer) >= 9).length / answers.length;
  const d = answers.filter((answer) => Number(answer) <= 6).length / answers.length;
  const half = 100 * Z * Math.sqrt((p + d - (p - d) ** 2) / answers.length);
  const value = 100 * (p - d);
  return [value, Math.max(-100, value - half), Math.min(100, value + half)];
}
