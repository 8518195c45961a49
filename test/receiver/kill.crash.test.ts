import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('../../../scripts/crash-test.js', import.meta.url));

describe('a receiver that is killed ten times in the middle of a thousand submissions', () => {
  it('has each acknowledged one exactly once', async (test) => {
    const child = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'pipe'] });
    test.after(() => child.kill('SIGKILL'));
    let text = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (piece: string) => {
        text += piece;
      });
    }
    const code = await new Promise((resolve) => child.once('close', resolve));
    for (const line of text.trim().split('\n')) test.diagnostic(line);
    assert.equal(code, 0);
  });
});
