import type { KeyObject } from 'node:crypto';
import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { chmod, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { publicKeysShape } from '../../evidence/public-keys.js';
import type { EvidenceRecord } from '../../evidence/record.js';
import { keyIdOf } from '../../evidence/record.js';
import type { PublicKey } from '../../evidence/trust.js';
import { sha256Hex } from '../digest.js';
import type { World } from '../world.js';
import { instant } from '../world.js';

const secretShape = z.strictObject({ ...publicKeysShape.shape, privateKey: z.string() });

/** The key that seals, and all public ones there ever were, the newest last. */
export interface SigningKeys {
  readonly current: PublicKey;
  readonly privateKey: KeyObject;
  readonly all: readonly PublicKey[];
}

/** Holds the private key: only the owner may read it. */
const SECRET = 'signing-key.json';
/** Holds the public keys, which anybody may have: a copy is all that checking a receipt needs. */
const PUBLIC = 'public-keys.json';

const folderIn = (dataDir: string): string => join(dataDir, 'keys');

/** Where the public keys of a receiver are, given the folder of all that it keeps. */
export function publicKeysFile(dataDir: string): string {
  return join(folderIn(dataDir), PUBLIC);
}

/**
 * The keys of a receiver; at the first start they are made.
 * @param last the last record, if there is one: then a key that is missing is lost, and never made anew in silence.
 * @throws Error where the file of the keys is missing or is none.
 */
export async function openSigningKeys(
  dataDir: string,
  world: World,
  last: Pick<EvidenceRecord, 'keyId' | 'receivedAt'> | undefined,
): Promise<SigningKeys> {
  const folder = folderIn(dataDir);
  const path = join(folder, SECRET);
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) {
    if (last !== undefined)
      throw new Error(`${path} is missing, and with it the key that sealed what is stored.`);
    return startKey(folder, [], world);
  }
  await chmod(path, 0o600);
  const secret = secretShape.safeParse(jsonIn(text));
  const privateKey = secret.success ? createPrivateKey(secret.data.privateKey) : undefined;
  const current = secret.data?.keys.at(-1);
  if (privateKey === undefined || current?.publicKey !== publicHalf(privateKey)) {
    throw new Error(`${path} does not hold a key and its public half.`);
  }
  const all = (secret.data?.keys ?? []).map((key) => lastedUntil(key, last));
  if (all.some((key, index) => key !== secret.data?.keys[index])) {
    await write(folder, SECRET, { keys: all, privateKey: secret.data?.privateKey });
  }
  await write(folder, PUBLIC, { keys: all });
  return { current, privateKey, all };
}

/**
 * A receiver that was running while its key was replaced went on with the old one: what that has sealed until the
 * restart is none the worse for it.
 */
function lastedUntil(key: PublicKey, last: Parameters<typeof openSigningKeys>[2]): PublicKey {
  const { id, until } = key;
  if (until === undefined || last?.keyId !== id) return key;
  return Date.parse(last.receivedAt) > Date.parse(until) ? { ...key, until: last.receivedAt } : key;
}

/** Puts a new key in the place of the one in use. What the old one has sealed stays good. */
export function rotateSigningKeys(dataDir: string, { all }: SigningKeys, world: World): Promise<SigningKeys> {
  const until = instant(world);
  const ended = all.map((key) => (key.until === undefined ? { ...key, until } : key));
  return startKey(folderIn(dataDir), ended, world);
}

async function startKey(folder: string, earlier: readonly PublicKey[], world: World): Promise<SigningKeys> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const { privateKey } = generateKeyPairSync('ed25519');
  const publicKey = publicHalf(privateKey);
  const id = keyIdOf(Buffer.from(publicKey, 'hex'), sha256Hex);
  const current: PublicKey = { id, publicKey, since: instant(world) };
  const keys = [...earlier, current];
  const pem = String(privateKey.export({ format: 'pem', type: 'pkcs8' }));
  await write(folder, SECRET, { keys, privateKey: pem });
  await write(folder, PUBLIC, { keys });
  return { current, privateKey, all: keys };
}

/** The 32 bytes of an Ed25519 public key in hexadecimal. */
function publicHalf(privateKey: KeyObject): string {
  const { x = '' } = createPublicKey(privateKey).export({ format: 'jwk' });
  return Buffer.from(x, 'base64url').toString('hex');
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Writes a file whole or not at all, for its owner only, and waits until it is on the disk. */
async function write(folder: string, name: string, json: unknown): Promise<void> {
  const [path, draft] = [join(folder, name), join(folder, `${name}.new`)];
  await rm(draft, { force: true });
  const handle = await open(draft, 'wx', 0o600);
  try {
    await handle.writeFile(`${JSON.stringify(json, null, 2)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(draft, path);
}
