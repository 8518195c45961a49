import * as z from 'zod/mini';
import { isIsoDate } from '../../core/calendar.js';
import { findings } from '../../core/process/process.js';
import { languageCode, written } from '../submissions/body-shapes.js';

const name = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/));
const version = z.int().check(z.gte(1));

/** What an officer writes to an applicant: in one language, or in each. */
const said = z.union([
  written,
  z.record(languageCode, written).check(z.refine((texts) => Object.keys(texts).length > 0)),
]);

const missingItem = z.strictObject({
  /** A field of the form, or what it is in words. */
  field: z.optional(name),
  title: z.optional(said),
  note: z.optional(said),
  kind: z.optional(z.enum(['file', 'text'])),
  /** Whether only those may read it who may read everything. */
  isConfined: z.optional(z.boolean()),
});

export const moveShape = z.strictObject({
  move: name,
  version,
  reason: z.optional(said),
  missing: z.optional(z.array(missingItem).check(z.minLength(1), z.maxLength(30))),
  service: z.optional(
    z.strictObject({ type: said, on: z.string().check(z.refine((day) => isIsoDate(day))) }),
  ),
  override: z.optional(written),
});

export type MoveBody = z.infer<typeof moveShape>;

export const findingShape = z.strictObject({
  field: name,
  finding: z.enum(findings),
  /** How it was found out, such as `seen`, `absher`, `call`. */
  method: z.string().check(z.regex(/^[A-Za-z0-9 _-]{1,40}$/)),
  note: z.optional(written),
});

export type FindingBody = z.infer<typeof findingShape>;

export const answerShape = z.strictObject({ question: name, text: said });

export const settleShape = z.strictObject({ item: name, isOpen: z.boolean() });

export const rightDoneShape = z.strictObject({ right: name, note: z.optional(said) });

/** What a list may be asked for: each of it at most once. */
export const listQuery = z.strictObject({
  state: z.optional(name),
  form: z.optional(name),
  ended: z.optional(z.enum(['yes', 'no'])),
  open: z.optional(z.enum(['items', 'questions', 'rights'])),
  after: z.optional(z.string().check(z.regex(/^[A-Za-z0-9_-]{1,120}$/))),
  most: z.optional(z.string().check(z.regex(/^\d{1,3}$/))),
});
