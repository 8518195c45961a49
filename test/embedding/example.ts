import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';

/** The repository: three folders above dist/test/embedding. */
export const repository = fileURLToPath(new URL('../../..', import.meta.url));

/** What a tool said, and whether it was content. */
export interface Said {
  readonly code: number;
  readonly text: string;
}

/** A copy of one of the examples, as a reader has it after `npm install`: only the packages that it names are there. */
export class Example {
  readonly folder: string;

  constructor(test: TestContext, name: string) {
    this.folder = mkdtempSync(join(tmpdir(), `taafi-${name}-`));
    test.after(() => rmSync(this.folder, { recursive: true, force: true }));
    cpSync(join(repository, 'examples', name), this.folder, { recursive: true });
    const { dependencies, devDependencies } = JSON.parse(this.read('package.json')) as Record<
      'dependencies' | 'devDependencies',
      Record<string, string>
    >;
    for (const [dependency, version] of Object.entries({ ...dependencies, ...devDependencies })) {
      const source = dependency === 'taafi-kit' ? repository : join(repository, 'node_modules', dependency);
      const found = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')) as { version: string };
      if (found.version !== version)
        throw new Error(`examples/${name} names ${dependency} ${version}, the tests have ${found.version}.`);
      const link = join(this.folder, 'node_modules', dependency);
      mkdirSync(dirname(link), { recursive: true });
      symlinkSync(source, link, 'junction');
    }
  }

  read(path: string): string {
    return readFileSync(join(this.folder, path), 'utf8');
  }

  /** Writes something else in place of a text that must be there. */
  change(path: string, from: string, to: string): void {
    const text = this.read(path);
    if (!text.includes(from)) throw new Error(`${path} has no ${from}`);
    writeFileSync(
      join(this.folder, path),
      text.replace(from, () => to),
    );
  }

  /** Runs a program: its path inside node_modules, or an absolute one. */
  run(
    program: string,
    args: readonly string[] = [],
    environment: Record<string, string> = {},
  ): Promise<Said> {
    const script = resolve(this.folder, 'node_modules', program);
    if (!existsSync(script)) throw new Error(`${program} is not there`);
    const child = spawn(process.execPath, [script, ...args], {
      cwd: this.folder,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (piece: string) => {
        text += piece;
      });
    }
    return new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) => resolve({ code: code ?? 1, text }));
    });
  }
}
