import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { temporaryFolder } from '../receiver/running-receiver.js';
import { startProgram } from './running-command.js';

describe('taafi serve', () => {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    it(`runs until ${signal}`, async (test) => {
      const dataDir = join(temporaryFolder(test), 'data');
      const program = startProgram(['serve'], { PORT: '0', HOST: '127.0.0.1', TAAFI_DATA: dataDir });
      test.after(() => program.child.kill('SIGKILL'));
      const [, url = ''] = await program.until(/(http:\/\/127\.0\.0\.1:\d+)\n/);
      assert.ok(program.written().includes(dataDir));
      assert.equal((await fetch(`${url}/api/health`)).status, 200);
      program.child.kill(signal);
      assert.equal(await program.ended, 0);
      assert.match(program.written(), /Stopping/);
    });
  }

  it('tells the address for this machine and for a phone', async (test) => {
    const program = startProgram(['serve'], { PORT: '0', TAAFI_DATA: temporaryFolder(test) });
    test.after(() => program.child.kill('SIGKILL'));
    await program.until(/http:\/\/localhost:\d+\n/);
  });

  it('says that a port is taken', async (test) => {
    const other = createServer().listen(0, '127.0.0.1');
    test.after(() => other.close());
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    const environment = { PORT: String(port), HOST: '127.0.0.1', TAAFI_DATA: temporaryFolder(test) };
    const program = startProgram(['serve'], environment);
    assert.equal(await program.ended, 1);
    assert.match(program.written(), new RegExp(`Port ${port} is taken.*PORT=${port + 1}`));
    assert.ok(!/\n\s+at /.test(program.written()), program.written());
  });

  it('says what is wrong with its settings and its folder', async (test) => {
    const file = join(temporaryFolder(test), 'file');
    writeFileSync(file, '');
    const wrong: [Record<string, string>, RegExp][] = [
      [{ PORT: 'x' }, /PORT must be a number/],
      [{ TAAFI_ORIGINS: '*', TAAFI_TRUST_PROXY: '1' }, /TAAFI_ORIGINS[\s\S]*TAAFI_TRUST_PROXY/],
      [{ TAAFI_DATA: file }, /is not a folder/],
      [{ HOST: '192.0.2.77' }, /no address of this machine/],
    ];
    for (const [settings, sentence] of wrong) {
      const environment = { PORT: '0', HOST: '127.0.0.1', TAAFI_DATA: temporaryFolder(test), ...settings };
      const program = startProgram(['serve'], environment);
      assert.equal(await program.ended, 1);
      assert.match(program.written(), sentence);
      assert.ok(!/\n\s+at /.test(program.written()), program.written());
    }
  });
});
