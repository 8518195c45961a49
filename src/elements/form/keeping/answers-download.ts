import { answersFileText } from '../../../core/answers-file.js';
import { keptAnswers } from '../../../core/taking-up.js';
import { riyadhDate } from '../riyadh-time.js';
import type { Runner } from '../runner.js';

/** The text of a file with the answers; undefined while there are none. */
export function answersText({ session, loaded, context }: Runner): string | undefined {
  const answers = keptAnswers(session.engine);
  if (Object.keys(answers).length === 0) return undefined;
  return answersFileText(loaded.definition, context.locale.language, answers);
}

/** Gives the browser a file to save. Its name tells those who share the device nothing but the day. */
export function downloadAnswers(runner: Runner, page: Document): void {
  const text = answersText(runner);
  if (text === undefined) return;
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = page.createElement('a');
  link.href = address;
  link.download = `answers-${riyadhDate(new Date())}.json`;
  link.click();
  // Some browsers fetch it only after this task.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
