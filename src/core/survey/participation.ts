import type { FormDefinition } from '../definition.js';
import { pageTitle } from './breakdowns.js';
import { figureOf, hiddenFigure } from './measure-result.js';
import type { Estimate } from './statistics.js';
import { proportion } from './statistics.js';
import { LEAST_SHOWN } from './suppression.js';
import type { Participation, ParticipationResult } from './survey.js';

/** How many took part, of all `counted` together. Below five people nothing is said of them. */
export function participationResult(
  counted: readonly Participation[],
  definition: FormDefinition,
): ParticipationResult {
  const total = (key: 'invited' | 'started' | 'completed') => counted.reduce((sum, one) => sum + one[key], 0);
  const [invited, started, completed] = [total('invited'), total('started'), total('completed')];
  const left = new Map<string, number>();
  for (const { brokeOff } of counted)
    for (const [page, count] of Object.entries(brokeOff)) left.set(page, (left.get(page) ?? 0) + count);
  const leavers = [...left.values()].reduce((sum, count) => sum + count, 0);
  // How few have answered is what the rate would tell as well.
  const isTold = completed === 0 || completed >= LEAST_SHOWN;
  const rate = (of: number) => {
    // Whoever was invited in the month before may have been counted there: a share is never above the whole.
    const share = (): Estimate => proportion(Math.min(completed, of), of);
    return isTold ? figureOf(of, share) : hiddenFigure;
  };
  return {
    invited: shown(invited),
    started: shown(started),
    completed: shown(completed),
    response: rate(invited),
    completion: rate(started),
    brokeOff:
      leavers < LEAST_SHOWN
        ? []
        : [...left]
            .filter(([, count]) => count > 0)
            .sort(([one, some], [other, more]) => more - some || (one < other ? -1 : 1))
            .map(([id, count]) => ({ id, label: pageTitle(definition, id), count })),
  };
}

function shown(count: number): number | undefined {
  return count > 0 && count < LEAST_SHOWN ? undefined : count;
}
