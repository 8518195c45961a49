import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalJson } from '../../../src/core/canonical-json.js';
import type { Program } from '../../cli/running-command.js';
import { startProgram } from '../../cli/running-command.js';
import type { Exported } from '../receiver-program.js';
import { until } from '../waiting.js';
import type { Draw } from './draw.js';
import { RowCounter } from './row-counter.js';
import type { Held } from './tally.js';

/** What the receivers of one fault stand on. */
export interface Ground {
  /** A folder of their own, which nobody else uses. */
  readonly folder: string;
  /** How many processes. */
  readonly count: number;
  /** An empty database of PostgreSQL, where it is not a file. */
  readonly postgresql?: {
    readonly url: string;
    query(sql: string): Promise<readonly object[]>;
    /** Ends the server at once, as a power cut does, and starts it again. */
    stop(): Promise<void>;
  };
  /** Environment of the processes, besides. */
  readonly settings?: Record<string, string>;
}

export const sha256 = (bytes: string | Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');

/** Receivers, each a process of its own, on one folder and one database. */
export class Receivers {
  readonly #ground: Ground;
  readonly #draw: Draw;
  readonly #dataDir: string;
  readonly #environment: Record<string, string>;
  readonly #programs: (Program | undefined)[] = [];
  readonly #urls: string[] = [];
  readonly #starting = new Map<number, Promise<void>>();
  #counter: RowCounter | undefined;
  #stopping: Promise<void> | undefined;
  /** How many want the disk to be full. */
  #filling = 0;
  #isClosed = false;

  constructor(ground: Ground, form: { readonly id: string }, draw: Draw) {
    this.#ground = ground;
    this.#draw = draw;
    this.#dataDir = join(ground.folder, 'data');
    this.#environment = {
      PORT: '0',
      HOST: '127.0.0.1',
      TAAFI_DATA: this.#dataDir,
      ...(ground.postgresql && { TAAFI_DATABASE_URL: ground.postgresql.url }),
    };
    mkdirSync(join(this.#dataDir, 'forms'), { recursive: true });
    writeFileSync(join(this.#dataDir, 'forms', `${form.id}.json`), JSON.stringify(form));
  }

  async start(): Promise<void> {
    // One after the other: the first makes tables and keys.
    for (let index = 0; index < this.#ground.count; index += 1) await this.#start(index);
  }

  /** Address of one of them; of one that is just down too, as a proxy would give it that has not noticed. */
  url(): string {
    return this.#urls[this.#draw.from(0, this.#urls.length - 1)] ?? '';
  }

  /** Kills one at once, whatever it is doing, and starts it again. */
  async kill(): Promise<void> {
    const index = this.#draw.from(0, this.#urls.length - 1);
    const program = this.#programs[index];
    if (program === undefined || this.#isClosed) return this.#starting.get(index);
    this.#programs[index] = undefined;
    program.child.kill('SIGKILL');
    await program.ended;
    if (!this.#isClosed) await this.#start(index);
  }

  async stopDatabase(): Promise<void> {
    this.#stopping ??= this.#ground.postgresql?.stop().finally(() => {
      this.#stopping = undefined;
    });
    await this.#stopping;
  }

  /** Its clock goes wrong, or right again. */
  moveClock(): void {
    for (const program of this.#programs) program?.child.kill('SIGUSR2');
  }

  /** Takes all room in the folder but so many bytes, until everybody has given it back. */
  fillDisk(left: number): void {
    this.#filling += 1;
    const { bavail, bsize } = statfsSync(this.#ground.folder);
    const bytes = Math.max(0, bavail * bsize - left);
    try {
      writeFileSync(join(this.#ground.folder, `filling-${this.#filling}`), Buffer.alloc(bytes, 1));
    } catch (error) {
      // There was less room than that already.
      assert.equal((error as NodeJS.ErrnoException).code, 'ENOSPC');
    }
  }

  emptyDisk(): void {
    this.#filling -= 1;
    if (this.#filling > 0) return;
    for (let index = 1; index < 100; index += 1)
      rmSync(join(this.#ground.folder, `filling-${index}`), { force: true });
  }

  /** Whether something is committed under one of these keys, read past the receivers from their database. */
  async isCommitted(keys: readonly string[]): Promise<boolean> {
    const hashes = keys.map((key) => `'${sha256(key.replaceAll('"', ''))}'`).join(', ');
    const sql = `select key_hash from idempotency_key where key_hash in (${hashes || "''"})`;
    const { postgresql } = this.#ground;
    if (postgresql !== undefined)
      return until(() => postgresql.query(sql).catch(() => undefined), 'PostgreSQL answers').then(
        ({ length }) => length > 0,
      );
    for (;;) {
      this.#counter ??= new RowCounter(join(this.#dataDir, 'taafi.db'));
      const counter = this.#counter;
      const count = await counter.count(sql);
      if (count !== undefined) return count > 0;
      if (this.#isClosed) return false;
      if (this.#counter === counter) this.#counter = undefined;
    }
  }

  /** Every request there is, as `taafi export` gives it; the name is the mark. */
  async held(): Promise<readonly Held[]> {
    const folder = join(this.#ground.folder, 'exported');
    const { code, text } = await this.#ran('export', '--files', folder);
    assert.equal(code, 0, text);
    return (JSON.parse(text) as Exported[]).map(({ reference, answers, files }) => {
      const { papers: _, ...rest } = answers;
      return {
        mark: String(answers.fullName),
        reference,
        answers: sha256(canonicalJson(rest)),
        files: files.map(({ path }) => sha256(readFileSync(path))).sort(),
      };
    });
  }

  /** What `taafi verify --stored` says where not every record and the chain of them is whole. */
  async brokenChain(): Promise<string | undefined> {
    const { code, text } = await this.#ran('verify', '--stored', '--language', 'en');
    return code === 0 ? undefined : text;
  }

  /** Waits until all that were killed are there again. */
  async settled(): Promise<void> {
    while (this.#starting.size > 0 || this.#stopping !== undefined)
      await Promise.all([...this.#starting.values(), this.#stopping]);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#counter?.close();
    await Promise.all([...this.#starting.values(), this.#stopping]);
    for (const program of this.#programs) program?.child.kill('SIGKILL');
    await Promise.all(this.#programs.map((program) => program?.ended));
  }

  /** For the end of this process, which waits for nothing. */
  killAll(): void {
    this.#isClosed = true;
    this.#counter?.close();
    for (const program of this.#programs) program?.child.kill('SIGKILL');
  }

  /** A command, as a program of its own. */
  async #ran(...args: readonly string[]): Promise<{ code: number | null; text: string }> {
    const program = startProgram(args, this.#environment);
    return { code: await program.ended, text: program.written() };
  }

  #start(index: number): Promise<void> {
    const starting = this.#begin(index).finally(() => this.#starting.delete(index));
    this.#starting.set(index, starting);
    return starting;
  }

  async #begin(index: number): Promise<void> {
    const program = startProgram(['serve'], { ...this.#environment, ...this.#ground.settings });
    const [, url = ''] = await program.until(/(http:\/\/127\.0\.0\.1:\d+)\n/);
    this.#programs[index] = program;
    this.#urls[index] = url;
    if (this.#isClosed) program.child.kill('SIGKILL');
  }
}
