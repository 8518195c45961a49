import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { readCsv } from '../cli/csv-reader.js';
import { run } from '../cli/running-command.js';
import { newPair } from '../sealing/key-pair.js';
import { handlingReceiver, readBy, staffToken, trialProcess } from './handled-scene.js';
import { codeOf, newKey, post, startReceiver, temporaryFolder } from './running-receiver.js';
import { envelopeFor, keyFile, sealedBuild, sealedForm, sealedSubmission, secrets } from './sealed-form.js';

const form = sealedForm();

/** Every file below a folder, as bytes. */
function bytesIn(folder: string): Buffer {
  return Buffer.concat(
    readdirSync(folder).map((name) => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? bytesIn(path) : readFileSync(path);
    }),
  );
}

describe('a sealed section', () => {
  it('is stored as it came, and nobody here can read it', async (test) => {
    const dist = sealedBuild(test, form);
    const receiver = await handlingReceiver(test, { dist });
    const token = await staffToken(receiver, 'socialResearcher');
    const envelope = await envelopeFor(form);
    const answer = await post(receiver, 'api/submissions', sealedSubmission(form, envelope));
    assert.equal(answer.status, 201, answer.text);
    const reference = String(answer.body.reference);
    const environment = { TAAFI_DATA: receiver.dataDir };

    const request = await readBy({ receiver, reference, staff: {} as never, token: '' }, token);
    assert.deepEqual((request.answers as Record<string, unknown>).private, envelope);
    const lines = request.lines as { label: string; value?: string }[];
    const line = lines.find(({ label }) => label === 'ما لا يقرؤه إلا الأخصائي');
    assert.match(line?.value ?? '', /مشفّر للمفتاح .*2026-11/);

    const csv = await run(['export', '--format', 'csv'], environment);
    const [head, row] = readCsv(csv.out.slice(1));
    assert.equal(row?.[head?.indexOf('private') ?? -1], 'sealed to 2026-11');
    assert.ok(!head?.includes('secret'));
    const json = await run(['export', '--reference', reference, '--definitions'], environment);
    const [exported] = JSON.parse(json.out) as { answers: Record<string, unknown>; definition: object }[];
    assert.deepEqual(exported?.answers.private, envelope);
    assert.deepEqual(exported?.definition, form.definition);
    assert.equal((await run(['verify', '--stored'], environment)).code, 0);

    // Nothing of it stands on the disk, not even under the receiver's own seal.
    await receiver.close();
    const all = bytesIn(receiver.dataDir);
    for (const text of ['قصة لا يقرؤها', 'شاهد لا يعرفه', '77123']) {
      assert.ok(!all.includes(text), text);
      assert.ok(!(csv.out + json.out + JSON.stringify(request)).includes(text), text);
    }
  });

  it('is refused in the open, without its envelope, and with one that is none', async (test) => {
    const receiver = await startReceiver(test, { dist: sealedBuild(test, form) });
    const envelope = await envelopeFor(form);
    const offTheCurve = envelope.enc.replace(/.$/, (sign) => (sign === 'A' ? 'E' : 'A'));
    const cases: [unknown, Record<string, unknown>, string, string][] = [
      [envelope, { secret: 'x' }, '/secret', 'unsealed'],
      [envelope, { witnesses: [{ who: 'x' }] }, '/witnesses', 'unsealed'],
      [undefined, {}, '/private', 'required'],
      [{ ...envelope, key: '2025' }, {}, '/private', 'unknown-key'],
      [{ ...envelope, enc: offTheCurve }, {}, '/private', 'envelope'],
      [{ ...envelope, ciphertext: `${envelope.ciphertext}AAAA` }, {}, '/private', 'envelope'],
      [{ ...envelope, ciphertext: 'A'.repeat(900_000) }, {}, '/private', 'envelope'],
      ['x', {}, '/private', 'envelope'],
      [envelope, { anything: 'x' }, '/anything', 'unknown'],
    ];
    for (const [sent, answers, pointer, code] of cases) {
      const answer = await post(receiver, 'api/submissions', sealedSubmission(form, sent, answers));
      assert.equal(answer.status, 422, answer.text);
      assert.equal(codeOf(answer), 'answers');
      assert.deepEqual(answer.body.errors, [{ pointer, code }]);
    }
    assert.deepEqual(
      receiver.lines.filter((line) => line.includes('قصة')),
      [],
    );
  });

  it('has no place in a form without one', async (test) => {
    const receiver = await startReceiver(test);
    const { submissionWith } = await import('./trial-form.js');
    const answer = await post(
      receiver,
      'api/submissions',
      submissionWith({ private: await envelopeFor(form) }),
    );
    assert.deepEqual(answer.body.errors, [{ pointer: '/private', code: 'unknown' }]);
  });

  it('sent again under its key is stored once, and another envelope under the same key is not taken', async (test) => {
    const receiver = await startReceiver(test, { dist: sealedBuild(test, form) });
    const headers = { 'Idempotency-Key': `"${newKey()}"` };
    const body = sealedSubmission(form, await envelopeFor(form));
    const first = await post(receiver, 'api/submissions', body, headers);
    const again = await post(receiver, 'api/submissions', body, headers);
    assert.deepEqual([first.status, again.text], [201, first.text]);
    const other = sealedSubmission(form, await envelopeFor(form));
    assert.equal(codeOf(await post(receiver, 'api/submissions', other, headers)), 'key-reused');
  });

  it('cannot be named by a process', async (test) => {
    const receiver = await handlingReceiver(
      test,
      { dist: sealedBuild(test, form) },
      { ...trialProcess, verify: [{ field: 'secret', name: 'x' }] },
    );
    assert.ok(
      receiver.lines.some((line) => line.includes('/verify/0/field') && line.includes('“secret”')),
      receiver.lines.join('\n'),
    );
  });
});

describe('taafi open', () => {
  it('reads what was sealed, from the data and from an export', async (test) => {
    const receiver = await startReceiver(test, { dist: sealedBuild(test, form) });
    const { body } = await post(receiver, 'api/submissions', sealedSubmission(form, await envelopeFor(form)));
    const reference = String(body.reference);
    const environment = { TAAFI_DATA: receiver.dataDir };
    const key = keyFile(test, form.pair);
    const opened = await run(['open', reference, '--key', key, '--language', 'en'], environment);
    assert.equal(opened.code, 0, opened.err);
    assert.equal(
      opened.out.split('\n').slice(2).join('\n'),
      [
        'What only the officer reads (sealed to the key 2026-11)',
        `  The secret: ${secrets.secret}`,
        '  Years: 77,123',
        '  Witnesses: 1',
        '    Witness 1',
        `    Who he is: ${secrets.witnesses[0]?.who}`,
        '',
      ].join('\n'),
    );
    const arabic = await run(['open', reference, '--key', key, '--language', 'ar'], environment);
    assert.match(arabic.out, /مشفّر للمفتاح 2026-11/);

    const file = join(temporaryFolder(test), 'export.json');
    await run(['export', '--reference', reference, '--definitions', '--out', file], environment);
    const elsewhere = await run(['open', '--from', file, '--key', key, '--json'], {});
    assert.equal(elsewhere.code, 0, elsewhere.err);
    const [request] = JSON.parse(elsewhere.out) as {
      reference: string;
      sections: { id: string; answers: unknown }[];
      problems: unknown[];
    }[];
    assert.equal(request?.reference, reference);
    assert.deepEqual(request?.sections, [{ id: 'private', key: '2026-11', answers: secrets }]);
    assert.deepEqual(request?.problems, []);
  });

  it('takes the key that fits of several, an old one too', async (test) => {
    const receiver = await startReceiver(test, { dist: sealedBuild(test, form) });
    const { body } = await post(receiver, 'api/submissions', sealedSubmission(form, await envelopeFor(form)));
    const keys = [keyFile(test, newPair(), '2027-01'), keyFile(test, newPair()), keyFile(test, form.pair)];
    const environment = { TAAFI_DATA: receiver.dataDir };
    const opened = await run(['open', String(body.reference), '--key', keys.join(',')], environment);
    assert.equal(opened.code, 0, opened.out + opened.err);
  });

  it('says what the receiver could not: that sealed answers break the rules', async (test) => {
    const receiver = await startReceiver(test, { dist: sealedBuild(test, form) });
    const inside = { years: 'many', extra: 1 };
    const envelope = await envelopeFor(form, inside);
    const { body } = await post(receiver, 'api/submissions', sealedSubmission(form, envelope));
    const environment = { TAAFI_DATA: receiver.dataDir };
    const args = ['open', String(body.reference), '--key', keyFile(test, form.pair)];
    const opened = await run([...args, '--language', 'en'], environment);
    assert.equal(opened.code, 1);
    assert.match(opened.out, /\/secret: Enter the secret/);
    assert.match(opened.out, /\/years: /);
    assert.match(opened.out, /\/extra: /);
  });

  it('tells answers that are of another kind than asked, and what controls terminals only as text', async (test) => {
    const receiver = await startReceiver(test, { dist: sealedBuild(test, form) });
    const environment = { TAAFI_DATA: receiver.dataDir };
    const key = keyFile(test, form.pair);
    const control = '\u001b[31m\u009b2J\u202eabc\u0007';
    const strange = {
      secret: { [control]: control },
      years: [],
      witnesses: [null, 5],
      fullName: 'غيره',
      [control]: control,
    };
    const envelope = await envelopeFor(form, strange);
    const { body } = await post(receiver, 'api/submissions', sealedSubmission(form, envelope));
    for (const json of [[], ['--json']]) {
      const args = ['open', String(body.reference), '--key', key, '--language', 'en', ...json];
      const opened = await run(args, environment);
      assert.equal(opened.code, 1, opened.err);
      assert.doesNotMatch(opened.out, /[^\P{Cc}\n]|\u202e/u);
      assert.match(opened.out, /abc/);
      for (const pointer of ['/secret', '/years', '/witnesses/0', '/fullName'])
        assert.ok(opened.out.includes(pointer), `${pointer}\n${opened.out}`);
    }
  });

  it('opens nothing that is no JSON as the receiver takes it', async (test) => {
    const deep = `${'['.repeat(70)}${']'.repeat(70)}`;
    const sealed = await envelopeFor(form, { secret: JSON.parse(deep) });
    const receiver = await startReceiver(test, { dist: sealedBuild(test, form) });
    const { body } = await post(receiver, 'api/submissions', sealedSubmission(form, sealed));
    const args = ['open', String(body.reference), '--key', keyFile(test, form.pair), '--language', 'en'];
    const opened = await run(args, { TAAFI_DATA: receiver.dataDir });
    assert.equal(opened.code, 1, opened.err);
    assert.match(opened.out, /there are no answers in it/);
  });

  it('says why it cannot: another key, none of that name, another request, no such request', async (test) => {
    const receiver = await startReceiver(test, { dist: sealedBuild(test, form) });
    const envelope = await envelopeFor(form);
    const right = await post(receiver, 'api/submissions', sealedSubmission(form, envelope));
    // Somebody has moved the envelope of one request to another.
    const moved = await post(
      receiver,
      'api/submissions',
      sealedSubmission(form, envelope, { fullName: 'غيره' }),
    );
    const environment = { TAAFI_DATA: receiver.dataDir };
    const open = (reference: unknown, key: string) =>
      run(['open', String(reference), '--key', key, '--language', 'en'], environment);
    const own = keyFile(test, form.pair);
    const cases = [
      [
        await open(right.body.reference, keyFile(test, newPair())),
        /sealed to another key that is called 2026-11/,
      ],
      [await open(right.body.reference, keyFile(test, form.pair, 'x')), /the key 2026-11 is none of those/],
      [await open(moved.body.reference, own), /changed after it was sent/],
      [await open('10000000000053', own), /is no reference|there is no request/],
      [await open(right.body.reference, join(receiver.dataDir, 'master.key')), /no private key|cannot|not/],
    ] as const;
    for (const [{ code, out, err }, told] of cases) {
      assert.ok(code > 0, out);
      assert.match(out + err, told);
      assert.ok(!out.includes(secrets.secret));
    }
  });

  it('does not open an envelope that was changed in the database, or beside other answers', async (test) => {
    const receiver = await startReceiver(test, { dist: sealedBuild(test, form) });
    const { body } = await post(receiver, 'api/submissions', sealedSubmission(form, await envelopeFor(form)));
    const environment = { TAAFI_DATA: receiver.dataDir };
    const file = join(temporaryFolder(test), 'export.json');
    const args = ['--reference', String(body.reference), '--definitions', '--out', file];
    await run(['export', ...args], environment);
    const [request] = JSON.parse(readFileSync(file, 'utf8')) as [{ answers: Record<string, unknown> }];
    const { answers } = request;
    const envelope = answers.private as { ciphertext: string };
    const flipped = envelope.ciphertext.replace(/^./, (sign) => (sign === 'A' ? 'B' : 'A'));
    const key = keyFile(test, form.pair);
    for (const changed of [
      { ...answers, private: { ...envelope, ciphertext: flipped } },
      { ...answers, fullName: 'غيره' },
      { ...answers, private: null },
      { ...answers, private: 'x' },
      { ...answers, private: { ...envelope, enc: 5 } },
      { ...answers, private: { ...envelope, ciphertext: undefined } },
      { ...answers, private: { ...envelope, key: '\u001b[31m' } },
    ]) {
      writeFileSync(file, JSON.stringify([{ ...request, answers: changed }]));
      const opened = await run(['open', '--from', file, '--key', key, '--language', 'en'], {});
      assert.equal(opened.code, 1);
      assert.match(opened.out, /Not opened/);
      assert.ok(!opened.out.includes('\u001b'));
    }
    writeFileSync(file, JSON.stringify([{ ...request, receivedAt: 'some day' }]));
    const undated = await run(['open', '--from', file, '--key', key], {});
    assert.match(undated.err, /no JSON of taafi export/);
    const other = { ...form.definition, title: 'Another' };
    writeFileSync(file, JSON.stringify([{ ...request, definition: other }]));
    const opened = await run(['open', '--from', file, '--key', key], {});
    assert.equal(opened.code, 1);
    assert.match(opened.err, /another text of trial 1\.2\.0/);
    // One that cannot be opened keeps nobody from the others.
    writeFileSync(file, JSON.stringify([{ ...request, definition: other }, request]));
    const both = await run(['open', '--from', file, '--key', key], {});
    assert.equal(both.code, 1);
    assert.match(both.err, /another text of trial 1\.2\.0/);
    assert.ok(both.out.includes(secrets.secret));
    const json = await run(['open', '--from', file, '--key', key, '--json'], {});
    const [lost, found] = JSON.parse(json.out) as Record<string, unknown>[];
    assert.match(String(lost?.message), /another text of trial 1\.2\.0/);
    assert.ok(JSON.stringify(found?.sections).includes(secrets.secret));
  });
});

describe('taafi sealing-key', () => {
  it('makes a pair that a form takes and taafi open reads with', async (test) => {
    const folder = temporaryFolder(test);
    const path = join(folder, 'private.jwk');
    const made = await run(['sealing-key', '--out', path], { TAAFI_DATA: join(folder, 'data') });
    assert.equal(made.code, 0, made.err);
    assert.equal(statSync(path).mode & 0o777, 0o600);
    const printed = /"key": (\{[^}]*\})/.exec(made.out)?.[1] ?? '';
    const key = JSON.parse(printed) as { id: string; publicKey: string };
    assert.match(key.id, /^[0-9a-f]{16}$/);
    assert.ok(!made.out.includes((JSON.parse(readFileSync(path, 'utf8')) as { d: string }).d));
    const own = sealedForm({ ...newPair(), written: key.publicKey }, key.id);
    const receiver = await startReceiver(test, { dist: sealedBuild(test, own) });
    const { body } = await post(receiver, 'api/submissions', sealedSubmission(own, await envelopeFor(own)));
    const environment = { TAAFI_DATA: receiver.dataDir };
    const opened = await run(['open', String(body.reference), '--key', path], environment);
    assert.equal(opened.code, 0, opened.out + opened.err);
    assert.ok(opened.out.includes(secrets.secret));
  });

  it('writes over nothing, and not into the folder of the data', async (test) => {
    const folder = temporaryFolder(test);
    const path = join(folder, 'private.jwk');
    const environment = { TAAFI_DATA: join(folder, 'data') };
    assert.equal((await run(['sealing-key', '--out', path], environment)).code, 0);
    const again = await run(['sealing-key', '--out', path], environment);
    assert.equal(again.code, 1);
    assert.match(again.err, /there already/);
    const inside = await run(['sealing-key', '--out', join(folder, 'data', 'x.jwk')], environment);
    assert.equal(inside.code, 1);
    assert.match(inside.err, /must not hold the private key/);
    mkdirSync(join(folder, 'data'));
    symlinkSync(join(folder, 'data'), join(folder, 'link'));
    const linked = await run(['sealing-key', '--out', join(folder, 'link', 'x.jwk')], environment);
    assert.match(linked.err, /must not hold the private key/);
    assert.equal((await run(['sealing-key'], environment)).code, 2);
  });
});
