import type * as z from 'zod/mini';
import type { DefinitionProblem } from './definition.js';
import { errorAt } from './problem-at.js';
import { suggest } from './suggestion.js';

type Issue = z.core.$ZodIssue;
type Params = Readonly<Record<string, string | number>>;
type KeysAt = (path: readonly PropertyKey[]) => readonly string[];

/**
 * What zod found wrong with the shape of `json`, which stands at `path`, in the words of the format: the message of a
 * check of our own is the code of a problem. `keysAt` gives those the shape knows at a path from there, to suggest one for a
 * misspelt key.
 */
export function shapeProblems(
  issues: readonly Issue[],
  json: unknown,
  path: readonly PropertyKey[],
  keysAt: KeysAt = () => [],
): DefinitionProblem[] {
  return issues.flatMap((issue) => issueProblems(issue, json, path, keysAt));
}

function issueProblems(
  issue: Issue,
  json: unknown,
  path: readonly PropertyKey[],
  keysAt: KeysAt,
): DefinitionProblem[] {
  const at = [...path, ...issue.path];
  switch (issue.code) {
    case 'unrecognized_keys': {
      const known = keysAt(issue.path);
      return issue.keys.map((key) =>
        isOptionLabel([...at, key])
          ? errorAt([...at, key], 'option-words')
          : errorAt([...at, key], 'unknown-key', suggest(key, known)),
      );
    }
    case 'invalid_key':
      return issue.issues.map((inner) => errorAt(at, codeOf(inner), { value: String(at.at(-1)) }));
    case 'invalid_type':
    case 'invalid_value':
      if (isOptionLabel(at)) return [errorAt(at, 'option-words')];
      return [errorAt(at, wordFor(issue, json), { expected: expectedBy(issue) })];
    case 'invalid_union':
      return unionProblems(issue, json, path);
    case 'too_small':
    case 'too_big':
      return [errorAt(at, codeOf(issue), edgeOf(issue))];
    default: {
      const params = issue.code === 'custom' ? (issue.params as Params | undefined) : undefined;
      return [errorAt(at, codeOf(issue), params ?? {})];
    }
  }
}

/** Whether somebody has written the words of an option as those of a field, under a key of their own. */
function isOptionLabel(path: readonly PropertyKey[]): boolean {
  return (
    path.includes('options') &&
    typeof path.at(-2) === 'number' &&
    /^(?:label|text|title|name)$/.test(String(path.at(-1)))
  );
}

/** Of several shapes that all did not fit, the one that was meant is the one the value comes nearest to. */
function unionProblems(
  issue: z.core.$ZodIssueInvalidUnion,
  json: unknown,
  path: readonly PropertyKey[],
): DefinitionProblem[] {
  const value = valueAt(json, issue.path);
  const at = [...path, ...issue.path];
  const meant = issue.errors
    .filter((branch) => !branch.some(isOtherKind))
    .sort((one, other) => distance(one, value) - distance(other, value))[0];
  if (value !== undefined && meant !== undefined) {
    const misspelt = meant.some((inner) => isLacking(inner, value)) ? meant.filter(isStrange) : [];
    // Nothing tells which shape was meant but the keys, and those are not known: perhaps one is misspelt.
    const lacking = issue.errors.flat().filter((inner) => isLacking(inner, value));
    const keys = lacking.map((inner) => String(inner.path[0]));
    return shapeProblems(misspelt.length > 0 ? misspelt : meant, value, at, (inner) =>
      inner.length === 0 ? keys : [],
    );
  }
  const expected = [...new Set(issue.errors.flat().filter(isOtherKind).map(expectedBy))].join(', ');
  return [errorAt(at, value === undefined ? 'missing' : 'wrong-kind', { expected })];
}

/** Whether a shape is for another kind of value altogether. */
function isOtherKind(issue: Issue): boolean {
  return issue.path.length === 0 && (issue.code === 'invalid_type' || issue.code === 'invalid_value');
}

/** A key that a shape must have and the value lacks tells more than one it has besides, and that more than the rest. */
function distance(branch: readonly Issue[], value: unknown): number {
  return branch.reduce((sum, issue) => {
    if (isLacking(issue, value)) return sum + 10_000;
    return sum + (isStrange(issue) ? 100 : 1);
  }, 0);
}

function isLacking(issue: Issue, value: unknown): boolean {
  return issue.path.length === 1 && valueAt(value, issue.path) === undefined;
}

function isStrange({ code, path }: Issue): boolean {
  return code === 'unrecognized_keys' && path.length === 0;
}

function wordFor(issue: Issue, json: unknown): string {
  if (valueAt(json, issue.path) === undefined) return 'missing';
  return issue.code === 'invalid_value' ? 'invalid-value' : 'wrong-kind';
}

function expectedBy(issue: Issue): string {
  if (issue.code === 'invalid_value') return issue.values.map(String).join(', ');
  if (issue.code !== 'invalid_type') return '';
  return issue.expected === 'record' ? 'object' : issue.expected;
}

/** The edge that was crossed, for sentences that tell it. */
function edgeOf(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig): Params {
  return issue.code === 'too_small' ? { least: String(issue.minimum) } : { most: String(issue.maximum) };
}

/** Checks of our own name the code in their message; zod's own codes are written like ours. */
function codeOf({ code, message }: Issue): string {
  return message === '' || message === 'Invalid input' ? code.replaceAll('_', '-') : message;
}

/** Only ever asked of a value whose shape was found wrong, to word what is wrong. */
function valueAt(json: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => {
    return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
      ? (value as Record<PropertyKey, unknown>)[key]
      : undefined;
  }, json);
}
