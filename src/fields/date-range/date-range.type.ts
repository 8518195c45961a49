import type { CalendarName } from '../../core/calendar.js';
import { dayNumber, isIsoDate } from '../../core/calendar.js';
import type { Context, FieldDefinition, Reading } from '../../core/field-type.js';
import { defineFieldType } from '../../core/field-type.js';
import type { Text } from '../../core/text.js';
import type { DateInput } from '../date/date.type.js';
import {
  calendarNames,
  calendarsOf,
  date,
  EARLIEST,
  LATEST,
  rangeOf,
  readDate,
  typedParts,
} from '../date/date.type.js';
import { dateRangeSentences, fromTo } from './date-range.sentences.js';

export interface DateRangeDefinition extends FieldDefinition {
  /** Calendars a person may choose from; the first is offered first. */
  readonly calendars?: readonly CalendarName[];
  /** ISO date, or `today` in Asia/Riyadh: before it no range begins, after it none ends. */
  readonly min?: string;
  readonly max?: string;
  /** Most days, the first and the last counted. */
  readonly longest?: number;
  /** Words above the two days, where they are not «from» and «to». */
  readonly fromLabel?: Text;
  readonly toLabel?: Text;
}

/** What the controls of the two days hold, and the calendar both are meant in. */
export interface DateRangeInput {
  readonly from: DateInput;
  readonly to: DateInput;
  readonly calendar?: CalendarName;
}

/** Two days as ISO Gregorian dates, with the calendar they were typed in. */
export interface DateRangeAnswer {
  readonly from: string;
  readonly to: string;
  readonly calendar?: CalendarName | undefined;
}

const nothing = { day: '', month: '', year: '' };

/** What can be wrong with one of the two days as it is typed. */
const problemsOfADay = [
  'missing',
  'day-missing',
  'month-missing',
  'year-missing',
  'not-a-date',
  'no-such-date',
  'out-of-calendar',
] as const;

/** The days from one to another, both included: each is typed as a date is. */
export const dateRange = defineFieldType<DateRangeDefinition, DateRangeInput, DateRangeAnswer>({
  type: 'date-range',
  kind: 'range',
  definition: (z) =>
    z.strictObject({
      ...z.answerBase,
      ...z.orderedBase,
      calendars: z.optional(z.array(z.enum(calendarNames)).check(z.minLength(1))),
      min: z.optional(z.day),
      max: z.optional(z.day),
      longest: z.optional(z.whole(1, 36_525)),
      fromLabel: z.optional(z.text),
      toLabel: z.optional(z.text),
    }),
  // The least and the greatest day are those of a date.
  check: (definition) => date.check?.(definition) ?? [],
  empty: { from: nothing, to: nothing },
  read: readRange,
  write: ({ from, to, calendar = 'gregory' }) => ({
    from: typedParts(from, calendar),
    to: typedParts(to, calendar),
    calendar,
  }),
  answer: (z, definition, context) => {
    const day = (which: 'from' | 'to') =>
      z.string('type').check(
        z.refine((iso) => isIsoDate(iso), { error: `${which}-no-such-date`, abort: true }),
        z.refine((iso) => iso >= EARLIEST && iso <= LATEST, `${which}-out-of-calendar`),
      );
    return z
      .strictObject(
        { from: day('from'), to: day('to'), calendar: z.optional(z.enum(calendarsOf(definition), 'type')) },
        'type',
      )
      .check((ctx) => {
        const message = rangeProblem(ctx.value, definition, context);
        if (message !== undefined) ctx.issues.push({ code: 'custom', message, input: ctx.value });
      });
  },
  parts: () => ['from', 'to', 'calendar'],
  jsonSchema: (definition) => ({
    type: 'object',
    additionalProperties: false,
    required: ['from', 'to'],
    properties: {
      from: { type: 'string', format: 'date' },
      to: { type: 'string', format: 'date' },
      calendar: { enum: calendarsOf(definition) },
    },
  }),
  unstated: ({ min, max, longest }) => [
    `between ${EARLIEST} and ${LATEST}`,
    'the end is not before the start',
    ...(min === undefined ? [] : [`not before ${min}`]),
    ...(max === undefined ? [] : [`not after ${max}`]),
    ...(longest === undefined ? [] : [`at most ${longest} days, the first and the last counted`]),
  ],
  display: ({ from, to, calendar = 'gregory' }, _definition, locale) =>
    fromTo(locale.dateInBoth(from, calendar), locale.dateInBoth(to, calendar), locale),
  limits: (definition, context, code) => {
    const { longest } = definition;
    if (code === 'too-long') return longest === undefined ? {} : { most: longest };
    const { min, max } = rangeOf(definition, context);
    return { ...(min !== undefined && { least: min }), ...(max !== undefined && { most: max }) };
  },
  problems: [
    ...(['from', 'to'] as const).flatMap((which) => problemsOfADay.map((code) => `${which}-${code}`)),
    'ends-before',
    'too-early',
    'too-late',
    'too-long',
  ],
  sentences: dateRangeSentences,
});

function readRange(
  input: DateRangeInput,
  definition: DateRangeDefinition,
  context: Context,
): Reading<DateRangeAnswer> {
  const calendar = input.calendar ?? calendarsOf(definition)[0] ?? 'gregory';
  const from = readDate({ ...input.from, calendar }, definition);
  const to = readDate({ ...input.to, calendar }, definition);
  if (from.problem !== undefined) return { problem: `from-${from.problem}` };
  if (from.answer === undefined && to.answer === undefined && to.problem === undefined) return {};
  if (from.answer === undefined) return { problem: 'from-missing' };
  if (to.problem !== undefined) return { problem: `to-${to.problem}` };
  if (to.answer === undefined) return { problem: 'to-missing' };
  const answer = { from: from.answer.date, to: to.answer.date, calendar };
  const problem = rangeProblem(answer, definition, context);
  return problem === undefined ? { answer } : { problem };
}

function rangeProblem(
  { from, to }: DateRangeAnswer,
  definition: DateRangeDefinition,
  context: Context,
): string | undefined {
  const { min, max } = rangeOf(definition, context);
  if (to < from) return 'ends-before';
  if (min !== undefined && from < min) return 'too-early';
  if (max !== undefined && to > max) return 'too-late';
  const days = (dayNumber(to) ?? 0) - (dayNumber(from) ?? 0) + 1;
  return definition.longest !== undefined && days > definition.longest ? 'too-long' : undefined;
}
