/** Types of field whose answers are a person's own words, codes or addresses, or what he signs: all are shown to the letter, in their own digits. */
export const ownWords: ReadonlySet<string> = new Set([
  'text',
  'long-text',
  'given',
  'signature',
  'email',
  'iban',
  'url',
  'map-link',
  'hidden',
  'person-name',
]);
