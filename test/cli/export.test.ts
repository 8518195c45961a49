import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import Database from 'libsql';
import { runCommand } from '../../src/cli/command-line.js';
import { allRows } from '../../src/cli/received-pages.js';
import type { FormDefinition } from '../../src/core/definition.js';
import { catalog, parseDefinition } from '../../src/core/index.js';
import { formatReference } from '../../src/core/reference.js';
import type { Page } from '../../src/receiver/storage/request-reader.js';
import { openStorage } from '../../src/receiver/storage/storage.js';
import type { Running } from '../receiver/running-receiver.js';
import { newKey, post, startReceiver, temporaryFolder } from '../receiver/running-receiver.js';
import { signaturesFor } from '../receiver/signing.js';
import { referenceTo, sha256, submissionWith, trialForm } from '../receiver/trial-form.js';
import { readCsv } from './csv-reader.js';
import { run, startProgram } from './running-command.js';

const exported = ({ dataDir }: Running, ...args: string[]) =>
  run(['export', ...args], { TAAFI_DATA: dataDir });

async function send(receiver: Running, answers: Record<string, unknown>, form?: unknown): Promise<string> {
  receiver.time.now += 1000;
  const { status, body } = await post(receiver, 'api/submissions', submissionWith(answers, form));
  assert.equal(status, 201, JSON.stringify(body));
  return String(body.reference);
}

/** The rows of a CSV export as objects by their columns. */
async function table(receiver: Running, ...args: string[]): Promise<Record<string, string>[]> {
  const { code, out, err } = await exported(receiver, '--format', 'csv', ...args);
  assert.equal(code, 0, err);
  assert.ok(out.startsWith('\ufeff'));
  const [columns = [], ...rows] = readCsv(out.slice(1));
  return rows.map((row) => {
    assert.equal(row.length, columns.length);
    return Object.fromEntries(row.map((cell, index) => [columns[index] ?? '', cell]));
  });
}

describe('taafi export', () => {
  it('gives JSON of all that was received, oldest first, while the receiver runs', async (test) => {
    const receiver = await startReceiver(test);
    assert.deepEqual(await exported(receiver), { code: 0, out: '[]\n', err: '' });
    const references = [await send(receiver, { fullName: 'أ' }), await send(receiver, { fullName: 'ب' })];
    const { out } = await exported(receiver);
    const list = JSON.parse(out) as Record<string, unknown>[];
    assert.deepEqual(
      list.map(({ reference }) => reference),
      references,
    );
    const { evidence, ...first } = list[0] ?? {};
    const { record } = evidence as { record: { reference: string; sequence: number } };
    assert.deepEqual([record.reference, record.sequence], [references[0], 1]);
    assert.deepEqual(first, {
      reference: references[0],
      receivedAt: '2026-11-22T09:00:01.000Z',
      form: referenceTo(trialForm),
      language: 'ar',
      notBefore: '2026-12-06',
      answers: { fullName: 'أ', consent: true },
      consents: [
        {
          path: 'consent',
          language: 'ar',
          at: '2026-11-22T09:00:00.000Z',
          textSha256: sha256('أوافق على دراسة طلبي.'),
        },
      ],
      files: [],
    });
  });

  it('finds its way through those of the same moment', async (test) => {
    const receiver = await startReceiver(test);
    const sent: string[] = [];
    for (let count = 0; count < 7; count++) {
      sent.push(String((await post(receiver, 'api/submissions', submissionWith())).body.reference));
    }
    const storage = await openStorage(join(receiver.dataDir, 'taafi.db'));
    test.after(() => storage.close());
    const read = (page: Page) => storage.requests.submissions(page);
    const found: string[] = [];
    for await (const { reference } of allRows(read, (row) => row.reference, undefined, 2))
      found.push(reference);
    assert.deepEqual(found, sent.sort());
  });

  it('gives a table in the order of the questions', async (test) => {
    const receiver = await startReceiver(test);
    const id = newKey();
    const tus = {
      'Tus-Resumable': '1.0.0',
      'Upload-Length': '9',
      'Upload-Metadata': `id ${Buffer.from(id).toString('base64')}`,
    };
    await fetch(`${receiver.url}/api/uploads`, { method: 'POST', headers: tus });
    await fetch(`${receiver.url}/api/uploads/${id}`, {
      method: 'PATCH',
      headers: { ...tus, 'Upload-Offset': '0', 'Content-Type': 'application/offset+octet-stream' },
      body: '%PDF-1.7\n',
    });
    const reference = await send(receiver, {
      fullName: 'سالم "المثالي"، الأول',
      mobile: '+966501234567',
      birthDate: { date: '1990-05-04', calendar: 'islamic-umalqura' },
      marital: 'married',
      wishes: ['rent', 'food'],
      rent: -5,
      story: '=cmd|calc\nسطر ثانٍ',
      spouse: '-5',
      dependants: [{ name: '@ريم', id: '7', size: 38 }, { name: 'نورة' }],
      documents: [{ id, name: '=عقد.pdf', type: 'application/pdf', size: 9 }],
    });
    await send(receiver, {});
    const [row, other] = await table(receiver);
    const [file = ''] = readdirSync(join(receiver.dataDir, 'uploads'));
    assert.deepEqual(Object.entries(row ?? {}), [
      ['reference', formatReference(reference)],
      ['receivedAt', '2026-11-22T09:00:01.000Z'],
      ['form', 'trial'],
      ['version', '1.2.0'],
      ['language', 'ar'],
      ['fullName', 'سالم "المثالي"، الأول'],
      ['mobile', "'+966501234567"],
      ['birthDate', '1990-05-04'],
      ['age', '36'],
      ['marital', 'married'],
      ['wishes', 'rent; food'],
      ['rent', '-5'],
      ['story', "'=cmd|calc\nسطر ثانٍ"],
      ['spouse', "'-5"],
      ['dependants.1.name', "'@ريم"],
      ['dependants.1.id', "'7"],
      ['dependants.1.size', '38'],
      ['dependants.1.papers', ''],
      ['dependants.1.agrees', ''],
      ['dependants.2.name', 'نورة'],
      ['dependants.2.id', ''],
      ['dependants.2.size', ''],
      ['dependants.2.papers', ''],
      ['dependants.2.agrees', ''],
      ['documents', `'=عقد.pdf (uploads/${file})`],
      ['consent', 'yes'],
    ]);
    assert.equal(other?.fullName, 'سالم المثالي');
    assert.equal(other?.['dependants.1.name'], '');
    assert.ok(existsSync(join(receiver.dataDir, 'uploads', file)));
    const [json] = JSON.parse((await exported(receiver)).out) as Record<string, unknown>[];
    assert.deepEqual(json?.files, [{ id, path: `uploads/${file}` }]);
    assert.equal(json?.reference, reference);
    assert.equal((json?.answers as Record<string, unknown> | undefined)?.mobile, '+966501234567');
  });

  it('tells in the table what was given and who has signed, and leaves the strokes to the JSON', async (test) => {
    const form = {
      id: 'signed',
      version: '1.0.0',
      languages: ['en'],
      title: 'To sign',
      steps: [
        {
          id: 'signing',
          at: 'review',
          title: 'Sign',
          fields: [
            { id: 'given', type: 'given', label: 'Data' },
            { id: 'signature', type: 'signature', required: true, label: 'Signature' },
          ],
        },
      ],
    };
    const definition = parseDefinition(form, catalog).definition as FormDefinition;
    const receiver = await startReceiver(test);
    writeFileSync(join(receiver.dataDir, 'forms', 'signed.json'), JSON.stringify(form));
    const points = Array.from({ length: 30 }, (_none, at) => [at * 200, 1000 + (at % 7) * 100, at * 16]);
    const drawn = { method: 'drawn', drawing: { height: 3000, strokes: [points] } };
    const given = { lines: [{ label: 'Home' }, { label: 'City', value: 'Abha' }] };
    for (const answers of [{ given, signature: { method: 'typed', name: '=Salem' } }, { signature: drawn }]) {
      receiver.time.now += 1000;
      const signatures = signaturesFor(definition, answers);
      const body = { form: referenceTo(form), language: 'en', answers, consents: [], signatures };
      assert.equal((await post(receiver, 'api/submissions', body)).status, 201);
    }
    const rows = await table(receiver);
    assert.deepEqual(
      rows.map((row) => [row.given, row.signature]),
      [
        ['Home\nCity: Abha', "'=Salem"],
        ['', 'drawn'],
      ],
    );
  });

  it('joins the versions of a form, the newest first', async (test) => {
    const receiver = await startReceiver(test);
    await send(receiver, { rent: 900 });
    const [about, others] = trialForm.steps;
    const note = { id: 'note', type: 'text', label: 'Note' };
    const fields = [note, ...(about?.fields ?? []).filter(({ id }) => id !== 'home')];
    const newer = { ...trialForm, version: '2.0.0', steps: [{ ...about, fields }, others] };
    writeFileSync(join(receiver.dataDir, 'forms/trial.json'), JSON.stringify(newer));
    await send(receiver, { note: 'x' }, referenceTo(newer));
    const [first, second] = await table(receiver);
    assert.deepEqual(Object.keys(first ?? {}).slice(3, 7), ['version', 'language', 'note', 'fullName']);
    assert.deepEqual(Object.keys(first ?? {}).slice(-2), ['rent', 'story']);
    assert.deepEqual([first?.version, first?.rent, first?.note], ['1.2.0', '900', '']);
    assert.deepEqual([second?.version, second?.rent, second?.note], ['2.0.0', '', 'x']);
  });

  it('gives one form where that is asked for', async (test) => {
    const receiver = await startReceiver(test);
    await send(receiver, {});
    const other = { ...trialForm, id: 'other' };
    writeFileSync(join(receiver.dataDir, 'forms/other.json'), JSON.stringify(other));
    await send(receiver, {}, referenceTo(other));
    assert.equal((JSON.parse((await exported(receiver)).out) as unknown[]).length, 2);
    assert.equal((JSON.parse((await exported(receiver, '--form', 'other')).out) as unknown[]).length, 1);
    assert.deepEqual(
      (await table(receiver, '--form', 'other')).map(({ form }) => form),
      ['other'],
    );
    const both = await exported(receiver, '--format', 'csv');
    assert.equal(both.code, 2);
    assert.match(both.err, /name it with --form: (trial, other|other, trial)/);
    const none = await exported(receiver, '--form', 'nothing');
    assert.deepEqual([none.code, none.out], [1, '']);
  });

  it('writes a file that only its owner may read', async (test) => {
    const receiver = await startReceiver(test);
    await send(receiver, {});
    const out = join(temporaryFolder(test), 'out.json');
    writeFileSync(out, 'old', { mode: 0o644 });
    const { code, out: written, err } = await exported(receiver, '--out', out);
    assert.deepEqual([code, written], [0, '']);
    assert.match(err, /wrote .*out\.json/);
    assert.equal(statSync(out).mode & 0o777, 0o600);
    assert.equal((JSON.parse(readFileSync(out, 'utf8')) as unknown[]).length, 1);
  });

  it('gives the questions to the officer', async (test) => {
    const receiver = await startReceiver(test);
    const question = { form: { id: 'trial', version: '1.2.0' }, step: 'about', language: 'ar' };
    await post(receiver, 'api/referrals', { ...question, question: '=1+1', contact: '+966501234567' });
    receiver.time.now += 1000;
    await post(receiver, 'api/referrals', { ...question, question: 'ما المطلوب؟' });
    const list = JSON.parse((await exported(receiver, '--referrals')).out) as Record<string, unknown>[];
    assert.deepEqual(
      list.map(({ question: asked }) => asked),
      ['=1+1', 'ما المطلوب؟'],
    );
    assert.equal(list[1]?.contact, undefined);
    const [first] = await table(receiver, '--referrals');
    assert.deepEqual([first?.question, first?.contact, first?.step], ["'=1+1", "'+966501234567", 'about']);
  });

  it('is of one moment, whatever comes in meanwhile', async (test) => {
    const receiver = await startReceiver(test);
    await send(receiver, { dependants: [{ name: 'ريم' }] });
    let out = '';
    const terminal = {
      environment: { TAAFI_DATA: receiver.dataDir },
      err: () => undefined,
      out: async (piece: string) => {
        // The columns are out, the rows are still to be read.
        if (out === '') await send(receiver, { dependants: [{ name: 'نورة' }, { name: 'هند' }] });
        out += piece;
      },
    };
    assert.equal(await runCommand(['export', '--format', 'csv'], terminal), 0);
    const [columns = [], ...rows] = readCsv(out.slice(1));
    assert.ok(!columns.includes('dependants.2.name'));
    assert.deepEqual(
      rows.map((row) => row[columns.indexOf('dependants.1.name')]),
      ['ريم'],
    );
    const [, second] = await table(receiver);
    assert.deepEqual([second?.['dependants.1.name'], second?.['dependants.2.name']], ['نورة', 'هند']);
  });

  it('says why a file cannot be written, and leaves nothing behind', async (test) => {
    const receiver = await startReceiver(test);
    await send(receiver, {});
    const folder = temporaryFolder(test);
    writeFileSync(join(folder, 'file'), '');
    mkdirSync(join(folder, 'inner'));
    const wrong: [string, RegExp][] = [
      [join(folder, 'nonexistent/x.csv'), /x\.csv cannot be written: there is no folder .*nonexistent\.\n$/],
      [folder, /is a folder\. Name a file in it\.\n$/],
      [join(folder, 'inner'), /inner is a folder/],
      [join(folder, 'file/x.csv'), /file is not a folder\.\n$/],
      ['/dev/null/x', /\/dev\/null is not a folder/],
      [join(folder, 'x'.repeat(300)), /cannot be written: ENAMETOOLONG/],
    ];
    for (const [out, sentence] of wrong) {
      const { code, out: written, err } = await exported(receiver, '--out', out);
      assert.deepEqual([code, written], [1, ''], err);
      assert.match(err, /^taafi: /);
      assert.match(err, sentence);
      assert.doesNotMatch(err, /\n\s+at |taafi help/);
    }
    assert.deepEqual(readdirSync(folder).sort(), ['file', 'inner']);
  });

  it('says that a database is none', async (test) => {
    const folder = temporaryFolder(test);
    writeFileSync(join(folder, 'taafi.db'), 'this is no database at all'.repeat(100));
    const { code, out, err } = await run(['export'], { TAAFI_DATA: folder });
    assert.deepEqual([code, out], [1, '']);
    assert.equal(err, `taafi: ${join(folder, 'taafi.db')} is not a database of the receiver.\n`);
    const other = temporaryFolder(test);
    mkdirSync(join(other, 'taafi.db'));
    const { code: second, err: sentence } = await run(['export'], { TAAFI_DATA: other });
    assert.equal(second, 1);
    assert.match(sentence, /taafi\.db cannot be opened/);
  });

  it('says that a database is damaged', async (test) => {
    const receiver = await startReceiver(test);
    await send(receiver, { story: 'س'.repeat(2_000) });
    await receiver.close();
    const file = join(receiver.dataDir, 'taafi.db');
    const database = new Database(file);
    const { page } = database
      .prepare("select rootpage as page from sqlite_master where name = 'submission'")
      .get() as { page: number };
    database.close();
    const bytes = readFileSync(file);
    const size = bytes.readUInt16BE(16);
    writeFileSync(file, bytes.fill(0xaa, (page - 1) * size, page * size));
    const program = startProgram(['export'], { TAAFI_DATA: receiver.dataDir });
    assert.equal(await program.ended, 1);
    assert.match(program.written(), /taafi\.db cannot be read: .*SQLITE_CORRUPT/);
    assert.doesNotMatch(program.written(), /\n\s+at /);
  });

  it('says where there is nothing', async (test) => {
    const folder = temporaryFolder(test);
    const { code, err } = await run(['export'], { TAAFI_DATA: folder });
    assert.equal(code, 1);
    assert.ok(err.includes(folder));
    assert.deepEqual(readdirSync(folder), []);
  });
});
