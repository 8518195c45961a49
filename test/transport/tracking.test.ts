import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { TrackedView } from '../../src/transport/tracked-view.js';
import { viewIn } from '../../src/transport/tracked-view.js';
import type { TrackingTrouble } from '../../src/transport/tracking.js';
import { Tracking, TrackingError } from '../../src/transport/tracking.js';
import { pageWorld, usualPatience } from '../../src/transport/world.js';
import { cutOff, html, json, key, misbehave, nobody, problem, silence } from './misbehaving-receiver.js';

const view: TrackedView = {
  reference: '48291730561249',
  languages: ['ar', 'en'],
  version: 3,
  receivedAt: '2026-11-22T18:03:11.000Z',
  state: {
    id: 'returned',
    title: { ar: 'نحتاج منك شيئًا' },
    isYours: true,
    isEnd: false,
    since: '2026-11-24',
  },
  notBefore: '2026-12-06',
  reason: 'سبب',
  timeline: [{ id: 'received', title: 'وصول الطلب', status: 'done', on: '2026-11-22' }],
  missing: [{ id: 'card', title: 'صورة', kind: 'file', isOpen: true, note: 'واضحة' }],
  questions: [{ askedAt: '2026-11-23', kind: 'question', answer: 'نعم', answeredAt: '2026-11-24' }],
  moves: [{ id: 'withdraw', label: 'أسحب طلبي', confirm: 'حقًا؟', needs: ['reason'] }],
  rights: [{ kind: 'copy', askedAt: '2026-11-23', doneAt: '2026-11-25', note: 'جاهزة' }],
};

const { signal } = new AbortController();
const line = { ...pageWorld, ...usualPatience };
const of = (base: string) => new Tracking(base, line);
/** Somebody who gives up soon, for who never answers. */
const hastyAt = (base: string) => new Tracking(base, { ...line, timeout: 200 });
const opening = { reference: view.reference, factor: '1405' };

async function troubleOf(work: Promise<unknown>): Promise<TrackingTrouble> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof TrackingError, String(error));
  return error.trouble;
}

describe('a request that is followed', () => {
  it('is opened with nothing of it in the address', async (t) => {
    const { base, seen } = await misbehave(
      t,
      json(200, { session: 's', until: '2026-12-01T00:00:00.000Z', view }, { 'Retry-After': '30' }),
    );
    const opened = await of(base).open(opening, signal);
    assert.deepEqual(opened, { session: 's', view, pace: 30 });
    assert.deepEqual([seen[0]?.method, seen[0]?.url], ['POST', '/api/track']);
    assert.deepEqual(JSON.parse(String(seen[0]?.body)), opening);
  });

  it('is looked at with the session and the ETag of the last look', async (t) => {
    const { base, seen } = await misbehave(t, json(200, view, { ETag: '"3"' }), (response) => {
      response.writeHead(304, { ETag: '"3"', 'Retry-After': '120' });
      response.end();
    });
    const tracking = of(`${base}/`);
    assert.deepEqual(await tracking.look('s', undefined, signal), { view, etag: '"3"' });
    assert.deepEqual(await tracking.look('s', '"3"', signal), { etag: '"3"', pace: 120 });
    assert.deepEqual(
      seen.map(({ url, headers }) => [url, headers.authorization, headers['if-none-match']]),
      [
        ['/api/track', 'Bearer s', undefined],
        ['/api/track', 'Bearer s', '"3"'],
      ],
    );
  });

  it('is acted on under a key, and shown as it is then', async (t) => {
    const { base, seen } = await misbehave(t, json(200, view));
    const body = { move: 'withdraw', version: 3 };
    assert.deepEqual(await of(base).act('s', 'moves', body, key), { view });
    const [sent] = seen;
    assert.deepEqual([sent?.url, sent?.headers['idempotency-key']], ['/api/track/moves', `"${key}"`]);
    assert.deepEqual(JSON.parse(String(sent?.body)), body);
  });

  it('is ended by a request that outlasts its page, and holds nothing else', async (t) => {
    const { base, seen } = await misbehave(t, (response) => {
      response.writeHead(204);
      response.end();
    });
    await of(base).end('s');
    const [sent] = seen;
    assert.deepEqual(
      [sent?.method, sent?.url, sent?.headers.authorization, String(sent?.body)],
      ['POST', '/api/track/end', 'Bearer s', ''],
    );
  });

  it('says what came to nothing', async (t) => {
    const expected: [TrackingTrouble, Parameters<typeof misbehave>[1]][] = [
      ['unknown', problem(404, 'unknown-request')],
      ['expired', problem(410, 'link-expired')],
      ['tooMany', problem(429, 'too-many-tries')],
      ['session', problem(401, 'session')],
      ['session', html(401)],
      ['moved', problem(409, 'move', { why: 'changed' })],
      ['notArrived', problem(422, 'answers')],
      ['refused', problem(400, 'malformed')],
      ['refused', html(404)],
      ['busy', problem(503, 'busy')],
      ['busy', html(502)],
      ['unexpected', html(200)],
      ['unexpected', json(200, { session: 's', view: { ...view, reference: '1' } })],
      ['unexpected', cutOff(200, { session: 's', view })],
      ['unreachable', silence],
    ];
    for (const [trouble, behaviour] of expected) {
      const { base } = await misbehave(t, behaviour);
      const tracking = behaviour === silence ? hastyAt(base) : of(base);
      assert.equal(await troubleOf(tracking.open(opening, signal)), trouble);
    }
    assert.equal(await troubleOf(of(await nobody(t)).open(opening, signal)), 'unreachable');
    const offline = new Tracking(await nobody(t), { ...line, online: () => false });
    assert.equal(await troubleOf(offline.open(opening, signal)), 'offline');
  });

  it('says how long to wait', async (t) => {
    const { base } = await misbehave(t, problem(429, 'too-many-tries', {}, { 'Retry-After': '660' }));
    await assert.rejects(of(base).open(opening, signal), { trouble: 'tooMany', retryAfter: 660 });
  });
});

describe('viewIn', () => {
  it('takes what the contract says', () => {
    assert.deepEqual(viewIn(JSON.parse(JSON.stringify(view))), view);
  });

  it('does without what may be absent', () => {
    const { notBefore: _, reason: __, missing: ___, ...rest } = view;
    assert.deepEqual(viewIn(rest), { ...rest, missing: [] });
  });

  it('leaves out the parts it cannot read', () => {
    const odd = {
      ...view,
      missing: [null, { id: 'x' }, ...view.missing],
      rights: 'none',
      reason: {},
      notBefore: 'soon',
    };
    const { notBefore: _, reason: __, ...rest } = view;
    assert.deepEqual(viewIn(odd), { ...rest, rights: [] });
  });

  it('is not taken in by anything else', () => {
    const wrong = [
      null,
      [],
      'view',
      {},
      { ...view, reference: '48291730561248' },
      { ...view, state: { id: 'x' } },
      { ...view, receivedAt: 'yesterday' },
      { ...view, version: '3' },
      { ...view, timeline: {} },
    ];
    for (const body of wrong) assert.equal(viewIn(body), undefined, JSON.stringify(body));
  });
});
