import { clamd } from './clamd.js';
import { scanCommand } from './scan-command.js';

/** What a scanner says of a file. */
export type Verdict = 'clean' | 'infected';

/** Looks at files. What it cannot say anything of it rejects: then the file goes on waiting. */
export type Scanner = (pieces: AsyncIterable<Uint8Array>) => Promise<Verdict>;

/**
 * The scanner of a setting: `clamd:/run/clamav/clamd.ctl`, `clamd:127.0.0.1:3310`, or a command as a JSON array such as
 * `["clamdscan", "--no-summary", "-"]`. Undefined where the setting is neither.
 */
export function scannerOf(setting: string): Scanner | undefined {
  const command = commandIn(setting);
  if (command !== undefined) return scanCommand(command);
  const [, path, host, port] = /^clamd:(?:(\/.+)|(\[[0-9a-f:]+\]|[\w.-]+):(\d{1,5}))$/i.exec(setting) ?? [];
  if (path !== undefined) return clamd({ path });
  if (host === undefined || Number(port) > 65_535) return undefined;
  return clamd({ host: host.replace(/^\[|\]$/g, ''), port: Number(port) });
}

function commandIn(setting: string): readonly [string, ...string[]] | undefined {
  if (!setting.startsWith('[')) return undefined;
  try {
    const words: unknown = JSON.parse(setting);
    const isCommand = Array.isArray(words) && words.every((word) => typeof word === 'string' && word !== '');
    const [program, ...rest] = isCommand ? (words as string[]) : [];
    return program === undefined ? undefined : [program, ...rest];
  } catch {
    return undefined;
  }
}
