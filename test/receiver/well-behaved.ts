import assert from 'node:assert/strict';
import type { Answer, Running } from './running-receiver.js';
import { post } from './running-receiver.js';
import { referenceTo, submissionWith, trialForm } from './trial-form.js';

/** A refusal must be a problem document, and the client's fault. */
export function mustBeProblem(answer: Answer, note: string): void {
  assert.ok(answer.status >= 400 && answer.status < 500, `${answer.status} for ${note}`);
  assert.match(answer.headers.get('Content-Type') ?? '', /^application\/problem\+json/, note);
  assert.equal(answer.headers.get('Cache-Control'), 'no-store');
  assert.equal(answer.body.status, answer.status);
  assert.match(String(answer.body.type), /^urn:taafi-kit:problem:[a-z-]+$/);
  assert.equal(typeof answer.body.title, 'string');
}

/** It must still take what is right, and have printed no fault. */
export async function mustBeWell(receiver: Running): Promise<void> {
  assert.equal((await post(receiver, 'api/submissions', submissionWith())).status, 201);
  assert.deepEqual(
    receiver.lines.filter((line) => line.startsWith('fault')),
    [],
  );
}

/** A submission with this JSON for its answers. */
export const answersOf = (json: string) =>
  `{"form":${JSON.stringify(referenceTo(trialForm))},"language":"ar","answers":${json},"consents":[]}`;
