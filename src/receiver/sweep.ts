import type { DailyWork } from './retention/daily-work.js';
import type { Storage } from './storage/storage.js';
import type { Uploads } from './uploads/uploads.js';
import type { World } from './world.js';
import { riyadhDay } from './world.js';

const MINUTE = 60 * 1000;
const DAY = 24 * 60 * MINUTE;

/** How long a file waits for its request. */
const UPLOADS_WAIT = DAY;
/** How long one waits for its first bytes: who only begins uploads must not fill all places. */
const EMPTY_WAIT = 10 * MINUTE;
/** How long a key is remembered; a phone that was off for a week still has what it wanted to send. */
const KEYS_LAST = 30 * DAY;

/** Deletes what is outdated, now and as often as an empty upload lasts. `stop` waits for what is under way. */
export async function sweepRegularly(
  uploads: Uploads,
  { requests, tries, surveys, drafts }: Pick<Storage, 'requests' | 'tries' | 'surveys' | 'drafts'>,
  daily: DailyWork,
  world: World,
): Promise<{ stop(): Promise<void> }> {
  const before = (age: number) => new Date(world.clock() - age).toISOString();
  const sweep = async () => {
    await uploads.sweep(before(UPLOADS_WAIT), before(EMPTY_WAIT));
    await requests.forgetKeys(before(KEYS_LAST));
    await tries.forgetTries(before(0));
    await requests.forgetChallenges(before(0));
    await surveys.forgetInvitations(riyadhDay(world));
    await drafts.forget(before(0));
    await daily.run();
  };
  let running = sweep();
  await running;
  const timer = setInterval(() => {
    running = sweep().catch((error: NodeJS.ErrnoException) => {
      world.print(`fault: what is outdated could not be deleted: ${error.code ?? error.name}`);
    });
  }, EMPTY_WAIT);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      daily.stop();
      await running;
    },
  };
}
