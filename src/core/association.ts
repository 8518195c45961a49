import * as z from 'zod/mini';
import { text } from './shapes.js';

/**
 * Who an association is: what every one of its forms shows around the questions. The policy names eight channels of
 * contact and the documents an officer works by; their order here is the policy's.
 */
export const associationSchema = z.strictObject({
  $schema: z.optional(z.string()),
  id: z.string().check(z.regex(/^[a-z][a-z0-9-]*$/)),
  name: text,
  about: z.optional(text),
  policy: z.optional(
    z.strictObject({
      title: text,
      /** ISO date of approval, and the minutes it stands in. */
      approved: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
      minutes: z.string(),
    }),
  ),
  channels: z.array(
    z.strictObject({
      id: z.string(),
      name: text,
      /** How and when to use the channel. */
      detail: z.optional(text),
      /** `tel:`, `mailto:`, `https:` or a path of the site. */
      href: z.optional(z.string().check(z.regex(/^(https:\/\/|tel:|mailto:|\/)/))),
    }),
  ),
  documents: z.array(
    z.strictObject({
      id: z.string(),
      title: text,
      version: z.optional(z.string()),
      href: z.optional(z.string().check(z.regex(/^(https:\/\/|\/)/))),
    }),
  ),
});

export type Association = z.infer<typeof associationSchema>;
