/** Types of field whose answers are a person's own words, or what he signs: both are shown to the letter, in his digits. */
export const ownWords: ReadonlySet<string> = new Set(['text', 'long-text', 'given', 'signature']);
