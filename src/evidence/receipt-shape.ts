import * as z from 'zod/mini';
import { isIsoDate } from '../core/calendar.js';
import type { EvidenceRecord, ReceiptFile, Seal } from './record.js';

const text = z.string().check(z.maxLength(200));
const digest = z.string().check(z.regex(/^[0-9a-f]{64}$/));
/** A moment as ISO 8601 in UTC. */
export const instantShape = z.string().check(
  z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/),
  z.refine((time) => isIsoDate(time.slice(0, 10)) && !Number.isNaN(Date.parse(time))),
);
const day = z.string().check(z.refine(isIsoDate));
const whole = z.int().check(z.gte(0));

/** The shape of what is sealed. */
export const recordShape = z.strictObject({
  v: z.literal(1),
  sequence: z.int().check(z.gte(1)),
  previous: z.union([z.null(), digest]),
  reference: text,
  receivedAt: instantShape,
  notBefore: z.optional(day),
  form: z.strictObject({ id: text, version: text, sha256: digest, policyVersion: z.optional(z.string()) }),
  language: text,
  answersSha256: digest,
  statements: z.array(
    z.strictObject({ path: z.string(), language: text, textSha256: digest, agreedAt: instantShape }),
  ),
  attachments: z.array(z.strictObject({ path: z.string(), id: text, bytes: whole, sha256: digest })),
  signatures: z.array(
    z.strictObject({
      path: z.string(),
      method: z.enum(['drawn', 'typed', 'paper', 'provider']),
      language: text,
      sha256: digest,
      contentSha256: digest,
      shownAt: instantShape,
      signedAt: instantShape,
    }),
  ),
  about: z.optional(z.strictObject({ reference: text, answersSha256: digest })),
  keyId: z.string().check(z.regex(/^[0-9a-f]{16}$/)),
}) satisfies z.ZodMiniType<EvidenceRecord>;

export const sealShape = z.strictObject({
  algorithm: z.literal('Ed25519'),
  publicKey: digest,
  signature: z.string().check(z.regex(/^[0-9a-f]{128}$/)),
}) satisfies z.ZodMiniType<Seal>;

/** The shape of a receipt's file: nothing is in it that is not checked, and so nothing can be added to it. */
export const receiptFileShape = z.strictObject({
  kind: z.literal('taafi-receipt'),
  v: z.literal(1),
  record: recordShape,
  seal: sealShape,
  definition: z.unknown(),
  answers: z.record(z.string(), z.unknown()),
}) satisfies z.ZodMiniType<ReceiptFile>;
