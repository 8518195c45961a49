import type { PluralForms } from './plural.js';
import { plural } from './plural.js';

/** How long somebody is asked to wait, at least one of the unit. */
export interface Wait {
  readonly unit: 'minutes' | 'hours' | 'days';
  readonly count: number;
}

type Units = Readonly<Record<Wait['unit'], PluralForms>>;

/** After «بعد». */
const ar: Units = {
  minutes: {
    one: 'دقيقة',
    two: 'دقيقتين',
    few: '{n} دقائق',
    many: '{n} دقيقة',
    other: '{n} دقيقة',
  },
  hours: {
    one: 'ساعة',
    two: 'ساعتين',
    few: '{n} ساعات',
    many: '{n} ساعة',
    other: '{n} ساعة',
  },
  days: {
    one: 'يوم',
    two: 'يومين',
    few: '{n} أيام',
    many: '{n} يومًا',
    other: '{n} يوم',
  },
};

/** After “in”. */
const en: Units = {
  minutes: { one: '{n} minute', other: '{n} minutes' },
  hours: { one: '{n} hour', other: '{n} hours' },
  days: { one: '{n} day', other: '{n} days' },
};

export function arabicWait({ count, unit }: Wait): string {
  return plural('ar', count, ar[unit]);
}

export function englishWait({ count, unit }: Wait): string {
  return plural('en', count, en[unit]);
}

/** Some seconds in the unit in which a person would say it; never less than it is. */
export function waitOf(seconds: number): Wait {
  const minutes = Math.max(1, Math.ceil(seconds / 60));
  if (minutes < 120) return { unit: 'minutes', count: minutes };
  const hours = Math.ceil(minutes / 60);
  return hours < 48 ? { unit: 'hours', count: hours } : { unit: 'days', count: Math.ceil(hours / 24) };
}
