import type { FastifyRequest } from 'fastify';
import type { ProblemCode } from './problem.js';

/** Why requests were refused, for the line that is printed of each. */
const refusals = new WeakMap<FastifyRequest, ProblemCode>();

export function noteRefusal(request: FastifyRequest, code: ProblemCode): void {
  refusals.set(request, code);
}

export function refusalOf(request: FastifyRequest): ProblemCode | undefined {
  return refusals.get(request);
}

/** Refusals of somebody who may be where he ought not to be: several from one client are worth a look. */
const suspicious: ReadonlySet<ProblemCode> = new Set([
  'staff',
  'partner',
  'session',
  'role',
  'origin',
  'draft-code',
  'unknown-request',
  'unknown-draft',
  'unknown-invitation',
  'link-expired',
  'referral',
  'file-type',
  'infected',
  'too-many',
  'too-many-tries',
]);

export function isSuspicious(code: ProblemCode): boolean {
  return suspicious.has(code);
}
