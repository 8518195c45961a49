import { canonicalJson } from '../core/canonical-json.js';
import type { Answers } from '../core/engine.js';
import { parseJson } from '../core/json-source.js';
import { base64url, fromBase64url } from './bytes.js';
import type { Envelope } from './envelope-shape.js';
import { SIZES } from './envelope-shape.js';
import type { Binding } from './hpke.js';
import { open, seal } from './hpke.js';
import type { P256Jwk, Subtle } from './subtle.js';
import { fromUtf8, utf8 } from './utf-8.js';

/** A public key to seal to, as a definition has it: 65 bytes of a point in base64url. */
export interface SealingKey {
  readonly id: string;
  readonly publicKey: string;
}

/** A private key, with the public one it belongs to. */
export interface OpeningKey extends SealingKey {
  readonly jwk: P256Jwk;
}

/** What an envelope belongs to: with another form, another section or other answers beside it nobody can open it. */
export interface SealedFor {
  readonly form: { readonly id: string; readonly version: string; readonly sha256: string };
  /** Id of the section. */
  readonly section: string;
  /** The answers that go in the open, but for signatures and what is computed. */
  readonly beside: Answers;
}

/** Why an envelope cannot be opened. */
export type OpeningFault =
  /** There is no private key of its id. */
  | 'no-key'
  /** Sealed to another key of that id, changed since, or belonging to something else: no cipher tells these apart. */
  | 'not-opened'
  /** It opens, and holds no answers. */
  | 'no-answers';

/** More answers than an envelope can hold. */
export class TooMuchToSeal extends Error {}

/** Seals answers. @throws TooMuchToSeal */
export async function sealAnswers(
  answers: Answers,
  key: SealingKey,
  sealedFor: SealedFor,
  subtle: Subtle,
): Promise<Envelope> {
  const publicKey = fromBase64url(key.publicKey) ?? new Uint8Array(0);
  const message = padded(utf8(canonicalJson(answers)));
  const { enc, ciphertext } = await seal(message, publicKey, bindingOf(sealedFor), subtle);
  return { v: 1, key: key.id, enc: base64url(enc), ciphertext: base64url(ciphertext) };
}

/** Opens an envelope with the first of several keys that fits. */
export async function openEnvelope(
  envelope: Envelope,
  keys: readonly OpeningKey[],
  sealedFor: SealedFor,
  subtle: Subtle,
): Promise<Answers | OpeningFault> {
  const meant = keys.filter(({ id }) => id === envelope.key);
  if (meant.length === 0) return 'no-key';
  for (const key of meant) {
    const message = await openedWith(key, envelope, bindingOf(sealedFor), subtle);
    if (message !== undefined) return answersIn(message) ?? 'no-answers';
  }
  return 'not-opened';
}

async function openedWith(
  { jwk, publicKey }: OpeningKey,
  { enc, ciphertext }: Envelope,
  binding: Binding,
  subtle: Subtle,
): Promise<Uint8Array | undefined> {
  const [point, encapsulated, text] = [publicKey, enc, ciphertext].map(fromBase64url);
  if (point === undefined || encapsulated === undefined || text === undefined) return undefined;
  try {
    return await open({ enc: encapsulated, ciphertext: text }, jwk, point, binding, subtle);
  } catch {
    return undefined;
  }
}

/** JSON may end in spaces: with them every message has one of a few sizes. */
function padded(message: Uint8Array): Uint8Array<ArrayBuffer> {
  const size = SIZES.find((one) => one >= message.length);
  if (size === undefined) throw new TooMuchToSeal();
  const whole = new Uint8Array(size).fill(0x20);
  whole.set(message);
  return whole;
}

/** Read as strictly as what comes in the open: whoever sealed it may have written anything. */
function answersIn(message: Uint8Array): Answers | undefined {
  const read = parseJson(textIn(message) ?? '');
  const answers = 'value' in read ? read.value : undefined;
  return typeof answers === 'object' && answers !== null && !Array.isArray(answers)
    ? (answers as Answers)
    : undefined;
}

function textIn(message: Uint8Array): string | undefined {
  try {
    return fromUtf8(message);
  } catch {
    return undefined;
  }
}

function bindingOf({ form: { id, version, sha256 }, section, beside }: SealedFor): Binding {
  const bound = { form: { id, version, sha256 }, section, beside };
  return { info: utf8('taafi-kit sealed answers 1'), aad: utf8(canonicalJson(bound)) };
}
