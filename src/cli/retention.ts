import { formatReference, isReference } from '../core/reference.js';
import { AuditTrail } from '../receiver/audit/audit-trail.js';
import { openSigningKeys } from '../receiver/evidence/signing-keys.js';
import { Retention } from '../receiver/retention/retention.js';
import type { RetentionRules } from '../receiver/retention/retention-rules.js';
import { RETENTION_FILE, retentionRules, ruleText } from '../receiver/retention/retention-rules.js';
import type { Storage } from '../receiver/storage/storage.js';
import { realWorld } from '../receiver/world.js';
import type { Command, CommandLine, Terminal } from './command.js';
import { CommandError, UsageError } from './command.js';
import { plainLine } from './plain-text.js';
import { changeStored } from './stored-data.js';

/** Rows of each form that `--dry-run` lists. */
const MOST_LISTED = 1_000;

/** `taafi retention`: what has been kept long enough is destroyed, as the receiver does by itself every day. */
export const retentionCommand: Command = {
  options: { 'dry-run': { type: 'boolean' } },
  words: { least: 0, most: 2 },
  async run({ values, positionals: [what, given = ''] }: CommandLine, terminal: Terminal) {
    const isHolding = what === 'hold' || what === 'release';
    if (what !== undefined && what !== 'log' && !isHolding)
      throw new UsageError(
        'taafi retention stands alone, or before log, hold <reference> or release <reference>.',
      );
    const reference = given.replaceAll(/\D/g, '');
    if (isHolding && !isReference(reference)) throw new UsageError('name the reference of the request.');
    return changeStored(terminal, async (storage, folder) => {
      if (what === 'log') return log(storage, terminal);
      const keys = await openSigningKeys(folder, realWorld, (await storage.evidence.last())?.record);
      const trail = new AuditTrail(storage.audit, keys, realWorld);
      const retention = new Retention(storage.retention, folder, trail, realWorld, 'command');
      if (what === 'hold') return hold(reference, retention, terminal);
      if (what === 'release') return release(reference, retention, terminal);
      const rules = await rulesIn(folder);
      await tellUnruled(rules, storage, terminal);
      return values['dry-run'] === true
        ? list(rules, retention, terminal)
        : destroy(rules, retention, terminal);
    });
  },
};

async function rulesIn(folder: string): Promise<RetentionRules> {
  try {
    return await retentionRules(folder);
  } catch (error) {
    throw new CommandError((error as Error).message);
  }
}

/** Forms of which requests are here that are kept for ever. */
async function tellUnruled({ requests }: RetentionRules, { definitions }: Storage, { err }: Terminal) {
  const used = [...new Set((await definitions.used()).map(({ formId }) => formId))];
  const unruled = used.filter((form) => requests[form] === undefined);
  if (unruled.length > 0)
    err(`taafi: no rule in ${RETENTION_FILE} says how long requests are kept of: ${unruled.join(', ')}\n`);
}

async function list(rules: RetentionRules, retention: Retention, { out }: Terminal): Promise<number> {
  const due = await retention.due(rules, MOST_LISTED);
  for (const { what, name, form, since, rule } of due)
    await out(`${told(what, name, form)}  since ${since.slice(0, 10)}  ${ruleText(rule)}\n`);
  await out(due.length === 0 ? 'Nothing would be destroyed.\n' : `${due.length} would be destroyed.\n`);
  return 0;
}

async function destroy(rules: RetentionRules, retention: Retention, { out }: Terminal): Promise<number> {
  const gone = await retention.run(rules);
  for (const { what, name, form, rule } of gone) await out(`${told(what, name, form)}  ${rule}\n`);
  await out(gone.length === 0 ? 'Nothing was to be destroyed.\n' : `${gone.length} destroyed.\n`);
  return 0;
}

async function log({ retention }: Storage, { out }: Terminal): Promise<number> {
  for (const { reference, since } of await retention.holds())
    await out(`${formatReference(reference)}  held since ${since}\n`);
  for (const { what, name, form, rule, destroyedAt } of await retention.log())
    await out(`${told(what, name, form)}  destroyed ${destroyedAt}  ${rule}\n`);
  return 0;
}

async function hold(reference: string, retention: Retention, { out }: Terminal): Promise<number> {
  if (!(await retention.hold(reference)))
    throw new CommandError(`${formatReference(reference)} is not here, or is held already.`);
  out(`${formatReference(reference)} is kept until it is released, whatever the rules say.\n`);
  return 0;
}

async function release(reference: string, retention: Retention, { out }: Terminal): Promise<number> {
  if (!(await retention.release(reference)))
    throw new CommandError(`${formatReference(reference)} was not held.`);
  out(`${formatReference(reference)} is released: the rules hold for it again.\n`);
  return 0;
}

function told(what: string, name: string, form: string): string {
  return plainLine(`${what === 'request' ? formatReference(name) : `question ${name}`}  ${form}`);
}
