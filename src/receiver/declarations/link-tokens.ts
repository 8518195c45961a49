import type { LinkSecret } from '../link-secret.js';

/**
 * The second half of a link to the data of a request. Who has a reference and its token is the person, or somebody he
 * gave the link to.
 */
export class LinkTokens {
  readonly #secret: LinkSecret;

  constructor(secret: LinkSecret) {
    this.#secret = secret;
  }

  /** 22 characters of base64url. */
  of(reference: string): string {
    return this.#secret.code(textOf(reference));
  }

  /** Takes as long for a wrong token as for the right one. */
  isOf(reference: string, token: string): boolean {
    return this.#secret.isCode(textOf(reference), token);
  }
}

const textOf = (reference: string): string => `link ${reference}`;
