import { canonicalJson } from '../core/canonical-json.js';
import type { Fate } from './delivery.js';
import { post } from './http-transport.js';
import { membersOf } from './receipts.js';
import type { Receipt, SendOptions, Submission, Transport } from './transport.js';
import { SendError } from './transport.js';
import type { Patience, World } from './world.js';
import { pageWorld, usualPatience } from './world.js';

/**
 * Sends answers to a survey: without the language they were given in, and without any reference coming back. Of what a
 * person took back and changed after nobody could know whether it had arrived, what came first counts (`key-reused`).
 * @param invitation token of the invitation; undefined for a survey that is open to all.
 * @param earlier what was sent by another transport and may have arrived.
 */
export function surveyTransport(
  base: string,
  invitation: string | undefined,
  world: Partial<World> = {},
  patience: Partial<Patience> = {},
  earlier?: Fate,
): Transport {
  const line = { ...pageWorld, ...usualPatience, ...world, ...patience };
  const root = base.replace(/([^/])$/, '$1/');
  /** What was sent first under each key. */
  const first = new Map<string, string>();
  const firstBefore = earlier?.unknown.at(-1);
  if (earlier !== undefined && firstBefore !== undefined)
    first.set(earlier.key, canonicalJson(firstBefore.answers));
  const never = () => Promise.reject(new SendError('refused'));
  return {
    async submit({ form, answers }: Submission, options: SendOptions): Promise<Receipt> {
      const content = { form, ...(invitation !== undefined && { token: invitation }), answers };
      const sent = canonicalJson(answers);
      if (!first.has(options.key)) first.set(options.key, sent);
      const stored = await post(line, `${root}api/surveys/${form.id}/answers`, content, options, storedIn);
      if (stored === 'before' && first.get(options.key) !== sent) throw new SendError('key-reused');
      return { reference: '', receivedAt: new Date(line.now()).toISOString(), form, answersSha256: '' };
    },
    refer: never,
    upload: never,
  };
}

/** Whether answers were stored now, or before under the same key; undefined for all that is no word of a receiver. */
function storedIn(body: unknown): 'now' | 'before' | undefined {
  const { stored } = membersOf(body);
  return stored === 'now' || stored === 'before' ? stored : undefined;
}
