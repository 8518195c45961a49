import { answeredFields } from '../../src/core/answered-fields.js';
import { canonicalJson } from '../../src/core/canonical-json.js';
import type { FormDefinition } from '../../src/core/definition.js';
import type { Answers } from '../../src/core/engine.js';
import { isSigning } from '../../src/core/field-type.js';
import { catalog } from '../../src/core/index.js';
import { signedContent } from '../../src/evidence/signed-content.js';
import { sha256Hex } from '../../src/receiver/digest.js';
import type { Signed } from '../../src/transport/transport.js';

/** The records of all signatures among answers, as a form sends them that was read and signed on Sunday noon in Riyadh. */
export function signaturesFor(definition: FormDefinition, answers: Answers): Signed[] {
  const contentSha256 = sha256Hex(canonicalJson(signedContent(definition, answers, catalog)));
  return [...answeredFields(definition, answers)]
    .filter(({ field }) => isSigning(field, catalog))
    .map(({ path }) => ({
      path: path.join('.'),
      language: 'ar',
      contentSha256,
      shownAt: '2026-11-22T08:55:00.000Z',
      signedAt: '2026-11-22T09:00:00.000Z',
    }));
}
