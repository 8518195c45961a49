import type { Context, FieldDefinition, FieldType } from '../field-type.js';
import type { Dice } from './dice.js';
import type { Person, SampleLanguage } from './person.js';

/** What a sample of an answer may depend on. */
export interface Setting {
  readonly definition: FieldDefinition;
  readonly type: FieldType<FieldDefinition, unknown, unknown>;
  readonly context: Context;
  readonly dice: Dice;
  readonly language: SampleLanguage;
  /** Who answers, or whom the item of a list is about. */
  readonly person: Person;
  /** The answer of another field as a condition sees it; undefined where there is none. */
  readonly answerOf: (name: string) => unknown;
}

/** Gives a value that a person could have answered; the rule of the type says whether it is right. */
export type Sampler = (setting: Setting) => unknown;
