import { formatReference } from '../core/reference.js';
import { dayOf } from '../receiver/world.js';
import type { Command, CommandLine, Terminal } from './command.js';
import { UsageError } from './command.js';
import { plainLine } from './plain-text.js';
import type { Answered } from './staff-line.js';
import { StaffLine } from './staff-line.js';

/** `taafi requests`: the requests that are being handled, the oldest first; ended ones where they are asked for. */
export const requestsCommand: Command = {
  options: {
    state: { type: 'string' },
    form: { type: 'string' },
    open: { type: 'string' },
    ended: { type: 'string' },
    most: { type: 'string' },
  },
  words: { least: 0, most: 0 },
  async run({ values }: CommandLine, terminal: Terminal) {
    const { most: wanted = '50', ended = 'no', ...others } = values;
    const filter = { ...others, ...(ended !== 'all' && { ended }) };
    if (!/^\d{1,6}$/.test(String(wanted)) || Number(wanted) < 1) throw new UsageError('--most is a number.');
    const line = new StaffLine(terminal);
    let left = Number(wanted);
    let after: unknown;
    do {
      const query = new URLSearchParams({
        ...(filter as Record<string, string>),
        most: String(Math.min(200, left)),
      });
      if (after !== undefined) query.set('after', String(after));
      const page = await line.get(`requests?${query}`);
      const rows = page.requests as readonly Answered[];
      for (const row of rows) await terminal.out(`${told(row)}\n`);
      left -= rows.length;
      after = page.next;
    } while (after !== undefined && left > 0);
    return 0;
  },
};

function told(row: Answered): string {
  const { reference, receivedAt, state, notBefore, openItems, openQuestions, openRights, suspicion } = row;
  const waiting = [
    Number(openItems) > 0 ? `${openItems} missing` : '',
    Number(openQuestions) > 0 ? `${openQuestions} to answer` : '',
    Number(openRights) > 0 ? `${openRights} about data` : '',
    notBefore === undefined ? '' : `not before ${notBefore}`,
    suspicion === undefined ? '' : `perhaps no person: ${String(suspicion)}`,
  ].filter((part) => part !== '');
  const parts = [formatReference(String(reference)), dayOf(String(receivedAt)), String(state), ...waiting];
  return plainLine(parts.join('  '));
}
