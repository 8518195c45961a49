import type { DefinitionProblem } from './definition.js';
import { warningAt } from './problem-at.js';

type Texts = Readonly<Record<string, string>>;

/**
 * What could be better about the texts of a document: one that lacks a language is shown in the wrong one, and one
 * whose languages have different placeholders says less in one of them. The form works all the same.
 */
export function textProblems(json: unknown, languages: readonly string[]): DefinitionProblem[] {
  const problems: DefinitionProblem[] = [];
  for (const [texts, path] of textsIn(json, [], new Set(['ar', 'en', ...languages.map(baseOf)]))) {
    const missing = languages.filter((language) => !(language in texts) && !(baseOf(language) in texts));
    if (missing.length > 0) problems.push(warningAt(path, 'language-missing', { value: missing.join(', ') }));
    const [first, ...others] = Object.values(texts).map(placeholdersOf);
    if (others.some((other) => other !== first)) {
      const value = [...new Set([first, ...others].join(' ').split(' '))].filter(Boolean).join(', ');
      problems.push(warningAt(path, 'placeholders-differ', { value }));
    }
  }
  return problems;
}

/** Every text of a document that is written per language, and where it stands. */
function* textsIn(
  json: unknown,
  path: readonly PropertyKey[],
  known: ReadonlySet<string>,
): Generator<readonly [Texts, readonly PropertyKey[]]> {
  if (typeof json !== 'object' || json === null) return;
  if (isOption(json, path)) {
    const { value: _, hint, ...texts } = json;
    yield [texts, path];
    yield* textsIn(hint, [...path, 'hint'], known);
  } else if (isText(json, known)) yield [json, path];
  else for (const [key, inner] of Object.entries(json)) yield* textsIn(inner, [...path, key], known);
}

/** An option has its words beside its value. */
function isOption(
  json: object,
  path: readonly PropertyKey[],
): json is { value: string; hint?: unknown } & Texts {
  return 'value' in json && path.includes('options') && typeof json.value === 'string';
}

/** Whether an object is a text: its keys are languages, one of them of this form. */
function isText(json: object, known: ReadonlySet<string>): json is Texts {
  const entries = Object.entries(json);
  return (
    entries.some(([key]) => known.has(baseOf(key))) &&
    entries.every(([key, text]) => /^[a-z]{2,3}(-\w+)*$/.test(key) && typeof text === 'string')
  );
}

function baseOf(language: string): string {
  return language.split('-')[0] ?? language;
}

function placeholdersOf(text: string): string {
  return [...new Set(text.match(/\{\w+\}/g))].sort().join(' ');
}
