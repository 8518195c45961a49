import { addDays, daysInMonth } from '../../core/calendar.js';
import { sha256Hex } from '../digest.js';
import type { SurveyStore } from '../storage/survey-store.js';
import type { World } from '../world.js';
import { randomName, riyadhDay } from '../world.js';

/** How many days an invitation can be used at least: long enough for who reads his messages once a month. */
const LASTS = 60;

/** What is counted of an invitation once it has been handed on. */
export interface Invited {
  readonly survey: string;
  readonly step: string;
  readonly month: string;
}

/** An invitation that was drawn just now. The token is 128 random bits, and this is the only place where it stands. */
export interface Invitation {
  readonly token: string;
  readonly lastDay: string;
  readonly invited: Invited;
}

/** Draws an invitation and keeps the hash of its token, and nothing of whom it is for. */
export async function drawInvitation(
  store: SurveyStore,
  { survey, step }: Pick<Invited, 'survey' | 'step'>,
  world: World,
): Promise<Invitation> {
  const token = randomName(world);
  const today = riyadhDay(world);
  const [month, lastDay] = [monthOf(today), endOfMonth(addDays(today, LASTS))];
  await store.invite({ tokenSha256: sha256Hex(token), survey, step, month, lastDay });
  return { token, lastDay, invited: { survey, step, month } };
}

/**
 * The last day of its month (ISO). What is kept beside people lasts until then: a day of its own would be theirs, where
 * only one of them was served on it.
 */
export function endOfMonth(day: string): string {
  const [year, month] = day.split('-').map(Number) as [number, number];
  return `${monthOf(day)}-${daysInMonth('gregory', year, month)}`;
}

/** Of a day (ISO). */
export function monthOf(day: string): string {
  return day.slice(0, 7);
}
