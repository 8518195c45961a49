import type { DefinitionProblem } from '../definition.js';
import { errorAt, warningAt } from '../problem-at.js';
import type { ProcessDefinition } from './process.js';
import type { StateGraph } from './state-graph.js';
import { graphOf, onward, onwardOrBack, reached } from './state-graph.js';

/**
 * Where a request could never come, could not get away from, or could go on and on: asked of a process whose names are
 * right. A move with `back` leads out to where the state was entered from, and thus never to a new state.
 */
export function wayProblems(process: ProcessDefinition): DefinitionProblem[] {
  const graph = graphOf(process);
  const entered = reached([process.start], onward(graph));
  return [
    ...process.states.flatMap(({ id }, index) =>
      entered.has(id) ? [] : [errorAt(['states', index, 'id'], 'unreachable', { value: id })],
    ),
    ...endProblems(process, graph, entered),
    ...process.moves.flatMap(({ from, back }, index) =>
      from.flatMap((state, at) =>
        back === true && entered.has(state) && cannotGoBack(graph, state)
          ? [errorAt(['moves', index, 'from', at], 'nothing-before', { value: state })]
          : [],
      ),
    ),
    ...deadlineProblems(process, graph, entered),
  ];
}

/** Whether a state is only ever the first on a way. */
function cannotGoBack({ before }: StateGraph, state: string): boolean {
  return before.get(state)?.size === 0;
}

function endProblems(
  { states, start }: ProcessDefinition,
  graph: StateGraph,
  entered: ReadonlySet<string>,
): DefinitionProblem[] {
  const { after, before, backs } = graph;
  const ends = states.filter(({ end }) => end === true).map(({ id }) => id);
  const backwards = (state: string) => before.get(state) ?? [];
  const ending = reached(ends, backwards);
  const canLeave = (id: string) =>
    (after.get(id)?.size ?? 0) > 0 || (backs.has(id) && !cannotGoBack(graph, id));
  const deadEnds = [...entered].filter((id) => !ending.has(id) && !canLeave(id));
  const endless = [...entered].filter((id) => !ending.has(id));
  // Who cannot go back from such a state is caught in it; who can is caught where he would come back to one.
  const roots = endless.filter((id) => !backs.has(id) || id === start);
  const caught = reached(roots, (id) => [...(after.get(id) ?? [])].filter((next) => endless.includes(next)));
  const explained = reached(deadEnds, backwards);
  return states.flatMap(({ id }, index) => {
    const at = ['states', index, 'id'];
    if (deadEnds.includes(id)) return [errorAt(at, 'dead-end', { value: id })];
    return caught.has(id) && !explained.has(id) ? [errorAt(at, 'never-ends', { value: id })] : [];
  });
}

/** Deadlines that count from a day that cannot have been, or need not have been. */
function deadlineProblems(
  { moves, start }: ProcessDefinition,
  graph: StateGraph,
  entered: ReadonlySet<string>,
): DefinitionProblem[] {
  return moves.flatMap(({ from, notBefore }, index) => {
    if (notBefore === undefined || !entered.has(notBefore.from)) return [];
    const at = ['moves', index, 'notBefore', 'from'];
    const value = notBefore.from;
    const later = reached([value], onwardOrBack(graph));
    if (!from.some((state) => later.has(state))) return [errorAt(at, 'never-before', { value })];
    const without = reached([start], onward(graph), new Set([value]));
    return from.some((state) => without.has(state)) ? [warningAt(at, 'not-always-before', { value })] : [];
  });
}
