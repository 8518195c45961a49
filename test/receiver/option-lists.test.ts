import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { Running } from './running-receiver.js';
import { codeOf, post, read, startReceiver } from './running-receiver.js';
import { referenceTo, submissionWith, trialForm } from './trial-form.js';

const [about, ...others] = trialForm.steps;
const city = { id: 'city', type: 'select', label: 'City', options: { src: 'lists/cities.json' } };
const form = {
  ...trialForm,
  id: 'listed',
  steps: [{ ...about, fields: [...(about?.fields ?? []), city] }, ...others],
};

function put({ dataDir }: Running, name: string, content: unknown): void {
  mkdirSync(join(dataDir, 'forms', 'lists'), { recursive: true });
  writeFileSync(join(dataDir, 'forms', name), JSON.stringify(content));
}

const options = (...values: string[]) =>
  values.map((value) => ({ value, ar: `مدينة ${value}`, en: `City ${value}` }));

const send = (receiver: Running, chosen: string) =>
  post(receiver, 'api/submissions', submissionWith({ city: chosen }, referenceTo(form)));

describe('a list of options in a file of its own', () => {
  it('is served beside the form, and what is sent is held against it', async (test) => {
    const receiver = await startReceiver(test);
    put(receiver, 'lists/cities.json', options('dammam', 'ahsa'));
    put(receiver, 'listed.json', form);
    const served = await read(await fetch(`${receiver.url}/forms/lists/cities.json`));
    assert.deepEqual(served.body, options('dammam', 'ahsa'));
    assert.equal((await send(receiver, 'ahsa')).status, 201);
    const refused = await send(receiver, 'riyadh');
    assert.equal(refused.status, 422);
    assert.match(JSON.stringify(refused.body), /"\/city".*not-an-option/);
    // A list that has grown is taken without a restart.
    put(receiver, 'lists/cities.json', options('dammam', 'ahsa', 'riyadh'));
    await fetch(`${receiver.url}/forms/listed.json`);
    assert.equal((await send(receiver, 'riyadh')).status, 201);
  });

  it('that is not there keeps its form from being used, and says where it belongs', async (test) => {
    const receiver = await startReceiver(test);
    put(receiver, 'listed.json', form);
    assert.equal(codeOf(await send(receiver, 'ahsa')), 'form-changed');
    const page = await (await fetch(`${receiver.url}/forms/listed`)).text();
    assert.match(page, /Put it into .*lists\/cities\.json|ضعها في .*lists\/cities\.json/);
    put(receiver, 'lists/cities.json', [{ value: 'ahsa' }]);
    const wrong = await (await fetch(`${receiver.url}/forms/listed`)).text();
    assert.match(wrong, /lists\/cities\.json/);
    assert.equal((await fetch(`${receiver.url}/forms/lists/towns.json`)).status, 404);
    assert.equal((await fetch(`${receiver.url}/forms/lists/..%2Flisted.json`)).status, 404);
  });
});
