import { addDays, dayNumber } from '../calendar.js';
import type { DefinitionProblem } from '../definition.js';
import { errorAt } from '../problem-at.js';
import type { ProcessDefinition } from './process.js';
import { MOST_DAYS_OFF, nextWorkingDay } from './working-days.js';

/** Weekends before and after holidays are days off too: six days each at most. */
const MOST_HOLIDAYS = MOST_DAYS_OFF - 12;

/** Holidays that end before they begin, and those after which nobody could say when work goes on. */
export function calendarProblems({ calendar }: ProcessDefinition): DefinitionProblem[] {
  const { weekend, holidays = [] } = calendar;
  const turned = holidays.flatMap(({ from, to = from }, index) =>
    to < from ? [errorAt(['calendar', 'holidays', index, 'to'], 'holiday-order', { value: from })] : [],
  );
  if (turned.length > 0) return turned;
  const inOrder = holidays
    .map(({ from, to = from }, index) => ({ from, to, index }))
    .sort((one, other) => (one.from < other.from ? -1 : 1));
  let [first, last] = ['', ''];
  for (const { from, to, index } of inOrder) {
    const goesOn = last !== '' && from <= nextWorkingDay({ weekend }, addDays(last, 1));
    if (!goesOn) [first, last] = [from, to];
    else if (to > last) last = to;
    if (daysBetween(first, last) >= MOST_HOLIDAYS)
      return [errorAt(['calendar', 'holidays', index], 'no-working-day', { most: MOST_HOLIDAYS })];
  }
  return [];
}

function daysBetween(from: string, to: string): number {
  return (dayNumber(to) ?? 0) - (dayNumber(from) ?? 0);
}
