import { createHash } from 'node:crypto';
import * as z from 'zod/mini';

/** A key that the data keys of records are sealed with. */
export interface MasterKey {
  /** Worked out from the key: who has the id has nothing of the key. */
  readonly id: string;
  /** 32 bytes. */
  readonly key: Buffer;
  /** When another one took its place (ISO); undefined for the one in use, and where nobody wrote it down. */
  readonly replacedAt?: string | undefined;
}

/** The master keys there are, the one in use first. */
export type MasterKeys = readonly [MasterKey, ...MasterKey[]];

/** Bytes of a master key, as AES-256 has them. */
export const KEY_BYTES = 32;

const fileShape = z.strictObject({
  keys: z
    .array(z.strictObject({ id: z.string(), key: z.string(), replacedAt: z.optional(z.string()) }))
    .check(z.minLength(1)),
});

/**
 * The keys in a text: what `masterKeysText` has written, or keys in base64 with commas or line breaks between them, the one
 * in use first.
 * @param place what the text is called in an error, such as the path of its file
 * @throws Error that says what is wrong with it and holds nothing of it
 */
export function masterKeysIn(text: string, place: string): MasterKeys {
  const keys = text.trimStart().startsWith('{') ? keysInJson(text, place) : keysInList(text, place);
  const [first, ...rest] = keys;
  if (first === undefined) throw new Error(`${place} holds no master key.`);
  if (new Set(keys.map(({ id }) => id)).size < keys.length)
    throw new Error(`${place} holds the same master key twice.`);
  return [first, ...rest];
}

/** How keys are written into a file. */
export function masterKeysText(keys: MasterKeys): string {
  const written = keys.map(({ id, key, replacedAt }) => ({ id, key: key.toString('base64'), replacedAt }));
  return `${JSON.stringify({ keys: written }, null, 2)}\n`;
}

/** A master key of 32 bytes. */
export function masterKeyOf(key: Buffer): MasterKey {
  const id = createHash('sha256').update('taafi-kit master key\n').update(key).digest('hex').slice(0, 16);
  return { id, key };
}

function keysInJson(text: string, place: string): MasterKey[] {
  const { success, data } = fileShape.safeParse(jsonIn(text));
  if (!success) throw new Error(`${place} is damaged: put it back from where you keep a copy.`);
  return data.keys.map(({ id, key, replacedAt }) => {
    const made = { ...bytesOf(key, place), ...(replacedAt !== undefined && { replacedAt }) };
    if (made.id !== id) throw new Error(`${place} is damaged: put it back from where you keep a copy.`);
    return made;
  });
}

function keysInList(text: string, place: string): MasterKey[] {
  const words = text.split(/[\s,]+/).filter((word) => word !== '');
  return words.map((word) => bytesOf(word, place));
}

function bytesOf(text: string, place: string): MasterKey {
  const key = Buffer.from(text, 'base64');
  const isWhole = key.length === KEY_BYTES && key.toString('base64').replace(/=+$/, '') === base64(text);
  if (isWhole) return masterKeyOf(key);
  throw new Error(`${place} must hold keys of 32 bytes in base64, as "openssl rand -base64 32" makes them.`);
}

/** The one spelling of base64 that is compared: without padding, in the alphabet that is not for addresses. */
function base64(text: string): string {
  return text.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, '');
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
