import { cleanLine, countOf } from '../../core/characters.js';
import type { FieldDefinition, ValueKind } from '../../core/field-type.js';
import { defineFieldType } from '../../core/field-type.js';
import { parseNumber } from '../../core/typed-numbers.js';
import { hiddenSentences } from './hidden.sentences.js';

export interface HiddenDefinition extends FieldDefinition {
  /** What the page gives; a text where nothing is said. */
  readonly value?: 'text' | 'number' | 'boolean';
}

type HiddenAnswer = string | number | boolean;

const LONGEST = 200;

/**
 * A value that the page around the form gives (`prefill.host`) and nobody sees or types: a campaign, the number of a case.
 * Whoever has the page open can change it; the receiver believes it no more than anything else.
 */
export const hidden = defineFieldType<HiddenDefinition, unknown, HiddenAnswer>({
  type: 'hidden',
  kind: 'text',
  kindOf: ({ value = 'text' }): ValueKind => value,
  isUnseen: true,
  definition: (z) =>
    z.strictObject({ ...z.answerBase, value: z.optional(z.enum(['text', 'number', 'boolean'])) }),
  empty: '',
  read(input, { value = 'text' }) {
    if (input === '') return {};
    const answer = typeof input === 'string' ? readText(input, value) : input;
    return isRight(answer, value) ? { answer } : { problem: 'type' };
  },
  write: (answer) => answer,
  answer: (z, { value = 'text' }) =>
    z.unknown().check((ctx) => {
      if (!isRight(ctx.value, value)) ctx.issues.push({ code: 'custom', message: 'type', input: ctx.value });
    }),
  jsonSchema: ({ value = 'text' }) =>
    value === 'text' ? { type: 'string', minLength: 1, maxLength: LONGEST } : { type: value },
  unstated: ({ value = 'text' }) =>
    value === 'text'
      ? ['trimmed NFC text with single spaces and no invisible marks']
      : value === 'number'
        ? ['a number of at most 15 significant digits']
        : [],
  display: (answer, _definition, locale) => {
    if (typeof answer === 'number') return locale.number(answer);
    return typeof answer === 'boolean' ? (answer ? locale.yes : locale.no) : answer;
  },
  problems: [],
  sentences: hiddenSentences,
});

/** What a text stands for: an address has nothing else to give. */
function readText(text: string, value: 'text' | 'number' | 'boolean'): unknown {
  const line = cleanLine(text);
  if (value === 'number') return parseNumber(line);
  return value === 'text' ? line : ({ true: true, false: false } as Record<string, boolean>)[line];
}

function isRight(answer: unknown, value: 'text' | 'number' | 'boolean'): answer is HiddenAnswer {
  if (typeof answer === 'number') return isPlain(answer) && value === 'number';
  if (typeof answer === 'boolean') return value === 'boolean';
  if (typeof answer !== 'string' || value !== 'text') return false;
  return answer !== '' && cleanLine(answer) === answer && countOf(answer) <= LONGEST;
}

/** A number that is written in JSON as it is, and read again as the same. */
function isPlain(value: number): boolean {
  return Number.isFinite(value) && !Object.is(value, -0) && Number(value.toPrecision(15)) === value;
}
