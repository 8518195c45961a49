import type { ChildProcessByStdio } from 'node:child_process';
import { spawn } from 'node:child_process';
import type { Interface } from 'node:readline';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('./committed.js', import.meta.url));

/** Counts rows in a file of SQLite that receivers write to, each time as it is at that moment. */
export class RowCounter {
  readonly #child: ChildProcessByStdio<Writable, Readable, null>;
  readonly #lines: Interface;
  readonly #waiting: ((count: number | undefined) => void)[] = [];

  constructor(path: string) {
    this.#child = spawn(process.execPath, [program, path], { stdio: ['pipe', 'pipe', 'inherit'] });
    this.#child.stdin.on('error', () => undefined);
    this.#lines = createInterface({ input: this.#child.stdout });
    this.#lines.on('line', (line) => this.#waiting.shift()?.(Number(line)));
    this.#lines.on('close', () => {
      for (const answer of this.#waiting.splice(0)) answer(undefined);
    });
  }

  /** Undefined where the program is gone. */
  count(sql: string): Promise<number | undefined> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return Promise.resolve(undefined);
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      this.#child.stdin.write(`${sql}\n`);
    });
  }

  close(): void {
    this.#child.kill('SIGKILL');
  }
}
