import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { rawRequest } from './raw-request.js';
import { codeOf, read, smallBuild, startReceiver } from './running-receiver.js';
import { trialForm } from './trial-form.js';

const script = 'export const answer = 42;\n'.repeat(50);

function write(root: string, path: string, content: string, twins = false): void {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  if (!twins) return;
  writeFileSync(`${file}.br`, brotliCompressSync(content));
  writeFileSync(`${file}.gz`, gzipSync(content));
}

/** The status line and headers, for `fetch` hides encodings. */
async function headOf(port: number, path: string, headers = ''): Promise<string> {
  const answer = await rawRequest(port, [
    `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${headers}\r\n`,
  ]);
  return answer.split('\r\n\r\n')[0]?.toLowerCase() ?? '';
}

describe('what the build made', () => {
  it('is served with the encoding that is asked for', async (test) => {
    const dist = smallBuild(test);
    write(dist, 'taafi.js', script, true);
    write(dist, 'browser/taafi.js', script, true);
    write(dist, 'browser/form-8f3ab2c1.js', script, true);
    write(dist, 'themes/neutral.css', ':root{--taafi-ink:#000}', true);
    write(dist, 'src/demo/index.html', '<!doctype html><title>Demo</title>', true);
    write(dist, 'src/demo/style/page.css', 'body{}');
    const { port } = await startReceiver(test, { dist });
    for (const path of [
      '/taafi.js',
      '/kit/taafi.js',
      '/kit/form-8f3ab2c1.js',
      '/themes/neutral.css',
      '/',
      '/packs/trial-pack/trial.json',
    ]) {
      for (const [accepted, encoding] of [
        ['br, gzip', 'br'],
        ['gzip', 'gzip'],
        ['gzip;q=1, br;q=0', 'gzip'],
        ['', undefined],
        ['identity', undefined],
      ] as const) {
        const head = await headOf(port, path, `Accept-Encoding: ${accepted}\r\n`);
        assert.match(head, /^http\/1.1 200/, path);
        assert.equal(/content-encoding: (\S+)/.exec(head)?.[1], encoding, `${path} ${accepted}`);
        assert.match(head, /vary: origin, accept-encoding/);
      }
    }
  });

  it('says what it is and for how long', async (test) => {
    const dist = smallBuild(test);
    write(dist, 'taafi.js', script, true);
    write(dist, 'browser/taafi.js', script);
    write(dist, 'browser/form-8f3ab2c1.js', script, true);
    write(dist, 'src/demo/index.html', '<!doctype html><title>Demo</title>');
    const receiver = await startReceiver(test, { dist });
    const expected: [string, RegExp, string][] = [
      ['/taafi.js', /javascript/, 'no-cache'],
      ['/kit/taafi.js', /javascript/, 'no-cache'],
      ['/kit/form-8f3ab2c1.js', /javascript/, 'public, max-age=31536000, immutable'],
      ['/', /text\/html/, 'no-cache'],
    ];
    for (const [path, type, caching] of expected) {
      const response = await fetch(receiver.url + path);
      const body = await response.text();
      assert.match(response.headers.get('Content-Type') ?? '', type, path);
      assert.equal(response.headers.get('Cache-Control'), caching, path);
      assert.equal(response.headers.get('Cross-Origin-Resource-Policy'), 'cross-origin');
      assert.ok(body === script || body.includes('Demo'), path);
      // `fetch` would ask for a fresh copy whenever it is given a tag.
      const tag = /etag: (\S+)/.exec(await headOf(receiver.port, path))?.[1] ?? '';
      assert.notEqual(tag, '');
      const again = await headOf(receiver.port, path, `If-None-Match: ${tag.replace('w/', 'W/')}\r\n`);
      assert.match(again, /^http\/1.1 304/, path);
      assert.match(again, /content-security-policy: default-src 'none'/);
    }
  });

  it('leaves out the demonstration where it is told to, and nothing else', async (test) => {
    const dist = smallBuild(test);
    write(dist, 'taafi.js', script);
    write(dist, 'browser/taafi.js', script);
    write(dist, 'src/demo/index.html', '<!doctype html><title>Demo</title>');
    const receiver = await startReceiver(test, { dist, demo: false });
    const statusOf = async (path: string) => (await fetch(receiver.url + path)).status;
    for (const path of ['/', '/index.html']) assert.equal(await statusOf(path), 404, path);
    for (const path of ['/taafi.js', '/kit/taafi.js', '/forms/', '/packs/trial-pack/trial.json'])
      assert.equal(await statusOf(path), 200, path);
  });

  it('can be missing', async (test) => {
    const receiver = await startReceiver(test);
    for (const path of [
      '',
      'taafi.js',
      'kit/taafi.js',
      'form-definition.schema.json',
      'process.schema.json',
    ]) {
      const answer = await read(await fetch(`${receiver.url}/${path}`));
      assert.deepEqual([answer.status, codeOf(answer)], [404, 'not-found'], path);
    }
  });

  it('has a page for a person who opens an address that is none', async (test) => {
    const receiver = await startReceiver(test);
    const open = (path: string) => fetch(`${receiver.url}/${path}`, { headers: { Accept: 'text/html,*/*' } });
    const page = await open('forms/nothing');
    assert.deepEqual([page.status, page.headers.get('Content-Type')], [404, 'text/html; charset=utf-8']);
    assert.match(await page.text(), /<h1>الصفحة غير موجودة/);
    assert.equal(codeOf(await read(await open('api/nothing'))), 'not-found');
  });

  it('is all that can be reached', async (test) => {
    const dist = smallBuild(test);
    write(dist, 'browser/taafi.js', script);
    write(dist, 'src/demo/index.html', 'Demo');
    write(dist, 'src/demo/.secret', 'secret');
    write(dist, 'src/receiver/receiver.js', 'secret');
    const { port } = await startReceiver(test, { dist });
    const paths = [
      '/.secret',
      '/kit/../src/receiver/receiver.js',
      '/kit/..%2fsrc/receiver/receiver.js',
      '/kit/%2e%2e/src/receiver/receiver.js',
      '//etc/passwd',
      '/kit//etc/passwd',
      '/kit/..%5c..%5csrc',
      '/src/receiver/receiver.js',
      '/kit/%00',
    ];
    for (const path of paths) {
      const answer = await rawRequest(port, [`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`]);
      assert.match(answer, /^HTTP\/1.1 4\d\d /, path);
      assert.ok(!/secret|root:/.test(answer), path);
    }
  });
});

describe('packs', () => {
  it('are served as they are, with an ETag for each encoding', async (test) => {
    const receiver = await startReceiver(test);
    const url = `${receiver.url}/packs/trial-pack/trial.json`;
    const response = await fetch(url);
    assert.deepEqual(await response.json(), trialForm);
    assert.equal(response.headers.get('Content-Type'), 'application/json; charset=utf-8');
    assert.equal(response.headers.get('Cache-Control'), 'no-cache');
    const tag = response.headers.get('ETag') ?? '';
    for (const value of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
      const again = await fetch(url, { headers: { 'If-None-Match': value } });
      assert.deepEqual([again.status, await again.text(), again.headers.get('ETag')], [304, '', tag], value);
    }
    const head = await headOf(
      receiver.port,
      '/packs/trial-pack/trial.json',
      `If-None-Match: ${tag}\r\nAccept-Encoding: identity\r\n`,
    );
    assert.match(head, /^http\/1.1 200/);
    assert.equal((await fetch(`${receiver.url}/packs/trial-pack/association.json`)).status, 200);
    for (const path of ['trial', 'nothing.json', '..%2ftrial.json']) {
      assert.equal((await fetch(`${receiver.url}/packs/trial-pack/${path}`)).status, 404);
    }
  });
});
