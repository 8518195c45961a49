import type { FieldSentences } from '../../core/sentence.js';
import { lowerFirst } from '../../core/sentence.js';

/** A time as people say it, in twelve hours: `8:30 صباحًا`, `8:30 am`. Takes the stored form. */
export function clockTime(stored: string, language: string): string {
  const hour = Number(stored.slice(0, 2));
  const clock = `${hour % 12 || 12}:${stored.slice(3)}`;
  if (language !== 'ar') return `${clock} ${hour < 12 ? 'am' : 'pm'}`;
  const half = hour === 12 ? 'ظهرًا' : hour === 0 ? 'بعد منتصف الليل' : hour < 12 ? 'صباحًا' : 'مساءً';
  return stored === '00:00' ? `${clock} منتصف الليل` : `${clock} ${half}`;
}

/** What stands under the box: how the time was understood. */
export const understoodTime: Readonly<Record<string, (time: string) => string>> = {
  ar: (time) => `الساعة ${time}`,
  en: (time) => `That is ${time}`,
};

export const timeSentences: FieldSentences = {
  ar: {
    'not-a-time': ({ name }) => `اكتب الساعة والدقائق، مثل 8:30 صباحًا: ${name}`,
    'no-such-time': ({ name }) => `راجع الوقت، فالساعات إلى 23 والدقائق إلى 59: ${name}`,
    'two-halves': ({ name }) => `راجع الوقت، فالساعة لا توافق ما كُتب بعدها من صباح أو مساء: ${name}`,
    'too-early': ({ name, least }) => `يجب أن يكون الوقت ${clockTime(least, 'ar')} أو بعده: ${name}`,
    'too-late': ({ name, most }) => `يجب أن يكون الوقت ${clockTime(most, 'ar')} أو قبله: ${name}`,
  },
  en: {
    'not-a-time': ({ name }) => `Write ${lowerFirst(name)} as hours and minutes, like 8:30 am`,
    'no-such-time': ({ name }) => `Check ${lowerFirst(name)}, hours go up to 23 and minutes to 59`,
    'two-halves': ({ name }) =>
      `Check ${lowerFirst(name)}, the hour and the half of the day do not go together`,
    'too-early': ({ name, least }) => `${name} must be ${clockTime(least, 'en')} or later`,
    'too-late': ({ name, most }) => `${name} must be ${clockTime(most, 'en')} or earlier`,
  },
};
