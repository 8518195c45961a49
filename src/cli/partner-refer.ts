import { LOGIN_TYPE } from '../receiver/partners/partner-authentication.js';
import { REFERRAL_TYPE } from '../receiver/partners/partner-referrals.js';
import { LONGEST_TOKEN } from '../receiver/partners/signed-token.js';
import { randomName, realWorld } from '../receiver/world.js';
import type { CommandLine, Terminal } from './command.js';
import { CommandError, UsageError } from './command.js';
import { givenFile, textIn } from './given-file.js';
import { partnerKeyIn, signed } from './partner-key.js';
import { plainLine } from './plain-text.js';
import { receiverAddress } from './receiver-address.js';

/** Hours a referral is good for: where nothing is said, and at most. */
const USUAL_HOURS = 24;
const MOST_HOURS = 168;

/** How long a partner takes to ask, in seconds. */
const LOGIN_SECONDS = 300;

/** How long a receiver may take, in milliseconds. */
const PATIENCE = 60_000;

/** `taafi partner refer`: a referral, and its name by which it is found again. */
export async function refer(
  { key: keyFile, form, answers: file, lasts }: CommandLine['values'],
  { out, err }: Terminal,
): Promise<number> {
  const hours = Number(lasts ?? USUAL_HOURS);
  if (typeof keyFile !== 'string') throw new UsageError('name the file with your key with --key.');
  if (typeof form !== 'string' || !/^[a-z][a-z0-9-]{0,63}$/.test(form))
    throw new UsageError('say with --form which form it is for, by its id.');
  if (!Number.isInteger(hours) || hours < 1 || hours > MOST_HOURS)
    throw new UsageError(`--lasts is a number of hours from 1 to ${MOST_HOURS}.`);
  const key = await partnerKeyIn(keyFile);
  const answers = typeof file === 'string' ? await answersIn(file) : undefined;
  const iat = Math.floor(realWorld.clock() / 1000);
  const jti = randomName(realWorld);
  const claims = { iss: key.kid, jti, iat, exp: iat + hours * 3600, form, ...(answers && { answers }) };
  const token = signed(REFERRAL_TYPE, claims, key);
  if (token.length > LONGEST_TOKEN)
    throw new CommandError(`the referral has ${token.length} characters; ${LONGEST_TOKEN} are the most.`);
  await err(`taafi: referral ${jti}, good for ${hours} hours and one request\n`);
  await out(`${token}\n`);
  return 0;
}

/** `taafi partner shared`: what the people of this partner let it know. */
export async function shared(
  { key: keyFile }: CommandLine['values'],
  { out, environment }: Terminal,
): Promise<number> {
  if (typeof keyFile !== 'string') throw new UsageError('name the file with your key with --key.');
  const key = await partnerKeyIn(keyFile);
  const base = receiverAddress(environment);
  const iat = Math.floor(realWorld.clock() / 1000);
  const token = signed(LOGIN_TYPE, { iss: key.kid, iat, exp: iat + LOGIN_SECONDS }, key);
  const response = await fetch(`${base}api/partner/referrals`, {
    headers: { Authorization: `Bearer ${token}` },
    signal: AbortSignal.timeout(PATIENCE),
    redirect: 'error',
  }).catch((error: Error) => {
    throw new CommandError(`no receiver answers at ${base}: ${plainLine(String(error.cause ?? error))}`);
  });
  const body = (await response.json().catch(() => ({}))) as { title?: unknown; referrals?: unknown };
  if (!response.ok || !Array.isArray(body.referrals))
    throw new CommandError(`${base} answers ${response.status}: ${plainLine(String(body.title ?? ''))}`);
  for (const { id, received, decided } of body.referrals as Record<string, unknown>[]) {
    const told = [
      ...(received === undefined ? [] : [`received ${received}`]),
      ...(decided === undefined ? [] : [`decided ${decided}`]),
    ];
    await out(`${plainLine(String(id))}  ${plainLine(told.join(', '))}\n`);
  }
  return 0;
}

async function answersIn(path: string): Promise<object> {
  try {
    const answers: unknown = JSON.parse(textIn(await givenFile(path)) ?? '');
    if (typeof answers === 'object' && answers !== null && !Array.isArray(answers)) return answers;
  } catch (error) {
    if (error instanceof CommandError) throw error;
  }
  throw new CommandError(`${plainLine(path)}: that is not one JSON object of answers.`);
}
