import type { FormDefinition } from '../../core/definition.js';
import type { Answers } from '../../core/engine.js';
import { earliestAnswer } from '../../core/process/answer-date.js';
import type { Handled, RequestEvent } from '../../core/process/handled.js';
import { handledBy } from '../../core/process/handled.js';
import type { ProcessDefinition } from '../../core/process/process.js';
import { stateOf } from '../../core/process/timeline.js';
import type { Standing } from '../storage/handling-rows.js';
import type { StoredHandling } from '../storage/handling-store.js';

/** A request with all that is known of it. */
export interface HandledRequest {
  readonly stored: StoredHandling;
  readonly process: ProcessDefinition;
  /** The form it was filled in by. */
  readonly rules: FormDefinition;
  readonly answers: Answers;
  readonly events: readonly RequestEvent[];
  readonly handled: Handled;
}

/** What becomes of a request by further events. */
export function withEvents(request: HandledRequest, more: readonly RequestEvent[]): HandledRequest {
  const events = [...request.events, ...more];
  const { process, answers } = request;
  return { ...request, events, handled: handledBy(process, events, new Set(Object.keys(answers))) };
}

/** What lists show of a request. The day before which no answer comes only ever moves later. */
export function standingOf({ stored, process, handled }: HandledRequest, today: string): Standing {
  const { version, progress, items, questions, rights } = handled;
  const earliest = earliestAnswer(process, progress);
  // After an answer a day is only promised again where it lies ahead.
  const isPromised = stored.notBefore !== undefined || (earliest !== undefined && earliest > today);
  return {
    version,
    state: progress.state,
    isEnded: stateOf(process, progress.state).end === true,
    notBefore: isPromised ? latest(stored.notBefore, earliest) : undefined,
    openItems: items.filter(({ isOpen }) => isOpen).length,
    openQuestions: questions.filter(({ answer, about }) => about === 'question' && answer === undefined)
      .length,
    openRights: rights.filter(({ doneOn }) => doneOn === undefined).length,
  };
}

/** The later of the day that was told and the one that counts now; undefined where no answer is waited for any more. */
export function latest(told: string | undefined, now: string | undefined): string | undefined {
  if (now === undefined) return undefined;
  return told !== undefined && told > now ? told : now;
}
