import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { run } from '../cli/running-command.js';
import { partnersValidator } from '../core/json-schema/schema-reading.js';
import type { Json } from '../core/trial-form.js';
import { textOf } from '../source-files.js';
import { codeOf, post, read, startReceiver } from './running-receiver.js';
import { referenceTo } from './trial-form.js';
import { upload } from './tus-client.js';

const document = JSON.parse(textOf('test/fixtures/json-schema/registration.rjsf.json')) as { schema: Json };
const scan = { type: 'string', title: 'ID', format: 'data-url', contentMediaType: 'image/jpeg' };
const schema = {
  ...document.schema,
  properties: { ...(document.schema.properties as Json), scan },
} as Json;

const answers = {
  fullName: 'سالم المثالي',
  birthDate: { date: '1990-05-03', calendar: 'islamic-umalqura' },
  gender: '2',
  city: 'option1',
  hasChildren: true,
  children: [{ name: 'نورة', age: 7 }],
  interests: ['work'],
  terms: true,
};

describe('a JSON Schema in the folder of forms', () => {
  it('is served as a form, and its answers are handed on in its shape', async (test) => {
    const receiver = await startReceiver(test);
    const { dataDir, url, lines } = receiver;
    writeFileSync(join(dataDir, 'forms/registration.json'), JSON.stringify({ ...document, schema }, null, 2));
    const { body: definition } = await read(await fetch(`${url}/forms/registration.json`));
    assert.equal(definition.id, 'registration');
    assert.ok(Array.isArray(definition.steps));
    assert.match(
      lines.join('\n'),
      /registration\.json:\d+:\d+: warning: .*uiSchema.*autofocus.*\(\/uiSchema\/full_name/,
    );
    const form = referenceTo(definition as unknown as { id: string; version: string });
    const file = await upload(receiver, 'image/jpeg', 1_000);
    const consents = [{ path: 'terms', language: 'ar', at: '2026-11-22T09:00:00.000Z' }];
    const sent = { form, language: 'ar', answers: { ...answers, scan: [file] }, consents };
    const wrong = await post(receiver, 'api/submissions', { ...sent, answers: { ...answers, gender: '3' } });
    assert.equal(codeOf(wrong), 'answers');
    assert.deepEqual(wrong.body.errors, [{ pointer: '/gender', code: 'not-an-option' }]);
    const { status, body } = await post(receiver, 'api/submissions', sent);
    assert.equal(status, 201, JSON.stringify(body));
    const exported = await run(['export', '--shape', 'schema'], { TAAFI_DATA: dataDir });
    const [row] = JSON.parse(exported.out) as { answers: { scan: string } }[];
    assert.ok(row);
    const { scan: data, ...rest } = row.answers;
    assert.match(data, /^data:image\/jpeg;name=%D8%B9[^;]*;base64,[A-Za-z0-9+/]+=*$/);
    assert.deepEqual(rest, {
      source: 'website',
      full_name: 'سالم المثالي',
      birth_date: '1990-05-03',
      gender: 2,
      address: { city: 'الدمام' },
      has_children: true,
      children: [{ name: 'نورة', age: 7 }],
      interests: ['work'],
      terms: true,
    });
    assert.ok(partnersValidator(schema)(row.answers));
  });
});
