import type { FormDefinition } from './definition.js';
import type { Catalog, Context } from './field-type.js';
import { asReceived, idsInside, sealedSectionsOf } from './received-form.js';
import type { ValidationResult } from './validate.js';
import { validateAnswers } from './validate.js';

/**
 * Checks answers as they are sent: what stands in sealed sections has to be in their envelopes. Besides the codes of
 * `validateAnswers` there is `unsealed`, for an answer that came in the open and was to be sealed.
 */
export function validateReceived(
  definition: FormDefinition,
  answers: unknown,
  catalog: Catalog,
  context: Context,
): ValidationResult {
  const result = validateAnswers(asReceived(definition), answers, catalog, context);
  if (result.answers !== undefined) return result;
  const inside = new Set(sealedSectionsOf(definition).flatMap((section) => [...idsInside(section)]));
  const problems = result.problems.map(({ pointer, code }) => ({
    pointer,
    code: code === 'unknown' && inside.has(pointer.slice(1)) ? 'unsealed' : code,
  }));
  return { problems };
}
