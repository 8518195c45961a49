import type { IncomingMessage } from 'node:http';
import { request as ask } from 'node:http';
import type { Socket } from 'node:net';
import type { Mischief } from '../unreliable-line.js';
import { answer, handOn } from '../unreliable-line.js';

export const submission = /^POST \/api\/submissions/;
export const piece = /^PATCH \/api\/uploads\//;
export const upload = /^(POST|HEAD|PATCH) \/api\/uploads/;
export const anything = /^[A-Z]+ \/api\//;

/** A problem document, as the receiver or something before it writes it. */
export function problem(status: number, code: string, retryAfter?: number): Mischief {
  const body = JSON.stringify({ type: `urn:taafi-kit:problem:${code}`, status });
  const headers = retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) };
  return answer(status, 'application/problem+json', body, headers as Record<string, string>);
}

export const gateway = (status: number): Mischief => answer(status, 'text/html', `<h1>${status}</h1>`);
export const signInPage = answer(
  200,
  'text/html; charset=utf-8',
  '<!doctype html><p>Welcome to our hotel</p>',
);

/** The receiver does as it is asked, and its answer never arrives. */
export const loseAnswer: Mischief = (request, _response, receiver) => {
  const onward = sent(request, receiver);
  onward.on('response', (real) =>
    real
      .resume()
      .on('end', () => reset(request))
      .on('error', () => reset(request)),
  );
  onward.on('error', () => reset(request));
  request.pipe(onward);
};

/** The receiver does as it is asked; of its answer the headers arrive, and this share of its body. */
export const cutAfterHeaders =
  (share: number): Mischief =>
  (request, response, receiver) => {
    const onward = sent(request, receiver);
    onward.on('error', () => reset(request));
    onward.on('response', async (real) => {
      const parts: Buffer[] = [];
      for await (const part of real) parts.push(part as Buffer);
      const body = Buffer.concat(parts);
      const { 'transfer-encoding': _, ...headers } = real.headers;
      response.writeHead(real.statusCode ?? 502, { ...headers, 'content-length': body.length });
      response.flushHeaders();
      const part = body.subarray(0, Math.floor(body.length * share));
      if (part.length === 0) setImmediate(() => reset(request));
      else response.write(part, () => reset(request));
    });
    request.pipe(onward);
  };

/** Breaks a file off, on both sides, where this share of it has arrived; so many times, and then no more. */
export function resetAt(share: number, size: number, times: number): Mischief {
  const cut = Math.max(1, Math.round(share * size));
  let left = times;
  return (request, response, receiver) => {
    const from = Number(request.headers['upload-offset']);
    const length = Number(request.headers['content-length']);
    if (left === 0 || cut < from || cut >= from + length) return handOn(request, response, receiver);
    left -= 1;
    const onward = sent(request, receiver);
    onward.on('error', () => undefined);
    const end = () => {
      onward.destroy();
      reset(request);
    };
    let room = cut - from;
    request.on('data', (part: Buffer) => {
      if (room < 0) return;
      const isLast = part.length >= room;
      if (isLast && room === 0) end();
      else onward.write(part.subarray(0, room), isLast ? end : undefined);
      room = isLast ? -1 : room - part.length;
    });
  };
}

/** The receiver gets the same request several times at once, each on a line of its own, and the page hears nothing. */
export function atOnce(copies: number, milliseconds: number): Mischief {
  return (request, _response, receiver) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      for (let copy = 0; copy < copies; copy += 1) {
        const onward = sent(request, receiver);
        onward.on('response', (real) => real.resume()).on('error', () => undefined);
        onward.end(Buffer.concat(parts));
      }
      setTimeout(() => reset(request), milliseconds);
    });
  };
}

/** The page hears nothing, and the receiver gets the request only later. */
export const arriveLater =
  (milliseconds: number): Mischief =>
  (request, _response, receiver) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      reset(request);
      setTimeout(() => {
        const onward = sent(request, receiver);
        onward.on('response', (real) => real.resume()).on('error', () => undefined);
        onward.end(Buffer.concat(parts));
      }, milliseconds);
    });
  };

/** Hands a request on, and lets something happen so many milliseconds later. */
export const meanwhile =
  (milliseconds: number, happens: () => void, mischief = handOn): Mischief =>
  (request, response, receiver) => {
    mischief(request, response, receiver);
    setTimeout(happens, milliseconds);
  };

function sent(request: IncomingMessage, receiver: string) {
  return ask(`${receiver}${request.url}`, { method: request.method ?? 'GET', headers: request.headers });
}

function reset(request: IncomingMessage): void {
  (request.socket as Socket).resetAndDestroy();
}
