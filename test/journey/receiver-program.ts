import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCsv } from '../cli/csv-reader.js';
import { run, startProgram } from '../cli/running-command.js';

/** One request as `taafi export` tells it. */
export interface Exported {
  readonly reference: string;
  readonly receivedAt: string;
  readonly notBefore?: string;
  readonly form: { readonly id: string; readonly version: string; readonly sha256: string };
  readonly language: string;
  readonly answers: Record<string, unknown>;
  readonly consents: readonly { readonly path: string; readonly language: string; readonly at: string }[];
  /** Where each file is, as it was sent. */
  readonly files: readonly { readonly id: string; readonly path: string }[];
}

/** One question to the officer. */
export interface ExportedReferral {
  readonly form: { readonly id: string };
  readonly step: string;
  readonly question: string;
  readonly contact?: string;
  readonly language: string;
}

/** A test, or all tests of a file. */
export interface Lasting {
  after(end: () => Promise<void>): unknown;
}

/** `taafi serve` as a program of its own, with a folder of its own. */
export interface ReceiverProgram {
  readonly url: string;
  readonly dataDir: string;
  /** All it has written so far. */
  written(): string;
  /** Puts a form into its folder of own forms. */
  putForm(name: string, json: string | object): void;
  requests(): Promise<Exported[]>;
  referrals(): Promise<ExportedReferral[]>;
  /** What the real `taafi export` writes with these options. */
  exportedByProgram(...options: string[]): Promise<string>;
  /** How often a browser has reported a violation of the content policy. */
  reports(): Promise<number>;
}

/** Starts it on a free port; it is gone in the end, and its data with it. */
export async function startReceiverProgram(
  test: Lasting,
  settings: Record<string, string> = {},
): Promise<ReceiverProgram> {
  const folder = mkdtempSync(join(tmpdir(), 'taafi-journey-'));
  const dataDir = join(folder, 'data');
  const environment = { PORT: '0', HOST: '127.0.0.1', TAAFI_DATA: dataDir, ...settings };
  const program = startProgram(['serve'], environment);
  test.after(async () => {
    program.child.kill('SIGKILL');
    await program.ended;
    rmSync(folder, { recursive: true, force: true });
  });
  const [, url = ''] = await program.until(/(http:\/\/127\.0\.0\.1:\d+)\n/);
  return {
    url,
    dataDir,
    written: program.written,
    putForm(name, json) {
      mkdirSync(join(dataDir, 'forms'), { recursive: true });
      const text = typeof json === 'string' ? json : JSON.stringify(json, null, 2);
      writeFileSync(join(dataDir, 'forms', `${name}.json`), text);
    },
    requests: async () =>
      JSON.parse(await exported(environment, '--files', join(folder, 'files'))) as Exported[],
    referrals: async () => JSON.parse(await exported(environment, '--referrals')) as ExportedReferral[],
    async exportedByProgram(...options) {
      const command = startProgram(['export', ...options], environment);
      assert.equal(await command.ended, 0, command.written());
      return command.written();
    },
    async reports() {
      const health = (await (await fetch(`${url}/api/health`)).json()) as { cspReports: number };
      return health.cspReports;
    },
  };
}

/** What `taafi export` writes, without the cost of starting a program. */
async function exported(environment: Record<string, string>, ...options: string[]): Promise<string> {
  const { code, out, err } = await run(['export', ...options], environment);
  assert.equal(code, 0, err);
  return out;
}

/** The rows of a CSV export by the names of its columns. */
export function tableIn(csv: string): Record<string, string>[] {
  const [columns = [], ...rows] = readCsv(csv.replace(/^\ufeff/, ''));
  return rows.map((row) => Object.fromEntries(row.map((cell, index) => [columns[index] ?? '', cell])));
}
