import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { AuditTrail } from '../../src/receiver/audit/audit-trail.js';
import { openSigningKeys } from '../../src/receiver/evidence/signing-keys.js';
import { Retention } from '../../src/receiver/retention/retention.js';
import { keptSince, retentionRules } from '../../src/receiver/retention/retention-rules.js';
import { openStorage } from '../../src/receiver/storage/storage.js';
import { realWorld } from '../../src/receiver/world.js';
import { run } from '../cli/running-command.js';
import { act, opened, readBy, scene, send, view } from './handled-scene.js';
import { eventually, NOW, post, startReceiver, temporaryFolder } from './running-receiver.js';
import { submissionWith } from './trial-form.js';
import { filesIn, upload } from './tus-client.js';

const DAY = 24 * 3_600_000;

function rule(dataDir: string, rules: unknown): void {
  writeFileSync(join(dataDir, 'retention.json'), JSON.stringify(rules));
}

describe('how long things are kept', () => {
  it('is read from one file, and a wrong one destroys nothing', async (test) => {
    const folder = temporaryFolder(test);
    assert.deepEqual(await retentionRules(folder), { requests: {}, questions: undefined });
    rule(folder, { requests: { trial: { keep: 'P5Y' } }, questions: { keep: 'P90D' } });
    assert.deepEqual(await retentionRules(folder), {
      requests: { trial: { keep: 'P5Y', after: 'end' } },
      questions: { keep: 'P90D', after: 'received' },
    });
    for (const keep of ['', 'P', 'P0Y', 'P29D', 'P1W', 'PT5H', '5Y', 5]) {
      rule(folder, { requests: { trial: { keep } } });
      await assert.rejects(retentionRules(folder), /retention\.json: \/requests\/trial\/keep /, String(keep));
    }
    rule(folder, { forms: {} });
    await assert.rejects(retentionRules(folder), /retention\.json: /);
  });

  it('is never less than the time says', () => {
    const rules = fc.record({
      years: fc.integer({ min: 0, max: 50 }),
      months: fc.integer({ min: 0, max: 30 }),
      days: fc.integer({ min: 1, max: 400 }),
    });
    fc.assert(
      fc.property(rules, fc.integer({ min: 0, max: 36_500 }), ({ years, months, days }, day) => {
        const now = NOW + day * DAY;
        const since = keptSince({ keep: `P${years}Y${months}M${days}D`, after: 'end' }, now);
        const kept = (now - Date.parse(since)) / DAY;
        assert.ok(kept >= years * 365 + months * 28 + days, `${kept}`);
        assert.ok(kept <= years * 366 + months * 31 + days + 3, `${kept}`);
      }),
    );
    assert.equal(
      keptSince({ keep: 'P1M', after: 'end' }, Date.parse('2026-03-31T10:00:00Z')),
      '2026-02-28T10:00:00.000Z',
    );
  });
});

describe('what has been kept long enough', () => {
  it('is destroyed with all that belongs to it, and the evidence stays whole', async (test) => {
    const receiver = await startReceiver(test);
    const { dataDir, time } = receiver;
    const file = await upload(receiver);
    const body = submissionWith({ fullName: 'سالم القديم', documents: [file] });
    const old = await post(receiver, 'api/submissions', body);
    assert.equal(old.status, 201, old.text);
    const question = {
      form: { id: 'trial', version: '1.2.0' },
      step: 'about',
      question: 'سؤال قديم',
      language: 'ar',
    };
    assert.equal((await post(receiver, 'api/referrals', question)).status, 201);
    time.now += 40 * DAY;
    await send(receiver, {});
    time.now += 30 * DAY;
    rule(dataDir, { requests: { trial: { keep: 'P60D', after: 'received' } }, questions: { keep: 'P60D' } });
    assert.equal(filesIn(receiver).length, 1);
    const again = await receiver.restart({ clock: () => time.now });
    const reference = String(old.body.reference);
    assert.deepEqual(filesIn(again), []);
    assert.match(again.lines.join('\n'), /^destroyed: 2, whose time was over$/m);
    const log = await run(['retention', 'log'], { TAAFI_DATA: dataDir });
    assert.match(log.out, /question \S+ {2}trial {2}destroyed 2027-01-31.* {2}P60D after received/);
    assert.ok(log.out.replaceAll(/[^\d\n]/g, '').includes(reference));
    assert.doesNotMatch(log.out, /سالم|سؤال/);
    const verified = await run(['verify', '--stored'], { TAAFI_DATA: dataDir });
    assert.equal(verified.code, 0, verified.out);
    assert.match(
      verified.out,
      /1 request deleted since.*\n {2}1 of them destroyed .* the last on 2027-01-31/,
    );
    assert.equal((await run(['audit', 'verify'], { TAAFI_DATA: dataDir })).code, 0);
    const exported = await run(['export'], { TAAFI_DATA: dataDir });
    assert.equal(JSON.parse(exported.out).length, 1);
  });

  it('stays while it is handled, while somebody waits for his right, and while it is held', async (test) => {
    const handled = await scene(test);
    const { receiver, reference, staff } = handled;
    const { dataDir } = receiver;
    const environment = { TAAFI_DATA: dataDir };
    rule(dataDir, { requests: { trial: { keep: 'P30D' } } });
    const storage = await openStorage(join(dataDir, 'taafi.db'));
    test.after(() => storage.close());
    const later = { ...realWorld, clock: () => NOW + 400 * DAY };
    const trail = new AuditTrail(storage.audit, await openSigningKeys(dataDir, later, undefined), later);
    const retention = new Retention(storage.retention, dataDir, trail, later, 'command');
    const rules = await retentionRules(dataDir);
    const due = async () => (await retention.due(rules)).map(({ name }) => name);
    const { reference: own, token } = await send(receiver);
    assert.deepEqual(await due(), [], 'it is being handled');
    const session = await opened({ receiver, reference: own, token });
    await act(receiver, 'api/track/rights', session, { kind: 'copy' });
    const { version } = await view(receiver, session);
    const withdrawn = await act(receiver, 'api/track/moves', session, { move: 'withdraw', version });
    assert.equal(withdrawn.status, 200, withdrawn.text);
    assert.deepEqual(await due(), [], 'he waits for a copy');
    const { rights } = await readBy({ ...handled, reference: own }, staff.administrator);
    const [right] = rights as { id: string }[];
    const url = `api/staff/requests/${own}/rights`;
    const done = await act(receiver, url, staff.administrator, { right: right?.id });
    assert.equal(done.status, 200, done.text);
    assert.deepEqual(await due(), [own]);
    assert.equal((await run(['retention', 'hold', own], environment)).code, 0);
    assert.deepEqual(await due(), [], 'it is held');
    assert.match((await run(['retention', 'log'], environment)).out, /held since/);
    assert.deepEqual(await retention.run(rules), []);
    assert.match((await run(['retention', '--dry-run'], environment)).out, /^Nothing would be destroyed/);
    assert.equal((await run(['retention', 'release', own], environment)).code, 0);
    const log = join(dataDir, 'notifications.jsonl');
    await eventually(() => existsSync(log) && readFileSync(log, 'utf8').includes(own));
    const gone = await retention.run(rules);
    assert.deepEqual(
      gone.map(({ name, rule: by }) => [name, by]),
      [[own, 'P30D after end']],
    );
    const notified = readFileSync(log, 'utf8');
    assert.ok(!notified.includes(own) && notified.includes(reference));
    assert.equal((await run(['audit', 'verify'], environment)).code, 0);
    assert.equal((await run(['retention', 'hold', own], environment)).code, 1);
    assert.equal((await run(['retention', 'burn'], environment)).code, 2);
  });
});
