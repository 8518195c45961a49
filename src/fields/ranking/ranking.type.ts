import type { FieldDefinition, Option } from '../../core/field-type.js';
import { defineFieldType } from '../../core/field-type.js';
import { optionText, valuesOf } from '../choice/choice.type.js';
import { rankingSentences } from './ranking.sentences.js';

/** More than these nobody can put in order with care. */
const MOST_OPTIONS = 8;

export interface RankingDefinition extends FieldDefinition {
  readonly options: readonly Option[];
  /** How many places there are; as many as options where nothing is said. */
  readonly most?: number;
}

/** Which option has which place, the first at the front; empty where a place is still free. */
export type RankingInput = readonly string[];

/** Options put in order, the most important first. Nothing has a place until a person gives it one. */
export const ranking = defineFieldType<RankingDefinition, RankingInput, readonly string[]>({
  type: 'ranking',
  kind: 'options',
  definition: (z) => z.rankingDefinition,
  check({ options: { length }, most = 1 }) {
    if (length < 2) return [{ key: 'options', code: 'too-small' }];
    if (length > MOST_OPTIONS) return [{ key: 'options', code: 'too-big' }];
    return most > length ? [{ key: 'most', code: 'too-big' }] : [];
  },
  empty: [],
  read(input) {
    let { length } = input;
    while (length > 0 && input[length - 1] === '') length -= 1;
    if (length === 0) return {};
    const answer = input.slice(0, length);
    return answer.includes('') ? { problem: 'gap' } : { answer };
  },
  // What is no longer offered nobody could take out.
  write: (answer, { options }) => answer.filter((value) => valuesOf(options).includes(value)),
  answer: (z, definition) =>
    z.ranked(valuesOf(definition.options), placesOf(definition), definition.required),
  jsonSchema: (definition) => ({
    type: 'array',
    items: { enum: valuesOf(definition.options) },
    uniqueItems: true,
    minItems: definition.required ? placesOf(definition) : 1,
    maxItems: placesOf(definition),
  }),
  display: (answer, { options }, locale) =>
    answer.map((value, index) => `${index + 1}. ${optionText(value, options, locale)}`).join('\n'),
  limits: (definition) => ({ most: placesOf(definition) }),
  problems: ['not-an-option', 'incomplete', 'gap'],
  sentences: rankingSentences,
});

/** How many places there are to give. */
export function placesOf({ options, most = options.length }: RankingDefinition): number {
  return Math.min(most, options.length);
}
