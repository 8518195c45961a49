import type { DefinitionProblem } from '../definition.js';
import type { Catalog } from '../field-type.js';
import type { FoundList } from '../option-lists.js';
import { withLists } from '../option-lists.js';
import type { ParseResult } from '../parse.js';
import { parseDefinition } from '../parse.js';
import { MOST_PROBLEMS } from '../problem-at.js';
import { careProblems } from './care-problems.js';
import type { WordList } from './word-list.js';
import { wordProblems } from './word-problems.js';

/**
 * Reads an untrusted JSON value as a form definition, as `parseDefinition` does, and says besides what could be better
 * about a form that works: what it does not say of its data, and words that hurt. Lists of options that are not found keep it
 * from being used.
 */
export function lintForm(
  json: unknown,
  catalog: Catalog,
  words: WordList,
  listAt: (src: string) => FoundList,
): ParseResult {
  const parsed = parseDefinition(json, catalog);
  if (parsed.definition === undefined) return parsed;
  const missing = withLists(parsed.definition, listAt).problems;
  if (missing.length > 0) return { problems: missing };
  const care = careProblems(parsed.definition, catalog);
  const told = new Set(care.map(({ pointer }) => pointer));
  // Of a sensitive field that has no purpose the stronger sentence is enough.
  const others = parsed.problems.filter(
    ({ code, pointer }) => code !== 'purpose-missing' || !told.has(pointer),
  );
  const problems: DefinitionProblem[] = [...others, ...care, ...wordProblems(json, words)];
  return { ...parsed, problems: problems.slice(0, MOST_PROBLEMS) };
}
