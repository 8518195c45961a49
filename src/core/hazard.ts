import type { DefinitionProblem } from './definition.js';
import { errorAt } from './problem-at.js';

/** Objects and arrays inside one another: a real form needs about twenty, and what reads them must come to an end. */
const DEEPEST = 64;

/**
 * What no reader of a document should meet: nesting that does not end, and the key that changes what an object is.
 * `path` is where `json` stands.
 */
export function hazardIn(json: unknown, path: PropertyKey[] = []): DefinitionProblem | undefined {
  if (typeof json !== 'object' || json === null) return undefined;
  if (path.length === DEEPEST) {
    return errorAt(path, 'too-deep', { most: DEEPEST });
  }
  for (const [key, value] of Object.entries(json)) {
    path.push(key);
    if (key === '__proto__') return errorAt(path, 'prototype');
    const hazard = hazardIn(value, path);
    if (hazard !== undefined) return hazard;
    path.pop();
  }
  return undefined;
}
