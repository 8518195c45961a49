/** What a sentence about a problem may speak of. */
export interface ProblemSubject {
  /** The field as a noun phrase, or its label. */
  readonly name: string;
  /** Limits in words, as far as the field has them. */
  readonly least: string;
  readonly most: string;
  /** The same as numbers, where they count something: for the plural. */
  readonly leastCount: number;
  readonly mostCount: number;
  /** The other field or item that the problem is about, and its answer; empty where it is about none. */
  readonly other: string;
  readonly otherAnswer: string;
}

export type Sentence = (subject: ProblemSubject) => string;

/** What a type of field says itself about its problems, in each language by the code of the problem. */
export type FieldSentences = Readonly<Record<'ar' | 'en', Readonly<Record<string, Sentence>>>>;

/** `Date of birth` inside an English sentence is `date of birth`; an abbreviation such as `ID number` stays as it is. */
export function lowerFirst(name: string): string {
  return /^[A-Z][^A-Z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}
