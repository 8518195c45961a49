import type { ParseArgsConfig } from 'node:util';
import type { Ask } from './conversation.js';

/** What a command may use of the process. */
export interface Terminal {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** What it gives may be waited for. */
  readonly out: (text: string) => unknown;
  readonly err: (text: string) => unknown;
  /** Talks to whoever sits there; undefined where nobody does. */
  readonly converse?: (<Result>(talk: (ask: Ask) => Promise<Result>) => Promise<Result>) | undefined;
}

/** What stands on the command line after the name of the command. */
export interface CommandLine {
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
  readonly positionals: readonly string[];
}

/** One command of `taafi`. `run` gives the exit code: 0 done, 1 something is wrong with what it looked at. */
export interface Command {
  readonly options: NonNullable<ParseArgsConfig['options']>;
  /** How many words it wants beside its options, and what they are. */
  readonly words: { readonly least: number; readonly most: number; readonly name?: string };
  readonly run: (line: CommandLine, terminal: Terminal) => Promise<number>;
}

/** Thrown by a command that cannot go on: told as a sentence, exit code 1. */
export class CommandError extends Error {}

/** Thrown by a command that was called wrongly: told with a hint at the help, exit code 2. */
export class UsageError extends Error {}
