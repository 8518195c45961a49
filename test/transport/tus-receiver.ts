import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { TestContext } from 'node:test';
import type { Seen } from './misbehaving-receiver.js';
import { named, serve } from './misbehaving-receiver.js';

/** What a fault may do to a request; true where it has answered, so that the receiver does nothing more. */
export type Fault = (request: IncomingMessage, response: ServerResponse, receiver: TusReceiver) => boolean;

/** A small receiver of uploads in memory, and the faults that stand in front of it. */
export class TusReceiver {
  /** What has arrived, by the id the client made. */
  readonly files = new Map<string, { length: number; bytes: Buffer; metadata: string }>();
  readonly seen: Omit<Seen, 'body'>[] = [];
  base = '';
  /** Whether it says with a creation how much it has. */
  tellsOffset = false;
  /** Location of a new upload; relative to `api/uploads`. */
  location = (id: string) => `uploads/${id}`;
  readonly #faults: [method: string, fault: Fault][] = [];

  /** One fault for the next request of that method; several are taken in order. */
  next(method: string, ...faults: Fault[]): void {
    this.#faults.push(...faults.map((fault): [string, Fault] => [method, fault]));
  }

  methods(): string {
    return this.seen.map(({ method }) => method).join(' ');
  }

  async start(t: TestContext): Promise<this> {
    this.base = await serve(t, (request, response) => {
      this.seen.push(named(request));
      const index = this.#faults.findIndex(([method]) => method === request.method);
      const [fault] = index < 0 ? [] : this.#faults.splice(index, 1);
      if (fault?.[1](request, response, this)) return;
      this.answer(request, response);
    });
    return this;
  }

  answer(request: IncomingMessage, response: ServerResponse): void {
    const { method = '', headers } = request;
    if (headers['tus-resumable'] !== '1.0.0') return void response.writeHead(412).end();
    if (method === 'POST') return void this.#create(request, response);
    const id = (request.url ?? '').split('/').at(-1) ?? '';
    const file = this.files.get(id);
    if (file === undefined) return void response.writeHead(404).end();
    const offset = () => ({ 'Upload-Offset': String(file.bytes.length) });
    if (method === 'HEAD') return void response.writeHead(200, offset()).end();
    if (method === 'DELETE') {
      this.files.delete(id);
      return void response.writeHead(204).end();
    }
    if (headers['content-type'] !== 'application/offset+octet-stream')
      return void response.writeHead(415).end();
    if (Number(headers['upload-offset']) !== file.bytes.length) return void response.writeHead(409).end();
    // Each part is kept as it comes: what arrived before a line broke is not sent again.
    request.on('data', (part: Buffer) => {
      file.bytes = Buffer.concat([file.bytes, part]);
    });
    request.on('end', () => response.writeHead(204, offset()).end());
    request.on('error', () => undefined);
  }

  #create({ headers }: IncomingMessage, response: ServerResponse): void {
    const metadata = String(headers['upload-metadata']);
    const [, id = ''] = /^id (\S+?),/.exec(metadata) ?? [];
    const name = Buffer.from(id, 'base64').toString();
    if (!this.files.has(name))
      this.files.set(name, { length: Number(headers['upload-length']), bytes: Buffer.alloc(0), metadata });
    const offset = String(this.files.get(name)?.bytes.length);
    response.writeHead(201, {
      Location: this.location(name),
      ...(this.tellsOffset && { 'Upload-Offset': offset }),
    });
    response.end();
  }
}

export const status =
  (code: number, headers: Record<string, string> = {}): Fault =>
  (request, response) => {
    request.resume();
    request.on('end', () => response.writeHead(code, headers).end());
    return true;
  };

export const hangUp: Fault = (request) => {
  (request.socket as Socket).resetAndDestroy();
  return true;
};

/** Keeps so many bytes of the piece, or all where it has fewer, and breaks the line. */
export const breakAfter =
  (bytes: number): Fault =>
  (request, _response, receiver) => {
    const file = receiver.files.get((request.url ?? '').split('/').at(-1) ?? '');
    const breakLine = () => (request.socket as Socket).resetAndDestroy();
    let left = bytes;
    request.on('error', () => undefined);
    request.on('end', breakLine);
    request.on('data', (part: Buffer) => {
      if (file !== undefined) file.bytes = Buffer.concat([file.bytes, part.subarray(0, left)]);
      left = Math.max(0, left - part.length);
      if (left === 0) breakLine();
    });
    return true;
  };

/** Does as it is told, but nobody hears of it. */
export const loseAnswer: Fault = (request, response, receiver) => {
  response.writeHead = () => {
    (request.socket as Socket).resetAndDestroy();
    return response;
  };
  receiver.answer(request, response);
  return true;
};
