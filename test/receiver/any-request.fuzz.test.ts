import assert from 'node:assert/strict';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Handled } from './handled-scene.js';
import { act, lookUp, opened, readBy, scene, send, told } from './handled-scene.js';
import type { Running } from './running-receiver.js';
import { newKey } from './running-receiver.js';
import { submissionWith } from './trial-form.js';
import { mustBeWell } from './well-behaved.js';

/** How many requests of each kind; `RUNS` in the environment sets another number. */
const RUNS = Number(process.env.RUNS ?? 10_000);
/** Requests on their way at one time. */
const AT_ONCE = 24;

/** What nobody but the one it is about, and the staff, may ever get to see. */
const secrets = {
  fullName: 'سرّيمة المكتوم الخفيّ',
  mobile: '+966550001971',
  story: 'لا يعلم بهذا أحد سواي: ظلٌّ-٧٧١٩',
};

interface Sent {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

interface Got {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

/** Over Node's own client, which sends what `fetch` would refuse to. */
function ask(port: number, { method, path, headers, body }: Sent): Promise<Got> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      { port, host: '127.0.0.1', method, path, headers, agent: false },
      (response) => {
        const pieces: Buffer[] = [];
        response.on('data', (piece: Buffer) => pieces.push(piece));
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(pieces).toString('utf8'),
          }),
        );
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}

/** Runs through all of something, some at a time. */
async function through<One>(all: readonly One[], work: (one: One) => Promise<void>): Promise<void> {
  const rest = all[Symbol.iterator]();
  const worker = async () => {
    for (const one of rest) await work(one);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

/** Everything that a stranger or another person could know. */
interface Known {
  readonly reference: string;
  readonly other: Handled;
  readonly session: string;
}

/** Addresses of the receiver, with names in them that are there, could be there, or never are. */
function paths({ reference, other }: Known): fc.Arbitrary<string> {
  const name = fc.oneof(
    fc.constantFrom(
      reference,
      other.reference,
      'trial',
      'me',
      newKey(),
      '0',
      '..',
      '%2e%2e',
      '__proto__',
      '%00',
    ),
    fc.string({ maxLength: 30, unit: 'binary' }).map(encodeURIComponentSafely),
    fc.stringMatching(/^[!-~]{1,40}$/).map((text) => text.replaceAll(/[\s#]/g, '')),
  );
  const template = fc.constantFrom(
    'api/submissions',
    'api/referrals',
    'api/uploads',
    'api/uploads/*',
    'api/requests/data',
    'api/track',
    'api/track/items',
    'api/track/questions',
    'api/track/moves',
    'api/track/rights',
    'api/track/sharing',
    'api/staff/me',
    'api/staff/requests',
    'api/staff/requests/*',
    'api/staff/requests/*/files/*',
    'api/staff/requests/*/moves',
    'api/staff/requests/*/answers',
    'api/staff/surveys',
    'api/partner-referrals',
    'api/partner/referrals',
    'api/partner/referrals/*',
    'api/surveys/*/invitation',
    'api/surveys/*/pages',
    'api/surveys/*/answers',
    'api/receipts',
    'api/keys',
    'api/health',
    'api/csp-reports',
    'embed/*',
    'refer/*',
    'forms/*',
    'packs/*/*',
    'kit/*',
    '*',
    '*/*',
  );
  const path = template.chain((text) =>
    fc
      .array(name, { minLength: 2, maxLength: 2 })
      .map((names) => names.reduce((filled, one) => filled.replace('*', () => one), text)),
  );
  const query = fc.option(fc.webQueryParameters({ size: '-1' }), { nil: '' });
  return fc.tuple(path, query).map(([where, what]) => `/${where}${what === '' ? '' : `?${what}`}`);
}

function encodeURIComponentSafely(text: string): string {
  return encodeURIComponent(text.replaceAll(/\p{Cs}/gu, '?'));
}

/** Puts something else in the place of one value of a JSON text. */
function spoilt(texts: readonly string[]): fc.Arbitrary<Buffer> {
  const instead = fc.oneof(
    fc.json({ maxDepth: 3 }),
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '',
      'null',
      '-1',
      '1e400',
      '"\\u0000"',
      '"\\ud800"',
      '{"__proto__":{"a":1}}',
      '"../../etc"',
      `"${'x'.repeat(5_000)}"`,
    ),
  );
  return fc.tuple(fc.constantFrom(...texts), fc.nat(), instead).map(([text, place, other]) => {
    const values = [...text.matchAll(/"(?:[^"\\]|\\.)*"|\d+|true|false|\{\}|\[\]/g)];
    const found = values[place % values.length];
    const changed =
      found === undefined
        ? text
        : text.slice(0, found.index) + other + text.slice(found.index + found[0].length);
    return Buffer.from(changed);
  });
}

/** What each address takes. */
function rightBodies({ reference, other }: Known): Readonly<Record<string, string>> {
  const bodies = {
    'api/submissions': submissionWith({ ...told, dependants: [{ name: 'نورة' }], wishes: ['rent'] }),
    'api/referrals': {
      form: { id: 'trial', version: '1.2.0' },
      step: 'about',
      question: '؟',
      language: 'ar',
    },
    'api/requests/data': { reference: other.reference, token: newKey() },
    'api/track': { reference, token: other.token },
    'api/track/items': {
      item: 1,
      files: [{ id: newKey(), name: 'a.pdf', type: 'application/pdf', size: 1 }],
    },
    'api/track/questions': { kind: 'question', text: '؟', language: 'ar' },
    'api/track/moves': { move: 'withdraw', version: 99 },
    'api/track/rights': { right: 'access', language: 'ar' },
    'api/track/sharing': { what: 'received' },
    'api/partner-referrals': { form: 'trial', token: `${newKey()}.${newKey()}` },
    'api/surveys/trial/invitation': { token: newKey() },
    'api/surveys/trial/pages': { token: newKey(), page: 'about' },
    'api/receipts': { record: { reference }, seal: {} },
    [`api/staff/requests/${reference}/moves`]: { move: 'begin', version: 1 },
    [`api/staff/requests/${reference}/answers`]: { question: 1, text: 'x' },
  };
  return Object.fromEntries(Object.entries(bodies).map(([path, body]) => [path, JSON.stringify(body)]));
}

/** Bodies from what is right somewhere to what is nothing at all. */
function bodies(known: Known): fc.Arbitrary<Buffer> {
  const right = Object.values(rightBodies(known));
  return fc.oneof(
    fc.constant(Buffer.alloc(0)),
    fc.constantFrom(...right).map((text) => Buffer.from(text)),
    spoilt(right),
    fc.json().map((text) => Buffer.from(text)),
    fc.uint8Array({ maxLength: 2_000 }).map((bytes) => Buffer.from(bytes)),
  );
}

/** Requests that are right but for one thing, or for nothing. */
function nearlyRight(known: Known): fc.Arbitrary<Sent> {
  const headers = () => ({
    'Content-Type': 'application/json',
    'Idempotency-Key': `"${newKey()}"`,
    Authorization: `Bearer ${known.session}`,
  });
  return fc.constantFrom(...Object.entries(rightBodies(known))).chain(([path, text]) =>
    fc.record({
      method: fc.constant('POST'),
      path: fc.constant(`/${path}`),
      headers: fc.oneof(
        { weight: 5, arbitrary: fc.constant(0).map(headers) },
        headersOf(known).map((some) => ({ ...headers(), ...some })),
      ),
      body: fc.oneof({ weight: 4, arbitrary: spoilt([text]) }, fc.constant(Buffer.from(text))),
    }),
  );
}

function headersOf({ other, session }: Known): fc.Arbitrary<Record<string, string>> {
  const token = fc.constantFrom(
    `Bearer ${session}`,
    `Bearer ${other.token}`,
    `Bearer ${newKey()}`,
    'Bearer ',
    `bearer  ${session}x`,
    `Basic ${Buffer.from('a:b').toString('base64')}`,
  );
  const odd = fc.stringMatching(/^[ -~]{0,60}$/);
  return fc.record(
    {
      'Content-Type': fc.oneof(
        { weight: 6, arbitrary: fc.constant('application/json') },
        fc.constantFrom(
          'text/plain',
          'application/offset+octet-stream',
          'application/x-www-form-urlencoded',
          '',
        ),
        odd,
      ),
      'Idempotency-Key': fc.oneof(
        fc.constant('').map(() => `"${newKey()}"`),
        odd,
      ),
      Authorization: fc.oneof({ weight: 4, arbitrary: token }, odd),
      'If-None-Match': odd,
      'Tus-Resumable': fc.constantFrom('1.0.0', '2.0.0', ''),
      'Upload-Length': fc.oneof(fc.integer().map(String), odd),
      'Upload-Offset': fc.oneof(fc.integer().map(String), odd),
      'Upload-Metadata': fc.oneof(fc.constant(`id ${Buffer.from(newKey()).toString('base64')}`), odd),
      Range: odd,
      'Accept-Language': odd,
      'Accept-Encoding': odd,
    },
    { requiredKeys: [] },
  );
}

const origins = fc.constantFrom('null', 'https://evil.example', 'http://127.0.0.1', 'https://[', '');

const methods = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom('GET', 'POST') },
  fc.constantFrom('HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND', 'SEARCH'),
);

/** From another address each time: otherwise only the first few would come further than the limits. */
const addresses = fc.ipV4();

function mustBeHarmless(got: Got, what: string): void {
  assert.ok(got.status >= 200, `${got.status} for ${what}`);
  if (got.status >= 500) {
    assert.match(String(got.headers['content-type']), /^application\/problem\+json/, what);
    assert.notEqual(got.status, 500, `a fault: ${what}`);
  }
  const all = `${JSON.stringify(got.headers)}\n${got.text}`;
  for (const [name, secret] of Object.entries(secrets))
    assert.ok(!all.includes(secret) && !all.includes(secret.slice(-7)), `${name} is told: ${what}`);
  assert.doesNotMatch(
    all,
    /\bat .+\.[jt]s:\d+:\d+|node_modules|SQLITE|select .+ from /i,
    `its inside is told: ${what}`,
  );
  if (got.status < 400 || got.headers['content-type'] !== undefined)
    assert.equal(got.headers['x-content-type-options'], 'nosniff', what);
}

/** One with secrets whose request is left alone, and another who may do whatever occurs to him. */
async function twoPeople(test: Parameters<typeof scene>[0]) {
  const lone = await scene(test, { trustProxy: true }, { ...told, ...secrets });
  await act(lone.receiver, 'api/track/questions', await opened(lone), {
    kind: 'question',
    text: secrets.story,
    language: 'ar',
  });
  const other = { ...lone, ...(await send(lone.receiver)) };
  const session = await opened(other);
  const before = await readBy(lone, lone.staff.administrator);
  return { lone, before, known: { reference: lone.reference, other, session } };
}

async function mustBeAsItWas(lone: Handled, before: unknown, receiver: Running): Promise<void> {
  assert.deepEqual(await readBy(lone, lone.staff.administrator), before);
  // From an address of his own: that of the others has tried too often.
  const { reference, token } = lone;
  const looked = await lookUp(receiver, { reference, token }, { 'X-Forwarded-For': '192.0.2.7' });
  assert.equal(looked.status, 200, looked.text);
  await mustBeWell(receiver);
  const printed = receiver.lines.join('\n');
  for (const [name, secret] of Object.entries(secrets))
    assert.ok(!printed.includes(secret), `${name} is printed`);
}

describe(`${RUNS} requests at random`, () => {
  it('are answered without a fault, and tell nobody of anybody else', async (test) => {
    const { lone, before, known } = await twoPeople(test);
    const { receiver } = lone;
    const any = { method: methods, path: paths(known), headers: headersOf(known), body: bodies(known) };
    const one = fc.record({
      sent: fc.oneof(fc.record(any), nearlyRight(known)),
      address: addresses,
      origin: fc.oneof({ weight: 9, arbitrary: fc.constant(undefined) }, origins),
    });
    const statuses = new Map<number, number>();
    await through(fc.sample(one, RUNS), async ({ sent, address, origin }) => {
      const length = String(sent.body.length);
      const own = { 'X-Forwarded-For': address, 'Content-Length': length, Connection: 'close' };
      const headers = { ...sent.headers, ...(origin !== undefined && { Origin: origin }), ...own };
      const what = JSON.stringify({ ...sent, body: sent.body.toString('utf8').slice(0, 300) });
      // A request that Node's client will not write is no request.
      const got = await ask(receiver.port, { ...sent, headers }).catch((error: NodeJS.ErrnoException) => {
        if (error.code?.startsWith('ERR_')) return undefined;
        // The receiver may hang up on who sends a body that nobody wants.
        if (error.code === 'ECONNRESET' || error.code === 'EPIPE') return undefined;
        throw new Error(what, { cause: error });
      });
      if (got === undefined) return;
      statuses.set(got.status, (statuses.get(got.status) ?? 0) + 1);
      mustBeHarmless(got, what);
    });
    const answered = [...statuses.values()].reduce((sum, count) => sum + count, 0);
    assert.ok(answered > RUNS * 0.9, `only ${answered} were answered`);
    console.log(
      `# by status: ${[...statuses]
        .sort(([a], [b]) => a - b)
        .map(([status, count]) => `${status}: ${count}`)
        .join(', ')}`,
    );
    await mustBeAsItWas(lone, before, receiver);
  });

  it('may be no HTTP at all', async (test) => {
    const { lone, before, known } = await twoPeople(test);
    const { receiver } = lone;
    const right = [
      `GET /api/health HTTP/1.1\r\nHost: x\r\n\r\n`,
      `GET /api/track HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${known.session}\r\n\r\n`,
      `POST /api/submissions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nIdempotency-Key: "${newKey()}"\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{"a":\r\n2\r\n1}\r\n0\r\n\r\n`,
      `POST /api/track HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}GET /api/keys HTTP/1.1\r\nHost: x\r\n\r\n`,
    ].map((text) => Buffer.from(text));
    const spoilt = fc
      .record({
        text: fc.constantFrom(...right),
        place: fc.nat(),
        taken: fc.nat({ max: 6 }),
        put: fc.oneof(
          fc.uint8Array({ maxLength: 8 }).map((bytes) => Buffer.from(bytes)),
          fc
            .constantFrom(
              '\r\n',
              '\n',
              '\0',
              ' ',
              ':',
              'Content-Length: 3\r\n',
              'Transfer-Encoding: chunked\r\n',
              '%',
              '/../',
              'Host: y\r\n',
              '﻿',
            )
            .map((text) => Buffer.from(text)),
        ),
      })
      .map(({ text, place, taken, put }) => {
        const at = place % text.length;
        return Buffer.concat([text.subarray(0, at), put, text.subarray(at + taken)]);
      });
    const any = fc.oneof(
      { weight: 6, arbitrary: spoilt },
      fc.uint8Array({ minLength: 1, maxLength: 400 }).map((bytes) => Buffer.from(bytes)),
    );
    await through(fc.sample(any, RUNS), async (bytes) => {
      const text = await talk(receiver.port, bytes);
      const what = JSON.stringify(bytes.toString('latin1'));
      for (const [, status] of text.matchAll(/^HTTP\/1\.1 (\d+)/gm))
        assert.ok(Number(status) !== 500, `${status} for ${what}`);
      for (const [name, secret] of Object.entries(secrets))
        assert.ok(!text.includes(secret), `${name} is told: ${what}`);
    });
    await mustBeAsItWas(lone, before, receiver);
  });
});

/** What comes back on a line that says this and nothing more. */
function talk(port: number, bytes: Buffer): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const pieces: Buffer[] = [];
    socket.on('data', (piece) => pieces.push(piece));
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(Buffer.concat(pieces).toString('utf8')));
    socket.end(bytes);
  });
}
