import { runInNewContext } from 'node:vm';

/** Most milliseconds for work whose cost must not grow faster than its material: with a cost that does, it needs many minutes. */
const PATIENCE = 60_000;

/** Does the work, and throws where it has not come to an end after a minute. No measure of speed: those are benches. */
export function comesToAnEnd(work: () => void): void {
  runInNewContext('work()', { work }, { timeout: PATIENCE });
}
