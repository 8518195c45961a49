import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { describe, it } from 'node:test';
import { rawRequest } from './raw-request.js';
import { codeOf, eventually, post, startReceiver } from './running-receiver.js';
import { submissionWith } from './trial-form.js';

const head =
  'POST /api/submissions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 900000\r\n\r\n';

describe('many at once', () => {
  it('are asked to come back when they would fill the memory', async (test) => {
    const receiver = await startReceiver(test, { mostHeld: 1_000_000 });
    const slow = [1, 2].map(() => {
      const socket = connect(receiver.port, '127.0.0.1');
      socket.on('error', () => undefined);
      socket.write(head + ' '.repeat(500_000));
      return socket;
    });
    await eventually(async () => {
      const answer = await post(receiver, 'api/submissions', submissionWith());
      if (answer.status !== 503) return false;
      assert.equal(codeOf(answer), 'busy');
      assert.match(answer.headers.get('Retry-After') ?? '', /^\d+$/);
      return true;
    });
    for (const socket of slow) socket.destroy();
    await eventually(async () => (await post(receiver, 'api/submissions', submissionWith())).status === 201);
  });

  it('are not kept out by those who only announce', async (test) => {
    const receiver = await startReceiver(test, { mostHeld: 1_000_000 });
    const idle = Array.from({ length: 20 }, () => {
      const socket = connect(receiver.port, '127.0.0.1');
      socket.on('error', () => undefined);
      socket.write(head);
      return socket;
    });
    await new Promise((resolve) => setTimeout(resolve, 200));
    assert.equal((await post(receiver, 'api/submissions', submissionWith())).status, 201);
    for (const socket of idle) socket.destroy();
  });

  it('go over one connection, also after a refusal', async (test) => {
    const { port } = await startReceiver(test);
    const get = (path: string, more = '') => `GET ${path} HTTP/1.1\r\nHost: x\r\n${more}\r\n`;
    const body = 'x'.repeat(100_000);
    const refused = `PUT /api/submissions HTTP/1.1\r\nHost: x\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
    const answers = await rawRequest(port, [
      get('/nothing'),
      refused,
      get('/api/health', 'Connection: close\r\n'),
    ]);
    assert.deepEqual(
      [...answers.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status),
      ['404', '405', '200'],
    );
  });
});
