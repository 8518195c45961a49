import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { Kysely, SqliteDialect } from 'kysely';
import Database from 'libsql';
import { AuditTrail } from '../../src/receiver/audit/audit-trail.js';
import { openSigningKeys } from '../../src/receiver/evidence/signing-keys.js';
import { Forms } from '../../src/receiver/forms/forms.js';
import { newHandling } from '../../src/receiver/handling/beginning.js';
import { HandledRequests } from '../../src/receiver/handling/handled-requests.js';
import { Problem } from '../../src/receiver/http/problem.js';
import { openLinkSecret } from '../../src/receiver/link-secret.js';
import { Processes } from '../../src/receiver/processes/processes.js';
import { moved, settled } from '../../src/receiver/staff/staff-changes.js';
import { placeIn } from '../../src/receiver/storage/sealed-columns.js';
import { storageOn, upToDate } from '../../src/receiver/storage/storage.js';
import type { Tables } from '../../src/receiver/storage/tables.js';
import { ownMove } from '../../src/receiver/tracking/own-changes.js';
import { TrackingTokens } from '../../src/receiver/tracking/tracking-tokens.js';
import { masterKeySource } from '../../src/receiver/vault/master-key-source.js';
import { drawReference, realWorld } from '../../src/receiver/world.js';
import { allowed, everybody, moveIds, policy, ways } from '../core/process/policy-table.js';
import { trialProcess } from './handled-scene.js';
import { temporaryFolder } from './running-receiver.js';
import { trialForm } from './trial-form.js';

const LONGEST = 6;
type Step = readonly [move: string, actor: string];

/** Each move somebody may make there, with who makes it: those that are made by themselves make nobody. */
function stepsFrom(state: string): readonly Step[] {
  return (policy[state] ?? []).flatMap(([move, , by]) =>
    move === 'completed' ? [] : by.map((actor) => [move, actor] as const),
  );
}

/** The longest sequences from the end of a way; every shorter one is the beginning of one of them. */
function* sequences(way: readonly string[], steps: readonly Step[]): Generator<readonly Step[]> {
  const next = steps.length === LONGEST ? [] : stepsFrom(way.at(-1) ?? '');
  if (next.length === 0) yield steps;
  for (const [move, actor] of next) {
    const to = allowed(way, move, actor) ?? '';
    const isBack = move === 'endReferral';
    yield* sequences(isBack ? way.slice(0, -1) : [...way, to], [...steps, [move, actor]]);
  }
}

describe('the receiver, given every sequence of up to six moves from every configuration', () => {
  it('ends where the policy says, and takes no other move on the way', async (test) => {
    const folder = temporaryFolder(test);
    for (const [name, document] of [
      ['forms', trialForm],
      ['processes', trialProcess],
    ] as const) {
      mkdirSync(join(folder, name));
      writeFileSync(join(folder, name, 'trial.json'), JSON.stringify(document));
    }
    const world = { ...realWorld, print: () => {} };
    const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: new Database(':memory:') }) });
    const storage = storageOn(db, await upToDate(db, masterKeySource(folder, {})), {});
    const forms = new Forms(join(folder, 'none'), join(folder, 'forms'), storage.definitions, world);
    await forms.refresh();
    const tokens = new TrackingTokens(await openLinkSecret(folder), world);
    const processes = new Processes(
      join(folder, 'none'),
      join(folder, 'processes'),
      storage.processes,
      async () => [],
      world,
    );
    const known = await processes.forForm('trial');
    assert.ok(known !== undefined);
    const trail = new AuditTrail(storage.audit, await openSigningKeys(folder, world, undefined), world);
    const requests = new HandledRequests(storage.handling, processes, forms, trail, world, () => {});
    const definition = await db.selectFrom('definition').select('sha256').executeTakeFirstOrThrow();

    /** A request as if it had come fifteen days ago. */
    async function fresh(): Promise<string> {
      const reference = drawReference(world);
      const receivedAt = new Date(world.clock() - 15 * 24 * 3_600_000).toISOString();
      const row = {
        reference,
        form_id: 'trial',
        form_version: '1.2.0',
        definition_sha256: definition.sha256,
        language: 'ar',
      };
      await db
        .insertInto('submission')
        .values({
          ...row,
          answers: storage.masterKeys.keyring.seal(placeIn('submission', reference), '{}'),
          answers_sha256: '',
          not_before: null,
          received_at: receivedAt,
        })
        .execute();
      const begins = { formId: 'trial', answers: {}, receivedAt, notBefore: undefined };
      await storage.earlier.begin([
        { reference, receivedAt, handling: newHandling(known as never, begins, tokens, world) },
      ]);
      return reference;
    }

    async function make(reference: string, [move, actor]: Step): Promise<string | undefined> {
      try {
        if (move === 'completeRegistration') {
          const { progress, items } = (await requests.find(reference))?.handled ?? { items: [] };
          for (const { id, isOpen } of items)
            if (isOpen && progress?.state === 'accepted')
              await requests.change(reference, undefined, (before) =>
                settled(
                  before,
                  { item: id, isOpen: false },
                  { id: 'x', roles: ['relationsOfficer', 'socialResearcher'] },
                ),
              );
        }
        const { request } = await requests.change(reference, undefined, (before) => {
          const { version } = before.stored;
          if (actor === 'applicant') return ownMove(before, { move, version, reason: 'سبب' }, world);
          const needs = known?.process.moves.find(({ id }) => id === move)?.needs ?? [];
          const body = {
            move,
            version,
            reason: 'سبب',
            ...(needs.includes('missing') && { missing: [{ title: 'شيء', isConfined: false }] }),
            ...(needs.includes('service') && { service: { type: 'ما طُلب', on: '2026-01-01' } }),
          };
          return moved(before, body, { id: actor, roles: [actor] }, world);
        });
        return request.handled.progress.state;
      } catch (error) {
        if (error instanceof Problem) return undefined;
        throw error;
      }
    }

    let [made, refused, count] = [0, 0, 0];
    for (const [name, steps] of ways()) {
      const [state = '', from] = name.split(' from ');
      for (const sequence of sequences(from === undefined ? [state] : [from, state], [])) {
        count += 1;
        const reference = await fresh();
        for (const step of steps) assert.ok((await make(reference, step)) !== undefined, `${name}: ${step}`);
        let way = from === undefined ? [state] : [from, state];
        for (const step of sequence) {
          // One of those that nobody may make there, another one each time.
          const wrong: Step = [
            moveIds[(made * 7) % moveIds.length] ?? '',
            everybody[(made * 3) % everybody.length] ?? '',
          ];
          if (wrong[0] !== 'completed' && allowed(way, ...wrong) === undefined) {
            assert.equal(await make(reference, wrong), undefined, `${name}, ${sequence}: ${wrong}`);
            refused += 1;
          }
          const to = allowed(way, ...step);
          assert.equal(await make(reference, step), to, `${name}: ${sequence}, at ${step}`);
          made += 1;
          way = step[0] === 'endReferral' ? way.slice(0, -1) : [...way, to ?? ''];
        }
      }
    }
    await storage.close();
    test.diagnostic(
      `${count} longest sequences from ${ways().size} configurations: ${made} moves made, ${refused} refused`,
    );
  });
});
