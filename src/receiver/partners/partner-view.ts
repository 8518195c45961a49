import type { ProcessDefinition } from '../../core/process/process.js';
import type { HandledRequest } from '../handling/handled-request.js';
import type { StoredReferral } from '../storage/partner-store.js';
import { dayOf } from '../world.js';

/** What a partner is told of one referral: days (ISO, in Riyadh), and nothing the person did not allow. */
export interface PartnerView {
  /** The partner's own name for it. */
  readonly id: string;
  readonly received?: string;
  readonly decided?: string;
}

/** What a partner may know; undefined where that is nothing, which looks like a referral that never came to anything. */
export function partnerView(
  { id, receivedAt, shares }: StoredReferral,
  request: HandledRequest | undefined,
): PartnerView | undefined {
  const may = new Set(shares.map(({ what }) => what));
  const decided = request !== undefined && may.has('decided') ? decidedOn(request) : undefined;
  if (!may.has('received') && decided === undefined) return undefined;
  return {
    id,
    ...(may.has('received') && { received: dayOf(receivedAt) }),
    ...(decided !== undefined && { decided }),
  };
}

/**
 * The day of the first decision: of a move that had to wait for its day, or, in a process without any, of the end. What
 * was decided is nobody's but the person's.
 */
function decidedOn({ process, events }: HandledRequest): string | undefined {
  return events.find(({ happening }) => happening.kind === 'moved' && isDecision(process, happening))?.day;
}

function isDecision(
  { moves, states }: ProcessDefinition,
  { move, to }: { move: string; to: string },
): boolean {
  if (moves.some(({ notBefore }) => notBefore !== undefined))
    return moves.find(({ id }) => id === move)?.notBefore !== undefined;
  return states.find(({ id }) => id === to)?.end === true;
}
