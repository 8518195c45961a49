import type { Challenge } from '../../transport/guard/challenge.js';
import { askForChallenge } from '../../transport/guard/challenge.js';
import { solve } from '../../transport/guard/solving.js';
import type { GuardRecord, Transport } from '../../transport/transport.js';
import { idle } from './idle.js';
import { TrapField } from './trap-field.js';

/** The element that is guarded, as far as the guard needs it. */
interface Guarded extends HTMLElement {
  readonly receiver: string | undefined;
  readonly transport: Transport | undefined;
  readonly page: string;
  readonly spokenLanguage: string;
  readonly runner: { readonly loaded: { readonly definition: { readonly survey?: unknown } } } | undefined;
}

/** Milliseconds of work, on the slowest phone; what is not done then is not done. */
const LONGEST_WORK = 2_000;

/** Milliseconds that somebody who sends waits for the rest of the work at most. */
const LONGEST_WAIT = 2_000;

const guards = new WeakMap<HTMLElement, FormGuard>();

/**
 * Begins to gather what shows a receiver that a person fills the form in, where the page asks for that with the attribute `guard`.
 * Answers to surveys have none of it: they go without anything that two of them could be told apart by.
 */
export function watchOver(host: Guarded): void {
  if (!host.hasAttribute('guard') || guards.has(host)) return;
  const { receiver, transport, runner } = host;
  if (receiver === undefined || transport !== undefined || runner?.loaded.definition.survey !== undefined)
    return;
  guards.set(host, new FormGuard(host, receiver));
}

/** The same transport; what it submits says besides how the form was filled in, where that is watched. */
export function guarded(host: HTMLElement, transport: Transport): Transport {
  const guard = guards.get(host);
  if (guard === undefined) return transport;
  return {
    ...transport,
    async submit(submission, options) {
      const record = await guard.record();
      return transport.submit(record === undefined ? submission : { ...submission, guard: record }, options);
    },
  };
}

/** How one form is filled in. Nothing here ever keeps anybody from sending. */
class FormGuard {
  readonly #challenge: Promise<Challenge | undefined>;
  #work: Promise<readonly number[] | undefined> | undefined;
  #trap: TrapField | undefined;

  constructor(host: Guarded, receiver: string) {
    this.#challenge = askForChallenge(receiver);
    void this.#challenge.then((challenge) => {
      if (challenge?.hasTrap === true && host.shadowRoot !== null)
        this.#trap = new TrapField(host.shadowRoot, host.spokenLanguage);
    });
    const workWhileReading = () => {
      if (host.page === 'review') this.#work ??= this.#solve();
    };
    host.addEventListener('taafi-page', workWhileReading);
    workWhileReading();
  }

  /** What is sent along; the work of one that was not begun, or takes long, is left out. */
  async record(): Promise<GuardRecord | undefined> {
    const challenge = await soon(this.#challenge);
    if (challenge === undefined) return undefined;
    this.#work ??= this.#solve();
    const solution = await soon(this.#work);
    return {
      challenge: challenge.text,
      trapped: this.#trap?.isFilled === true,
      ...(solution !== undefined && { solution }),
    };
  }

  async #solve(): Promise<readonly number[] | undefined> {
    const challenge = await this.#challenge;
    if (challenge?.work === undefined) return undefined;
    const pace = { now: () => performance.now(), pause: idle };
    return solve(challenge.text, challenge.work, pace, LONGEST_WORK);
  }
}

/** What comes of something, if it comes soon. */
function soon<Value>(promise: Promise<Value>): Promise<Value | undefined> {
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, LONGEST_WAIT));
  return Promise.race([promise, late]);
}
