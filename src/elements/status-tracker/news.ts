import type { TrackedView } from '../../transport/tracked-view.js';
import type { Telling } from './telling.js';

/** What has changed between two looks at a request, in one sentence; undefined where it is nothing to read. */
export function newsOf(before: TrackedView, after: TrackedView, telling: Telling): string | undefined {
  const { news } = telling.words;
  if (before.state.id !== after.state.id) return news.state(telling.plain(after.state.title));
  if (answered(after) > answered(before)) return news.answer;
  if (isOther(before.missing, after.missing)) return news.missing;
  if (isOther(before.rights, after.rights)) return news.right;
  return isOther(before, { ...after, version: before.version }) ? news.other : undefined;
}

function answered({ questions }: TrackedView): number {
  return questions.filter(({ answer }) => answer !== undefined).length;
}

/** Both were read in the same way, so what is the same is written the same. */
function isOther(before: unknown, after: unknown): boolean {
  return JSON.stringify(before) !== JSON.stringify(after);
}
