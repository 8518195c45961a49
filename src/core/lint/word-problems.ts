import type { DefinitionProblem } from '../definition.js';
import { warningAt } from '../problem-at.js';
import { wordFinder } from '../process/never-say.js';
import type { WordList } from './word-list.js';

/** What is no text to be read: the words that are never to be said stand there for that reason. */
const noText = new Set(['$schema', 'pattern', 'neverSay']);

/** A warning for each text of a document that holds a word of the list; of several in one text the first. */
export function wordProblems(json: unknown, { words }: WordList): DefinitionProblem[] {
  const better = new Map(words.flatMap((entry) => entry.avoid.map((word) => [word, entry.better] as const)));
  const find = wordFinder([...better.keys()]);
  return [...stringsIn(json, [])].flatMap(({ text, path }) => {
    const value = find(text);
    return value === undefined
      ? []
      : [warningAt(path, 'stigmatising-word', { value, better: better.get(value) ?? '' })];
  });
}

function* stringsIn(
  json: unknown,
  path: readonly PropertyKey[],
): Generator<{ text: string; path: readonly PropertyKey[] }> {
  if (typeof json === 'string') yield { text: json, path };
  if (typeof json !== 'object' || json === null) return;
  for (const [key, inner] of Object.entries(json)) {
    if (!noText.has(key)) yield* stringsIn(inner, [...path, key]);
  }
}
