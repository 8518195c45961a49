import type { ChildProcess } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';

/** What a browser answers to one command of its DevTools protocol. */
type Result = Readonly<Record<string, unknown>>;

interface Waiting {
  readonly resolve: (result: Result) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Talks to a browser started with `--remote-debugging-pipe`: JSON in and out through two pipes, each message ended by a zero
 * byte. Nothing is opened to the network.
 */
export class BrowserPipe {
  readonly #to: Writable;
  readonly #waiting = new Map<number, Waiting>();
  readonly #events = new Map<string, () => void>();
  #last = 0;
  #rest = '';

  /** @param browser with its pipes as the third and fourth of its standard streams. */
  constructor(browser: ChildProcess) {
    const [, , , to, from] = browser.stdio;
    this.#to = to as Writable;
    this.#to.on('error', () => undefined);
    (from as Readable).setEncoding('utf8').on('data', (piece: string) => this.#hear(piece));
    for (const event of ['error', 'exit']) {
      browser.once(event, (why: unknown) => this.#end(why instanceof Error ? why : new Error('it stopped')));
    }
  }

  /** Rejects where the browser refuses the command, or has ended. */
  send(method: string, params: object = {}, sessionId?: string): Promise<Result> {
    this.#last += 1;
    const id = this.#last;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#to.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  }

  /** Resolves when the browser tells of such an event the next time. */
  next(event: string): Promise<void> {
    return new Promise((resolve) => this.#events.set(event, resolve));
  }

  #hear(piece: string): void {
    const messages = (this.#rest + piece).split('\0');
    this.#rest = messages.pop() ?? '';
    for (const message of messages) {
      const { id, method, result, error } = JSON.parse(message) as {
        readonly id?: number;
        readonly method?: string;
        readonly result?: Result;
        readonly error?: { readonly message: string };
      };
      if (method !== undefined) this.#events.get(method)?.();
      const waiting = id === undefined ? undefined : this.#waiting.get(id);
      if (error !== undefined) waiting?.reject(new Error(error.message));
      else waiting?.resolve(result ?? {});
    }
  }

  #end(error: Error): void {
    for (const { reject } of this.#waiting.values()) reject(error);
  }
}
