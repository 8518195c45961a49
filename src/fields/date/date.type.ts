import type { CalendarName } from '../../core/calendar.js';
import { isIsoDate, isoFromParts, partsFromIso, weekdayOf } from '../../core/calendar.js';
import type { Context, FieldDefinition, Reading } from '../../core/field-type.js';
import { defineFieldType } from '../../core/field-type.js';
import { digitsOnly } from '../../core/typed-numbers.js';

/** The calendars there are. */
export const calendarNames = ['islamic-umalqura', 'gregory'] as const satisfies readonly CalendarName[];

/** First and last day that both calendars of the kit can show: 1/1/1300 and 30/12/1600 AH. */
export const EARLIEST = '1882-11-12';
export const LATEST = '2174-11-25';

export interface DateDefinition extends FieldDefinition {
  /** Calendars a person may choose from; the first is offered first. */
  readonly calendars?: readonly CalendarName[];
  /** ISO date, or `today` in Asia/Riyadh. */
  readonly min?: string;
  readonly max?: string;
  /** Only from Sunday to Thursday. */
  readonly workingDays?: boolean;
  /** ISO dates that cannot be chosen, such as holidays. */
  readonly closedDays?: readonly string[];
}

/** What the three controls hold, as typed, and the calendar they are meant in. */
export interface DateInput {
  readonly day: string;
  readonly month: string;
  readonly year: string;
  /** Undefined until a person has chosen: then it is the first of the field's calendars. */
  readonly calendar?: CalendarName;
}

/** A day as an ISO Gregorian date, with the calendar it was typed in. */
export interface DateAnswer {
  readonly date: string;
  readonly calendar: CalendarName;
}

/**
 * A day, typed as day, month and year in the Umm al-Qura or the Gregorian calendar (GOV.UK dates pattern). The range
 * is the table's: 1300 to 1600 AH.
 */
export const date = defineFieldType<DateDefinition, DateInput, DateAnswer>({
  type: 'date',
  kind: 'date',
  definition: (z) =>
    z.strictObject({
      ...z.dayBase,
      calendars: z.optional(z.array(z.enum(calendarNames)).check(z.minLength(1))),
      min: z.optional(z.day),
      max: z.optional(z.day),
    }),
  check: ({ min, max }) =>
    min !== undefined && max !== undefined && min !== 'today' && max !== 'today' && min > max
      ? [{ key: 'min', code: 'empty-range', params: { most: max } }]
      : [],
  empty: { day: '', month: '', year: '' },
  read: readDate,
  write: ({ date, calendar }) => ({ ...typedParts(date, calendar), calendar }),
  answer: (z, definition, context) => {
    const { min, max } = rangeOf(definition, context);
    return z.strictObject(
      {
        date: z.string('type').check(
          z.refine((value) => isIsoDate(value), { error: 'no-such-date', abort: true }),
          z.refine((value) => value >= EARLIEST && value <= LATEST, {
            error: 'out-of-calendar',
            abort: true,
          }),
          z.refine((value) => min === undefined || value >= min, { error: 'too-early', abort: true }),
          z.refine((value) => max === undefined || value <= max, { error: 'too-late', abort: true }),
          z.refine((value) => !definition.workingDays || !isWeekend(value), 'weekend'),
          z.refine((value) => !definition.closedDays?.includes(value), 'closed-day'),
        ),
        calendar: z.enum(calendarsOf(definition), 'type'),
      },
      'type',
    );
  },
  jsonSchema: (definition) => ({
    type: 'object',
    additionalProperties: false,
    required: ['date', 'calendar'],
    properties: {
      date: { type: 'string', format: 'date' },
      calendar: { enum: calendarsOf(definition) },
    },
  }),
  unstated: ({ min, max, workingDays, closedDays = [] }) => [
    `between ${EARLIEST} and ${LATEST}`,
    ...(min === undefined ? [] : [`not before ${min}`]),
    ...(max === undefined ? [] : [`not after ${max}`]),
    ...(workingDays ? ['from Sunday to Thursday'] : []),
    ...(closedDays.length === 0 ? [] : [`none of ${closedDays.join(', ')}`]),
  ],
  display: (answer, _definition, locale) => locale.dateInBoth(answer.date, answer.calendar),
  limits: (definition, context) => {
    const { min, max } = rangeOf(definition, context);
    return { ...(min !== undefined && { least: min }), ...(max !== undefined && { most: max }) };
  },
  problems: [
    'day-missing',
    'month-missing',
    'year-missing',
    'not-a-date',
    'no-such-date',
    'out-of-calendar',
    'too-early',
    'too-late',
    'weekend',
    'closed-day',
  ],
});

/** Whether a day is a Friday or a Saturday, the weekend in Saudi Arabia. */
function isWeekend(iso: string): boolean {
  return (weekdayOf(iso) ?? 0) > 4;
}

/** The calendars of a field, the one offered first in front. */
export function calendarsOf({ calendars }: Pick<DateDefinition, 'calendars'>): readonly CalendarName[] {
  return calendars ?? calendarNames;
}

/** The days between which an answer must lie, both included. */
export function rangeOf(
  { min, max }: Pick<DateDefinition, 'min' | 'max'>,
  { today }: Context,
): { min?: string; max?: string } {
  const day = (written: string) => (written === 'today' ? today : written);
  return { ...(min !== undefined && { min: day(min) }), ...(max !== undefined && { max: day(max) }) };
}

/** What the three controls hold of a day in a calendar; nothing where that does not have it. */
export function typedParts(iso: string, calendar: CalendarName): Pick<DateInput, 'day' | 'month' | 'year'> {
  const parts = partsFromIso(calendar, iso);
  if (parts === undefined) return { day: '', month: '', year: '' };
  const { day, month, year } = parts;
  return { day: String(day), month: String(month), year: String(year) };
}

/** A day as it was typed. */
export function readDate(
  input: DateInput,
  definition: Pick<DateDefinition, 'calendars'>,
): Reading<DateAnswer> {
  const calendar = input.calendar ?? calendarsOf(definition)[0] ?? 'gregory';
  const [day, month, year] = [digitsOnly(input.day), digitsOnly(input.month), digitsOnly(input.year)];
  if (day === '' && month === '' && year === '') return {};
  if (day === '') return { problem: 'day-missing' };
  if (month === '') return { problem: 'month-missing' };
  if (year === '') return { problem: 'year-missing' };
  if (![day, month, year].every((part) => /^\d{1,4}$/.test(part))) return { problem: 'not-a-date' };
  const parts = { day: Number(day), month: Number(month), year: Number(year) };
  const iso = isoFromParts(calendar, parts);
  if (iso === undefined)
    return { problem: isOutside(calendar, parts.year) ? 'out-of-calendar' : 'no-such-date' };
  return { answer: { date: iso, calendar } };
}

function isOutside(calendar: CalendarName, year: number): boolean {
  return calendar === 'gregory' ? year < 1883 || year > 2174 : year < 1300 || year > 1600;
}
