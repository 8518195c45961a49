import type * as z from 'zod/mini';
import type { Computing } from './compute.js';
import type { Condition, FieldTest } from './condition.js';
import type { JsonSchema } from './json-schema.js';
import type { Locale } from './locale.js';
import type { FieldSentences } from './sentence.js';
import type { Text } from './text.js';

/** What shapes are made of: zod's parts and the format's own. Handed in, for a form is shown before zod arrives. */
export type Shapes = typeof import('./shapes.js');

/** One value of a closed list, with its words. */
export interface Option {
  readonly value: string;
  readonly label: Text;
  readonly hint?: Text | undefined;
}

/** What all fields have in common once a definition has been parsed. */
export interface FieldDefinition {
  readonly id: string;
  readonly type: string;
  readonly label: Text;
  readonly name?: Text | undefined;
  readonly hint?: Text | undefined;
  readonly when?: Condition | undefined;
  readonly required?: boolean | undefined;
  readonly purpose?: string | undefined;
  readonly sensitive?: boolean | undefined;
  readonly errors?: Readonly<Record<string, Text>> | undefined;
  readonly autocomplete?: string | undefined;
  /** Fields whose answers this one's must be later or earlier than, or another than. */
  readonly after?: string | undefined;
  readonly before?: string | undefined;
  readonly notEqual?: string | undefined;
  /** Fields inside a `section` or a `list`. */
  readonly fields?: readonly FieldDefinition[] | undefined;
  /** The closed list of a `choice` or `choices`, resolved by the parser. */
  readonly options?: readonly Option[] | undefined;
  /** Where the options are, of a list that does not stand in the definition; `options` has them once they are here. */
  readonly src?: string | undefined;
}

/** What the rules may know of the world: passed in, so that the same answers always give the same result. */
export interface Context {
  /** Today in Asia/Riyadh as an ISO date. */
  readonly today: string;
}

/** What a person typed, read: an answer in its stored form, or nothing, or the code of what is wrong with it. */
export interface Reading<Answer> {
  readonly answer?: Answer | undefined;
  readonly problem?: string | undefined;
}

/**
 * What an answer is when a condition or a computed value looks at it. `none` marks types that hold no answer.
 * Dates compare as ISO text, times of day as `HH:MM`; a `range` is two of them, `parts` are texts under
 * their names. `sealed` answers can be read only by the holder of a key.
 */
export type ValueKind =
  | 'text'
  | 'number'
  | 'boolean'
  | 'date'
  | 'time'
  | 'option'
  | 'options'
  | 'list'
  | 'files'
  | 'signature'
  | 'given'
  | 'matrix'
  | 'range'
  | 'parts'
  | 'sealed'
  | 'none';

/**
 * The whole truth about a type of field for browser, receiver and editor. `Input` is what its controls hold while
 * a person types; `Answer` is the one stored form. Reading a written answer gives that answer again.
 */
export interface FieldType<Definition extends FieldDefinition, Input, Answer> {
  readonly type: string;
  readonly kind: ValueKind;
  /** The same where it depends on the definition. */
  readonly kindOf?: (definition: Definition) => ValueKind;
  /** Nobody sees or types it: only the page around the form gives it. */
  readonly isUnseen?: true;
  /** Shape of the field in a definition. Fields inside it are parsed by the definition's parser. */
  readonly definition: (z: Shapes) => z.ZodMiniType;
  /** Rules of the definition that its shape cannot state: codes of problems by the key they are about. */
  readonly check?: (definition: Definition) => readonly DefinitionFault[];
  /** The fields that a definition names: those on which it depends whether an answer is right. */
  readonly namesOf?: (definition: Definition) => readonly NamedField[];
  /** No prefill may give such an answer: it is a person's own act, or worked out. */
  readonly neverPrefilled?: true;
  /** What the controls hold before anybody has typed. */
  readonly empty: Input;
  readonly read: (input: Input, definition: Definition, context: Context) => Reading<Answer>;
  readonly write: (answer: Answer, definition: Definition) => Input;
  /** The rule for the stored form; the message of each check is the code of a problem. */
  readonly answer: (z: Shapes, definition: Definition, context: Context) => z.ZodMiniType;
  /** The code of what is wrong with a right answer beside the others; `answerOf` gives those of fields in sight. */
  readonly agrees?: (
    answer: Answer,
    definition: Definition,
    answerOf: (name: string) => unknown,
  ) => string | undefined;
  /** Names of the texts that an answer consists of: each has a column of its own in a table. */
  readonly parts?: (definition: Definition) => readonly string[];
  /** Whether an answer signs all the others: then it is no part of what is signed, and void as soon as that changes. */
  readonly signs?: (definition: Definition) => boolean;
  /** How values are computed, of the type whose answers are. */
  readonly computing?: Computing;
  readonly jsonSchema: (definition: Definition) => JsonSchema;
  /** Rules that JSON Schema 2020-12 cannot state for this field, in English, for partners. */
  readonly unstated?: (definition: Definition) => readonly string[];
  readonly display: (answer: Answer, definition: Definition, locale: Locale) => string;
  /** What the sentences about problems may name: numbers that count or measure, or ISO dates. */
  readonly limits?: (
    definition: Definition,
    context: Context,
    code: string,
  ) => { readonly least?: number | string; readonly most?: number | string };
  /** Codes of the problems this type can report besides `required`; each needs a sentence in every language. */
  readonly problems: readonly string[];
  /** Its own sentences about them; what it does not say is said in the general words of `locale/`. */
  readonly sentences?: FieldSentences;
}

/** A field as the definition of another names it. */
export interface NamedField {
  /** The way to the name from the definition on. */
  readonly path: readonly PropertyKey[];
  readonly name: string;
  /** The kinds of answer that it may have; any, where nothing is said. */
  readonly kinds?: readonly ValueKind[];
  /** What its answer is compared with, and the way there. */
  readonly comparison?: { readonly path: readonly PropertyKey[]; readonly value: unknown };
  /** The test that names it; it stands where the way to the name leads before its last step. */
  readonly test?: FieldTest;
}

/** One fault of a field's definition, `key` being the key at fault. */
export interface DefinitionFault {
  readonly key: string;
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** A type whose particulars do not matter: what the parser and the engine work with. */
// The catalogue holds types of many inputs and answers; only the type itself ever looks inside its own.
export type AnyFieldType = FieldType<never, unknown, never> & { readonly type: string };

/** All types a definition may use, by name. */
export type Catalog = ReadonlyMap<string, AnyFieldType>;

/** Whether the answer to a field signs all the others. */
export function isSigning(definition: FieldDefinition, catalog: Catalog): boolean {
  // The catalogue forgets which definition each type takes; this one was shaped by that same type.
  return catalog.get(definition.type)?.signs?.(definition as never) ?? false;
}

/** Checks the object against {@link FieldType} and keeps its own types for those who import it by name. */
export function defineFieldType<Definition extends FieldDefinition, Input, Answer>(
  type: FieldType<Definition, Input, Answer>,
): FieldType<Definition, Input, Answer> {
  return type;
}
