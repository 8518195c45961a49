import type { JsonReason } from './json-scan.js';
import { scanJson } from './json-scan.js';
import { pathOf } from './pointer.js';

/** A place in a text, both numbers from 1; columns count UTF-16 code units, as editors do. */
export interface SourcePlace {
  readonly line: number;
  readonly column: number;
}

/** Why a text is not taken as JSON, and where. */
export interface JsonProblem extends SourcePlace, JsonReason {}

/** A definition of 1,000 fields in two languages is a third of this long. */
const LONGEST_TEXT = 1_000_000;

/** Steps, lists and conditions inside one another need about twenty. */
const DEEPEST = 64;

/**
 * Reads a JSON text that a person wrote. Where it is wrong, says what and where, in the same words in every
 * engine. Stricter than JSON.parse, which would keep the last of two equal names in silence: refused are a
 * name that stands twice in one object, the name `__proto__`, a number too large for a double, more than 64
 * open brackets, and more than 1,000,000 characters (UTF-16 code units) where `most` says nothing else. A byte order
 * mark in front is passed over. Takes time linear in the length of the text and never throws.
 */
export function parseJson(
  source: string,
  most: { readonly characters?: number; readonly brackets?: number } = {},
): { readonly value: unknown } | JsonProblem {
  const { characters = LONGEST_TEXT, brackets = DEEPEST } = most;
  if (source.length > characters) {
    return problemAt({ line: 1, column: 1 }, { code: 'too-large', params: { most: characters } });
  }
  const text = withoutMark(source);
  const names: Set<string>[] = [];
  const fault = scanJson(text, {
    open(depth) {
      names[depth] = new Set();
      return depth > brackets ? { code: 'too-nested', params: { most: brackets } } : undefined;
    },
    name(depth, name) {
      if (name === '__proto__') return { code: 'prototype' };
      if (names[depth]?.has(name)) return { code: 'name-twice' };
      names[depth]?.add(name);
      return undefined;
    },
  });
  return fault ? problemAt(placeAt(text, fault.offset), fault) : { value: JSON.parse(text) };
}

function problemAt(place: SourcePlace, { code, params = {} }: JsonReason): JsonProblem {
  return { ...place, code, params };
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
