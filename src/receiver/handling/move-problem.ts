import { movesFrom } from '../../core/process/moves.js';
import type { MoveRefusal } from '../../core/process/process.js';
import { Problem } from '../http/problem.js';
import type { HandledRequest } from './handled-request.js';

/** Why a move is not made, and which ones these roles could make instead. `changed`: it was meant for an older version. */
export function moveProblem(
  { process, handled, stored }: HandledRequest,
  refusal: MoveRefusal | 'changed' | 'not-now',
  roles: readonly string[],
): Problem {
  const { code: why, ...about } = typeof refusal === 'string' ? { code: refusal } : refusal;
  if (why === 'not-yours') return new Problem('role');
  if (why === 'incomplete') {
    const { need } = about as { need: string };
    return new Problem('malformed', { detail: `This move needs "${need}".`, members: { why, need } });
  }
  const possible = movesFrom(process, handled.progress, roles).map(({ id }) => id);
  const { version } = stored;
  return new Problem('move', {
    members: { why, ...about, version, state: handled.progress.state, possible },
  });
}
