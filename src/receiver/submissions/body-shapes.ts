import * as z from 'zod/mini';
import { isIsoDate } from '../../core/calendar.js';
import { pointerOf } from '../../core/pointer.js';
import { guardShape } from '../guard/guard.js';
import { Problem } from '../http/problem.js';
import { shareable } from '../storage/partner-store.js';

export const languageCode = z.string().check(z.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/));
const fieldPath = z.string().check(z.regex(/^[A-Za-z0-9]{1,64}(\.\d{1,4}\.[A-Za-z0-9]{1,64}){0,4}$/));
const digest = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const formId = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,63}$/));
const version = z.string().check(z.regex(/^\d{1,9}\.\d{1,9}\.\d{1,9}$/));
const instant = z.string().check(
  z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/),
  // Date.parse takes 31 February for a day of March.
  z.refine((text) => isIsoDate(text.slice(0, 10)) && !Number.isNaN(Date.parse(text))),
);

/** U+0000 is the one character that not every database can keep; answers never have it either. */
const hasNoNull = z.refine<string>((text) => !text.includes('\u0000'));

/** What somebody wrote. Lengths are UTF-16 code units. */
export const written = z.string().check(
  z.maxLength(2_000),
  z.refine((text) => text.trim() !== ''),
  hasNoNull,
);

/** Which request is meant, with the token that only its person was given. */
export const linkShape = z.strictObject({
  reference: z.string().check(z.regex(/^\d{14}$/)),
  token: z.string().check(z.regex(/^[A-Za-z0-9_-]{22}$/)),
});

/** The referral a request comes of, and what the person allows the partner to be told. */
const partnerShape = z.strictObject({
  ticket: z.string().check(z.regex(/^[\w-]{1,400}\.[\w-]{22}$/)),
  shares: z
    .array(z.strictObject({ what: z.enum(shareable), language: languageCode, at: instant }))
    .check(z.maxLength(shareable.length)),
});

export type PartnerBody = z.infer<typeof partnerShape>;

/** Body of `POST api/submissions`. The answers are the definition's affair. */
export const submissionShape = z.strictObject({
  form: z.strictObject({ id: formId, version, sha256: digest }),
  language: languageCode,
  answers: z.record(z.string(), z.unknown()),
  consents: z
    .array(
      z.strictObject({
        path: fieldPath,
        language: languageCode,
        at: instant,
      }),
    )
    .check(z.maxLength(1_000)),
  signatures: z.optional(
    z
      .array(
        z.strictObject({
          path: fieldPath,
          language: languageCode,
          contentSha256: digest,
          shownAt: instant,
          signedAt: instant,
        }),
      )
      .check(z.maxLength(100)),
  ),
  /** The request whose data are declared. */
  about: z.optional(linkShape),
  partner: z.optional(partnerShape),
  /** How it was filled in. */
  guard: z.optional(guardShape),
});

export type SubmissionBody = z.infer<typeof submissionShape>;

/** Body of `POST api/referrals`. */
export const referralShape = z.strictObject({
  form: z.strictObject({ id: formId, version }),
  step: z.string().check(z.regex(/^[a-z][A-Za-z0-9]{0,63}$/)),
  question: written,
  contact: z.optional(z.string().check(z.maxLength(100), hasNoNull)),
  language: languageCode,
});

export type ReferralBody = z.infer<typeof referralShape>;

/** @throws Problem `malformed`, naming the first place at fault. */
export function shaped<Schema extends z.ZodMiniType>(schema: Schema, body: unknown): z.infer<Schema> {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  // The path leads along names of the contract, never along names that were sent.
  const place = pointerOf(result.error.issues[0]?.path ?? []);
  throw new Problem('malformed', { detail: `Not of the shape of the contract at "${place}".` });
}
