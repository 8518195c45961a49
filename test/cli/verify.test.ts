import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { describe, it } from 'node:test';
import { formatReference } from '../../src/core/reference.js';
import type { GivenReceipt } from '../evidence/given-receipt.js';
import { givenReceipt, keysFileOf, keysOf } from '../evidence/given-receipt.js';
import type { Running } from '../receiver/running-receiver.js';
import { startReceiver, temporaryFolder } from '../receiver/running-receiver.js';
import { run, startProgram } from './running-command.js';

interface Papers extends GivenReceipt {
  readonly receiver: Running;
  readonly folder: string;
  readonly receiptFile: string;
  readonly contractFile: string;
}

/** A receipt and its file on a disk of somebody who is not the association. */
async function papers(test: TestContext): Promise<Papers> {
  const receiver = await startReceiver(test);
  const given = await givenReceipt(receiver);
  const folder = temporaryFolder(test);
  const [receiptFile, contractFile] = [join(folder, 'receipt.json'), join(folder, 'contract.pdf')];
  writeFileSync(receiptFile, given.json);
  writeFileSync(contractFile, given.contract);
  return { ...given, receiver, folder, receiptFile, contractFile };
}

/** Nothing that a terminal would act on. */
const assertPlain = (text: string) =>
  assert.doesNotMatch(text, /[^\P{Cc}\n]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u);

describe('taafi verify', () => {
  it('tells all that a genuine receipt says, in its own language', async (test) => {
    const { receiver, receiptFile, contractFile, receipt } = await papers(test);
    const { code, out, err } = await run(['verify', receiptFile, '--keys', keysFileOf(receiver)], {});
    assert.deepEqual([code, err], [0, '']);
    assertPlain(out);
    const lines = out.split('\n').map((line) => line.trim());
    assert.equal(lines[0], 'إيصال صحيح: لم يتغيّر فيه شيء');
    for (const line of [
      `الرقم المرجعي: ${formatReference(receipt.record.reference)}`,
      'النموذج: declaration 2.1.0',
      'إصدار السياسة: 2026-01',
      'الاسم الأول: سالم',
      'القصة: سطر أول',
      '| سطر ثانٍ',
      'الإيجار: 1,500.5',
      'الاسم: نورة',
      'أقر بأن كل ما ذكرته صحيح.',
      'الموقّع: سالم المثالي',
      'طريقة التوقيع: توقيع مرسوم',
      'العقد: عقد.pdf (1 كيلوبايت): لم يقارَن: أعطِ الملف ليقارَن به',
    ]) {
      assert.ok(lines.includes(line), `${line}\n${out}`);
    }
    assert.match(out, /الساعة 12:00:00 بتوقيت مكة المكرمة \(بساعة نظام الجمعية\)/);
    assert.match(out, /الساعة 11:59:00 بتوقيت مكة المكرمة \(بساعة جهاز مقدم الطلب\)/);
    const beside = await run(['verify', receiptFile, contractFile, '--keys', keysFileOf(receiver)], {});
    assert.equal(beside.code, 0);
    assert.match(beside.out, /عقد\.pdf .*: هو نفسه/);
  });

  it('tells it in English, with the keys of the data folder or a saved answer of api/keys', async (test) => {
    const { receiver, receiptFile, contractFile, folder } = await papers(test);
    const args = ['verify', receiptFile, contractFile, '--language', 'en'];
    const here = await run(args, { TAAFI_DATA: receiver.dataDir });
    assert.equal(here.code, 0);
    assert.match(here.out, /^Genuine: nothing was changed\n/);
    assert.match(here.out, /First name: سالم/);
    assert.match(here.out, /Contract: عقد\.pdf \(1 kB\): the same/);
    assert.match(here.out, /By: سالم المثالي\n.*How: drawn by hand/);
    assert.match(here.out, /12 Jumada II 1448 AH/);
    const saved = join(folder, 'keys.json');
    writeFileSync(saved, JSON.stringify({ keys: await keysOf(receiver) }));
    await receiver.close();
    assert.deepEqual(await run([...args, '--keys', saved], {}), here);
  });

  it('tells who has signed by name or on paper', async (test) => {
    const { receiver, receiptFile } = await papers(test);
    const typed = await givenReceipt(receiver, {
      answers: { signature: { method: 'typed', name: 'سالم المثالي' } },
    });
    writeFileSync(receiptFile, typed.json);
    const { out } = await run(['verify', receiptFile, '--language', 'en'], { TAAFI_DATA: receiver.dataDir });
    assert.match(out, /By: سالم المثالي\n.*How: full name typed out/);
  });

  it('says why one is not to be relied on, and repeats nothing of it', async (test) => {
    const { receiver, receiptFile, contractFile, json, folder } = await papers(test);
    const other = await startReceiver(test);
    const args = ['--language', 'en', '--keys', keysFileOf(receiver)];
    const told = async (source: string | Uint8Array, ...more: string[]) => {
      writeFileSync(receiptFile, source);
      const { code, out, err } = await run(['verify', receiptFile, ...args, ...more], {});
      assert.deepEqual([code, err], [1, '']);
      assertPlain(out);
      assert.doesNotMatch(out, /غانم|سالم/);
      return out;
    };
    const changed = json.replace('"firstName":"سالم"', '"firstName":"غانم"');
    assert.match(
      await told(changed),
      /^NOT to be relied on: The answers in it are not those that were received\./,
    );
    assert.match(await told(json.replace('"rent"', '"rend"')), /^NOT to be relied on: /);
    assert.match(await told('{}'), /^NOT to be relied on: This is not the file of a receipt/);
    assert.match(
      await told(Buffer.from(`${json}\u00ff`, 'latin1')),
      /^NOT to be relied on: This is not the file/,
    );
    assert.match(await told((await givenReceipt(other)).json), /^NOT .*none of the association’s/);
    const hostile = join(folder, 'a\u001b]0;pwned\u0007\u202etxt.pdf');
    writeFileSync(hostile, readFileSync(contractFile).subarray(1));
    assert.match(
      await told(json, hostile),
      /^NOT .*The file “.*a\]0;pwnedtxt\.pdf” is none of the attachments/,
    );
  });

  it('without keys says that it is intact inside, and by which key', async (test) => {
    const { receiptFile, folder, receipt, json } = await papers(test);
    const without = () => run(['verify', receiptFile, '--language', 'en'], { TAAFI_DATA: folder });
    const { code, out } = await without();
    assert.equal(code, 1);
    assert.match(out, /^NOT to be relied on: It is intact inside, but nobody here knows whether the key/);
    assert.match(out, new RegExp(`Key: ${receipt.record.keyId}\nPublic key: ${receipt.seal.publicKey}\n$`));
    writeFileSync(receiptFile, json.replace('"rent":1500.5', '"rent":1500.6'));
    const changed = await without();
    assert.match(changed.out, /^NOT to be relied on: There are no keys .*\n {2}The answers in it/);
  });

  it('says when it is called wrongly, or a file cannot be had', async (test) => {
    const { receiptFile, folder } = await papers(test);
    assert.equal((await run(['verify'])).code, 2);
    assert.equal((await run(['verify', receiptFile, '--stored'])).code, 2);
    assert.equal((await run(['verify', receiptFile, '--language', 'fr'])).code, 2);
    assert.equal((await run(['verify', receiptFile, '--kays', 'x'])).code, 2);
    const missing = await run(['verify', join(folder, 'no\u001b[31mne.json')]);
    assert.equal(missing.code, 1);
    assert.match(missing.err, /no\[31mne\.json: there is no such file/);
    assert.match((await run(['verify', folder])).err, /that is a folder/);
    const wrongKeys = await run(['verify', receiptFile, '--keys', receiptFile]);
    assert.equal(wrongKeys.code, 1);
    assert.match(wrongKeys.err, /is no file of public keys/);
  });

  it('is a program of its own that needs nothing but the files', async (test) => {
    const { receiver, receiptFile, contractFile } = await papers(test);
    await receiver.close();
    const program = startProgram(['verify', receiptFile, contractFile, '--keys', keysFileOf(receiver)], {
      TAAFI_DATA: join(temporaryFolder(test), 'none'),
    });
    assert.equal(await program.ended, 0, program.written());
    assert.match(program.written(), /^إيصال صحيح/);
  });
});

describe('taafi keys', () => {
  it('lists the public keys, and puts a new one in use', async (test) => {
    const receiver = await startReceiver(test);
    const [first] = await keysOf(receiver);
    const environment = { TAAFI_DATA: receiver.dataDir };
    const { code, out } = await run(['keys'], environment);
    assert.equal(code, 0);
    assert.equal(out, `${first?.id}  since ${first?.since}  in use\n  ${first?.publicKey}\n`);
    const before = await givenReceipt(receiver);
    await receiver.close();

    const rotated = await run(['keys', '--rotate'], environment);
    assert.equal(rotated.code, 0, rotated.err);
    assert.match(rotated.out, new RegExp(`^${first?.id} .* until `));
    assert.match(rotated.out, /Restart the receiver if it is running/);
    assert.doesNotMatch(rotated.out, /PRIVATE/);
    assert.equal(statSync(join(receiver.dataDir, 'keys/signing-key.json')).mode & 0o777, 0o600);
    const again = await receiver.restart();
    again.time.now = Date.now();
    const after = await givenReceipt(again);
    const keys = await keysOf(again);
    assert.equal(keys.length, 2);
    assert.equal(after.receipt.record.keyId, keys[1]?.id);
    const receiptFile = join(temporaryFolder(test), 'receipt.json');
    for (const { json } of [before, after]) {
      writeFileSync(receiptFile, json);
      assert.equal((await run(['verify', receiptFile], environment)).code, 0);
    }
    assert.equal((await run(['verify', '--stored'], environment)).code, 0);
  });

  it('says where there are none, and changes nothing where the private key is gone', async (test) => {
    const dataDir = join(temporaryFolder(test), 'data');
    mkdirSync(dataDir);
    const nothing = await run(['keys'], { TAAFI_DATA: dataDir });
    assert.equal(nothing.code, 1);
    assert.match(nothing.err, /no receiver has made keys/);
    const receiver = await startReceiver(test);
    await givenReceipt(receiver);
    await receiver.close();
    const secret = join(receiver.dataDir, 'keys/signing-key.json');
    const publicKeys = readFileSync(keysFileOf(receiver), 'utf8');
    writeFileSync(secret, '{}');
    const { code, err } = await run(['keys', '--rotate'], { TAAFI_DATA: receiver.dataDir });
    assert.equal(code, 1);
    assert.match(err, /the keys stay as they are: .*does not hold a key/);
    assert.equal(readFileSync(keysFileOf(receiver), 'utf8'), publicKeys);
    assert.equal((await run(['keys', 'what'], { TAAFI_DATA: receiver.dataDir })).code, 2);
  });
});
