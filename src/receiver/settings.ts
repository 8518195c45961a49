import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { suggest } from '../core/suggestion.js';
import type { GuardPart } from './guard/guard.js';
import { guardParts } from './guard/guard.js';
import type { LogFormat } from './log-lines.js';
import { isWebhookSecret } from './notifications/webhook.js';
import type { Scanner } from './scanning/scanner.js';
import { scannerOf } from './scanning/scanner.js';
import type { DatabaseAddress } from './storage/postgresql/address.js';
import { readAddress } from './storage/postgresql/address.js';
import { servingLimits } from './storage/postgresql/pool.js';

/** What the environment says. */
export interface Settings {
  readonly port: number;
  readonly host: string;
  /** Absolute path of the folder of all that is kept. */
  readonly dataDir: string;
  /** The database of PostgreSQL, where it is not a file in that folder. */
  readonly database: DatabaseSettings | undefined;
  readonly origins: readonly string[];
  readonly trustProxy: boolean;
  /** Address of the page with the status tracker. */
  readonly tracker: string | undefined;
  /** Address of the page with the survey. */
  readonly survey: string | undefined;
  /** What is looked at to tell people from programs. */
  readonly guard: readonly GuardPart[];
  /** Where messages to applicants are handed on. */
  readonly webhook: { readonly url: string; readonly secret: string | undefined } | undefined;
  /** Looks at every file before anybody gets it. */
  readonly scanner: Scanner | undefined;
  /** Whether the demonstration is served. */
  readonly demo: boolean;
  readonly log: LogFormat;
  /** Seconds between telling a load balancer to lead nobody here any more and stopping. */
  readonly drain: number;
}

/** Where all is kept that is not a file, and how many connections one process opens there at most. */
export interface DatabaseSettings {
  readonly address: DatabaseAddress;
  readonly pool: number;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** Settings, and sentences about what is wrong or odd. With an error there are no settings to go by. */
export interface ReadSettings {
  readonly settings: Settings;
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
}

const names = [
  'TAAFI_DATA',
  'TAAFI_DATABASE_URL',
  'TAAFI_DATABASE_POOL',
  'TAAFI_ORIGINS',
  'TAAFI_TRUST_PROXY',
  'TAAFI_TRACKER',
  'TAAFI_SURVEY',
  'TAAFI_GUARD',
  'TAAFI_WEBHOOK',
  'TAAFI_WEBHOOK_SECRET',
  'TAAFI_SCANNER',
  // Where the keys are that what is kept is sealed with: see `vault/master-key-source.ts`.
  'TAAFI_MASTER_KEY',
  'TAAFI_MASTER_KEY_FILE',
  'TAAFI_DEMO',
  'TAAFI_LOG',
  'TAAFI_DRAIN',
  // Of those who call a receiver, not of the receiver itself.
  'TAAFI_RECEIVER',
  'TAAFI_STAFF_TOKEN',
];

/** Reads and checks the settings. A setting that is empty counts as not set. */
export function settingsFrom(environment: Environment): ReadSettings {
  const errors: string[] = [];
  const warnings: string[] = [];
  const settings = {
    port: port(environment.PORT || '8080', errors),
    host: host(environment.HOST || '0.0.0.0', errors),
    dataDir: dataDir(environment),
    database: database(environment, errors, warnings),
    origins: originsIn('TAAFI_ORIGINS', environment.TAAFI_ORIGINS ?? '', errors),
    trustProxy: yesOrNo('TAAFI_TRUST_PROXY', environment.TAAFI_TRUST_PROXY || 'no', errors),
    tracker: page('TAAFI_TRACKER', environment.TAAFI_TRACKER, errors),
    survey: page('TAAFI_SURVEY', environment.TAAFI_SURVEY, errors),
    guard: guard(environment.TAAFI_GUARD || 'none', errors),
    webhook: webhook(environment, errors),
    scanner: scanner(environment.TAAFI_SCANNER ?? '', errors, warnings),
    demo: yesOrNo('TAAFI_DEMO', environment.TAAFI_DEMO || 'yes', errors),
    log: log(environment.TAAFI_LOG || 'text', errors),
    drain: seconds('TAAFI_DRAIN', environment.TAAFI_DRAIN || '0', errors),
  };
  const strange = Object.keys(environment).filter(
    (name) => name.startsWith('TAAFI_') && !names.includes(name),
  );
  for (const name of strange) {
    const { suggestion: meant } = suggest(name, names);
    warnings.push(`There is no setting ${name}${meant === undefined ? '' : `; did you mean ${meant}?`}`);
  }
  return { settings, errors, warnings };
}

/** Absolute path of the folder of all that is kept. */
export function dataDir(environment: Environment): string {
  return resolve(environment.TAAFI_DATA || './data');
}

/** The database the environment names; what is wrong with that goes to `errors`. */
export function database(
  { TAAFI_DATABASE_URL: url = '', TAAFI_DATABASE_POOL: most = '' }: Environment,
  errors: string[],
  warnings: string[],
): DatabaseSettings | undefined {
  if (!/^([1-9]\d{0,2})?$/.test(most))
    errors.push(`TAAFI_DATABASE_POOL must be a number from 1 to 999, not ${JSON.stringify(most)}.`);
  if (url === '') return undefined;
  const read = readAddress(url);
  errors.push(...read.errors);
  warnings.push(...read.warnings);
  return read.address && { address: read.address, pool: Number(most || servingLimits.most) };
}

function port(text: string, errors: string[]): number {
  const number = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (number <= 65_535) return number;
  errors.push(`PORT must be a number from 0 to 65535, not ${JSON.stringify(text)}.`);
  return 0;
}

function host(text: string, errors: string[]): string {
  const isName = /^[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?$/.test(text);
  if (isIP(text) === 0 && !isName) {
    errors.push(
      `HOST must be an address such as 0.0.0.0 or 127.0.0.1, or a name, not ${JSON.stringify(text)}.`,
    );
  }
  return text;
}

/** A name or an address, and no pattern: `*` would be one to a browser that reads it in a content policy. */
const isHost = /^https?:\/\/([A-Za-z0-9.-]+|\[[0-9a-f:.]+\])(:\d+)?$/;

/** Origins in a list with commas; what is wrong with them goes to `errors`, where `name` says what they were given as. */
export function originsIn(name: string, text: string, errors: string[]): readonly string[] {
  const list = text.split(',').map((part) => part.trim());
  const wanted = [...new Set(list.filter((part) => part !== ''))];
  for (const origin of wanted) {
    if (origin === '*' || origin === 'null') {
      errors.push(`${name} must name each site: ${JSON.stringify(origin)} would let every page send here.`);
    } else if (!isHost.test(origin) || !URL.canParse(origin) || new URL(origin).origin !== origin) {
      const meant =
        URL.canParse(origin) && /^https?:/.test(origin) ? ` Did you mean ${new URL(origin).origin}?` : '';
      errors.push(
        `${name} must be origins such as https://example.org, not ${JSON.stringify(origin)}.${meant}`,
      );
    }
  }
  return wanted;
}

function page(name: string, text: string | undefined, errors: string[]): string | undefined {
  if (text === undefined || text === '') return undefined;
  if (!isSafe(text) || text.includes('#')) {
    errors.push(`${name} must be the https address of a page, without #, not ${JSON.stringify(text)}.`);
  }
  return text;
}

function guard(text: string, errors: string[]): readonly GuardPart[] {
  if (text === 'none') return [];
  const wanted = text.split(',').map((part) => part.trim());
  const strange = wanted.find((part) => !guardParts.some((known) => known === part));
  if (strange === undefined) return guardParts.filter((part) => wanted.includes(part));
  errors.push(
    `TAAFI_GUARD must be none, or some of ${guardParts.join(',')}, not ${JSON.stringify(strange)}.`,
  );
  return [];
}

function webhook(
  { TAAFI_WEBHOOK: url = '', TAAFI_WEBHOOK_SECRET: secret = '' }: Environment,
  errors: string[],
): Settings['webhook'] {
  if (secret !== '' && !isWebhookSecret(secret)) {
    errors.push('TAAFI_WEBHOOK_SECRET must be whsec_ and 24 to 64 bytes in base64.');
  }
  if (url === '') return undefined;
  if (!isSafe(url)) {
    errors.push(
      `TAAFI_WEBHOOK must be an https address, or one of this machine, not ${JSON.stringify(url)}.`,
    );
  }
  return { url, secret: secret === '' ? undefined : secret };
}

function scanner(text: string, errors: string[], warnings: string[]): Scanner | undefined {
  if (text === '') return undefined;
  const found = scannerOf(text);
  if (found !== undefined && /^clamd:(?!\/|localhost:|127\.|\[::1\])/i.test(text))
    warnings.push(
      'TAAFI_SCANNER is another machine: clamd has no encryption, so files go there as they are.',
    );
  if (found === undefined)
    errors.push(
      'TAAFI_SCANNER must be clamd:/run/clamav/clamd.ctl, clamd:127.0.0.1:3310 or a command such as ["clamdscan","--no-summary","-"].',
    );
  return found;
}

/** What leaves this machine goes by https only. */
function isSafe(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  if (username !== '' || password !== '') return false;
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  return protocol === 'https:' || (protocol === 'http:' && isHere);
}

function log(text: string, errors: string[]): LogFormat {
  if (text === 'json' || text === 'text') return text;
  errors.push(`TAAFI_LOG must be text or json, not ${JSON.stringify(text)}.`);
  return 'text';
}

function seconds(name: string, text: string, errors: string[]): number {
  const number = /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN;
  if (number <= 300) return number;
  errors.push(`${name} must be a number of seconds from 0 to 300, not ${JSON.stringify(text)}.`);
  return 0;
}

function yesOrNo(name: string, text: string, errors: string[]): boolean {
  if (text !== 'yes' && text !== 'no') errors.push(`${name} must be yes or no, not ${JSON.stringify(text)}.`);
  return text === 'yes';
}
