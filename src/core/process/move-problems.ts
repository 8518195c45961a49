import type { DefinitionProblem } from '../definition.js';
import { errorAt } from '../problem-at.js';
import type { MoveDefinition, ProcessDefinition } from './process.js';
import { APPLICANT } from './process.js';

/** What only an officer has at hand when he makes a move. */
const OFFICERS_NEEDS: readonly string[] = ['missing', 'service'];

/** Moves that could never be made as they are written, or would be made in two ways. */
export function moveProblems({ moves }: ProcessDefinition): DefinitionProblem[] {
  return moves.flatMap((move, index) => [
    ...toOrBack(move, index),
    ...byApplicant(move, index),
    ...(move.on === undefined ? [] : providedProblems(move, index, moves)),
  ]);
}

function toOrBack({ id, to, back }: MoveDefinition, index: number): DefinitionProblem[] {
  const isOne = (to === undefined) !== (back === undefined);
  return isOne ? [] : [errorAt(['moves', index], 'to-or-back', { value: id })];
}

/** A move that is the applicant's alone and wants what he cannot give. */
function byApplicant({ by, needs = [] }: MoveDefinition, index: number): DefinitionProblem[] {
  if (by.some((role) => role !== APPLICANT)) return [];
  return needs.flatMap((need, at) =>
    OFFICERS_NEEDS.includes(need)
      ? [errorAt(['moves', index, 'needs', at], 'applicant-cannot', { value: need })]
      : [],
  );
}

/** A move that is made by itself: when the applicant has brought everything, and then without anything more. */
function providedProblems(
  { id, by, needs = [], notBefore, from }: MoveDefinition,
  index: number,
  moves: readonly MoveDefinition[],
): DefinitionProblem[] {
  const at = ['moves', index, 'on'];
  const [need, ...more] = needs;
  const problems = [];
  if (!by.includes(APPLICANT)) problems.push(errorAt(at, 'provided-by'));
  if (need !== 'nothingMissing' || more.length > 0) problems.push(errorAt(at, 'provided-needs'));
  if (notBefore !== undefined) problems.push(errorAt(at, 'provided-waits'));
  const earlier = moves.slice(0, index).find((move) => move.on !== undefined && move.from.some(isIn(from)));
  if (earlier !== undefined) problems.push(errorAt(at, 'provided-twice', { value: id, other: earlier.id }));
  return problems;
}

function isIn(list: readonly string[]): (value: string) => boolean {
  return (value) => list.includes(value);
}
