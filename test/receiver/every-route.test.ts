import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { createReceiver } from '../../src/receiver/receiver.js';
import { rawRequest } from './raw-request.js';
import type { Running } from './running-receiver.js';
import { codeOf, newKey, read, smallBuild, startReceiver, temporaryFolder } from './running-receiver.js';
import { mustBeWell } from './well-behaved.js';

/**
 * Every address that the receiver answers, and the methods it takes there. An address that is new belongs into this list, and before that
 * into docs/http-contract.md: who may use it, what bounds it, and what another site could do with it.
 */
const addresses: Readonly<Record<string, string>> = {
  'api/challenges': 'POST',
  'api/csp-reports': 'POST',
  'api/drafts': 'POST',
  'api/drafts/deletion': 'POST',
  'api/drafts/release': 'POST',
  'api/health': 'GET, HEAD',
  'api/keys': 'GET, HEAD',
  'api/partner-referrals': 'POST',
  'api/partner/referrals': 'GET, HEAD',
  'api/partner/referrals/:id': 'GET, HEAD',
  'api/ready': 'GET, HEAD',
  'api/receipts': 'POST',
  'api/referrals': 'POST',
  'api/requests/data': 'POST',
  'api/staff/me': 'GET, HEAD',
  'api/staff/requests': 'GET, HEAD',
  'api/staff/requests/:reference': 'GET, HEAD',
  'api/staff/requests/:reference/answers': 'POST',
  'api/staff/requests/:reference/files/:id': 'GET, HEAD',
  'api/staff/requests/:reference/items': 'POST',
  'api/staff/requests/:reference/moves': 'POST',
  'api/staff/requests/:reference/rights': 'POST',
  'api/staff/requests/:reference/verifications': 'POST',
  'api/staff/surveys': 'GET, HEAD',
  'api/staff/surveys/:survey/results': 'GET, HEAD',
  'api/submissions': 'POST',
  'api/surveys/:survey/answers': 'POST',
  'api/surveys/:survey/invitation': 'POST',
  'api/surveys/:survey/pages': 'POST',
  'api/track': 'GET, POST, HEAD',
  'api/track/end': 'POST',
  'api/track/items': 'POST',
  'api/track/moves': 'POST',
  'api/track/questions': 'POST',
  'api/track/rights': 'POST',
  'api/track/sharing': 'POST',
  'api/uploads': 'POST, OPTIONS',
  'api/uploads/:id': 'HEAD, PATCH, DELETE, OPTIONS',
  'embed/:name': 'GET, HEAD',
  'embed/style.css': 'GET, HEAD',
  'form-definition.schema.json': 'GET, HEAD',
  forms: 'GET, HEAD',
  'forms/': 'GET, HEAD',
  'forms/:name': 'GET, HEAD',
  'forms/lists/:file': 'GET, HEAD',
  'forms/style.css': 'GET, HEAD',
  'packs/:pack/:file': 'GET, HEAD',
  'packs/:pack/lists/:file': 'GET, HEAD',
  'process.schema.json': 'GET, HEAD',
  'refer/:name': 'GET, POST, HEAD',
  'taafi.js': 'GET, HEAD',
  'taafi.js.map': 'GET, HEAD',
};

/** What browsers post by themselves, and what partners' pages post: the one is only counted, of the other nothing is kept. */
const open = ['api/csp-reports', 'refer/:name'];

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** An address with something in place of each name. */
const filled = (address: string): string =>
  address.replaceAll(/:(\w+)/g, (_all, name: string) => (name === 'id' ? 'A'.repeat(22) : `x-${name}`));

const takes = (allow: string, method: string): boolean => allow.split(', ').includes(method);

/** The addresses that Fastify knows, without those of the folders that are served. */
async function knownAddresses(dist: string, dataDir: string): Promise<string[]> {
  const app = await createReceiver({ dataDir, dist, demo: false, print: () => undefined });
  const found: string[] = [];
  const above: string[] = [];
  for (const line of app.printRoutes({ commonPrefix: false }).split('\n')) {
    const [, indent = '', path = ''] = /^((?:│ {3}| {4})*)[├└]── (\S+)(?: \(|$)/.exec(line) ?? [];
    if (path === '') continue;
    const depth = indent.length / 4;
    above.length = depth;
    above.push(`${above[depth - 1] ?? ''}${path}`);
    if (line.includes('(')) found.push((above[depth] ?? '').replace(/^\//, ''));
  }
  await app.close();
  return found.filter((path) => path !== '' && !path.endsWith('*'));
}

/** Asks at every address, by every method that is chosen. */
async function everywhere(
  chosen: (method: string, allow: string, address: string) => boolean,
  ask: (path: string, method: string, note: string, address: string) => Promise<void>,
): Promise<void> {
  for (const [address, allow] of Object.entries(addresses)) {
    for (const method of methods)
      if (chosen(method, allow, address)) await ask(filled(address), method, `${method} ${address}`, address);
  }
}

/** A receiver that is asked by as many clients as there are questions, so that none of them has too many tries. */
async function asked(test: Parameters<typeof startReceiver>[0]) {
  const receiver = await startReceiver(test, { trustProxy: true });
  let clients = 0;
  const ask = (path: string, request: RequestInit & { headers?: Record<string, string> }) => {
    clients += 1;
    const client = `198.51.${clients >> 8}.${clients & 255}`;
    return fetch(`${receiver.url}/${path}`, {
      redirect: 'manual',
      ...request,
      headers: { 'X-Forwarded-For': client, ...request.headers },
    });
  };
  return { receiver, ask };
}

const isChange = (method: string): boolean => ['POST', 'PATCH', 'DELETE'].includes(method);

describe('every address', () => {
  it('is known, and none other is there', async (test) => {
    const dataDir = join(temporaryFolder(test), 'data');
    const found = await knownAddresses(smallBuild(test), dataDir);
    assert.deepEqual([...new Set(found)].sort(), Object.keys(addresses).sort());
  });

  it('takes the methods it is for, and no other', async (test) => {
    const { receiver, ask } = await asked(test);
    await everywhere(
      (method, allow) => !takes(allow, method),
      async (path, method, note, address) => {
        const answer = await read(await ask(path, { method }));
        assert.deepEqual([answer.status, answer.headers.get('Allow')], [405, addresses[address]], note);
      },
    );
    for (const method of ['TRACE', 'CONNECT', 'PROPFIND', 'PURGE', 'FOO']) {
      const target = method === 'CONNECT' ? 'example.org:443' : '/api/health';
      const request = `${method} ${target} HTTP/1.1\r\nHost: x\r\nX-Secret: echo-me\r\nConnection: close\r\n\r\n`;
      const answer = await rawRequest(receiver.port, [request]);
      // To CONNECT Node closes the line without a word.
      assert.ok(answer === '' ? method === 'CONNECT' : /^HTTP\/1.1 4\d\d /.test(answer), method);
      assert.ok(!answer.includes('echo-me'), method);
    }
    await mustBeWell(receiver);
  });

  it('that changes something is closed to pages of other sites, however they ask', async (test) => {
    const { receiver, ask } = await asked(test);
    const foreign: Record<string, string>[] = [
      { Origin: 'https://evil.example' },
      { Origin: 'null' },
      { Origin: receiver.url, 'Sec-Fetch-Site': 'cross-site' },
      { Origin: receiver.url, 'Sec-Fetch-Site': 'same-site' },
      { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'none' },
    ];
    const simple = ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'];
    let refused = 0;
    await everywhere(
      (method, allow, address) => isChange(method) && takes(allow, method) && !open.includes(address),
      async (path, method, note) => {
        for (const headers of foreign) {
          for (const type of simple) {
            const request = { method, body: '{}', headers: { ...headers, 'Content-Type': type } };
            const answer = await read(await ask(path, request));
            assert.deepEqual([answer.status, codeOf(answer)], [403, 'origin'], `${note} ${type}`);
            assert.equal(answer.headers.get('Access-Control-Allow-Origin'), null);
            refused += 1;
          }
        }
      },
    );
    assert.ok(refused > 300, String(refused));
  });

  it('takes JSON, or bytes of a file, and nothing that a form of HTML could send', async (test) => {
    const { ask } = await asked(test);
    await everywhere(
      (method, allow, address) => method === 'POST' && takes(allow, method) && !open.includes(address),
      async (path, method, note) => {
        for (const type of ['text/plain', 'application/x-www-form-urlencoded']) {
          const headers = { 'Content-Type': type, 'Tus-Resumable': '1.0.0' };
          const answer = await read(await ask(path, { method, body: 'x=1', headers }));
          assert.deepEqual([answer.status, codeOf(answer)], [415, 'media-type'], `${note} ${type}`);
        }
      },
    );
  });

  it('answers with all headers of security, a media type with its charset, and nothing to be kept', async (test) => {
    const { ask } = await asked(test);
    const https = { 'X-Forwarded-Proto': 'https' };
    const mustBeSecured = async (response: Response, note: string) => {
      const { headers, status } = response;
      assert.ok(status < 300 || status >= 400, `${note} leads elsewhere: ${status}`);
      const policy = (headers.get('Content-Security-Policy') ?? '').split('; ');
      for (const part of ["default-src 'none'", "object-src 'none'", "base-uri 'none'"])
        assert.ok(policy.includes(part), `${note}: ${part}`);
      assert.ok(
        policy.some((part) => /^frame-ancestors '(self|none)'$/.test(part)),
        note,
      );
      assert.equal(headers.get('X-Content-Type-Options'), 'nosniff', note);
      assert.equal(headers.get('Referrer-Policy'), 'no-referrer', note);
      assert.equal(headers.get('Strict-Transport-Security'), 'max-age=31536000; includeSubDomains', note);
      assert.equal(headers.get('Set-Cookie'), null, note);
      for (const telltale of ['Server', 'X-Powered-By', 'Via'])
        assert.equal(headers.get(telltale), null, note);
      if (new URL(response.url).pathname.startsWith('/api/'))
        assert.equal(headers.get('Cache-Control'), 'no-store', note);
      const body = await response.text();
      const type = headers.get('Content-Type') ?? '';
      if (body === '') return;
      assert.match(type, /^(text\/html|text\/css|application\/(problem\+)?json)/, note);
      if (type.startsWith('text/')) assert.match(type, /; charset=utf-8$/, note);
      if (type.includes('json')) JSON.parse(body);
    };
    await everywhere(
      () => true,
      async (path, method, note) => mustBeSecured(await ask(path, { method, headers: https }), note),
    );
    for (const path of ['', 'nothing', '%ff', 'forms/%', `forms/${'x'.repeat(5_000)}`, 'themes/', 'kit/'])
      await mustBeSecured(await ask(path, { headers: https }), path);
  });

  it('makes no more of a parameter that is there twice', async (test) => {
    const { receiver, ask } = await asked(test);
    const twice =
      'lang=ar&lang=en&partner=a&partner=b&state=a&state=b&from=2026-01&from=x&format=csv&format=json&__proto__=1';
    await everywhere(
      (method, allow) => method === 'GET' && takes(allow, method),
      async (path, _method, note) => {
        const { status } = await ask(`${path}?${twice}&x[__proto__][y]=1`, {});
        assert.ok(status < 500, `${note}: ${status}`);
      },
    );
    await mustBeWell(receiver);
  });

  it('lists no folder and serves nothing of how it was made', async (test) => {
    const { receiver } = await asked(test);
    const paths = [
      'kit/',
      'themes/',
      'packs/',
      'packs/trial-pack/',
      'forms/lists/',
      'api/',
      '.git/config',
      '.env',
      'package.json',
      'package-lock.json',
      'node_modules/fastify/package.json',
      'src/receiver/receiver.js',
      'kit/.git/config',
      'data/master.key',
      'master.key',
      'taafi.db',
      'sbom.cdx.json',
    ];
    for (const path of paths) {
      const answer = await read(await fetch(`${receiver.url}/${path}`));
      assert.deepEqual([answer.status, codeOf(answer)], [404, 'not-found'], path);
    }
  });
});

describe('where a request ends', () => {
  it('is told in one way, and two of them are never one', async (test) => {
    const receiver = await startReceiver(test);
    const hidden = 'GET /api/keys HTTP/1.1\r\nHost: x\r\n\r\n';
    const head = 'POST /api/submissions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n';
    const ambiguous = [
      `${head}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${hidden}`,
      `${head}Transfer-Encoding: chunked\r\nContent-Length: ${hidden.length}\r\n\r\n0\r\n\r\n${hidden}`,
      `${head}Content-Length: 5\r\nContent-Length: 0\r\n\r\n${hidden}`,
      `${head}Content-Length: 5, 0\r\n\r\n${hidden}`,
      `${head}Content-Length: +5\r\n\r\n${hidden}`,
      `${head}Content-Length : 5\r\n\r\n${hidden}`,
      `${head}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n${hidden}`,
      `${head}Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n${hidden}`,
      `${head}Transfer-Encoding:\r\n chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n${hidden}`,
      `${head}Transfer-Encoding: chunked\r\n\r\n5x\r\nabcde\r\n0\r\n\r\n${hidden}`,
      `${head}X: a\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${hidden}`,
      `${head}X: a\rTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${hidden}`,
    ];
    for (const request of ambiguous) {
      const answer = await rawRequest(receiver.port, [request]);
      assert.match(answer, /^HTTP\/1.1 4\d\d /, JSON.stringify(request));
      assert.ok(!answer.includes('publicKey'), JSON.stringify(request));
    }
    await mustBeWell(receiver);
  });

  it('is bounded: addresses, headers and their number', async (test) => {
    const receiver = await startReceiver(test);
    const many = Array.from({ length: 5_000 }, (_none, index) => `X-${index}: ${newKey()}\r\n`).join('');
    const long = [
      `GET /${'x'.repeat(40_000)} HTTP/1.1\r\nHost: x\r\n\r\n`,
      `GET /?${'x'.repeat(40_000)} HTTP/1.1\r\nHost: x\r\n\r\n`,
      `GET /api/health HTTP/1.1\r\nHost: x\r\n${many}\r\n`,
      `GET /api/health HTTP/1.1\r\nHost: x\r\nCookie: ${'x'.repeat(40_000)}\r\n\r\n`,
    ];
    for (const request of long) {
      const answer = await rawRequest(receiver.port, [request]);
      assert.match(answer, /^HTTP\/1.1 431 [\s\S]*urn:taafi-kit:problem:headers-too-large/);
      assert.match(answer, /X-Content-Type-Options: nosniff/);
      assert.match(answer, /Content-Security-Policy: default-src 'none'/);
    }
    await mustBeWell(receiver as Running);
  });
});
