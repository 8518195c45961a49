import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { TestContext } from 'node:test';
import { setTimeout as later } from 'node:timers/promises';
import type { Receipt, Submission } from '../../src/transport/transport.js';
import type { World } from '../../src/transport/world.js';

/** What one request asked for, as it arrived. */
export interface Seen {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** How a server answers one request whose body it has read. */
export type Behaviour = (response: ServerResponse, seen: Seen) => void;

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** A real server on a free port, gone when the test is over. Gives its address. */
export async function serve(t: TestContext, handler: Handler): Promise<string> {
  const server = createServer(handler);
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A server that shows each request the next behaviour, and the last one from then on. */
export async function misbehave(
  t: TestContext,
  ...behaviours: Behaviour[]
): Promise<{ base: string; seen: Seen[] }> {
  const seen: Seen[] = [];
  const base = await serve(t, async (request, response) => {
    const one = { ...named(request), body: await bodyOf(request) };
    seen.push(one);
    (behaviours[seen.length - 1] ?? behaviours.at(-1))?.(response, one);
  });
  return { base, seen };
}

export function named({ method = '', url = '', headers }: IncomingMessage): Omit<Seen, 'body'> {
  return { method, url, headers };
}

export async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** An address where nobody listens. */
export async function nobody(t: TestContext): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  t.diagnostic(`nobody listens on ${port}`);
  return `http://127.0.0.1:${port}`;
}

export const silence: Behaviour = () => undefined;

export const reset: Behaviour = (response) => {
  (response.socket as Socket | null)?.resetAndDestroy();
};

export const html =
  (status: number): Behaviour =>
  (response) => {
    response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8' });
    response.end('<!doctype html><title>Sign in</title><p>Welcome to our hotel.</p>');
  };

export const json =
  (status: number, body: unknown, headers: Record<string, string> = {}): Behaviour =>
  (response) => {
    response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };

export const problem = (
  status: number,
  code: string,
  more: Record<string, unknown> = {},
  headers: Record<string, string> = {},
): Behaviour =>
  json(
    status,
    { type: `urn:taafi-kit:problem:${code}`, title: code, status, ...more },
    { 'Content-Type': 'application/problem+json', ...headers },
  );

/** Says how long the body is, sends half of it, and hangs up. */
export const cutOff =
  (status: number, body: unknown): Behaviour =>
  (response) => {
    const text = JSON.stringify(body);
    response.writeHead(status, { 'Content-Type': 'application/json', 'Content-Length': String(text.length) });
    response.write(text.slice(0, text.length / 2), () => later(5).then(() => response.destroy()));
  };

export const key = 'AbCdEfGhIjKlMnOpQrSt_-';

export const submission: Submission = {
  form: { id: 'support-request', version: '1.0.0', sha256: 'a'.repeat(64) },
  language: 'ar',
  answers: { fullName: 'نورة', dependants: [{ name: 'سعد' }] },
  consents: [{ path: 'consentHandling', language: 'ar', at: '2026-11-22T18:03:11.000Z' }],
};

export const receipt: Receipt = {
  reference: '48291730561249',
  receivedAt: '2026-11-22T18:03:12.000Z',
  notBefore: '2026-12-01',
  form: submission.form,
  answersSha256: 'b'.repeat(64),
};

/** A world in which waiting takes no time; `waits` is how long it would have been, in milliseconds. */
export function hastyWorld(more: Partial<World> = {}): Partial<World> & { readonly waits: number[] } {
  const waits: number[] = [];
  return {
    waits,
    wait: async (milliseconds) => {
      waits.push(milliseconds);
    },
    random: () => 0.5,
    ...more,
  };
}

/** A world in which a wait lasts until it is cancelled. */
export function endlessWorld(): Partial<World> {
  return { wait: () => new Promise(() => undefined) };
}

/** How many timers keep this process alive. */
export function timers(): number {
  return process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
}
