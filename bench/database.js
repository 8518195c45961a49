/**
 * How many support requests one machine stores in a second, each acknowledged after its commit: on the file (SQLite) and on PostgreSQL, with
 * one receiver and with two, one after the other in the same run, round by round in another order.
 *
 *     npm run build && node bench/database.js [--requests 400] [--clients 16] [--rounds 3]
 *
 * The receivers, the database and the clients share the processors of this machine. Nothing leaves it.
 */
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { start } from '../scripts/killable-receiver.js';
import { root } from '../scripts/run-tool.js';
import { median, quantile } from './statistics.js';

const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '400' },
    clients: { type: 'string', default: '16' },
    rounds: { type: 'string', default: '3' },
  },
});
const [wanted, clients, rounds] = [values.requests, values.clients, values.rounds].map(Number);

/** Milliseconds after which nothing new is begun, whatever is left to do. */
const LONGEST = 240_000;

/** @param {string} path */
const json = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'));

/** The support request without its files: those go to a folder, whatever the database is. */
const form = withoutFiles(json('dist/src/packs/taafi/support-request.json'));
const procedure = { ...json('dist/src/packs/taafi/process.json'), id: 'bench', forms: ['bench'] };

/** @param {{ version: string, steps: { fields: { id: string, type: string }[] }[] }} definition */
function withoutFiles(definition) {
  const steps = definition.steps.map((step) => ({
    ...step,
    fields: step.fields.filter(({ type }) => type !== 'file'),
  }));
  return { ...definition, id: 'bench', steps: steps.filter(({ fields }) => fields.length > 0) };
}

/** @returns {Promise<() => string>} makes the body of one request after the other */
async function bodies() {
  const built = (/** @type {string} */ path) => import(join(root, 'dist', path));
  const { canonicalJson } = await built('src/core/canonical-json.js');
  const { catalog, parseDefinition } = await built('src/core/index.js');
  const { validateAnswers } = await built('src/core/validate.js');
  const { answeredFields } = await built('src/core/answered-fields.js');
  const { signedContent } = await built('src/evidence/signed-content.js');
  const sha256 = (/** @type {string} */ text) => createHash('sha256').update(text).digest('hex');
  const files = new Set(
    json('dist/src/packs/taafi/support-request.json')
      .steps.flatMap((/** @type {{ fields: unknown[] }} */ { fields }) => fields)
      .filter((/** @type {{ type: string }} */ { type }) => type === 'file')
      .map((/** @type {{ id: string }} */ { id }) => id),
  );
  const sample = Object.entries(json('test/packs/support-request.answers.json'));
  const sent = Object.fromEntries(sample.filter(([name]) => !files.has(name)));
  const at = new Date().toISOString();
  const { definition } = parseDefinition(form, catalog);
  const { answers, problems } = validateAnswers(definition, sent, catalog, { today: at.slice(0, 10) });
  if (answers === undefined) throw new Error(`The answers do not fit: ${JSON.stringify(problems)}`);
  const given = [...answeredFields(definition, answers)].map(({ field, path }) => ({
    type: field.type,
    path: path.join('.'),
  }));
  const signatures = given
    .filter(({ type }) => type === 'signature')
    .map(({ path }) => ({
      path,
      language: 'ar',
      contentSha256: sha256(canonicalJson(signedContent(definition, answers, catalog))),
      shownAt: at,
      signedAt: at,
    }));
  const consents = given
    .filter(({ type }) => type === 'statement')
    .map(({ path }) => ({ path, language: 'ar', at }));
  const { id, version } = form;
  const reference = { id, version, sha256: sha256(canonicalJson(form)) };
  const body = JSON.stringify({ form: reference, language: 'ar', answers, consents, signatures });
  return () => body;
}

/** @param {string} folder */
function prepare(folder) {
  for (const [name, document] of Object.entries({ forms: form, processes: procedure })) {
    mkdirSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, name, 'bench.json'), JSON.stringify(document));
  }
}

/**
 * Milliseconds that a process has had a processor so far, where the system tells (Linux, in hundredths of a second): steady also on a busy machine.
 * @param {number | undefined} pid
 */
function processorTime(pid) {
  const path = `/proc/${pid}/stat`;
  if (!existsSync(path)) return Number.NaN;
  const fields = readFileSync(path, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** @param {string} path */
const fileSize = (path) => (existsSync(path) ? statSync(path).size : 0);

/**
 * Sends so many requests over so many connections.
 * @param {number[]} ports @param {() => string} bodyOf @param {number} end
 * @returns {Promise<{ perSecond: number, times: number[] }>}
 */
async function load(ports, bodyOf, end) {
  const agent = new Agent({ keepAlive: true });
  /** @type {number[]} */
  const times = [];
  let left = Number(wanted);
  const begin = performance.now();
  const client = async (/** @type {number} */ index) => {
    while (left > 0 && Date.now() < end) {
      left -= 1;
      const from = performance.now();
      await send(Number(ports[index % ports.length]), agent, bodyOf());
      times.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: Number(clients) }, (_, index) => client(index)));
  const perSecond = times.length / ((performance.now() - begin) / 1000);
  agent.destroy();
  return { perSecond, times };
}

/** @param {number} port @param {Agent} agent @param {string} body @returns {Promise<void>} */
function send(port, agent, body) {
  const key = randomBytes(16).toString('base64url');
  const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': `"${key}"` };
  return new Promise((resolve, reject) => {
    const sent = request(
      { port, agent, host: '127.0.0.1', method: 'POST', path: '/api/submissions', headers },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (piece) => {
          text += piece;
        });
        answer.on('end', () =>
          answer.statusCode === 201 ? resolve() : reject(new Error(`${answer.statusCode}: ${text}`)),
        );
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

/** @typedef {{ name: string, receivers: number, on: 'file' | 'postgresql' }} Kind */

/** @type {Kind[]} */
const kinds = [
  { name: 'SQLite, one receiver', receivers: 1, on: 'file' },
  { name: 'PostgreSQL, one receiver', receivers: 1, on: 'postgresql' },
  { name: 'PostgreSQL, two receivers', receivers: 2, on: 'postgresql' },
];

async function main() {
  const { RealPostgreSql, skip } = await import(join(root, 'dist/test/receiver/real-postgresql.js'));
  if (skip) throw new Error(skip);
  const bodyOf = await bodies();
  /** @type {(() => unknown)[]} */
  const ends = [];
  const server = await RealPostgreSql.start({ after: (/** @type {() => unknown} */ end) => ends.push(end) });
  const end = Date.now() + LONGEST;
  /** @type {Map<string, { perSecond: number, times: number[], worked: number }[]>} */
  const measured = new Map(kinds.map(({ name }) => [name, []]));
  /** @type {Map<string, number>} */
  const grown = new Map();
  try {
    for (let round = 0; round < Number(rounds); round += 1) {
      const order = round % 2 === 0 ? kinds : [...kinds].reverse();
      for (const { name, receivers, on } of order) {
        const folder = mkdtempSync(join(tmpdir(), 'taafi-bench-'));
        prepare(folder);
        const url = on === 'postgresql' ? await server.database() : '';
        process.env.TAAFI_DATABASE_URL = url;
        const running = [];
        for (let count = 0; count < receivers; count += 1) running.push(await start(folder));
        const size = async () => {
          if (on === 'file')
            return fileSize(join(folder, 'taafi.db')) + fileSize(join(folder, 'taafi.db-wal'));
          const [row] = await server.query(
            new URL(url).pathname.slice(1),
            'select pg_database_size(current_database()) as size',
          );
          return Number(row.size);
        };
        const before = await size();
        const busy = running.reduce((sum, { child }) => sum + processorTime(child.pid), 0);
        try {
          const result = await load(
            running.map(({ port }) => port),
            bodyOf,
            end,
          );
          const worked = running.reduce((sum, { child }) => sum + processorTime(child.pid), 0) - busy;
          measured.get(name)?.push({ ...result, worked: worked / result.times.length });
          for (const { child, ended } of running) {
            child.kill();
            await ended;
          }
          grown.set(on, ((await size()) - before) / result.times.length);
        } finally {
          for (const { child } of running) child.kill('SIGKILL');
          rmSync(folder, { recursive: true, force: true });
        }
      }
    }
  } finally {
    for (const last of ends) await last();
  }
  const body = Buffer.byteLength(bodyOf());
  console.log(
    `${wanted} requests of ${body} B, ${clients} clients, ${rounds} rounds, ${availableParallelism()} processors\n`,
  );
  console.log(`${''.padEnd(28)}stored/s   p50 ms   p99 ms   processor ms of the receivers`);
  for (const [name, results] of measured) {
    const times = results.flatMap((result) => result.times);
    const figures = [
      median(results.map(({ perSecond }) => perSecond)),
      quantile(times, 0.5),
      quantile(times, 0.99),
      median(results.map(({ worked }) => worked)),
    ];
    console.log(name.padEnd(28) + figures.map((figure) => figure.toFixed(1).padStart(8)).join(' '));
  }
  for (const [on, bytes] of grown)
    console.log(
      `each request takes ${(bytes / 1000).toFixed(1)} kB of ${on === 'file' ? 'the file' : 'PostgreSQL'}`,
    );
}

await main();
