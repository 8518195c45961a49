import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { canonicalJson } from '../../src/core/canonical-json.js';
import { catalog, parseDefinition } from '../../src/core/index.js';
import { isProcess, readProcess } from '../../src/receiver/processes/process-source.js';
import { textOf } from '../source-files.js';

const written = textOf('src/packs/taafi/process.json');
const { definition: form } = parseDefinition(
  JSON.parse(textOf('src/packs/taafi/support-request.json')),
  catalog,
);

function read(text: string, beside = false) {
  return readProcess(Buffer.from(text), beside && form !== undefined ? [form] : []);
}

describe('readProcess', () => {
  it('gives the process with its canonical JSON and its digest', () => {
    const { process, document, sha256, problems } = read(`\ufeff${written}`, true);
    assert.deepEqual(problems, []);
    assert.equal(process?.start, 'submitted');
    assert.equal(document, canonicalJson(JSON.parse(written)));
    assert.equal(sha256, createHash('sha256').update(String(document)).digest('hex'));
  });

  it('gives no process that has errors, but what is wrong with it and where, in both languages', () => {
    const { process, sha256, problems } = read(
      written.replace('"start": "submitted"', '"start": "submited"'),
    );
    assert.equal(process, undefined);
    assert.match(sha256 ?? '', /^[0-9a-f]{64}$/);
    const [{ pointer, line, sentence } = { pointer: '', line: 0, sentence: { ar: '', en: '' } }] = problems;
    assert.equal(pointer, '/start');
    assert.equal(line, written.split('\n').findIndex((text) => text.includes('"start"')) + 1);
    assert.match(sentence.ar, /لا توجد حالة باسم «submited».*هل تقصد «submitted»؟/);
    assert.match(sentence.en, /There is no state “submited”/);
  });

  it('looks at it beside the forms it is for, and beside no others', () => {
    const wrong = written.replace('"field": "lease"', '"field": "story"');
    assert.equal(read(wrong).problems.length, 0);
    const { process, problems } = read(wrong, true);
    assert.equal(process, undefined);
    assert.deepEqual(
      problems.map(({ pointer }) => pointer),
      ['/verify/5/field'],
    );
    const others = wrong.replace('"forms": ["support-request"]', '"forms": ["other"]');
    assert.deepEqual(read(others, true).problems, []);
  });

  it('does not stumble over what is no process at all', () => {
    for (const text of ['', '[', '5', '[]', '{}', '\u0000', '"\\ud800"']) {
      const { process, problems } = read(text);
      assert.equal(process, undefined, text);
      assert.ok(problems.length > 0, text);
    }
    assert.equal(readProcess(Buffer.from([0xff, 0xfe, 0x41])).process, undefined);
  });
});

describe('isProcess', () => {
  it('tells a process from a form', () => {
    assert.ok(isProcess(JSON.parse(written)));
    for (const json of [form, null, 5, [], {}]) assert.ok(!isProcess(json));
  });
});
