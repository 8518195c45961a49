import type { DefinitionProblem } from './definition.js';
import { warningAt } from './problem-at.js';

type Texts = Readonly<Record<string, string>>;

/**
 * What could be better about the texts of a document: one that lacks a language is shown in the wrong one, and one
 * whose languages have different placeholders says less in one of them. The form works all the same.
 */
export function textProblems(json: unknown, languages: readonly string[]): DefinitionProblem[] {
  const problems: DefinitionProblem[] = [];
  const known = new Set(['ar', 'en', ...languages.map(baseOf)]);
  eachText(json, [], known, (texts, path) => {
    const missing = languages.filter((language) => !(language in texts) && !(baseOf(language) in texts));
    if (missing.length > 0) problems.push(warningAt(path, 'language-missing', { value: missing.join(', ') }));
    const [first, ...others] = Object.values(texts).map(placeholdersOf);
    if (others.some((other) => other !== first)) {
      const value = [...new Set([first, ...others].join(' ').split(' '))].filter(Boolean).join(', ');
      problems.push(warningAt(path, 'placeholders-differ', { value }));
    }
  });
  return problems;
}

/** Calls `visit` with every text of a document that is written per language. `path`, where it stands, is reused. */
function eachText(
  json: unknown,
  path: PropertyKey[],
  known: ReadonlySet<string>,
  visit: (texts: Texts, path: readonly PropertyKey[]) => void,
): void {
  if (typeof json !== 'object' || json === null) return;
  if (isText(json, known)) visit(json, path);
  else if (isOption(json, path)) {
    const { value: _, hint, ...texts } = json;
    visit(texts, path);
    eachText({ hint }, path, known, visit);
  } else {
    for (const [key, inner] of Object.entries(json)) {
      path.push(key);
      eachText(inner, path, known, visit);
      path.pop();
    }
  }
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
  if (Array.isArray(json)) return false;
  const keys = Object.keys(json);
  return (
    keys.some((key) => known.has(baseOf(key))) &&
    keys.every((key) => LANGUAGE.test(key) && typeof (json as Texts)[key] === 'string')
  );
}

const LANGUAGE = /^[a-z]{2,3}(-\w+)*$/;

function baseOf(language: string): string {
  return language.split('-')[0] ?? language;
}

function placeholdersOf(text: string): string {
  return [...new Set(text.match(/\{\w+\}/g))].sort().join(' ');
}
