import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { ProcessDefinition } from '../../src/core/process/process.js';
import type { ReceiverOptions } from '../../src/receiver/receiver.js';
import { newStaffToken, staffTokenDigest } from '../../src/receiver/staff/authentication.js';
import { openStorage } from '../../src/receiver/storage/storage.js';
import type { TrackView } from '../../src/receiver/tracking/track-view.js';
import { realWorld } from '../../src/receiver/world.js';
import type { Answer, Running } from './running-receiver.js';
import { newKey, post, read, smallBuild, startReceiver, temporaryFolder } from './running-receiver.js';
import { submissionWith, trialForm } from './trial-form.js';

/** The process of the pack, as it is served. */
export const packProcess = JSON.parse(
  readFileSync(fileURLToPath(new URL('../../../src/packs/taafi/process.json', import.meta.url)), 'utf8'),
) as ProcessDefinition;

/** The same for the trial form: what it has of names to compare, to confine and to be reached by. */
export const trialProcess: ProcessDefinition = {
  ...packProcess,
  id: 'trial',
  forms: ['trial'],
  verify: [
    { field: 'mobile', name: { ar: 'رقم الجوال', en: 'Mobile number' } },
    { field: 'documents', name: { ar: 'المستند', en: 'The document' } },
    { field: 'story', name: { ar: 'البيان', en: 'The statement' } },
  ],
  confined: [{ fields: ['home'], to: ['socialResearcher', 'researchCommittee'] }],
  contact: { phone: ['mobile'], consent: 'consent' },
};

export type Role = 'relationsOfficer' | 'socialResearcher' | 'researchCommittee' | 'administrator';

/** A request that somebody follows and others handle. */
export interface Handled {
  readonly receiver: Running;
  readonly reference: string;
  /** The token of the link in the receipt. */
  readonly token: string;
  /** Tokens of one member of staff for each role. */
  readonly staff: Readonly<Record<Role, string>>;
}

export const roles: readonly Role[] = [
  'relationsOfficer',
  'socialResearcher',
  'researchCommittee',
  'administrator',
];

/** What the trial request says of the person. */
export const told = {
  mobile: '+966501234567',
  birthDate: { date: '1990-05-01', calendar: 'gregory' },
  rent: 1234,
  story: 'قصة خاصة لا يقرؤها كل أحد',
};

/** A receiver with the trial form's process. */
export async function handlingReceiver(
  test: TestContext,
  options: Partial<ReceiverOptions> = {},
  process: unknown = trialProcess,
): Promise<Running> {
  const dist = options.dist ?? smallBuild(test);
  mkdirSync(join(dist, 'src/packs/trial-pack'), { recursive: true });
  writeFileSync(join(dist, 'src/packs/trial-pack/process.json'), JSON.stringify(process));
  return startReceiver(test, { ...options, dist });
}

/** A folder of data with the trial form and its process among the association's own, for a receiver of the whole build. */
export function trialData(test: TestContext): string {
  const dataDir = join(temporaryFolder(test), 'data');
  for (const [folder, document] of [
    ['forms', trialForm],
    ['processes', trialProcess],
  ] as const) {
    mkdirSync(join(dataDir, folder), { recursive: true });
    writeFileSync(join(dataDir, folder, 'trial.json'), JSON.stringify(document));
  }
  return dataDir;
}

/** Sends a trial request; gives what its receipt says. */
export async function send(receiver: Running, answers: Record<string, unknown> = told) {
  const answer = await post(receiver, 'api/submissions', submissionWith(answers));
  assert.equal(answer.status, 201, answer.text);
  const { reference, tracking } = answer.body as { reference: string; tracking?: { token: string } };
  return { reference, token: tracking?.token ?? '' };
}

/** Gives somebody with some roles a token. */
export async function staffToken({ dataDir }: Pick<Running, 'dataDir'>, ...has: string[]): Promise<string> {
  const storage = await openStorage(`${dataDir}/taafi.db`);
  const token = newStaffToken(realWorld, '2099-12-31');
  const member = { id: newKey(), name: 'موظف', roles: has, createdAt: '2026-11-22T09:00:00.000Z' };
  await storage.staff.add(member, staffTokenDigest(token));
  await storage.close();
  return token;
}

/** One person for each role; gives their tokens. */
export async function wholeStaff(at: Pick<Running, 'dataDir'>): Promise<Handled['staff']> {
  const tokens: [Role, string][] = [];
  for (const role of roles) tokens.push([role, await staffToken(at, role)]);
  // There is one for each of all roles.
  return Object.fromEntries(tokens) as Handled['staff'];
}

/** A receiver with one request and one person for each role. */
export async function scene(
  test: TestContext,
  options: Partial<ReceiverOptions> = {},
  answers: Record<string, unknown> = told,
): Promise<Handled> {
  const receiver = await handlingReceiver(test, options);
  const staff = await wholeStaff(receiver);
  return { receiver, staff, ...(await send(receiver, answers)) };
}

/** Opens a request; the answer as it came. */
export function lookUp(
  receiver: Running,
  body: object,
  headers: Record<string, string> = {},
): Promise<Answer> {
  return post(receiver, 'api/track', body, headers);
}

/** Opens a request by the link of its receipt; gives the session. */
export async function opened({ receiver, reference, token }: Omit<Handled, 'staff'>): Promise<string> {
  const { status, body, text } = await lookUp(receiver, { reference, token });
  assert.equal(status, 200, text);
  return String(body.session);
}

export async function get(
  { url }: Running,
  path: string,
  token: string,
  headers: Record<string, string> = {},
): Promise<Answer> {
  return read(await fetch(`${url}/${path}`, { headers: { Authorization: `Bearer ${token}`, ...headers } }));
}

/** What the person sees. */
export async function view(receiver: Running, session: string): Promise<TrackView> {
  const answer = await get(receiver, 'api/track', session);
  assert.equal(answer.status, 200, answer.text);
  return answer.body as unknown as TrackView;
}

/** Something that is done by whoever has the token. */
export function act(
  receiver: Running,
  path: string,
  token: string,
  body: object,
  key = newKey(),
): Promise<Answer> {
  return post(receiver, path, body, { Authorization: `Bearer ${token}`, 'Idempotency-Key': `"${key}"` });
}

/** A request as somebody on the staff reads it. */
export async function readBy(
  { receiver, reference }: Handled,
  token: string,
): Promise<Record<string, unknown>> {
  const answer = await get(receiver, `api/staff/requests/${reference}`, token);
  assert.equal(answer.status, 200, answer.text);
  return answer.body;
}

/** Moves a request from the version it has. */
export async function move(
  handled: Handled,
  role: Role,
  name: string,
  more: Record<string, unknown> = {},
): Promise<Answer> {
  const { receiver, reference, staff } = handled;
  const { version } = await readBy(handled, staff[role]);
  return act(receiver, `api/staff/requests/${reference}/moves`, staff[role], {
    move: name,
    version,
    ...more,
  });
}

/** Moves that must succeed, one after the other. */
export async function go(handled: Handled, ...moves: readonly [Role, string, Record<string, unknown>?][]) {
  for (const [role, name, more] of moves) {
    const answer = await move(handled, role, name, more);
    assert.equal(answer.status, 200, `${name}: ${answer.text}`);
  }
}

/** Everything that is to be compared is found right. */
export async function verifyAll(handled: Handled, fields: readonly string[] = ['mobile', 'story']) {
  const { receiver, reference, staff } = handled;
  for (const field of fields) {
    const body = { field, finding: 'matched', method: 'seen' };
    const url = `api/staff/requests/${reference}/verifications`;
    const answer = await act(receiver, url, staff.socialResearcher, body);
    assert.equal(answer.status, 200, answer.text);
  }
}

/** Brings a request before the committee. */
export async function raise(handled: Handled): Promise<void> {
  await go(handled, ['relationsOfficer', 'beginVerification']);
  await verifyAll(handled);
  await go(handled, ['relationsOfficer', 'raiseToCommittee']);
}
