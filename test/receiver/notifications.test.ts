import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { waitAfter } from '../../src/receiver/notifications/deliveries.js';
import type { News } from '../../src/receiver/notifications/notification.js';
import { openStorage } from '../../src/receiver/storage/storage.js';
import { act, go, handlingReceiver, lookUp, opened, scene, send, told } from './handled-scene.js';
import { eventually } from './running-receiver.js';

interface Received {
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  readonly notification: News;
}

const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;

/** Somebody who takes messages, or does not: `answer` says with which status a delivery is answered, the how maniest of that message. */
async function listener(test: TestContext, answer: (time: number) => number = () => 204) {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (piece: string) => {
      body += piece;
    });
    request.on('end', () => {
      const notification = JSON.parse(body) as News;
      received.push({ headers: request.headers, body, notification });
      const same = received.filter((other) => other.notification.id === notification.id);
      response.writeHead(answer(same.length)).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  test.after(() => server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  return { received, webhook: { url, secret: SECRET } };
}

const kinds = (received: readonly Received[]) =>
  received.map(({ notification }) => notification.state ?? notification.type);

describe('every change makes one message', () => {
  it('to the webhook, signed as Standard Webhooks has it', async (test) => {
    const { received, webhook } = await listener(test);
    const tracker = 'https://charity.example/track';
    const handled = await scene(test, { webhook, tracker });
    await go(handled, ['relationsOfficer', 'beginVerification'], ['relationsOfficer', 'refer']);
    await eventually(() => received.length === 3);
    assert.deepEqual(kinds(received), ['request.received', 'dataVerification', 'referred']);
    for (const { headers, body, notification } of received) {
      const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
      const signature = createHmac('sha256', Buffer.alloc(32, 7)).update(signed).digest('base64');
      assert.equal(headers['webhook-signature'], `v1,${signature}`);
      assert.equal(headers['webhook-id'], notification.id);
      assert.equal(headers['webhook-timestamp'], '1795338000');
    }
    assert.equal(new Set(received.map(({ notification }) => notification.id)).size, 3);
    const [first] = received;
    assert.deepEqual(first?.notification.contact, { phone: told.mobile });
    assert.match(first?.notification.text ?? '', /^وصل طلبك رقم \u2066\d{4}-\d{4}-\d{4}-\d\d\u2069\./);
    const [, reference, token] =
      /^https:\/\/charity\.example\/track#track=(\d{14})\.(.+)$/.exec(first?.notification.link ?? '') ?? [];
    assert.equal((await lookUp(handled.receiver, { reference, token })).status, 200);
  });

  it('for answers and data rights too, and for a move that was made by itself', async (test) => {
    const { received, webhook } = await listener(test);
    const handled = await scene(test, { webhook });
    const { receiver, staff, reference } = handled;
    await go(
      handled,
      ['relationsOfficer', 'beginVerification'],
      ['relationsOfficer', 'returnForCompletion', { missing: [{ title: 'رقم', kind: 'text' }] }],
    );
    const session = await opened(handled);
    await act(receiver, 'api/track/questions', session, {
      kind: 'question',
      text: 'سؤال خاص',
      language: 'ar',
    });
    await act(receiver, 'api/track/rights', session, { kind: 'copy' });
    const read = await fetch(`${receiver.url}/api/staff/requests/${reference}`, {
      headers: { Authorization: `Bearer ${staff.administrator}` },
    });
    const { items, questions, rights } = (await read.json()) as Record<string, [{ id: string }]>;
    await act(receiver, 'api/track/items', session, { item: items?.[0].id, text: '١٢' });
    const url = `api/staff/requests/${reference}`;
    await act(receiver, `${url}/answers`, staff.socialResearcher, {
      question: questions?.[0].id,
      text: 'نعم يمكنك ذلك',
    });
    await act(receiver, `${url}/rights`, staff.administrator, { right: rights?.[0].id });
    await eventually(() => received.length === 6);
    assert.deepEqual(kinds(received), [
      'request.received',
      'dataVerification',
      'returned',
      'dataVerification',
      'request.answered',
      'request.rightDone',
    ]);
    const text = JSON.stringify(received);
    for (const secret of ['سالم', 'يمكنك', 'سؤال خاص', 'رقم الحساب', '1990', 'تعافي'])
      assert.ok(!text.includes(secret), secret);
  });

  it('without a telephone number where nobody agreed to messages', async (test) => {
    const { received, webhook } = await listener(test);
    const receiver = await handlingReceiver(test, { webhook });
    await send(receiver, { birthDate: told.birthDate });
    await eventually(() => received.length === 1);
    assert.equal(received[0]?.notification.contact, null);
  });
});

describe('a webhook that does not take a message', () => {
  it('gets it again, under the same id, and the next one of that request not before', async (test) => {
    const { received, webhook } = await listener(test, (time) => (time <= 2 ? 503 : 200));
    const handled = await scene(test, { webhook });
    await go(handled, ['relationsOfficer', 'beginVerification']);
    const own = () => received.filter(({ notification }) => notification.reference === handled.reference);
    await eventually(async () => {
      handled.receiver.time.now += 30_000;
      // Any change wakes it.
      await send(handled.receiver);
      return own().length === 6;
    });
    assert.deepEqual(kinds(own()), [
      ...Array(3).fill('request.received'),
      ...Array(3).fill('dataVerification'),
    ]);
    assert.equal(new Set(own().map(({ notification }) => notification.id)).size, 2);
    assert.ok(handled.receiver.lines.some((line) => /was not taken: the webhook answered 503/.test(line)));
  });

  it('is asked less and less often, never more than six hours apart', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (tries, random) => {
          const wait = waitAfter(tries, random);
          assert.ok(wait >= 5_000 && wait <= 6 * 3_600_000);
          assert.ok(waitAfter(tries + 1, random) >= wait);
        },
      ),
    );
  });

  it('holds up nobody: after a week the message is given up', async (test) => {
    const { received, webhook } = await listener(test, () => 500);
    const handled = await scene(test, { webhook });
    await eventually(() => received.length === 1);
    handled.receiver.time.now += 8 * 24 * 3_600_000;
    await send(handled.receiver);
    await eventually(() => handled.receiver.lines.some((line) => line.includes('given up')));
  });

  it('keeps no receiver from stopping, and what waits is there after a restart', async (test) => {
    const { received, webhook } = await listener(test, (time) => (time === 1 ? 500 : 200));
    const handled = await scene(test, { webhook });
    await eventually(() => received.length === 1);
    const later = await handled.receiver.restart({ clock: () => handled.receiver.time.now + 60_000 });
    await eventually(() => received.length === 2);
    assert.equal(received[1]?.notification.id, received[0]?.notification.id);
    await later.close();
    const storage = await openStorage(`${later.dataDir}/taafi.db`);
    assert.deepEqual(await storage.outbox.counts(), { waiting: 0, givenUp: 0 });
    await storage.close();
  });
});

describe('without a webhook', () => {
  it('messages are written to a file, without numbers and links', async (test) => {
    const handled = await scene(test, { tracker: 'https://charity.example/track' });
    await go(handled, ['relationsOfficer', 'beginVerification']);
    const path = join(handled.receiver.dataDir, 'notifications.jsonl');
    await eventually(() => existsSync(path) && readFileSync(path, 'utf8').split('\n').length === 3);
    const lines = readFileSync(path, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    assert.deepEqual(
      lines.map(({ type, mayBeCalled }) => [type, mayBeCalled]),
      [
        ['request.received', true],
        ['request.moved', true],
      ],
    );
    assert.ok(lines.every((line) => !('contact' in line) && !('link' in line)));
    assert.equal(statSync(path).mode & 0o777, 0o600);
  });
});
