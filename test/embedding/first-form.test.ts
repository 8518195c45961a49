import assert from 'node:assert/strict';
import type { ChildProcess } from 'node:child_process';
import { execFile, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestContext } from 'node:test';
import { describe, it } from 'node:test';
import { promisify } from 'node:util';
import { browserOfThisFile } from '../journey/browser.js';
import { FormPage } from '../journey/form-page.js';
import { until } from '../journey/waiting.js';
import { watch } from '../journey/witness.js';
import { repository } from './example.js';
import { policyFor, startStaticSite } from './static-site.js';

const open = browserOfThisFile();

/** One numbered step of docs/first-form.md: a command, or a file to write. */
interface Step {
  readonly kind: 'sh' | 'json' | 'html';
  readonly text: string;
  /** Where the file is to be, told in the words before it. */
  readonly path: string;
}

/** The steps of the page, in their order. */
function stepsOf(page: string): Step[] {
  return page
    .split(/^(?=\d+\. )/m)
    .slice(1)
    .map((step) => {
      const [, kind, block = ''] = /```(sh|json|html)\n(.*?)\n *```/s.exec(step) ?? [];
      const words = step.slice(0, step.indexOf('```'));
      const text = block.replaceAll(/^ {3}/gm, '');
      return { kind: kind as Step['kind'], text, path: /`([\w./-]+\.(?:json|html))`/.exec(words)?.[1] ?? '' };
    });
}

/**
 * The package as npm publishes it, and beside it what it depends on, as `npm install` puts it: linked from the
 * repository, for a machine without the registry. What the package forgot to publish or to name is missing here too.
 */
async function installTarball(folder: string): Promise<void> {
  const pack = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder];
  const { stdout } = await promisify(execFile)('npm', pack, { cwd: repository, maxBuffer: 50_000_000 });
  const [{ filename }] = JSON.parse(stdout) as [{ filename: string }];
  const installed = join(folder, 'node_modules/taafi-kit');
  mkdirSync(installed, { recursive: true });
  await promisify(execFile)('tar', ['-xzf', join(folder, filename), '-C', installed, '--strip-components=1']);
  rmSync(join(folder, filename));
  const { dependencies, bin } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
    bin: { taafi: string };
  };
  for (const name of Object.keys(dependencies)) {
    mkdirSync(dirname(join(folder, 'node_modules', name)), { recursive: true });
    symlinkSync(join(repository, 'node_modules', name), join(folder, 'node_modules', name), 'junction');
  }
  mkdirSync(join(folder, 'node_modules/.bin'));
  symlinkSync(join(installed, bin.taafi), join(folder, 'node_modules/.bin/taafi'));
}

/** A port that nobody listens at. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** A terminal in the folder of the admin. */
class Terminal {
  readonly #folder: string;
  readonly #port: number;
  readonly #started: ChildProcess[] = [];

  constructor(test: TestContext, folder: string, port: number) {
    this.#folder = folder;
    this.#port = port;
    test.after(async () => {
      for (const child of this.#started) {
        if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
      }
    });
  }

  /** Types a command; gives what it has written to its two outputs when it has ended, or when `enough` is among it. */
  type(command: string, enough?: RegExp): Promise<{ out: string; err: string; code: number | null }> {
    const child = spawn('sh', ['-c', command], {
      cwd: this.#folder,
      env: { ...process.env, PORT: String(this.#port), npm_config_offline: 'true', npm_config_yes: 'false' },
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own, for npx starts the program as a child.
      detached: true,
    });
    this.#started.push(child);
    let [out, err] = ['', ''];
    return new Promise((resolve, reject) => {
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        out += text;
        if (enough?.test(out)) resolve({ out, err, code: null });
      });
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        err += text;
      });
      child.once('error', reject);
      child.once('close', (code) => resolve({ out, err, code }));
    });
  }
}

describe('docs/first-form.md, followed by a new web admin with nothing but the package', () => {
  it('leads to a form of his own on his own page, received and exported', async (test) => {
    const folder = mkdtempSync(join(tmpdir(), 'taafi-first-form-'));
    test.after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
    const site = await startStaticSite(test);
    const port = await freePort();
    const terminal = new Terminal(test, folder, port);
    const receiver = `http://localhost:${port}`;
    const here = (text: string) =>
      text.replaceAll('http://localhost:8080', receiver).replaceAll('https://www.example.org', site.url);

    const steps = stepsOf(readFileSync(join(repository, 'docs/first-form.md'), 'utf8'));
    assert.ok(steps.length <= 10, 'ten commands and edits are enough');
    assert.deepEqual(
      steps.map(({ kind }) => kind),
      ['sh', 'json', 'sh', 'sh', 'sh', 'html', 'sh'],
    );
    let lines = '';
    for (const { kind, text, path } of steps) {
      if (kind !== 'sh') {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        const marker = /<!-- here the lines .* -->/;
        assert.ok(kind === 'json' || marker.test(text));
        writeFileSync(
          join(folder, path),
          text.replace(marker, () => lines),
        );
      } else if (text === 'npm install taafi-kit') {
        await installTarball(folder);
      } else if (text.endsWith('taafi serve')) {
        const { out, err } = await terminal.type(here(text), /http:\/\/localhost:\d+/);
        assert.match(out, /The receiver is ready/, err);
      } else if (text === 'npx taafi export') {
        await fillInTheForm(test, site, folder, receiver);
        const { out, err, code } = await terminal.type(text);
        assert.equal(code, 0, err);
        const requests = JSON.parse(out) as { answers: unknown }[];
        assert.deepEqual(
          requests.map(({ answers }) => answers),
          [{ name: 'سالم المثالي', mobile: '+966501234567' }],
        );
      } else {
        const { out, err, code } = await terminal.type(here(text));
        assert.equal(code, 0, `${text}\n${out}${err}`);
        lines = out;
        if (text.includes('taafi lint')) assert.match(out, /visit 1\.0\.0 is a form/);
      }
    }
  });
});

/** What a person does on the page of the admin, whose site has a strict policy. */
async function fillInTheForm(
  test: TestContext,
  site: Awaited<ReturnType<typeof startStaticSite>>,
  folder: string,
  receiver: string,
): Promise<void> {
  site.serve(join(folder, 'site'), await policyFor(receiver));
  const page = await open(test, { width: 360, height: 740 });
  const witness = await watch(page);
  const form = await FormPage.open(page, `${site.url}/`, 'taafi-form');
  await form.type('name', 'سالم المثالي');
  await form.type('mobile', '0501234567');
  await form.goOn('review');
  await form.pressMain();
  await form.isAt('receipt');
  await until(async () => (await form.textOf('#reference'))?.match(/\d/) !== null, 'there is a reference');
  assert.deepEqual(
    witness.complaints.filter((complaint) => !complaint.includes('favicon')),
    [],
  );
  assert.deepEqual(await witness.violations(), []);
}
