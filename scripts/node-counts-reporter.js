import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';

/**
 * A reporter for `node --test` that leaves the counts in the file `TEST_COUNTS`, for scripts/test.js to add up.
 *
 * Node 20 takes a file without tests for one passed test; here it is a failure.
 * @param {AsyncIterable<import('node:test/reporters').TestEvent>} source
 */
export default async function* countsReporter(source) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for await (const { type, data } of source) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    const isFile = data.name === data.file;
    if (isFile && type === 'test:pass' && process.env.GREP) continue;
    if (isFile && type === 'test:pass') yield `No test in ${relative(process.cwd(), data.name)}\n`;
    const outcome = outcomeOf(type, data, isFile);
    if (outcome) counts[outcome] += 1;
  }
  const file = process.env.TEST_COUNTS;
  if (!file) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(counts));
}

/**
 * @param {'test:pass' | 'test:fail'} type
 * @param {any} data
 * @param {boolean} isFile
 * @returns {'passed' | 'failed' | 'skipped' | undefined} undefined for what is counted by its parts
 */
function outcomeOf(type, data, isFile) {
  if (data.skip !== undefined || data.todo !== undefined) return 'skipped';
  if (isFile) return 'failed';
  const { type: kind, error } = data.details;
  if (type === 'test:fail') return error?.failureType === 'subtestsFailed' ? undefined : 'failed';
  return kind === 'suite' ? undefined : 'passed';
}
