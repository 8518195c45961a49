import { existsSync, mkdirSync } from 'node:fs';
import { cleanLine } from '../core/characters.js';
import type { Text } from '../core/text.js';
import { pickText } from '../core/text.js';
import { AuditTrail } from '../receiver/audit/audit-trail.js';
import { openSigningKeys } from '../receiver/evidence/signing-keys.js';
import { dataDir, originsIn } from '../receiver/settings.js';
import type { PartnerStore } from '../receiver/storage/partner-store.js';
import { instant, randomName, realWorld } from '../receiver/world.js';
import type { Command, CommandLine, Terminal } from './command.js';
import { CommandError, UsageError } from './command.js';
import { newPartnerKey } from './partner-key.js';
import { refer, shared } from './partner-refer.js';
import { plainLine } from './plain-text.js';
import { withStorage } from './stored-data.js';
import { writeOut } from './write-out.js';

/** What the command line of the receiver's own machine is called in the log. */
const COMMAND = 'command';

/**
 * `taafi partner`: which organisations may refer people, kept where the data are; and what such an organisation does with
 * its key, anywhere.
 */
export const partnerCommand: Command = {
  options: {
    name: { type: 'string' },
    'name-en': { type: 'string' },
    origins: { type: 'string' },
    'key-out': { type: 'string' },
    'public-key': { type: 'string' },
    key: { type: 'string' },
    form: { type: 'string' },
    answers: { type: 'string' },
    lasts: { type: 'string' },
  },
  words: { least: 1, most: 2, name: 'what to do: add, list, origins, remove, refer or shared' },
  async run({ values, positionals: [what, id] }: CommandLine, terminal: Terminal) {
    if (what === 'refer' && id === undefined) return refer(values, terminal);
    if (what === 'shared' && id === undefined) return shared(values, terminal);
    const folder = dataDir(terminal.environment);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return withStorage(terminal.environment, async (storage) => {
      const keys = await openSigningKeys(folder, realWorld, (await storage.evidence.last())?.record);
      const office = { store: storage.partners, trail: new AuditTrail(storage.audit, keys, realWorld) };
      if (what === 'add' && id === undefined) return add(values, office, terminal);
      if (what === 'list' && id === undefined) return list(office, terminal);
      if (what === 'origins' && id !== undefined) return setOrigins(id, values, office, terminal);
      if (what === 'remove' && id !== undefined) return remove(id, office, terminal);
      throw new UsageError(
        'taafi partner is followed by add, list, origins <id>, remove <id>, refer or shared.',
      );
    });
  },
};

/** Where partners are kept, and the log of who changed that. */
interface Office {
  readonly store: PartnerStore;
  readonly trail: AuditTrail;
}

async function add(
  values: CommandLine['values'],
  { store, trail }: Office,
  terminal: Terminal,
): Promise<number> {
  const { 'key-out': keyFile, 'public-key': given } = values;
  const [name, origins] = [nameIn(values), wantedOrigins(values)];
  if ((typeof keyFile === 'string') === (typeof given === 'string'))
    throw new UsageError('say where its key goes with --key-out, or give its own with --public-key.');
  if (typeof given === 'string' && !isPublicKey(given))
    throw new UsageError('--public-key is the x of an Ed25519 key: 32 bytes as 43 characters of base64url.');
  if (typeof keyFile === 'string' && existsSync(keyFile))
    throw new CommandError(`${plainLine(keyFile)} is there already, and may be the key of somebody else.`);
  const id = newId();
  const key = newPartnerKey(id);
  // The key is there before the partner is: one that nobody can use would stay in the list.
  if (typeof keyFile === 'string') await writeOut(onePiece(JSON.stringify(key)), keyFile, terminal);
  const publicKey = typeof given === 'string' ? given : key.x;
  await store.add({ id, name, origins, publicKey, createdAt: instant(realWorld) });
  await trail.write({ by: COMMAND, action: 'partnerAdded', details: { partner: id, origins } });
  await terminal.out(
    `${plainLine(pickText(name, 'ar'))} is ${id}, and may refer from ${origins.join(', ')}.\n`,
  );
  if (typeof keyFile === 'string')
    await terminal.out(
      `Hand ${plainLine(keyFile)} over by a safe way and delete it here: whoever has it can refer in this name.\n`,
    );
  return 0;
}

async function list({ store }: Office, { out }: Terminal): Promise<number> {
  const all = await store.all();
  if (all.length === 0) await out('None yet: taafi partner add --name … --origins … --key-out …\n');
  for (const { id, name, origins, createdAt, removedAt } of all) {
    const until = removedAt === undefined ? '' : `, removed ${removedAt}`;
    await out(
      `${id}  ${plainLine(pickText(name, 'ar'))}  ${origins.join(', ')}  since ${createdAt}${until}\n`,
    );
  }
  return 0;
}

async function setOrigins(
  id: string,
  values: CommandLine['values'],
  { store, trail }: Office,
  { out }: Terminal,
): Promise<number> {
  const origins = wantedOrigins(values);
  if (!(await store.setOrigins(id, origins))) throw none(id);
  await trail.write({ by: COMMAND, action: 'partnerOrigins', details: { partner: id, origins } });
  await out(`From now on it may refer from ${origins.join(', ')}.\n`);
  return 0;
}

async function remove(id: string, { store, trail }: Office, { out }: Terminal): Promise<number> {
  if (!(await store.remove(id, instant(realWorld)))) throw none(id);
  await trail.write({ by: COMMAND, action: 'partnerRemoved', details: { partner: id } });
  await out('Removed: its referrals open no more, and it is told nothing more. Requests stay.\n');
  return 0;
}

/** A command takes what begins with a hyphen for an option. */
function newId(): string {
  for (;;) {
    const id = randomName(realWorld);
    if (!id.startsWith('-')) return id;
  }
}

function nameIn({ name, 'name-en': english }: CommandLine['values']): Text {
  if (typeof name !== 'string' || name.trim() === '')
    throw new UsageError('name it with --name, as people will read it.');
  if (name.length > 120 || String(english ?? '').length > 120)
    throw new UsageError('a name has 120 characters at most.');
  // People read it in the middle of sentences: nothing in it may turn these round or break them.
  const unfit = [name, String(english ?? '')].find((text) => text.trim() !== cleanLine(text));
  if (unfit !== undefined)
    throw new UsageError('a name is one line of letters, without signs that cannot be seen.');
  const own = name.trim();
  return typeof english === 'string' && english.trim() !== '' ? { ar: own, en: english.trim() } : { ar: own };
}

function wantedOrigins({ origins: given }: CommandLine['values']): readonly string[] {
  const errors: string[] = [];
  const origins = originsIn('--origins', String(given ?? ''), errors);
  const isHere = /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;
  const open = origins.find((origin) => !origin.startsWith('https://') && !isHere.test(origin));
  if (open !== undefined)
    errors.push(`--origins must be https, or on this machine: ${JSON.stringify(open)} could be anybody’s.`);
  if (errors[0] !== undefined) throw new UsageError(errors[0]);
  if (origins.length === 0)
    throw new UsageError('say with --origins from which sites it refers, as https://example.org.');
  return origins;
}

function isPublicKey(text: string): boolean {
  const bytes = Buffer.from(text, 'base64url');
  return bytes.length === 32 && bytes.toString('base64url') === text;
}

async function* onePiece(text: string): AsyncGenerator<string> {
  yield `${text}\n`;
}

function none(id: string): CommandError {
  return new CommandError(`no partner has the id ${JSON.stringify(plainLine(id))}: see taafi partner list.`);
}
