import { cleanLine } from '../../core/characters.js';
import type { FieldDefinition, Option } from '../../core/field-type.js';
import { defineFieldType } from '../../core/field-type.js';
import { searchOf } from '../../core/option-search.js';
import { optionText, valuesOf } from '../choice/choice.type.js';
import { selectSentences } from './select.sentences.js';

/** What the box holds: the value that was chosen, or what is being typed. */
export interface SelectInput {
  readonly value: string;
  readonly typed?: string;
}

/** One answer from a list that is too long to be read: found by typing a part of it. */
export const select = defineFieldType<FieldDefinition, SelectInput, string>({
  type: 'select',
  kind: 'option',
  definition: (z) => z.selectDefinition,
  empty: { value: '' },
  read({ value, typed }, { options }) {
    if (typed === undefined) return value === '' ? {} : { answer: value };
    const text = cleanLine(typed);
    if (text === '') return {};
    // Whoever types all of it need not choose it.
    const answer = options && searchOf(options).valueOf(text);
    return answer === undefined ? { problem: 'not-an-option' } : { answer };
  },
  write: (value) => ({ value }),
  answer: (z, definition) =>
    z.string('type').check(
      z.regex(OPTION_VALUE, { error: 'not-an-option', abort: true }),
      // The list may come after the rule; where it cannot be brought to a browser, the receiver has it.
      z.refine(
        (value) => definition.options === undefined || isIn(definition.options, value),
        'not-an-option',
      ),
    ),
  jsonSchema: ({ options }) =>
    options === undefined ? { type: 'string', pattern: OPTION_VALUE.source } : { enum: valuesOf(options) },
  unstated: ({ options, src }) => (options === undefined ? [`one of the values of ${src}`] : []),
  display: (answer, { options = [] }, locale) => optionText(answer, options, locale),
  problems: ['not-an-option'],
  sentences: selectSentences,
});

const OPTION_VALUE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

const values = new WeakMap<readonly Option[], ReadonlySet<string>>();

function isIn(options: readonly Option[], value: string): boolean {
  const known = values.get(options) ?? new Set(valuesOf(options));
  values.set(options, known);
  return known.has(value);
}
