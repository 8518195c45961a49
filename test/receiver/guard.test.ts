import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { describe, it } from 'node:test';
import type { Work } from '../../src/core/proof-of-work.js';
import type { GuardPart } from '../../src/receiver/guard/guard.js';
import { guardParts } from '../../src/receiver/guard/guard.js';
import { solve } from '../../src/transport/guard/solving.js';
import { run } from '../cli/running-command.js';
import type { Role } from './handled-scene.js';
import { get, handlingReceiver, told, wholeStaff } from './handled-scene.js';
import type { Answer, Running } from './running-receiver.js';
import { codeOf, newKey, post } from './running-receiver.js';
import { submissionWith } from './trial-form.js';

const MINUTE = 60_000;

async function guarded(
  test: TestContext,
  parts: readonly GuardPart[] = guardParts,
): Promise<{ receiver: Running; staff: Readonly<Record<Role, string>> }> {
  const receiver = await handlingReceiver(test, { guard: parts });
  return { receiver, staff: await wholeStaff(receiver) };
}

/** What a form of a person says that was open for a while. */
async function personal(receiver: Running, open = MINUTE): Promise<Record<string, unknown>> {
  const { status, body } = await post(receiver, 'api/challenges', {});
  assert.equal(status, 200);
  receiver.time.now += open;
  const { challenge, work } = body as { challenge: string; work?: Work };
  const pace = { now: () => 0, pause: async () => undefined };
  const solution = work && (await solve(challenge, work, pace, 1e9));
  return { challenge, trapped: false, ...(solution !== undefined && { solution }) };
}

const send = (receiver: Running, guard: unknown, key = newKey()): Promise<Answer> =>
  post(
    receiver,
    'api/submissions',
    { ...submissionWith(told), ...(guard !== undefined && { guard }) },
    { 'Idempotency-Key': `"${key}"` },
  );

/** Why each request is marked, in the order they came; all of them were taken. */
async function marks(receiver: Running, token: string): Promise<unknown[]> {
  const { body } = await get(receiver, 'api/staff/requests', token);
  return (body.requests as { suspicion?: unknown }[]).map(({ suspicion }) => suspicion);
}

describe('the guard', () => {
  it('marks nothing that a person has sent, however quick', async (test) => {
    const { receiver, staff } = await guarded(test);
    assert.equal((await send(receiver, await personal(receiver))).status, 201);
    receiver.time.now += 1_000;
    // His answers were at hand.
    assert.equal((await send(receiver, await personal(receiver, 500))).status, 201);
    assert.deepEqual(await marks(receiver, staff.administrator), [undefined, undefined]);
  });

  it('takes what programs send as well, and marks it for staff, who see it in lists and in the request', async (test) => {
    const { receiver, staff } = await guarded(test);
    const guards = [
      async () => undefined,
      async () => ({ ...(await personal(receiver, 500)), solution: undefined }),
      async () => ({ ...(await personal(receiver)), challenge: `1.${newKey()}.${newKey()}` }),
      async () => personal(receiver, 9 * 24 * 60 * MINUTE),
    ];
    for (const guard of guards) {
      assert.equal((await send(receiver, await guard())).status, 201);
      receiver.time.now += 1_000;
    }
    assert.deepEqual(await marks(receiver, staff.administrator), [
      ['no-work'],
      ['young', 'no-work'],
      ['no-work'],
      ['no-work'],
    ]);
    const listed = await get(receiver, 'api/staff/requests', staff.administrator);
    const [request] = listed.body.requests as { reference: string }[];
    const read = await get(receiver, `api/staff/requests/${request?.reference}`, staff.administrator);
    assert.deepEqual(read.body.suspicion, ['no-work']);
    const lines = await run(['requests'], {
      TAAFI_RECEIVER: receiver.url,
      TAAFI_STAFF_TOKEN: staff.administrator,
    });
    assert.match(lines.out, /perhaps no person: no-work/);
  });

  it('sees the field that no person sees, wrong work, and a challenge that was used before', async (test) => {
    const { receiver, staff } = await guarded(test);
    const once = await personal(receiver);
    for (const guard of [
      once,
      { ...(await personal(receiver)), trapped: true },
      { ...(await personal(receiver)), solution: [1, 2, 3, 4, 5, 6, 7, 8] },
      once,
    ]) {
      receiver.time.now += 1_000;
      assert.equal((await send(receiver, guard)).status, 201);
    }
    assert.deepEqual(await marks(receiver, staff.administrator), [
      undefined,
      ['trap'],
      ['wrong-work'],
      ['used-challenge'],
    ]);
  });

  it('a request that is sent again with another challenge is the same request', async (test) => {
    const { receiver, staff } = await guarded(test);
    const key = newKey();
    const first = await send(receiver, await personal(receiver), key);
    assert.equal((await send(receiver, await personal(receiver), key)).text, first.text);
    assert.equal((await send(receiver, undefined, key)).text, first.text);
    assert.deepEqual(await marks(receiver, staff.administrator), [undefined]);
  });

  it('looks at what it was told to, and at nothing where it is off', async (test) => {
    const work = await guarded(test, ['work']);
    assert.equal((await post(work.receiver, 'api/challenges', {})).body.trap, false);
    await send(work.receiver, { ...(await personal(work.receiver)), trapped: true });
    const trap = await guarded(test, ['trap']);
    assert.equal((await post(trap.receiver, 'api/challenges', {})).body.work, undefined);
    await send(trap.receiver, undefined);
    const off = await guarded(test, []);
    assert.deepEqual((await post(off.receiver, 'api/challenges', {})).body, {});
    await send(off.receiver, undefined);
    for (const { receiver, staff } of [work, trap, off])
      assert.deepEqual(await marks(receiver, staff.administrator), [undefined]);
  });

  it('keeps nothing of it among the answers, and refuses what is not of its shape', async (test) => {
    const { receiver } = await guarded(test);
    const guard = await personal(receiver);
    await send(receiver, guard);
    const { out } = await run(['export'], { TAAFI_DATA: receiver.dataDir });
    assert.doesNotMatch(out, new RegExp(String(guard.challenge)));
    for (const wrong of [
      {},
      { ...guard, challenge: 'x' },
      { ...guard, solution: [-1] },
      { ...guard, more: 1 },
      'x',
    ]) {
      const answer = await send(receiver, wrong);
      assert.deepEqual([answer.status, codeOf(answer)], [400, 'malformed']);
    }
  });

  it('gives one client so many challenges and no more', async (test) => {
    const { receiver } = await guarded(test);
    const answers = [];
    for (let count = 0; count < 241; count++) answers.push(await post(receiver, 'api/challenges', {}));
    assert.deepEqual(answers.map(({ status }) => status).slice(-2), [200, 429]);
  });
});
