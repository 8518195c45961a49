import type { Answers } from '../core/engine.js';
import type { Text } from '../core/text.js';
import { exchange } from './exchange.js';
import { codeOf } from './failure.js';
import { membersOf } from './receipts.js';
import { SendError } from './transport.js';
import type { Line } from './world.js';
import { pageWorld, usualPatience } from './world.js';

/** A referral of a partner, as a receiver has opened it. */
export interface PartnerReferral {
  readonly partner: Text;
  /** Goes with the request in place of the referral. */
  readonly ticket: string;
  /** What the partner has filled in, right or wrong. */
  readonly answers: Answers;
}

const reasons = ['changed', 'expired', 'form', 'origin'] as const;

/** Why a referral cannot be used; `unreachable` and `tooMany` may pass. */
export type ReferralTrouble = (typeof reasons)[number] | 'unreachable' | 'tooMany';

/** What is asked: the form the referral is opened in, and the origin of the page around the frame, where there is one. */
export interface OpenedIn {
  readonly form: string;
  readonly token: string;
  readonly host?: string | undefined;
}

/** Has a receiver open a referral. `base` is its address, with or without a slash at the end. */
export async function openReferral(
  base: string,
  asked: OpenedIn,
  world: Partial<Line> = {},
): Promise<PartnerReferral | ReferralTrouble> {
  const request = {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(asked),
  };
  try {
    const line = { ...pageWorld, ...usualPatience, ...world };
    const { status, body } = await exchange(
      line,
      `${base.replace(/([^/])$/, '$1/')}api/partner-referrals`,
      request,
    );
    if (status === 200) return referralIn(body) ?? 'unreachable';
    if (status === 429) return 'tooMany';
    if (status >= 500) return 'unreachable';
    const { reason } = membersOf(body);
    if (codeOf(body) === 'origin') return 'origin';
    return reasons.find((known) => known === reason) ?? 'changed';
  } catch (error) {
    if (error instanceof SendError) return 'unreachable';
    throw error;
  }
}

/** Whatever stands in between may answer 200 as well. */
function referralIn(body: unknown): PartnerReferral | undefined {
  const { partner, ticket, answers } = membersOf(body);
  const { name } = membersOf(partner);
  const isText =
    typeof name === 'string' || Object.values(membersOf(name)).some((said) => typeof said === 'string');
  if (!isText || typeof ticket !== 'string') return undefined;
  return { partner: name as Text, ticket, answers: membersOf(answers) };
}

/** Whether a referral holds answers, as far as can be told without its key: such a one has no place in an address. */
export function holdsAnswers(token: string): boolean {
  try {
    const part = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
    return membersOf(JSON.parse(atob(part))).answers !== undefined;
  } catch {
    return false;
  }
}
