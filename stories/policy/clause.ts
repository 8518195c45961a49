/** A text in both languages of the page. */
export interface Said {
  readonly ar: string;
  readonly en: string;
}

/** A clause of the association's policy, and where it is honoured. */
export interface Clause {
  /** Short and for ever: definitions and surveys name it too. */
  readonly id: string;
  /** `ar` is the association's own wording, letter for letter; `en` translates it. */
  readonly text: Said;
  /** What is done about it, in a sentence. */
  readonly how: Said;
  /** Ids of stories in which it can be seen. */
  readonly stories: readonly string[];
  /** Documents and files of the repository, with or without `#` and a heading. */
  readonly files?: readonly string[];
  /** What a kit of forms cannot do about it, and who can. */
  readonly limit?: Said;
}
