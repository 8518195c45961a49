import { exchange } from './exchange.js';
import { failureOf } from './failure.js';
import { mustBeKey } from './key.js';
import { receiptIn, referralReceiptIn } from './receipts.js';
import { Retries } from './retries.js';
import type { SendOptions, Transport } from './transport.js';
import { Upload } from './upload.js';
import type { Line, Patience, World } from './world.js';
import { pageWorld, usualPatience } from './world.js';

/**
 * Sends to a receiver that keeps docs/http-contract.md. `base` is its address, with or without a slash at the end;
 * a relative one is relative to the page.
 */
export function httpTransport(
  base: string,
  world: Partial<World> = {},
  patience: Partial<Patience> = {},
): Transport {
  const line: Line = { ...pageWorld, ...usualPatience, ...world, ...patience };
  const root = base.replace(/([^/])$/, '$1/');
  return {
    submit: (submission, options) =>
      post(line, `${root}api/submissions`, submission, options, (body) => receiptIn(body, submission.form)),
    refer: (referral, options) => post(line, `${root}api/referrals`, referral, options, referralReceiptIn),
    upload: async (file, about, options) =>
      new Upload(line, `${root}api/uploads`, file, about, options).run(),
  };
}

/** Posts JSON until `read` finds in an answer what was hoped for. The text and the key stay the same. */
export async function post<T>(
  line: Line,
  url: string,
  content: object,
  options: SendOptions,
  read: (body: unknown) => T | undefined,
): Promise<T> {
  mustBeKey(options.key);
  const request = {
    method: 'POST',
    // A text in quotation marks, which structured fields (RFC 9651) ask for.
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': `"${options.key}"` },
    body: JSON.stringify(content),
  };
  const retries = new Retries(line, options);
  for (;;) {
    try {
      const answer = await exchange(line, url, request, options.signal);
      const receipt = answer.status === 201 ? read(answer.body) : undefined;
      if (receipt !== undefined) return receipt;
      throw failureOf(answer, line.now());
    } catch (error) {
      await retries.afterFailure(error);
    }
  }
}
