import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';
import { describe, it } from 'node:test';
import { openStorage } from '../../src/receiver/storage/storage.js';
import { run, startProgram } from '../cli/running-command.js';
import type { Role } from './handled-scene.js';
import { act, get, roles, send, trialData, wholeStaff } from './handled-scene.js';
import type { Running } from './running-receiver.js';

const ROUNDS = 20;
const REQUESTS = 40;

/** Somebody who takes messages: most at once, some after a refusal, some so late that nobody waits any more. */
async function listener(test: TestContext) {
  const seen = new Map<string, number>();
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      const id = String(request.headers['webhook-id']);
      const chance = Math.random();
      // What was taken is noted before the answer: a receiver killed meanwhile does not know, and must send again.
      if (chance >= 0.03) seen.set(id, (seen.get(id) ?? 0) + 1);
      setTimeout(() => response.writeHead(chance < 0.03 ? 503 : 204).end(), Math.random() * 30);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  test.after(() => server.closeAllConnections());
  test.after(() => server.close());
  return { seen, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
}

type At = Pick<Running, 'url' | 'dataDir'>;

/** One more step of one request by whoever can make one; gives what was acknowledged. */
async function step(
  receiver: Running,
  reference: string,
  staff: Readonly<Record<Role, string>>,
): Promise<string | undefined> {
  const role = roles[Math.floor(Math.random() * roles.length)] as Role;
  try {
    const { body } = await get(receiver, `api/staff/requests/${reference}`, staff[role]);
    // Those that go on for ever: a request that is closed takes no more moves.
    const moves = ((body.moves ?? []) as { id: string; needs: string[] }[]).filter(
      ({ id }) => id !== 'close',
    );
    const chosen = moves[Math.floor(Math.random() * moves.length)];
    if (chosen === undefined) return undefined;
    const given = {
      reason: 'سبب',
      override: 'سبب',
      ...(chosen.needs.includes('missing') && { missing: [{ title: 'شيء' }] }),
      ...(chosen.needs.includes('service') && { service: { type: 'x', on: '2026-11-22' } }),
    };
    const content = { move: chosen.id, version: body.version, ...given };
    const answer = await act(receiver, `api/staff/requests/${reference}/moves`, staff[role], content);
    return answer.status === 200 ? `${reference} ${Number(body.version) + 1} ${chosen.id}` : undefined;
  } catch {
    // The receiver was killed.
    return undefined;
  }
}

describe(`a receiver that is killed ${ROUNDS} times during moves and messages`, () => {
  it('has state, audit log and outbox agree, and has handed on each message', async (test) => {
    const dataDir = trialData(test);
    const { seen, url: hook } = await listener(test);
    const start = async () => {
      const program = startProgram(['serve'], {
        TAAFI_DATA: dataDir,
        HOST: '127.0.0.1',
        PORT: '0',
        TAAFI_WEBHOOK: hook,
      });
      test.after(() => program.child.kill('SIGKILL'));
      const [, port] = await program.until(/http:\/\/127\.0\.0\.1:(\d+)/);
      return { program, at: { url: `http://127.0.0.1:${port}`, dataDir } as At as Running };
    };
    const staff = await wholeStaff({ dataDir });
    const references: string[] = [];
    const acknowledged: string[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const { program, at } = await start();
      while (references.length < (REQUESTS * (round + 1)) / ROUNDS)
        references.push((await send(at)).reference);
      let isKilled = false;
      setTimeout(
        () => {
          isKilled = true;
          program.child.kill('SIGKILL');
        },
        200 + Math.random() * 600,
      );
      await Promise.all(
        references.map(async (reference) => {
          while (!isKilled) {
            const done = await step(at, reference, staff);
            if (done !== undefined) acknowledged.push(done);
            else await new Promise((resolve) => setTimeout(resolve, 10));
          }
        }),
      );
      await program.ended;
    }
    const { program } = await start();
    // A claim of a killed receiver lasts a minute.
    for (let seconds = 0; seconds < 420; seconds++) {
      const storage = await openStorage(`${dataDir}/taafi.db`);
      const { waiting } = await storage.outbox.counts();
      await storage.close();
      if (waiting === 0) break;
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
    program.child.kill('SIGTERM');
    await program.ended;

    const storage = await openStorage(`${dataDir}/taafi.db`);
    const log = (await storage.audit.after(0, 1_000_000)).map(
      ({ record }) => JSON.parse(record) as Record<string, unknown>,
    );
    const moved = new Map<string, number>();
    for (const { action, reference } of log)
      if (action === 'moved') moved.set(String(reference), (moved.get(String(reference)) ?? 0) + 1);
    const stored: string[] = [];
    let [messages, twice] = [0, 0];
    for (const reference of references) {
      const events = await storage.handling.events(reference);
      const row = await storage.handling.find(reference);
      assert.deepEqual(
        events.map(({ version }) => version),
        events.map((_, index) => index + 1),
      );
      assert.equal(row?.version, events.length);
      const moves = events.flatMap(({ version, happening }) =>
        happening.kind === 'moved' ? [{ version, ...happening }] : [],
      );
      assert.equal(row?.state, moves.at(-1)?.to ?? 'submitted');
      assert.equal(moved.get(reference) ?? 0, moves.length, 'as many entries of the log as moves');
      for (const { version, move } of moves) stored.push(`${reference} ${version} ${move}`);
      const outbox = await storage.outbox.of(reference);
      assert.deepEqual(
        outbox.map(({ version }) => version),
        [1, ...moves.map(({ version }) => version)],
      );
      for (const { id, delivered_at } of outbox) {
        messages += 1;
        assert.ok(delivered_at !== null, 'each message is delivered');
        assert.ok((seen.get(id) ?? 0) >= 1, 'each message has come');
        if ((seen.get(id) ?? 0) > 1) twice += 1;
      }
    }
    await storage.close();
    const lost = acknowledged.filter((done) => !stored.includes(done));
    assert.deepEqual(lost, []);
    assert.equal(new Set(stored).size, stored.length);
    const audit = await run(['audit', 'verify'], { TAAFI_DATA: dataDir });
    assert.equal(audit.code, 0, audit.out);
    const unknown = [...seen.keys()].length - messages;
    assert.equal(unknown, 0, 'no message came that is not of a stored change');
    test.diagnostic(
      `killed ${ROUNDS} times: ${references.length} requests, ${stored.length} moves stored, ${acknowledged.length} acknowledged, ` +
        `${lost.length} lost; ${messages} messages, ${messages} delivered, ${twice} of them more than once; ${log.length} entries of the log whole`,
    );
  });
});
