import { moveNotBefore } from './moves.js';
import type { ProcessDefinition, Progress } from './process.js';
export function earliestAnswer(
  process: ProcessDefinition,
  progress: Pick<Progress, 'state' | 'before' | 'since'>,
): string | undefined {
  const move = process.moves.find(({ notBefore }) => notBefore !== undefined);
  if (
    move === undefined ||
    ['accepted', 'rejected', 'registrationCompleted', 'serviceDelivered', 'closed', 'withdrawn'].includes(
      progress.state,
    )
  )
    return undefined;
  return moveNotBefore(process, move, progress);
}
