import type { Wait } from './transport.js';
import { SendError } from './transport.js';
import { within } from './within.js';
import type { Line } from './world.js';

const BASE = 1_000;
const CAP = 60_000;
/** Seconds. A receiver that asks for more is not waited for: the person is told, and comes back. */
const LONGEST_ASKED = 120;

/**
 * Milliseconds to wait after some failures in a row (from 1), for a `random` number from 0 up to but not 1: full
 * jitter, so that all who failed together do not come back together.
 */
export function backOff(failures: number, random: number): number {
  return random * Math.min(CAP, BASE * 2 ** (failures - 1));
}

/** Decides after each failure whether to wait for another attempt or to give up. */
export class Retries {
  readonly #line: Line;
  readonly #signal: AbortSignal;
  readonly #onWait: ((wait: Wait) => void) | undefined;
  #failures = 0;

  constructor(line: Line, options: { signal: AbortSignal; onWait?: (wait: Wait) => void }) {
    this.#line = line;
    this.#signal = options.signal;
    this.#onWait = options.onWait;
  }

  /** Something went well: the next failure is a first one. */
  reset(): void {
    this.#failures = 0;
  }

  /**
   * Resolves when it is time for another attempt.
   * @throws `error` where another attempt makes no sense or there were enough; a `cancelled` one after an abort.
   */
  async afterFailure(error: unknown): Promise<void> {
    const { attempts, random, wait, whenOnline } = this.#line;
    this.#throwIfCancelled();
    if (!(error instanceof SendError && error.mayPass)) throw error;
    this.#failures += 1;
    const asked = error.retryAfter ?? 0;
    if (this.#failures >= attempts || asked > LONGEST_ASKED) throw error;
    // The jitter comes on top of what was asked for: the receiver tells everybody the same second.
    const milliseconds = asked * 1000 + backOff(this.#failures, random());
    this.#onWait?.({ attempt: this.#failures, milliseconds, reason: error.failure });
    try {
      await within(this.#signal, (inner) => {
        const waited = wait(milliseconds, inner);
        return error.failure === 'offline' ? Promise.race([waited, whenOnline(inner)]) : waited;
      });
    } catch (reason) {
      this.#throwIfCancelled();
      throw reason;
    }
  }

  #throwIfCancelled(): void {
    if (this.#signal.aborted) throw new SendError('cancelled');
  }
}
