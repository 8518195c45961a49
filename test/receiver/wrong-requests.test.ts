import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { rawRequest } from './raw-request.js';
import { codeOf, newKey, post, read, startReceiver } from './running-receiver.js';
import { submissionWith } from './trial-form.js';
import { answersOf, mustBeProblem, mustBeWell } from './well-behaved.js';

describe('what can be wrong with a request', () => {
  it('refuses other media types, charsets and encodings', async (test) => {
    const receiver = await startReceiver(test);
    const body = JSON.stringify(submissionWith());
    const wrong: [Buffer | string, Record<string, string>][] = [
      [body, { 'Content-Type': 'text/plain' }],
      [body, { 'Content-Type': '' }],
      [body, { 'Content-Type': 'application/x-www-form-urlencoded' }],
      [body, { 'Content-Type': 'multipart/form-data; boundary=x' }],
      [body, { 'Content-Type': 'application/json5' }],
      [body, { 'Content-Type': 'json' }],
      [body, { 'Content-Type': 'application/json; charset=iso-8859-6' }],
      [Buffer.from(body, 'utf16le'), { 'Content-Type': 'application/json; charset=utf-16' }],
      [gzipSync(body), { 'Content-Encoding': 'gzip' }],
      [body, { 'Content-Encoding': 'gzip' }],
    ];
    for (const [sent, headers] of wrong) {
      const answer = await post(receiver, 'api/submissions', sent, headers);
      mustBeProblem(answer, JSON.stringify(headers));
      assert.deepEqual([answer.status, codeOf(answer)], [415, 'media-type'], JSON.stringify(headers));
    }
    for (const sent of [
      Buffer.from(body, 'utf16le'),
      Buffer.from([0xff, 0xfe]),
      Buffer.from(body.replace('سالم', '\u00ff'), 'latin1'),
    ]) {
      assert.equal(codeOf(await post(receiver, 'api/submissions', sent)), 'malformed');
    }
    const marked = await post(receiver, 'api/submissions', Buffer.from(`\ufeff${body}`));
    assert.equal(marked.status, 201);
    const quoted = { 'Content-Type': 'Application/JSON; Charset="UTF-8"' };
    assert.equal((await post(receiver, 'api/submissions', body, quoted)).status, 201);
  });

  it('refuses a body over a megabyte in a way a client can read', async (test) => {
    const receiver = await startReceiver(test);
    for (const size of [1_000_001, 3_000_000]) {
      const answer = await post(receiver, 'api/submissions', answersOf(`{"story":"${'x'.repeat(size)}"}`));
      mustBeProblem(answer, String(size));
      assert.deepEqual([answer.status, codeOf(answer)], [413, 'too-large']);
    }
    const chunked = await fetch(`${receiver.url}/api/submissions`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': `"${newKey()}"` },
      body: new Blob([Buffer.alloc(2_000_000, 32)]).stream(),
      // Node's fetch wants this for a body that is a stream.
      duplex: 'half',
    } as RequestInit);
    assert.equal((await read(chunked)).status, 413);
  });

  it('tells which methods an address takes', async (test) => {
    const receiver = await startReceiver(test);
    const addresses: [string, string][] = [
      ['api/submissions', 'POST'],
      ['api/referrals', 'POST'],
      ['api/health', 'GET, HEAD'],
      ['api/csp-reports', 'POST'],
      ['api/uploads', 'POST, OPTIONS'],
      [`api/uploads/${newKey()}`, 'HEAD, PATCH, DELETE, OPTIONS'],
      ['forms/trial', 'GET, HEAD'],
      ['packs/trial-pack/trial.json', 'GET, HEAD'],
    ];
    for (const [path, allow] of addresses) {
      for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']) {
        if (allow.includes(method)) continue;
        const body = method === 'GET' ? {} : { body: 'x', headers: { 'Content-Type': 'text/odd' } };
        const answer = await read(await fetch(`${receiver.url}/${path}`, { method, ...body }));
        mustBeProblem(answer, `${method} ${path}`);
        assert.deepEqual([answer.status, answer.headers.get('Allow')], [405, allow], `${method} ${path}`);
      }
    }
  });

  it('answers every address that is none with a problem', async (test) => {
    const receiver = await startReceiver(test);
    const paths = [
      'nothing',
      'api',
      'api/',
      'api/submissions/',
      'api/submissions/1',
      'forms/%00',
      'packs/..%2f..%2fetc/passwd.json',
      'forms/..%2f..%2f..%2fetc%2fpasswd',
      'packs/trial-pack/..%2f..%2ftrial.json',
      'kit/..%2f..%2fpackage.json',
      '%ff',
      'forms/%',
      `forms/${'x'.repeat(5_000)}`,
      'forms/__proto__',
      'packs/__proto__/constructor.json',
      '?%ff=1&a[b]=c',
    ];
    for (const path of paths) {
      const answer = await rawRequest(receiver.port, [
        `GET /${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
      ]);
      assert.match(answer, /^HTTP\/1.1 4\d\d [\s\S]*application\/problem\+json/, path);
      assert.ok(!answer.includes('root:'), path);
    }
  });

  it('answers what is no HTTP', async (test) => {
    const receiver = await startReceiver(test);
    const requests = [
      'nonsense\r\n\r\n',
      'GET / HTTP/9.9\r\n\r\n',
      'POST /api/submissions HTTP/1.1\r\nHost: x\r\nContent-Length: x\r\n\r\n',
      'POST /api/submissions HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n',
      `GET / HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(40_000)}\r\n\r\n`,
      'GET /api/health HTTP/1.1\r\nHost: x\r\nHost\u0000: y\r\n\r\n',
    ];
    for (const request of requests) {
      const answer = await rawRequest(receiver.port, [request]);
      assert.match(answer, /^HTTP\/1.1 4\d\d [\s\S]*"type":"urn:taafi-kit:problem:/, request.slice(0, 60));
    }
    await mustBeWell(receiver);
  });

  it('does not wait for ever for a request', async (test) => {
    const timeouts = { headers: 300, request: 600, silence: 2_000, check: 100 };
    const receiver = await startReceiver(test, { timeouts });
    const slowHeaders = rawRequest(receiver.port, ['GET /api/health HTTP/1.1\r\nHost: x\r\n']);
    const slowBody = rawRequest(receiver.port, [
      'POST /api/submissions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n{',
    ]);
    for (const answer of await Promise.all([slowHeaders, slowBody])) {
      assert.match(answer, /^HTTP\/1.1 408 [\s\S]*urn:taafi-kit:problem:timeout/);
    }
    await mustBeWell(receiver);
  });

  it('tells and logs nothing that was sent', async (test) => {
    const receiver = await startReceiver(test);
    const secret = 'قصة 1012345678';
    const bodiesWithSecrets = [
      `{"form": "${secret}"}`,
      `${secret}`,
      `{"${secret}": 1}`,
      JSON.stringify(submissionWith({ mobile: secret, [secret]: 1, story: secret })),
      JSON.stringify({ ...submissionWith(), [secret]: secret }),
      JSON.stringify({ ...submissionWith(), consents: [{ [secret]: 1, path: secret }] }),
      JSON.stringify({ ...submissionWith(), language: secret }),
      JSON.stringify({ form: { id: 'trial', version: '1.0.0' }, question: secret, [secret]: 1 }),
    ];
    for (const body of bodiesWithSecrets) {
      for (const path of ['api/submissions', 'api/referrals']) {
        const { text } = await post(receiver, path, body, { 'X-Note': '1012345678' });
        assert.ok(!/1012345678|قصة/.test(text), text);
      }
    }
    await fetch(`${receiver.url}/forms/1012345678?q=1012345678`);
    await fetch(`${receiver.url}/1012345678`);
    await post(receiver, 'api/submissions', submissionWith({ story: secret }));
    const log = receiver.lines.join('\n');
    assert.ok(!/1012345678|قصة/.test(log), log);
    assert.match(log, /^POST \/api\/submissions 201 \d+ ms$/m);
    assert.match(log, /^GET \/forms\/:name 404 \d+ ms not-found$/m);
  });
});
