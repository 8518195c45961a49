import type { Problem } from '../http/problem.js';
import { busy, tooMany } from '../http/problem.js';

/** What may lie here at most without belonging to a request. */
export interface UploadLimits {
  /** Bytes that have arrived. */
  readonly bytes: number;
  readonly files: number;
  /** The same of one client: room for several people behind one address, and never so much that others have none. */
  readonly clientBytes: number;
  readonly clientFiles: number;
}

export const usualLimits: UploadLimits = {
  bytes: 2_000_000_000,
  files: 10_000,
  clientBytes: 400_000_000,
  clientFiles: 200,
};

/** Seconds after which who was refused may ask again: as long as an upload lasts of which nothing arrives. */
const COME_BACK = 600;

interface WaitingFile {
  readonly client: string | undefined;
  bytes: number;
}

/** What one client has begun and no request has claimed. */
interface Share {
  readonly files: number;
  readonly bytes: number;
}

/**
 * Counts the files that belong to no request, in all and for each client, and says where it is too much. In memory
 * only: where somebody wrote from is nothing to keep, so after a restart what lies here belongs to nobody.
 */
export class WaitingFiles {
  readonly #limits: UploadLimits;
  readonly #files = new Map<string, WaitingFile>();
  /** Ids of those of which nothing has arrived, the oldest first. */
  readonly #empty = new Set<string>();
  readonly #shares = new Map<string, Share>();
  #bytes = 0;

  constructor(limits: UploadLimits) {
    this.#limits = limits;
  }

  /**
   * A client begins a file. Who only begins them keeps nobody out: where all places are taken, gives the oldest file of
   * which nothing has arrived and that is not `busy`, which has to make room.
   * @throws Problem `too-many` or `busy`
   */
  begin(id: string, client: string, isBusy: (id: string) => boolean): string | undefined {
    const { files, bytes, clientFiles, clientBytes } = this.#limits;
    const share = this.#shareOf(client);
    if (share.files >= clientFiles || share.bytes >= clientBytes) throw tooMany(COME_BACK);
    if (this.#bytes >= bytes) throw full();
    const displaced = this.#files.size < files ? undefined : this.#oldestEmpty(isBusy);
    if (displaced !== undefined) this.drop(displaced);
    this.add(id, client);
    return displaced;
  }

  /** One more file, younger than all others. `client` is undefined where nobody knows any more. */
  add(id: string, client: string | undefined): void {
    if (this.#files.has(id)) return;
    this.#files.set(id, { client, bytes: 0 });
    this.#empty.add(id);
    this.#change(client, 1, 0);
  }

  /** @throws Problem `too-many` or `busy` where so many more bytes of a file would be too much. */
  mustHold(id: string, more: number): void {
    const { bytes, clientBytes } = this.#limits;
    const client = this.#files.get(id)?.client;
    if (client !== undefined && this.#shareOf(client).bytes + more > clientBytes) throw tooMany(COME_BACK);
    if (this.#bytes + more > bytes) throw full();
  }

  /** More of a file has arrived. */
  grow(id: string, bytes: number): void {
    const file = this.#files.get(id);
    if (file === undefined || bytes === 0) return;
    file.bytes += bytes;
    this.#empty.delete(id);
    this.#change(file.client, 0, bytes);
  }

  /** A file is gone, or belongs to a request. */
  drop(id: string): void {
    const file = this.#files.get(id);
    if (file === undefined) return;
    this.#files.delete(id);
    this.#empty.delete(id);
    this.#change(file.client, -1, -file.bytes);
  }

  /** @throws Problem `busy` where there is none. */
  #oldestEmpty(isBusy: (id: string) => boolean): string {
    for (const id of this.#empty) if (!isBusy(id)) return id;
    throw full();
  }

  #shareOf(client: string): Share {
    return this.#shares.get(client) ?? { files: 0, bytes: 0 };
  }

  #change(client: string | undefined, files: number, bytes: number): void {
    this.#bytes += bytes;
    if (client === undefined) return;
    const share = this.#shareOf(client);
    if (share.files + files === 0) this.#shares.delete(client);
    else this.#shares.set(client, { files: share.files + files, bytes: share.bytes + bytes });
  }
}

function full(): Problem {
  return busy(COME_BACK, 'Too many files wait for their request.');
}
