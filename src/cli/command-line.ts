import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { suggest } from '../core/suggestion.js';
import { auditCommand } from './audit.js';
import { backupCommand, restoreCommand } from './backup.js';
import type { Command, CommandLine, Terminal } from './command.js';
import { CommandError, UsageError } from './command.js';
import { diffCommand } from './diff.js';
import { embedCommand } from './embed.js';
import { exportCommand } from './export.js';
import { fillCommand } from './fill.js';
import { helpOf } from './help.js';
import { importCommand } from './import.js';
import { keysCommand } from './keys.js';
import { lintCommand } from './lint.js';
import { moveCommand } from './move.js';
import { newCommand } from './new-form.js';
import { openCommand } from './open.js';
import { paperCommand } from './paper.js';
import { partnerCommand } from './partner.js';
import { previewCommand } from './preview.js';
import { requestCommand } from './request.js';
import { requestsCommand } from './requests.js';
import { retentionCommand } from './retention.js';
import { schemaCommand } from './schema.js';
import { sealingKeyCommand } from './sealing-key.js';
import { serveCommand } from './serve.js';
import { staffCommand } from './staff.js';
import { surveyCommand } from './survey.js';
import { typesCommand } from './typescript.js';
import { verifyCommand } from './verify.js';

const commands: ReadonlyMap<string, Command> = new Map([
  ['serve', serveCommand],
  ['export', exportCommand],
  ['new', newCommand],
  ['lint', lintCommand],
  ['schema', schemaCommand],
  ['diff', diffCommand],
  ['types', typesCommand],
  ['fill', fillCommand],
  ['embed', embedCommand],
  ['preview', previewCommand],
  ['paper', paperCommand],
  ['import', importCommand],
  ['sealing-key', sealingKeyCommand],
  ['open', openCommand],
  ['verify', verifyCommand],
  ['keys', keysCommand],
  ['staff', staffCommand],
  ['partner', partnerCommand],
  ['requests', requestsCommand],
  ['request', requestCommand],
  ['survey', surveyCommand],
  ['audit', auditCommand],
  ['retention', retentionCommand],
  ['backup', backupCommand],
  ['restore', restoreCommand],
  ['move', moveCommand],
]);

/** Runs `taafi` with some arguments; gives the exit code. */
export async function runCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const [name = 'help', ...rest] = args;
  const isHelp = ['help', '--help', '-h'].includes(name);
  if (isHelp || rest.includes('--help') || rest.includes('-h')) {
    terminal.out(helpOf(isHelp ? (rest[0] ?? '') : name));
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
    if (!(error instanceof UsageError || error instanceof CommandError)) throw error;
    const isUsage = error instanceof UsageError;
    terminal.err(
      `taafi: ${error.message}\n${isUsage ? `See: taafi help${commands.has(name) ? ` ${name}` : ''}\n` : ''}`,
    );
    return isUsage ? 2 : 1;
  }
}

function parsed({ options, words }: Command, given: readonly string[]): CommandLine {
  const args = given.map((word) => (isId(word, options) ? MARK + word : word));
  const { tokens } = parseArgs({
    args,
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
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    if (positionals.length < words.least) throw new UsageError(`name ${words.name ?? 'the file'}.`);
    if (positionals.length > words.most)
      throw new UsageError(`what is ${JSON.stringify(positionals[words.most])} for?`);
    // No option here may be given twice.
    return {
      values: values as CommandLine['values'],
      positionals: positionals.map((word) => word.replace(MARK, '')),
    };
  } catch (error) {
    // Only the options are left to be wrong: one without its value, or a value for one that has none.
    throw error instanceof TypeError ? new UsageError(error.message) : error;
  }
}

/** No shell can hand over this character. */
const MARK = '\0';

/** An id of 22 characters may begin with a hyphen, and is no option for that. */
function isId(word: string, options: Command['options']): boolean {
  return /^-[\w-]{21}$/.test(word) && !Object.hasOwn(options, word.slice(2));
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
