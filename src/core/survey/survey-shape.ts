import * as z from 'zod/mini';
import { identifier, text } from '../shapes.js';

/**
 * The member `survey` of a definition. `of` names a field, or with a dot one statement of a matrix; `dimensions` are
 * fields by whose options the results are told apart, `comments` are fields whose text is screened.
 */
export const surveySchema = z.strictObject({
  audience: z.optional(z.enum(['external', 'internal'])),
  /** `open`: anybody may answer, as often as he likes. Otherwise an invitation is needed, which is good for once. */
  access: z.optional(z.enum(['invited', 'open'])),
  measures: z
    .array(
      z.strictObject({
        id: identifier,
        kind: z.enum(['csat', 'ces', 'nps', 'shares', 'ranking']),
        of: z.string().check(z.regex(/^[A-Za-z]\w*(\.[A-Za-z]\w*)?$/, 'measure-of')),
        title: z.optional(text),
        clause: z.optional(z.string().check(z.regex(/^[A-Z]\d{1,2}[a-z]?$/, 'clause'))),
      }),
    )
    .check(z.minLength(1)),
  dimensions: z.optional(z.array(identifier)),
  comments: z.optional(z.array(identifier)),
  /** Occasions on which people are invited, in the order in which they come about. */
  steps: z.optional(z.array(z.strictObject({ id: identifier, title: text }))),
});
