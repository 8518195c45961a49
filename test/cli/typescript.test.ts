import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { run } from './running-command.js';

describe('taafi types', () => {
  it('gives the types of a form, and nothing of what is no form', async () => {
    const { code, out, err } = await run(['types', 'src/packs/taafi/support-request.json']);
    assert.deepEqual([code, err], [0, '']);
    assert.match(out, /^export interface SupportRequestAnswers \{$/m);
    assert.match(out, /^ {2}readonly dependants\?: readonly SupportRequestDependantsItem\[\];$/m);
    const process = await run(['types', 'src/packs/taafi/process.json']);
    assert.deepEqual([process.code, process.out], [1, '']);
    assert.match(process.err, /process\.json:\d+:\d+: error: /);
  });
});
