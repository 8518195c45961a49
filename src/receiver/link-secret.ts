import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { openSecretFile } from './secret-file.js';

/**
 * The secret that all tokens of links are worked out from: nothing of them is stored, and who reads the database can open
 * nothing. Each use of it names its purpose, so that a token of one kind is never one of another.
 */
export class LinkSecret {
  readonly #secret: Buffer;

  constructor(secret: Buffer) {
    this.#secret = secret;
  }

  /** 128 bits of HMAC-SHA-256 of a text, as 22 characters of base64url. */
  code(text: string): string {
    return createHmac('sha256', this.#secret).update(text).digest().subarray(0, 16).toString('base64url');
  }

  /** Whether a code is that of a text; takes as long for a wrong one as for the right one. */
  isCode(text: string, given: string): boolean {
    return isSame(given, this.code(text));
  }

  /** A token that says something, followed by the code of that for one purpose. */
  token(purpose: string, said: string): string {
    return `${said}.${this.code(purpose + said)}`;
  }

  /** What a token says; undefined for one that was not made here for that purpose. */
  saidBy(purpose: string, token: string): string | undefined {
    const place = token.lastIndexOf('.');
    const said = token.slice(0, Math.max(0, place));
    return this.isCode(purpose + said, token.slice(place + 1)) ? said : undefined;
  }
}

/** Compares texts in a time that does not tell how much of them is the same. */
export function isSame(one: string, other: string): boolean {
  // The texts are compared: of the last character of base64url not every bit is one of the code.
  const [first, second] = [Buffer.from(one), Buffer.from(other)];
  return first.length === second.length && timingSafeEqual(first, second);
}

/** The secret of the receiver that keeps `dataDir`; made at the first start, for its owner only. */
export async function openLinkSecret(dataDir: string): Promise<LinkSecret> {
  const { path, text } = await openSecretFile(dataDir, 'link-secret', () => randomBytes(32).toString('hex'));
  const secret = Buffer.from(text, 'hex');
  if (secret.length !== 32)
    throw new Error(`${path} is damaged: restore it, or delete it and all links with it.`);
  return new LinkSecret(secret);
}
