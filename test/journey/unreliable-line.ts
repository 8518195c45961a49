import type { IncomingMessage, ServerResponse } from 'node:http';
import { request as ask, createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Lasting } from './receiver-program.js';

/** What the line does to one request, instead of handing it on. */
export type Mischief = (request: IncomingMessage, response: ServerResponse, receiver: string) => void;

interface Seen {
  readonly name: string;
  readonly key: string | undefined;
  status?: number;
}

/** A line between page and receiver that does as it is told, and hands on everything else. */
export interface UnreliableLine {
  readonly url: string;
  /** Method, path and key of every request that came, and the status it was answered with, whole or not. */
  readonly seen: Seen[];
  /** Does one mischief after the other to the next requests whose `METHOD /path` matches. */
  disturb(pattern: RegExp, ...mischiefs: Mischief[]): void;
  /** Hands on everything from now on. */
  behave(): void;
}

/** @param receiver its address, or what gives one for each request: of several, or of one that comes back elsewhere. */
export async function startUnreliableLine(
  test: Lasting,
  receiver: string | (() => string),
): Promise<UnreliableLine> {
  const sockets = new Set<Socket>();
  const seen: Seen[] = [];
  let plans: { pattern: RegExp; mischiefs: Mischief[] }[] = [];
  const server = createServer((request, response) => {
    const name = `${request.method} ${request.url}`;
    const came: Seen = { name, key: request.headers['idempotency-key'] as string | undefined };
    seen.push(came);
    response.once('close', () => {
      if (response.headersSent) came.status = response.statusCode;
    });
    const mischief = plans
      .find(({ pattern, mischiefs }) => pattern.test(name) && mischiefs.length > 0)
      ?.mischiefs.shift();
    (mischief ?? handOn)(request, response, typeof receiver === 'string' ? receiver : receiver());
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  test.after(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    disturb: (pattern, ...mischiefs) => plans.push({ pattern, mischiefs }),
    behave: () => {
      plans = [];
    },
  };
}

/** The receiver's own answer. */
export const handOn: Mischief = (request, response, receiver) => {
  const onward = ask(`${receiver}${request.url}`, {
    method: request.method ?? 'GET',
    headers: request.headers,
  });
  onward.on('response', (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  onward.on('error', () => response.destroy());
  request.pipe(onward);
};

/** Nobody is there. */
export const hangUp: Mischief = (request) => {
  (request.socket as Socket).resetAndDestroy();
};

/** Nothing ever comes. */
export const fallSilent: Mischief = (request) => {
  request.resume();
};

/** An answer that is not the receiver's. */
export const answer =
  (status: number, type: string, body: string, headers: Record<string, string> = {}): Mischief =>
  (request, response) => {
    request
      .resume()
      .on('end', () => response.writeHead(status, { 'Content-Type': type, ...headers }).end(body));
  };

/** Takes a few bytes of a file and breaks off on both sides. */
export const breakOff =
  (bytes: number): Mischief =>
  (request, _response, receiver) => {
    const onward = ask(`${receiver}${request.url}`, {
      method: request.method ?? 'GET',
      headers: request.headers,
    });
    onward.on('error', () => undefined);
    let sent = 0;
    request.on('data', (piece: Buffer) => {
      const part = piece.subarray(0, Math.max(0, bytes - sent));
      sent += part.length;
      onward.write(part, () => {
        if (sent < bytes) return;
        onward.destroy();
        (request.socket as Socket).resetAndDestroy();
      });
    });
  };

/** The receiver does as it is asked, and of its answer only half arrives. */
export const cutAnswer: Mischief = (request, response, receiver) => {
  const onward = ask(`${receiver}${request.url}`, {
    method: request.method ?? 'GET',
    headers: request.headers,
  });
  onward.on('response', async (real) => {
    const parts: Buffer[] = [];
    for await (const part of real) parts.push(part as Buffer);
    const body = Buffer.concat(parts);
    response.writeHead(real.statusCode ?? 502, real.headers);
    response.write(body.subarray(0, body.length / 2), () => response.destroy());
  });
  request.pipe(onward);
};

/** Hands a request on only once it is let go. */
export function held(): { readonly mischief: Mischief; readonly came: Promise<void>; letGo(): void } {
  let letGo = () => undefined as undefined;
  let tellCame = () => undefined as undefined;
  const gone = new Promise<void>((resolve) => {
    letGo = () => void resolve() as undefined;
  });
  const came = new Promise<void>((resolve) => {
    tellCame = () => void resolve() as undefined;
  });
  const mischief: Mischief = (request, response, receiver) => {
    tellCame();
    void gone.then(() => handOn(request, response, receiver));
  };
  return { mischief, came, letGo: () => void letGo() };
}
