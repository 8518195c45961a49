import { languageNames } from '../../locale/languages.js';
import { Problem } from '../http/problem.js';

/**
 * Somebody can use a form in its own languages, and in those the kit speaks: around an Arabic form on an English page
 * the kit's words are English.
 *
 * @throws Problem `malformed` for any other language.
 */
export function mustBeLanguageOf(languages: readonly string[], language: string): void {
  if (languages.includes(language) || Object.hasOwn(languageNames, language)) return;
  throw new Problem('malformed', { detail: 'The language is none of the form.' });
}
