import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';

/** Somebody who is not root, which PostgreSQL refuses to run as. */
const NOBODY = 65_534;

/** Where the programs of PostgreSQL are; undefined where it is not installed. */
export const programs = [
  ...(process.env.PATH ?? '').split(':'),
  ...versionsIn('/usr/lib/postgresql'),
  ...versionsIn('/opt/homebrew/opt'),
].find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')));

function versionsIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).map((name) => join(folder, name, 'bin'));
}

/** Why tests that need it are skipped; false where they are not. */
export const skip =
  programs === undefined && 'there is no PostgreSQL here: install it, so that initdb and postgres are found';

/** A server of PostgreSQL of its own, on loopback, that is gone after the test. */
export class RealPostgreSql {
  readonly #folder: string;
  readonly #port: number;
  #server: { readonly stop: (signal: NodeJS.Signals) => void; readonly ended: Promise<unknown> } | undefined;
  #databases = 0;

  private constructor(folder: string, port: number) {
    this.#folder = folder;
    this.#port = port;
  }

  static async start(test: Pick<TestContext, 'after'>): Promise<RealPostgreSql> {
    const folder = mkdtempSync(join(tmpdir(), 'taafi-pg-'));
    if (isRoot) chownSync(folder, NOBODY, NOBODY);
    chmodSync(folder, 0o700);
    const password = join(folder, 'password');
    writeFileSync(password, 'secret-of-test\n', { mode: 0o644 });
    const cluster = join(folder, 'cluster');
    run('initdb', [
      '-D',
      cluster,
      '-U',
      'taafi',
      '--pwfile',
      password,
      '-A',
      'scram-sha-256',
      '-E',
      'UTF8',
      '--locale',
      'C',
    ]);
    const server = new RealPostgreSql(folder, await freePort());
    test.after(async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    });
    await server.resume();
    return server;
  }

  /** The address of an empty database. */
  async database(): Promise<string> {
    this.#databases += 1;
    const name = `test_${this.#databases}`;
    await this.query('postgres', `create database ${name}`);
    return this.addressOf(name);
  }

  addressOf(name: string, password = 'secret-of-test'): string {
    return `postgres://taafi:${password}@127.0.0.1:${this.#port}/${name}`;
  }

  async query(database: string, sql: string): Promise<readonly Record<string, unknown>[]> {
    const { default: pg } = await import('pg');
    const client = new pg.Client({ connectionString: this.addressOf(database) });
    // It may be stopped while it is asked: then the question fails, and not the process that asks.
    client.on('error', () => undefined);
    await client.connect();
    try {
      return (await client.query(sql)).rows as Record<string, unknown>[];
    } finally {
      await client.end();
    }
  }

  /** Ends it as an administrator does who will not wait, or as a power cut does. */
  async stop(signal: 'SIGINT' | 'SIGQUIT' = 'SIGINT'): Promise<void> {
    this.#server?.stop(signal);
    await this.#server?.ended;
    this.#server = undefined;
  }

  /** Starts it, and waits until it takes connections. */
  async resume(): Promise<void> {
    const settings = [
      `port=${this.#port}`,
      'listen_addresses=127.0.0.1',
      'unix_socket_directories=',
      'max_connections=60',
    ];
    const child = spawn(
      join(programs ?? '', 'postgres'),
      ['-D', join(this.#folder, 'cluster'), ...settings.flatMap((setting) => ['-c', setting])],
      { stdio: 'ignore', ...(isRoot && { uid: NOBODY, gid: NOBODY }) },
    );
    const ended = new Promise((resolve) => child.once('close', resolve));
    this.#server = { stop: (signal) => child.kill(signal), ended };
    for (let tries = 0; tries < 300; tries++) {
      if (await this.query('postgres', 'select 1').then(Boolean, () => false)) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error('PostgreSQL does not start');
  }
}

const isRoot = process.getuid?.() === 0;

function run(program: string, args: readonly string[]): void {
  execFileSync(join(programs ?? '', program), args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    cwd: tmpdir(),
    ...(isRoot && { uid: NOBODY, gid: NOBODY }),
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject).listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
