import type { DefinitionProblem, FormDefinition } from '../definition.js';
import type { Catalog } from '../field-type.js';
import { careProblems } from './care-problems.js';
import type { WordList } from './word-list.js';
import { wordProblems } from './word-problems.js';

/**
 * What could be better about a form that works: what it does not say of its data, and words that hurt. `json` is the
 * document it was read from; where that is no definition itself, it has no place for the former.
 */
export function formAdvice(
  json: unknown,
  definition: FormDefinition,
  catalog: Catalog,
  words: WordList,
): readonly DefinitionProblem[] {
  const isWritten = typeof json === 'object' && json !== null && 'steps' in json;
  return [...(isWritten ? careProblems(definition, catalog) : []), ...wordProblems(json, words)];
}
