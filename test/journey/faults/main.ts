/**
 * `npm run faults`: everything that goes wrong between a person's page and the receiver, each so many times, with a real
 * browser, a real receiver in a process of its own and a real database; then the table of what has become of the requests.
 *
 *     npm run faults                                  every fault 3 times
 *     npm run faults -- --runs=100                    each 100 times
 *     npm run faults -- --receivers=2 --postgresql    two processes on one PostgreSQL; each request goes to either
 *     npm run faults -- --only=killed,2G              those whose name has one of the words
 *     npm run faults -- --seed=1a2b3c4d --run=17      one run again, with what was drawn for it
 *     npm run faults -- --at-once=6                   runs at the same time; 4 unless told
 *
 * The exit code is 1 where one request was lost, doubled, damaged or called sent too early, or has not arrived in the end.
 */
import { randomBytes } from 'node:crypto';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { skip } from '../../receiver/real-postgresql.js';
import { Campaign, missing } from './campaign.js';
import { faults } from './faults.js';
import { runInNamespace } from './small-disk.js';
import { findingsOf, tableOf } from './table.js';
import type { Row } from './tally.js';
import { isClean } from './tally.js';

/** Milliseconds that all may take for each run, before this is ended as hanging. */
const LONGEST = 30_000;

const { values: options } = parseArgs({
  options: {
    runs: { type: 'string', default: '3' },
    run: { type: 'string' },
    receivers: { type: 'string', default: '1' },
    postgresql: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    'at-once': { type: 'string', default: '4' },
    seed: { type: 'string', default: randomBytes(4).toString('hex') },
  },
});

function number(name: 'runs' | 'receivers' | 'at-once' | 'run', text = ''): number {
  if (!/^[1-9]\d{0,4}$/.test(text))
    throw new Error(`--${name} must be a number from 1 on, not ${JSON.stringify(text)}`);
  return Number(text);
}

async function main(): Promise<boolean> {
  const count = number('runs', options.runs);
  const conditions = {
    seed: options.seed,
    runs:
      options.run === undefined
        ? Array.from({ length: count }, (_, index) => index + 1)
        : [number('run', options.run)],
    atOnce: number('at-once', options['at-once']),
    receivers: number('receivers', options.receivers),
    postgresql: options.postgresql,
  };
  if (conditions.postgresql && skip) throw new Error(skip);
  if (conditions.receivers > 1 && !conditions.postgresql)
    throw new Error('Several receivers need --postgresql.');
  const words = options.only.split(',');
  const chosen = faults.filter(({ name }) => words.some((word) => name.includes(word)));
  if (chosen.length === 0)
    throw new Error(
      `No fault has ${JSON.stringify(options.only)} in its name: ${faults.map(({ name }) => name).join('; ')}`,
    );
  const played = chosen.filter((fault) => missing(fault, conditions) === undefined);
  const begin = performance.now();
  const since = () => `${Math.round((performance.now() - begin) / 1000)} s`;
  console.log(
    `Seed ${conditions.seed}, ${conditions.receivers} ${conditions.receivers === 1 ? 'receiver' : 'receivers'} on ${conditions.postgresql ? 'PostgreSQL' : 'SQLite'}, ${cpus().length} processors, Node ${process.version}`,
  );
  const timer = setTimeout(
    () => {
      console.error('It does not come to an end.');
      process.exit(1);
    },
    120_000 + LONGEST * conditions.runs.length * played.length,
  );
  const campaign = new Campaign(conditions);
  process.once('exit', () => campaign.endNow());
  const rows: Row[] = [];
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      console.log(`\nBroken off. So far:\n\n${tableOf(rows)}`);
      setTimeout(() => process.exit(130), 10_000).unref();
      void campaign.end().finally(() => process.exit(130));
    });
  try {
    await campaign.start();
    for (const fault of played) {
      const row = await campaign.play(fault);
      rows.push(row);
      console.log(
        `${since()}  ${isClean(row) ? 'ok ' : 'BAD'} ${fault.name}${isClean(row) ? '' : `\n${findingsOf([row])}`}`,
      );
    }
  } finally {
    await campaign.end();
    clearTimeout(timer);
  }
  for (const fault of chosen)
    if (!played.includes(fault)) console.log(`Left out: ${fault.name} (${missing(fault, conditions)})`);
  console.log(`\n${tableOf(rows)}\n`);
  const found = findingsOf(rows);
  console.log(
    found === '' ? `Nothing lost, nothing doubled, nothing called sent too early. ${since()}` : found,
  );
  return rows.every(isClean);
}

// PostgreSQL needs a user of its own beside root, of which such a namespace has none.
const inside = options.postgresql ? undefined : await runInNamespace();
// Not when nothing is left to do: a connection to a database that was ended at once may hang for long.
process.exit(inside ?? ((await main()) ? 0 : 1));
