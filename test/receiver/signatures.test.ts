import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { MOST_POINTS } from '../../src/core/drawing.js';
import type { Answers } from '../../src/core/engine.js';
import type { EvidenceRecord } from '../../src/evidence/record.js';
import { openStorage } from '../../src/receiver/storage/storage.js';
import type { Signed } from '../../src/transport/transport.js';
import type { Body } from './aid-form.js';
import { aidAnswers, aidForm, bodyOf, handwriting, selfAnswers, serveAid } from './aid-form.js';
import type { Answer, Running } from './running-receiver.js';
import { codeOf, newKey, post, startReceiver } from './running-receiver.js';
import { mustBeProblem } from './well-behaved.js';

async function aidReceiver(test: Parameters<typeof startReceiver>[0]): Promise<Running> {
  const receiver = await startReceiver(test);
  serveAid(receiver);
  return receiver;
}

const send = (receiver: Running, body: unknown, key = newKey()) =>
  post(receiver, 'api/submissions', body, { 'Idempotency-Key': `"${key}"` });

const signedWith = (signature: unknown, others: Answers = {}) =>
  bodyOf(aidForm, selfAnswers({ signature, ...others }));

function recordsOf({ signatures = [] }: Body): readonly [Signed, ...Signed[]] {
  const [first, ...others] = signatures;
  assert.ok(first, 'the body has a signature');
  return [first, ...others];
}

const drawnAs = (drawing: unknown) => ({ method: 'drawn', drawing });

async function answersIn({ dataDir }: Running): Promise<Answers[]> {
  const storage = await openStorage(`${dataDir}/taafi.db`);
  const rows = await storage.requests.submissions({ most: 100 });
  await storage.close();
  return rows.map(({ answers }) => JSON.parse(answers) as Answers);
}

/** Every byte that the receiver keeps, and all it has printed. */
function everythingOf({ dataDir, lines }: Running): string {
  const files = readdirSync(dataDir, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const kept = files.map((entry) => readFileSync(join(entry.parentPath ?? entry.path, entry.name), 'utf8'));
  return [...kept, ...lines].join('\n');
}

/** Refused as an answer, at the signature. */
function mustBeRefused(answer: Answer, code: string, note: string): void {
  mustBeProblem(answer, note);
  assert.deepEqual([answer.status, codeOf(answer)], [422, 'answers'], `${note}: ${answer.text}`);
  assert.deepEqual(answer.body.errors, [{ pointer: '/signature', code }], note);
}

describe('a signature', () => {
  it('is stored as it was given, drawn or typed, with its record under the seal', async (test) => {
    const receiver = await aidReceiver(test);
    for (const signature of [handwriting(), { method: 'typed', name: 'مَريم  المثاليه'.replace('  ', ' ') }]) {
      const body = signedWith(signature);
      receiver.time.now += 1;
      const answer = await send(receiver, body);
      assert.equal(answer.status, 201, answer.text);
      assert.deepEqual((await answersIn(receiver)).at(-1)?.signature, signature);
      const { record } = answer.body.evidence as { record: EvidenceRecord };
      const [{ method, path, contentSha256 }] = record.signatures as [EvidenceRecord['signatures'][number]];
      assert.deepEqual([method, path], [signature.method, 'signature']);
      assert.equal(contentSha256, recordsOf(body)[0].contentSha256);
    }
  });

  it('must be there, and be of who is named', async (test) => {
    const receiver = await aidReceiver(test);
    mustBeRefused(await send(receiver, signedWith(undefined)), 'required', 'none');
    for (const name of ['مريم', 'سالم المثالي', 'المثالية مريم', 'Maryam', '<script>مريم المثالية</script>'])
      mustBeRefused(await send(receiver, signedWith({ method: 'typed', name })), 'other-name', name);
    for (const name of ['', ' مريم المثالية', 'مريم\u202e المثالية', 'مريم\nالمثالية', 'م'.repeat(201)])
      mustBeRefused(await send(receiver, signedWith({ method: 'typed', name })), 'unnormalised', name);
    assert.deepEqual(await answersIn(receiver), []);
  });

  it('is ink, and enough of it', async (test) => {
    const receiver = await aidReceiver(test);
    const few = Array.from({ length: 7 }, (_none, at) => [at * 1000, 0, at]);
    const still = Array.from({ length: 50 }, (_none, at) => [5000, 1600, at]);
    const wrong: [string, unknown, string][] = [
      ['no ink', [], 'too-little-ink'],
      ['a stroke of nothing', [[]], 'type'],
      ['a dot', [[[5000, 1600, 0]]], 'too-little-ink'],
      ['a finger that lay still', [still], 'too-little-ink'],
      ['seven points', [few], 'too-little-ink'],
      ['dots', Array.from({ length: 30 }, (_none, at) => [[at * 300, 0, at]]), 'too-little-ink'],
    ];
    for (const [note, strokes, code] of wrong)
      mustBeRefused(await send(receiver, signedWith(drawnAs({ height: 3200, strokes }))), code, note);
    assert.deepEqual(await answersIn(receiver), []);
  });

  it('is what a hand can draw', async (test) => {
    const receiver = await aidReceiver(test);
    const { drawing } = handwriting();
    const [stroke = []] = drawing.strokes;
    const one = (point: unknown) => ({ ...drawing, strokes: [[...stroke, point]] });
    const points = (count: number) =>
      Array.from({ length: count }, (_none, at) => [at % 9000, at % 3000, at]);
    const wrong: [string, unknown, string][] = [
      ['half a point', one([0.5, 0, 0]), 'type'],
      ['nothing for a point', one([null, 0, 0]), 'type'],
      ['outside', one([10_001, 0, 0]), 'type'],
      ['below', one([0, 3201, 0]), 'type'],
      ['before the start', one([0, 0, -1]), 'type'],
      ['two numbers', one([0, 0]), 'type'],
      ['four numbers', one([0, 0, 0, 0]), 'type'],
      ['text', one(['0', '0', '0']), 'type'],
      ['an object', one({ x: 0, y: 0 }), 'type'],
      ['very far', one([1e300, 0, 0]), 'type'],
      ['no height', { ...drawing, height: 0 }, 'type'],
      ['20,001 points', { ...drawing, strokes: [points(MOST_POINTS + 1)] }, 'too-much-ink'],
      ['501 strokes', { ...drawing, strokes: Array.from({ length: 501 }, () => stroke) }, 'too-much-ink'],
      ['no drawing', undefined, 'type'],
    ];
    for (const [note, made, code] of wrong)
      mustBeRefused(await send(receiver, signedWith(drawnAs(made))), code, note);
    const most = { ...drawing, strokes: [points(MOST_POINTS)] };
    assert.equal((await send(receiver, signedWith(drawnAs(most)))).status, 201, 'the most points');
    assert.equal((await answersIn(receiver)).length, 1);
  });

  it('is JSON, and no more of it than a request may be', async (test) => {
    const receiver = await aidReceiver(test);
    const text = JSON.stringify(signedWith(handwriting()));
    for (const odd of ['NaN', '-Infinity', '1e999', '0x10', '01', '.5']) {
      const answer = await send(receiver, text.replace('"height":3200', `"height":${odd}`));
      mustBeProblem(answer, odd);
      assert.ok([400, 422].includes(answer.status), odd);
    }
    const million = `[${'[5,5,5],'.repeat(1_000_000)}[5,5,5]]`;
    const answer = await send(receiver, text.replace('"strokes":[', `"strokes":[${million},`));
    assert.deepEqual([answer.status, codeOf(answer)], [413, 'too-large']);
    // As many as go into the largest body are refused as well.
    const many = `[${'[5,5,5],'.repeat(120_000)}[5,5,5]]`;
    mustBeRefused(
      await send(receiver, text.replace('"strokes":[', `"strokes":[${many},`)),
      'too-much-ink',
      'as many as go into a body',
    );
    assert.deepEqual(await answersIn(receiver), []);
  });

  it('is no image and no markup, and nothing of what was refused is kept or printed', async (test) => {
    const receiver = await aidReceiver(test);
    const { drawing } = handwriting();
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(7391)"><script>alert(7391)</script></svg>';
    const wrong: unknown[] = [
      { method: 'drawn', drawing: { ...drawing, svg } },
      { method: 'drawn', drawing, svg },
      { method: 'drawn', drawing, script: 'alert(7391)' },
      { method: 'drawn', drawing: svg },
      { method: 'drawn', drawing: { ...drawing, strokes: svg } },
      { method: 'drawn', drawing: { ...drawing, strokes: [svg] } },
      { method: 'drawn', drawing: { ...drawing, [svg]: 1 } },
      { method: 'svg', svg },
      { method: svg },
      { method: 'typed', name: 'مريم المثالية', svg },
      { method: ['drawn'], drawing },
      svg,
      [svg],
      `data:image/svg+xml,${encodeURIComponent(svg)}`,
    ];
    for (const signature of wrong) {
      const body = signedWith(signature);
      const answer = await send(receiver, body);
      mustBeProblem(answer, JSON.stringify(signature));
      assert.equal(answer.status, 422, answer.text);
      assert.ok(!/7391|svg/.test(answer.text), answer.text);
    }
    // A name that is markup is a name; whoever has it may sign with it, and it stays text.
    const name = '<b>مريم</b> & "ريم"';
    const odd = signedWith({ method: 'typed', name: `${name} المثالية` }, { firstName: name });
    assert.equal((await send(receiver, odd)).status, 201);
    assert.ok(!/7391|svg/.test(everythingOf(receiver)));
  });
});

describe('the record of a signature', () => {
  it('is under these answers and no others', async (test) => {
    const receiver = await aidReceiver(test);
    const right = signedWith(handwriting());
    const changes: Answers[] = [
      { firstName: 'سارة' },
      { birthDate: { date: '1999-11-06', calendar: 'gregory' } },
      { birthDate: undefined },
      { children: [{ name: 'ريم' }, { name: 'ليلى' }] },
    ];
    for (const change of changes) {
      const answers = JSON.parse(JSON.stringify({ ...right.answers, ...change })) as Answers;
      mustBeRefused(await send(receiver, { ...right, answers }), 'changed', JSON.stringify(change));
    }
    const [record] = recordsOf(right);
    const zero = { ...right, signatures: [{ ...record, contentSha256: '0'.repeat(64) }] };
    mustBeRefused(await send(receiver, zero), 'changed', 'of nothing');
    // The record of another request is none of this one.
    const other = recordsOf(signedWith(handwriting(), { firstName: 'سارة' }));
    mustBeRefused(await send(receiver, { ...right, signatures: other }), 'changed', 'of another');
    assert.deepEqual(await answersIn(receiver), []);
    assert.equal((await send(receiver, right)).status, 201);
  });

  it('is there once for each signature, and for nothing else', async (test) => {
    const receiver = await aidReceiver(test);
    const right = signedWith(handwriting(), { witness: handwriting(1) });
    const [first, second] = recordsOf(right);
    assert.ok(second);
    const wrong: unknown[] = [
      undefined,
      [],
      [first],
      [first, first],
      [first, second, first],
      [first, second, { ...first, path: 'firstName' }],
      [first, { ...second, path: 'declaration' }],
      [first, { ...second, path: 'children.0.name' }],
      [first, { ...second, path: '__proto__' }],
      [first, { ...second, path: '../witness' }],
      [first, { ...second, path: undefined }],
      [first, { ...second, svg: '<svg/>' }],
      [first, { ...second, contentSha256: second.contentSha256.toUpperCase() }],
      [first, { ...second, contentSha256: undefined }],
      { 0: first, 1: second },
    ];
    for (const signatures of wrong) {
      const answer = await send(receiver, { ...right, signatures });
      assert.deepEqual([answer.status, codeOf(answer)], [400, 'malformed'], JSON.stringify(signatures));
    }
    // Where nothing is to be signed nothing is recorded.
    const unsigned = bodyOf(aidForm, aidAnswers);
    for (const signatures of [[first], [{ ...first, path: 'firstName' }]])
      assert.equal((await send(receiver, { ...unsigned, signatures })).status, 400);
    assert.equal((await send(receiver, { ...unsigned, signatures: [] })).status, 201);
    assert.equal((await send(receiver, right)).status, 201);
  });

  it('is of a time that can be: shown, then agreed, then signed', async (test) => {
    const receiver = await aidReceiver(test);
    let seed = 0;
    const at = (times: Partial<Signed>, agreed?: string) => {
      seed += 1;
      const body = signedWith(handwriting(seed));
      const consents = body.consents.map((consent) => ({ ...consent, ...(agreed && { at: agreed }) }));
      return send(receiver, { ...body, consents, signatures: [{ ...recordsOf(body)[0], ...times }] });
    };
    const wrong: [Partial<Signed>, string?][] = [
      [{ shownAt: '2026-11-22T09:00:00.001Z' }],
      [{}, '2026-11-22T09:00:00.001Z'],
      // Declared right before it was shown.
      [{}, '2026-11-22T08:54:59.999Z'],
      [{ signedAt: '2026-11-22T08:54:59.999Z' }],
      [{ signedAt: '2026-11-24T09:00:00.001Z' }],
      [{ signedAt: '2027-11-22T09:00:00.000Z', shownAt: '2027-11-22T08:00:00.000Z' }],
      [{ shownAt: '2026-09-23T08:59:59.999Z' }],
      [{ shownAt: '1970-01-01T00:00:00.000Z' }],
      [{ shownAt: '2026-11-31T09:00:00.000Z' }],
      [{ signedAt: '2026-11-22T12:00:00.000+03:00' }],
      [{ signedAt: 'now' }],
      [{ signedAt: undefined as unknown as string }],
    ];
    for (const [times, agreed] of wrong) {
      const answer = await at(times, agreed);
      const note = JSON.stringify({ times, agreed });
      assert.deepEqual([answer.status, codeOf(answer)], [400, 'malformed'], note);
    }
    assert.deepEqual(await answersIn(receiver), []);
    // All at one moment, on a clock that is wrong by a day, after a form was open for weeks.
    const moment = '2026-11-22T09:00:00.000Z';
    assert.equal((await at({ shownAt: moment, signedAt: moment }, moment)).status, 201);
    assert.equal((await at({ signedAt: '2026-11-24T09:00:00.000Z' })).status, 201);
    assert.equal((await at({ shownAt: '2026-09-23T09:00:00Z' })).status, 201);
  });

  it('is in a language that the form can be read in', async (test) => {
    const receiver = await aidReceiver(test);
    const right = signedWith(handwriting());
    const [record] = recordsOf(right);
    for (const language of ['zz', 'fr', 'en-GB', '<b>', '']) {
      const answer = await send(receiver, { ...right, signatures: [{ ...record, language }] });
      assert.deepEqual([answer.status, codeOf(answer)], [400, 'malformed'], language);
    }
    const english = { ...right, signatures: [{ ...record, language: 'en' }] };
    assert.equal((await send(receiver, english)).status, 201);
  });
});

describe('a drawing', () => {
  it('is used once: copied under another request it is refused, sent again it gives the same receipt', async (test) => {
    const receiver = await aidReceiver(test);
    const body = signedWith(handwriting());
    const key = newKey();
    const first = await send(receiver, body, key);
    assert.equal(first.status, 201);
    const copied = signedWith(handwriting(), { firstName: 'سارة' });
    mustBeRefused(await send(receiver, copied), 'used-before', 'copied');
    mustBeRefused(await send(receiver, body), 'used-before', 'the same request again');
    assert.equal((await send(receiver, body, key)).text, first.text);
    // Within one request as well.
    const twice = await send(receiver, signedWith(handwriting(2), { witness: handwriting(2) }));
    assert.deepEqual([twice.status, codeOf(twice)], [422, 'answers']);
    assert.deepEqual(twice.body.errors, [{ pointer: '/witness', code: 'used-before' }]);
    assert.equal((await answersIn(receiver)).length, 1);
    // What was refused leaves its key and its drawing free.
    const own = newKey();
    mustBeRefused(await send(receiver, copied, own), 'used-before', 'under a key');
    const mended = signedWith(handwriting(3), { firstName: 'سارة' });
    assert.equal((await send(receiver, mended, own)).status, 201);
    assert.equal((await send(receiver, signedWith(handwriting(2)))).status, 201);
  });

  it('is used once by those that come at once', async (test) => {
    const receiver = await aidReceiver(test);
    const answers = await Promise.all(
      ['سارة', 'ليلى', 'هند', 'منى'].map((firstName) =>
        send(receiver, signedWith(handwriting(), { firstName })),
      ),
    );
    assert.equal(answers.filter(({ status }) => status === 201).length, 1);
    for (const answer of answers.filter(({ status }) => status !== 201))
      mustBeRefused(answer, 'used-before', 'at once');
  });

  it('may be another one of the same hand, and a typed name is nobody’s alone', async (test) => {
    const receiver = await aidReceiver(test);
    const { drawing } = handwriting();
    const moved = {
      ...drawing,
      strokes: drawing.strokes.map((stroke) => stroke.map(([x, y, at]) => [x, y, at + 1])),
    };
    const typed = { method: 'typed', name: 'مريم المثالية' };
    for (const signature of [handwriting(), drawnAs(moved), typed, typed])
      assert.equal((await send(receiver, signedWith(signature))).status, 201);
  });
});
