import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { temporaryFolder } from '../receiver/running-receiver.js';
import { trialForm } from '../receiver/trial-form.js';
import { textOf } from '../source-files.js';
import { run } from './running-command.js';

const written = JSON.stringify(trialForm, null, 2);

describe('taafi check', () => {
  it('finds nothing wrong with a good form', async (test) => {
    const file = join(temporaryFolder(test), 'a.json');
    writeFileSync(file, `\ufeff${written}`);
    const { code, out } = await run(['check', file]);
    assert.equal(code, 0);
    assert.match(out, /a\.json: trial 1\.2\.0 is a form\n$/);
  });

  it('tells line, column and pointer of each fault', async (test) => {
    const file = join(temporaryFolder(test), 'a.json');
    writeFileSync(
      file,
      written.replace('"type": "phone"', '"type": "fone"').replace('"married": {', '"marid": {'),
    );
    const { code, out } = await run(['check', file]);
    assert.equal(code, 1);
    const line = written.split('\n').findIndex((text) => text.includes('"type": "phone"')) + 1;
    assert.match(out, new RegExp(`^${file}:${line}:19: error: .*fone.* \\(/steps/0/fields/1/type\\)$`, 'm'));
    const arabic = await run(['check', '--language', 'ar', file]);
    assert.match(arabic.out, /error: .*[\u0600-\u06ff]/);
  });

  it('tells where a file is no JSON', async (test) => {
    const file = join(temporaryFolder(test), 'a.json');
    writeFileSync(file, '{\n  "id": "a",\n}');
    const { code, out } = await run(['check', file]);
    assert.equal(code, 1);
    assert.match(out, /a\.json:2:\d+: error: .*comma/);
  });

  it('says that a file is not in UTF-8', async (test) => {
    const file = join(temporaryFolder(test), 'a.json');
    for (const bytes of [
      Buffer.from(written.replace('الاسم', '\xc7\xe1\xc7\xd3\xe3'), 'latin1'),
      Buffer.from(`\ufeff${written}`, 'utf16le'),
    ]) {
      writeFileSync(file, bytes);
      const { code, out } = await run(['check', file]);
      assert.equal(code, 1);
      assert.match(out, /a\.json:1:1: error: .*Save the file as UTF-8\.\n$/);
      assert.match((await run(['check', '--language', 'ar', file])).out, /احفظ الملف بترميز UTF-8/);
    }
  });

  it('looks at every file', async (test) => {
    const folder = temporaryFolder(test);
    const files = ['a.json', 'b.json', 'missing.json'].map((name) => join(folder, name));
    writeFileSync(files[0] ?? '', written);
    writeFileSync(files[1] ?? '', '[]');
    const { code, out, err } = await run(['check', ...files, folder]);
    assert.equal(code, 1);
    assert.match(out, /a\.json: trial 1\.2\.0 is a form/);
    assert.match(out, /b\.json:1:1: error: /);
    assert.match(err, /missing\.json: there is no such file/);
    assert.match(err, /that is a folder/);
  });
});

describe('taafi check of a process', () => {
  const pack = (name: string) => `src/packs/taafi/${name}.json`;
  const processText = textOf(pack('process'));

  it('finds nothing wrong with that of the pack, alone and beside its form', async () => {
    for (const files of [[pack('process')], [pack('process'), pack('support-request')]]) {
      const { code, out } = await run(['check', ...files]);
      assert.equal(code, 0);
      assert.match(out, /process\.json: support-request 1\.0\.0 is a process\n/);
      assert.equal(out.split('\n').length, files.length + 1);
    }
  });

  it('tells line, column and pointer of each fault', async (test) => {
    const file = join(temporaryFolder(test), 'a.json');
    writeFileSync(file, processText.replace('"to": "dataVerification"', '"to": "dataVerificaton"'));
    const { code, out } = await run(['check', file]);
    assert.equal(code, 1);
    const line = processText.split('\n').findIndex((text) => text.includes('"to": "dataVerification"')) + 1;
    assert.equal(
      out,
      `${file}:${line}:13: error: There is no state “dataVerificaton” in "states". Did you mean “dataVerification”? (/moves/0/to)\n`,
    );
    const arabic = await run(['check', '--language', 'ar', file]);
    assert.match(arabic.out, /لا توجد حالة باسم «dataVerificaton»/);
  });

  it('tells what does not fit a form that is named too, in whatever order', async (test) => {
    const file = join(temporaryFolder(test), 'a.json');
    writeFileSync(file, processText.replace('"field": "lease"', '"field": "leese"'));
    assert.equal((await run(['check', file])).code, 0);
    for (const files of [
      [file, pack('support-request')],
      [pack('support-request'), file],
    ]) {
      const { code, out } = await run(['check', ...files]);
      assert.equal(code, 1);
      assert.match(
        out,
        /a\.json:\d+:\d+: error: There is no field “leese”\. Did you mean “lease”\? \(\/verify\/5\/field\)/,
      );
      assert.match(out, /support-request\.json: support-request .* is a form/);
    }
  });

  it('knows a process that is hardly one', async (test) => {
    const file = join(temporaryFolder(test), 'a.json');
    for (const text of ['{"states": 5}', '{"moves": []}']) {
      writeFileSync(file, text);
      const { code, out } = await run(['check', file]);
      assert.equal(code, 1);
      assert.match(out, /\(\/lookUp\)/);
    }
  });
});

describe('taafi schema', () => {
  it('gives the schema, and what it cannot state beside it', async (test) => {
    const file = join(temporaryFolder(test), 'a.json');
    writeFileSync(file, written);
    const { code, out, err } = await run(['schema', file]);
    assert.equal(code, 0);
    const schema = JSON.parse(out) as Record<string, unknown>;
    assert.equal(schema.$schema, 'https://json-schema.org/draft/2020-12/schema');
    assert.equal(schema.$id, 'urn:taafi-kit:form:trial:1.2.0');
    assert.match(err, /^Rules that JSON Schema cannot state/);
    assert.match(err, /\/steps\/0\/fields\/0: /);
  });

  it('gives nothing for what is no form', async (test) => {
    const file = join(temporaryFolder(test), 'a.json');
    writeFileSync(file, '{}');
    const { code, out, err } = await run(['schema', file]);
    assert.deepEqual([code, out], [1, '']);
    assert.match(err, /a\.json:1:1: error: /);
  });
});
