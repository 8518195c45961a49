import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { describe, it } from 'node:test';
import type { FormDefinition } from '../../src/core/definition.js';
import { catalog, parseDefinition } from '../../src/core/index.js';
import type { ClaimedSignature } from '../../src/receiver/submissions/signature-providers.js';
import type { Running } from './running-receiver.js';
import { codeOf, post, startReceiver } from './running-receiver.js';
import { signaturesFor } from './signing.js';
import { referenceTo } from './trial-form.js';

const form = {
  id: 'signed',
  version: '1.0.0',
  languages: ['en'],
  title: 'To sign',
  steps: [
    {
      id: 'only',
      title: 'Only',
      fields: [
        { id: 'fullName', type: 'text', required: true, label: 'Name' },
        { id: 'signature', type: 'signature', required: true, signer: ['fullName'], label: 'Signature' },
      ],
    },
  ],
};
const definition = parseDefinition(form, catalog).definition as FormDefinition;

const answersWith = (proof: string, provider = 'nafath') => ({
  fullName: 'Salem',
  signature: { method: 'provider', provider, proof },
});

function send(receiver: Running, answers: Record<string, unknown>) {
  const signatures = signaturesFor(definition, answers);
  const body = { form: referenceTo(form), language: 'en', answers, consents: [], signatures };
  return post(receiver, 'api/submissions', body);
}

/** A receiver with the form, and a provider who knows one proof. */
async function started(test: TestContext, asked: ClaimedSignature[] = []): Promise<Running> {
  const nafath = {
    verify: async (claim: ClaimedSignature) => {
      asked.push(claim);
      if (claim.proof === 'line-is-down') throw new Error('no line');
      return claim.proof === 'genuine';
    },
  };
  const receiver = await startReceiver(test, { signatureProviders: { nafath } });
  writeFileSync(join(receiver.dataDir, 'forms', 'signed.json'), JSON.stringify(form));
  return receiver;
}

describe('a signature that a provider has given', () => {
  it('is taken when he stands by it, and sealed as his', async (test) => {
    const asked: ClaimedSignature[] = [];
    const receiver = await started(test, asked);
    const answers = answersWith('genuine');
    const { status, body } = await send(receiver, answers);
    assert.equal(status, 201);
    const { record } = body.evidence as {
      record: { signatures: { method: string; contentSha256: string }[] };
    };
    const [signature] = record.signatures;
    assert.equal(signature?.method, 'provider');
    assert.deepEqual(asked, [{ proof: 'genuine', contentSha256: signature?.contentSha256, signer: 'Salem' }]);
  });

  it('is refused when he denies it, or is not known here', async (test) => {
    const receiver = await started(test);
    for (const answers of [answersWith('forged'), answersWith('genuine', 'toString'.toLowerCase())]) {
      const answer = await send(receiver, answers);
      assert.equal(answer.status, 422);
      assert.deepEqual(answer.body.errors, [{ pointer: '/signature', code: 'provider' }]);
      assert.ok(!answer.text.includes('forged'));
    }
    const odd = await send(receiver, answersWith('genuine', 'toString'));
    assert.deepEqual(odd.body.errors, [{ pointer: '/signature', code: 'type' }]);
  });

  it('is asked about in the name that stands beside it, also by one who answers at once', async (test) => {
    const people = {
      ...form,
      id: 'people',
      steps: [
        {
          id: 'only',
          title: 'Only',
          fields: [
            {
              id: 'people',
              type: 'list',
              label: 'People',
              itemLabel: 'Person {n}',
              fields: form.steps[0]?.fields,
            },
          ],
        },
      ],
    };
    const asked: string[] = [];
    const verify = ({ signer }: ClaimedSignature) => asked.push(signer) > 0;
    const receiver = await startReceiver(test, { signatureProviders: { nafath: { verify } } });
    writeFileSync(join(receiver.dataDir, 'forms', 'people.json'), JSON.stringify(people));
    const answers = { people: [answersWith('genuine'), { ...answersWith('genuine'), fullName: 'Sara' }] };
    const parsed = parseDefinition(people, catalog).definition as FormDefinition;
    const signatures = signaturesFor(parsed, answers);
    const body = { form: referenceTo(people), language: 'en', answers, consents: [], signatures };
    assert.equal((await post(receiver, 'api/submissions', body)).status, 201);
    assert.deepEqual(asked, ['Salem', 'Sara']);
  });

  it('waits when he cannot be asked', async (test) => {
    const receiver = await started(test);
    const answer = await send(receiver, answersWith('line-is-down'));
    assert.equal(answer.status, 503);
    assert.equal(codeOf(answer), 'busy');
    assert.equal(answer.headers.get('Retry-After'), '30');
  });
});
