import type { MoveDefinition, ProcessDefinition } from './process.js';

type States = ReadonlySet<string>;

/** Where the moves of a process lead. A move with `back` is no arrow: where it leads depends on the way of a request. */
export interface StateGraph {
  /** The states that moves lead on to, and those they lead on from; a move that leads nowhere else is left out. */
  readonly after: ReadonlyMap<string, States>;
  readonly before: ReadonlyMap<string, States>;
  /** The states that can be left by a move with `back`. */
  readonly backs: States;
}

/** The graph of some moves of a process. */
export function graphOf(
  { states, moves }: Pick<ProcessDefinition, 'states' | 'moves'>,
  counts: (move: MoveDefinition) => boolean = () => true,
): StateGraph {
  const after = new Map(states.map(({ id }) => [id, new Set<string>()]));
  const before = new Map(states.map(({ id }) => [id, new Set<string>()]));
  const counted = moves.filter(counts);
  for (const { from, to } of counted) {
    for (const state of from) {
      if (to === undefined || to === state) continue;
      after.get(state)?.add(to);
      before.get(to)?.add(state);
    }
  }
  const backs = new Set(counted.flatMap(({ from, back }) => (back === true ? from : [])));
  return { after, before, backs };
}

/** Some states and all that can be reached from them by such steps, without those of `closed`. */
export function reached(
  from: Iterable<string>,
  steps: (state: string) => Iterable<string>,
  closed: States = new Set(),
): States {
  const found = new Set<string>();
  const waiting = [...from];
  for (let state = waiting.pop(); state !== undefined; state = waiting.pop()) {
    if (found.has(state) || closed.has(state)) continue;
    found.add(state);
    waiting.push(...steps(state));
  }
  return found;
}

/** The states that moves lead on to from a state. */
export function onward({ after }: StateGraph): (state: string) => States {
  return (state) => after.get(state) ?? new Set();
}

/** The states that moves lead on to, or back to on any way on which the state can have been entered. */
export function onwardOrBack({ after, before, backs }: StateGraph): (state: string) => Iterable<string> {
  return (state) => [...(after.get(state) ?? []), ...(backs.has(state) ? (before.get(state) ?? []) : [])];
}
