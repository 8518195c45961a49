import { createHmac, randomBytes } from 'node:crypto';
import { openSecretFile } from '../secret-file.js';
import type { World } from '../world.js';
import type { Notification } from './notification.js';

/** The way on which messages leave the receiver. */
export interface Channel {
  /** Whether what is secret arrives with the person and stays with nobody else. */
  readonly carriesSecrets: boolean;
  /** Hands one message on. @throws Error where it was not taken */
  deliver(notification: Notification): Promise<void>;
}

/** How long somebody may take to take a message, in milliseconds. */
const PATIENCE = 10_000;

/** Before the secret, so that it is known for one (https://www.standardwebhooks.com). */
const PREFIX = 'whsec_';

/**
 * Posts messages as Standard Webhooks (https://www.standardwebhooks.com) has it: `webhook-id` is the same in every delivery of a
 * message, `webhook-signature` is `v1,` and the base64 HMAC-SHA-256 of `<id>.<timestamp>.<body>`.
 */
export function webhook(url: string, secret: string, { clock }: World): Channel {
  const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
  const deliver = async (notification: Notification): Promise<void> => {
    const body = JSON.stringify(notification);
    const timestamp = String(Math.floor(clock() / 1000));
    const signature = createHmac('sha256', key)
      .update(`${notification.id}.${timestamp}.${body}`)
      .digest('base64');
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'webhook-id': notification.id,
        'webhook-timestamp': timestamp,
        'webhook-signature': `v1,${signature}`,
      },
      body,
      // Elsewhere somebody else may be listening.
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE),
    });
    await response.body?.cancel();
    if (!response.ok) throw new Error(`the webhook answered ${response.status}`);
  };
  return { carriesSecrets: true, deliver };
}

/**
 * The secret of the webhook: that of the setting, or one that was made for it, for its owner only.
 * @throws Error where the file of it holds none: nobody could tell its messages from others'.
 */
export async function openWebhookSecret(dataDir: string, given: string | undefined): Promise<string> {
  if (given !== undefined) return given;
  const make = () => `${PREFIX}${randomBytes(32).toString('base64')}\n`;
  const { path, text } = await openSecretFile(dataDir, 'webhook-secret', make);
  const secret = text.trim();
  if (!isWebhookSecret(secret))
    throw new Error(`${path} is damaged: restore it, or delete it to have another one made.`);
  return secret;
}

/** Whether a text is a secret of a webhook: 24 to 64 bytes in base64 after `whsec_`. */
export function isWebhookSecret(text: string): boolean {
  const bytes = text.startsWith(PREFIX) ? Buffer.from(text.slice(PREFIX.length), 'base64') : Buffer.alloc(0);
  return bytes.length >= 24 && bytes.length <= 64;
}
