import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { formatReference } from '../../src/core/reference.js';
import { act, handlingReceiver, lookUp, opened, send, view } from '../receiver/handled-scene.js';
import { temporaryFolder } from '../receiver/running-receiver.js';
import { upload } from '../receiver/tus-client.js';
import { run } from './running-command.js';

/** A receiver with one request, and the commands of somebody with a role. */
async function office(test: Parameters<typeof handlingReceiver>[0]) {
  const receiver = await handlingReceiver(test);
  const data = { TAAFI_DATA: receiver.dataDir };
  const as = async (name: string, roles: string) => {
    const { code, out, err } = await run(['staff', 'add', '--name', name, '--roles', roles], data);
    assert.equal(code, 0, err);
    const [token = ''] = /taafi_staff_\d{8}_[\w-]{43}/.exec(out) ?? [];
    const environment = { TAAFI_RECEIVER: receiver.url, TAAFI_STAFF_TOKEN: token };
    return (...args: string[]) => run(args, environment);
  };
  return { receiver, data, as, ...(await send(receiver)) };
}

describe('taafi staff', () => {
  it('makes a token once, lists without it, replaces and removes', async (test) => {
    const { receiver, data, as } = await office(test);
    const officer = await as('نورة المثالية', 'relationsOfficer, socialResearcher');
    assert.equal((await officer('requests')).code, 0);
    const listed = await run(['staff', 'list'], data);
    const [, id = ''] =
      /^([\w-]{22}) {2}نورة المثالية {2}relationsOfficer, socialResearcher {2}since/.exec(listed.out) ?? [];
    assert.ok(!listed.out.includes('taafi_staff_'));
    const replaced = await run(['staff', 'token', id], data);
    const [token = ''] = /taafi_staff_\d{8}_[\w-]{43}/.exec(replaced.out) ?? [];
    const old = await officer('requests');
    assert.deepEqual([old.code, /nobody who works here has this token/.test(old.err)], [1, true]);
    const environment = { TAAFI_RECEIVER: receiver.url, TAAFI_STAFF_TOKEN: token };
    assert.equal((await run(['requests'], environment)).code, 0);
    assert.equal((await run(['staff', 'remove', id], data)).code, 0);
    assert.equal((await run(['requests'], environment)).code, 1);
    assert.equal((await run(['staff', 'remove', id], data)).code, 1);
    assert.match((await run(['staff', 'list'], data)).out, /removed 20/);
    // All that is in the log, and the log is whole.
    const log = (await run(['audit', 'list'], data)).out;
    for (const action of ['staffAdded', 'staffToken', 'staffRemoved'])
      assert.ok(log.includes(action), action);
    assert.ok(!log.includes(token));
    assert.equal((await run(['audit', 'verify'], data)).code, 0);
  });

  it('says that a database is none', async (test) => {
    const folder = temporaryFolder(test);
    writeFileSync(join(folder, 'taafi.db'), 'this is no database at all'.repeat(100));
    const { code, out, err } = await run(['staff', 'list'], { TAAFI_DATA: folder });
    assert.deepEqual([code, out], [1, '']);
    assert.equal(err, `taafi: ${join(folder, 'taafi.db')} is not a database of the receiver.\n`);
  });

  it('says what it wants', async (test) => {
    const { data, receiver } = await office(test);
    const wrong: [string[], RegExp][] = [
      [['staff'], /name what to do: add, list, token or remove/],
      [['staff', 'add'], /name the person with --name/],
      [['staff', 'add', '--name', 'x'], /--roles/],
      [['staff', 'add', '--name', 'x', '--roles', 'applicant'], /cannot be a role/],
      [['staff', 'add', '--name', 'x', '--roles', 'relationsOfficer', '--days', '367'], /from 1 to 366/],
      [['staff', 'token', 'x', '--days', '0'], /from 1 to 366/],
      [['staff', 'fire', 'x'], /is followed by add, list, token <id> or remove <id>/],
      [['requests'], /TAAFI_STAFF_TOKEN/],
      [['request'], /name the reference/],
      [['request', '123'], /is no reference number/],
    ];
    for (const [args, sentence] of wrong) {
      const { code, err } = await run(args, data);
      assert.deepEqual([code, sentence.test(err)], [2, true], `${args.join(' ')}: ${err}`);
    }
    const token = `taafi_staff_${'A'.repeat(43)}`;
    const far = await run(['requests'], { TAAFI_RECEIVER: 'http://far.example', TAAFI_STAFF_TOKEN: token });
    assert.match(far.err, /must be an https address/);
    const gone = await run(['requests'], { TAAFI_RECEIVER: 'http://127.0.0.1:1', TAAFI_STAFF_TOKEN: token });
    assert.match(gone.err, /no receiver answers/);
    await receiver.close();
  });
});

describe('taafi request', () => {
  it('moves a request along, and lets nobody do it wrongly', async (test) => {
    const { receiver, as, reference, token } = await office(test);
    const officer = await as('نورة', 'relationsOfficer');
    const researcher = await as('خالد', 'socialResearcher');
    const committee = await as('اللجنة', 'researchCommittee');
    const number = formatReference(reference);
    const done = async (work: ReturnType<typeof run>) => {
      const { code, out, err } = await work;
      assert.equal(code, 0, err);
      return out;
    };
    assert.match(
      await done(officer('requests', '--state', 'submitted')),
      new RegExp(`^${number} {2}2026-11-22 {2}submitted {2}not before 2026-12-06\n$`),
    );
    const read = await done(officer('request', number, '--language', 'en'));
    for (const line of [
      '  Name: سالم المثالي',
      '  mobile: not yet',
      '  beginVerification  Begin checking the data',
      'Withheld from your roles',
    ])
      assert.ok(read.includes(line), `${line}\n${read}`);
    assert.ok(!read.includes('قصة'));
    const wrong = await officer('request', number, 'move', 'raiseToCommittee');
    assert.equal(wrong.code, 1);
    assert.match(
      wrong.err,
      /this move cannot be made now\. The request is in the state submitted\. You can: beginVerification, refer, close\./,
    );
    await done(officer('request', number, 'move', 'beginVerification'));
    assert.match(
      (await officer('request', number, 'move', 'returnForCompletion')).err,
      /this move needs --missing/,
    );
    await done(
      officer(
        'request',
        number,
        'move',
        'returnForCompletion',
        '--missing',
        'documents',
        '--note',
        'صورة واضحة',
      ),
    );
    assert.match(await done(officer('requests', '--open', 'items')), /1 missing/);
    const session = await opened({ receiver, reference, token });
    const [item] = (await view(receiver, session)).missing;
    assert.equal(item?.note, 'صورة واضحة');
    const file = await upload(receiver);
    await act(receiver, 'api/track/items', session, { item: item?.id, files: [file] });
    const path = join(receiver.dataDir, 'copy.pdf');
    await done(officer('request', number, 'file', file.id, '--out', path));
    assert.ok(
      existsSync(path) &&
        readFileSync(path).subarray(0, 5).toString() === '%PDF-' &&
        readFileSync(path).length === file.size,
    );
    assert.match(
      (await officer('request', number, 'move', 'raiseToCommittee')).err,
      /not yet found matched: mobile\./,
    );
    await done(officer('request', number, 'found', 'mobile', 'matched', '--method', 'call'));
    assert.match((await officer('request', number, 'found', 'story', 'matched')).err, /for other roles/);
    const hidden = await officer('request', number, 'move', 'raiseToCommittee');
    assert.match(hidden.err, /something that is withheld from your roles was not yet found matched/);
    await done(researcher('request', number, 'found', 'story', 'matched'));
    await done(officer('request', number, 'move', 'raiseToCommittee'));
    await act(receiver, 'api/track/questions', session, {
      kind: 'question',
      text: 'متى الرد؟',
      language: 'ar',
    });
    const [, question = ''] =
      /(\S+) {2}WAITS {2}متى الرد؟/.exec(await done(researcher('request', number))) ?? [];
    await done(researcher('request', number, 'answer', question, '--text', 'بعد السادس من ديسمبر'));
    const early = await committee('request', number, 'move', 'accept');
    assert.match(early.err, /too early: not before 2026-12-06\. With --override/);
    assert.match(
      (await committee('request', number, 'move', 'reject', '--override', 'x')).err,
      /needs --reason/,
    );
    const said = await committee(
      'request',
      number,
      'move',
      'reject',
      '--override',
      'x',
      '--reason',
      'No treatment now',
    );
    assert.match(said.err, /the text says "treatment"/);
    await done(committee('request', number, 'move', 'accept', '--override', 'عاجل'));
    await done(officer('request', number, 'move', 'completeRegistration'));
    assert.equal((await officer('request', number, 'move', 'recordService', '--service', 'x')).code, 2);
    await done(
      officer('request', number, 'move', 'recordService', '--service', 'ما طُلب', '--on', '2026-11-22'),
    );
    assert.match(await done(officer('requests', '--ended', 'yes')), /serviceDelivered/);
    assert.equal((await lookUp(receiver, { reference, token })).status, 200);
  });
});
