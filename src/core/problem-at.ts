import type { DefinitionProblem } from './definition.js';
import { pointerOf } from './pointer.js';

type Params = Readonly<Record<string, string | number>>;

/** Problems after which no more are listed: a page of them helps nobody. */
export const MOST_PROBLEMS = 50;

/** A fault that keeps a definition from being a form. */
export function errorAt(path: readonly PropertyKey[], code: string, params: Params = {}): DefinitionProblem {
  return { pointer: pointerOf(path), code, severity: 'error', params };
}

/** Something that could be better about a definition which is a form all the same. */
export function warningAt(
  path: readonly PropertyKey[],
  code: string,
  params: Params = {},
): DefinitionProblem {
  return { pointer: pointerOf(path), code, severity: 'warning', params };
}
