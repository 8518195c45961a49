import { formatReference } from '../core/reference.js';
import type { AuditFault, FoundAuditFault } from '../receiver/audit/audit-check.js';
import { checkAudit } from '../receiver/audit/audit-check.js';
import { dataDir } from '../receiver/settings.js';
import type { Command, CommandLine, Terminal } from './command.js';
import { CommandError, UsageError } from './command.js';
import { plainLine } from './plain-text.js';
import { readStored } from './stored-data.js';
import { trustedKeys } from './trusted-keys.js';

/** Faults that are told one by one. */
const MOST_TOLD = 100;

/** `taafi audit verify`, or `taafi audit list`: the log of what staff have read and done. */
export const auditCommand: Command = {
  options: { keys: { type: 'string' }, noted: { type: 'string' }, reference: { type: 'string' } },
  words: { least: 1, most: 1, name: 'what to do: verify or list' },
  async run({ values, positionals: [what] }: CommandLine, terminal: Terminal) {
    if (what === 'list') return list(values.reference, terminal);
    if (what !== 'verify') throw new UsageError('taafi audit is followed by verify or list.');
    const noted = notedIn(values.noted);
    const keys = await trustedKeys(typeof values.keys === 'string' ? values.keys : undefined, terminal);
    if (keys.length === 0) {
      throw new CommandError(
        `there are no public keys in ${dataDir(terminal.environment)}. Name their file with --keys.`,
      );
    }
    return readStored(terminal, async (kept) => {
      const found: FoundAuditFault[] = [];
      let faults = 0;
      const checking = checkAudit(kept, keys, noted);
      for (;;) {
        const { done, value } = await checking.next();
        if (!done) {
          faults += 1;
          if (found.length < MOST_TOLD) found.push(value);
          continue;
        }
        const { entries, changes, last } = value;
        terminal.out(
          faults === 0
            ? `Whole: ${entries} entries, none changed, none missing between them\n`
            : `NOT whole: ${faults} faults\n`,
        );
        terminal.out(`  ${changes} changes of requests compared with their entries\n`);
        for (const fault of found) terminal.out(`  ${sentence(fault)}\n`);
        if (faults > found.length) terminal.out('  No more are listed.\n');
        if (last !== undefined) {
          terminal.out(`  The last is entry ${last.sequence}. Note this where nobody can change it:\n`);
          terminal.out(`  --noted ${last.sequence}:${last.sha256}\n`);
        }
        return faults === 0 ? 0 : 1;
      }
    });
  },
};

function notedIn(text: unknown): { sequence: number; sha256: string } | undefined {
  if (text === undefined) return undefined;
  const [, sequence, sha256] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(String(text)) ?? [];
  if (sequence === undefined || sha256 === undefined) {
    throw new UsageError('--noted is what an earlier verify has told: a number, a colon and a digest.');
  }
  return { sequence: Number(sequence), sha256 };
}

const reasons: Readonly<Record<Exclude<AuditFault, 'missing' | 'not-logged' | 'not-as-logged'>, string>> = {
  unreadable: 'it is no entry, or not written as it was',
  place: 'it is that of another place',
  link: 'it does not name the entry before it',
  'unknown-key': 'it is sealed by a key that is none of these',
  'key-not-in-use': 'it is sealed by a key that was not in use then',
  seal: 'it is not what was sealed',
  head: 'it is not the one the log ends with: entries were cut off, or the end was changed',
  noted: 'it is not the one that was noted',
};

function sentence({ code, sequence, until = sequence, reference = '', version }: FoundAuditFault): string {
  const change = `Change ${version} of request ${plainLine(formatReference(reference))}`;
  if (code === 'not-logged')
    return `${change} is in no entry: the log was cut off, or the change was made past it`;
  if (code === 'not-as-logged') return `${change} is not what entry ${sequence} says was done`;
  if (code !== 'missing') return `Entry ${sequence}: ${reasons[code]}`;
  return until === sequence ? `Entry ${sequence} is missing` : `Entries ${sequence} to ${until} are missing`;
}

async function list(reference: unknown, terminal: Terminal): Promise<number> {
  return readStored(terminal, async ({ audit }) => {
    for (let after = 0; ; ) {
      const rows = await audit.after(after, 500);
      for (const { record, sequence } of rows) {
        after = sequence;
        if (
          reference !== undefined &&
          !record.includes(`"reference":"${String(reference).replaceAll(/\D/g, '')}"`)
        )
          continue;
        await terminal.out(`${plainLine(record)}\n`);
      }
      if (rows.length === 0) return 0;
    }
  });
}
