import type { HttpAnswer } from './exchange.js';
import { exchange } from './exchange.js';
import { failureOf } from './failure.js';
import { mustBeKey } from './key.js';
import { Retries } from './retries.js';
import type { UploadOptions } from './transport.js';
import { SendError } from './transport.js';
import type { Line } from './world.js';

/** Bytes. Smaller pieces would be more headers than file. */
const SMALLEST_PIECE = 32_000;
/** Milliseconds that a piece should take: often enough to see it move, seldom enough not to wait for answers. */
const PIECE_TIME = 2_000;

const version = { 'Tus-Resumable': '1.0.0' };

/** One file on its way by tus 1.0.0 (https://tus.io/protocols/resumable-upload): core, creation and termination. */
export class Upload {
  readonly #line: Line;
  readonly #endpoint: string;
  readonly #file: Blob;
  readonly #metadata: string;
  readonly #options: UploadOptions;
  readonly #retries: Retries;
  /** Where the receiver keeps the file; undefined until it is created there. */
  #url: string | undefined;
  /** How many bytes the receiver has; undefined where it must be asked. */
  #offset: number | undefined;
  #furthest = 0;
  #pieceSize: number;

  /**
   * @param endpoint where uploads are created.
   * @throws RangeError for an id that is not from `randomKey`.
   */
  constructor(
    line: Line,
    endpoint: string,
    file: Blob,
    about: { readonly id: string; readonly name: string },
    options: UploadOptions,
  ) {
    mustBeKey(about.id);
    this.#line = line;
    this.#endpoint = endpoint;
    this.#file = file;
    this.#metadata = `id ${base64(about.id)},filename ${base64(about.name)}`;
    this.#options = options;
    this.#retries = new Retries(line, options);
    this.#pieceSize = line.firstPiece;
  }

  /**
   * Sends what the receiver does not have yet, and on an abort asks it to forget the rest.
   * @throws SendError
   */
  async run(): Promise<void> {
    try {
      await this.#sendAll();
    } catch (error) {
      if (this.#options.signal.aborted) this.#forget();
      throw error;
    }
  }

  async #sendAll(): Promise<void> {
    for (;;) {
      try {
        return await this.#sendRest();
      } catch (error) {
        // How much of the last piece arrived, only the receiver knows.
        this.#offset = undefined;
        this.#pieceSize = Math.max(SMALLEST_PIECE, this.#pieceSize / 2);
        await this.#retries.afterFailure(error);
      }
    }
  }

  async #sendRest(): Promise<void> {
    this.#url ??= await this.#create();
    this.#offset ??= await this.#askOffset(this.#url);
    this.#tellProgress(this.#offset);
    while (this.#offset < this.#file.size) {
      this.#offset = await this.#sendPiece(this.#url, this.#offset);
      this.#tellProgress(this.#offset);
    }
  }

  /** The id makes it the same upload however often it is created. */
  async #create(): Promise<string> {
    const answer = await this.#ask('POST', this.#endpoint, {
      'Upload-Length': String(this.#file.size),
      'Upload-Metadata': this.#metadata,
    });
    const url = answer.status === 201 ? locationIn(answer) : undefined;
    if (url === undefined) throw this.#failure(answer);
    // A receiver may say at once how much it has, which saves asking. Only the answer to HEAD means that all is well.
    const offset = offsetIn(answer) ?? this.#file.size;
    if (offset < this.#file.size) this.#offset = offset;
    return url;
  }

  async #askOffset(url: string): Promise<number> {
    const answer = await this.#ask('HEAD', url);
    const offset = answer.status < 300 ? offsetIn(answer) : undefined;
    if (offset === undefined || offset > this.#file.size) throw this.#failure(answer);
    return offset;
  }

  async #sendPiece(url: string, from: number): Promise<number> {
    const piece = await this.#read(from);
    const start = this.#line.now();
    const headers = { 'Upload-Offset': String(from), 'Content-Type': 'application/offset+octet-stream' };
    const answer = await this.#ask('PATCH', url, headers, piece);
    const offset = answer.status === 204 ? offsetIn(answer) : undefined;
    if (offset === undefined || offset <= from || offset > from + piece.byteLength)
      throw this.#failure(answer);
    const perMillisecond = (offset - from) / Math.max(1, this.#line.now() - start);
    const wanted = Math.max(SMALLEST_PIECE, perMillisecond * PIECE_TIME);
    this.#pieceSize = Math.min(this.#line.largestPiece, wanted);
    return offset;
  }

  /**
   * A piece in memory: `fetch` cannot say whether it was the network that failed or the file, and phones do let go of
   * files that came from another app.
   */
  async #read(from: number): Promise<ArrayBuffer> {
    try {
      return await this.#file.slice(from, from + Math.round(this.#pieceSize)).arrayBuffer();
    } catch (cause) {
      throw new SendError('unreadable', { cause });
    }
  }

  #ask(
    method: string,
    url: string,
    headers?: Record<string, string>,
    body?: ArrayBuffer,
  ): Promise<HttpAnswer> {
    // With `no-store` Chromium also forgets that a page of another origin may do this, and asks before each piece.
    const cache = method === 'HEAD' ? 'no-store' : 'default';
    const request = { method, headers: { ...version, ...headers }, body: body ?? null, cache } as const;
    return exchange(this.#line, url, request, this.#options.signal);
  }

  #failure(answer: HttpAnswer): SendError {
    const { status } = answer;
    if (status === 415) return new SendError('file-type', { status });
    if ((status === 404 || status === 410) && this.#url !== undefined) {
      // The receiver lost it or let it go, and it can be created again.
      this.#url = undefined;
      return new SendError('unexpected', { status });
    }
    return failureOf(answer, this.#line.now());
  }

  #tellProgress(offset: number): void {
    if (offset <= this.#furthest) return;
    this.#furthest = offset;
    this.#retries.reset();
    this.#options.onProgress?.(offset);
  }

  /** Nobody waits for it, and it may outlive the page: what is not forgotten now is in a day. */
  #forget(): void {
    if (this.#url === undefined) return;
    const request = { method: 'DELETE', headers: version, keepalive: true };
    exchange(this.#line, this.#url, request, new AbortController().signal).catch(() => undefined);
  }
}

function offsetIn({ headers }: HttpAnswer): number | undefined {
  const offset = headers.get('Upload-Offset');
  return offset !== null && /^\d+$/.test(offset) ? Number(offset) : undefined;
}

/** Where an upload was created. A person's papers go nowhere but to the origin that the page named. */
function locationIn({ headers, url }: HttpAnswer): string | undefined {
  const location = headers.get('Location');
  if (location === null) return undefined;
  try {
    const created = new URL(location, url);
    return created.origin === new URL(url).origin ? created.href : undefined;
  } catch {
    return undefined;
  }
}

/** A text's UTF-8 bytes in base64, as tus writes its metadata. */
function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
