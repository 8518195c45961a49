import { UsageError } from './command.js';

/**
 * The receiver that is asked over a line, with a slash at the end: `TAAFI_RECEIVER`, or the one on this machine.
 * @throws UsageError where it is no address, or one to which a secret would travel in the open.
 */
export function receiverAddress({
  TAAFI_RECEIVER,
  PORT,
}: Readonly<Record<string, string | undefined>>): string {
  const base = TAAFI_RECEIVER || `http://localhost:${PORT || 8080}`;
  if (!URL.canParse(base))
    throw new UsageError(`TAAFI_RECEIVER must be an address, not ${JSON.stringify(base)}.`);
  const { protocol, hostname } = new URL(base);
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  if (protocol !== 'https:' && !isHere) {
    throw new UsageError('TAAFI_RECEIVER must be an https address: the token would be read on the way.');
  }
  return base.replace(/\/?$/, '/');
}
