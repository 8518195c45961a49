import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Notification } from './notification.js';
import type { Channel } from './webhook.js';

/** The file in the folder of all that is kept. */
export const NOTIFIED = 'notifications.jsonl';

/**
 * Writes messages to a file, one JSON object in a line, for a charity whose officers call people themselves. Without
 * telephone numbers and links: whoever is to call finds the number where it is written down who looked.
 */
export function notificationLog(path: string): Channel {
  const deliver = async ({ contact, link: _link, ...message }: Notification): Promise<void> => {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const handle = await open(path, 'a', 0o600);
    try {
      await handle.appendFile(`${JSON.stringify({ ...message, mayBeCalled: contact !== null })}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
  };
  return { carriesSecrets: false, deliver };
}

/**
 * Takes the messages about some requests out of the file. Who writes to it meanwhile loses nothing: what came into the old file
 * after it was read is put into the new one.
 */
export async function forgetNotified(path: string, references: ReadonlySet<string>): Promise<void> {
  const old = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (old === undefined) return;
  const draft = `${path}.new`;
  try {
    const text = await old.readFile('utf8');
    const kept = text.split('\n').filter((line) => !references.has(referenceIn(line)));
    if (kept.join('\n') === text) return;
    await rm(draft, { force: true });
    const handle = await open(draft, 'ax', 0o600);
    try {
      await handle.appendFile(kept.join('\n'));
      await rename(draft, path);
      await handle.appendFile(await old.readFile('utf8'));
      await handle.sync();
    } finally {
      await handle.close();
    }
  } finally {
    await old.close();
  }
}

function referenceIn(line: string): string {
  return /"reference":"(\d+)"/.exec(line)?.[1] ?? '';
}
