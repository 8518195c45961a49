import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import type { ReceiverOptions } from '../../src/receiver/receiver.js';
import { createReceiver } from '../../src/receiver/receiver.js';
import { trialForm } from './trial-form.js';

/** Sunday noon in Riyadh. */
export const NOW = Date.parse('2026-11-22T09:00:00.000Z');

/** A receiver that listens, on its own data. */
export interface Running {
  readonly url: string;
  readonly port: number;
  readonly dataDir: string;
  readonly dist: string;
  /** What it printed. */
  readonly lines: string[];
  /** Its clock, which stands still until it is set. */
  readonly time: { now: number };
  close(): Promise<void>;
  /** Closes it and starts another on the same data. */
  restart(options?: Partial<ReceiverOptions>): Promise<Running>;
}

/** Folders of tests that are over. */
const left: string[] = [];

process.once('exit', () => {
  for (const folder of left) rmSync(folder, { recursive: true, force: true });
});

/** A folder that is gone when the tests are over: hooks are called in their order, and what works in it is closed by a later one. */
export function temporaryFolder(test: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'taafi-test-'));
  test.after(() => left.push(folder));
  return folder;
}

/** A build with one pack that holds the trial form, and nothing else. */
export function smallBuild(test: TestContext): string {
  const dist = temporaryFolder(test);
  const pack = join(dist, 'src/packs/trial-pack');
  mkdirSync(pack, { recursive: true });
  writeFileSync(join(pack, 'trial.json'), JSON.stringify(trialForm, null, 2));
  writeFileSync(join(pack, 'association.json'), '{"id": "trial-pack"}');
  return dist;
}

/** Starts a receiver on a free port; it is closed after the test. */
export async function startReceiver(
  test: TestContext,
  { port: wanted = 0, ...options }: Partial<ReceiverOptions> & { readonly port?: number } = {},
): Promise<Running> {
  const { dataDir = join(temporaryFolder(test), 'data'), dist = smallBuild(test) } = options;
  const lines: string[] = [];
  const time = { now: NOW };
  const print = (line: string) => {
    lines.push(line);
  };
  const app = await createReceiver({ clock: () => time.now, print, ...options, dataDir, dist });
  await app.listen({ port: wanted, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  const close = () => app.close();
  test.after(close);
  const restart = async (others: Partial<ReceiverOptions> = {}) => {
    await close();
    return startReceiver(test, { ...options, ...others, dataDir, dist });
  };
  return { url: `http://127.0.0.1:${port}`, port, dataDir, dist, lines, time, close, restart };
}

/** Asks again and again until the answer is yes, for as long as a busy machine may take. */
export async function eventually(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = performance.now() + 30_000; performance.now() < end; ) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`it never came to be: ${isSo}`);
}

/** A key of 128 random bits. */
export function newKey(): string {
  return randomBytes(16).toString('base64url');
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
  readonly text: string;
}

/** Posts JSON under a key and reads the answer. */
export async function post(
  { url }: Pick<Running, 'url'>,
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await fetch(`${url}/${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': `"${newKey()}"`, ...headers },
    body: typeof body === 'string' || body instanceof Buffer ? body : JSON.stringify(body),
  });
  return read(response);
}

export async function read(response: Response): Promise<Answer> {
  const text = await response.text();
  const isJson = /json/.test(response.headers.get('Content-Type') ?? '');
  const body = isJson && text !== '' ? (JSON.parse(text) as Record<string, unknown>) : {};
  return { status: response.status, headers: response.headers, body, text };
}

/** The last part of a problem's type. */
export function codeOf({ body }: Answer): string {
  return String(body.type).replace('urn:taafi-kit:problem:', '');
}
