/** The stories as Storybook will name them, read from their sources: neither a build nor a browser is needed. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { storyNameFromExport, toId } from 'storybook/internal/csf';
import { root } from './run-tool.js';

/** @typedef {{ id: string, title: string, name: string }} ListedStory */

/** @returns {ListedStory[]} every story, with the id that stands in its address */
export function listStories() {
  return readdirSync(join(root, 'stories'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.stories.ts'))
    .sort()
    .flatMap((path) => storiesIn(path));
}

/** @param {string} path */
function storiesIn(path) {
  const text = readFileSync(join(root, 'stories', path), 'utf8');
  const title = /^export default \{[\s\S]*?\btitle: '([^']+)'/m.exec(text)?.[1];
  if (title === undefined) throw new Error(`stories/${path} has no title that can be read.`);
  return [...text.matchAll(/^export const (\w+): /gm)].map(([, exported]) => {
    const name = storyNameFromExport(exported);
    return { id: toId(title, name), title, name };
  });
}
