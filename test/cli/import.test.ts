import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { catalog, parseDefinition } from '../../src/core/index.js';
import { temporaryFolder } from '../receiver/running-receiver.js';
import { run } from './running-command.js';

const household = 'test/fixtures/json-schema/household.draft-07.json';

describe('taafi import of a JSON Schema', () => {
  it('writes a definition, and tells what is not in it with line and pointer', async (test) => {
    // The folder is made where there is none yet.
    const out = join(temporaryFolder(test), 'data', 'forms', 'form.json');
    const { code, err } = await run(['import', household, '--out', out]);
    assert.equal(code, 0);
    const written = JSON.parse(readFileSync(out, 'utf8')) as { id: string };
    assert.equal(written.id, 'household-draft-07');
    assert.deepEqual(parseDefinition(written, catalog).problems, []);
    const line =
      readFileSync(household, 'utf8')
        .split('\n')
        .findIndex((text) => text.includes('multipleOf')) + 1;
    assert.match(
      err,
      new RegExp(
        `draft-07\\.json:${line}:\\d+: warning: .*“multipleOf”.*\\(/properties/income/multipleOf\\)`,
      ),
    );
    const arabic = await run(['import', household, '--language', 'ar']);
    assert.match(arabic.err, /تنبيه: .*[\u0600-\u06ff]/);
    assert.equal((await run(['import', household], { LANG: 'ar_SA.UTF-8' })).err, arabic.err);
  });

  it('reads the uiSchema beside it, and names its file where it is not read', async (test) => {
    const folder = temporaryFolder(test);
    const [file, ui] = [join(folder, 'a.json'), join(folder, 'ui.json')];
    writeFileSync(file, '{"type": "object", "properties": {"a": {"type": "string"}}}');
    writeFileSync(ui, '{\n  "a": {\n    "ui:widget": "textarea",\n    "ui:field": "Own"\n  }\n}');
    const { code, out, err } = await run(['import', file, '--ui', ui]);
    assert.equal(code, 0);
    assert.match(out, /"type": "long-text"/);
    assert.match(err, /ui\.json:4:\d+: warning: .*“ui:field”/);
  });

  it('gives back the form that taafi schema has written', async (test) => {
    const file = join(temporaryFolder(test), 'schema.json');
    const form = 'src/packs/taafi/support-request.json';
    writeFileSync(file, (await run(['schema', form])).out);
    const { out, err } = await run(['import', file]);
    assert.equal(err, '');
    const again = join(temporaryFolder(test), 'again.json');
    writeFileSync(again, out);
    assert.equal((await run(['schema', again])).out, readFileSync(file, 'utf8'));
  });

  it('gives back a form whose options stand in a file of their own', async (test) => {
    const folder = temporaryFolder(test);
    const [form, file, again] = ['form', 'schema', 'again'].map((name) => join(folder, `${name}.json`));
    assert.ok(form && file && again);
    mkdirSync(join(folder, 'lists'));
    writeFileSync(join(folder, 'lists/cities.json'), '[{"value": "dammam", "ar": "الدمام", "en": "Dammam"}]');
    const city = { id: 'city', type: 'select', label: 'المدينة', options: { src: 'lists/cities.json' } };
    const steps = [{ id: 'place', title: 'المكان', fields: [city] }];
    writeFileSync(form, JSON.stringify({ id: 'a', version: '1.0.0', languages: ['ar'], title: 'أ', steps }));
    writeFileSync(file, (await run(['schema', form])).out);
    const { out, err } = await run(['import', file]);
    assert.equal(err, '');
    assert.deepEqual((JSON.parse(out) as { steps: unknown }).steps, steps);
    writeFileSync(again, out);
    assert.equal((await run(['schema', again])).out, readFileSync(file, 'utf8'));
  });

  it('says what is no schema, and what it does not read', async (test) => {
    const file = join(temporaryFolder(test), 'a.json');
    const tried: [string, RegExp, number][] = [
      ['{"steps": []}', /no JSON Schema/, 2],
      ['{"type": "object", "properties": {}}', /nothing in this schema/, 1],
      ['{', /a\.json:1:\d+: error/, 1],
    ];
    for (const [text, sentence, expected] of tried) {
      writeFileSync(file, text);
      const { code, err } = await run(['import', file]);
      assert.equal(code, expected, text);
      assert.match(err, sentence);
    }
    assert.match((await run(['import', 'a.docx'])).err, /\.json/);
  });
});
