import type { EnclosedFile, Fate } from '../../transport/delivery.js';
import type { Entry } from '../../transport/outbox/outbox.js';
import type { Outgoing, RefusedAnswer } from '../../transport/transport.js';
import type { Runner } from './runner.js';
import { pageOf } from './session.js';
import { takeUpInto } from './take-up-into.js';

/**
 * Puts what was submitted before into a form that was just begun, and gives the names of what has to be answered again:
 * what fits the form no more, and what only the person himself can give.
 */
export async function putBack(
  runner: Runner,
  { answers, own = answers, about, partner }: Outgoing,
  files: readonly EnclosedFile[],
  problems: readonly RefusedAnswer[],
): Promise<readonly string[]> {
  const { session, context } = runner;
  const here = new Map<string, File>();
  for (const { id, name, blob } of files)
    if (blob !== undefined) here.set(id, new File([blob], name, { type: blob.type }));
  const leftOut = await takeUpInto(runner, own, here);
  runner.besides = { ...(about !== undefined && { about }), ...(partner !== undefined && { partner }) };
  session.refuse(problems);
  const [wrong] = session.told;
  runner.go(wrong === undefined ? (session.steps[0] ?? 'review') : pageOf(wrong.step));
  const names = leftOut.flatMap(({ node }) =>
    node === undefined ? [] : [context.locale.text(node.definition.name ?? node.definition.label)],
  );
  return [...new Set(names)];
}

/** What is known of a request whose answers go back into a form: what was refused has surely not been stored. */
export function fateOf({ letter: { key, unknown }, state }: Entry): Fate | undefined {
  if (state.kind !== 'refused' || state.failure === 'key-reused') return { key, unknown };
  return unknown.length > 1 ? { key, unknown: unknown.slice(1) } : undefined;
}
