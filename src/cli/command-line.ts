import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ParseArgsConfig } from 'node:util';
import { parseArgs } from 'node:util';
import { suggest } from '../core/suggestion.js';
import { checkCommand } from './check.js';
import { exportCommand } from './export.js';
import { help } from './help.js';
import { schemaCommand } from './schema.js';
import { serveCommand } from './serve.js';

/** What a command may use of the process. */
export interface Terminal {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly out: (text: string) => unknown;
  readonly err: (text: string) => unknown;
}

/** What stands on the command line after the name of the command. */
export interface CommandLine {
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
  readonly positionals: readonly string[];
}

/** One command of `taafi`. `run` gives the exit code: 0 done, 1 something is wrong with what it looked at. */
export interface Command {
  readonly options: NonNullable<ParseArgsConfig['options']>;
  /** How many files it wants. */
  readonly files: { readonly least: number; readonly most: number };
  readonly run: (line: CommandLine, terminal: Terminal) => Promise<number>;
}

/** Thrown by a command that was called wrongly: told with a hint at the help, exit code 2. */
export class UsageError extends Error {}

const commands: ReadonlyMap<string, Command> = new Map([
  ['serve', serveCommand],
  ['export', exportCommand],
  ['check', checkCommand],
  ['schema', schemaCommand],
]);

/** Runs `taafi` with some arguments; gives the exit code. */
export async function runCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const [name = 'help', ...rest] = args;
  if (['help', '--help', '-h'].includes(name) || rest.includes('--help') || rest.includes('-h')) {
    terminal.out(help);
    return 0;
  }
  if (name === '--version' || name === '-v') {
    terminal.out(`${version()}\n`);
    return 0;
  }
  try {
    const command = commands.get(name);
    if (command === undefined) throw new UsageError(unknown('command', name, commands.keys()));
    return await command.run(parsed(command, rest), terminal);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    terminal.err(`taafi: ${error.message}\nSee: taafi help\n`);
    return 2;
  }
}

function parsed({ options, files }: Command, args: readonly string[]): CommandLine {
  const { tokens } = parseArgs({
    args: [...args],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind === 'option' && !Object.hasOwn(options, token.name)) {
      throw new UsageError(
        unknown(
          'option',
          token.rawName,
          Object.keys(options).map((name) => `--${name}`),
        ),
      );
    }
  }
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    if (positionals.length < files.least) throw new UsageError('name the file.');
    if (positionals.length > files.most)
      throw new UsageError(`what is ${JSON.stringify(positionals[files.most])} for?`);
    // No option here may be given twice.
    return { values: values as CommandLine['values'], positionals };
  } catch (error) {
    // Only the options are left to be wrong: one without its value, or a value for one that has none.
    throw error instanceof TypeError ? new UsageError(error.message) : error;
  }
}

function unknown(what: 'command' | 'option', word: string, known: Iterable<string>): string {
  const { suggestion: meant } = suggest(word, known);
  return `there is no ${what} ${JSON.stringify(word)}${meant === undefined ? '.' : `; did you mean ${meant}?`}`;
}

function version(): string {
  const path = fileURLToPath(new URL('../../../package.json', import.meta.url));
  // Our own file, which npm could not have installed without a version.
  return (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version;
}
