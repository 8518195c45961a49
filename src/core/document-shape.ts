import * as z from 'zod/mini';
import { dataShape } from './data-shape-schema.js';
import { MOST_STEPS } from './definition.js';
import { condition, identifier, languageCode, optionList, text } from './shapes.js';
import { surveySchema } from './survey/survey-shape.js';

/** ISO 8601 duration in whole days, such as `P14D`. */
const days = z.string().check(z.regex(/^P\d{1,3}D$/, 'duration'));

const stepSchema = z.strictObject({
  id: identifier,
  title: text,
  intro: z.optional(text),
  when: z.optional(condition),
  at: z.optional(z.literal('review')),
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
  title: text,
  policyVersion: z.optional(z.string()),
  start: z.optional(
    z.strictObject({
      intro: z.optional(text),
      sections: z.optional(z.array(z.strictObject({ title: text, text: text }))),
    }),
  ),
  purposes: z.optional(z.record(identifier, text)),
  retention: z.optional(text),
  notice: z.optional(
    z.strictObject({
      controller: text,
      contact: text,
      basis: text,
      purposes: text,
      mandatory: text,
      sharing: text,
      retention: text,
      rights: text,
      withdrawal: text,
    }),
  ),
  options: z.optional(z.record(identifier, optionList)),
  conditions: z.optional(z.record(identifier, condition)),
  steps: z.array(stepSchema).check(z.minLength(1), z.maxLength(MOST_STEPS)),
  review: z.optional(
    z.strictObject({ title: z.optional(text), intro: z.optional(text), action: z.optional(text) }),
  ),
  answer: z.optional(z.strictObject({ notBefore: days, text: z.optional(text) })),
  receipt: z.optional(z.strictObject({ title: z.optional(text), text: text })),
  referral: z.optional(z.strictObject({ action: text, intro: text })),
  survey: z.optional(surveySchema),
  exit: z.optional(z.strictObject({ url: z.string().check(z.regex(/^https:\/\/[^\s]+$/, 'https')) })),
  prefill: z.optional(
    z.strictObject({
      url: z.optional(z.array(z.string())),
      host: z.optional(z.array(z.string())),
      signed: z.optional(z.array(z.string())),
      values: z.optional(z.record(identifier, z.unknown())),
    }),
  ),
  data: z.optional(dataShape),
});
