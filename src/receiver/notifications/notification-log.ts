import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Notification } from './notification.js';
import type { Channel } from './webhook.js';

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
