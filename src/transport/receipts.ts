import { isReference } from '../core/reference.js';
import type { Evidence } from '../evidence/record.js';
import type { FormReference, Receipt, ReferralReceipt } from './transport.js';

/** A receipt for this form; undefined for all else, since whatever stands in between may answer 201 as well. */
export function receiptIn(body: unknown, form: FormReference): Receipt | undefined {
  const { reference, receivedAt, notBefore, answersSha256, form: ofForm } = membersOf(body);
  if (typeof reference !== 'string' || !isReference(reference) || !isInstant(receivedAt)) return undefined;
  if (!isText(answersSha256, /^[\da-f]{64}$/) || !isSameForm(membersOf(ofForm), form)) return undefined;
  const { evidence, token, tracking } = membersOf(body);
  const { token: trackingToken } = membersOf(tracking);
  const receipt = {
    reference,
    receivedAt,
    form,
    answersSha256,
    ...(isText(token, /^[\w-]{22}$/) && { token }),
    ...(isText(trackingToken, /^[\w.-]{1,64}$/) && { tracking: trackingToken }),
    // Whoever checks the receipt checks this; it is only handed on.
    ...(evidence !== undefined && { evidence: evidence as Evidence }),
  };
  if (notBefore === undefined) return receipt;
  return isText(notBefore, /^\d{4}-\d\d-\d\d$/) && isTime(notBefore) ? { ...receipt, notBefore } : undefined;
}

/** The receipt of a question to the officer; undefined for all else. */
export function referralReceiptIn(body: unknown): ReferralReceipt | undefined {
  const { id, receivedAt } = membersOf(body);
  return isText(id, /./) && isInstant(receivedAt) ? { id, receivedAt } : undefined;
}

/** The members of a JSON value, none where it is no object. */
export function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function isSameForm(sent: Readonly<Record<string, unknown>>, form: FormReference): boolean {
  return sent.id === form.id && sent.version === form.version && sent.sha256 === form.sha256;
}

function isText(value: unknown, shape: RegExp): value is string {
  return typeof value === 'string' && shape.test(value);
}

function isInstant(value: unknown): value is string {
  return isText(value, /^\d{4}-\d\d-\d\dT/) && isTime(value);
}

/** Whether there is such a moment, so that a person can be shown it. */
function isTime(text: string): boolean {
  return !Number.isNaN(Date.parse(text));
}
