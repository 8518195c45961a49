import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The second half of a link to a request. Who has a reference and its token is the person, or somebody he gave the link
 * to. Tokens are worked out and nowhere stored: 128 bits of HMAC-SHA-256 under a secret of this receiver.
 */
export class LinkTokens {
  readonly #secret: Buffer;

  constructor(secret: Buffer) {
    this.#secret = secret;
  }

  /** 22 characters of base64url. */
  of(reference: string): string {
    return this.#bytes(reference).toString('base64url');
  }

  /** Takes as long for a wrong token as for the right one. */
  isOf(reference: string, token: string): boolean {
    const given = Buffer.from(token, 'base64url');
    const right = this.#bytes(reference);
    return given.length === right.length && timingSafeEqual(given, right);
  }

  #bytes(reference: string): Buffer {
    return createHmac('sha256', this.#secret).update(`link ${reference}`).digest().subarray(0, 16);
  }
}

/** The tokens of the receiver that keeps `dataDir`; its secret is made at the first start, for its owner only. */
export async function openLinkTokens(dataDir: string): Promise<LinkTokens> {
  const folder = join(dataDir, 'keys');
  const path = join(folder, 'link-secret');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const made = randomBytes(32).toString('hex');
  await writeFile(path, made, { flag: 'wx', mode: 0o600, flush: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    },
  );
  const secret = Buffer.from(await readFile(path, 'utf8'), 'hex');
  if (secret.length !== 32)
    throw new Error(`${path} is damaged: restore it, or delete it and all links with it.`);
  return new LinkTokens(secret);
}
