import * as z from 'zod/mini';
import { languageCode } from '../submissions/body-shapes.js';

/** Whatever else somebody takes for a token is answered like a wrong one. */
const token = z.string().check(z.maxLength(200));

export const invitationShape = z.strictObject({ token });

export const pageShape = z.strictObject({
  token,
  page: z.string().check(z.regex(/^[a-z][A-Za-z0-9]{0,63}$/)),
});

export const answersShape = z.strictObject({
  form: z.strictObject({
    id: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,63}$/)),
    version: z.string().check(z.regex(/^\d{1,9}\.\d{1,9}\.\d{1,9}$/)),
    sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  }),
  /** Absent for a survey that is open to all. */
  token: z.optional(token),
  answers: z.record(z.string(), z.unknown()),
});

export type AnswersBody = z.infer<typeof answersShape>;

const month = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/));
const name = z.string().check(z.regex(/^[a-z][A-Za-z0-9]{0,63}$/));

/** Other members are names of dimensions. */
export const resultsQuery = z.catchall(
  z.object({
    from: z.optional(month),
    to: z.optional(month),
    step: z.optional(name),
    language: z.optional(languageCode),
    format: z.optional(z.enum(['json', 'csv'])),
  }),
  z.string().check(z.maxLength(100)),
);
