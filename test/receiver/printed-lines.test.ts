import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { get, handlingReceiver, lookUp, scene } from './handled-scene.js';
import { rawRequest } from './raw-request.js';
import type { Running } from './running-receiver.js';
import { post, startReceiver } from './running-receiver.js';
import { submissionWith } from './trial-form.js';

const DAY = 24 * 60 * 60 * 1000;
const line = /^([A-Z]+|-) (\/[\w:/.*-]*|-|\*|\/\*) \d{3} \d+ ms( [a-z-]+( by [0-9a-f]{12})?)?$/;

/** The name of the client in the last line about an address. */
const nameIn = ({ lines }: Running, route: string) =>
  / by ([0-9a-f]{12})$/.exec(lines.filter((one) => one.includes(` ${route} `)).at(-1) ?? '')?.[1];

describe('a line of the log', () => {
  it('is one line, whatever was sent, and holds nothing of it', async (test) => {
    const receiver = await startReceiver(test);
    const forged = '%0d%0aGET%20/forged%20200%201%20ms%1b[31m';
    const requests = [
      `GET /forms/${forged} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
      `GET /api/health?${forged} HTTP/1.1\r\nHost: x\r\nUser-Agent: ${forged}\r\nConnection: close\r\n\r\n`,
      `DELETE /api/uploads/${forged} HTTP/1.1\r\nHost: x\r\nTus-Resumable: 1.0.0\r\nConnection: close\r\n\r\n`,
      `GET /api/staff/requests/${forged} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${forged}\r\nConnection: close\r\n\r\n`,
      `POST /api/track HTTP/1.1\r\nHost: x\r\nOrigin: https://${forged}\r\nConnection: close\r\n\r\n`,
    ];
    for (const request of requests) await rawRequest(receiver.port, [request]);
    await post(receiver, 'api/submissions', `{"\\nforged 200": "\\r\\nforged"}`);
    await post(receiver, 'api/submissions', submissionWith({ story: 'a\r\nforged 200 1 ms' }));
    await rawRequest(receiver.port, [`forged ${'x'.repeat(99)}\r\n\r\n`]);
    await rawRequest(receiver.port, [`GET / HTTP/1.1\r\nForged: ${'x'.repeat(40_000)}\r\n\r\n`]);
    assert.equal(receiver.lines.length, requests.length + 4);
    assert.deepEqual(receiver.lines.slice(-2), ['- - 400 0 ms malformed', '- - 431 0 ms headers-too-large']);
    for (const one of receiver.lines) {
      assert.match(one, line);
      assert.ok(!one.includes('forged'), one);
    }
  });

  it('says why somebody was refused, and who that was by a name that nobody can turn back', async (test) => {
    const receiver = await handlingReceiver(test, { trustProxy: true });
    const by = (client: string) => ({ 'X-Forwarded-For': client });
    const wrong = { reference: '48291730561249', factor: '0000' };
    await lookUp(receiver, wrong, by('203.0.113.5'));
    const first = nameIn(receiver, '/api/track');
    assert.ok(first !== undefined);
    await get(receiver, 'api/staff/me', 'x', by('203.0.113.5'));
    assert.equal(nameIn(receiver, '/api/staff/me'), first);
    await lookUp(receiver, wrong, by('203.0.113.6'));
    assert.notEqual(nameIn(receiver, '/api/track'), first);
    receiver.time.now += DAY;
    await lookUp(receiver, wrong, by('203.0.113.5'));
    const tomorrow = nameIn(receiver, '/api/track');
    assert.ok(tomorrow !== undefined && tomorrow !== first);
    const all = receiver.lines.join('\n');
    assert.match(all, /^POST \/api\/track 404 \d+ ms unknown-request by /m);
    assert.match(all, /^GET \/api\/staff\/me 401 \d+ ms staff by /m);
    for (const secret of ['203.0.113', wrong.reference, wrong.factor]) assert.ok(!all.includes(secret));
  });

  it('tells who came in, who was kept out, and by what, as JSON with the moment in UTC', async (test) => {
    const { receiver, staff, reference } = await scene(test, { log: 'json' });
    await get(receiver, 'api/staff/me', staff.administrator);
    await get(receiver, 'api/staff/me', 'wrong');
    await get(receiver, `api/staff/requests/${reference}`, staff.administrator);
    await post(receiver, 'api/submissions', submissionWith(), { Origin: 'https://evil.example' });
    await post(receiver, 'api/submissions', submissionWith({ mobile: 'x' }));
    for (let count = 0; count < 11; count++) await lookUp(receiver, { reference, factor: '0000' });
    const read = receiver.lines.map((one) => JSON.parse(one) as Record<string, unknown>);
    const told = read.map(({ route, status, problem }) => `${route} ${status} ${problem}`);
    for (const wanted of [
      '/api/staff/me 200 undefined',
      '/api/staff/me 401 staff',
      '/api/submissions 403 origin',
      '/api/submissions 422 answers',
      '/api/track 404 unknown-request',
      '/api/track 429 too-many-tries',
    ])
      assert.ok(told.includes(wanted), `${wanted}\n${told.join('\n')}`);
    for (const { at, kind, status, client } of read) {
      assert.match(String(at), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
      assert.equal(kind, 'request');
      if (status === 200 || status === 422) assert.equal(client, undefined);
      else if (status !== 201) assert.match(String(client), /^[0-9a-f]{12}$/);
    }
  });
});
