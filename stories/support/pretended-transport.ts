import type { Receipt, Submission, Transport } from '../../src/index.js';

/** The moment of every story and test. */
export const now = new Date('2026-11-22T09:00:00Z');

/** What a receiver would answer to a submission. */
export function receiptFor({ form }: Submission): Receipt {
  return {
    reference: '48291730561249',
    receivedAt: now.toISOString(),
    notBefore: '2026-12-06',
    form,
    answersSha256: '0'.repeat(64),
  };
}

/** A way to send that sends nothing: everything arrives at once, but for what is replaced. */
export function pretendedTransport(replaced: Partial<Transport> = {}): Transport {
  return {
    submit: async (submission) => receiptFor(submission),
    refer: async () => ({ id: 'referral', receivedAt: now.toISOString() }),
    upload: async (file, _about, { onProgress }) => onProgress?.(file.size),
    ...replaced,
  };
}

/** Something that never comes to its end. */
export function never(): Promise<never> {
  return new Promise(() => undefined);
}
