import { movesFrom } from '../../core/process/moves.js';
import type { MoveRefusal } from '../../core/process/process.js';
import { Problem } from '../http/problem.js';
import type { HandledRequest } from './handled-request.js';

/**
 * Why a move is not made, and which ones lead on from there for these roles. `changed`: it was meant for an older version.
 * @param withheld fields that are not named to them.
 */
export function moveProblem(
  { process, handled, stored }: HandledRequest,
  refusal: MoveRefusal | 'changed' | 'not-now',
  roles: readonly string[],
  withheld: ReadonlySet<string> = new Set(),
): Problem {
  const { code: why, ...about } = typeof refusal === 'string' ? { code: refusal } : refusal;
  if (why === 'not-yours') return new Problem('role');
  if (why === 'incomplete') {
    const { need } = about as { need: string };
    return new Problem('malformed', { detail: `This move needs "${need}".`, members: { why, need } });
  }
  const { fields } = about as { fields?: readonly string[] };
  const told =
    fields === undefined ? about : { ...about, fields: fields.filter((field) => !withheld.has(field)) };
  const possible = movesFrom(process, handled.progress, roles).map(({ id }) => id);
  const { version } = stored;
  return new Problem('move', {
    members: { why, ...told, version, state: handled.progress.state, possible },
  });
}
