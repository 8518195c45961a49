import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getPHPLoaderModule } from '@php-wasm/node-8-3';
import { loadPHPRuntime, PHP, PHPResponse } from '@php-wasm/universal';
import { standInForSodium } from './sodium.js';

/**
 * PHP 8.3 without an installation: the WebAssembly build of the WordPress project, from npm.
 *
 * Scripts see a file system of their own, in memory, in which nothing is but what a test puts there: what they write
 * harms nothing, and they reach no network. `sodium` is not in that build; Node's own Ed25519 stands in for it.
 */

/** What a request to a script is made of. */
export interface PhpRequest {
  /** GET unless told; POST where there is a body. */
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'OPTIONS' | 'HEAD';
  /** Path and query as the browser asks for them: `$_GET` and `$_SERVER['REQUEST_URI']` follow. The script's own unless told. */
  readonly uri?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** URLSearchParams become a form's body, and FormData one with files; any other needs its `content-type`. */
  readonly body?: string | Uint8Array | URLSearchParams | FormData;
  /** What `getenv()` tells the script. */
  readonly env?: Readonly<Record<string, string>>;
}

/** What a script answered. */
export interface PhpAnswer {
  readonly status: number;
  /** Names in lower case; several of one name joined by `, `. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** What PHP and `error_log()` wrote: empty, where all went well. */
  readonly errors: string;
}

/** What a command wrote, and how it ended. */
export interface PhpOutput {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Files by their paths in PHP's file system, such as `/site/refer.php`. */
export type PhpFiles = Readonly<Record<string, string | Uint8Array>>;

/** All files of a folder of this machine, for PHP to see below `place`. */
export function filesOf(folder: string, place = '/site'): PhpFiles {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
      .map((path) => [
        `${place}/${path.slice(folder.length).replaceAll('\\', '/').replace(/^\//, '')}`,
        readFileSync(path),
      ]),
  );
}

/** A PHP that has these files, and keeps what scripts write between requests. */
export class Php {
  readonly runtime: PHP;

  private constructor(runtime: PHP) {
    this.runtime = runtime;
  }

  static async start(files: PhpFiles = {}): Promise<Php> {
    const php = new Php(await newRuntime());
    php.put(files);
    return php;
  }

  put(files: PhpFiles): void {
    putInto(this.runtime, files);
  }

  /** What is in a file, which a script may have written. */
  read(path: string): string {
    return this.runtime.readFileAsText(path);
  }

  /** Runs a piece of PHP, without its `<?php`, and gives what it echoes as JSON. Throws where PHP complains. */
  async evaluate<Value>(code: string): Promise<Value> {
    const answer = await PHPResponse.fromStreamedResponse(
      await this.runtime.runStream({ code: `<?php ${code}` }),
    );
    if (answer.errors !== '' || answer.exitCode !== 0)
      throw new Error(`PHP ended with ${answer.exitCode}: ${answer.errors}\n${answer.text.slice(0, 2000)}`);
    return JSON.parse(answer.text) as Value;
  }

  /** Answers one request with the script at this path. A fatal error of PHP is an answer too: look at `errors`. */
  async request(script: string, { method, uri, headers, body, env }: PhpRequest = {}): Promise<PhpAnswer> {
    const sent = body === undefined ? undefined : new Response(body as BodyInit);
    const type = body === undefined || typeof body === 'string' ? null : sent?.headers.get('content-type');
    const answer = await PHPResponse.fromStreamedResponse(
      await this.runtime.runStream({
        scriptPath: script,
        relativeUri: uri ?? script,
        method: method ?? (sent === undefined ? 'GET' : 'POST'),
        headers: { host: 'site.example', ...(type ? { 'content-type': type } : {}), ...headers },
        ...(sent === undefined ? {} : { body: new Uint8Array(await sent.arrayBuffer()) }),
        ...(env === undefined ? {} : { env: { ...env } }),
      }),
    );
    return {
      status: answer.httpStatusCode,
      headers: Object.fromEntries(
        Object.entries(answer.headers).map(([name, values]) => [name, values.join(', ')]),
      ),
      body: answer.text,
      errors: answer.errors,
    };
  }
}

/** Runs `php …args` in a PHP of its own, which has these files; `input` is what it reads from `php://stdin`. */
export async function runPhpCommand(
  args: readonly string[],
  {
    files = {},
    input = '',
    env = {},
  }: { files?: PhpFiles; input?: string; env?: Record<string, string> } = {},
): Promise<PhpOutput> {
  const runtime = await newRuntime(input);
  putInto(runtime, files);
  const answer = await runtime.cli(['php', ...args], { env });
  const [code, out, err] = await Promise.all([answer.exitCode, answer.stdoutText, answer.stderrText]);
  return { code, out, err };
}

/**
 * What `php -l` finds wrong with these files, in PHP's own words, with file and line; empty where all is well.
 * It compiles them, so that it also finds a function defined twice, and runs nothing.
 */
export async function lintPhp(files: PhpFiles): Promise<string> {
  const paths = Object.keys(files).filter((path) => path.endsWith('.php'));
  if (paths.length === 0) throw new Error('there is no .php file to lint');
  const { out } = await runPhpCommand(['-l', ...paths], {
    files: Object.fromEntries(paths.map((path) => [path, files[path] ?? ''])),
  });
  const judged = out.split('\n').filter((line) => line.trim() !== '');
  const fine = paths.map((path) => `No syntax errors detected in ${path}`);
  const missed = fine.filter((line) => !judged.includes(line));
  return missed.length === 0
    ? ''
    : judged.filter((line) => !fine.includes(line)).join('\n') || missed.join('\n');
}

async function newRuntime(input = ''): Promise<PHP> {
  const bytes = [...new TextEncoder().encode(input)];
  const id = await loadPHPRuntime(await getPHPLoaderModule(), {
    processId: 1,
    stdin: () => bytes.shift() ?? null,
  });
  const runtime = new PHP(id);
  standInForSodium(runtime);
  return runtime;
}

function putInto(runtime: PHP, files: PhpFiles): void {
  for (const [path, content] of Object.entries(files)) {
    runtime.mkdir(path.slice(0, path.lastIndexOf('/')) || '/');
    runtime.writeFile(path, content);
  }
}
