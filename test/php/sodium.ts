import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { PHP } from '@php-wasm/universal';

/** What comes before a raw Ed25519 key in the encodings that Node reads (RFC 8410). */
const privateKeyPrefix = Buffer.from('302e020100300506032b657004220420', 'hex');
const publicKeyPrefix = Buffer.from('302a300506032b6570032100', 'hex');

/** A question of the functions in `sodium.php`: all bytes in base64. */
type Question =
  | { readonly sodium: 'publicKey'; readonly seed: string }
  | { readonly sodium: 'sign'; readonly seed: string; readonly message: string }
  | { readonly sodium: 'verify'; readonly key: string; readonly message: string; readonly signature: string };

/** Where PHP finds the functions: what is in that folder is run before each script. */
export const sodiumFile = '/internal/shared/preload/sodium.php';

/**
 * Gives a PHP without `sodium` the functions of it that sign with Ed25519, so that scripts written for a server, where
 * every PHP since 7.2 has them, can be tried. What they compute is Node's: the same bytes, for Ed25519 leaves no choice.
 */
export function standInForSodium(runtime: PHP): void {
  const source = readFileSync(
    fileURLToPath(new URL('../../../test/php/sodium.php', import.meta.url)),
    'utf8',
  );
  runtime.mkdir('/internal/shared/preload');
  runtime.writeFile(sodiumFile, source);
  runtime.onMessage((text) => answer(JSON.parse(text) as Question).toString('base64'));
}

const bytes = (text: string) => Buffer.from(text, 'base64');

const privateKey = (seed: string) =>
  createPrivateKey({ key: Buffer.concat([privateKeyPrefix, bytes(seed)]), format: 'der', type: 'pkcs8' });

function answer(question: Question): Buffer {
  if (question.sodium === 'sign') return sign(null, bytes(question.message), privateKey(question.seed));
  if (question.sodium === 'publicKey') {
    return createPublicKey(privateKey(question.seed)).export({ format: 'der', type: 'spki' }).subarray(-32);
  }
  const key = createPublicKey({
    key: Buffer.concat([publicKeyPrefix, bytes(question.key)]),
    format: 'der',
    type: 'spki',
  });
  return Buffer.from(
    verify(null, bytes(question.message), key, bytes(question.signature)) ? 'right' : 'wrong',
  );
}
