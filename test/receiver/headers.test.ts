import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { codeOf, newKey, post, read, startReceiver } from './running-receiver.js';
import { submissionWith } from './trial-form.js';

const partner = 'https://partner.example';

describe('every answer', () => {
  it('carries the security headers, whatever it is', async (test) => {
    const receiver = await startReceiver(test);
    const requests: [string, RequestInit][] = [
      ['api/health', {}],
      ['packs/trial-pack/trial.json', {}],
      ['forms/', {}],
      ['nothing', {}],
      ['api/submissions', {}],
      ['api/submissions', { method: 'POST', body: '{', headers: { 'Content-Type': 'application/json' } }],
      [`api/uploads/${newKey()}`, { method: 'HEAD' }],
      ['%ff', {}],
    ];
    for (const [path, request] of requests) {
      const { headers } = await fetch(`${receiver.url}/${path}`, request);
      const policy = headers.get('Content-Security-Policy') ?? '';
      for (const part of [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'self'",
        "form-action 'self'",
        "require-trusted-types-for 'script'",
        "trusted-types lit-html 'allow-duplicates'",
        'report-uri /api/csp-reports',
      ]) {
        assert.ok(policy.split('; ').includes(part), `${path}: ${part}`);
      }
      assert.ok(!/unsafe|\*/.test(policy));
      assert.equal(headers.get('X-Content-Type-Options'), 'nosniff');
      assert.equal(headers.get('Referrer-Policy'), 'no-referrer');
      assert.equal(headers.get('Cross-Origin-Opener-Policy'), 'same-origin');
      assert.match(headers.get('Cross-Origin-Resource-Policy') ?? '', /^(same|cross)-origin$/);
      assert.match(headers.get('Permissions-Policy') ?? '', /geolocation=\(\)/);
      assert.ok(headers.has('Cache-Control'));
      assert.equal(headers.get('Set-Cookie'), null);
      assert.equal(headers.get('Strict-Transport-Security'), null);
      assert.equal(headers.get('X-Powered-By'), null);
    }
  });

  it('asks for https only where a trusted proxy has it', async (test) => {
    const dist = await startReceiver(test);
    const trusting = await startReceiver(test, { trustProxy: true });
    const https = { headers: { 'X-Forwarded-Proto': 'https' } };
    const hstsOf = async (url: string, request: RequestInit) =>
      (await fetch(`${url}/api/health`, request)).headers.get('Strict-Transport-Security');
    assert.equal(await hstsOf(dist.url, https), null);
    assert.equal(await hstsOf(trusting.url, {}), null);
    assert.match((await hstsOf(trusting.url, https)) ?? '', /^max-age=31536000/);
  });
});

describe('reports of the content policy', () => {
  it('are counted and not looked at', async (test) => {
    const receiver = await startReceiver(test);
    const report = (type: string, body: string) =>
      fetch(`${receiver.url}/api/csp-reports`, {
        method: 'POST',
        headers: { 'Content-Type': type, Origin: 'null' },
        body,
      });
    const health = async () => (await read(await fetch(`${receiver.url}/api/health`))).body;
    assert.deepEqual(await health(), { status: 'ok', cspReports: 0, messages: { waiting: 0, givenUp: 0 } });
    assert.equal((await report('application/csp-report', '{"csp-report":{}}')).status, 204);
    assert.equal((await report('application/reports+json', '[{')).status, 204);
    assert.equal((await report('text/html', 'x')).status, 415);
    assert.equal((await report('application/csp-report', 'x'.repeat(100_000))).status, 413);
    assert.deepEqual(await health(), { status: 'ok', cspReports: 2, messages: { waiting: 0, givenUp: 0 } });
  });
});

describe('other origins', () => {
  const preflight = (url: string, origin: string, path = 'api/submissions') =>
    fetch(`${url}/${path}`, {
      method: 'OPTIONS',
      headers: {
        Origin: origin,
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'content-type,idempotency-key',
      },
    });

  it('may send where they are on the list', async (test) => {
    const receiver = await startReceiver(test, { origins: [partner] });
    for (const path of ['api/submissions', 'api/referrals', 'api/uploads', `api/uploads/${newKey()}`]) {
      const { status, headers } = await preflight(receiver.url, partner, path);
      assert.equal(status, 204, path);
      assert.equal(headers.get('Access-Control-Allow-Origin'), partner);
      assert.match(headers.get('Vary') ?? '', /Origin/);
      assert.match(headers.get('Access-Control-Allow-Headers') ?? '', /Idempotency-Key.*Upload-Offset/);
      assert.match(headers.get('Access-Control-Allow-Methods') ?? '', /POST, PATCH, DELETE/);
      assert.equal(headers.get('Access-Control-Allow-Credentials'), null);
    }
    const sent = await post(receiver, 'api/submissions', submissionWith(), { Origin: partner });
    assert.equal(sent.status, 201);
    assert.equal(sent.headers.get('Access-Control-Allow-Origin'), partner);
    assert.match(sent.headers.get('Access-Control-Expose-Headers') ?? '', /Location.*Upload-Offset/);
    const refused = await post(receiver, 'api/submissions', '{', { Origin: partner });
    assert.equal(refused.status, 400);
    assert.equal(refused.headers.get('Access-Control-Allow-Origin'), partner);
  });

  it('may not where they are not, and hear nothing', async (test) => {
    const receiver = await startReceiver(test, { origins: [partner] });
    for (const origin of [
      'https://evil.example',
      'null',
      `${partner}.evil.example`,
      'http://partner.example',
      '*',
      '',
      'x',
    ]) {
      const { status, headers } = await preflight(receiver.url, origin);
      assert.equal(status, 403, origin);
      assert.equal(headers.get('Access-Control-Allow-Origin'), null);
      assert.match(headers.get('Vary') ?? '', /Origin/);
      const sent = await post(receiver, 'api/submissions', submissionWith(), { Origin: origin });
      assert.deepEqual([sent.status, codeOf(sent)], [403, 'origin'], origin);
      assert.equal(sent.headers.get('Access-Control-Allow-Origin'), null);
      const got = await fetch(`${receiver.url}/api/health`, { headers: { Origin: origin } });
      assert.deepEqual([got.status, got.headers.get('Access-Control-Allow-Origin')], [200, null]);
    }
  });

  it('are told from the own one, also behind a proxy that changes the host', async (test) => {
    const receiver = await startReceiver(test);
    const own = await post(receiver, 'api/submissions', submissionWith(), { Origin: receiver.url });
    assert.equal(own.status, 201);
    const behindProxy = { Origin: 'https://charity.example', 'Sec-Fetch-Site': 'same-origin' };
    assert.equal((await post(receiver, 'api/submissions', submissionWith(), behindProxy)).status, 201);
    const nowhere = { Origin: 'null', 'X-Forwarded-Host': 'null' };
    assert.equal((await post(receiver, 'api/submissions', submissionWith(), nowhere)).status, 403);
    const foreign = { Origin: receiver.url, 'Sec-Fetch-Site': 'cross-site' };
    assert.equal((await post(receiver, 'api/submissions', submissionWith(), foreign)).status, 403);
  });

  it('are told from the own one by what a trusted proxy says, where the browser says nothing', async (test) => {
    const proxied = { 'X-Forwarded-Host': 'charity.example', 'X-Forwarded-Proto': 'https' };
    const receiver = await startReceiver(test, { trustProxy: true });
    const send = async (origin: string, headers: Record<string, string>, to = receiver) =>
      (await post(to, 'api/submissions', submissionWith(), { Origin: origin, ...headers })).status;
    assert.equal(await send('https://charity.example', proxied), 201);
    assert.equal(await send('https://charity.example', { 'X-Forwarded-Host': 'Charity.example:443' }), 201);
    const chain = { ...proxied, 'X-Forwarded-Host': 'made-up.example, charity.example' };
    assert.equal(await send('https://charity.example', chain), 201);
    assert.equal(await send('https://made-up.example', chain), 403);
    assert.equal(await send('http://charity.example', proxied), 403);
    assert.equal(await send('https://charity.example:8443', proxied), 403);
    assert.equal(await send('https://evil.example', proxied), 403);
    assert.equal(await send('https://charity.example', { 'X-Forwarded-Host': 'a b' }), 403);
    // A proxy that leaves the Host as it is says no more than that.
    assert.equal(await send(receiver.url, {}), 201);
    const distrustful = await startReceiver(test);
    assert.equal(await send('https://charity.example', proxied, distrustful), 403);
    const onlyScheme = { 'X-Forwarded-Proto': 'https' };
    assert.equal(await send(distrustful.url.replace('http:', 'https:'), onlyScheme, distrustful), 201);
  });
});
