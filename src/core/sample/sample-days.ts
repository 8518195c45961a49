import { addDays, dayNumber } from '../calendar.js';
import type { Setting } from './setting.js';

/** First and last day that every calendar of the kit can show. */
const EARLIEST = '1882-11-12';
const LATEST = '2174-11-25';

/** Most days of a range that says nothing of its length. */
const USUAL_RANGE = 30;

interface Limits {
  readonly min?: string;
  readonly max?: string;
  readonly after?: string;
  readonly before?: string;
  readonly longest?: number;
}

/** A day, in one of the calendars that the field offers. */
export function sampleDay(setting: Setting): object {
  const { from, to } = daysFor(setting);
  return {
    date: addDays(from, setting.dice.whole(0, daysBetween(from, to))),
    calendar: setting.dice.pick(calendarsOf(setting)),
  };
}

/** Two days, the first not after the last, with no more between them than the field lets. */
export function sampleDays(setting: Setting): object {
  const { dice, definition } = setting;
  const { longest = USUAL_RANGE } = definition as Limits;
  const { from, to } = daysFor(setting);
  const first = addDays(from, dice.whole(0, daysBetween(from, to)));
  const last = addDays(first, dice.whole(0, Math.min(longest - 1, daysBetween(first, to))));
  return { from: first, to: last, calendar: dice.pick(calendarsOf(setting)) };
}

/** A quarter of an hour of the day, between the limits and beside the other times that the field names. */
export function sampleTime({ definition, dice, answerOf }: Setting): string {
  const { min = '00:00', max = '23:59', after, before } = definition as Limits;
  const [lower, upper] = [after, before].map((name) => (name === undefined ? undefined : answerOf(name)));
  const from = Math.max(minutesOf(min), typeof lower === 'string' ? minutesOf(lower) + 1 : 0);
  const to = Math.min(minutesOf(max), typeof upper === 'string' ? minutesOf(upper) - 1 : 1_439);
  const [first, last] = [Math.ceil(from / 15), Math.floor(to / 15)];
  const minutes = first <= last ? dice.whole(first, last) * 15 : from;
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

function calendarsOf({ definition, type }: Setting): readonly string[] {
  const { properties } = type.jsonSchema(definition) as { properties: { calendar: { enum: string[] } } };
  return properties.calendar.enum;
}

/**
 * The days that a field takes, as far as they are usual: a day of birth is that of a grown-up, or of whom the item of a
 * list is about.
 */
function daysFor({ definition, context: { today }, answerOf }: Setting): {
  readonly from: string;
  readonly to: string;
} {
  const { min, max, after, before } = definition as Limits;
  const limit = (written: string | undefined) => (written === 'today' ? today : written);
  const [lower, upper] = [after, before].map((name) => (name === undefined ? undefined : answerOf(name)));
  const least = later(limit(min) ?? EARLIEST, neighbour(lower, 'to', 1) ?? EARLIEST);
  const most = earlier(limit(max) ?? LATEST, neighbour(upper, 'from', -1) ?? LATEST);
  const isBirth = /birth|born/i.test(definition.id);
  const [first, last] = isBirth
    ? daysOfBirth(answerOf('relation'), today)
    : least >= today
      ? [today, addDays(least, 60)]
      : [addDays(today, -700), today];
  const from = later(least, earlier(first, most));
  return { from, to: later(from, earlier(most, later(last, least))) };
}

/** The day next to the answer of another field: a day, or one end of a range. */
function neighbour(answer: unknown, end: 'from' | 'to', days: number): string | undefined {
  const day = typeof answer === 'object' ? (answer as Record<string, string> | null)?.[end] : answer;
  return typeof day === 'string' && dayNumber(day) !== undefined ? addDays(day, days) : undefined;
}

/** Not reckoned from today for a grown-up, so that a seed gives the same person next year. */
function daysOfBirth(relation: unknown, today: string): readonly [string, string] {
  if (/child|son|daughter/i.test(String(relation))) return [addDays(today, -6_000), addDays(today, -400)];
  if (/parent|father|mother/i.test(String(relation))) return ['1945-01-01', '1962-12-31'];
  return ['1968-01-01', '2004-12-31'];
}

const earlier = (one: string, other: string) => (one < other ? one : other);
const later = (one: string, other: string) => (one > other ? one : other);

function daysBetween(from: string, to: string): number {
  return Math.max(0, (dayNumber(to) ?? 0) - (dayNumber(from) ?? 0));
}
