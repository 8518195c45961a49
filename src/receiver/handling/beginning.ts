import type { Answers } from '../../core/engine.js';
import { earliestAnswer } from '../../core/process/answer-date.js';
import { stateOf } from '../../core/process/timeline.js';
import type { KnownProcess, Processes } from '../processes/processes.js';
import type { EarlierRequests, NewHandling } from '../storage/new-handling.js';
import { factorsIn } from '../tracking/factors.js';
import type { TrackingTokens } from '../tracking/tracking-tokens.js';
import type { World } from '../world.js';
import { dayOf } from '../world.js';
import { latest } from './handled-request.js';
import { messagesAbout } from './messages.js';

/** Requests that are taken over at once. */
const MOST = 200;

/** What a request was when it came. */
export interface Beginning {
  readonly formId: string;
  readonly answers: Answers;
  readonly receivedAt: string;
  /** What the form itself has promised. */
  readonly notBefore: string | undefined;
}

/** How a request begins in a process. */
export function newHandling(
  { process, sha256: processSha256 }: KnownProcess,
  { formId, answers, receivedAt, notBefore }: Beginning,
  tokens: TrackingTokens,
  world: World,
): NewHandling {
  const { start: state } = process;
  const since = { [state]: dayOf(receivedAt) };
  const factors = factorsIn(process, answers);
  const received = { version: 1, happening: { kind: 'received' } } as const;
  return {
    formId,
    processSha256,
    version: 1,
    state,
    isEnded: stateOf(process, state).end === true,
    notBefore: latest(notBefore, earliestAnswer(process, { state, before: undefined, since })),
    openItems: 0,
    openQuestions: 0,
    openRights: 0,
    of: (reference) => ({
      factors: [...new Set(factors)].map((factor) => tokens.factorOf(reference, factor)),
      messages: messagesAbout(process, reference, [received], world),
    }),
  };
}

/**
 * Takes over requests that came before there was a process for their form. Nobody is sent a message about what he has
 * long known.
 */
export async function takeOverEarlier(
  store: EarlierRequests,
  processes: Processes,
  tokens: TrackingTokens,
  world: World,
): Promise<void> {
  const forms = [...new Set(processes.current.flatMap(({ process }) => process.forms))];
  for (;;) {
    const earlier = await store.unhandled(forms, MOST);
    const begun = [];
    for (const { reference, formId, answers: document, notBefore, receivedAt } of earlier) {
      const known = processes.inUse(formId);
      if (known === undefined) continue;
      const answers = JSON.parse(document) as Answers;
      const handling = newHandling(known, { formId, answers, receivedAt, notBefore }, tokens, world);
      const quiet = { ...handling, of: (name: string) => ({ ...handling.of(name), messages: [] }) };
      begun.push({ reference, receivedAt, handling: quiet });
    }
    if (begun.length === 0) return;
    await store.begin(begun);
  }
}
