import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { httpTransport } from '../../src/transport/http-transport.js';
import type { SendFailure, Wait } from '../../src/transport/transport.js';
import { SendError } from '../../src/transport/transport.js';
import type { Behaviour } from './misbehaving-receiver.js';
import {
  cutOff,
  hastyWorld,
  html,
  json,
  key,
  misbehave,
  nobody,
  problem,
  receipt,
  reset,
  serve,
  silence,
  submission,
  timers,
} from './misbehaving-receiver.js';

const taken = json(201, receipt);
const signal = () => new AbortController().signal;
const options = () => ({ key, signal: signal() });

const failsWith =
  (failure: SendFailure, more: Partial<SendError> = {}) =>
  (error: unknown) => {
    assert.ok(error instanceof SendError, String(error));
    assert.equal(error.failure, failure);
    for (const [name, value] of Object.entries(more)) assert.deepEqual(error[name as keyof SendError], value);
    return true;
  };

describe('a submission that is taken', () => {
  test('gives the receipt', async (t) => {
    const { base } = await misbehave(t, taken);
    assert.deepEqual(await httpTransport(base).submit(submission, options()), receipt);
  });

  test('is sent as the contract says', async (t) => {
    const { base, seen } = await misbehave(t, taken);
    await httpTransport(base).submit(submission, options());
    const [{ method, url, headers, body }] = seen as [(typeof seen)[0]];
    assert.equal(`${method} ${url}`, 'POST /api/submissions');
    assert.equal(headers['content-type'], 'application/json');
    assert.equal(headers['idempotency-key'], `"${key}"`);
    assert.equal(headers.referer, undefined);
    assert.equal(headers.cookie, undefined);
    assert.deepEqual(JSON.parse(body.toString()), submission);
  });

  test('asks that no cookie, address, cache or redirect takes part', async (t) => {
    const { base } = await misbehave(t, taken);
    const requests: (RequestInit | undefined)[] = [];
    const watching: typeof fetch = (url, request) => {
      requests.push(request);
      return fetch(url, request);
    };
    await httpTransport(base, { fetch: watching }).submit(submission, options());
    const { credentials, referrerPolicy, cache, redirect } = requests[0] ?? {};
    assert.deepEqual(
      { credentials, referrerPolicy, cache, redirect },
      { credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store', redirect: 'error' },
    );
  });

  test('may go to a base with a path, with or without a slash at its end', async (t) => {
    const { base, seen } = await misbehave(t, taken);
    await httpTransport(`${base}/taafi`).submit(submission, options());
    await httpTransport(`${base}/taafi/`).submit(submission, options());
    assert.deepEqual(
      seen.map(({ url }) => url),
      ['/taafi/api/submissions', '/taafi/api/submissions'],
    );
  });

  test('needs no day in its receipt, and takes no more from it than the contract names', async (t) => {
    const { notBefore: _, ...rest } = receipt;
    const { base } = await misbehave(t, json(201, { ...rest, script: 'alert(1)' }));
    assert.deepEqual(await httpTransport(base).submit(submission, options()), rest);
  });

  test('does not go out with a key that is none', async (t) => {
    const { base, seen } = await misbehave(t, taken);
    const short = httpTransport(base).submit(submission, { key: 'short', signal: signal() });
    await assert.rejects(short, RangeError);
    assert.equal(seen.length, 0);
  });
});

describe('what passes is tried again', () => {
  const passing: Record<string, [SendFailure, Behaviour]> = {
    'a server error': ['failing', problem(500, 'internal')],
    'an error page of a proxy': ['failing', html(502)],
    'a gateway that timed out': ['failing', html(504)],
    'a proxy that asks to wait': ['busy', json(502, '', { 'Retry-After': '0' })],
    'a busy receiver': ['busy', problem(503, 'busy')],
    'too many requests': ['busy', problem(429, 'busy')],
    'a request timeout': ['busy', html(408)],
    'too early': ['busy', html(425)],
    'the same key being worked on': ['busy', problem(409, 'in-progress')],
    'a conflict nobody explains': ['busy', html(409)],
    'a page with status 200': ['unexpected', html(200)],
    'a page with status 201': ['unexpected', html(201)],
    'a receipt with status 200': ['unexpected', json(200, receipt)],
    'nothing new': ['unexpected', json(304, '')],
    'no content': ['unexpected', json(204, '')],
    'JSON that is none': ['unexpected', json(201, '{"reference": ')],
    'JSON that is no receipt': ['unexpected', json(201, null)],
    'a list': ['unexpected', json(201, [receipt])],
    'a receipt of another media type': [
      'unexpected',
      json(201, receipt, { 'Content-Type': 'text/plain; x=application/json' }),
    ],
    'a reference with wrong check digits': [
      'unexpected',
      json(201, { ...receipt, reference: '48291730561250' }),
    ],
    'a reference that is a number': ['unexpected', json(201, { ...receipt, reference: 48291730561249 })],
    'a receipt without a time': ['unexpected', json(201, { ...receipt, receivedAt: '11/22/2026' })],
    'a receipt at no time': ['unexpected', json(201, { ...receipt, receivedAt: '2026-11-22T99:00' })],
    'a receipt with a day that is none': ['unexpected', json(201, { ...receipt, notBefore: '2026-99-01' })],
    'a receipt without a digest': ['unexpected', json(201, { ...receipt, answersSha256: '' })],
    'the receipt of another form': [
      'unexpected',
      json(201, { ...receipt, form: { ...receipt.form, version: '2.0.0' } }),
    ],
    'an answer cut off in the middle': ['unexpected', cutOff(201, receipt)],
    'a connection that is reset': ['unreachable', reset],
    'a redirect': ['unreachable', json(307, '', { Location: '/elsewhere' })],
  };
  for (const [name, [failure, behaviour]] of Object.entries(passing)) {
    test(name, async (t) => {
      const { base, seen } = await misbehave(t, behaviour, taken);
      const waits: Wait[] = [];
      const transport = httpTransport(base, hastyWorld());
      const got = await transport.submit(submission, { ...options(), onWait: (wait) => waits.push(wait) });
      assert.equal(got.reference, receipt.reference);
      assert.deepEqual(waits, [{ attempt: 1, milliseconds: 500, reason: failure }]);
      assert.equal(seen.length, 2);
    });
  }

  test('silence, when the time of an attempt is over', async (t) => {
    const { base, seen } = await misbehave(t, silence, taken);
    const reasons: SendFailure[] = [];
    const onWait = ({ reason }: Wait) => reasons.push(reason);
    const transport = httpTransport(base, hastyWorld(), { timeout: 100 });
    await transport.submit(submission, { ...options(), onWait });
    // On a machine that is busy the next attempt may be too slow as well.
    assert.deepEqual([...new Set(reasons)], ['unreachable']);
    assert.ok(seen.length > 1);
  });

  test('a body that does not come to its end, when the time of an attempt is over', async (t) => {
    const dripping: Behaviour = (response) => {
      response.writeHead(201, { 'Content-Type': 'application/json' });
      response.write('{"reference":');
    };
    const { base, seen } = await misbehave(t, dripping, taken);
    const transport = httpTransport(base, hastyWorld(), { timeout: 100 });
    await transport.submit(submission, options());
    assert.ok(seen.length > 1);
  });

  test('no timer of an attempt outlives it', async (t) => {
    const { base } = await misbehave(t, taken);
    const before = timers();
    await httpTransport(base).submit(submission, options());
    assert.equal(timers(), before);
  });
});

describe('giving up', () => {
  test('after five attempts, with the last failure', async (t) => {
    const { base, seen } = await misbehave(t, html(500), html(500), html(500), html(500), html(200));
    const world = hastyWorld();
    await assert.rejects(
      httpTransport(base, world).submit(submission, options()),
      failsWith('unexpected', { status: 200, mayPass: true }),
    );
    assert.equal(seen.length, 5);
    assert.deepEqual(world.waits, [500, 1000, 2000, 4000]);
  });

  test('where nobody listens', async (t) => {
    const world = hastyWorld();
    await assert.rejects(
      httpTransport(await nobody(t), world).submit(submission, options()),
      failsWith('unreachable', { status: undefined }),
    );
    assert.equal(world.waits.length, 4);
  });

  test('and sending again with the same key', async (t) => {
    const { base, seen } = await misbehave(t, html(500), html(500), taken);
    const transport = httpTransport(base, hastyWorld(), { attempts: 2 });
    await assert.rejects(transport.submit(submission, options()), failsWith('failing', { status: 500 }));
    await transport.submit(submission, options());
    assert.equal(new Set(seen.map(({ headers }) => headers['idempotency-key'])).size, 1);
  });
});

describe('what does not pass is not tried again', () => {
  const final: Record<string, [Behaviour, SendFailure, Partial<SendError>]> = {
    'refused answers': [
      problem(422, 'answers', { errors: [{ pointer: '/fullName', code: 'missing', value: 'x' }] }),
      'refused',
      { status: 422, problems: [{ pointer: '/fullName', code: 'missing' }], mayPass: false },
    ],
    'a refusal that explains nothing': [html(422), 'refused', { status: 422, problems: [] }],
    'a refusal cut off': [
      cutOff(422, { type: 'urn:taafi-kit:problem:answers' }),
      'refused',
      { problems: [] },
    ],
    'another version of the form': [problem(409, 'form-changed'), 'form-changed', { status: 409 }],
    'a form that is gone': [problem(404, 'unknown-form'), 'unknown-form', { status: 404 }],
    'a wrong address': [html(404), 'refused', { status: 404 }],
    'a key used for something else': [problem(422, 'key-reused'), 'key-reused', { status: 422 }],
    'too much': [problem(413, 'too-large'), 'too-large', { status: 413 }],
    'too much for a proxy': [html(413), 'too-large', { status: 413 }],
    'a malformed request': [problem(400, 'malformed'), 'refused', { status: 400 }],
  };
  for (const [name, [behaviour, failure, more]] of Object.entries(final)) {
    test(name, async (t) => {
      const { base, seen } = await misbehave(t, behaviour, taken);
      const world = hastyWorld();
      await assert.rejects(
        httpTransport(base, world).submit(submission, options()),
        failsWith(failure, more),
      );
      assert.equal(seen.length, 1);
      assert.deepEqual(world.waits, []);
    });
  }

  test('each status of a client at fault, but for the four that pass', async (t) => {
    const base = await serve(t, (request, response) => {
      request.resume();
      asked += 1;
      response.writeHead(status).end();
    });
    let asked = 0;
    let status = 400;
    const transport = httpTransport(base, hastyWorld(), { attempts: 2 });
    // 407 is for a proxy and never reaches a page; after 421 fetch itself asks again on another connection.
    for (status = 400; status < 500; status += 1) {
      if (status === 407 || status === 421) continue;
      asked = 0;
      await assert.rejects(transport.submit(submission, options()), SendError);
      assert.equal(asked, [408, 409, 425, 429].includes(status) ? 2 : 1, `${status}`);
    }
  });
});

describe('a receiver that asks to wait', () => {
  const now = Date.parse('2026-11-22T18:00:00Z');
  const waitAfter = async (t: test.TestContext, retryAfter: string, status = 429) => {
    const { base, seen } = await misbehave(
      t,
      problem(status, 'busy', {}, { 'Retry-After': retryAfter }),
      taken,
    );
    const world = hastyWorld({ now: () => now });
    await httpTransport(base, world).submit(submission, options());
    assert.equal(seen.length, 2);
    return world.waits;
  };

  test('in seconds gets them, and the jitter on top', async (t) => {
    assert.deepEqual(await waitAfter(t, '7'), [7_500]);
    assert.deepEqual(await waitAfter(t, '120', 503), [120_500]);
  });

  test('until a date gets it', async (t) => {
    assert.deepEqual(await waitAfter(t, 'Sun, 22 Nov 2026 18:00:09 GMT'), [9_500]);
  });

  test('until a date gone by, for no time or for nonsense gets the jitter', async (t) => {
    assert.deepEqual(await waitAfter(t, 'Sun, 22 Nov 2026 17:00:00 GMT'), [500]);
    assert.deepEqual(await waitAfter(t, '0'), [500]);
    assert.deepEqual(await waitAfter(t, 'soon'), [500]);
  });

  test('for longer than two minutes is not waited for', async (t) => {
    for (const [retryAfter, seconds] of [
      ['121', 121],
      ['Sun, 22 Nov 2026 19:00:00 GMT', 3600],
    ] as const) {
      const { base, seen } = await misbehave(t, problem(503, 'busy', {}, { 'Retry-After': retryAfter }));
      const world = hastyWorld({ now: () => now });
      await assert.rejects(
        httpTransport(base, world).submit(submission, options()),
        failsWith('busy', { status: 503, retryAfter: seconds, mayPass: true }),
      );
      assert.equal(seen.length, 1);
      assert.deepEqual(world.waits, []);
    }
  });

  test('is not asked sooner because the device comes online', async (t) => {
    const { base } = await misbehave(t, problem(503, 'busy', {}, { 'Retry-After': '30' }), taken);
    let listened = 0;
    const whenOnline = async () => {
      listened += 1;
    };
    const world = hastyWorld({ online: () => false, whenOnline });
    await httpTransport(base, world).submit(submission, options());
    assert.deepEqual([listened, world.waits], [0, [30_500]]);
  });
});

describe('a device without a connection', () => {
  test('sends as soon as it is online again, without waiting to the end', async (t) => {
    const { base, seen } = await misbehave(t, reset, taken);
    let online = false;
    const reasons: SendFailure[] = [];
    const transport = httpTransport(base, {
      online: () => online,
      wait: () => new Promise(() => undefined),
      whenOnline: async () => {
        online = true;
      },
    });
    await transport.submit(submission, { ...options(), onWait: ({ reason }) => reasons.push(reason) });
    assert.deepEqual([reasons, seen.length], [['offline'], 2]);
  });

  test('tries all the same when it believes too long that it is offline', async (t) => {
    const { base } = await misbehave(t, reset, taken);
    const world = hastyWorld({ online: () => false, whenOnline: () => new Promise(() => undefined) });
    assert.equal(
      (await httpTransport(base, world).submit(submission, options())).reference,
      receipt.reference,
    );
  });

  test('is told so in the end', async (t) => {
    const world = hastyWorld({ online: () => false, whenOnline: () => new Promise(() => undefined) });
    await assert.rejects(
      httpTransport(await nobody(t), world).submit(submission, options()),
      failsWith('offline'),
    );
  });
});

describe('whatever happens', () => {
  const mishaps: Record<string, Behaviour> = {
    reset,
    cutOff: cutOff(201, receipt),
    page: html(200),
    fault: html(500),
    busy: problem(503, 'busy'),
    working: problem(409, 'in-progress'),
  };

  test('key and text stay the same, and no more is sent than is allowed', async (t) => {
    let behaviours: Behaviour[] = [];
    const seen: string[] = [];
    const base = await serve(t, async (request, response) => {
      let body = '';
      for await (const part of request) body += part;
      seen.push(`${String(request.headers['idempotency-key'])} ${body}`);
      const about = { method: '', url: '', headers: {}, body: Buffer.from(body) };
      (behaviours[seen.length - 1] ?? taken)(response, about);
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...Object.keys(mishaps)), { maxLength: 7 }),
        fc.integer({ min: 1, max: 5 }),
        async (names, attempts) => {
          behaviours = names.map((name) => mishaps[name]!);
          seen.length = 0;
          const transport = httpTransport(base, hastyWorld(), { attempts });
          const sent = transport.submit(submission, options());
          if (names.length < attempts) assert.deepEqual(await sent, receipt);
          else await assert.rejects(sent, SendError);
          assert.equal(seen.length, Math.min(attempts, names.length + 1));
          assert.equal(new Set(seen).size, 1);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('a problem document of any shape is borne', async (t) => {
    let document = '';
    const base = await serve(t, (request, response) => {
      request.resume();
      response.writeHead(422, { 'Content-Type': 'application/problem+json' }).end(document);
    });
    const transport = httpTransport(base, hastyWorld());
    const shapes = fc.oneof(
      fc.json(),
      fc.string(),
      fc
        .record({ type: fc.jsonValue(), errors: fc.oneof(fc.jsonValue(), fc.array(fc.jsonValue())) })
        .map((value) => JSON.stringify(value)),
      fc
        .array(fc.record({ pointer: fc.jsonValue(), code: fc.jsonValue() }))
        .map((errors) => JSON.stringify({ errors })),
    );
    await fc.assert(
      fc.asyncProperty(shapes, async (text) => {
        document = text;
        await assert.rejects(transport.submit(submission, options()), (error) => {
          assert.ok(error instanceof SendError);
          assert.equal(error.failure, 'refused');
          for (const { pointer, code } of error.problems)
            assert.deepEqual([typeof pointer, typeof code], ['string', 'string']);
          return true;
        });
      }),
      { numRuns: 100 },
    );
  });
});
