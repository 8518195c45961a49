/**
 * Makes the index from the clauses of the association's policy to where each of them is honoured, for the page of
 * Storybook that shows it. A clause that is honoured nowhere, or by a story or a file that is not there, ends the build.
 * `node scripts/make-policy-index.js` does it by itself, once stories/ is compiled.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { listStories } from './list-stories.js';
import { root } from './run-tool.js';

/**
 * @typedef {import('../stories/policy/clauses.js').Part} Part
 * @typedef {import('./list-stories.js').ListedStory} ListedStory
 */

/**
 * What is wrong with an index, in sentences; none where each clause is honoured.
 * @param {readonly Part[]} policy
 * @param {ReadonlySet<string>} stories ids of the stories there are
 * @param {(file: string) => string | undefined} read the text of a file of the repository, undefined where there is none
 */
export function policyFaults(policy, stories, read) {
  const clauses = policy.flatMap((part) => part.clauses);
  const ids = clauses.map(({ id }) => id);
  return [
    ...(clauses.length === 0 ? ['The policy has no clause.'] : []),
    ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `Two clauses are called ${id}.`),
    ...clauses.flatMap(({ id, stories: named, files = [] }) => [
      ...(named.length + files.length === 0 ? [`Clause ${id} is honoured nowhere.`] : []),
      ...named
        .filter((story) => !stories.has(story))
        .map((story) => `Clause ${id} names the story ${story}, which is not there.`),
      ...files
        .filter((file) => !hasPlace(file, read))
        .map((file) => `Clause ${id} names ${file}, which is not there.`),
    ]),
  ];
}

/** Whether a file is there, and in it the heading after `#`. @param {string} file @param {(file: string) => string | undefined} read */
function hasPlace(file, read) {
  const [path, heading] = file.split('#');
  const text = read(path);
  if (text === undefined || heading === undefined) return text !== undefined;
  const headings = [...text.matchAll(/^#+ (.*)$/gm)].map(([, words]) => words);
  return headings.some((words) => anchorOf(words) === heading);
}

/** As GitHub makes them of headings. @param {string} heading */
const anchorOf = (heading) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-');

/**
 * Writes the index. @returns {Promise<number>} how many clauses it has
 * @throws Error with all that is wrong
 */
export async function makePolicyIndex() {
  /** @type {{ policy: readonly Part[] }} */
  const { policy } = await import(pathToFileURL(join(root, 'dist/stories/policy/clauses.js')).href);
  const stories = new Map(listStories().map((story) => [story.id, story]));
  const faults = policyFaults(policy, new Set(stories.keys()), read);
  if (faults.length > 0) throw new Error(['stories/policy:', ...faults].join('\n  '));
  const parts = policy.map((part) => ({
    ...part,
    clauses: part.clauses.map((clause) => ({
      ...clause,
      stories: clause.stories.map((id) => stories.get(id)),
    })),
  }));
  writeFileSync(join(root, 'dist/stories/policy/policy-index.json'), JSON.stringify(parts));
  return parts.flatMap(({ clauses }) => clauses).length;
}

/** @param {string} file from the repository's root */
function read(file) {
  const path = join(root, file);
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  console.log(`${await makePolicyIndex()} clauses, each of them honoured somewhere`);
}
