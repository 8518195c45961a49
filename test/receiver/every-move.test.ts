import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { allowed, everybody, moveIds, ways } from '../core/process/policy-table.js';
import type { Handled, Role } from './handled-scene.js';
import { act, opened, readBy, scene, send, told } from './handled-scene.js';

/** What moves need: what one lacks is tried on the pure rules. */
const needed: Readonly<Record<string, object>> = {
  returnForCompletion: { missing: [{ title: 'شيء' }] },
  askForRegistration: { missing: [{ title: 'شيء' }] },
  recordService: { service: { type: 'ما طُلب', on: '2026-11-22' } },
};

const always = { reason: 'سبب', override: 'سبب' };

/** A request of which nothing has to be compared, so that all its moves can be tried at once. */
async function fresh(handled: Handled): Promise<Handled> {
  handled.receiver.time.now += 61_000;
  return { ...handled, ...(await send(handled.receiver, { birthDate: told.birthDate })) };
}

/** Tries a move from a state the request must be in; gives the state it led to, or undefined where it was refused. */
async function attempt(
  handled: Handled,
  state: string,
  name: string,
  actor: string,
): Promise<string | undefined> {
  const { receiver, reference, staff } = handled;
  // Nobody looks up more than ten times a minute.
  receiver.time.now += 7_000;
  const url = `api/staff/requests/${reference}`;
  let before = await readBy(handled, staff.administrator);
  assert.equal(before.state, state);
  if (name === 'completeRegistration' && state === 'accepted') {
    for (const { id, isOpen } of before.items as { id: string; isOpen: boolean }[])
      if (isOpen)
        before = (await act(receiver, `${url}/items`, staff.relationsOfficer, { item: id, isOpen: false }))
          .body;
  }
  const { version } = before;
  const isOwn = actor === 'applicant';
  const answer = isOwn
    ? await act(receiver, 'api/track/moves', await opened(handled), {
        move: name,
        version,
        reason: always.reason,
      })
    : await act(receiver, `${url}/moves`, staff[actor as Role], {
        move: name,
        version,
        ...always,
        ...needed[name],
      });
  assert.ok([200, 403, 409].includes(answer.status), `${name} ${actor}: ${answer.text}`);
  if (answer.status !== 200) return undefined;
  return String(isOwn ? (answer.body.state as { id: string }).id : answer.body.state);
}

describe('the receiver', () => {
  it('makes from every state the moves of the policy by those who may, and no other', async (test) => {
    const handled = await scene(test, {}, { birthDate: told.birthDate });
    let tries = 0;
    for (const [name, steps] of ways()) {
      const [state = '', from] = name.split(' from ');
      const way = from === undefined ? [state] : [from, state];
      const reach = async () => {
        const request = await fresh(handled);
        let at = 'submitted';
        for (const [move, actor] of steps) at = String(await attempt(request, at, move, actor));
        assert.equal(at, state, name);
        return request;
      };
      let request = await reach();
      for (const move of moveIds) {
        // What is made by itself as soon as nothing is missing cannot be tried by hand: it has been made.
        if (move === 'completed') continue;
        for (const actor of everybody) {
          tries += 1;
          const expected = allowed(way, move, actor);
          const led = await attempt(request, state, move, actor);
          assert.equal(led, expected, `${name}: ${move} by ${actor}`);
          if (led !== undefined) request = await reach();
        }
      }
    }
    test.diagnostic(`${ways().size} configurations, ${tries} moves tried over HTTP`);
  });
});
