import type { HttpAnswer } from './exchange.js';
import { membersOf } from './receipts.js';
import type { RefusedAnswer, SendFailure } from './transport.js';
import { SendError } from './transport.js';

/** Codes of problem documents that are failures by the same name. */
const named: readonly SendFailure[] = [
  'form-changed',
  'unknown-form',
  'key-reused',
  'already-signed',
  'referral',
  'unknown-invitation',
  'too-large',
  'file-type',
];

/** Why an answer is not the one that was hoped for. `now` in milliseconds since 1970. */
export function failureOf({ status, headers, body }: HttpAnswer, now: number): SendError {
  const retryAfter = secondsToWait(headers.get('Retry-After'), now);
  const failure = failureFor(status, codeOf(body), retryAfter);
  if (failure === 'busy') return new SendError(failure, { status, retryAfter });
  return new SendError(failure, { status, problems: problemsOf(body) });
}

function failureFor(status: number, code: string, retryAfter: number | undefined): SendFailure {
  if (status < 400) return 'unexpected';
  if (status >= 500) return status === 503 || retryAfter !== undefined ? 'busy' : 'failing';
  const byName = named.find((name) => name === code);
  if (byName !== undefined) return byName;
  if (status === 413) return 'too-large';
  return [408, 409, 425, 429].includes(status) ? 'busy' : 'refused';
}

/** Retry-After in seconds, which may be written as a date. */
export function secondsToWait(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  if (/^\d+$/.test(header)) return Number(header);
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - now) / 1000));
}

/** The last part of a problem document's type, as in `urn:taafi-kit:problem:key-reused`. */
export function codeOf(body: unknown): string {
  const { type } = membersOf(body);
  return typeof type === 'string' ? type.replace(/^.*:/, '') : '';
}

function problemsOf(body: unknown): RefusedAnswer[] {
  const { errors } = membersOf(body);
  return Array.isArray(errors) ? errors.flatMap(problemIn) : [];
}

function problemIn(error: unknown): RefusedAnswer[] {
  const { pointer, code } = membersOf(error);
  return typeof pointer === 'string' && typeof code === 'string' ? [{ pointer, code }] : [];
}
