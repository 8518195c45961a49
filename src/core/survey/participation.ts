import type { FormDefinition } from '../definition.js';
import { pageTitle } from './breakdowns.js';
import { figureOf, hiddenFigure } from './measure-result.js';
import type { Estimate } from './statistics.js';
import { proportion } from './statistics.js';
import { hiddenOf, LEAST_SHOWN } from './suppression.js';
import type { BreakOff, Participation, ParticipationResult } from './survey.js';

/** How many took part, of all `counted` together. Below five people nothing is said of them. */
export function participationResult(
  counted: readonly Participation[],
  definition: FormDefinition,
): ParticipationResult {
  const total = (key: 'invited' | 'started' | 'completed') => counted.reduce((sum, one) => sum + one[key], 0);
  const [invited, started, completed] = [total('invited'), total('started'), total('completed')];
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
    brokeOff: isTold ? brokeOffAt(counted, definition) : [],
  };
}

/** Where those who did not complete stopped. What is hidden is in the order of the form: its own would tell of its size. */
function brokeOffAt(counted: readonly Participation[], definition: FormDefinition): BreakOff[] {
  const left = new Map<string, number>();
  for (const { brokeOff } of counted)
    for (const [page, count] of Object.entries(brokeOff))
      if (count > 0) left.set(page, (left.get(page) ?? 0) + count);
  const pages = [...left].sort(([one], [other]) => (one < other ? -1 : 1));
  const leavers = pages.reduce((sum, [, count]) => sum + count, 0);
  if (leavers < LEAST_SHOWN) return [];
  const hidden = hiddenOf(pages.map(([, count]) => count));
  const about = (id: string) => ({ id, label: pageTitle(definition, id) });
  const order = ['start', ...definition.steps.map(({ id }) => id), 'review'];
  return [
    ...pages
      .filter((_, index) => !hidden.has(index))
      .sort(([, some], [, more]) => more - some)
      .map(([id, count]) => ({
        ...about(id),
        count,
        figure: figureOf(leavers, () => proportion(count, leavers)),
      })),
    ...pages
      .filter((_, index) => hidden.has(index))
      .sort(([one], [other]) => order.indexOf(one) - order.indexOf(other))
      .map(([id]) => ({ ...about(id), count: undefined, figure: hiddenFigure })),
  ];
}

function shown(count: number): number | undefined {
  return count > 0 && count < LEAST_SHOWN ? undefined : count;
}
