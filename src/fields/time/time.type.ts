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

/** Words for the halves of a day; the afternoon is of the second, dawn and what is after midnight of the first. */
const MORNING = /^(?:am|a\.m\.?|ص|(?:ال)?صباح[اًا]*|الصبح|(?:ال)?فجر[اًا]*|بعد منتصف الليل)$/;
const EVENING = /^(?:pm|p\.m\.?|م|(?:ال)?مساء[ًا]*|(?:ال)?عصر[اًا]*|المغرب|العشاء)$/;

/** Words whose half depends on the hour: 11 at noon is before it, 2 at night is after midnight. */
const NOON = /^(?:ال)?ظهر[اًا]*$/;
const NIGHT = /^(?:(?:ب?ال)?ليل[اًا]*|منتصف الليل)$/;

/** Hours, perhaps minutes, perhaps the half of the day; four digits in one are hours and minutes. */
const TYPED = /^(\d{1,2})(?:\s?[:.٫,،：]\s?(\d{2})|(\d{2}))?\s?(\D*)$/u;

function readTime(input: string): { answer: string } | { problem: string } {
  const typed = toAsciiDigits(stripInvisible(cleanLine(input)))
    .toLowerCase()
    .replaceAll('ـ', '')
    .replace(/^الساعة/, '')
    .trim();
  const [, hours, parted, joined, word = ''] = TYPED.exec(typed) ?? [];
  const hour = Number(hours);
  const half = halfOf(word, hour);
  if (hours === undefined || (word !== '' && half === undefined)) return { problem: 'not-a-time' };
  const [isMorning, isEvening] = [half === 'morning', half === 'evening'];
  const minutes = parted ?? joined ?? '00';
  if (hour > 23 || Number(minutes) > 59) return { problem: 'no-such-time' };
  // 14:00 in the evening says one thing twice; in the morning it says two things, as does no hour of either half.
  if ((isMorning && hour > 12) || (isEvening && hour === 0)) return { problem: 'two-halves' };
  const of24 = isMorning ? hour % 12 : isEvening && hour < 12 ? hour + 12 : hour;
  return { answer: `${String(of24).padStart(2, '0')}:${minutes}` };
}

/** Which half of the day a word behind an hour means; undefined where it is none. */
function halfOf(word: string, hour: number): 'morning' | 'evening' | undefined {
  if (MORNING.test(word)) return 'morning';
  if (EVENING.test(word)) return 'evening';
  if (NOON.test(word)) return hour === 10 || hour === 11 ? 'morning' : 'evening';
  if (NIGHT.test(word)) return hour < 6 || hour === 12 ? 'morning' : 'evening';
  return undefined;
}
