import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { securityHeaders } from '../../src/receiver/http/security-headers.js';
import { policyOfFrame } from './frame-policy.js';

/** A Storybook that is being served from a folder. */
export interface ServedStorybook {
  /** `http://127.0.0.1:` and a port, with a folder behind it and a slash at the end. */
  readonly address: string;
  close(): void;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
};

/**
 * Serves a static Storybook from a folder below the root of a server, since a designer may put it anywhere: every page
 * has the receiver's headers, and its policy with the exceptions of `frame-policy.ts`.
 */
export async function serveStorybook(folder: string): Promise<ServedStorybook> {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const path = pathname.startsWith(FOLDER) ? pathname.slice(FOLDER.length) : '..';
    const file = normalize(path === '' ? 'index.html' : decodeURIComponent(path));
    const content = file.startsWith('..')
      ? undefined
      : await readFile(join(folder, file)).catch(() => undefined);
    if (content === undefined) {
      response.writeHead(404, securityHeaders).end();
      return;
    }
    const isPage = extname(file) === '.html';
    response
      .writeHead(200, {
        ...securityHeaders,
        ...(isPage && { 'Content-Security-Policy': policyOfFrame(content.toString()) }),
        'Content-Type': types[extname(file)] ?? 'application/octet-stream',
        // Each page of each story asks for the same scripts.
        ...(!isPage && { 'Cache-Control': 'max-age=3600' }),
      })
      .end(content);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}${FOLDER}`,
    close: () => {
      server.close();
      // The browser keeps its lines open, and Node would wait for them.
      server.closeAllConnections();
    },
  };
}

const FOLDER = '/designers/kit/';
