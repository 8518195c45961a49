import type { Answers } from '../../core/engine.js';
import type { LeftOut } from '../../core/taking-up.js';
import { takeUp } from '../../core/taking-up.js';
import type { Runner } from './runner.js';

/**
 * Puts answers that were kept, and their files by id, into a form that was just begun; what of them does not fit is named.
 * Rejects where the rules cannot be brought.
 */
export async function takeUpInto(
  runner: Runner,
  answers: Answers,
  files: ReadonlyMap<string, File> = new Map(),
): Promise<readonly LeftOut[]> {
  const [{ rulesAtHand }] = await Promise.all([import('./checks.js'), runner.loadRules()]);
  for (const [id, file] of files) runner.files.putBack(id, file);
  const left = takeUp(runner.session.engine, answers, rulesAtHand(), (id) => files.has(id));
  runner.session.touched = true;
  return left;
}
