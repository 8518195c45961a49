/**
 * `npm run load`: how many requests a second the receiver takes, each committed before it is answered, beside a bare
 * server of the same framework that only appends what it gets to a file. Both in turn, on this machine alone.
 *
 *     npm run load                  20 seconds for each
 *     npm run load -- --seconds=60  longer
 *     npm run load -- --minutes=30  and then 50 requests a second for so long: whether its memory stays as it is
 *
 * One request is all that the support request of the pack asks for, with its consents and a signature, without files. The
 * exit code is 1 where one was not taken or not stored.
 */
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import Database from 'libsql';
import { answeredFields } from '../dist/src/core/answered-fields.js';
import { canonicalJson } from '../dist/src/core/canonical-json.js';
import { parseDefinition } from '../dist/src/core/index.js';
import { signedContent } from '../dist/src/evidence/signed-content.js';
import { catalog } from '../dist/src/fields/catalog.js';
import { sha256Hex } from '../dist/src/receiver/digest.js';
import { root } from '../scripts/run-tool.js';
import { startProgram } from './program.js';
import { quantile } from './statistics.js';

/** @typedef {import('./program.js').Program} Program */

const { values: options } = parseArgs({
  options: {
    seconds: { type: 'string', default: '20' },
    minutes: { type: 'string', default: '0' },
  },
});
const seconds = Number(options.seconds);
const minutes = Number(options.minutes);

/** Lines that ask without a pause, each for the next as soon as it has its answer. */
const LINES = 16;
/** Requests a second where their number is given. */
const PACE = 50;
const FORM = 'load';

/** @param {string} path */
const json = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'));

/** The pack's form without what needs files. @param {any} part @returns {any} */
function withoutFiles(part) {
  if (Array.isArray(part)) return part.filter((one) => one?.type !== 'file').map((one) => withoutFiles(one));
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, withoutFiles(value)]));
}

const document = { ...withoutFiles(json('src/packs/taafi/support-request.json')), id: FORM };
const process_ = { ...json('src/packs/taafi/process.json'), id: FORM, forms: [FORM] };

/** What one person sends. */
function submission() {
  const { definition, problems } = parseDefinition(document, catalog);
  if (definition === undefined) throw new Error(JSON.stringify(problems));
  const given = json('test/packs/support-request.answers.json');
  const known = new Set(idsIn(document.steps));
  const answers = Object.fromEntries(Object.entries(given).filter(([id]) => known.has(id)));
  const at = new Date().toISOString();
  const consents = [...answeredFields(definition, answers)]
    .filter(({ field }) => field.type === 'statement')
    .map(({ path }) => ({ path: path.join('.'), language: 'ar', at }));
  const contentSha256 = sha256Hex(canonicalJson(signedContent(definition, answers, catalog)));
  const signatures = [{ path: 'signature', language: 'ar', contentSha256, shownAt: at, signedAt: at }];
  const form = { id: FORM, version: document.version, sha256: sha256Hex(canonicalJson(document)) };
  return Buffer.from(JSON.stringify({ form, language: 'ar', answers, consents, signatures }));
}

/** @param {readonly any[]} parts @returns {string[]} */
function idsIn(parts) {
  return parts.flatMap((part) => [
    ...(part.type === undefined ? [] : [part.id]),
    ...idsIn(part.fields ?? []),
  ]);
}

/** @typedef {{ times: number[], seconds: number, refused: number }} Taken */

/** Sends one request. @param {Program} to @param {Agent} agent @param {Buffer} body @returns {Promise<number>} its status */
async function send({ origin }, agent, body) {
  const key = randomBytes(16).toString('base64url');
  for (;;) {
    const status = await attempt(origin, agent, body, key);
    if (status !== undefined) return status;
  }
}

/** Attempts whose connection was closed before the answer. */
let again = 0;

/**
 * One attempt; undefined where its connection was closed before the answer, as one over which nothing has come for long may be
 * while the next request is on its way. The kit sends that again too, under the same key.
 * @param {string} origin @param {Agent} agent @param {Buffer} body @param {string} key
 * @returns {Promise<number | undefined>}
 */
function attempt(origin, agent, body, key) {
  return new Promise((resolve, reject) => {
    const sent = request(
      `${origin}/api/submissions`,
      {
        method: 'POST',
        agent,
        headers: {
          'Content-Type': 'application/json',
          'Content-Length': body.length,
          'Idempotency-Key': `"${key}"`,
        },
      },
      (response) => {
        response.resume();
        response.on('end', () => resolve(response.statusCode ?? 0));
      },
    );
    sent.on('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code !== 'ECONNRESET') return reject(error);
      again += 1;
      resolve(undefined);
    });
    sent.end(body);
  });
}

/**
 * Asks for so long: as fast as it is answered, or so many times a second.
 * @param {Program} to
 * @param {{ seconds: number, pace?: number }} how
 * @param {() => void} [everySecond]
 * @returns {Promise<Taken>}
 */
async function load(to, { seconds, pace }, everySecond = () => undefined) {
  const agent = new Agent({ keepAlive: true, maxSockets: pace === undefined ? LINES : 1_000 });
  const body = submission();
  /** @type {number[]} */
  const times = [];
  let refused = 0;
  const one = async () => {
    const begun = performance.now();
    const status = await send(to, agent, body);
    times.push(performance.now() - begun);
    if (status !== 201) refused += 1;
  };
  const begin = performance.now();
  const isOver = () => performance.now() - begin >= seconds * 1000;
  const ticking = setInterval(everySecond, 1_000);
  if (pace === undefined) {
    const line = async () => {
      while (!isOver()) await one();
    };
    await Promise.all(Array.from({ length: LINES }, line));
  } else {
    const all = [];
    // Whoever comes does not wait for those before him to be done.
    for (let count = 0; count < seconds * pace; count += 1) {
      const wait = begin + (count * 1000) / pace - performance.now();
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
      all.push(one());
    }
    await Promise.all(all);
  }
  clearInterval(ticking);
  agent.destroy();
  return { times, seconds: (performance.now() - begin) / 1000, refused };
}

/** Starts the receiver with the form, in a folder of its own; `stored` counts what is in its database. */
async function receiver() {
  const data = mkdtempSync(join(tmpdir(), 'taafi-load-'));
  for (const [folder, content] of /** @type {const} */ ([
    ['forms', document],
    ['processes', process_],
  ])) {
    mkdirSync(join(data, folder), { recursive: true });
    writeFileSync(join(data, folder, `${FORM}.json`), JSON.stringify(content));
  }
  const program = await startProgram(['dist/src/cli/main.js', 'serve'], {
    PORT: '0',
    HOST: '127.0.0.1',
    TAAFI_DATA: data,
  });
  return {
    program,
    stored() {
      const database = new Database(join(data, 'taafi.db'), { readonly: true });
      const row = /** @type {{ count: number }} */ (
        database.prepare('select count(*) as count from submission').get()
      );
      database.close();
      return row.count;
    },
    async close() {
      await program.close();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/** @param {string} name @param {Taken} taken */
function row(name, { times, seconds, refused }) {
  const [p50, p99] = [quantile(times, 0.5), quantile(times, 0.99)].map((time) => `${time.toFixed(1)} ms`);
  const rate = `${(times.length / seconds).toFixed(0)} / s`;
  return `| ${name.padEnd(52)} | ${rate.padStart(8)} | ${String(p50).padStart(9)} | ${String(p99).padStart(9)} | ${String(refused).padStart(7)} |`;
}

const rows = [
  `| ${'what'.padEnd(52)} | ${'taken'.padStart(8)} | ${'p50'.padStart(9)} | ${'p99'.padStart(9)} | refused |`,
  `|${'-'.repeat(54)}|${'-'.repeat(9)}:|${'-'.repeat(10)}:|${'-'.repeat(10)}:|${'-'.repeat(8)}:|`,
];

for (const [name, isSynced] of /** @type {const} */ ([
  ['bare server that appends to a file', false],
  ['bare server that appends and waits for the disk', true],
])) {
  const folder = mkdtempSync(join(tmpdir(), 'taafi-load-'));
  const bare = await startProgram(['bench/bare-server.js'], {
    FILE: join(folder, 'taken'),
    SYNC: isSynced ? '1' : '',
  });
  rows.push(row(`${name}, ${LINES} lines`, await load(bare, { seconds })));
  await bare.close();
  rmSync(folder, { recursive: true, force: true });
}

const kit = await receiver();
const [fast, paced] = [
  await load(kit.program, { seconds }),
  await load(kit.program, { seconds, pace: PACE }),
];
rows.push(
  row(`receiver, committed, ${LINES} lines`, fast),
  row(`receiver, committed, ${PACE} a second`, paced),
);
let [sent, refused] = [fast.times.length + paced.times.length, fast.refused + paced.refused];
if (minutes > 0) {
  /** @type {number[]} */
  const memory = [];
  const long = await load(kit.program, { seconds: minutes * 60, pace: PACE }, () => {
    memory.push(kit.program.memory());
  });
  sent += long.times.length;
  refused += long.refused;
  rows.push(row(`receiver, ${PACE} a second for ${minutes} minutes`, long));
  const tenth = Math.max(1, Math.floor(memory.length / 10));
  const megabytes = (/** @type {number[]} */ samples) => `${(quantile(samples, 0.5) / 1e6).toFixed(0)} MB`;
  const parts = Array.from({ length: 10 }, (_, part) => memory.slice(part * tenth, (part + 1) * tenth));
  rows.push(
    '',
    `Memory of the receiver in each tenth of that time (median): ${parts.map(megabytes).join(', ')}`,
  );
}
const stored = kit.stored();
await kit.close();
console.log(
  `${rows.join('\n')}\n\n${sent} sent, ${again} of them twice for a closed connection, ${refused} refused, ${stored} stored`,
);
process.exitCode = refused === 0 && stored === sent ? 0 : 1;
