import { formatReference } from '../core/reference.js';
import type { PublicKey } from '../evidence/trust.js';
import type { ChainCount, ChainFault, StoredFault } from '../receiver/evidence/chain-check.js';
import { checkChain } from '../receiver/evidence/chain-check.js';
import type { Terminal } from './command.js';
import { CommandError } from './command.js';
import { keptFiles } from './kept-files.js';
import { plainLine } from './plain-text.js';
import { readStored } from './stored-data.js';

/** Faults that are told one by one. */
const MOST_TOLD = 100;

/** `taafi verify --stored`: whether everything that is kept is as it was sealed. Gives the exit code. */
export async function verifyStored(keys: readonly PublicKey[], terminal: Terminal): Promise<number> {
  return readStored(terminal, async (kept, folder) => {
    if (keys.length === 0) {
      throw new CommandError(`there are no public keys in ${folder}. Name their file with --keys.`);
    }
    const found: StoredFault[] = [];
    let faults = 0;
    const checking = checkChain(kept, keptFiles(folder, terminal.environment), keys);
    for (;;) {
      const { done, value } = await checking.next();
      if (done) {
        for (const line of told(value, found, faults)) terminal.out(`${line}\n`);
        return faults === 0 ? 0 : 1;
      }
      faults += value.count ?? 1;
      if (found.length < MOST_TOLD) found.push(value);
    }
  });
}

function* told(
  { records, deleted, destroyed, lastDestroyedAt = '', files, earlier, last }: ChainCount,
  found: readonly StoredFault[],
  faults: number,
): Generator<string> {
  const [first] = found;
  if (first === undefined)
    yield `Whole: ${counted(records, 'record')}, none changed, none missing between them`;
  else yield `NOT whole: ${counted(faults, 'fault')}. The first: ${sentence(first)}`;
  for (const fault of found.slice(1)) yield `  ${sentence(fault)}`;
  if (found.length === MOST_TOLD) yield '  No more are listed.';
  yield `  ${counted(records, 'record')}, ${counted(files, 'file')} compared`;
  yield `  ${counted(deleted, 'request')} deleted since: the record stays`;
  if (destroyed > 0)
    yield `  ${destroyed} of them destroyed when the time was over, the last on ${lastDestroyedAt.slice(0, 10)}: see taafi retention log`;
  if (earlier > 0) yield `  ${counted(earlier, 'request')} from before requests were sealed`;
  if (last !== undefined) yield `  The last record is ${last.sequence}; its digest is ${last.link}`;
}

const reasons: Readonly<Record<Exclude<ChainFault, 'missing' | 'unsealed'>, string>> = {
  unreadable: 'it is no record, or not written as it was sealed',
  place: 'it is that of another place in the chain',
  link: 'it does not name the record before it',
  'unknown-key': 'it is sealed by a key that is none of these',
  'key-not-in-use': 'it is sealed by a key that was not in use then',
  seal: 'it is not what was sealed',
  request: 'form, language or times of the stored request are not those that were sealed',
  definition: 'its form is not kept as it was filled in',
  answers: 'the stored answers are not those that were sealed',
  statement: 'the stored consents are not those that were sealed',
  signature: 'the stored signatures are not those that were sealed',
  file: 'a stored file is not the one that was sealed, or is gone',
};

function sentence({ code, sequence = 0, until = 0, count = 0, reference = '' }: StoredFault): string {
  const request = formatReference(plainLine(reference));
  if (code === 'missing') {
    return until === sequence
      ? `record ${sequence} is missing`
      : `records ${sequence} to ${until} are missing`;
  }
  if (code === 'unsealed') return `${counted(count, 'request')} without a record, such as ${request}`;
  return `record ${sequence} (${request}): ${reasons[code]}`;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
