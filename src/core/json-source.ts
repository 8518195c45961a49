import { scanJson } from './json-scan.js';
import { pathOf } from './pointer.js';

/** A place in a text, both numbers from 1; columns count UTF-16 code units, as editors do. */
export interface SourcePlace {
  readonly line: number;
  readonly column: number;
}

/** Why a text is not taken as JSON, and where: a sentence in English for the person who wrote it. */
export interface JsonProblem extends SourcePlace {
  readonly message: string;
}

/** A definition of 1,000 fields in two languages is a third of this long. */
const LONGEST_TEXT = 1_000_000;

/** Steps, lists and conditions inside one another need about twenty. */
const DEEPEST = 64;

/**
 * Reads a JSON text that a person wrote. Where it is wrong, says what and where, in the same words in every
 * engine. Stricter than JSON.parse, which would keep the last of two equal names in silence: refused are a
 * name that stands twice in one object, the name `__proto__`, a number too large for a double, more than 64
 * open brackets, and more than 1,000,000 characters (UTF-16 code units). A byte order mark in front is passed
 * over. Takes time linear in the length of the text and never throws.
 */
export function parseJson(source: string): { readonly value: unknown } | JsonProblem {
  if (source.length > LONGEST_TEXT) {
    return { line: 1, column: 1, message: 'The text is too large: more than 1,000,000 characters.' };
  }
  const text = withoutMark(source);
  const names: Set<string>[] = [];
  const fault = scanJson(text, {
    open(depth) {
      names[depth] = new Set();
      return depth > DEEPEST ? 'This is nested too deep: more than 64 brackets are open.' : undefined;
    },
    name(depth, name) {
      if (name === '__proto__') return 'The name __proto__ is not allowed.';
      if (names[depth]?.has(name)) return 'This name stands twice in the same object.';
      names[depth]?.add(name);
      return undefined;
    },
  });
  return fault ? { ...placeAt(text, fault.offset), message: fault.message } : { value: JSON.parse(text) };
}

/**
 * The place where the value at a JSON pointer (RFC 6901) begins in a JSON text; `undefined` where there is no
 * such value or the text is no JSON. Of equal names in one object the last counts, as for JSON.parse. One
 * pass, at any depth.
 */
export function locate(source: string, pointer: string): SourcePlace | undefined {
  if (pointer !== '' && !pointer.startsWith('/')) return undefined;
  const text = withoutMark(source);
  const path = pathOf(pointer);
  // How many tokens of the path lead to the value being read.
  let along = 0;
  let found: number | undefined;
  const fault = scanJson(text, {
    value(depth, token, offset) {
      // A value that is not inside the one along the path, or stands in the place of an earlier one.
      if (along >= depth) along = Math.max(depth - 1, 0);
      if (depth > 0 && (along < depth - 1 || token !== path[depth - 1])) return;
      along = depth;
      found = depth === path.length ? offset : undefined;
    },
  });
  return fault || found === undefined ? undefined : placeAt(text, found);
}

function withoutMark(source: string): string {
  return source.startsWith('\ufeff') ? source.slice(1) : source;
}

function placeAt(text: string, offset: number): SourcePlace {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
