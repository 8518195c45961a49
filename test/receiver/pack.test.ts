import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { answeredFields } from '../../src/core/answered-fields.js';
import type { FormDefinition } from '../../src/core/definition.js';
import type { Answers } from '../../src/core/engine.js';
import { catalog, parseDefinition } from '../../src/core/index.js';
import { sampleAnswers } from '../../src/core/sample/sample-answers.js';
import type { Answer, Running } from './running-receiver.js';
import { post, startReceiver } from './running-receiver.js';
import { signaturesFor } from './signing.js';
import type { SmallType } from './small-files.js';
import { smallFile } from './small-files.js';
import { invited } from './survey-scene.js';
import { referenceTo } from './trial-form.js';

/** The repository: this file is compiled to dist/test/receiver. */
const root = fileURLToPath(new URL('../../..', import.meta.url));
const packs = join(root, 'src/packs');
const filled = join(root, 'test/packs');

const json = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as unknown;

async function upload(
  { url }: Running,
  { id, type, size }: { id: string; type: string; size: number },
): Promise<void> {
  const tus = { 'Tus-Resumable': '1.0.0' };
  const metadata = `id ${Buffer.from(id).toString('base64')}`;
  const headers = { ...tus, 'Upload-Length': String(size), 'Upload-Metadata': metadata };
  await fetch(`${url}/api/uploads`, { method: 'POST', headers });
  const { status } = await fetch(`${url}/api/uploads/${id}`, {
    method: 'PATCH',
    headers: { ...tus, 'Upload-Offset': '0', 'Content-Type': 'application/offset+octet-stream' },
    // The answers name these kinds and no others.
    body: new Uint8Array(smallFile(type as SmallType, size)),
  });
  assert.equal(status, 204);
}

/** Every file of answers beside the packs' tests, with the form it answers: `support-request.resident.answers.json`. */
const cases = readdirSync(filled)
  .filter((name) => name.endsWith('.answers.json'))
  .map((name) => ({ name, path: join(packs, 'taafi', `${name.split('.')[0]}.json`) }))
  .filter(({ path }) => existsSync(path));

/** Sends answers to a form of the pack, with its files uploaded and all that was signed. */
async function sent(
  receiver: Running,
  document: { id: string; version: string },
  answers: Answers,
): Promise<Answer> {
  const definition = parseDefinition(document, catalog).definition as FormDefinition;
  const answered = [...answeredFields(definition, answers)];
  for (const { field, answer } of answered) {
    if (field.type === 'file') for (const file of answer as never[]) await upload(receiver, file);
  }
  if (definition.survey !== undefined) {
    const [token] = await invited(receiver, 1, definition.survey.steps?.[0]?.id, definition.id);
    const taken = { form: referenceTo(document), token, answers };
    return post(receiver, `api/surveys/${definition.id}/answers`, taken);
  }
  const consents = answered
    .filter(({ field }) => field.type === 'statement')
    .map((statement) => ({ path: statement.path.join('.'), language: 'ar', at: '2026-11-22T09:00:00.000Z' }));
  const signatures = signaturesFor(definition, answers);
  const body = { form: referenceTo(document), language: 'ar', answers, consents, signatures };
  return post(receiver, 'api/submissions', body);
}

describe('the forms of the pack', () => {
  for (const { name, path } of cases) {
    it(`are taken as ${name} fills them in`, async (test) => {
      // The packs are where the build copies them from, too.
      const receiver = await startReceiver(test, { dist: root });
      const document = json(path) as { id: string; version: string };
      const { status, text } = await sent(receiver, document, json(join(filled, name)) as Answers);
      assert.equal(status, 201, text);
    });
  }

  it('are taken as taafi fill fills them in', async (test) => {
    const receiver = await startReceiver(test, { dist: root });
    const document = json(join(packs, 'taafi/support-request.json')) as { id: string; version: string };
    const definition = parseDefinition(document, catalog).definition as FormDefinition;
    for (const seed of [1, 2]) {
      const choices = { seed, language: 'ar', isResident: seed === 2 } as const;
      const { answers } = sampleAnswers(definition, catalog, { today: '2026-11-22' }, choices);
      assert.ok(answers);
      const { status, text } = await sent(receiver, document, answers);
      assert.equal(status, 201, text);
    }
  });
});
