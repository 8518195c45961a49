import { Problem } from '../http/problem.js';

/** How long a second request with the same key waits for the first, in milliseconds. */
const PATIENCE = 2_000;

/**
 * Keys that are being worked on. A second request with the same key waits, and then finds the answer of the first;
 * only where that takes long is it asked to come back.
 */
export class KeysAtWork {
  readonly #working = new Map<string, Promise<unknown>>();
  readonly #patience: number;

  constructor(patience = PATIENCE) {
    this.#patience = patience;
  }

  /** @throws Problem `in-progress` */
  async run<Result>(keyHash: string, work: () => Promise<Result>): Promise<Result> {
    for (;;) {
      const earlier = this.#working.get(keyHash);
      if (earlier === undefined) break;
      if (!(await endsWithin(earlier, this.#patience))) {
        throw new Problem('in-progress', { headers: { 'Retry-After': '1' } });
      }
    }
    const working = work();
    this.#working.set(keyHash, working);
    try {
      return await working;
    } finally {
      this.#working.delete(keyHash);
    }
  }
}

/** Whether a piece of work ends in time, well or badly. */
async function endsWithin(work: Promise<unknown>, milliseconds: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, milliseconds, false);
  });
  const done = work.then(
    () => true,
    () => true,
  );
  try {
    return await Promise.race([done, late]);
  } finally {
    clearTimeout(timer);
  }
}
