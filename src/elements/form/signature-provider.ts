import type { Text } from '../../core/text.js';

/** What is to be signed, and by whom. */
export interface SigningRequest {
  /** SHA-256 of the canonical JSON of all answers but the signatures, in hexadecimal. */
  readonly contentSha256: string;
  /** The name that was given; empty where none was. */
  readonly signer: string;
  readonly language: string;
}

/**
 * Somebody who signs for a person in a way of his own, such as a licensed provider of certificates. He is asked when the
 * person presses his button; the receiver asks his counterpart there whether what he gave is true.
 */
export interface SignatureProvider {
  /** What the receiver knows him by: small Latin letters, digits and hyphens. */
  readonly id: string;
  /** Words on his button, such as «وقّع عبر نفاذ». */
  readonly label: Text;
  /**
   * Has the person sign; gives what proves it to the receiver, a text of at most 20,000 characters. Undefined where the
   * person has changed his mind; where it rejects, he is told that it did not work.
   */
  sign(request: SigningRequest): Promise<string | undefined>;
}
