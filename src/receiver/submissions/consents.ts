import type { AnsweredField } from '../../core/answered-fields.js';
import { languageOfText, pickText } from '../../core/text.js';
import type { StatementDefinition } from '../../fields/statement/statement.type.js';
import { sha256Hex } from '../digest.js';
import { Problem } from '../http/problem.js';
import type { StoredConsent } from '../storage/request-store.js';
import type { SubmissionBody } from './body-shapes.js';
import { mustBeLanguageOf } from './form-language.js';

const DAY = 24 * 60 * 60 * 1000;

/**
 * How far the time of a consent or a signature may be from ours, in milliseconds. It is told by the person's clock, which may stand in a
 * wrong time zone or a day ahead. A form may stay open for weeks, and a phone that was off sends it later still. What
 * lies further off is no time at which he read the sentence, and a consent that nobody can date proves nothing.
 */
const EARLIEST = 60 * DAY;
const LATEST = 2 * DAY;

/**
 * The records of what was agreed to, with the digest of each sentence as it was read and the language of that sentence.
 * What is agreed to is the statement's text, or its label where it has none.
 *
 * @param receivedAt ISO time.
 * @throws Problem `malformed` where there is not one record for each statement that was ticked, or its language or its
 * time cannot be: a consent that nobody can prove is none.
 */
export function consentsOf(
  answered: readonly AnsweredField[],
  sent: SubmissionBody['consents'],
  languages: readonly string[],
  receivedAt: string,
): readonly StoredConsent[] {
  const ticked = new Map(
    answered
      .filter(({ field }) => field.type === 'statement')
      .map(({ field, path }) => [path.join('.'), field]),
  );
  const agreed = new Set(sent.map(({ path }) => path));
  if (
    agreed.size !== sent.length ||
    agreed.size !== ticked.size ||
    sent.some(({ path }) => !ticked.has(path))
  ) {
    throw new Problem('malformed', {
      detail: 'There must be one consent for each statement that was ticked.',
    });
  }
  return sent.map(({ path, language, at }) => {
    // Fields of this type were shaped by its own schema.
    const { text, label } = ticked.get(path) as StatementDefinition;
    mustBeLanguageOf(languages, language);
    mustBeNear(at, receivedAt);
    const sentence = text ?? label;
    const textSha256 = sha256Hex(pickText(sentence, language, languages));
    return { path, language: languageOfText(sentence, language, languages), at, textSha256 };
  });
}

/** @throws Problem `malformed` where a time of the person's clock is none at which he can have done what is sent now. */
export function mustBeNear(at: string, receivedAt: string): void {
  const later = Date.parse(at) - Date.parse(receivedAt);
  if (later <= LATEST && later >= -EARLIEST) return;
  throw new Problem('malformed', {
    detail: 'The time of a consent or a signature is far from the time here.',
  });
}
