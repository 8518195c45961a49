import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
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
    const code = createHmac('sha256', this.#secret).update(`link ${reference}`).digest();
    return code.subarray(0, 16).toString('base64url');
  }

  /** Takes as long for a wrong token as for the right one. */
  isOf(reference: string, token: string): boolean {
    // The texts are compared: of the last character not every bit is one of the token.
    const [given, right] = [Buffer.from(token), Buffer.from(this.of(reference))];
    return given.length === right.length && timingSafeEqual(given, right);
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
  await chmod(path, 0o600);
  await chmod(folder, 0o700);
  const secret = Buffer.from(await readFile(path, 'utf8'), 'hex');
  if (secret.length !== 32)
    throw new Error(`${path} is damaged: restore it, or delete it and all links with it.`);
  return new LinkTokens(secret);
}
