import * as z from 'zod/mini';
import { isNamedRight } from '../../fields/file/file.type.js';
import { languageCode, written } from '../submissions/body-shapes.js';

const name = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/));

/** Whatever else somebody takes for a reference, a factor or a token is answered like a wrong one. */
const attempt = z.string().check(z.maxLength(200));

export const lookUpShape = z.union([
  z.strictObject({ reference: attempt, factor: attempt }),
  z.strictObject({ reference: attempt, token: attempt }),
]);

export type LookUpBody = z.infer<typeof lookUpShape>;

const file = z
  .strictObject({
    id: z.string().check(z.regex(/^[A-Za-z0-9_-]{22}$/)),
    name: z.string().check(z.minLength(1), z.maxLength(255)),
    type: z.string().check(z.regex(/^[a-z]+\/[a-z0-9.+-]{1,80}$/)),
    size: z.int().check(z.gte(1)),
  })
  .check(z.refine(isNamedRight));

export const itemShape = z.union([
  z.strictObject({ item: name, files: z.array(file).check(z.minLength(1), z.maxLength(20)) }),
  z.strictObject({ item: name, text: written }),
]);

export const questionShape = z.strictObject({
  kind: z.enum(['question', 'suggestion']),
  text: written,
  language: languageCode,
});

export const ownMoveShape = z.strictObject({
  move: name,
  version: z.int().check(z.gte(1)),
  reason: z.optional(written),
});

export const sharingShape = z.strictObject({ stop: z.literal(true) });

export const rightShape = z.strictObject({ kind: z.enum(['copy', 'deletion']) });
