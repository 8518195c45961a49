import { moveNotBefore } from './moves.js';
import type { MoveDefinition, ProcessDefinition, Progress } from './process.js';
import type { StateGraph } from './state-graph.js';
import { graphOf, onward, reached } from './state-graph.js';

type Place = Pick<Progress, 'state' | 'before' | 'since'>;

/**
 * The earliest day (ISO) on which a move that has a `notBefore` can be made: the next ones on the way of a request, of
 * several the one that may come first. Where the state a deadline counts from lies ahead on every way, it counts as if
 * that were entered on the day of the last step. Undefined once no such move can follow, in a state that is an end, and
 * where one of them may have no deadline.
 *
 * Until such a move is made the day only moves later: what may follow becomes less with every step, and each day later.
 */
export function earliestAnswer(process: ProcessDefinition, progress: Place): string | undefined {
  const ends = new Set(process.states.filter(({ end }) => end === true).map(({ id }) => id));
  if (ends.has(progress.state)) return undefined;
  const whole = graphOf(process);
  const waiting = graphOf(process, ({ notBefore }) => notBefore === undefined);
  const starts = startsOf(whole, progress);
  const near = reached(starts, onward(waiting), ends);
  const next = process.moves.filter(
    ({ notBefore, from }) => notBefore !== undefined && from.some((state) => near.has(state)),
  );
  const days = next.map((move) => {
    const count = move.notBefore?.from ?? '';
    const without = reached(starts, onward(waiting), new Set([...ends, count]));
    const isAhead = !move.from.some((state) => without.has(state));
    return dayOf(process, move, progress, isAhead);
  });
  return days.includes(undefined) ? undefined : days.sort()[0];
}

function dayOf(
  process: ProcessDefinition,
  move: MoveDefinition,
  { since }: Place,
  isAhead: boolean,
): string | undefined {
  const day = moveNotBefore(process, move, { since });
  const last = Object.values(since).sort().at(-1);
  if (day !== undefined || !isAhead || move.notBefore === undefined || last === undefined) return day;
  return moveNotBefore(process, move, { since: { [move.notBefore.from]: last } });
}

/** Where a request can go on from: the state it is in, and those that moves with `back` lead out to. */
function startsOf({ before, backs }: StateGraph, place: Place): ReadonlySet<string> {
  const outer = (state: string): Iterable<string> => {
    if (!backs.has(state)) return [];
    if (state !== place.state) return before.get(state) ?? [];
    return place.before === undefined ? [] : [place.before];
  };
  return reached([place.state], outer);
}
