import type { Text } from '../text.js';

/**
 * What a change does to whoever is filling a form in, or has: `invalid` to answers that were kept and no longer hold,
 * `asked` is asked or has to be agreed to anew, `other` does neither, `wording` changes nothing but words.
 */
export type Effect = 'invalid' | 'asked' | 'other' | 'wording';

/** The effects, the gravest first. */
export const effects: readonly Effect[] = ['invalid', 'asked', 'other', 'wording'];

/** What is said of each change; `locale/` has the sentences. */
export const changeEffects = {
  'question-removed': 'invalid',
  'question-renamed': 'invalid',
  'type-changed': 'invalid',
  'option-removed': 'invalid',
  'options-removed': 'invalid',
  'least-raised': 'invalid',
  'most-lowered': 'invalid',
  'rule-narrower': 'invalid',
  'rule-changed': 'invalid',
  'question-added': 'asked',
  'question-added-optional': 'asked',
  'now-required': 'asked',
  'statement-changed': 'asked',
  'condition-dropped': 'asked',
  'condition-changed': 'asked',
  'purpose-added': 'asked',
  'purpose-dropped': 'asked',
  'purpose-changed': 'asked',
  'purpose-words': 'asked',
  'retention-changed': 'asked',
  'retention-dropped': 'asked',
  'notice-changed': 'asked',
  'option-added': 'other',
  'option-moved': 'other',
  'options-added': 'other',
  'options-moved': 'other',
  'least-lowered': 'other',
  'most-raised': 'other',
  'rule-wider': 'other',
  'no-longer-required': 'other',
  'condition-added': 'other',
  'value-changed': 'other',
  'retention-added': 'other',
  'sensitive-now': 'other',
  'sensitive-no-longer': 'other',
  'detail-changed': 'other',
  'question-moved': 'other',
  'question-to-step': 'other',
  'step-added': 'other',
  'step-removed': 'other',
  'step-moved': 'other',
  'language-added': 'other',
  'language-removed': 'other',
  'answer-time': 'other',
  'prefill-changed': 'other',
  'survey-changed': 'other',
  'label-changed': 'wording',
  'words-changed': 'wording',
  'option-words': 'wording',
  'options-words': 'wording',
  'text-added': 'wording',
  'text-removed': 'wording',
  'step-words': 'wording',
  'title-changed': 'wording',
  'form-words': 'wording',
} as const satisfies Readonly<Record<string, Effect>>;

export type ChangeCode = keyof typeof changeEffects;

/** One thing that is another in the new version of a form. */
export interface Change {
  readonly code: ChangeCode;
  readonly effect: Effect;
  /** The field, as its answers are named (`dependants.name`), or the id of a step; empty for the form as a whole. */
  readonly place: string;
  /** What a sentence may name. Texts are said in the language of the sentence. */
  readonly params: Readonly<Record<string, Text | number>>;
}

/** A change with the effect that its code has. */
export function changed(code: ChangeCode, place: string, params: Change['params'] = {}): Change {
  return { code, effect: changeEffects[code], place, params };
}
