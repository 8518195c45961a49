import { readFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { TestContext } from 'node:test';

/** Another site: pages by their paths, and all that was posted to it. */
export interface Site {
  readonly url: string;
  readonly posted: { readonly type: string; readonly body: Buffer }[];
  readonly pages: Map<string, string>;
}

/** Starts it on a free port; it is gone after the test. */
export async function startSite(test: TestContext): Promise<Site> {
  const pages = new Map<string, string>();
  const posted: { type: string; body: Buffer }[] = [];
  const sockets = new Set<Socket>();
  const script = readFileSync(new URL('../../taafi.js', import.meta.url));
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://site');
    if (request.method === 'POST') {
      posted.push({ type: request.headers['content-type'] ?? '', body: await bodyOf(request) });
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end('<title>thanks</title>');
    } else if (pathname === '/taafi.js') {
      response.writeHead(200, { 'Content-Type': 'text/javascript; charset=utf-8' }).end(script);
    } else {
      const page = pages.get(pathname);
      const type = pathname.endsWith('.json') ? 'application/json' : 'text/html; charset=utf-8';
      response.writeHead(page === undefined ? 404 : 200, { 'Content-Type': type }).end(page);
    }
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  test.after(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  // Another name of the same machine, so that it is another site as well as another origin.
  return { url: `http://localhost:${(server.address() as AddressInfo).port}`, posted, pages };
}

/** A page of it. */
export const document = (body: string, style = '') =>
  `<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>موقع الشريك</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><style>${style}</style></head><body>${body}</body></html>`;

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
