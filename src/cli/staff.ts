import { mkdirSync } from 'node:fs';
import { addDays } from '../core/calendar.js';
import type { ProcessDefinition } from '../core/process/process.js';
import { suggest } from '../core/suggestion.js';
import { AuditTrail } from '../receiver/audit/audit-trail.js';
import { openSigningKeys } from '../receiver/evidence/signing-keys.js';
import { dataDir } from '../receiver/settings.js';
import { newStaffToken, staffTokenDigest } from '../receiver/staff/authentication.js';
import type { Storage } from '../receiver/storage/storage.js';
import { instant, randomName, realWorld, riyadhDay } from '../receiver/world.js';
import type { Command, CommandLine, Terminal } from './command.js';
import { CommandError, UsageError } from './command.js';
import { plainLine } from './plain-text.js';
import { withStorage } from './stored-data.js';

/** What the command line of the receiver's own machine is called in the log. */
const COMMAND = 'command';

/** For how many days a token is good where nothing is said, and at most. */
const USUAL_DAYS = 90;
const MOST_DAYS = 366;

const shown = 'It is shown this once. Whoever has it can do what these roles may.';

/** `taafi staff`: who works with the requests. Where the data are, not over a line: whoever may do this owns them. */
export const staffCommand: Command = {
  options: { name: { type: 'string' }, roles: { type: 'string' }, days: { type: 'string' } },
  words: { least: 1, most: 2, name: 'what to do: add, list, token or remove' },
  async run({ values, positionals: [what, id] }: CommandLine, terminal: Terminal) {
    const folder = dataDir(terminal.environment);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return withStorage(terminal.environment, async (storage) => {
      const keys = await openSigningKeys(folder, realWorld, (await storage.evidence.last())?.record);
      const trail = new AuditTrail(storage.audit, keys, realWorld);
      if (what === 'add' && id === undefined) return await add(values, storage, trail, terminal);
      if (what === 'list' && id === undefined) return await list(storage, terminal);
      if (what === 'token' && id !== undefined) return await replace(id, values, storage, trail, terminal);
      if (what === 'remove' && id !== undefined) return await remove(id, storage, trail, terminal);
      throw new UsageError('taafi staff is followed by add, list, token <id> or remove <id>.');
    });
  },
};

async function add(
  { name, roles: list, days }: CommandLine['values'],
  storage: Storage,
  trail: AuditTrail,
  { out }: Terminal,
): Promise<number> {
  const roles = String(list ?? '')
    .split(',')
    .map((role) => role.trim())
    .filter((role) => role !== '');
  if (typeof name !== 'string' || name.trim() === '') throw new UsageError('name the person with --name.');
  if (roles.length === 0)
    throw new UsageError('say what he is with --roles, such as --roles relationsOfficer.');
  const strange = roles.find((role) => !/^[a-z][A-Za-z0-9]{0,63}$/.test(role) || role === 'applicant');
  if (strange !== undefined) throw new UsageError(`${JSON.stringify(strange)} cannot be a role.`);
  const known = await knownRoles(storage);
  for (const role of roles.filter((one) => known.length > 0 && !known.includes(one))) {
    const { suggestion } = suggest(role, known);
    const meant =
      suggestion === undefined ? `: there are ${known.join(', ')}.` : `; did you mean ${suggestion}?`;
    throw new UsageError(`no process knows the role ${JSON.stringify(role)}${meant}`);
  }
  const until = lastDay(days);
  const id = randomName(realWorld);
  const token = newStaffToken(realWorld, until);
  await storage.staff.add(
    { id, name: name.trim(), roles, createdAt: instant(realWorld) },
    staffTokenDigest(token),
  );
  await trail.write({ by: COMMAND, action: 'staffAdded', details: { staff: id, roles, until } });
  out(
    `${plainLine(name)} is ${id}, with ${roles.join(', ')}. The token, good until ${until}:\n\n  ${token}\n\n${shown}\n`,
  );
  return 0;
}

async function list({ staff }: Storage, { out }: Terminal): Promise<number> {
  const all = await staff.all();
  if (all.length === 0) out('Nobody yet: taafi staff add --name … --roles …\n');
  for (const { id, name, roles, createdAt, removedAt } of all) {
    const until = removedAt === undefined ? '' : `, removed ${removedAt}`;
    out(`${id}  ${plainLine(name)}  ${roles.join(', ')}  since ${createdAt}${until}\n`);
  }
  return 0;
}

async function replace(
  id: string,
  { days }: CommandLine['values'],
  { staff }: Storage,
  trail: AuditTrail,
  { out }: Terminal,
): Promise<number> {
  const until = lastDay(days);
  const token = newStaffToken(realWorld, until);
  if (!(await staff.replaceToken(id, staffTokenDigest(token)))) throw nobody(id);
  await trail.write({ by: COMMAND, action: 'staffToken', details: { staff: id, until } });
  out(`The new token, good until ${until}; the old one opens nothing any more:\n\n  ${token}\n\n${shown}\n`);
  return 0;
}

async function remove(id: string, { staff }: Storage, trail: AuditTrail, { out }: Terminal): Promise<number> {
  if (!(await staff.remove(id, instant(realWorld)))) throw nobody(id);
  await trail.write({ by: COMMAND, action: 'staffRemoved', details: { staff: id } });
  out('Removed: the token opens nothing any more. What was done stays in the log.\n');
  return 0;
}

/** The last day of a token that is made now. @throws UsageError */
function lastDay(days: CommandLine['values'][string]): string {
  const number = /^\d{1,3}$/.test(String(days ?? USUAL_DAYS)) ? Number(days ?? USUAL_DAYS) : Number.NaN;
  if (!(number >= 1 && number <= MOST_DAYS))
    throw new UsageError(
      `--days is a number from 1 to ${MOST_DAYS}; without it a token is good for ${USUAL_DAYS}.`,
    );
  return addDays(riyadhDay(realWorld), number);
}

function nobody(id: string): CommandError {
  return new CommandError(
    `nobody of the id ${JSON.stringify(plainLine(id))} works here: see taafi staff list.`,
  );
}

/** The roles of all processes that a receiver has ever used here; none before its first start. */
async function knownRoles({ processes }: Storage): Promise<readonly string[]> {
  const all = (await processes.all()).map(({ document }) => JSON.parse(document) as ProcessDefinition);
  return [...new Set(all.flatMap(({ roles }) => roles.map(({ id }) => id)))];
}
