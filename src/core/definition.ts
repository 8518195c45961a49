import type * as z from 'zod/mini';
import type { Condition } from './condition.js';
import type { documentSchema } from './document-shape.js';
import type { FieldDefinition, Option } from './field-type.js';
import type { Text } from './text.js';

// What a form can be at most: beyond it is a mistake or an attack, and a person could not fill it in.
/** Characters of the document. */
export const MOST_CHARACTERS = 1_000_000;
export const MOST_STEPS = 100;
export const MOST_FIELDS = 5_000;
/** Sections and lists inside one another. */
export const MOST_LEVELS = 4;

/** One page of the form. */
export interface StepDefinition {
  readonly id: string;
  readonly title: Text;
  readonly intro?: Text | undefined;
  readonly when?: Condition | undefined;
  /** No page of its own: its fields stand under the answers on the review, where they are read as they will be sent. */
  readonly at?: 'review' | undefined;
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

/** A document as it is written: fields name their options, and options hold their words beside their value. */
interface WrittenDocument extends Omit<Document, 'steps' | 'options' | 'conditions'> {
  readonly options?: Readonly<Record<string, readonly WrittenOption[]>>;
  readonly conditions?: Readonly<Record<string, Condition>>;
  readonly steps: readonly (Omit<StepDefinition, 'fields'> & { readonly fields: readonly WrittenField[] })[];
}

type WrittenField = Omit<FieldDefinition, 'fields' | 'options'> & {
  readonly fields?: readonly WrittenField[];
  readonly options?: string | readonly WrittenOption[] | { readonly src: string };
};

/** An option as a document holds it. */
export type WrittenOption = { readonly value: string; readonly hint?: Text } & Readonly<
  Record<string, string>
>;

/**
 * Makes a definition of a JSON document without asking whether it is right, which `parseDefinition` does. A browser
 * shows the form so while the checks are still on their way. Of a definition it makes the same once more.
 * @throws TypeError where the document is so wrong that nothing can be made of it.
 */
export function adopt(json: unknown): FormDefinition {
  // Whoever calls this has checked the document, or catches what comes of it and checks it then.
  const { options = {}, conditions = {}, steps, ...rest } = json as WrittenDocument;
  const named = new Map(Object.entries(options).map(([name, list]) => [name, list.map(optionFrom)]));
  const adoptField = (field: WrittenField): FieldDefinition => {
    const { fields, options: written, ...rest } = field;
    // Most fields are as they were written, and there may be thousands.
    if (fields === undefined && written === undefined) return field as typeof rest;
    return {
      ...rest,
      ...(fields !== undefined && { fields: fields.map(adoptField) }),
      ...(written !== undefined &&
        (typeof written === 'object' && 'src' in written
          ? written
          : { options: typeof written === 'string' ? (named.get(written) ?? []) : written.map(optionFrom) })),
    };
  };
  return {
    ...rest,
    conditions,
    steps: steps.map((step) => ({ ...step, fields: step.fields.map(adoptField) })),
  };
}

/** An option with its words apart from its value. */
export function optionFrom(option: WrittenOption | Option): Option {
  if ('label' in option) return option as Option;
  const { value, hint, ...label } = option;
  return { value, label, hint };
}
