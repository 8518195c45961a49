import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startProgram } from './program.js';

/**
 * Starts the real receiver, as `taafi serve` does, with an empty folder of its own.
 * @returns {Promise<{ origin: string, close: () => Promise<void> }>}
 */
export async function startReceiver() {
  const data = mkdtempSync(join(tmpdir(), 'taafi-bench-'));
  const environment = { PORT: '0', HOST: '127.0.0.1', TAAFI_DATA: data };
  const program = await startProgram(['dist/src/cli/main.js', 'serve'], environment);
  return {
    origin: program.origin,
    async close() {
      await program.close();
      rmSync(data, { recursive: true, force: true });
    },
  };
}
