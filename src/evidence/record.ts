import { canonicalJson } from '../core/canonical-json.js';
import type { Answers } from '../core/engine.js';

/** One statement that was agreed to: where it stands, and which sentence it was, in which language, when. */
export interface AgreedStatement {
  readonly path: string;
  readonly language: string;
  /** SHA-256 of the sentence's UTF-8 bytes, as it was read. */
  readonly textSha256: string;
  /** By the person's clock. */
  readonly agreedAt: string;
}

/** One file that belongs to an answer. */
export interface SealedAttachment {
  /** The field it answers, `dependants.0.card` inside a list. */
  readonly path: string;
  /** The name of the upload, as the answer tells it. */
  readonly id: string;
  readonly bytes: number;
  readonly sha256: string;
}

export type SigningMethod = 'drawn' | 'typed' | 'paper' | 'provider';

/** One signature: what it is, and what the person had before him when he gave it. */
export interface SealedSignature {
  readonly path: string;
  readonly method: SigningMethod;
  readonly language: string;
  /** SHA-256 of the canonical JSON of the signature's own answer: the strokes, or the name. */
  readonly sha256: string;
  /** SHA-256 of the canonical JSON of every other answer that was given: what was signed. */
  readonly contentSha256: string;
  /** When the page with what is signed was shown, and when it was signed, both by the person's clock. */
  readonly shownAt: string;
  readonly signedAt: string;
}

/**
 * What the receiver seals of a request: no answers, only their digests, so that the chain can be kept and shown when
 * the answers are long deleted. Digests are SHA-256 in hexadecimal, times are ISO 8601 in UTC.
 */
export interface EvidenceRecord {
  readonly v: 1;
  /** Position in the receiver's chain, from 1. */
  readonly sequence: number;
  /** Digest of what was sealed for the record before this one; null for the first. */
  readonly previous: string | null;
  readonly reference: string;
  /** By the receiver's clock. */
  readonly receivedAt: string;
  readonly notBefore?: string | undefined;
  readonly form: {
    readonly id: string;
    readonly version: string;
    /** Digest of the definition's canonical JSON. */
    readonly sha256: string;
    readonly policyVersion?: string | undefined;
  };
  readonly language: string;
  /** Digest of the canonical JSON of all answers as they are stored. */
  readonly answersSha256: string;
  readonly statements: readonly AgreedStatement[];
  readonly attachments: readonly SealedAttachment[];
  readonly signatures: readonly SealedSignature[];
  /** The earlier request whose data this one declares. */
  readonly about?: { readonly reference: string; readonly answersSha256: string } | undefined;
  readonly keyId: string;
}

/** The receiver's seal on a record. */
export interface Seal {
  readonly algorithm: 'Ed25519';
  /** 32 bytes in hexadecimal. The record's `keyId` is the start of their digest. */
  readonly publicKey: string;
  /** 64 bytes in hexadecimal. */
  readonly signature: string;
}

/** What the receiver gives out for a request. */
export interface Evidence {
  readonly record: EvidenceRecord;
  readonly seal: Seal;
}

/** The file that a person keeps: whoever has it can check it by himself, years later and without a line. */
export interface ReceiptFile extends Evidence {
  readonly kind: 'taafi-receipt';
  readonly v: 1;
  /** The definition as it was served. */
  readonly definition: unknown;
  readonly answers: Answers;
}

/** The bytes of this text are what a seal is on. The first line keeps a key from sealing one thing as another. */
export function sealedText(record: EvidenceRecord): string {
  return `taafi-kit evidence 1\n${canonicalJson(record)}`;
}

/** What keys are called by: the start of the digest of the public key. */
export function keyIdOf(publicKey: Uint8Array, sha256: (content: Uint8Array) => string): string {
  return sha256(publicKey).slice(0, 16);
}

/** Most characters of a receipt's file: the longest definition beside the longest answers. */
export const MOST_RECEIPT_CHARACTERS = 3_000_000;
