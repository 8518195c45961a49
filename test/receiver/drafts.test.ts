import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Answer, Running } from './running-receiver.js';
import { codeOf, newKey, post, startReceiver } from './running-receiver.js';
import { tablesOf } from './survey-scene.js';
import { mustBeProblem } from './well-behaved.js';

const DAY = 24 * 3_600_000;

interface Draft {
  readonly id: string;
  readonly half: string;
  readonly code: string;
  readonly until: string;
}

async function begun(receiver: Running): Promise<Draft> {
  const { status, body } = await post(receiver, 'api/drafts', {});
  assert.equal(status, 201);
  return body as unknown as Draft;
}

const release = (receiver: Running, id: string, code: string): Promise<Answer> =>
  post(receiver, 'api/drafts/release', { id, code });

/** Another code than the right one; a different one for each number. */
const wrongCode = ({ code }: Draft, other = 1) => String((Number(code) + other) % 1_000_000).padStart(6, '0');

const rows = ({ dataDir }: Running) => tablesOf(dataDir).get('draft') ?? [];

describe('half of the key of a draft', () => {
  it('is given with a name and a code, and given again for both', async (test) => {
    const receiver = await startReceiver(test);
    const created = await post(receiver, 'api/drafts', {});
    assert.equal(created.headers.get('Cache-Control'), 'no-store');
    const draft = created.body as unknown as Draft;
    assert.deepEqual(Object.keys(draft).sort(), ['code', 'half', 'id', 'until']);
    assert.match(draft.id, /^[\w-]{22}$/);
    assert.match(draft.half, /^[\w-]{43}$/);
    assert.match(draft.code, /^\d{6}$/);
    assert.equal(Date.parse(draft.until), receiver.time.now + 7 * DAY);
    for (const again of [1, 2]) {
      const released = await release(receiver, draft.id, draft.code);
      assert.deepEqual(
        [released.status, released.body],
        [200, { half: draft.half, until: draft.until }],
        `${again}`,
      );
      assert.equal(released.headers.get('Cache-Control'), 'no-store');
    }
  });

  it('is another one each time', async (test) => {
    const receiver = await startReceiver(test);
    const drafts = await Promise.all(Array.from({ length: 20 }, () => begun(receiver)));
    for (const part of ['id', 'half'] as const)
      assert.equal(new Set(drafts.map((one) => one[part])).size, 20);
    assert.ok(new Set(drafts.map(({ code }) => code)).size > 15);
  });

  it('is kept without its name and its code, and not printed', async (test) => {
    const receiver = await startReceiver(test);
    const draft = await begun(receiver);
    await release(receiver, draft.id, wrongCode(draft));
    const kept = JSON.stringify(rows(receiver)) + receiver.lines.join('\n');
    for (const secret of [draft.id, draft.code]) assert.ok(!kept.includes(secret));
    assert.ok(!receiver.lines.join('\n').includes(draft.half));
  });

  it('is destroyed by the fifth wrong code, and the tries left are told', async (test) => {
    const receiver = await startReceiver(test);
    const draft = await begun(receiver);
    for (const left of [4, 3, 2, 1, 0]) {
      const answer = await release(receiver, draft.id, wrongCode(draft, left + 1));
      mustBeProblem(answer, `${left}`);
      assert.deepEqual([answer.status, codeOf(answer), answer.body.triesLeft], [403, 'draft-code', left]);
    }
    assert.deepEqual(rows(receiver), []);
    const late = await release(receiver, draft.id, draft.code);
    assert.deepEqual([late.status, codeOf(late)], [404, 'unknown-draft']);
  });

  it('is destroyed by exactly five of many wrong codes at once', async (test) => {
    const receiver = await startReceiver(test);
    const draft = await begun(receiver);
    const tries = Array.from({ length: 40 }, (_, index) =>
      release(receiver, draft.id, wrongCode(draft, index + 1)),
    );
    const codes = (await Promise.all(tries)).map(codeOf);
    assert.equal(codes.filter((code) => code === 'draft-code').length, 5);
    assert.equal(codes.filter((code) => code === 'unknown-draft').length, 35);
    assert.deepEqual(rows(receiver), []);
  });

  it('is given for the right code after any wrong ones as long as no five of them follow each other', async (test) => {
    const receiver = await startReceiver(test, { trustProxy: true });
    let client = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.boolean(), { maxLength: 14 }), async (tries) => {
        client += 1;
        const headers = { 'X-Forwarded-For': `10.1.${client >> 8}.${client & 255}` };
        const { body } = await post(receiver, 'api/drafts', {}, headers);
        const draft = body as unknown as Draft;
        let wrong = 0;
        for (const isRight of tries) {
          const code = isRight ? draft.code : wrongCode(draft);
          const { status } = await post(receiver, 'api/drafts/release', { id: draft.id, code }, headers);
          assert.equal(status, wrong === 5 ? 404 : isRight ? 200 : 403);
          if (wrong < 5) wrong = isRight ? 0 : wrong + 1;
        }
      }),
      { numRuns: 10 },
    );
  });

  it('is gone after seven days, or when it is deleted', async (test) => {
    const receiver = await startReceiver(test);
    const [late, deleted, kept] = [await begun(receiver), await begun(receiver), await begun(receiver)];
    for (const times of [1, 2]) {
      const { status } = await post(receiver, 'api/drafts/deletion', { id: deleted.id });
      assert.equal(status, 204, `${times}`);
    }
    assert.equal(codeOf(await release(receiver, deleted.id, deleted.code)), 'unknown-draft');
    receiver.time.now += 7 * DAY - 1;
    assert.equal((await release(receiver, kept.id, kept.code)).status, 200);
    receiver.time.now += 1;
    assert.equal(codeOf(await release(receiver, late.id, late.code)), 'unknown-draft');
    const again = await receiver.restart();
    assert.equal(rows(again).length, 2, 'the clock of the new receiver is back');
    await again.close();
    const later = await startReceiver(test, {
      dataDir: receiver.dataDir,
      clock: () => Date.parse(kept.until) + 1,
    });
    assert.deepEqual(rows(later), []);
  });

  it('outlasts a restart', async (test) => {
    const receiver = await startReceiver(test);
    const draft = await begun(receiver);
    await release(receiver, draft.id, wrongCode(draft));
    const again = await receiver.restart();
    const wrong = await release(again, draft.id, wrongCode(draft));
    assert.equal(wrong.body.triesLeft, 3);
    assert.equal((await release(again, draft.id, draft.code)).status, 200);
  });

  it('of a draft that never was is refused as of one that is gone, and so is any other shape', async (test) => {
    const receiver = await startReceiver(test);
    const draft = await begun(receiver);
    assert.equal(codeOf(await release(receiver, newKey(), draft.code)), 'unknown-draft');
    for (const [path, body] of [
      ['api/drafts', { code: '111111' }],
      ['api/drafts', []],
      ['api/drafts/release', { id: draft.id }],
      ['api/drafts/release', { id: draft.id, code: 111111 }],
      ['api/drafts/release', { id: draft.id, code: '١٢٣٤٥٦' }],
      ['api/drafts/release', { id: `${draft.id}x`, code: draft.code }],
      ['api/drafts/deletion', { id: '' }],
    ] as const) {
      const answer = await post(receiver, path, body);
      mustBeProblem(answer, path);
      assert.equal(codeOf(answer), 'malformed');
    }
    assert.equal((await release(receiver, draft.id, draft.code)).status, 200);
    const got = await fetch(`${receiver.url}/api/drafts/release`);
    assert.deepEqual([got.status, got.headers.get('Allow')], [405, 'POST']);
  });

  it('is begun and tried only so often from one address', async (test) => {
    const receiver = await startReceiver(test);
    const drafts = [];
    for (let begins = 0; begins < 61; begins += 1) drafts.push(await post(receiver, 'api/drafts', {}));
    assert.deepEqual([drafts[59]?.status, drafts[60]?.status], [201, 429]);
    const draft = drafts[0]?.body as unknown as Draft;
    const tries = [];
    for (let time = 0; time < 61; time += 1) tries.push(await release(receiver, newKey(), draft.code));
    assert.deepEqual([tries[59]?.status, tries[60]?.status], [404, 429]);
    assert.equal((await release(receiver, draft.id, draft.code)).status, 429);
    assert.ok(Number(tries[60]?.headers.get('Retry-After')) > 0);
    receiver.time.now += 600_000;
    assert.equal((await release(receiver, draft.id, draft.code)).status, 200);
  });
});
