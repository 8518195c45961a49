import { randomInt } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import Database from 'libsql';
import { referenceFrom } from '../../dist/src/core/reference.js';
import { openLinkSecret } from '../../dist/src/receiver/link-secret.js';
import { createReceiver } from '../../dist/src/receiver/receiver.js';
import { newStaffToken, staffTokenDigest } from '../../dist/src/receiver/staff/authentication.js';
import { placeIn } from '../../dist/src/receiver/storage/sealed-columns.js';
import { openStorage } from '../../dist/src/receiver/storage/storage.js';
import { TrackingTokens } from '../../dist/src/receiver/tracking/tracking-tokens.js';
import { openKeyring } from '../../dist/src/receiver/vault/keyring.js';
import { masterKeySource } from '../../dist/src/receiver/vault/master-key-source.js';
import { realWorld } from '../../dist/src/receiver/world.js';
import { root } from '../../scripts/run-tool.js';
import { quantile } from '../statistics.js';

/** @typedef {import('../bench.js').Figure} Figure */
/** @typedef {{ origin: string, token: string, sample: Opened[], close(): Promise<void> }} Filled */
/** @typedef {{ reference: string, token: string, session: string }} Opened */

/** @param {string} path */
const json = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'));

const pack = {
  process: json('dist/src/packs/taafi/process.json'),
  answers: json('test/packs/support-request.answers.json'),
};

const FEW = 1_000;
const MANY = 100_000;
/** Calls of a kind in a run, of which the slowest twentieth is the figure. */
const CALLS = 100;
const states = [
  'submitted',
  'dataVerification',
  'returned',
  'underCommittee',
  'accepted',
  'rejected',
  'withdrawn',
];

/** @type {Figure} */
export const requests = {
  name: 'requests',
  what: `p95 of following and of listing requests, with ${MANY.toLocaleString('en')} stored against ${FEW.toLocaleString('en')}`,
  async measure(bench) {
    const many = await filled(MANY);
    const few = await filled(FEW);
    try {
      const rows = [];
      for (const { figure, call } of calls) {
        /** @type {{ kit: number[], plain: number[] }} */
        const samples = { kit: [], plain: [] };
        // The first run is not counted: statements are prepared, pages come into memory.
        for (let run = -1; run < bench.runs; run += 1) {
          for (const [side, from] of /** @type {const} */ ([
            ['kit', many],
            ['plain', few],
          ])) {
            const times = [];
            for (let count = 0; count < CALLS; count += 1) times.push(await timeOf(call, from));
            if (run >= 0) samples[side].push(quantile(times, 0.95));
          }
        }
        rows.push({ figure: `${figure}, p95`, unit: /** @type {const} */ ('ms'), ...samples, target: 2 });
      }
      return rows;
    } finally {
      await many.close();
      await few.close();
    }
  },
};

/** @type {{ figure: string, call: (from: Filled) => Promise<Response> }[]} */
const calls = [
  {
    figure: 'a request is opened by its link',
    call: ({ origin, sample }) => {
      const { reference, token } = oneOf(sample);
      return fetch(`${origin}/api/track`, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          'X-Forwarded-For': `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}`,
        },
        body: JSON.stringify({ reference, token }),
      });
    },
  },
  {
    figure: 'a request is looked at again',
    call: ({ origin, sample }) =>
      fetch(`${origin}/api/track`, { headers: { Authorization: `Bearer ${oneOf(sample).session}` } }),
  },
  { figure: 'the first 50 requests are listed', call: (from) => listed(from, '') },
  { figure: 'the first 50 in a state', call: (from) => listed(from, 'state=underCommittee') },
  { figure: '50 in the middle of the list', call: (from) => listed(from, `after=${middle}`) },
];

const middle = Buffer.from('2026-06-01T00:00:00.000Z 00000000000000').toString('base64url');

/** @param {Filled} from @param {string} query */
const listed = ({ origin, token }, query) =>
  fetch(`${origin}/api/staff/requests?${query}`, { headers: { Authorization: `Bearer ${token}` } });

/** @param {(from: Filled) => Promise<Response>} call @param {Filled} from */
async function timeOf(call, from) {
  const begin = performance.now();
  const response = await call(from);
  const text = await response.text();
  if (!response.ok) throw new Error(`${response.status}: ${text}`);
  return performance.now() - begin;
}

/** @param {readonly Opened[]} sample @returns {Opened} */
function oneOf(sample) {
  return /** @type {Opened} */ (sample[randomInt(sample.length)]);
}

/** A receiver that keeps so many requests. @param {number} count @returns {Promise<Filled>} */
async function filled(count) {
  const folder = mkdtempSync(join(tmpdir(), 'taafi-bench-'));
  const quiet = { print: () => undefined };
  const options = { dataDir: folder, trustProxy: true, ...quiet };
  // Makes the tables, and remembers the forms and the process of the pack.
  await (await createReceiver(options)).close();
  const references = await fill(join(folder, 'taafi.db'), count);
  const storage = await openStorage(join(folder, 'taafi.db'));
  const token = newStaffToken(realWorld, '2099-12-31');
  const createdAt = new Date().toISOString();
  await storage.staff.add(
    { id: 'bench', name: 'Bench', roles: ['relationsOfficer'], createdAt },
    staffTokenDigest(token),
  );
  await storage.close();
  const app = await createReceiver(options);
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = /** @type {import('node:net').AddressInfo} */ (app.server.address());
  const tokens = new TrackingTokens(await openLinkSecret(folder), realWorld);
  const sample = Array.from({ length: 200 }, () => {
    const { reference, receivedAt } = /** @type {Stored} */ (references[randomInt(references.length)]);
    const { token: link } = tokens.linkOf(reference, receivedAt, pack.process);
    return { reference, token: link, session: tokens.begin(reference).session };
  });
  return {
    origin: `http://127.0.0.1:${port}`,
    token,
    sample,
    async close() {
      await app.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** @typedef {{ reference: string, receivedAt: string }} Stored */

/** Writes requests straight into the tables, spread over a year. @param {string} file @param {number} count @returns {Promise<Stored[]>} */
export async function fill(file, count) {
  const keyring = await openKeyring(masterKeySource(dirname(file), {}), false);
  const database = new Database(file);
  const definition = /** @type {{ sha256: string }} */ (
    database.prepare("select sha256 from definition where form_id = 'support-request'").get()
  );
  const { sha256 } = /** @type {{ sha256: string }} */ (database.prepare('select sha256 from process').get());
  const answers = JSON.stringify(pack.answers);
  const submission = database.prepare('insert into submission values (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const handling = database.prepare('insert into handling values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const event = database.prepare('insert into event values (?, ?, ?, ?, ?)');
  const start = Date.parse('2026-01-01T00:00:00.000Z');
  const year = 320 * 24 * 3_600_000;
  /** @type {Stored[]} */
  const stored = [];
  database.exec('begin');
  for (let index = 0; index < count; index += 1) {
    const reference = referenceFrom(String(randomInt(281_474_976_710_655) % 1e12).padStart(12, '0'));
    const receivedAt = new Date(start + Math.floor((year * index) / count)).toISOString();
    const state = states[index % states.length];
    submission.run(
      reference,
      'support-request',
      '1.1.0',
      definition.sha256,
      'ar',
      keyring.seal(placeIn('submission', reference), answers),
      '',
      '2026-12-06',
      receivedAt,
    );
    handling.run(
      reference,
      'support-request',
      sha256,
      1,
      state,
      0,
      '2026-12-06',
      0,
      0,
      0,
      '[]',
      receivedAt,
      receivedAt,
    );
    const happening = keyring.seal(placeIn('event', reference, 1), '{"kind":"received"}');
    event.run(reference, 1, receivedAt, 'applicant', happening);
    stored.push({ reference, receivedAt });
  }
  database.exec('commit');
  database.close();
  return stored;
}
