import { existsSync, readFileSync, statSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { join } from 'node:path';
import { inferMimeType, PHPRequestHandler } from '@php-wasm/universal';
import type { Lasting } from '../journey/receiver-program.js';
import type { PhpFiles } from './php.js';
import { Php } from './php.js';

/** A site on a server with PHP, for a browser: what is below `/site` in the files, `.php` run and the rest sent as it is. */
export interface PhpSite {
  readonly url: string;
  readonly php: Php;
  /** Headers for every answer from now on, such as a content policy. */
  headers: Readonly<Record<string, string>>;
  /** What PHP has complained about so far, in its own words. */
  errors(): string;
}

/** A page that PHP could not finish is an error for the browser, whatever status it had begun with. */
const fatal = /PHP (Fatal|Parse) error/;

/**
 * Starts it on a free port; it is gone in the end. Files of `besides`, a folder of this machine, are sent as they are where
 * PHP has none of that name.
 */
export async function startPhpSite(test: Lasting, given: PhpFiles | Php, besides?: string): Promise<PhpSite> {
  const php = given instanceof Php ? given : await Php.start(given);
  const sockets = new Set<Socket>();
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // Another name of the same machine than the receiver's, so that it is another site as well as another origin.
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  const handler = new PHPRequestHandler({
    documentRoot: '/site',
    absoluteUrl: url,
    php: php.runtime,
    cookieStore: false,
  });
  let errors = '';
  const site: PhpSite = { url, php, headers: {}, errors: () => errors };
  // One PHP answers one request at a time.
  let turn: Promise<unknown> = Promise.resolve();
  server.on('request', (request, response) => {
    const { pathname } = new URL(request.url ?? '/', url);
    const file = besides === undefined ? '' : join(besides, decodeURIComponent(pathname));
    if (
      file !== '' &&
      !php.runtime.isFile(`/site${pathname}`) &&
      existsSync(file) &&
      statSync(file).isFile()
    ) {
      response
        .writeHead(200, { 'content-type': inferMimeType(file), ...site.headers })
        .end(readFileSync(file));
      return;
    }
    turn = turn.then(async () => {
      const answer = await handler
        .request({
          url: request.url ?? '/',
          method: (request.method ?? 'GET') as 'GET',
          headers: headersOf(request),
          body: await bodyOf(request),
        })
        .catch((error: Error) => error);
      if (answer instanceof Error) {
        errors += `${answer.message}\n`;
        response.writeHead(500).end();
        return;
      }
      errors += answer.errors;
      response.writeHead(fatal.test(answer.errors) ? 500 : answer.httpStatusCode, {
        ...answer.headers,
        ...site.headers,
      });
      response.end(answer.bytes);
    });
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  test.after(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  return site;
}

const headersOf = ({ headers }: IncomingMessage): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value].flat().join(', ')]));

async function bodyOf(request: IncomingMessage): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return new Uint8Array(Buffer.concat(parts));
}
