import { cleanLine } from '../../core/characters.js';
import type { FieldDefinition } from '../../core/field-type.js';
import { defineFieldType } from '../../core/field-type.js';
import { stripInvisible, toAsciiDigits } from '../../core/typed-numbers.js';
import { clockTime, timeSentences } from './time.sentences.js';

export interface TimeDefinition extends FieldDefinition {
  /** Earliest and latest time of one day, as `HH:MM`. */
  readonly min?: string;
  readonly max?: string;
}

const STORED = /^([01]\d|2[0-3]):[0-5]\d$/;

/** A time of day, typed in 12 or 24 hours. Stored as `HH:MM` of 24 hours, without a zone: it is the clock on the wall. */
export const time = defineFieldType<TimeDefinition, string, string>({
  type: 'time',
  kind: 'time',
  definition: (z) =>
    z.strictObject({
      ...z.comparedBase,
      ...z.orderedBase,
      min: z.optional(z.string().check(z.regex(STORED, 'clock-time'))),
      max: z.optional(z.string().check(z.regex(STORED, 'clock-time'))),
    }),
  check: ({ min = '00:00', max = '23:59' }) =>
    min > max ? [{ key: 'max', code: 'empty-range', params: { most: max } }] : [],
  empty: '',
  read: (input) => (cleanLine(input) === '' ? {} : readTime(input)),
  write: (answer) => answer,
  answer: (z, { min = '00:00', max = '23:59' }) =>
    z.string('type').check(
      z.refine((value) => STORED.test(value), { error: 'not-a-time', abort: true }),
      z.refine((value) => value >= min, 'too-early'),
      z.refine((value) => value <= max, 'too-late'),
    ),
  jsonSchema: () => ({ type: 'string', pattern: STORED.source }),
  unstated: ({ min, max }) => [
    ...(min === undefined ? [] : [`not before ${min}`]),
    ...(max === undefined ? [] : [`not after ${max}`]),
  ],
  display: (answer, _definition, { language }) => clockTime(answer, language),
  limits: ({ min, max }) => ({
    ...(min !== undefined && { least: min }),
    ...(max !== undefined && { most: max }),
  }),
  problems: ['not-a-time', 'no-such-time', 'two-halves', 'too-early', 'too-late'],
  sentences: timeSentences,
});

/** Words for the halves of a day; noon and afternoon are of the second, dawn is of the first. */
const MORNING = /^(?:am|a\.m\.?|ص|صباح[اًا]*|الصبح|فجر[اًا]*)$/;
const EVENING = /^(?:pm|p\.m\.?|م|مساء[ًا]*|ظهر[اًا]*|عصر[اًا]*)$/;

/** Hours, perhaps minutes, perhaps the half of the day; four digits in one are hours and minutes. */
const TYPED = /^(\d{1,2})(?:\s?[:.٫,،：]\s?(\d{2})|(\d{2}))?\s?(\D*)$/u;

function readTime(input: string): { answer: string } | { problem: string } {
  const typed = toAsciiDigits(stripInvisible(cleanLine(input)))
    .toLowerCase()
    .replaceAll('ـ', '')
    .replace(/^الساعة/, '')
    .trim();
  const [, hours, parted, joined, word = ''] = TYPED.exec(typed) ?? [];
  const isMorning = MORNING.test(word);
  const isEvening = EVENING.test(word);
  if (hours === undefined || (word !== '' && !isMorning && !isEvening)) return { problem: 'not-a-time' };
  const minutes = parted ?? joined ?? '00';
  const hour = Number(hours);
  if (hour > 23 || Number(minutes) > 59) return { problem: 'no-such-time' };
  // 14:00 in the evening says one thing twice; in the morning it says two things, as does no hour of either half.
  if ((isMorning && hour > 12) || (isEvening && hour === 0)) return { problem: 'two-halves' };
  const of24 = isMorning ? hour % 12 : isEvening && hour < 12 ? hour + 12 : hour;
  return { answer: `${String(of24).padStart(2, '0')}:${minutes}` };
}
