import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { notFoundPage } from '../pages/not-found.js';
import { busy, Problem } from './problem.js';
import { noteRefusal } from './refusals.js';
import { secure, securityHeaders } from './security-headers.js';

/** A browser that is still sending reads no answer: up to so much is read away before a refusal. */
const READ_AWAY = { bytes: 16_000_000, milliseconds: 10_000 };

/** What libsql and the file system say when the disk is full or failing: the same may well succeed later. */
const passing = /^(SQLITE_(FULL|BUSY|LOCKED|IOERR|CANTOPEN|READONLY)|ENOSPC|EDQUOT|EMFILE|ENFILE|EIO|EROFS)/;

/**
 * What PostgreSQL says, or the line to it: it is away or starting, has no connection or no room left, was too slow, gave way to another
 * transaction too often, or only reads as long as it moves to another machine.
 */
const passingAtDatabase = /^PG_(AWAY|08|25006|40|53|55P03|57|58)/;

/** Answers every error as problem+json, Fastify's own too. Faults of the receiver are told to `print`. */
export function answerErrors(app: FastifyInstance, print: (line: string) => void): void {
  app.setNotFoundHandler(() => {
    throw new Problem('not-found');
  });
  app.setErrorHandler((error, request, reply) => sendProblem(error, request, reply, print));
}

/**
 * For errors that come before any route is found, such as an address that is no address. Fastify does not know there what a
 * proxy says.
 */
export function frameworkErrors(
  trustProxy: boolean,
): (error: Error, request: FastifyRequest, reply: FastifyReply) => void {
  return (error, { headers }, reply) => {
    const problem = problemFrom(error);
    const scheme = String(headers['x-forwarded-proto'] ?? '')
      .split(',')
      .at(-1)
      ?.trim();
    secure(reply, trustProxy && scheme === 'https');
    reply.code(problem.status).headers(problem.headers);
    reply.type('application/problem+json').send(JSON.stringify(problem));
  };
}

/**
 * For what Node refuses before Fastify sees it: broken or endless headers, requests that never end.
 * @param refused is told of what came and was no request; a line over which nothing comes is no refusal.
 */
export function clientErrors(
  refused: (problem: Problem) => void,
): (error: NodeJS.ErrnoException, socket: Socket) => void {
  return (error, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy();
      return;
    }
    const problem = noRequest(error);
    if (problem.code !== 'timeout') refused(problem);
    const body = JSON.stringify(problem);
    const headers = {
      ...securityHeaders,
      'Content-Type': 'application/problem+json',
      'Content-Length': Buffer.byteLength(body),
      Connection: 'close',
    };
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.end(`HTTP/1.1 ${problem.status} ${problem.code}\r\n${lines.join('')}\r\n${body}`);
  };
}

function noRequest({ code }: NodeJS.ErrnoException): Problem {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return new Problem('timeout');
  return new Problem(code === 'HPE_HEADER_OVERFLOW' ? 'headers-too-large' : 'malformed');
}

async function sendProblem(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  print: (line: string) => void,
): Promise<FastifyReply> {
  const problem = problemFrom(error);
  noteRefusal(request, problem.code);
  if (problem.status >= 500) print(traceOf(error));
  const isReadAway = await readAway(request.raw);
  // Fastify would close the connection under a client that is still sending, who then reads no answer.
  if (!isReadAway) reply.header('Connection', 'close');
  else if (reply.hasHeader('Connection')) reply.header('Connection', 'keep-alive');
  reply.code(problem.status).headers(problem.headers).header('Cache-Control', 'no-store');
  if (problem.code === 'not-found' && isOpenedByPerson(request))
    return reply.type('text/html; charset=utf-8').send(notFoundPage);
  return reply.type('application/problem+json').send(JSON.stringify(problem));
}

/** Whether a browser asks for a page to show; scripts and other programs do not name HTML. */
function isOpenedByPerson({ method, url, headers }: FastifyRequest): boolean {
  return method === 'GET' && !url.startsWith('/api/') && /\btext\/html\b/.test(headers.accept ?? '');
}

function problemFrom(error: unknown): Problem {
  if (error instanceof Problem) return error;
  // Whatever was thrown, these two members are all that is looked at.
  const { code = '', statusCode = 500 } = (error ?? {}) as { code?: unknown; statusCode?: unknown };
  // Nobody is left to read this one.
  if (code === 'ECONNRESET' || code === 'ERR_STREAM_PREMATURE_CLOSE') return new Problem('timeout');
  if (typeof code === 'string' && passing.test(code)) return busy(30);
  if (typeof code === 'string' && passingAtDatabase.test(code)) return busy(5);
  if (statusCode === 404) return new Problem('not-found');
  if (statusCode === 413) return new Problem('too-large');
  if (statusCode === 415) return new Problem('media-type');
  if (typeof statusCode === 'number' && statusCode < 500) return new Problem('malformed');
  return new Problem('internal');
}

/** Where a fault happened, without its message: messages quote what they stumbled over. */
function traceOf(error: unknown): string {
  if (error instanceof Problem || !(error instanceof Error))
    return `fault: ${String(Object(error).code ?? 'unknown')}`;
  const { code = '' } = error as NodeJS.ErrnoException;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [`fault: ${error.name} ${code}`.trimEnd(), ...frames.slice(0, 8)].join('\n');
}

/** Reads what is still being sent and forgets it; false where it is too much or takes too long. */
function readAway(request: IncomingMessage): Promise<boolean> {
  if (request.complete || request.destroyed) return Promise.resolve(true);
  return new Promise((resolve) => {
    let bytes = 0;
    const end = (all: boolean) => {
      clearTimeout(timer);
      request.off('data', onData).off('end', onEnd).off('close', onEnd);
      resolve(all);
    };
    const onData = (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > READ_AWAY.bytes) end(false);
    };
    const onEnd = () => end(true);
    const timer = setTimeout(end, READ_AWAY.milliseconds, false);
    request.on('data', onData).on('end', onEnd).on('close', onEnd).resume();
  });
}
