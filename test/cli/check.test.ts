import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { temporaryFolder } from '../receiver/running-receiver.js';
import { trialForm } from '../receiver/trial-form.js';
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
