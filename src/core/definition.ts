import * as z from 'zod/mini';
import type { Condition } from './condition.js';
import { conditionSchema } from './condition.js';
import type { FieldDefinition, Option } from './field-type.js';
import { identifierSchema } from './field-type.js';
import type { Text } from './text.js';
import { textSchema } from './text.js';

/** What a form can be at most: beyond it is a mistake or an attack, and a person could not fill it in. */
export const limits = { bytes: 1_000_000, steps: 100, fields: 5_000, depth: 4, options: 2_000 } as const;

const languageCode = z.string().check(z.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'language'));

/** ISO 8601 duration in whole days, such as `P14D`. */
const days = z.string().check(z.regex(/^P\d{1,3}D$/, 'duration'));

/** An option as it is written: `{"value": "single", "ar": "أعزب", "en": "Single"}`. */
export const optionSchema = z.catchall(
  z.object({
    value: z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, 'option-value')),
    hint: z.optional(textSchema),
  }),
  z.string().check(z.minLength(1)),
);

const optionsSchema = z.array(optionSchema).check(z.minLength(1), z.maxLength(limits.options));

/** How a field refers to its options: the name of an entry in `options`, or an array in place. */
export const optionsReferenceSchema = z.union([identifierSchema, optionsSchema]);

const stepSchema = z.strictObject({
  id: identifierSchema,
  title: textSchema,
  intro: z.optional(textSchema),
  when: z.optional(conditionSchema),
  fields: z.array(z.unknown()),
});

/**
 * The document around the fields. `title` and the like are shown to the person; `purposes` says in his words why
 * data is asked for, `notice` is the privacy notice with exactly the parts the law wants (PDPL art. 12, IR art. 4).
 */
export const documentSchema = z.strictObject({
  $schema: z.optional(z.string()),
  id: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,63}$/, 'form-id')),
  version: z.string().check(z.regex(/^\d+\.\d+\.\d+$/, 'version')),
  languages: z.array(languageCode).check(z.minLength(1)),
  title: textSchema,
  policyVersion: z.optional(z.string()),
  start: z.optional(
    z.strictObject({
      intro: z.optional(textSchema),
      sections: z.optional(z.array(z.strictObject({ title: textSchema, text: textSchema }))),
    }),
  ),
  purposes: z.optional(z.record(identifierSchema, textSchema)),
  retention: z.optional(textSchema),
  notice: z.optional(
    z.strictObject({
      controller: textSchema,
      contact: textSchema,
      basis: textSchema,
      purposes: textSchema,
      mandatory: textSchema,
      sharing: textSchema,
      retention: textSchema,
      rights: textSchema,
      withdrawal: textSchema,
    }),
  ),
  options: z.optional(z.record(identifierSchema, optionsSchema)),
  conditions: z.optional(z.record(identifierSchema, conditionSchema)),
  steps: z.array(stepSchema).check(z.minLength(1), z.maxLength(limits.steps)),
  review: z.optional(z.strictObject({ intro: z.optional(textSchema), action: z.optional(textSchema) })),
  answer: z.optional(z.strictObject({ notBefore: days, text: z.optional(textSchema) })),
  receipt: z.optional(z.strictObject({ text: textSchema })),
  referral: z.optional(z.strictObject({ action: textSchema, intro: textSchema })),
  exit: z.optional(z.strictObject({ url: z.string().check(z.regex(/^https:\/\/[^\s]+$/, 'https')) })),
  prefill: z.optional(
    z.strictObject({
      url: z.optional(z.array(z.string())),
      host: z.optional(z.array(z.string())),
      signed: z.optional(z.array(z.string())),
    }),
  ),
});

/** One page of the form. */
export interface StepDefinition {
  readonly id: string;
  readonly title: Text;
  readonly intro?: Text | undefined;
  readonly when?: Condition | undefined;
  readonly fields: readonly FieldDefinition[];
}

type Document = z.infer<typeof documentSchema>;

/** A form definition that has been parsed: shapes, names and references hold, options are in their place. */
export interface FormDefinition extends Omit<Document, 'steps' | 'options' | 'conditions'> {
  readonly steps: readonly StepDefinition[];
  readonly conditions: Readonly<Record<string, Condition>>;
}

/**
 * One fault of a definition. `pointer` is the RFC 6901 pointer of the value at fault; `code` and `params` choose the
 * sentence (`locale/` has them); an error stops the form, a warning does not.
 */
export interface DefinitionProblem {
  readonly pointer: string;
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly params?: Readonly<Record<string, string | number>>;
}

/** Turns an option as written into one with its words under `label`. */
export function optionFrom({ value, hint, ...label }: z.infer<typeof optionSchema>): Option {
  return { value, label: label as Record<string, string>, hint };
}
