import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const command = fileURLToPath(new URL('../dist/src/cli/main.js', import.meta.url));

/**
 * Starts the real receiver, as `taafi serve` does, with an empty folder of its own.
 * @returns {Promise<{ origin: string, close: () => Promise<void> }>}
 */
export async function startReceiver() {
  const data = mkdtempSync(join(tmpdir(), 'taafi-bench-'));
  const env = { ...process.env, PORT: '0', HOST: '127.0.0.1', TAAFI_DATA: data };
  const child = spawn(process.execPath, [command, 'serve'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const close = async () => {
    if (child.exitCode === null) {
      child.kill();
      await once(child, 'exit');
    }
    rmSync(data, { recursive: true, force: true });
  };
  for await (const line of createInterface({ input: child.stdout })) {
    const origin = /^http:\/\/\S+$/.exec(line.trim())?.[0];
    if (origin === undefined) continue;
    child.stdout.resume();
    return { origin, close };
  }
  await close();
  throw new Error('the receiver did not start');
}
