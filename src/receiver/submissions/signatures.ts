import type { AnsweredField } from '../../core/answered-fields.js';
import { answeredFields } from '../../core/answered-fields.js';
import { canonicalJson } from '../../core/canonical-json.js';
import type { FormDefinition } from '../../core/definition.js';
import type { Answers } from '../../core/engine.js';
import { isSigning } from '../../core/field-type.js';
import { pointerOf } from '../../core/pointer.js';
import type { SealedSignature, SigningMethod } from '../../evidence/record.js';
import { signedContent } from '../../evidence/signed-content.js';
import { catalog } from '../../fields/catalog.js';
import { sha256Hex } from '../digest.js';
import { Problem } from '../http/problem.js';
import type { SubmissionBody } from './body-shapes.js';
import { mustBeNear } from './consents.js';
import { mustBeLanguageOf } from './form-language.js';

/**
 * The records of the signatures: what each is, and what it is under.
 *
 * @param receivedAt ISO time.
 * @throws Problem `answers` with `changed` where a signature was given under other answers; `malformed` where there is
 * not one record for each signature, or its times cannot be: shown, then agreed, then signed.
 */
export function signaturesOf(
  rules: FormDefinition,
  answers: Answers,
  answered: readonly AnsweredField[],
  { signatures, consents }: Pick<SubmissionBody, 'signatures' | 'consents'>,
  receivedAt: string,
): readonly SealedSignature[] {
  const given = answered.filter(({ field }) => isSigning(field, catalog));
  const sent = new Map((signatures ?? []).map((signature) => [signature.path, signature]));
  if (sent.size !== (signatures?.length ?? 0) || sent.size !== given.length) throw unmatched();
  if (given.length === 0) return [];
  const closing = rules.steps.filter(({ at }) => at === 'review');
  const declared = new Set(
    [...answeredFields({ ...rules, steps: closing }, answers)].map(({ path }) => path.join('.')),
  );
  const contentSha256 = sha256Hex(canonicalJson(signedContent(rules, answers, catalog)));
  return given.map(({ answer, path }) => {
    const at = path.join('.');
    const record = sent.get(at);
    if (record === undefined) throw unmatched();
    if (record.contentSha256 !== contentSha256) {
      throw new Problem('answers', { errors: [{ pointer: pointerOf(path), code: 'changed' }] });
    }
    const { language, shownAt, signedAt } = record;
    mustBeLanguageOf(rules.languages, language);
    for (const time of [shownAt, signedAt]) mustBeNear(time, receivedAt);
    if ([shownAt, ...consents.map((consent) => consent.at)].some((time) => isAfter(time, signedAt))) {
      throw new Problem('malformed', { detail: 'Something was shown or agreed to after it was signed.' });
    }
    if (consents.some((consent) => declared.has(consent.path) && isAfter(shownAt, consent.at))) {
      throw new Problem('malformed', { detail: 'Something was declared right before it was shown.' });
    }
    const sha256 = sha256Hex(canonicalJson(answer));
    return { path: at, method: methodOf(answer), language, sha256, contentSha256, shownAt, signedAt };
  });
}

/** What was chosen as a file is a photo of the paper. */
function methodOf(answer: unknown): SigningMethod {
  return Array.isArray(answer) ? 'paper' : (answer as { readonly method: SigningMethod }).method;
}

function isAfter(time: string, other: string): boolean {
  return Date.parse(time) > Date.parse(other);
}

function unmatched(): Problem {
  return new Problem('malformed', { detail: 'There must be one record for each signature that was given.' });
}
