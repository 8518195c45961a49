import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import Database from 'libsql';
import { openStorage } from '../../src/receiver/storage/storage.js';
import { drawInvitation } from '../../src/receiver/surveys/invitations.js';
import { realWorld } from '../../src/receiver/world.js';
import { definitionDigest } from '../../src/transport/digest.js';
import type { Answer, Running } from './running-receiver.js';
import { newKey, post, smallBuild } from './running-receiver.js';
import { openedRows } from './sealed-data.js';

/** The survey of the pack, as it is served. */
export const packSurvey = JSON.parse(
  readFileSync(fileURLToPath(new URL('../../../src/packs/taafi/satisfaction.json', import.meta.url)), 'utf8'),
) as Record<string, unknown> & { readonly id: string; readonly version: string };

/** The same, which anybody may answer. */
export const openSurvey = {
  ...packSurvey,
  id: 'open-survey',
  survey: { ...(packSurvey.survey as object), access: 'open' },
};

/** Somebody who was content, and says so. */
export const content = {
  overall: 5,
  ease: 6,
  experience: { respect: 5, clarity: 4, informed: 2, needMet: 'notApplicable' },
  obstacles: ['waiting'],
  channel: 'phone',
  recommend: 9,
};

/** What a page sends of a survey. */
export function answersTo(survey: typeof packSurvey, answers: object, token?: string): object {
  const { id, version } = survey;
  const form = { id, version, sha256: definitionDigest(survey) };
  return { form, answers, ...(token !== undefined && { token }) };
}

/** Sends answers, each time under a key of its own where nothing is said. */
export function answer(
  receiver: Running,
  token: string | undefined,
  answers: object = content,
  { survey = packSurvey, key = newKey(), headers = {} }: Sending = {},
): Promise<Answer> {
  return post(receiver, `api/surveys/${survey.id}/answers`, answersTo(survey, answers, token), {
    'Idempotency-Key': `"${key}"`,
    ...headers,
  });
}

interface Sending {
  readonly survey?: typeof packSurvey;
  readonly key?: string;
  readonly headers?: Record<string, string>;
}

/** Asks whether an invitation can be used. */
export function ask(
  receiver: Running,
  token: string,
  headers: Record<string, string> = {},
  survey = packSurvey.id,
): Promise<Answer> {
  return post(receiver, `api/surveys/${survey}/invitation`, { token }, headers);
}

/** Tells how far somebody has come. */
export async function reach(receiver: Running, token: string, page: string): Promise<void> {
  const { status, text } = await post(receiver, `api/surveys/${packSurvey.id}/pages`, { token, page });
  assert.equal(status, 204, text);
}

/** Draws invitations as the command does; gives their tokens. */
export async function invited(
  { dataDir, time }: Pick<Running, 'dataDir' | 'time'>,
  many: number,
  step = 'decision',
  survey = packSurvey.id,
): Promise<string[]> {
  const storage = await openStorage(`${dataDir}/taafi.db`);
  const world = { ...realWorld, clock: () => time.now };
  const tokens = [];
  for (let drawn = 0; drawn < many; drawn += 1) {
    const { token, invited: counted } = await drawInvitation(storage.surveys, { survey, step }, world);
    await storage.surveys.countInvited(counted);
    tokens.push(token);
  }
  await storage.close();
  return tokens;
}

/** A build with the trial form and the pack's surveys. */
export function surveyBuild(test: TestContext): string {
  const dist = smallBuild(test);
  const pack = join(dist, 'src/packs/trial-pack');
  for (const survey of [packSurvey, openSurvey])
    writeFileSync(join(pack, `${survey.id}.json`), JSON.stringify(survey));
  return dist;
}

/** Every row of every table by the name of the table, opened with the master key or as it is kept. */
export function tablesOf(
  dataDir: string,
  isOpened = true,
): ReadonlyMap<string, readonly Readonly<Record<string, unknown>>[]> {
  const database = new Database(`${dataDir}/taafi.db`);
  const names = database
    .prepare(`select name from sqlite_master where type = 'table' and name not like 'sqlite_%'`)
    .all() as { name: string }[];
  const rows = names.map(({ name }) => {
    const kept = database.prepare(`select * from "${name}"`).all() as object[];
    return [name, isOpened ? openedRows(dataDir, name, kept) : kept] as const;
  });
  database.close();
  return new Map(rows as [string, Record<string, unknown>[]][]);
}
