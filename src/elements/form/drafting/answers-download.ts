import { answersFileText } from '../../../core/answers-file.js';
import { keptAnswers } from '../../../core/taking-up.js';
import { riyadhDate } from '../riyadh-time.js';
import type { Runner } from '../runner.js';
import { saveFile } from '../save-file.js';

/** The text of a file with the answers; undefined while there are none. */
export function answersText({ session, loaded, context }: Runner): string | undefined {
  const answers = keptAnswers(session.engine);
  if (Object.keys(answers).length === 0) return undefined;
  return answersFileText(loaded.definition, context.locale.language, answers);
}

/** Its name tells those who share the device nothing but the day. */
export function downloadAnswers(runner: Runner): void {
  const text = answersText(runner);
  if (text !== undefined) saveFile(`answers-${riyadhDate(new Date())}.json`, text);
}
