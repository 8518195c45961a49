import * as z from 'zod/mini';

/** Words that make a person smaller than he is, and what to write in their place. */
const shunned = z.strictObject({
  avoid: z.array(z.string().check(z.minLength(2))).check(z.minLength(1)),
  better: z.string().check(z.minLength(1)),
});

/**
 * A list of words that the texts of forms and processes are to do without, such as `words.json` of a pack. Arabic and
 * English ones may stand beside one another: neither is found in the other's letters.
 */
export const wordListSchema = z.strictObject({
  $schema: z.optional(z.string()),
  words: z.array(shunned),
});

export type WordList = z.infer<typeof wordListSchema>;
