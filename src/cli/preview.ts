import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import type { Command } from './command.js';
import { CommandError, UsageError } from './command.js';
import { givenFile } from './given-file.js';
import { languageOf } from './language.js';
import { createPreview } from './preview/preview-server.js';
import { PreviewedFile } from './preview/preview-state.js';
import { untilStopped } from './until-stopped.js';

/** `taafi preview`: a form in the browser of whoever writes it, anew each time it is saved, until it is stopped. */
export const previewCommand: Command = {
  options: { port: { type: 'string' }, association: { type: 'string' } },
  words: { least: 1, most: 1 },
  async run({ values, positionals: [file = ''] }, terminal) {
    const port = portFrom(values.port ?? '8090');
    const language = languageOf({}, terminal);
    for (const path of [file, values.association]) {
      if (typeof path === 'string') await givenFile(path, language);
    }
    const association = values.association === undefined ? undefined : resolve(String(values.association));
    const app = await createPreview(new PreviewedFile(resolve(file), association));
    const stopped = untilStopped();
    try {
      await app.listen({ port, host: '127.0.0.1' });
    } catch (error) {
      await app.close();
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
      throw new CommandError(`port ${port} is taken by another program; choose another: --port ${port + 1}`);
    }
    const address = app.server.address() as AddressInfo;
    terminal.out(
      `The preview is at http://127.0.0.1:${address.port}/ and follows ${file}. Ctrl+C ends it.\n`,
    );
    await stopped;
    await app.close();
    return 0;
  },
};

function portFrom(given: string | boolean): number {
  const port = /^\d{1,5}$/.test(String(given)) ? Number(given) : Number.NaN;
  if (!(port <= 65_535)) throw new UsageError('--port must be a number up to 65535.');
  return port;
}
