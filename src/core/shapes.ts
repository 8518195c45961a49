import * as z from 'zod/mini';
import { isIsoDate } from './calendar.js';
import type { Expression } from './compute.js';
import type { Condition } from './condition.js';
import { operators } from './condition.js';
import { patternProblem } from './pattern.js';
import { LONGEST_TEXT } from './text.js';

// Everything that shapes are made of, zod's parts and the format's own, as one namespace. It is handed to the field
// types and never imported by them, so that a browser can show a form before zod has arrived.
export {
  array,
  boolean,
  discriminatedUnion,
  enum,
  gte,
  int,
  literal,
  lte,
  maxLength,
  minLength,
  never,
  number,
  optional,
  pipe,
  refine,
  regex,
  strictObject,
  string,
  tuple,
  union,
  unknown,
} from 'zod/mini';

export { point, pointsByRow, ranked } from './point-answer-rules.js';

const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

/** Most options of one list. */
export const MOST_OPTIONS = 2_000;

/** Names a definition may give to fields, steps, options and conditions: safe as a key and in a control's `name`. */
export const identifier = z.string().check(
  z.regex(/^[a-z][A-Za-z0-9]{0,63}$/, { error: 'identifier', abort: true }),
  z.refine((id) => !(id in Object.prototype), 'reserved'),
);

/** A BCP 47 code of a language, such as `ar` or `en-GB`. */
export const languageCode = z.string().check(z.regex(LANGUAGE, 'language'));

const oneText = z.string().check(z.minLength(1), z.maxLength(LONGEST_TEXT));

/** A text in every language or in each by its code. */
export const text = z.union([
  oneText,
  z.record(languageCode, oneText).check(z.refine((texts) => Object.keys(texts).length > 0, 'empty-text')),
]);

const comparable = z.union([z.string(), z.number(), z.boolean()]);
const ordered = z.union([z.string(), z.number()]);

/** One comparison of one field. */
export const fieldTest = z
  .strictObject({
    field: z.string(),
    is: z.optional(comparable),
    isNot: z.optional(comparable),
    in: z.optional(z.array(comparable).check(z.minLength(1))),
    includes: z.optional(z.string()),
    empty: z.optional(z.boolean()),
    gt: z.optional(ordered),
    gte: z.optional(ordered),
    lt: z.optional(ordered),
    lte: z.optional(ordered),
  })
  .check(
    z.refine((test) => operators.filter((name) => Object.hasOwn(test, name)).length === 1, 'one-operator'),
  );

/** A {@link Condition}. How deep it may go is the parser's to say. */
// The shapes differ in their keys, so a union of them reads as the type.
export const condition = z.lazy(() =>
  z.union([
    z.string(),
    fieldTest,
    z.strictObject({ all: conditions }),
    z.strictObject({ any: conditions }),
    z.strictObject({ not: condition }),
  ]),
) as unknown as z.ZodMiniType<Condition>;

const conditions = z.array(condition).check(z.minLength(1));

/** An {@link Expression}. How deep it may go is the parser's to say. */
// The shapes differ in their keys, so a union of them reads as the type.
export const expression = z.lazy(() =>
  z.union([
    z.number(),
    z.string(),
    z.strictObject({ text: z.string() }),
    z.strictObject({ age: z.string() }),
    z.strictObject({ count: z.string(), where: z.optional(condition) }),
    z.strictObject({ sum: listOrMany }),
    z.strictObject({ min: listOrMany }),
    z.strictObject({ max: listOrMany }),
    z.strictObject({ concat: many, separator: z.optional(z.string()) }),
    z.strictObject({ if: condition, then: expression, else: z.optional(expression) }),
    z.strictObject({ add: many }),
    z.strictObject({ subtract: two }),
    z.strictObject({ multiply: many }),
    z.strictObject({ divide: two }),
  ]),
) as unknown as z.ZodMiniType<Expression>;

const many = z.array(expression).check(z.minLength(1));
const two = z.tuple([expression, expression]);
const listOrMany = z.union([z.string(), many]);

/** A regular expression that can be asked of any text in little time. */
export const pattern = z.string().check((ctx) => {
  const problem = patternProblem(ctx.value);
  if (problem === undefined) return;
  const { code, params = {} } = problem;
  ctx.issues.push({ code: 'custom', message: code, params, input: ctx.value });
});

/** A whole number from `least` to `most`. */
export function whole(least: number, most: number) {
  return z.int().check(z.gte(least), z.lte(most));
}

/** An ISO date, or `today` in Asia/Riyadh. */
export const day = z.union([z.literal('today'), z.string().check(z.refine(isIsoDate, 'iso-date'))]);

/** An option as it is written: `{"value": "single", "ar": "أعزب", "en": "Single"}`. */
export const option = z
  .catchall(
    z.object({
      value: z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, 'option-value')),
      hint: z.optional(text),
    }),
    oneText,
  )
  .check((ctx) => {
    const words = Object.keys(ctx.value).filter((key) => key !== 'value' && key !== 'hint');
    const keys = words.filter((key) => !LANGUAGE.test(key));
    if (keys.length > 0) ctx.issues.push({ code: 'unrecognized_keys', keys, input: ctx.value });
    else if (words.length === 0) ctx.issues.push({ code: 'custom', message: 'empty-text', input: ctx.value });
  });

export const optionList = z.array(option).check(z.minLength(1), z.maxLength(MOST_OPTIONS));

/** How a field refers to its options: the name of an entry in `options`, or an array in place. */
export const optionsReference = z.union([identifier, optionList]);

/**
 * Where a list of options stands that is too long for a definition: beside it, on its site, or elsewhere by https. Browsers
 * read it from the page's own origin or the definition's only.
 */
export const listAddress = z
  .string()
  .check(z.regex(/^(?:https:\/\/|(?!\/\/|[A-Za-z][A-Za-z0-9+.-]*:))[^\s\\]{1,500}$/, 'list-address'));

/** Most options of a list that stands in a file of its own. */
export const MOST_LISTED = 20_000;

/** The options of a file of its own. */
export const listedOptions = z.array(option).check(z.minLength(1), z.maxLength(MOST_LISTED));

/** What may be said in place of a point: `true` for the usual words, or words of the field's own. */
const notApplicable = z.optional(z.union([z.literal(true), text]));

/** The labels of a scale of points, lowest first. */
const points = z.array(text).check(z.minLength(2), z.maxLength(7));

/** Most numbers of one scale: 0 to 10, which still fit on the narrowest phone. */
const MOST_NUMBERS = 11;

/** What every field of a definition may say, whatever its type. */
export const fieldBase = {
  id: identifier,
  type: z.string(),
  label: text,
  /** A noun phrase for sentences and for the review, where the label is a question. */
  name: z.optional(text),
  hint: z.optional(text),
  when: z.optional(condition),
};

/** What every field that takes an answer may say besides. */
export const answerBase = {
  ...fieldBase,
  required: z.optional(z.boolean()),
  /** Why the answer is asked for: a key of the definition's `purposes` (privacy law, minimum data). */
  purpose: z.optional(identifier),
  /** Health, offences, family and credit data: never in a URL, never offered for autofill. */
  sensitive: z.optional(z.boolean()),
  /** Sentences of this field's own, by the code of the problem. */
  errors: z.optional(z.record(z.string(), text)),
  autocomplete: z.optional(z.string().check(z.regex(/^[a-z0-9 -]{1,60}$/, 'autocomplete'))),
};

/** What a field may say besides whose answer can be the same as another's: the field whose answer it must not be. */
export const comparedBase = { ...answerBase, notEqual: z.optional(identifier) };

/** What a field may say besides whose answer comes earlier or later: the fields whose answers it must follow or precede. */
export const orderedBase = {
  ...answerBase,
  after: z.optional(identifier),
  before: z.optional(identifier),
};

/** What a date may say besides: whether people work on it, and on which days they do not although it is none of the weekend. */
export const dayBase = {
  ...comparedBase,
  ...orderedBase,
  workingDays: z.optional(z.boolean()),
  closedDays: z.optional(z.array(z.string().check(z.refine(isIsoDate, 'iso-date'))).check(z.maxLength(400))),
};

/** What the items of a list must not have in common: ids of their fields. */
const unique = z.optional(z.array(identifier).check(z.minLength(1), z.maxLength(20)));

/** A group of questions for each of several; the fields inside are parsed by the definition's parser. */
export const listDefinition = z.strictObject({
  ...answerBase,
  minItems: z.optional(whole(0, 200)),
  maxItems: z.optional(whole(1, 200)),
  itemLabel: text,
  addLabel: z.optional(text),
  unique,
  fields: z.array(z.unknown()).check(z.minLength(1)),
});

/** A national ID: which answer to which field is that of a citizen. */
export const nationalIdDefinition = z.strictObject({
  ...comparedBase,
  matches: z.optional(z.strictObject({ field: identifier, citizen: z.union([z.string(), z.boolean()]) })),
});

/** One answer from a long list. */
export const selectDefinition = z.strictObject({
  ...comparedBase,
  options: z.union([identifier, optionList, z.strictObject({ src: listAddress })]),
});

/** One answer by points with words. */
export const ratingDefinition = z.strictObject({
  ...answerBase,
  points,
  decoration: z.optional(z.enum(['faces', 'stars'])),
  notApplicable,
});

/** One answer by numbers between two ends. */
export const scaleDefinition = z
  .strictObject({
    ...answerBase,
    least: z.optional(whole(-100, 100)),
    most: z.optional(whole(-100, 100)),
    leastLabel: z.optional(text),
    mostLabel: z.optional(text),
    notApplicable,
  })
  .check(({ value: { least = 0, most = 10 }, issues }) => {
    const tell = (key: string, message: string, params = {}) =>
      issues.push({ code: 'custom', message, params, path: [key], input: key });
    if (least >= most) tell('least', 'empty-range', { most });
    else if (most - least >= MOST_NUMBERS) tell('most', 'too-big', { most: least + MOST_NUMBERS - 1 });
  });

/** Several statements answered by the same points. */
export const matrixDefinition = z.strictObject({
  ...answerBase,
  rows: z
    .array(z.strictObject({ id: identifier, label: text }))
    .check(z.minLength(1), z.maxLength(12), ({ value, issues }) => {
      for (const [index, { id }] of value.entries())
        if (value.findIndex((row) => row.id === id) < index)
          issues.push({
            code: 'custom',
            message: 'duplicate',
            params: { value: id },
            path: [index, 'id'],
            input: id,
          });
    }),
  points,
  notApplicable,
});

/** Options put in order. */
export const rankingDefinition = z.strictObject({
  ...answerBase,
  options: optionsReference,
  most: z.optional(whole(1, 8)),
});
