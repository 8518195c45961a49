import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import type { TestContext } from 'node:test';

/** The site of somebody who embeds a form: a folder, served with a policy of his. */
export interface StaticSite {
  readonly url: string;
  /** What it serves, and under which Content-Security-Policy; may be set once more is known. */
  serve(folder: string, policy: string): void;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
};

/** Starts it on a free port, under another name than the receiver: another site, and another origin. */
export async function startStaticSite(test: TestContext): Promise<StaticSite> {
  let served = { folder: '', policy: '' };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://site');
    const path = join(served.folder, normalize(pathname === '/' ? '/index.html' : pathname));
    if (served.folder === '' || !existsSync(path)) {
      response.writeHead(404).end();
      return;
    }
    response
      .writeHead(200, {
        'Content-Type': types[extname(path)] ?? 'application/octet-stream',
        'Content-Security-Policy': served.policy,
      })
      .end(readFileSync(path));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  test.after(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    serve(folder, policy) {
      served = { folder, policy };
    },
  };
}

/**
 * The receiver's own policy, as a page of another site needs it: its scripts may come from the receiver too, and it
 * may talk to it. Nothing inline, no eval; Trusted Types for Lit and for policies of the framework.
 */
export async function policyFor(
  receiver: string,
  frameworkPolicies: readonly string[] = [],
): Promise<string> {
  const own = (await fetch(`${receiver}/forms/`)).headers.get('content-security-policy') ?? '';
  return own
    .replace("script-src 'self'", `script-src 'self' ${receiver}`)
    .replace("connect-src 'self'", `connect-src 'self' ${receiver}`)
    .replace('trusted-types lit-html', ['trusted-types lit-html', ...frameworkPolicies].join(' '))
    .replace(/; report-uri .*$/, '');
}
