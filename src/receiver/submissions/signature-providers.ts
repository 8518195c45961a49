import type { AnsweredField } from '../../core/answered-fields.js';
import type { Answers } from '../../core/engine.js';
import { pointerOf } from '../../core/pointer.js';
import { signerOf } from '../../evidence/signer.js';
import type { ProvidedSignature } from '../../fields/signature/signature.type.js';
import { Problem } from '../http/problem.js';

/** The receiver's side of somebody who signs for people in a way of his own, such as a licensed provider. */
export interface SignatureVerifier {
  /**
   * Whether a proof is that of this person's signature under this content. The same claim comes again where a request is
   * sent again, and is to be answered the same; a proof under another content is none. Where it throws or rejects, the
   * request is answered 503.
   */
  verify(claim: ClaimedSignature): boolean | Promise<boolean>;
}

export interface ClaimedSignature {
  readonly proof: string;
  /** SHA-256 of the canonical JSON of all answers but the signatures, in hexadecimal. */
  readonly contentSha256: string;
  /** The name that was given; empty where none was. */
  readonly signer: string;
}

/** Verifiers by the names that forms call their providers by. */
export type SignatureVerifiers = Readonly<Record<string, SignatureVerifier>>;

/**
 * Asks the providers about what was signed with them.
 * @throws Problem `answers` with `provider` where there is no such provider here, or he denies it; `busy` where he
 * cannot be asked now.
 */
export async function mustBeProvided(
  answered: readonly AnsweredField[],
  answers: Answers,
  contentOf: ReadonlyMap<string, string>,
  verifiers: SignatureVerifiers,
): Promise<void> {
  for (const { field, answer, path } of answered) {
    if (field.type !== 'signature') continue;
    const { method, provider, proof } = answer as ProvidedSignature;
    if (method !== 'provider') continue;
    const claim = {
      proof,
      contentSha256: contentOf.get(path.join('.')) ?? '',
      signer: signerOf({ field, path }, answers),
    };
    const verifier = Object.hasOwn(verifiers, provider) ? verifiers[provider] : undefined;
    if (!(await isVerified(verifier, claim)))
      throw new Problem('answers', { errors: [{ pointer: pointerOf(path), code: 'provider' }] });
  }
}

async function isVerified(
  verifier: SignatureVerifier | undefined,
  claim: ClaimedSignature,
): Promise<boolean> {
  try {
    return (await verifier?.verify(claim)) === true;
  } catch {
    throw new Problem('busy', { headers: { 'Retry-After': '30' } });
  }
}
