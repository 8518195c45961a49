/**
 * Proves that what `taafi serve` acknowledged is stored once, whatever happens to it: again and again it is sent a
 * thousand submissions at once and killed in the middle, restarted, and sent the rest under the same keys. What
 * `taafi export` then gives is compared with every acknowledgement, and `taafi verify --stored` must find the chain whole.
 *
 * `node scripts/crash-test.js [--rounds 10] [--submissions 1000]`
 */
import { createHash, randomBytes, randomInt } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { CrashTestError, exported, start, verified } from './killable-receiver.js';
import { root } from './run-tool.js';

/** Milliseconds after which something is hanging. */
const LONGEST = 600_000;

const form = {
  id: 'crash',
  version: '1.0.0',
  languages: ['en'],
  title: 'Crash test',
  steps: [
    { id: 'only', title: 'Only', fields: [{ id: 'marker', type: 'text', required: true, label: 'Marker' }] },
  ],
};

/**
 * One submission: its marker tells it apart in the export, `references` is every number it was ever answered with.
 * @typedef {{ marker: string, key: string, body: string, references: Set<string> }} Submission
 */

/**
 * Sends a submission once. Gives its reference, or nothing where no receipt came.
 * @param {number} port
 * @param {Agent} agent
 * @param {Submission} submission
 * @returns {Promise<string | undefined>}
 */
function send(port, agent, { key, body }) {
  return new Promise((resolve, reject) => {
    const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': `"${key}"` };
    const sent = request(
      { port, agent, host: '127.0.0.1', method: 'POST', path: '/api/submissions', headers },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (piece) => {
          text += piece;
        });
        answer.on('error', () => resolve(undefined));
        answer.on('end', () => {
          // A receipt that was cut off is none.
          if (answer.statusCode === 201 && answer.complete) resolve(JSON.parse(text).reference);
          else if (answer.statusCode === 503 || !answer.complete) resolve(undefined);
          else reject(new CrashTestError(`Refused with ${answer.statusCode}: ${text}`));
        });
      },
    );
    sent.on('error', () => resolve(undefined));
    sent.end(body);
  });
}

/**
 * Sends all at once. `told` hears how many have been acknowledged so far.
 * @param {number} port
 * @param {Submission[]} submissions
 * @param {(count: number) => void} [told]
 */
async function sendAll(port, submissions, told = () => undefined) {
  const agent = new Agent({ keepAlive: true });
  let count = 0;
  const one = async (/** @type {Submission} */ submission) => {
    const reference = await send(port, agent, submission);
    if (reference === undefined) return;
    submission.references.add(reference);
    count += 1;
    told(count);
  };
  await Promise.all(submissions.map(one));
  agent.destroy();
  return count;
}

/**
 * What is wrong with the rows: acknowledgements without a row, and submissions with two rows or two numbers.
 * @param {Map<string, string[]>} rows
 * @param {Submission[]} submissions
 */
function faults(rows, submissions) {
  const lost = submissions.filter(({ marker, references }) =>
    [...references].some((number) => !rows.get(marker)?.includes(number)),
  );
  const doubled = submissions.filter(
    ({ marker, references }) => (rows.get(marker)?.length ?? 0) > 1 || references.size > 1,
  );
  return { lost: lost.length, doubled: doubled.length };
}

/** @param {number} round @param {number} count @param {string} sha256 @returns {Submission[]} */
function newSubmissions(round, count, sha256) {
  return Array.from({ length: count }, (_, index) => {
    const marker = `round ${round} submission ${index}`;
    const body = {
      form: { id: form.id, version: form.version, sha256 },
      language: 'en',
      answers: { marker },
      consents: [],
    };
    return {
      marker,
      key: randomBytes(16).toString('base64url'),
      body: JSON.stringify(body),
      references: new Set(),
    };
  });
}

/**
 * One round: send, kill, look, restart, send the rest.
 * @param {string} folder
 * @param {Submission[]} submissions of this round
 * @param {Submission[]} all those of earlier rounds too
 */
async function playRound(folder, submissions, all) {
  const before = await start(folder);
  const killAt = randomInt(submissions.length);
  const begin = performance.now();
  let killed = 0;
  const kill = () => {
    killed = Math.round(performance.now() - begin);
    before.child.kill('SIGKILL');
  };
  // Also in the middle of a commit, and not only when an answer has just been sent.
  const told = (/** @type {number} */ count) => {
    if (count === Math.max(1, killAt)) setTimeout(kill, Math.random() * 5);
  };
  const acknowledged = await sendAll(before.port, submissions, told);
  await before.ended;
  const onDisk = await exported(folder);
  const afterKill = faults(onDisk, all);
  const rest = submissions.filter(({ references }) => references.size === 0);
  const storedUnheard = rest.filter(({ marker }) => onDisk.has(marker)).length;
  const after = await start(folder);
  // Some that were acknowledged are sent again too: they must get the number they have.
  const again = submissions.filter(({ references }) => references.size > 0).slice(0, 50);
  for (
    let left = [...rest, ...again];
    left.length > 0;
    left = left.filter(({ references }) => references.size === 0)
  ) {
    await sendAll(after.port, left);
  }
  after.child.kill('SIGTERM');
  await after.ended;
  return {
    acknowledged,
    killed,
    storedUnheard,
    sentAgain: rest.length,
    restart: after.milliseconds,
    afterKill,
  };
}

/** @param {(string | number)[][]} rows the first being the head */
function table(rows) {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => String(row[column]).length)),
  );
  return rows
    .map((row) => row.map((cell, column) => String(cell).padStart(widths[column] ?? 0)).join('  '))
    .join('\n');
}

async function run() {
  const { values } = parseArgs({
    options: { rounds: { type: 'string', default: '10' }, submissions: { type: 'string', default: '1000' } },
  });
  const [rounds, count] = [Number(values.rounds), Number(values.submissions)];
  const folder = mkdtempSync(join(tmpdir(), 'taafi-crash-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, 'forms'));
  writeFileSync(join(folder, 'forms/crash.json'), JSON.stringify(form));
  const { canonicalJson } = await import(pathToFileURL(join(root, 'dist/src/core/canonical-json.js')).href);
  const sha256 = createHash('sha256').update(canonicalJson(form)).digest('hex');
  const begin = performance.now();
  /** @type {Submission[]} */
  const all = [];
  /** @type {(string | number)[][]} */
  const lines = [
    [
      'round',
      'acknowledged',
      'killed at ms',
      'stored unheard',
      'sent again',
      'restart ms',
      'lost',
      'doubled',
    ],
  ];
  for (let round = 1; round <= rounds; round++) {
    const submissions = newSubmissions(round, count, sha256);
    all.push(...submissions);
    const { acknowledged, killed, storedUnheard, sentAgain, restart, afterKill } = await playRound(
      folder,
      submissions,
      all,
    );
    lines.push([
      round,
      acknowledged,
      killed,
      storedUnheard,
      sentAgain,
      restart,
      afterKill.lost,
      afterKill.doubled,
    ]);
  }
  const rows = await exported(folder);
  const end = faults(rows, all);
  const missing = all.filter(({ marker }) => !rows.has(marker)).length;
  const strangers = rows.size - all.length + missing;
  console.log(table(lines));
  console.log(
    `\n${all.length} submissions under as many keys, ${rounds} kills, ${((performance.now() - begin) / 1000).toFixed(1)} s.` +
      `\nIn the end ${rows.size} requests are stored: ${end.lost + missing} lost, ${end.doubled} doubled, ${strangers} that nobody sent.`,
  );
  console.log(await verified(folder));
  const perfect = lines.slice(1).every((line) => line.at(-1) === 0 && line.at(-2) === 0);
  return perfect && end.lost + missing + end.doubled + strangers === 0;
}

const timer = setTimeout(() => {
  console.error(`The crash test did not end within ${LONGEST / 1000} seconds.`);
  process.exit(1);
}, LONGEST);
try {
  process.exitCode = (await run()) ? 0 : 1;
} catch (error) {
  if (!(error instanceof CrashTestError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
} finally {
  clearTimeout(timer);
}
