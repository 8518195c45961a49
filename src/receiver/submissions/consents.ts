import { pickText } from '../../core/text.js';
import type { StatementDefinition } from '../../fields/statement/statement.type.js';
import { sha256Hex } from '../digest.js';
import { Problem } from '../http/problem.js';
import type { StoredConsent } from '../storage/request-store.js';
import type { AnsweredField } from './answered-fields.js';
import type { SubmissionBody } from './body-shapes.js';

/**
 * The records of what was agreed to, with the digest of each sentence as it was read. What is agreed to is the
 * statement's text, or its label where it has none.
 *
 * @throws Problem `malformed` where there is not one record for each statement that was ticked: a consent that
 * nobody can prove is none.
 */
export function consentsOf(
  answered: readonly AnsweredField[],
  sent: SubmissionBody['consents'],
  languages: readonly string[],
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
    return { path, language, at, textSha256: sha256Hex(pickText(text ?? label, language, languages)) };
  });
}
