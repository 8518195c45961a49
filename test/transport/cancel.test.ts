import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { httpTransport } from '../../src/transport/http-transport.js';
import { SendError } from '../../src/transport/transport.js';
import { within } from '../../src/transport/within.js';
import {
  endlessWorld,
  html,
  json,
  key,
  misbehave,
  nobody,
  receipt,
  silence,
  submission,
  timers,
} from './misbehaving-receiver.js';

/** What has become of a promise when the work at hand is done, before any timer or socket has its turn. */
async function withinATick(promise: Promise<unknown>): Promise<unknown> {
  const tick = new Promise((resolve) => setImmediate(resolve, 'still going'));
  return Promise.race([promise.catch((error: unknown) => error), tick]);
}

const isCancelled = (outcome: unknown) => {
  assert.ok(outcome instanceof SendError, String(outcome));
  assert.equal(outcome.failure, 'cancelled');
  assert.equal(outcome.mayPass, false);
};

describe('a submission that is cancelled', () => {
  test('before it starts never goes out', async (t) => {
    const { base, seen } = await misbehave(t, json(201, receipt));
    const sending = httpTransport(base).submit(submission, { key, signal: AbortSignal.abort() });
    isCancelled(await withinATick(sending));
    assert.equal(seen.length, 0);
  });

  test('while the receiver is silent stops within a tick', async (t) => {
    const { base, seen } = await misbehave(t, silence);
    const stop = new AbortController();
    const onWait = () => assert.fail('it is not going to be tried again');
    const sending = httpTransport(base).submit(submission, { key, signal: stop.signal, onWait });
    while (seen.length === 0) await new Promise((resolve) => setImmediate(resolve));
    stop.abort();
    isCancelled(await withinATick(sending));
  });

  test('while it waits stops within a tick, and is not tried again', async (t) => {
    const { base, seen } = await misbehave(t, html(500));
    const stop = new AbortController();
    const waiting = new Promise<Promise<unknown>[]>((resolve) => {
      const sending: Promise<unknown> = httpTransport(base, endlessWorld()).submit(submission, {
        key,
        signal: stop.signal,
        onWait: () => resolve([sending]),
      });
    });
    const [sending] = await waiting;
    stop.abort(new Error('the person changed their mind'));
    isCancelled(await withinATick(sending!));
    assert.equal(seen.length, 1);
  });

  test('by whoever is told of the wait is not sent again', async (t) => {
    const { base, seen } = await misbehave(t, html(500));
    const stop = new AbortController();
    const sending = httpTransport(base, { random: () => 0 }).submit(submission, {
      key,
      signal: stop.signal,
      onWait: () => stop.abort(),
    });
    isCancelled(await sending.catch((error: unknown) => error));
    assert.equal(seen.length, 1);
  });

  test('leaves no timer behind', async (t) => {
    const stop = new AbortController();
    const base = await nobody(t);
    const before = timers();
    const sending = httpTransport(base, { random: () => 0.99 }).submit(submission, {
      key,
      signal: stop.signal,
      onWait: () => setImmediate(() => stop.abort()),
    });
    isCancelled(await sending.catch((error: unknown) => error));
    assert.equal(timers(), before);
  });
});

describe('within', () => {
  test('tells the work that it is over, however it ends', async () => {
    const endings: ((stop: AbortController) => Promise<unknown>)[] = [
      async () => 'done',
      () => Promise.reject(new Error('broken')),
      (stop) => new Promise(() => setImmediate(() => stop.abort())),
      () => new Promise(() => undefined),
    ];
    for (const ending of endings) {
      const stop = new AbortController();
      let inner: AbortSignal | undefined;
      await within(
        stop.signal,
        (signal) => {
          inner = signal;
          return ending(stop);
        },
        20,
      ).catch(() => undefined);
      assert.equal(inner?.aborted, true);
    }
  });
});
