import type { AuditTrail } from '../audit/audit-trail.js';
import type { HandledRequests } from '../handling/handled-requests.js';
import { Problem } from '../http/problem.js';
import type { StoredUpload, UploadStore } from '../storage/upload-store.js';
import type { Uploads } from '../uploads/uploads.js';
import type { World } from '../world.js';
import { instant } from '../world.js';
import type { Scanner } from './scanner.js';

/** Files that are looked up at once. */
const BATCH = 50;
/** Milliseconds after which a scanner that could not look at a file is asked again. */
const PAUSE = 30_000;

export interface ScanParts {
  readonly store: UploadStore;
  readonly uploads: Uploads;
  readonly scanner: Scanner;
  readonly requests: HandledRequests;
  readonly trail: AuditTrail;
  /** Milliseconds; for tests. */
  readonly pause?: number | undefined;
}

/**
 * Has the scanner look at every file that has arrived, one after the other. What it finds is told to the request; until it
 * has spoken, nobody gets the file.
 */
export class ScanQueue {
  readonly #parts: ScanParts;
  readonly #world: World;
  #running: Promise<void> | undefined;
  #isWoken = false;
  #isStopped = false;
  #isDown = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(parts: ScanParts, world: World) {
    this.#parts = parts;
    this.#world = world;
  }

  /** Whether the scanner could look at nothing the last time it was asked. */
  get isDown(): boolean {
    return this.#isDown;
  }

  /** Has files from before there was a scanner wait for it too, and begins. */
  async start(): Promise<void> {
    await this.#parts.store.awaitScan();
    this.wake();
  }

  /** There may be something to look at, or to tell. */
  wake(): void {
    this.#isWoken = true;
    if (this.#isStopped || this.#running !== undefined) return;
    clearTimeout(this.#timer);
    this.#running = this.#work().finally(() => {
      this.#running = undefined;
      if (this.#isWoken) this.wake();
    });
  }

  /** Waits for what is under way. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    await this.#running;
  }

  async #work(): Promise<void> {
    this.#isWoken = false;
    try {
      const isAllDone = await this.#scanAll();
      await this.#tellAll();
      if (!isAllDone) this.#later();
    } catch (error) {
      this.#world.print(`fault: files could not be scanned: ${nameOf(error)}`);
      this.#later();
    }
  }

  #later(): void {
    if (this.#isStopped) return;
    this.#timer = setTimeout(() => this.wake(), this.#parts.pause ?? PAUSE);
    this.#timer.unref();
  }

  /** Whether there is nothing left that waits. */
  async #scanAll(): Promise<boolean> {
    let [looked, failed] = [0, 0];
    for (let after = ''; !this.#isStopped; ) {
      const batch = await this.#parts.store.waitingForScan(after, BATCH);
      for (const upload of batch) {
        if (this.#isStopped) return false;
        after = upload.id;
        if (await this.#scan(upload)) looked += 1;
        else failed += 1;
      }
      if (batch.length < BATCH) break;
    }
    const isDown = failed > 0 && looked === 0;
    if (isDown !== this.#isDown)
      this.#world.print(isDown ? 'the scanner cannot be asked; files wait' : 'the scanner answers again');
    this.#isDown = isDown;
    return failed === 0;
  }

  async #scan({ id }: StoredUpload): Promise<boolean> {
    const { uploads, scanner, store } = this.#parts;
    const file = await uploads.whole(id);
    if (file === undefined) return true;
    try {
      const verdict = await scanner(file.pieces());
      const state = verdict === 'clean' ? 'clean' : 'found';
      await store.noteScan(id, 'waiting', state, instant(this.#world));
      return true;
    } catch {
      return false;
    }
  }

  async #tellAll(): Promise<void> {
    const { store } = this.#parts;
    for (const upload of await store.untold(BATCH)) {
      await this.#tell(upload);
      await store.noteScan(upload.id, 'found', 'infected', instant(this.#world));
    }
  }

  async #tell({ id, reference }: StoredUpload): Promise<void> {
    const { requests, trail } = this.#parts;
    if (reference === null) return;
    const audit = { by: 'receiver', action: 'infected', details: { file: id } } as const;
    try {
      await requests.change(reference, undefined, ({ events }) => {
        const isTold = events.some(({ happening }) => happening.kind === 'infected' && happening.file === id);
        return isTold ? undefined : { by: 'receiver', happening: { kind: 'infected', file: id }, audit };
      });
    } catch (error) {
      // A form that nobody handles by a process has no list of what has happened; the log has.
      if (!(error instanceof Problem) || error.code !== 'unknown-request') throw error;
      await trail.write({ ...audit, roles: [], reference });
    }
    this.#world.print('the scanner has found something harmful in a file; its request says which');
  }
}

function nameOf(error: unknown): string {
  const { code, name } = error as NodeJS.ErrnoException;
  return code ?? name;
}
