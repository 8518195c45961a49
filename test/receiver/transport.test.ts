import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isReference } from '../../src/core/reference.js';
import { definitionDigest } from '../../src/transport/digest.js';
import { httpTransport } from '../../src/transport/http-transport.js';
import { theFile } from './arrived-files.js';
import { newKey, startReceiver } from './running-receiver.js';
import { submissionWith, trialForm } from './trial-form.js';

const { signal } = new AbortController();

describe('the transport of the kit', () => {
  it('is understood', async (test) => {
    const receiver = await startReceiver(test);
    const transport = httpTransport(receiver.url, {}, { firstPiece: 100_000, largestPiece: 100_000 });
    const id = newKey();
    const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(400_000, 5)]);
    const progress: number[] = [];
    await transport.upload(
      new Blob([bytes]),
      { id, name: 'عقد.pdf' },
      { signal, onProgress: (sent) => progress.push(sent) },
    );
    assert.equal(progress.at(-1), bytes.length);
    assert.ok(progress.length > 3);
    assert.deepEqual(await theFile(receiver), bytes);

    const form = { id: 'trial', version: '1.2.0', sha256: definitionDigest(trialForm) };
    const documents = [{ id, name: 'عقد.pdf', type: 'application/pdf', size: bytes.length }];
    const key = newKey();
    const submission = submissionWith({ documents }, form) as Parameters<typeof transport.submit>[0];
    const receipt = await transport.submit(submission, { key, signal });
    assert.ok(isReference(receipt.reference));
    assert.deepEqual(await transport.submit(submission, { key, signal }), receipt);

    const question = {
      form: { id: 'trial', version: '1.2.0' },
      step: 'about',
      question: 'ما المطلوب؟',
      language: 'ar',
    };
    assert.match((await transport.refer(question, { key: newKey(), signal })).id, /./);
  });

  it('hears why something is refused', async (test) => {
    const receiver = await startReceiver(test);
    const transport = httpTransport(receiver.url);
    const form = { id: 'trial', version: '1.2.0', sha256: definitionDigest(trialForm) };
    const send = (body: object, key = newKey()) =>
      transport.submit(body as Parameters<typeof transport.submit>[0], { key, signal });
    const lost = { id: newKey(), name: 'a.pdf', type: 'application/pdf', size: 5 };
    await assert.rejects(send(submissionWith({ documents: [lost] }, form)), {
      failure: 'refused',
      problems: [{ pointer: '/documents/0', code: 'upload' }],
    });
    await assert.rejects(send(submissionWith({}, { ...form, id: 'other' })), { failure: 'unknown-form' });
    await assert.rejects(send(submissionWith({}, { ...form, version: '2.0.0' })), {
      failure: 'form-changed',
    });
    const key = newKey();
    await send(submissionWith({}, form), key);
    await assert.rejects(send(submissionWith({ fullName: 'غيره' }, form), key), { failure: 'key-reused' });
    const program = new Blob(['MZ this is a program and no paper at all']);
    const about = { id: newKey(), name: 'a.pdf' };
    await assert.rejects(transport.upload(program, about, { signal }), { failure: 'file-type' });
    const large = new Blob([new Uint8Array(10_000_001)]);
    await assert.rejects(transport.upload(large, { ...about, id: newKey() }, { signal }), {
      failure: 'too-large',
    });
  });
});
