import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { describe, it } from 'node:test';
import type { ReceiverOptions } from '../../src/receiver/receiver.js';
import { codeOf, newKey, post, startReceiver } from './running-receiver.js';
import {
  answer,
  ask,
  content,
  invited,
  openSurvey,
  packSurvey,
  reach,
  surveyBuild,
  tablesOf,
} from './survey-scene.js';

const DAY = 24 * 3_600_000;

const receiverFor = (test: TestContext, options: Partial<ReceiverOptions> = {}) =>
  startReceiver(test, { dist: surveyBuild(test), ...options });

/** What of an answer could tell one case from another. */
function whole({ status, text, headers }: Awaited<ReturnType<typeof ask>>): string {
  const shown: string[] = [];
  headers.forEach((value, name) => {
    if (name !== 'date') shown.push(`${name}: ${value}`);
  });
  return JSON.stringify([status, text, shown]);
}

describe('an invitation', () => {
  it('is good for one answer, and for no second', async (test) => {
    const receiver = await receiverFor(test);
    const [token = ''] = await invited(receiver, 1);
    const asked = await ask(receiver, token);
    assert.deepEqual([asked.status, asked.body], [200, { step: 'decision' }]);
    const first = await answer(receiver, token);
    assert.deepEqual([first.status, first.body], [201, { stored: 'now' }]);
    for (const again of [await ask(receiver, token), await answer(receiver, token)])
      assert.deepEqual([again.status, codeOf(again)], [404, 'unknown-invitation']);
    assert.equal(tablesOf(receiver.dataDir).get('survey_response')?.length, 1);
  });

  it('of which the same answer comes twice, because nobody knew whether it had arrived, counts once', async (test) => {
    const receiver = await receiverFor(test);
    const [token = ''] = await invited(receiver, 1);
    const key = newKey();
    const both = await Promise.all([
      answer(receiver, token, content, { key }),
      answer(receiver, token, content, { key }),
    ]);
    assert.deepEqual(
      both.map(({ status }) => status),
      [201, 201],
    );
    const later = await answer(receiver, token, { overall: 1 }, { key });
    assert.deepEqual([later.status, later.body], [201, { stored: 'before' }]);
    const rows = tablesOf(receiver.dataDir).get('survey_response') ?? [];
    assert.deepEqual(
      rows.map(({ answers }) => JSON.parse(String(answers))),
      [content],
    );
  });

  it('that two use at once is used by one', async (test) => {
    const receiver = await receiverFor(test);
    const [token = ''] = await invited(receiver, 1);
    const both = await Promise.all([1, 2, 3, 4].map(() => answer(receiver, token)));
    assert.deepEqual(both.map(({ status }) => status).sort(), [201, 404, 404, 404]);
  });

  it('that was used, whose time is over, or that never was, is refused alike', async (test) => {
    const receiver = await receiverFor(test);
    const [late = ''] = await invited(receiver, 1);
    receiver.time.now += 30 * DAY;
    const [used = '', other = ''] = await invited(receiver, 2);
    await answer(receiver, used);
    receiver.time.now += 62 * DAY;
    const refused = [];
    for (const token of [late, used, newKey(), '', 'x', '0'.repeat(200)]) {
      refused.push(whole(await ask(receiver, token)));
      refused.push(whole(await post(receiver, 'api/surveys/satisfaction/pages', { token, page: 'effort' })));
      refused.push(whole(await answer(receiver, token)));
    }
    assert.equal(new Set(refused).size, 1, [...new Set(refused)].join('\n'));
    assert.equal((await ask(receiver, other)).status, 200, 'one that is still good');
  });

  it('of another survey opens nothing', async (test) => {
    const receiver = await receiverFor(test);
    const [token = ''] = await invited(receiver, 1, 'decision', openSurvey.id);
    assert.equal((await ask(receiver, token)).status, 404);
    assert.equal((await answer(receiver, token)).status, 404);
    assert.equal((await ask(receiver, token, {}, openSurvey.id)).status, 200);
  });

  it('is not found by trying: a thousand tries from many addresses are answered alike', async (test) => {
    const receiver = await receiverFor(test, { trustProxy: true });
    const tokens = await invited(receiver, 250);
    for (const token of tokens) await answer(receiver, token);
    const seen = new Set<string>();
    for (let tries = 0; tries < 1_000; tries += 1) {
      const token = tries % 2 === 0 ? (tokens[(tries / 4) | 0] ?? '') : newKey();
      const headers = { 'X-Forwarded-For': `10.0.${tries >> 8}.${tries & 255}` };
      seen.add(whole(await ask(receiver, token, headers)));
    }
    assert.equal(seen.size, 1, [...seen].join('\n'));
  });

  it('is not found by trying from one address either, which soon has to wait; who has one does not', async (test) => {
    const receiver = await receiverFor(test);
    const [token = ''] = await invited(receiver, 1);
    const statuses = [];
    for (let tries = 0; tries < 30; tries += 1) statuses.push((await ask(receiver, newKey())).status);
    assert.deepEqual([statuses.slice(0, 20), statuses.slice(20)], [Array(20).fill(404), Array(10).fill(429)]);
    assert.equal((await ask(receiver, token)).status, 200);
    assert.equal((await answer(receiver, token)).status, 201);
    receiver.time.now += 600_000;
    assert.equal((await ask(receiver, newKey())).status, 404);
  });

  it('is forgotten after its time, and what was counted of it is not', async (test) => {
    const receiver = await receiverFor(test);
    await invited(receiver, 3);
    receiver.time.now += 92 * DAY;
    const again = await receiver.restart({ clock: () => receiver.time.now });
    const tables = tablesOf(again.dataDir);
    assert.equal(tables.get('survey_invitation')?.length, 0);
    assert.deepEqual(
      tables.get('survey_count')?.map(({ what, count }) => [what, count]),
      [['invited', 3]],
    );
  });
});

describe('answers to a survey', () => {
  it('are checked by the same rules as in the browser', async (test) => {
    const receiver = await receiverFor(test);
    const [token = ''] = await invited(receiver, 1);
    for (const wrong of [
      { overall: 6 },
      { overall: '5' },
      { ease: 8 },
      { recommend: 11 },
      { experience: { strange: 1 } },
      { channel: 'pigeon' },
      { name: 'سالم' },
    ]) {
      const refused = await answer(receiver, token, wrong);
      assert.deepEqual([refused.status, codeOf(refused)], [422, 'answers'], JSON.stringify(wrong));
    }
    assert.equal((await answer(receiver, token, {})).status, 201, 'who says nothing may do so');
  });

  it('are never taken as a request, where they would have a reference', async (test) => {
    const receiver = await receiverFor(test);
    const { id, version } = packSurvey;
    const { definitionDigest } = await import('../../src/transport/digest.js');
    const form = { id, version, sha256: definitionDigest(packSurvey) };
    const sent = await post(receiver, 'api/submissions', {
      form,
      language: 'ar',
      answers: content,
      consents: [],
    });
    assert.deepEqual([sent.status, codeOf(sent)], [409, 'survey']);
  });

  it('come without an invitation where the survey is open, each once', async (test) => {
    const receiver = await receiverFor(test);
    const key = newKey();
    const to = { survey: openSurvey as typeof packSurvey };
    assert.deepEqual((await answer(receiver, undefined, content, { ...to, key })).body, { stored: 'now' });
    assert.deepEqual((await answer(receiver, undefined, content, { ...to, key })).body, { stored: 'before' });
    assert.deepEqual((await answer(receiver, undefined, content, to)).body, { stored: 'now' });
    const refused = await answer(receiver, undefined);
    assert.deepEqual([refused.status, codeOf(refused)], [404, 'unknown-invitation']);
    assert.equal(tablesOf(receiver.dataDir).get('survey_response')?.length, 2);
  });

  it('lose names, numbers and addresses before they are stored', async (test) => {
    const receiver = await receiverFor(test);
    const [token = ''] = await invited(receiver, 1);
    const comment = 'الموظف سالم العتيبي لم يرد، جوالي ٠٥٠ ١٢٣ ٤٥٦٧ وهويتي 1012345672 وبريدي a.b@example.com';
    assert.equal((await answer(receiver, token, { comment })).status, 201);
    const kept = JSON.stringify([...tablesOf(receiver.dataDir)]);
    for (const secret of ['سالم', 'العتيبي', '٤٥٦٧', '1012345672', 'example.com'])
      assert.ok(!kept.includes(secret), `${secret} is kept`);
    assert.ok(kept.includes('لم يرد'), 'what he said is there');
  });
});

describe('how far people come', () => {
  it('is counted, each once and without an answer', async (test) => {
    const receiver = await receiverFor(test);
    const [one = '', two = '', three = ''] = await invited(receiver, 4);
    for (const page of ['satisfaction', 'effort', 'treatment', 'effort']) await reach(receiver, one, page);
    await reach(receiver, two, 'satisfaction');
    await reach(receiver, three, 'satisfaction');
    await answer(receiver, three);
    const counts = tablesOf(receiver.dataDir).get('survey_count') ?? [];
    assert.deepEqual(
      Object.fromEntries(counts.filter(({ count }) => count !== 0).map(({ what, count }) => [what, count])),
      { invited: 4, started: 3, 'at:treatment': 1, 'at:satisfaction': 1, completed: 1 },
    );
    assert.deepEqual([...new Set(counts.map(({ month, step }) => `${month} ${step}`))], ['2026-11 decision']);
  });
});
